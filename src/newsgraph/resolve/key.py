"""Kinds of things, and keys: what a chain is called, in one spelling, among things of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsgraph.model import EntityType
from newsgraph.resolve.people import PersonName


class Kind(StrEnum):
    """Types that articles may give to one and the same thing: a company and a news outlet are one kind."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    PRODUCT = "product"
    LAW = "law"
    GROUP = "group"
    POSITION = "position"
    ANONYMOUS_SOURCE = "anonymous source"

    __hash__ = str.__hash__  # kinds stand in every key: Enum's own hash takes a third of the stage's time


KINDS = {
    EntityType.PERSON: Kind.PERSON,
    EntityType.PLACE: Kind.PLACE,
    EntityType.COUNTRY: Kind.PLACE,
    EntityType.CITY: Kind.PLACE,
    EntityType.REGION: Kind.PLACE,
    EntityType.FACILITY: Kind.PLACE,
    EntityType.EVENT: Kind.EVENT,
    EntityType.WORK: Kind.WORK,
    EntityType.PRODUCT: Kind.PRODUCT,
    EntityType.LAW: Kind.LAW,
    EntityType.GROUP: Kind.GROUP,
    EntityType.POSITION: Kind.POSITION,
    EntityType.ANONYMOUS_SOURCE: Kind.ANONYMOUS_SOURCE,
}


def kind_of(type_: EntityType) -> Kind:
    """The kind of a type; every type that is not listed is some organisation."""
    return KINDS.get(type_, Kind.ORGANIZATION)


class Key(NamedTuple):
    """What a chain is called, in one spelling, among things of its kind.

    ``within`` is the article or chain to which a name that says too little is confined; empty: the corpus.
    """

    kind: Kind
    text: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """The key that a chain has by itself, with the parts of a person's name and the type of what is known.

    ``is_sure``: it has that key whatever other articles take the name for.
    """

    key: Key
    person: PersonName | None = None
    type: EntityType | None = None
    is_sure: bool = False
