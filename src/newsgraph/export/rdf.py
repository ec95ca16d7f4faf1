"""The graph as RDF. N-Quads, TriG and JSON-LD hold all of it; the others only the default graph, the world.

The order of everything is by graph, subject, predicate and object, so the same graph gives the same bytes.
The selection of a network does not apply here: a graph without some of its statements would say other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import IO, BinaryIO, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from newsgraph.errors import ExportError
from newsgraph.export.cells import readable
from newsgraph.export.contract import Written
from newsgraph.graph.results import Term, text_of
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import named_graphs
from newsgraph.graph.vocabulary import RDF

Graph = NamedNode | DefaultGraph

# So many quads, or a few more, are put in words at a time: enough to be quick, few enough for any memory.
_BATCH = 10_000


def export_nquads(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes both layers as N-Quads, lines sorted by their bytes."""
    refuse_selection(selection)
    with out.open("wb") as file:
        store.dump_sorted_nquads(file)
    with out.open("rb") as lines:
        return Written(quads=sum(1 for _ in lines))


def export_ntriples(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the default graph as N-Triples, lines sorted by their bytes."""
    refuse_selection(selection)
    triples = (quad.triple for quad in store.quads(graph=DefaultGraph()))
    lines = sorted((serialize(triples, format=RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True))
    with out.open("wb") as file:
        file.writelines(lines)
    return Written(quads=len(lines))


def export_turtle(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the default graph as Turtle."""
    refuse_selection(selection)
    with out.open("wb") as file:
        return Written(quads=write_abbreviated(sorted_quads(store, DefaultGraph()), store.prefixes, file))


def export_trig(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes both layers as TriG: the default graph first, then each article's."""
    refuse_selection(selection)
    graphs: list[Graph] = [DefaultGraph(), *named_graphs(store)]
    quads = (quad for graph in graphs for quad in sorted_quads(store, graph))
    with out.open("wb") as file:
        return Written(quads=write_abbreviated(quads, store.prefixes, file))


def export_rdfxml(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the default graph as RDF/XML; characters that XML cannot hold become «\ufffd»."""
    refuse_selection(selection)
    count = 0

    def triples() -> Iterator[Triple]:
        nonlocal count
        for quad in sorted_quads(store, DefaultGraph()):
            count += 1
            yield Triple(quad.subject, quad.predicate, _in_xml(quad.object))

    with out.open("wb") as file:
        kept = cast("IO[bytes]", _KeptReturns(file))  # the serializer only writes and flushes
        serialize(triples(), kept, RdfFormat.RDF_XML, prefixes=store.prefixes)
    return Written(quads=count)


def refuse_selection(selection: Selection) -> None:
    """Refuses filters.

    Raises:
        ExportError: when anything but the whole is wanted.
    """
    if selection != Selection():
        raise ExportError("this format holds the whole graph: filters apply to networks and tables")


def sorted_quads(store: GraphStore, graph: Graph) -> Iterator[Quad]:
    """The quads of one graph by subject, predicate and object, the class of each subject first."""
    subjects = {text_of(quad.subject) for quad in store.quads(graph=graph)}
    for subject in sorted(subjects):
        yield from sorted(store.quads(NamedNode(subject), graph=graph), key=_order)


def _order(quad: Quad) -> tuple[bool, str, str]:
    return quad.predicate != RDF.type, quad.predicate.value, str(quad.object)


def write_abbreviated(quads: Iterator[Quad], prefixes: Mapping[str, str], file: BinaryIO) -> int:
    """Turtle or TriG, which are the same for a default graph; those of one graph and subject come in one piece.

    Gives the number of quads.
    """
    # The serializer declares the prefixes in another order each time, so ours stand in the place of its own.
    file.writelines(f"@prefix {prefix}: <{iri}> .\n".encode() for prefix, iri in sorted(prefixes.items()))
    count = 0
    for batch in _batches(quads):
        written = serialize(batch, format=RdfFormat.TRIG, prefixes=dict(prefixes)) or b""
        file.write(written.split(b"\n", len(prefixes))[-1])
        count += len(batch)
    return count


def _batches(quads: Iterator[Quad]) -> Iterator[list[Quad]]:
    """Cuts between subjects, so that each is written in one piece, and between graphs."""
    batch: list[Quad] = []
    for (graph, _), of_subject in groupby(quads, key=lambda quad: (quad.graph_name, quad.subject)):
        if batch and batch[-1].graph_name != graph:
            yield batch
            batch = []
        batch.extend(of_subject)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _in_xml(term: Term) -> Term:
    if not isinstance(term, Literal) or readable(term.value) == term.value:
        return term
    if term.language:
        return Literal(readable(term.value), language=term.language)
    return Literal(readable(term.value), datatype=term.datatype)


class _KeptReturns:
    """A file in which carriage returns are written as references, since XML readers drop bare ones."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        self._file.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._file.flush()
