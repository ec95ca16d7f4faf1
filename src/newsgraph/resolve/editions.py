"""What comes again under one name: the Olympics of one year are not those of another, nor is an act of Congress."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from newsgraph.resolve.facts import body_words, read_facts

ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th",
    "fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
    "nineteenth": "19th",
}  # fmt: skip
_DATED_ACT = re.compile(r"(?:(?P<before>\d{4}) )?(?P<act>.+ act)(?: of (?P<after>\d{4}))?")
_YEAR = re.compile(r"(?P<before>(?:19|20)\d\d )?(?P<series>.+?)(?P<after> (?:19|20)\d\d)?")


@lru_cache(maxsize=50_000)
def edition_key(key: str, year: str) -> str | None:
    """The key with the year that it names, else with ``year``: «winter olympics» -> «winter olympics 2014».

    ``key`` is a plain key, ``year`` that of the article, empty where it is not known. ``None``: which year's is meant
    cannot be told. What happens once, or is numbered («super bowl xlix»), keeps its key.
    """
    found = _YEAR.fullmatch(key)
    series = read_facts("bodies.toml")["same_series"].get(found["series"], found["series"]) if found else ""
    if found is None or series not in body_words("recurring"):
        return key
    named = (found["before"] or found["after"] or year).strip()
    return f"{series} {named}" if named else None


def acts_of_several_years(keys: Iterable[str]) -> frozenset[str]:
    """The acts, without a year, that several years are told of: «immigration act», of 1924 and of 1990."""
    years: defaultdict[str, set[str]] = defaultdict(set)
    for act, year in filter(None, map(dated_act, keys)):
        years[act].add(year)
    return frozenset(act for act, told in years.items() if len(told) > 1)


def act_key(key: str, of_several_years: AbstractSet[str]) -> str:
    """The key of a law without its year, if it is the one that is meant without: «civil rights act of 1964».

    ``key`` is a plain key, ``of_several_years`` are the acts of which several years are told, where it is not known
    which is meant without. «1957 civil rights act» -> «civil rights act of 1957».
    """
    dated = dated_act(key)
    if dated is None:
        return key
    act, year = dated
    meant = read_facts("bodies.toml")["years_of_acts"].get(act, "" if act in of_several_years else year)
    return act if year == meant else f"{act} of {year}"


def amendment_key(key: str) -> str:
    """An amendment by its number, however it is spelled: «fourteenth amendment» -> «14th amendment»."""
    number, _, rest = key.partition(" ")
    return f"{ORDINALS[number]} {rest}" if rest == "amendment" and number in ORDINALS else key


@lru_cache(maxsize=50_000)
def dated_act(key: str) -> tuple[str, str] | None:
    """A law and its year: «civil rights act of 1957»; ``key`` is a plain key."""
    found = _DATED_ACT.fullmatch(key)
    year = (found["before"] or found["after"]) if found is not None else None
    return (found["act"], year) if found is not None and year else None
