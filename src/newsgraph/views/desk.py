"""What all views are made from: the graph, the texts of its articles, and its atlas."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec

from newsgraph.errors import NotFoundError
from newsgraph.graph.find import find_entity
from newsgraph.graph.store import GraphStore
from newsgraph.version import __version__
from newsgraph.views.atlas import Atlas, read_atlas
from newsgraph.views.picture import Picture, draw_map

_KEPT = "atlas"


class Desk:
    """A graph with the texts of its articles (by id), and its atlas, which is kept beside it."""

    def __init__(self, store: GraphStore, texts: Mapping[str, str]) -> None:
        self.store, self.texts = store, texts
        self._maps: dict[int, Picture] = {}

    @cached_property
    def atlas(self) -> Atlas:
        """The atlas of the graph: read anew only where the one that is kept is of another graph."""
        kept, stamp = self.store.path / _KEPT, f"{__version__} {self.store.state}"
        try:
            found_stamp, found = msgspec.msgpack.decode(kept.read_bytes(), type=tuple[str, Atlas])
        except (OSError, msgspec.MsgspecError):
            found_stamp = ""
        if found_stamp == stamp and self.store.state:
            return found
        atlas = read_atlas(self.store)
        _keep(kept, msgspec.msgpack.encode((stamp, atlas)))
        return atlas

    def map(self, most: int) -> Picture:
        """The map of so many entities: drawn once, since finding places takes time."""
        if most not in self._maps:
            self._maps[most] = draw_map(self.atlas, most)
        return self._maps[most]

    def number(self, name: str) -> int:
        """The number of the entity that a name or IRI means.

        Raises:
            NotFoundError: when there is none, or several.
        """
        iri = find_entity(self.store, name)
        if iri not in self.atlas.number_of:
            raise NotFoundError(f"{iri}: no entity has this IRI")
        return self.atlas.number_of[iri]


def _keep(path: Path, content: bytes) -> None:
    """Kept whole or not at all; where nothing can be written it is made anew next time."""
    with suppress(OSError), tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.") as beside:
        written = Path(beside) / path.name
        written.write_bytes(content)
        written.replace(path)
