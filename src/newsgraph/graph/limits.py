"""A query with a time limit: asked in a process of its own, since the store's engine cannot be interrupted."""

from __future__ import annotations

from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from newsgraph.errors import NewsgraphError, QueryError
from newsgraph.graph.queries import run_named
from newsgraph.graph.results import QueryResult
from newsgraph.graph.store import GraphStore


def ask_within(
    seconds: float, graph: Path, base: str, query: str, values: Mapping[str, str] | None = None
) -> QueryResult:
    """The answer to a SPARQL query, or to a named query when ``values`` are given, within so many seconds.

    Raises:
        QueryError: when it takes longer; other errors as for ``GraphStore.query`` and ``run_named``.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_ask, args=(theirs, graph, base, query, values), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise QueryError(f"the query took longer than {seconds:g} seconds")
        answer: QueryResult | NewsgraphError = ours.recv()
    except EOFError as error:
        raise QueryError("the query ended its process: it may need more memory than there is") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, NewsgraphError):
        raise answer
    return answer


def _ask(pipe: Connection, graph: Path, base: str, query: str, values: Mapping[str, str] | None) -> None:
    try:
        store = GraphStore.open(graph, base=base)
        pipe.send(store.query(query) if values is None else run_named(store, query, values))
    except NewsgraphError as error:
        pipe.send(error)
