"""A known person's name read together with what introduces it: «House Speaker John Boehner», «UN Nikki Haley»."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from newsgraph.model import EntityType
from newsgraph.posts import role_head
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.facts import is_post
from newsgraph.resolve.key import Kind, kind_of
from newsgraph.resolve.known import Known
from newsgraph.resolve.people import strip_titles
from newsgraph.resolve.places import country_named
from newsgraph.spelling import is_acronym

# So many words has a person's name at most («J. Christopher Stevens»), and two at least.
NAME_LENGTHS = (4, 3, 2)
# «B. Kellyanne Conway», of a list
_LETTER = re.compile(r"[A-Z]\.")
# «Joe Manchin D-W.Va.»
_PARTY_AND_STATE = re.compile(r"\s+\(?[DRI]-.*$")


def without_introduction(record: Record, known: Known) -> Record:
    """The record, as that of the known person whose name ends its name, where it is only introduced before."""
    if kind_of(record.type) not in (Kind.PERSON, Kind.ORGANIZATION):
        return record
    person = _introduced(record.name, known)
    return record if person is None else replace(record, name=person, surfaces=(person,), type=EntityType.PERSON)


@lru_cache(maxsize=50_000)
def _introduced(name: str, known: Known) -> str | None:
    if known.body(name) is not None:
        return None
    words = _PARTY_AND_STATE.sub("", name).split()
    for length in NAME_LENGTHS:
        before, person = " ".join(words[:-length]), " ".join(words[-length:])
        if len(words) >= length and strip_titles(person) == person and known.person(person):
            is_introduced = person != name and (not before or _introduces(before, known))
            return person if is_introduced else None
    return None


def _introduces(words: str, known: Known) -> bool:
    if _LETTER.fullmatch(words):
        return True
    is_somewhere = bool(country_named(words, as_place=True) or known.places(words))
    return is_post(role_head(words)) or is_somewhere or known.body(words) is not None or is_acronym(words)
