"""The graph is proved alike by one process and by several."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pyoxigraph import Quad

from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import string
from newsgraph.graph.vocabulary import NG
from newsgraph.ids import DEFAULT_BASE
from newsgraph.verification import verify_workspace

pytestmark = pytest.mark.model


def test_several_processes_find_what_one_finds(sample_workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_workspace, tmp_path / "ws")
    store = GraphStore.open(tmp_path / "ws" / "graph", read_only=False)
    first_claims = {quad.graph_name: quad for quad in store.quads(None, NG.quote, None, None)}
    assert len(first_claims) > 2

    def misquoted(quad: Quad) -> Quad:
        is_chosen = quad == first_claims.get(quad.graph_name)
        return Quad(quad.subject, quad.predicate, string("Nobody said so."), quad.graph_name) if is_chosen else quad

    store.replace_all([misquoted(quad) for quad in store.quads()])
    alone = verify_workspace(tmp_path / "ws", DEFAULT_BASE, workers=1)
    assert len(alone.violations) == len(first_claims)
    assert verify_workspace(tmp_path / "ws", DEFAULT_BASE, workers=2) == alone
