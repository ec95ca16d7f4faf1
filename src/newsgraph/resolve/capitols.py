"""Whose capitol «the Capitol» is: that of Congress where the article tells of it; else it stays in the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgraph.resolve.evidence import Record
from newsgraph.resolve.known import Known
from newsgraph.resolve.places import place_key

OF_CONGRESS = "US Capitol"
TELLS_OF_CONGRESS = frozenset({"Congress", "U.S. Congress", "US Congress", "Capitol Hill"})
CHAMBERS = ("House ", "Senate ")


def name_capitols(records: Sequence[Record], known: Known) -> Iterable[Record]:
    """The records of an article, with a bare «Capitol» by the name of that of Congress where it is meant."""
    if not any(_tells_of_congress(record.name, known) for record in records):
        return records
    return (replace(r, name=OF_CONGRESS) if place_key(r.name) == "capitol" else r for r in records)


def _tells_of_congress(name: str, known: Known) -> bool:
    is_of_a_chamber = name.startswith(CHAMBERS) and (body := known.body(name)) is not None and body.country == "us"
    return name in TELLS_OF_CONGRESS or is_of_a_chamber
