"""DOT, the language of Graphviz."""

from __future__ import annotations

from pathlib import Path

from newsgraph.export.columns import edges_of, nodes_of
from newsgraph.export.contract import Written
from newsgraph.graph.layout import positions
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": " ", "\t": " ", "\0": " "})


def export_dot(store: GraphStore, out: Path, selection: Selection, *, layout: bool = True) -> Written:
    """Writes the network as a directed graph; ties that hold in both directions have no arrow.

    Nodes have the places that ``newsgraph.graph.layout`` finds, which «neato -n» keeps, unless ``layout`` is false.
    """
    network = select_network(store, selection)
    nodes, edges = nodes_of(network), edges_of(network)
    places = positions(network) if layout else {}
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write("digraph newsgraph {\n  node [shape=box];\n")
        for node in nodes:
            kind = node.values.get("type", "")
            place = places.get(node.key)
            pos = f', pos="{place[0]},{place[1]}"' if place else ""
            file.write(f"  {_quoted(node.id)} [label={_quoted(node.label)}, class={_quoted(str(kind))}{pos}];\n")
        for edge in edges:
            arrow = ", dir=none" if edge.values.get("symmetric") else ""
            file.write(
                f"  {_quoted(edge.source)} -> {_quoted(edge.target)} "
                f"[label={_quoted(edge.label)}, weight={edge.weight!r}{arrow}];\n"
            )
        file.write("}\n")
    return Written(nodes=len(nodes), edges=len(edges))


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
