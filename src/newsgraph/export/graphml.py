"""GraphML, for yEd, Cytoscape, igraph and what else reads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from newsgraph.export.cells import Cell
from newsgraph.export.columns import Column, edge_columns, edges_of, node_columns, nodes_of
from newsgraph.export.contract import Written
from newsgraph.graph.layout import positions
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore


def export_graphml(store: GraphStore, out: Path, selection: Selection, *, layout: bool = True) -> Written:
    """Writes the network as GraphML."""
    network = select_network(store, selection)
    write_graphml(network, out, layout=layout)
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def write_graphml(network: nx.MultiDiGraph, out: Path, *, layout: bool = True) -> None:
    """Writes a network with the columns of GEXF: lists are joined by «|», what is absent is left out.

    «x» and «y» are the places that ``newsgraph.graph.layout`` finds, as Gephi and igraph read them, unless ``layout``
    is false.
    """
    places = positions(network) if layout else {}
    flat = nx.MultiDiGraph()
    columns = node_columns(network)
    for node in nodes_of(network):
        place = dict(zip("xy", places.get(node.key, ()), strict=False))
        flat.add_node(node.id, label=node.label, **{**place, **_cells(node.values, columns)})
    columns = edge_columns(network)
    for edge in edges_of(network):
        cells = _cells(edge.values, columns)
        flat.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, weight=float(edge.weight), **cells)
    nx.write_graphml(flat, out)


def _cells(values: Mapping[object, object], columns: tuple[Column, ...]) -> dict[str, Cell]:
    cells = ((column.title, column.of(values)) for column in columns)
    return {title: value for title, value in cells if value is not None and value != ""}
