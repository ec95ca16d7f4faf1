"""Known names that were taken for something else: «Wolf Blitzer» the body, «Pearl Harbor» and «Washington» the men."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from newsgraph.kb import Entry
from newsgraph.model import EntityType
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.kinds import is_surely_person
from newsgraph.resolve.known import DOMINANT, OFTEN_IN_THE_NEWS, Known
from newsgraph.spelling import fold

# What a person's name is taken for; buildings, ships, books and companies are named after people.
TAKEN_FOR = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.REGION})
# A given name of old that nobody in the news goes by.
WASHINGTON = "washington"


def as_known(record: Record, known: Known, families: AbstractSet[str]) -> Record:
    """The record, as what its name is known to be and nothing else.

    ``families`` are the last words of the names of several words that the article gives people.
    """
    if record.type in TAKEN_FOR and " " in record.name:
        is_person = known.person(record.name) is not None and not known.places(record.name)
        return replace(record, type=EntityType.PERSON) if is_person and known.body(record.name) is None else record
    if record.type is not EntityType.PERSON or is_surely_person(record) or known.person(record.name) is not None:
        return record
    places = known.places(record.name)
    if places and (" " in record.name or (record.name not in families and _is_foremost(places[0], known))):
        return replace(record, type=places[0].type)
    return record


def _is_foremost(place: Entry, known: Known) -> bool:
    """Whether one word means this place far oftener than anybody: «Washington»; not «Austin»."""
    word = fold(place.name)
    is_given = word in known_given_names() and word != WASHINGTON
    if is_given or place.weight < OFTEN_IN_THE_NEWS:
        return False
    return place.weight >= DOMINANT * max(known.weights(word).values(), default=1.0)
