"""A server on loopback with the graph of the small corpus, for all tests of this folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from waitress import create_server

from newsgraph.graph.store import GraphStore
from newsgraph.serve import Application, Explorer, Limits, Queries, Workers
from tests.graph.corpus import corpus
from tests.loopback import LOOPBACK, no_network

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
    server = create_server(Application(workers, views), host=LOOPBACK, port=0, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://{LOOPBACK}:{server.effective_port}/sparql"
    server.close()
    workers.close()
    views.close()
