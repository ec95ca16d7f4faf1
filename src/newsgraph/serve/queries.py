"""SPARQL queries answered from the graph as it is when they come."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

from newsgraph.graph.store import GraphStore
from newsgraph.serve.description import describe
from newsgraph.serve.protocol import RESULTS, TRIPLES, choose_format
from newsgraph.serve.workers import Answer


class Queries:
    """Answers (query or ``None``, accepted media types, address of the endpoint); ``None``: its description."""

    def __init__(self, graph: Path, base: str) -> None:
        self._graph, self._base = graph, base
        self._open: tuple[str, GraphStore] | None = None

    def answer(self, task: tuple[Any, ...]) -> Answer:
        """The answer to a query, from the old graph or the new one."""
        asked, accept, endpoint = task
        store = self._store()
        if asked is None:
            form = choose_format(accept, TRIPLES)
            return Answer(HTTPStatus.OK, form.media_type, describe(store, endpoint, form))
        media_type, body = store.serialized(
            asked.query,
            lambda: choose_format(accept, RESULTS),
            lambda: choose_format(accept, TRIPLES),
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
        )
        return Answer(HTTPStatus.OK, media_type, body)

    def _store(self) -> GraphStore:
        if self._open is None or self._open[1].state != self._open[0]:
            store = GraphStore.open(self._graph, base=self._base)
            self._open = store.state, store
        return self._open[1]
