"""The SHACL shapes, applied to as much of the graph at a time as fits the memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import pyshacl
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad
from rdflib.namespace import RDFS, SH

from newsgraph.graph.rdflib_view import add_to
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NGR, RDF, ontology_path, shorten

# Each call reads the shapes again (0.1 s); many quads at once need memory (about 1 kB each).
BATCH_QUADS = 50_000
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


class ShapeCheck:
    """Takes the quads of nodes, checks them in batches, and keeps what is wrong.

    What a shape wants to know of other nodes is what they are: that is looked up in the store.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._shapes = read_shapes()
        self._ends = _take_out_ends(self._shapes)
        self._batch = rdflib.Graph()
        self._found: list[str] = []

    def add(self, quads: Collection[Quad]) -> None:
        """Takes in all quads of a graph that belong to some nodes."""
        add_to(self._batch, quads)
        for quad in quads:
            if quad.predicate in self._ends:
                self._found += self._wrong_ends(quad)
            elif quad.predicate.value.startswith(NGR.iri) and isinstance(quad.object, NamedNode):
                add_to(self._batch, self._store.quads(quad.object, RDF.type, None, DefaultGraph()))
        if len(self._batch) >= BATCH_QUADS:
            self._check()

    def violations(self) -> list[str]:
        """What is wrong in the quads since the last call of this."""
        self._check()
        found, self._found = self._found, []
        return found

    def _wrong_ends(self, quad: Quad) -> Iterator[str]:
        target = quad.object
        for kind, message in self._ends[quad.predicate]:
            if not isinstance(target, NamedNode) or not self._store.holds(Quad(target, RDF.type, kind)):
                yield _told(str(quad.subject).strip("<>"), message, str(target).strip("<>"), self._store.prefixes)

    def _check(self) -> None:
        if len(self._batch):
            self._found += shape_violations(self._batch, self._shapes, self._store.prefixes)
            self._batch = rdflib.Graph()


def _take_out_ends(shapes: rdflib.Graph) -> Mapping[NamedNode, list[tuple[NamedNode, str]]]:
    """What the end of a link has to be by these shapes, with the message, by predicate; they no longer ask for it."""
    ends: dict[NamedNode, list[tuple[NamedNode, str]]] = defaultdict(list)
    for part, kind in list(shapes.subject_objects(SH["class"])):
        path, message = shapes.value(part, SH.path), shapes.value(part, SH.message)
        ends[NamedNode(str(path))].append((NamedNode(str(kind)), str(message)))
        shapes.remove((part, SH["class"], kind))
    return ends


def read_shapes() -> rdflib.Graph:
    """The shapes of ``ontologies/shapes.ttl``, each property with the targets of the shape it stands in.

    The meaning is the same; but pyshacl then takes all nodes through a property at once, instead of all
    properties through one node after another, which is five times quicker.
    """
    shapes = rdflib.Graph().parse(ontology_path("shapes.ttl"), format="turtle")
    for shape, part in list(shapes.subject_objects(SH.property)):
        for target in _TARGETS:
            for node in shapes.objects(shape, target):
                shapes.add((part, target, node))
        shapes.remove((shape, SH.property, part))
        shapes.add((part, rdflib.RDF.type, SH.PropertyShape))
        shapes.add((part, RDFS.isDefinedBy, shape))
    for shape in list(shapes.subjects(rdflib.RDF.type, SH.NodeShape)):
        for target in _TARGETS:
            shapes.remove((shape, target, None))
    return shapes


def shape_violations(data: rdflib.Graph, shapes: rdflib.Graph, prefixes: Mapping[str, str] | None = None) -> list[str]:
    """Each breach of a shape as a sentence: which node, what should hold, and the value that does not."""
    conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if conforms:
        return []
    return [_sentence(results, result, prefixes or {}) for result in results.subjects(SH.resultMessage, None)]


def _sentence(results: rdflib.Graph, result: rdflib.term.Node, prefixes: Mapping[str, str]) -> str:
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    message = results.value(result, SH.resultMessage)
    return _told(str(focus), str(message), "" if value is None else str(value), prefixes)


def _told(focus: str, message: str, value: str, prefixes: Mapping[str, str]) -> str:
    found = f" (found: {shorten(value, prefixes)})" if value else ""
    return f"{shorten(focus, prefixes)}: {message}{found}"
