"""Wikidata's JSON dump, read as a stream: one entity a line, gzip, bzip2 or plain."""

from __future__ import annotations

import bz2
import gzip
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import msgspec

from newsgraph.kb.base import KbError
from newsgraph.kb.entry import Entry
from newsgraph.model import EntityType

# Entities that fewer Wikipedias write about are passed over.
SITELINKS = 5
INSTANCE_OF, COORDINATES, WEBSITE = "P31", "P625", "P856"


class _Text(msgspec.Struct):
    value: str


class _DataValue(msgspec.Struct):
    value: Any = None


class _Snak(msgspec.Struct):
    datavalue: _DataValue | None = None


class _Claim(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"


class _Claims(msgspec.Struct, rename={"instance_of": INSTANCE_OF, "coordinates": COORDINATES, "website": WEBSITE}):
    instance_of: list[_Claim] = []
    coordinates: list[_Claim] = []
    website: list[_Claim] = []


class _Item(msgspec.Struct):
    """An entity; what is empty the dump writes as a list."""

    id: str
    labels: dict[str, _Text] | list[Any] = {}
    aliases: dict[str, list[_Text]] | list[Any] = {}
    descriptions: dict[str, _Text] | list[Any] = {}
    sitelinks: dict[str, msgspec.Raw] | list[Any] = {}
    claims: _Claims | list[Any] = []


@cache
def _types() -> dict[str, EntityType]:
    """Class of Wikidata -> our type."""
    text = resources.files("newsgraph.kb").joinpath("wikidata_classes.toml").read_text(encoding="utf-8")
    return {item: EntityType(kind) for kind, items in tomllib.loads(text).items() for item in items}


def read_wikidata(path: Path | str, *, sitelinks: int = SITELINKS) -> Iterator[Entry]:
    """The entities of a dump that have an English name, a known class, and so many sitelinks; in constant memory.

    Raises:
        KbError: when the file is cut short or a line is no entity.
    """
    path = Path(path)
    decoder = msgspec.json.Decoder(_Item)
    number = 0
    try:
        with _open(path) as lines:
            for line in lines:
                number += 1
                text = line.strip().rstrip(b",")
                if text in (b"", b"[", b"]"):
                    continue
                item = decoder.decode(text)
                if item.id.startswith("Q") and len(item.sitelinks) >= sitelinks:
                    yield from _entry(item)
    except msgspec.DecodeError as error:
        raise KbError(f"{path}:{number}: no entity of Wikidata: {error}") from error
    except (OSError, EOFError) as error:
        raise KbError(f"{path}: cannot be read to its end: {error}") from error


def _open(path: Path) -> IO[bytes]:
    openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open}
    opened: IO[bytes] = openers.get(path.suffix, open)(path, "rb")
    return opened


def _entry(item: _Item) -> Iterator[Entry]:
    labels, aliases, descriptions = _filled(item.labels), _filled(item.aliases), _filled(item.descriptions)
    label = labels.get("en") or labels.get("mul")
    if label is None or not isinstance(item.claims, _Claims):
        return
    classes = [value.get("id") for value in _values(item.claims.instance_of) if isinstance(value, dict)]
    kind = next((_types()[each] for each in classes if each in _types()), None)
    if kind is None:
        return
    place = next((value for value in _values(item.claims.coordinates) if isinstance(value, dict)), {})
    site = next((value for value in _values(item.claims.website) if isinstance(value, str)), "")
    yield Entry(
        id=item.id,
        name=label.value,
        type=kind,
        aliases=tuple(dict.fromkeys(alias.value for alias in aliases.get("en", ()))),
        wikidata=item.id,
        about=descriptions["en"].value if "en" in descriptions else "",
        domain=(urlsplit(site).hostname or "").removeprefix("www.") if kind is EntityType.NEWS_OUTLET else "",
        latitude=_degrees(place.get("latitude")),
        longitude=_degrees(place.get("longitude")),
        weight=float(len(item.sitelinks)),
        source="wikidata",
    )


def _filled(texts: dict[str, Any] | list[Any]) -> dict[str, Any]:
    return texts if isinstance(texts, dict) else {}


def _values(claims: list[_Claim]) -> Iterator[Any]:
    """The values that are not deprecated, preferred ones first."""
    for claim in sorted(claims, key=lambda claim: claim.rank != "preferred"):
        if claim.rank != "deprecated" and claim.mainsnak.datavalue is not None:
            yield claim.mainsnak.datavalue.value


def _degrees(value: Any) -> float | None:
    return round(float(value), 4) if isinstance(value, int | float) else None
