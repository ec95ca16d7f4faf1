"""The SHACL shapes, applied to as much of the graph at a time as fits the memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyshacl
import rdflib
from pyoxigraph import Quad
from rdflib.namespace import SH

from newsgraph.graph.rdflib_view import add_to
from newsgraph.graph.vocabulary import ontology_path, shorten

# Each call reads the shapes again (0.1 s); many quads at once need memory (about 1 kB each).
BATCH_QUADS = 50_000


class ShapeCheck:
    """Takes quads of whole graphs, checks them in batches, and keeps what is wrong."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._shapes = rdflib.Graph().parse(ontology_path("shapes.ttl"), format="turtle")
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


def shape_violations(
    data: rdflib.Graph, shapes: rdflib.Graph, prefixes: Mapping[str, str] | None = None
) -> list[str]:
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
