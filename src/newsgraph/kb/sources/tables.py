"""Lists of known entities as tables: a user's watch list, the seed."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsgraph import ids
from newsgraph.kb.base import KbError
from newsgraph.kb.entry import Entry
from newsgraph.model import EntityType
from newsgraph.spelling import fold, tidy

# What a column may be called, beside its own name.
COLUMNS = {
    "name": "name", "label": "name", "type": "type", "schema": "type", "kind": "type",
    "aliases": "aliases", "alias": "aliases", "other names": "aliases",
    "id": "id", "wikidata": "wikidata", "qid": "wikidata",
    "country": "country", "about": "about", "description": "about", "post": "about", "position": "about",
    "domain": "domain", "latitude": "latitude", "lat": "latitude", "longitude": "longitude", "lon": "longitude",
    "weight": "weight",
}  # fmt: skip


class _Tabs(csv.excel_tab):
    """Tabs part columns, and quotation marks stand for themselves."""

    quoting = csv.QUOTE_NONE


_TYPES = {fold(kind.value): kind for kind in EntityType}


def read_table(path: Path | str, *, source: str = "") -> Iterator[Entry]:
    """The entries of a TSV or CSV file: a header with «name», the rest may be left out; aliases parted by «|».

    A row without a type is a person.

    Raises:
        KbError: when there is no column «name», or a row holds what cannot be.
    """
    path = Path(path)
    source = source or path.stem
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream, dialect=_Tabs if path.suffix.lower() == ".tsv" else csv.excel)
            header = {name: COLUMNS[fold(tidy(name))] for name in rows.fieldnames or () if fold(tidy(name)) in COLUMNS}
            if "name" not in header.values():
                raise KbError(f"{path}: no column «name» in the first line")
            for row in rows:
                values = {field: " ".join((row[name] or "").split()) for name, field in header.items()}
                if values["name"]:
                    yield _entry(values, source, f"{path}:{rows.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KbError(f"{path}: cannot be read: {error}") from error


def _entry(values: Mapping[str, str], source: str, where: str) -> Entry:
    name, about = values["name"], values.get("about", "")
    kind = _type(values.get("type", ""), where)
    wikidata = values.get("wikidata", "")
    own = (
        values.get("id")
        or wikidata
        or f"{ids.slug(name)}-{ids.digest(name, kind, about, values.get('country', ''), length=6)}"
    )
    return Entry(
        id=own if own == wikidata else f"{source}:{own}",
        name=name,
        type=kind,
        aliases=tuple(alias for each in values.get("aliases", "").split("|") if (alias := tidy(each))),
        wikidata=wikidata,
        country=values.get("country", "").lower(),
        about=about,
        domain=values.get("domain", ""),
        latitude=_number(values.get("latitude", ""), where),
        longitude=_number(values.get("longitude", ""), where),
        weight=_number(values.get("weight", ""), where) or 1.0,
        source=source,
    )


def _type(given: str, where: str) -> EntityType:
    if not given:
        return EntityType.PERSON
    kind = _TYPES.get(fold(given).replace(" ", ""))
    if kind is None:
        near = difflib.get_close_matches(fold(given), _TYPES, n=1)
        hint = f"did you mean {_TYPES[near[0]].value}?" if near else f"known are {', '.join(EntityType)}"
        raise KbError(f"{where}: no type {given!r} ({hint})")
    return kind


def _number(given: str, where: str) -> float | None:
    try:
        return float(given) if given else None
    except ValueError as error:
        raise KbError(f"{where}: {given!r} is no number") from error
