"""The graph as rdflib has it: a copy in memory, for those who work with rdflib."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.graph.results import Term
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import XSD


def as_rdflib(store: GraphStore) -> rdflib.Dataset:
    """A copy of the whole graph. As in the store, a query sees the default graph unless it says GRAPH."""
    dataset = rdflib.Dataset()
    for prefix, iri in store.prefixes.items():
        dataset.bind(prefix, iri, replace=True)
    graphs: dict[str, rdflib.Graph] = {}
    for quad in store.quads():
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if name not in graphs:
            graphs[name] = dataset.graph(rdflib.URIRef(name)) if name else dataset.default_graph
        graphs[name].add(_triple(quad))
    return dataset


def add_to(graph: rdflib.Graph, quads: Iterable[Quad]) -> None:
    """Puts the triples of some quads, whatever graph they stand in, into one rdflib graph."""
    nodes: dict[Term, rdflib.term.Node] = {}
    for quad in quads:
        parts = (quad.subject, quad.predicate, quad.object)
        for part in parts:
            if part not in nodes:
                nodes[part] = _node(part)
        graph.add((nodes[parts[0]], nodes[parts[1]], nodes[parts[2]]))


def _triple(quad: Quad) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    return _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: Term) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"newsgraph writes neither blank nodes nor triple terms: {term}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype == XSD.string:
        return rdflib.Literal(term.value)  # as rdflib's own parsers have it: equal to Literal("text")
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
