"""Names of organisations: legal forms, countries before departments, bodies known under several names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgraph.model import EntityType
from newsgraph.resolve.facts import body_words, read_facts
from newsgraph.resolve.spelling import is_acronym, plain_key, tidy

_COUNTRY_PREFIX = re.compile(r"^(?:us|united states) ")
_WEB_SUFFIX = re.compile(r"\.com\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of ``acronyms.toml``: its key, its type, its short forms."""

    key: str
    type: EntityType


@cache
def _known_names() -> dict[str, KnownBody]:
    """Full and other names in plain spelling, and short forms in capitals without dots."""
    names: dict[str, KnownBody] = {}
    for row in read_facts("acronyms.toml")["body"]:
        body = KnownBody(plain_key(row["name"]), EntityType(row["type"]))
        for name in (row["name"], *row.get("other", ())):
            names[plain_key(name)] = body
        for short in row.get("short", ()):
            names[short.replace(".", "")] = body
    return names


@lru_cache(maxsize=200_000)
def known_body(name: str) -> KnownBody | None:
    """The body that this name is known to mean: «EPA», «U.S. Department of Justice»; ``None``: unknown.

    Short forms count in capitals only: «WHO», not «Who».
    """
    names = _known_names()
    if found := names.get(tidy(name).replace(".", "")):
        return found
    key = plain_key(name)
    if found := names.get(key):
        return found
    bare = _COUNTRY_PREFIX.sub("", key)
    found = names.get(bare) if bare != key else None
    return found if found is not None and found.type is EntityType.GOVERNMENT_BODY else None


@lru_cache(maxsize=200_000)
def body_key(name: str) -> str:
    """What is left of an organisation's name without legal form: «Dow Chemical Co.» -> «dow chemical».

    A known body has its full name, whatever it is called: «FBI» -> «federal bureau of investigation».
    """
    if body := known_body(name):
        return body.key
    whole = plain_key(_WEB_SUFFIX.sub("", name))
    words = whole.split()
    while len(words) > 1 and words[-1] in body_words("legal_forms"):
        words = words[:-1]
        if len(words) > 1 and words[-1] == "and":
            words = words[:-1]
    key = " ".join(words)
    return whole if is_local_body(key) else key


def is_local_body(key: str) -> bool:
    """Whether a key says only what kind of body it is: «foreign ministry», «times»."""
    return key in body_words("local") or all(word in body_words("legal_forms") for word in key.split())


def is_outlet_or_word(key: str) -> bool:
    """Whether a key is an outlet's name and a common word: «hill», «reason»."""
    return key in body_words("outlets")


def is_bare_acronym(name: str) -> bool:
    """An acronym that our list does not know."""
    return is_acronym(name) and known_body(name) is None
