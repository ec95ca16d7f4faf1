"""The small corpus of the graph's tests, and one of nasty texts, as stores that the tests only read."""

from __future__ import annotations

import pytest

from newsgraph.graph.store import GraphStore
from tests.export.nasty import nasty_store
from tests.graph.corpus import corpus


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return corpus().store(tmp_path_factory.mktemp("corpus") / "graph")


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return nasty_store(tmp_path_factory.mktemp("nasty") / "graph")
