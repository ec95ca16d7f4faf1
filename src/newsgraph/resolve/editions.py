"""Events that come again under one name: the Olympics of one year are not those of another."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgraph.resolve.facts import body_words

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
