"""Given names that may be one: equal, a short form and its long one, an initial and a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nicknames import name_triplets

from newsgraph.resolve.facts import read_facts
from newsgraph.spelling import fold

# A stem of two letters («Al», «Ed») begins too many names to say anything.
SHORTEST_STEM = 3
_ENDING = re.compile(r"(?:ie|ey|[yie])$")


@cache
def _long_forms() -> dict[str, frozenset[str]]:
    """Short form -> the long forms that it stands for: «jeff» -> «jefferson», «jeffrey» …"""
    facts = read_facts("given_names.toml")
    own = frozenset(facts["own"]["names"])
    forms: dict[str, set[str]] = {}
    for triplet in name_triplets():
        short, long = sorted((fold(triplet.name1), fold(triplet.name2)), key=lambda name: (len(name), name))
        stem = _ENDING.sub("", short)
        if short not in own and len(stem) >= SHORTEST_STEM and long.startswith(stem):
            forms.setdefault(short, set()).add(long)
    for table in ("irregular", "spelling"):
        for short, longs in facts[table].items():
            forms.setdefault(short, set()).update(longs)
    return {short: frozenset(longs) for short, longs in forms.items()}


@lru_cache(maxsize=50_000)
def readings(given: str) -> frozenset[str]:
    """The given names that a folded given name may stand for, itself first: «bill» -> {«bill», «william»}."""
    return frozenset({given}) | _long_forms().get(given, frozenset())


@cache
def known_given_names() -> frozenset[str]:
    """Every given name that the package or our own lists hold, folded."""
    known = {fold(name) for triplet in name_triplets() for name in (triplet.name1, triplet.name2)}
    return frozenset(known | set(read_facts("common_names.toml")["given"]))


def is_for_either_sex(given: str) -> bool:
    """Whether men and women bear this short form: «chris»."""
    return given in read_facts("given_names.toml")["either"]["names"]


def is_initial(given: str) -> bool:
    """One letter."""
    return len(given) == 1


def may_be_one(left: str, right: str) -> bool:
    """Whether two folded given names may name one person: «mike», «michael»; «j», «james»."""
    if left == right:
        return True
    if is_initial(left) or is_initial(right):
        return left[:1] == right[:1] and " " not in left + right
    both = readings(left) & readings(right)
    # «Fred» and «Rick» are both short for Frederick, but nobody goes by both
    return not both.isdisjoint((left, right)) or (bool(both) and left[0] == right[0])
