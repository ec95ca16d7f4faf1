"""A server on loopback with the graph of the small corpus, for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.graph.store import GraphStore
from newsgraph.serve import Explorer, Limits, Queries, Workers
from tests.graph.corpus import corpus
from tests.loopback import no_network, serving

__all__ = ["no_network"]

SECONDS = 5.0


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return corpus().store(tmp_path_factory.mktemp("served") / "graph")


@pytest.fixture(scope="session")
def endpoint(graph: GraphStore) -> Iterator[str]:
    """The address of the endpoint."""
    workers = Workers(Queries(Path(graph.path), "https://newsgraph.example/"), Limits(seconds=SECONDS, workers=1))
    views = Workers(Explorer(graph.path.parent, write=False), Limits(seconds=SECONDS, workers=1))
    with serving(workers, views) as host:
        yield f"http://{host}/sparql"
