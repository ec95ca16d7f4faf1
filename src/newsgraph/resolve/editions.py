"""What comes again under one name: the Olympics of one year are not those of another, nor is an act of Congress."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgraph.resolve.facts import body_words, read_facts

_DATED_ACT = re.compile(r"(?:(?P<before>\d{4}) )?(?P<act>.+ act)(?: of (?P<after>\d{4}))?")
_YEAR = re.compile(r"(?P<before>(?:19|20)\d\d )?(?P<series>.+?)(?P<after> (?:19|20)\d\d)?")


@lru_cache(maxsize=50_000)
def edition_key(key: str, year: str) -> str | None:
    """The key with the year that it names, else with ``year``: «winter olympics» -> «winter olympics 2014».

    ``key`` is a plain key, ``year`` that of the article, empty where it is not known. ``None``: which year's is meant
    cannot be told. What happens once, or is numbered («super bowl xlix»), keeps its key.
    """
    found = _YEAR.fullmatch(key)
    if found is None or found["series"] not in body_words("recurring"):
        return key
    named = (found["before"] or found["after"] or year).strip()
    return f"{found['series']} {named}" if named else None


@lru_cache(maxsize=50_000)
def act_key(key: str) -> str:
    """The key of a law without its year, if it is the one that is meant without: «civil rights act of 1964».

    ``key`` is a plain key. «1957 civil rights act» -> «civil rights act of 1957».
    """
    found = _DATED_ACT.fullmatch(key)
    year = (found["before"] or found["after"]) if found is not None else None
    if found is None or year is None:
        return key
    act = found["act"]
    return act if year == read_facts("bodies.toml")["years_of_acts"].get(act, year) else f"{act} of {year}"
