"""What is known from the start: the tables beside this module, and the countries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from newsgraph.config import Config
from newsgraph.kb.base import KnowledgeBase
from newsgraph.kb.entry import Entry
from newsgraph.kb.sources.tables import read_table

SOURCE = "seed"


def read_seed() -> Iterator[Entry]:
    """The entries of the seed."""
    with resources.as_file(resources.files("newsgraph.kb").joinpath("seed")) as folder:
        for path in sorted(Path(folder).glob("*.tsv")):
            yield from read_table(path, source=SOURCE)


def workspace_kb(folder: Path, config: Config) -> KnowledgeBase:
    """The knowledge base of a workspace's settings; a relative path starts from the workspace's folder.

    Raises:
        KbError: as ``open_kb``.
    """
    return open_kb(str(folder / config.kb) if config.kb else "")


@cache
def open_kb(path: str = "") -> KnowledgeBase:
    """The knowledge base in a file, or that of the seed alone where no file is named.

    Raises:
        KbError: when the file holds none.
    """
    return KnowledgeBase.open(Path(path)) if path else KnowledgeBase.of(read_seed())
