"""The patterns of relations.toml, by the word that calls them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.locations import is_water
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.names import PLACES
from newsgraph.model import EntityType, MentionForm

DEFAULT_PREPOSITIONS = ("of", "for", "at", "to")
# «President Dilma Rousseff of Brazil»: «of» hangs on the name.
AFTER_NAME = "name of"
# Country names that stand before a noun as adjectives do.
LIKE_ADJECTIVES = frozenset({"U.S.", "US", "U.K.", "UK"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One relation's patterns."""

    predicate: str
    subject: frozenset[EntityType]
    object: frozenset[EntityType]
    prepositions: frozenset[str]
    object_words: frozenset[str]
    states: frozenset[str]
    field_of: bool
    names_by_of: bool
    by_adjective: bool
    bare: bool
    owned_only: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All patterns by the word that calls them up; the flag tells that the complement is the subject."""

    roles: dict[str, tuple[tuple[Pattern, bool], ...]]
    verbs: dict[str, tuple[tuple[Pattern, bool, bool, str | None], ...]]


@cache
def lexicon() -> Lexicon:
    """relations.toml, by word."""
    roles: dict[str, list[tuple[Pattern, bool]]] = defaultdict(list)
    verbs: dict[str, list[tuple[Pattern, bool, bool, str | None]]] = defaultdict(list)
    for entry in read_toml("relations.toml")["relation"]:
        pattern = Pattern(
            predicate=entry["predicate"],
            subject=_types(entry["subject"]),
            object=_types(entry["object"])
            | ({EntityType.ORGANIZATION} if entry.get("unsorted", False) else frozenset()),
            prepositions=frozenset(entry.get("prepositions", DEFAULT_PREPOSITIONS)) | _after_name(entry),
            object_words=frozenset(entry.get("object_words", ())),
            states=frozenset(entry.get("states", ())),
            field_of=entry.get("field_of", True),
            names_by_of=entry.get("names_by_of", False),
            by_adjective=entry.get("by_adjective", False),
            bare=entry.get("bare", False),
            owned_only=entry.get("owned_only", False),
        )
        for key, inverse in (("roles", False), ("inverse_roles", True)):
            for role in entry.get(key, ()):
                roles[role].append((pattern, inverse))
        outside_companies = replace(pattern, object=pattern.object - {EntityType.COMPANY})
        for role in entry.get("roles_outside_companies", ()):
            roles[role].append((outside_companies, False))
        for key, inverse, passive in (
            ("verbs", False, False),
            ("inverse_verbs", True, False),
            ("passive_verbs", False, True),
        ):
            for verb in entry.get(key, ()):
                lemma, _, rest = verb.partition(" ")
                verbs[lemma].append((pattern, inverse, passive, rest or None))
    return Lexicon({k: tuple(v) for k, v in roles.items()}, {k: tuple(v) for k, v in verbs.items()})


def _after_name(entry: dict[str, Any]) -> frozenset[str]:
    return frozenset({AFTER_NAME} if entry.get("after_name", False) else ())


def _types(names: Iterable[str]) -> frozenset[EntityType]:
    types: set[EntityType] = set()
    for name in names:
        type_ = EntityType(name)
        types |= ORGANIZATIONS if type_ is EntityType.ORGANIZATION else {type_}
        if type_ is EntityType.PLACE:
            types |= PLACES | {EntityType.FACILITY}
    return frozenset(types)


def fits(pattern: Pattern, subject: int, object_: int, mentions: Mentions, *, owned: bool = False) -> bool:
    """Whether both ends are of types that the relation ties, and two things; ``owned``: «India's journalist»."""
    if mentions.chain(subject) == mentions.chain(object_):
        return False
    if mentions.type(subject) not in pattern.subject or mentions.type(object_) not in pattern.object:
        return False
    if pattern.by_adjective and not owned and not _is_adjective(object_, mentions):
        return False
    if pattern.predicate == "subsidiaryOf" and mentions.type(subject) is EntityType.POLITICAL_PARTY:
        return False  # «the GOP is a wholly owned subsidiary of the NRA»
    if pattern.predicate in ("locatedIn", "basedIn") and is_water(mentions.text(object_)):
        return False
    words = pattern.object_words
    return not words or any(word in words for word in mentions.text(object_).split())


def _is_adjective(number: int, mentions: Mentions) -> bool:
    """«[Danish] author», «[U.S.] author»: the country by its adjective."""
    return mentions.found[number].form is MentionForm.NOMINAL or mentions.text(number) in LIKE_ADJECTIVES


@cache
def role_beginnings() -> frozenset[str]:
    """The words and signs that role nouns begin with: what begins otherwise need not be looked up."""
    return frozenset(
        role[:end]
        for role in lexicon().roles
        for end in range(1, len(role) + 1)
        if not role[end - 1 : end + 1].isalnum() or end == len(role)
    )
