"""Cytoscape JSON, for Cytoscape and cytoscape.js; one node or edge a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsgraph.export.columns import Column, Edge, Node, edge_columns, edges_of, node_columns, nodes_of
from newsgraph.export.contract import Written
from newsgraph.export.node_link import comma_separated
from newsgraph.graph.layout import positions
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore


def export_cytoscape(store: GraphStore, out: Path, selection: Selection, *, layout: bool = True) -> Written:
    """Writes the network as Cytoscape JSON: ``name`` is what Cytoscape shows, ``interaction`` the relation.

    ``value`` and ``key`` are what ``nx.cytoscape_graph`` asks for. Nodes lie where ``newsgraph.graph.layout`` says,
    mirrored since y grows downwards there, unless ``layout`` is false.
    """
    network = select_network(store, selection)
    nodes, edges = nodes_of(network), edges_of(network)
    places = positions(network) if layout else {}
    of_nodes, of_edges = node_columns(network), edge_columns(network)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"format_version": "1.0", "data": {"name": "newsgraph"}, "elements": {"nodes": [\n')
        file.writelines(comma_separated(_line(_node(node, of_nodes), places.get(node.key)) for node in nodes))
        file.write('], "edges": [\n')
        file.writelines(comma_separated(_line(_edge(edge, of_edges)) for edge in edges))
        file.write("]}}\n")
    return Written(nodes=len(nodes), edges=len(edges))


def _node(node: Node, columns: Iterable[Column]) -> dict[str, object]:
    return {"id": node.id, "value": node.id, "name": node.label, **_values(node.values, columns)}


def _edge(edge: Edge, columns: Iterable[Column]) -> dict[str, object]:
    own = {"id": edge.id, "key": edge.id, "source": edge.source, "target": edge.target}
    shown = {"interaction": edge.kind, "name": edge.label, "weight": edge.weight}
    return {**own, **shown, **_values(edge.values, columns)}


def _values(values: Mapping[object, object], columns: Iterable[Column]) -> dict[str, object]:
    """The cells under names without spaces, as Cytoscape's style sheets need them."""
    cells = ((column.title.replace(" ", "_"), column.of(values)) for column in columns)
    return {title: value for title, value in cells if value is not None}


def _line(data: Mapping[str, object], place: tuple[float, float] | None = None) -> str:
    position = {"position": {"x": place[0], "y": 0 - place[1]}} if place else {}
    return json.dumps({"data": data, **position}, ensure_ascii=False, allow_nan=False)
