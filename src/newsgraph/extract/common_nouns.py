"""By which common nouns an article may call what it has named: Maui is «the island», never «the nation»."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from newsgraph.extract import titles
from newsgraph.extract.lexicons import read_toml
from newsgraph.model import KINDS_OF_ORGANIZATION, EntityType

# One whom an article names is called so no more than all whom it does not name.
NAMELESS = frozenset(
    {
        "accuser", "aide", "boy", "caller", "candidate", "chair", "child", "client", "colleague", "customer",
        "defendant", "democrat", "driver", "employee", "enemy", "friend", "girl", "gunman", "guy", "insider", "man",
        "neighbor", "neighbour", "nominee", "number", "officer", "official", "operative", "patient", "person",
        "reporter", "republican", "resident", "scholar", "shooter", "soldier", "source", "stranger", "student",
        "supporter", "surrogate", "survivor", "suspect", "teacher", "victim", "voter", "witness", "woman", "worker",
    }
)  # fmt: skip


def may_be_called(type_: EntityType, noun: str) -> bool:
    """Whether something of the type may be called by the noun, in lower case; a person by a post or a word of kin."""
    nouns = _nouns()
    if type_ is EntityType.PERSON:
        words = (noun, noun.rpartition("-")[2])
        return noun not in NAMELESS and any(word in titles.posts() or word in titles.kin() for word in words)
    if type_ is EntityType.ORGANIZATION:
        return any(noun in nouns[kind] for kind in (type_, EntityType.LAW, *KINDS_OF_ORGANIZATION))
    return noun in nouns.get(type_, ())


def is_post_of_another(noun: str, chain: int, posts_of: Mapping[int, Collection[str]]) -> bool:
    """«*Judge* Ana Lund … the *judge*»: nobody else, where no other judge is named; posts are in lower case."""
    holders = {holder for holder, posts in posts_of.items() if any(noun in post.split() for post in posts)}
    return bool(holders) and chain not in holders


def names_thing(noun: str) -> bool:
    """Whether a noun, in lower case, names a place, a body, a law or a work, and so nobody."""
    return any(noun in named for named in _nouns().values())


@cache
def _nouns() -> dict[EntityType, frozenset[str]]:
    return {EntityType(name): frozenset(nouns) for name, nouns in read_toml("common_nouns.toml").items()}
