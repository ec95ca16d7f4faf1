"""The SHACL shapes, applied to as much of the graph at a time as fits the memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyshacl
import rdflib
from pyoxigraph import Quad
from rdflib.namespace import RDF, RDFS, SH

from newsgraph.graph.rdflib_view import add_to
from newsgraph.graph.vocabulary import ontology_path, shorten

# Each call reads the shapes again (0.1 s); many quads at once need memory (about 1 kB each).
BATCH_QUADS = 50_000
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


class ShapeCheck:
    """Takes quads of whole graphs, checks them in batches, and keeps what is wrong."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._shapes = read_shapes()
        self._batch = rdflib.Graph()
        self._found: list[str] = []

    def add(self, quads: Iterable[Quad]) -> None:
        """Takes in the quads of one graph; all that belongs to one node must come in one call."""
        add_to(self._batch, quads)
        if len(self._batch) >= BATCH_QUADS:
            self._check()

    def violations(self) -> list[str]:
        """What is wrong in the quads since the last call of this."""
        self._check()
        found, self._found = self._found, []
        return found

    def _check(self) -> None:
        if len(self._batch):
            self._found += shape_violations(self._batch, self._shapes, self._prefixes)
            self._batch = rdflib.Graph()


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
        shapes.add((part, RDF.type, SH.PropertyShape))
        shapes.add((part, RDFS.isDefinedBy, shape))
    for shape in list(shapes.subjects(RDF.type, SH.NodeShape)):
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
    found = "" if value is None else f" (found: {shorten(str(value), prefixes)})"
    return f"{shorten(str(focus), prefixes)}: {message}{found}"
