"""What every exporter is: a function that writes one format, and says how much it wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How much was written: nodes and edges of a network, quads, or annotations; ``None``: not of this kind."""

    nodes: int | None = None
    edges: int | None = None
    quads: int | None = None
    annotations: int | None = None


class Drawing(Protocol):
    """An exporter whose files have a place for positions; they are left out when ``layout`` is false."""

    def __call__(  # noqa: D102 - the class says it
        self, store: GraphStore, out: Path, selection: Selection, /, *, layout: bool = True
    ) -> Written: ...


# Writes the graph, or what of it is selected, to a path at which nothing stands yet.
Exporter = Callable[[GraphStore, Path, Selection], Written]
