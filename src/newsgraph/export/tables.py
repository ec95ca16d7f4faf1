"""A folder of CSV files: nodes and edges as Gephi imports them, and every claim with its sentence."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from newsgraph.export.cells import Cell
from newsgraph.export.claims import CLAIM_TITLES, claim_rows
from newsgraph.export.columns import edge_columns, edges_of, node_columns, nodes_of
from newsgraph.export.contract import Written
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore

# What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian keyboards.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def export_tables(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the network and its claims into a new folder: ``nodes.csv``, ``edges.csv``, ``claims.csv``."""
    network = select_network(store, selection)
    out.mkdir()
    write_nodes(network, out / "nodes.csv")
    write_edges(network, out / "edges.csv")
    _write(out / "claims.csv", CLAIM_TITLES, claim_rows(store, network))
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def write_nodes(network: nx.MultiDiGraph, out: Path) -> None:
    """Writes the nodes; ``Id`` and ``Label`` are what Gephi's spreadsheet import looks for."""
    columns = node_columns(network)
    rows = ((node.id, node.label, *(c.of(node.values) for c in columns)) for node in nodes_of(network))
    _write(out, ("Id", "Label", *(column.title for column in columns)), rows)


def write_edges(network: nx.MultiDiGraph, out: Path) -> None:
    """Writes the edges; the titles with a capital are what Gephi's spreadsheet import looks for."""
    columns = edge_columns(network)
    rows = (
        (e.source, e.target, "Directed", e.id, e.kind, e.label, e.weight, *(c.of(e.values) for c in columns))
        for e in edges_of(network)
    )
    titles = ("Source", "Target", "Type", "Id", "Kind", "Label", "Weight")
    _write(out, (*titles, *(column.title for column in columns)), rows)


def _write(out: Path, titles: Iterable[str], rows: Iterable[Iterable[Cell | None]]) -> None:
    """Plain UTF-8: a byte order mark would become part of Gephi's first column."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([_shown(title) for title in titles])
        writer.writerows([_shown(value) for value in row] for row in rows)


def _shown(value: Cell | None) -> str:
    """The cell as text in one line; an apostrophe keeps spreadsheets from running what articles say."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    line = " ".join(value.split())
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line
