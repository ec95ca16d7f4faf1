"""Names of organisations: legal forms, and names that say too little."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from newsgraph.resolve.facts import body_words, read_facts
from newsgraph.spelling import plain_key
from newsgraph.territories import get_territories

# «Facebook Inc. FB»: as it is called on the exchange.
_TICKER = re.compile(r"\b(Inc|Corp|Co|Ltd|PLC)\.? [A-Z]{1,5}$")
_WEB_SUFFIX = re.compile(r"\.com\b", re.IGNORECASE)


@lru_cache(maxsize=200_000)
def body_key(name: str) -> str:
    """What is left of an organisation's name without legal form: «Dow Chemical Co.» -> «dow chemical»."""
    whole = plain_key(_TICKER.sub(r"\1", _WEB_SUFFIX.sub("", name)))
    words = whole.removeprefix("us ").replace("house of representatives ", "house ").split()
    words = words if words[:1] == ["house"] and words[-1] == "committee" else whole.split()
    while len(words) > 1 and words[-1] in body_words("legal_forms"):
        words = words[:-1]
        if len(words) > 1 and words[-1] == "and":
            words = words[:-1]
    key = " ".join(words)
    return whole if is_local_body(key) else key


def is_local_body(key: str) -> bool:
    """Whether a key says only what kind of body it is, or whose: «foreign ministry», «times», «us embassy»."""
    words = key.split()
    if words[-1:] == ["committee"] and " ".join(words[:-1]) in body_words("of_both_houses"):
        return True
    field = key.removeprefix("ministry of ").removeprefix("the ").removesuffix(" ministry")
    if field != key and field in body_words("of_ministries"):
        return True
    is_one_of_many = any(" ".join(words[-length:]) in body_words("local_tails") for length in (1, 2))
    return key in body_words("local") or is_one_of_many or all(word in body_words("legal_forms") for word in words)


@cache
def parties_of_one_name() -> Mapping[str, Mapping[str, str]]:
    """Spelling of a party's name -> the countries that have one, and the key of each: «labour party israel»."""
    countries = {territory.code: plain_key(territory.name) for territory in get_territories()}
    return {
        spelled: {code: f"{party['name']} {countries[code]}" for code in party["countries"]}
        for party in read_facts("bodies.toml")["parties"]
        for spelled in party["spelled"]
    }


def is_of_a_party(name: str) -> bool:
    """Whether a name only says of which party somebody is: «the Virginia Republican»."""
    return plain_key(name).split()[-1] in ("democrat", "republican")


def is_common_word(key: str) -> bool:
    """Whether a key is a word of the language rather than a name: «budget», «media»."""
    return key in body_words("common")


def is_outlet_or_word(key: str) -> bool:
    """Whether a key is an outlet's name and a common word: «hill», «reason»."""
    return key in body_words("outlets")
