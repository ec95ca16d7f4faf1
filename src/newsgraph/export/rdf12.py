"""The world as Turtle of RDF 1.2: each statement reifies its triple, whether or not that is asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from newsgraph.export.contract import Written
from newsgraph.export.rdf import refuse_selection, sorted_quads, write_abbreviated
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import RDF


def export_turtle12(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the default graph as Turtle 1.2, with ``rdf:reifies`` beside what is said of each statement."""
    refuse_selection(selection)
    with out.open("wb") as file:
        quads = _with_reifiers(sorted_quads(store, DefaultGraph()))
        return Written(quads=write_abbreviated(quads, store.prefixes, file))


def _with_reifiers(quads: Iterator[Quad]) -> Iterator[Quad]:
    for subject, of_subject in groupby(quads, key=lambda quad: quad.subject):
        held = list(of_subject)
        yield from held
        stated = _stated(held)
        if stated is not None:
            yield Quad(subject, RDF.reifies, stated)


def _stated(quads: Sequence[Quad]) -> Triple | None:
    """The triple that the subject of these quads is about; ``None``: it is no statement."""
    ends = {quad.predicate: quad.object for quad in quads}
    subject, predicate = ends.get(RDF.subject), ends.get(RDF.predicate)
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and RDF.object in ends:
        return Triple(subject, predicate, ends[RDF.object])
    return None
