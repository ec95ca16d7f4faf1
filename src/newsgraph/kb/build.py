"""Makes a knowledge base file out of sources; written beside the old one and renamed when it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from newsgraph.kb.base import KbError, write_entries
from newsgraph.kb.entry import Entry
from newsgraph.kb.seed import read_seed
from newsgraph.kb.sources import reader_of
from newsgraph.kb.sources.wikidata import SITELINKS


@dataclass(frozen=True, slots=True)
class Recipe:
    """What goes into a knowledge base: ``watched`` lists go before all else, of a dump what has so many sitelinks."""

    sources: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    with_seed: bool = True
    sitelinks: int = SITELINKS


def build_kb(out: Path, recipe: Recipe) -> int:
    """Write a knowledge base; how many entries it has.

    Raises:
        KbError: when a source cannot be read, or the file cannot be written.
    """
    made = out.with_name(f"{out.name}.new")
    try:
        made.unlink(missing_ok=True)
        db = sqlite3.connect(made)
        try:
            names = ["seed"] * recipe.with_seed + [*recipe.watched, *recipe.sources]
            count = write_entries(db, _entries(recipe), {"sources": ", ".join(names)})
        finally:
            db.close()
        made.replace(out)
    except (OSError, sqlite3.Error) as error:
        raise KbError(f"{out}: cannot be written: {error}") from error
    finally:
        made.unlink(missing_ok=True)
    return count


def _entries(recipe: Recipe) -> Iterator[Entry]:
    for source in recipe.watched:
        yield from (replace(entry, watched=True) for entry in reader_of(source)(source, sitelinks=0))
    if recipe.with_seed:
        yield from read_seed()
    yield from chain.from_iterable(_read(recipe.sources, recipe.sitelinks))


def _read(sources: Sequence[str], sitelinks: int) -> Iterator[Iterator[Entry]]:
    for source in sources:
        yield reader_of(source)(source, sitelinks=sitelinks)
