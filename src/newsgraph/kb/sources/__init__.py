"""Where known entities come from: one reader a format; each yields entries and holds none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from newsgraph.kb.base import KbError
from newsgraph.kb.entry import Entry
from newsgraph.kb.sources.ftm import read_ftm
from newsgraph.kb.sources.geonames import read_geonames
from newsgraph.kb.sources.tables import read_table
from newsgraph.kb.sources.wikidata import read_wikidata

GEONAMES = "geonames"
_TABLES = (".tsv", ".csv")
_FTM = (".jsonl", ".ndjson", ".ftm", ".ijson")
_DUMPS = (".json", ".json.gz", ".json.bz2")


def reader_of(source: str) -> Callable[..., Iterator[Entry]]:
    """The reader for a source, told by its name: «geonames», a table, FollowTheMoney lines, a Wikidata dump.

    Raises:
        KbError: when it does not exist, or its form is not known.
    """
    if source == GEONAMES:
        return lambda _, **__: read_geonames()
    name = source.lower()
    if not Path(source).is_file():
        raise KbError(f"{source}: no such file; a source is a file or the word {GEONAMES}")
    if name.endswith(_TABLES):
        return lambda path, **_: read_table(path)
    if name.endswith(_FTM):
        return lambda path, **_: read_ftm(path)
    if name.endswith(_DUMPS):
        return read_wikidata
    known = ", ".join((*_TABLES, *_FTM, *_DUMPS))
    raise KbError(f"{source}: not known by its suffix; known are {known} and the word {GEONAMES}")
