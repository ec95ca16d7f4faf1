"""The graph of a workspace as bytes, to compare it with that of another."""

from __future__ import annotations

import io
from pathlib import Path

from newsgraph.graph.store import GraphStore


def dump(workspace: Path) -> bytes:
    """All quads, sorted, as N-Quads."""
    return dump_store(GraphStore.open(workspace / "graph"))


def dump_store(store: GraphStore) -> bytes:
    """The same of an opened graph."""
    out = io.BytesIO()
    store.dump_sorted_nquads(out)
    return out.getvalue()
