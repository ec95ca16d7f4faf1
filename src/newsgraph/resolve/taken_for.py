"""Known names of several words that were taken for something else: «Wolf Blitzer» the body, «Pearl Harbor» the man."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.model import EntityType
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.kinds import is_surely_person
from newsgraph.resolve.known import Known

# What a person's name is taken for; buildings, ships, books and companies are named after people.
TAKEN_FOR = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.REGION})


def as_known(record: Record, known: Known) -> Record:
    """The record, as what its name is known to be and nothing else."""
    if " " not in record.name:
        return record
    if record.type in TAKEN_FOR:
        is_person = known.person(record.name) is not None and not known.places(record.name)
        return replace(record, type=EntityType.PERSON) if is_person and known.body(record.name) is None else record
    if record.type is EntityType.PERSON and not is_surely_person(record) and known.person(record.name) is None:
        places = known.places(record.name)
        return replace(record, type=places[0].type) if places else record
    return record
