"""Quads looked up by pattern, their values as texts: quicker than a query where one node's many properties are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode

from newsgraph.graph.store import GraphStore

WORLD = DefaultGraph()


class Fact(NamedTuple):
    """A quad whose value is an IRI or the text of a literal; ``graph`` is the article, empty in the default graph."""

    subject: NamedNode
    predicate: NamedNode
    value: str
    graph: str


def facts(
    store: GraphStore,
    subject: NamedNode | None = None,
    predicate: NamedNode | None = None,
    value: NamedNode | None = None,
    graph: NamedNode | DefaultGraph | None = WORLD,
) -> Iterator[Fact]:
    """The facts that fit a pattern, in no order; ``None`` fits all."""
    for quad in store.quads(subject, predicate, value, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            where = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
            yield Fact(quad.subject, quad.predicate, quad.object.value, where)


def value_of(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> str:
    """The value of a property in the default graph; empty where there is none."""
    return next((fact.value for fact in facts(store, subject, predicate)), "")
