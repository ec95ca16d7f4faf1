"""Watch lists in FollowTheMoney's JSON lines, as OpenSanctions and Aleph give them out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from newsgraph.kb.base import KbError
from newsgraph.kb.entry import Entry
from newsgraph.model import EntityType

# Schemata of things with names that news speaks of; those of other schemata (payments, addresses) are passed over.
TYPES = {
    "Person": EntityType.PERSON,
    "LegalEntity": EntityType.ORGANIZATION,
    "Organization": EntityType.ORGANIZATION,
    "Company": EntityType.COMPANY,
    "PublicBody": EntityType.GOVERNMENT_BODY,
    "Vessel": EntityType.PRODUCT,
    "Airplane": EntityType.PRODUCT,
}


class _Properties(msgspec.Struct):
    name: list[str] = []
    alias: list[str] = []
    country: list[str] = []
    position: list[str] = []
    wikidataId: list[str] = []  # noqa: N815 - the format's own name
    website: list[str] = []


class _Thing(msgspec.Struct):
    id: str
    schema: str
    properties: _Properties = msgspec.field(default_factory=_Properties)
    caption: str = ""


def read_ftm(path: Path | str) -> Iterator[Entry]:
    """The entries of a file of FollowTheMoney entities, one a line.

    Raises:
        KbError: when a line is no such entity.
    """
    path = Path(path)
    decoder = msgspec.json.Decoder(_Thing)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                thing = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise KbError(f"{path}:{number}: no FollowTheMoney entity: {error}") from error
            names = list(dict.fromkeys(filter(None, [thing.caption, *thing.properties.name])))
            if names and thing.schema in TYPES:
                yield _entry(thing, names, path.stem)


def _entry(thing: _Thing, names: list[str], source: str) -> Entry:
    return Entry(
        id=f"{source}:{thing.id}",
        name=names[0],
        type=TYPES[thing.schema],
        aliases=tuple(dict.fromkeys([*names[1:], *thing.properties.alias])),
        wikidata=next(iter(thing.properties.wikidataId), ""),
        country=next(iter(thing.properties.country), ""),
        about="; ".join(thing.properties.position[:3]),
        source=source,
    )
