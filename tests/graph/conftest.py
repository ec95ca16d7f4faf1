"""The small corpus and its store, for all tests of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.graph.store import GraphStore
from tests.graph.corpus import Corpus, corpus


@pytest.fixture
def small() -> Corpus:
    return corpus()


@pytest.fixture
def store(small: Corpus, tmp_path: Path) -> GraphStore:
    return small.store(tmp_path / "graph")
