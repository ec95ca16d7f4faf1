"""One spelling for names that differ only in case, accents, dots, hyphens or a leading article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’]s?$")
_PLUS = re.compile(r"(?<=\w)\+")
# British spellings that bodies' names are told apart by nowhere.
_AMERICAN = {
    "organisation": "organization",
    "organisations": "organizations",
    "defence": "defense",
    "programme": "program",
}
_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,7}")


@lru_cache(maxsize=200_000)
def tidy(name: str) -> str:
    """The name on one line, without quotation marks around it: « "Acme,  Inc." » -> «Acme, Inc.»."""
    return " ".join(name.split()).strip(" \"“”‘’'`,;:()[]")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Lower case, no accents, straight quotes, no soft hyphens: «Peña’s» -> «pena's»."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("\u00ad", ""))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def lookup_key(name: str) -> str:
    """A name as people look for it: case, accents and the width of spaces do not count."""
    return fold(" ".join(name.split()))


@lru_cache(maxsize=200_000)
def plain_key(name: str) -> str:
    """What is left of a name when spelling does not count: «The Coca-Cola Co» -> «coca cola co»; never empty.

    Dots vanish («U.S.» -> «us»), hyphens and commas part words, «&» is «and», «ESPN+» is «ESPN Plus», «defence» is
    «defense».
    """
    folded = _POSSESSIVE.sub("", fold(tidy(name)))
    told = _PLUS.sub(" plus", folded.replace("&", " and "))
    spelled = re.sub(r"[^\w\s]+", " ", re.sub(r"[.'`]", "", told)).split()
    words = [_AMERICAN.get(word, word) for word in spelled]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or folded or name


@lru_cache(maxsize=200_000)
def is_acronym(name: str) -> bool:
    """Two to seven capitals with or without dots: «EPA», «U.N.», «AT&T»."""
    return _ACRONYM.fullmatch(tidy(name)) is not None


@lru_cache(maxsize=200_000)
def initials(name: str) -> str:
    """The first letters of the words written with a capital: «Centers for Disease Control» -> «CDC»."""
    return "".join(word[0] for word in re.split(r"[\s\-/]+", tidy(name)) if word[0:1].isupper() and fold(word) != "the")
