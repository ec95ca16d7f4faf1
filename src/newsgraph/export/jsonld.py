"""The graph as JSON-LD: both layers, with a context of prefixes; one subject a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from newsgraph.export.contract import Written
from newsgraph.export.rdf import refuse_selection, sorted_quads
from newsgraph.graph.results import Term, text_of
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import named_graphs
from newsgraph.graph.vocabulary import RDF, XSD, shorten


def export_jsonld(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes both layers as JSON-LD: the subjects of the default graph, then the graph of each article."""
    refuse_selection(selection)
    count = 0
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + _json(dict(sorted(store.prefixes.items()))) + ', "@graph": [')
        separator = "\n"
        for line, quads in _subjects(store, DefaultGraph()):
            file.write(separator + line)
            separator, count = ",\n", count + quads
        for graph in named_graphs(store):
            lines = []
            for line, quads in _subjects(store, graph):
                lines.append(line)
                count += quads
            name = _json(shorten(graph.value, store.prefixes))
            file.write(separator + '{"@id": ' + name + ', "@graph": [\n' + ",\n".join(lines) + "]}")
            separator = ",\n"
        file.write("\n]}\n")
    return Written(quads=count)


def _subjects(store: GraphStore, graph: NamedNode | DefaultGraph) -> Iterator[tuple[str, int]]:
    """Each subject of a graph with all that is said of it, as JSON, and how many quads that is."""
    for subject, quads in groupby(sorted_quads(store, graph), key=lambda quad: quad.subject):
        of_subject = list(quads)
        yield _json(_node(subject, of_subject, store.prefixes)), len(of_subject)


def _node(subject: Term, quads: list[Quad], prefixes: Mapping[str, str]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _id(subject, prefixes)}
    for predicate, of_predicate in groupby(quads, key=lambda quad: quad.predicate):
        if predicate == RDF.type:
            node["@type"] = [_id(quad.object, prefixes) for quad in of_predicate]
            continue
        values = [_value(quad.object, prefixes) for quad in of_predicate]
        node[shorten(predicate.value, prefixes)] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term, prefixes: Mapping[str, str]) -> object:
    """Numbers stay texts with a type: JSON would read 0.10 as 0.1."""
    if not isinstance(term, Literal):
        return {"@id": _id(term, prefixes)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD.string:
        return term.value
    return {"@value": term.value, "@type": shorten(term.datatype.value, prefixes)}


def _id(term: Term, prefixes: Mapping[str, str]) -> str:
    return str(term) if isinstance(term, BlankNode) else shorten(text_of(term), prefixes)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
