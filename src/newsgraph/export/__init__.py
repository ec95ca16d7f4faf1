"""The graph in files of other tools: one module a format, one line here for each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsgraph.errors import ExportError
from newsgraph.export.annotations import export_annotations
from newsgraph.export.contract import Drawing, Exporter, Written
from newsgraph.export.cytoscape import export_cytoscape
from newsgraph.export.dot import export_dot
from newsgraph.export.ftm import export_ftm
from newsgraph.export.gexf import export_gexf
from newsgraph.export.graphml import export_graphml
from newsgraph.export.html import export_html
from newsgraph.export.jsonld import export_jsonld
from newsgraph.export.neo4j import export_neo4j
from newsgraph.export.node_link import export_node_link
from newsgraph.export.parquet import export_parquet
from newsgraph.export.placing import placed
from newsgraph.export.rdf import export_nquads, export_ntriples, export_rdfxml, export_trig, export_turtle
from newsgraph.export.rdf12 import export_turtle12
from newsgraph.export.tables import export_tables
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore

__all__ = ["EXPORTERS", "ExportReport", "Exporter", "Selection", "Written", "export", "format_of"]

EXPORTERS: dict[str, Exporter] = {
    "gexf": export_gexf,
    "graphml": export_graphml,
    "json": export_node_link,
    "cyjs": export_cytoscape,
    "dot": export_dot,
    "csv": export_tables,
    "html": export_html,
    "parquet": export_parquet,
    "neo4j": export_neo4j,
    "ftm": export_ftm,
    "ttl": export_turtle,
    "nt": export_ntriples,
    "nq": export_nquads,
    "trig": export_trig,
    "jsonld": export_jsonld,
    "rdf": export_rdfxml,
    "ttl12": export_turtle12,
    "annotations": export_annotations,
}
# these have a place for the positions of nodes
_DRAWINGS: dict[str, Drawing] = {
    "gexf": export_gexf,
    "graphml": export_graphml,
    "cyjs": export_cytoscape,
    "dot": export_dot,
}
# these write a folder; all others write a file
_FOLDERS = frozenset({"csv", "parquet", "neo4j"})
# other ways to end a file's name than with a dot and the name of its format
_SUFFIXES = {".xml": "rdf", ".annotations.jsonl": "annotations", ".ftm.json": "ftm"}


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where: nodes and edges for networks, quads for RDF, annotations; ``None``: not of this kind."""

    path: Path
    format: str
    nodes: int | None = None
    edges: int | None = None
    quads: int | None = None
    annotations: int | None = None

    def __str__(self) -> str:
        """«demo.gexf: 12 nodes, 30 edges»."""
        counts = {
            "nodes": self.nodes,
            "edges": self.edges,
            "quads": self.quads,
            "annotations": self.annotations,
        }
        return f"{self.path}: {', '.join(f'{n} {what}' for what, n in counts.items() if n is not None)}"


def format_of(out: Path | str, format: str | None = None) -> str:  # noqa: A002  # the word users say
    """The format to write: the one that is named, else by suffix; a folder whose name says none («tables/») is csv.

    Raises:
        ExportError: when the format is unknown, or the suffix says none.
    """
    if format is not None:
        if format not in EXPORTERS:
            raise ExportError(f"unknown format {format!r}: choose from {', '.join(EXPORTERS)}")
        return format
    name = Path(out).name.lower()
    suffixes = _SUFFIXES | {f".{known}": known for known in EXPORTERS}
    found = next((suffixes[end] for end in suffixes if name.removesuffix(end) not in {name, ""}), None)
    if Path(out).is_dir() or str(out).endswith(("/", "\\")):
        return found if found in _FOLDERS else "csv"
    if found is None:
        raise ExportError(f"{out}: the suffix says no format: name one of {', '.join(EXPORTERS)}")
    return found


def export(
    store: GraphStore,
    out: Path | str,
    *,
    format: str | None = None,  # noqa: A002  # the word users say
    derived: bool = True,
    positions: bool = False,
    anonymous: bool = False,
    isolated: bool = False,
    cooccurrence: bool = False,
    types: Collection[str] = (),
    standings: Collection[str] = (),
    since: str | None = None,
    until: str | None = None,
    minimum_weight: int = 1,
    layout: bool = True,
    dynamic: bool = False,
) -> ExportReport:
    """Writes the graph in one format; the file takes its place only when it is whole.

    Networks and tables hold what is selected, see ``Selection``; RDF and annotations are always whole.
    In gexf, graphml, cyjs and dot nodes have places, unless ``layout`` is false.
    ``dynamic``: as GEXF with a timeline; ties are there from first to last report, events in their own time.

    Raises:
        ExportError: when the format is unknown, or a filter does not apply to it, or the file cannot be written.
        SelectionError: when what a filter names is unknown.
    """
    name = format_of(out, format)
    selection = Selection(
        derived=derived,
        positions=positions,
        anonymous=anonymous,
        isolated=isolated,
        cooccurrence=cooccurrence,
        types=frozenset(types),
        standings=frozenset(standings),
        since=since,
        until=until,
        minimum_weight=minimum_weight,
    )
    exporter = _exporter(name, layout=layout, dynamic=dynamic)
    with placed(Path(out), folder=name in _FOLDERS) as unfinished:
        written = exporter(store, unfinished, selection)
    return ExportReport(Path(out), name, written.nodes, written.edges, written.quads, written.annotations)


def _exporter(name: str, *, layout: bool, dynamic: bool) -> Exporter:
    if dynamic:
        if name != "gexf":
            raise ExportError(f"{name} knows no time: only gexf can be dynamic")
        return partial(export_gexf, layout=layout, dynamic=True)
    return EXPORTERS[name] if layout or name not in _DRAWINGS else partial(_DRAWINGS[name], layout=False)
