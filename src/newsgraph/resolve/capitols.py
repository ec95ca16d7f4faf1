"""Whose capitol «the Capitol» is: that of Congress where the article names Congress; else it stays in the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgraph.resolve.evidence import Record
from newsgraph.resolve.places import place_key

OF_CONGRESS = "US Capitol"
TELLS_OF_CONGRESS = frozenset({"Congress", "U.S. Congress", "US Congress", "Capitol Hill"})


def name_capitols(records: Sequence[Record]) -> Iterable[Record]:
    """The records of an article, with a bare «Capitol» by the name of that of Congress where it is meant."""
    if TELLS_OF_CONGRESS.isdisjoint(record.name for record in records):
        return records
    return (replace(r, name=OF_CONGRESS) if place_key(r.name) == "capitol" else r for r in records)
