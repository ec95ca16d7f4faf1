"""From the store to a server that keeps the graph too: what has changed, or all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from newsgraph.errors import WorkspaceError
from newsgraph.graph.server import Graph, SparqlServer
from newsgraph.graph.store import Change, GraphStore
from newsgraph.graph.vocabulary import NG, OWL

# Triples that go in one request, and those that one request takes out.
SENT_TOGETHER, REMOVED_TOGETHER = 50_000, 500

_ARTICLE_GRAPHS = f"SELECT ?g {{ GRAPH ?g {{ ?g {NG.extractor} ?x }} }}"
_Value = TypeVar("_Value")


def send_graph(store: GraphStore, server: SparqlServer, before: str, change: Change | None) -> int:
    """Let a server hold what the store holds; the number of triples sent, 0 when it held it already.

    The server keeps a note of the state that it holds. ``change`` is what led from the state ``before`` to the
    store's; without it, or when the server holds another state, all is sent.

    Raises:
        WorkspaceError: when the server cannot be reached or refuses, or holds a graph that is not newsgraph's.
    """
    note = NamedNode(f"{store.base}state")
    held = _held_state(server, note)
    if held == store.state:
        return 0
    if held is None and server.holds(server.world):
        raise WorkspaceError(f"{server.graphs}: another graph is kept here: give newsgraph a data set of its own")
    # A run that is cut short leaves no state that a change could start from.
    server.put(note, [Triple(note, OWL.versionInfo, Literal(""))])
    sent = _send_change(store, server, change) if change and held == before else _send_all(store, server)
    server.put(note, [Triple(note, OWL.versionInfo, Literal(store.state))])
    return sent


def _held_state(server: SparqlServer, note: NamedNode) -> str | None:
    """The state that the server holds; empty: it is unfinished; ``None``: it never held any."""
    return next((str(triple.object.value) for triple in server.read(note) if isinstance(triple.object, Literal)), None)


def _send_all(store: GraphStore, server: SparqlServer) -> int:
    server.drop(server.world)
    there = {row["g"] for row in server.select(_ARTICLE_GRAPHS)}
    own = {NamedNode(graph.value) for graph in there if graph.value.startswith(store.base)}
    if server.takes_quads:
        for graph in own:
            server.drop(graph)
        for quads in _parts(store.quads(), SENT_TOGETHER):
            server.add_quads(quads)
        return len(store)
    graphs = _named(store.quads(predicate=NG.extractor))
    for graph in own - graphs:
        server.drop(graph)
    sent = sum(_replace(graph, store, server) for graph in graphs)
    return sent + _add_to_world(_of_world(store.quads(graph=DefaultGraph())), server)


def _send_change(store: GraphStore, server: SparqlServer, change: Change) -> int:
    sent = sum(_replace(graph, store, server) for graph in _named((*change.removed, *change.added)))
    for triples in _parts(_of_world(change.removed), REMOVED_TOGETHER):
        server.remove(server.world, triples)
    return sent + _add_to_world(_of_world(change.added), server)


def _named(quads: Iterable[Quad]) -> set[NamedNode]:
    return {quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}


def _of_world(quads: Iterable[Quad]) -> Iterator[Triple]:
    return (quad.triple for quad in quads if quad.graph_name == DefaultGraph())


def _replace(graph: Graph, store: GraphStore, server: SparqlServer) -> int:
    triples = [quad.triple for quad in store.quads(graph=graph)]
    if triples:
        server.put(graph, triples)
    else:
        server.drop(graph)
    return len(triples)


def _add_to_world(triples: Iterable[Triple], server: SparqlServer) -> int:
    sent = 0
    for part in _parts(triples, SENT_TOGETHER):
        server.add(server.world, part)
        sent += len(part)
    return sent


def _parts(values: Iterable[_Value], size: int) -> Iterator[list[_Value]]:
    left = iter(values)
    while part := list(islice(left, size)):
        yield part
