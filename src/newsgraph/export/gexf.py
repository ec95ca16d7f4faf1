"""GEXF 1.3, for Gephi: written as a stream, valid by its schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from newsgraph.export.cells import Cell
from newsgraph.export.columns import Column, Edge, Node, edge_columns, edges_of, node_columns, nodes_of
from newsgraph.export.contract import Written
from newsgraph.graph.layout import diameters, positions
from newsgraph.graph.relation_types import BROADER
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.spells import Spell, edge_spells, node_spells
from newsgraph.graph.store import GraphStore
from newsgraph.model import EntityType

# By the schema colours and sizes stand in the namespace of GEXF itself. Most readers look for the prefix
# «viz» or for the bare name: this prefix for that namespace serves the schema and them.
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">
<meta><creator>newsgraph</creator><description>Who is tied to whom, as news articles say: each edge is a \
statement, its weight the number of independent reports.</description></meta>
<graph mode="{mode}" defaultedgetype="directed" idtype="string">
"""
_DYNAMIC = 'dynamic" timeformat="date" timerepresentation="interval'
_TAIL = "</graph>\n</gexf>\n"

# Okabe and Ito's palette, which readers with any kind of colour vision can tell apart
_BLUE, _ORANGE, _GREEN, _SKY = (0, 114, 178), (230, 159, 0), (0, 158, 115), (86, 180, 233)
_VERMILION, _PURPLE, _YELLOW, _GREY = (213, 94, 0), (204, 121, 167), (240, 228, 66), (153, 153, 153)
_COLOURS = {
    EntityType.PERSON: _BLUE,
    EntityType.ORGANIZATION: _ORANGE,
    EntityType.COMPANY: _VERMILION,
    EntityType.GOVERNMENT_BODY: _SKY,
    EntityType.NEWS_OUTLET: _PURPLE,
    EntityType.PLACE: _GREEN,
    EntityType.EVENT: _YELLOW,
}
_COLOUR_OF_TYPE: dict[str, tuple[int, int, int]] = {
    kind.value: _COLOURS.get(kind) or _COLOURS.get(BROADER.get(kind, kind), _GREY) for kind in EntityType
}

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def export_gexf(
    store: GraphStore, out: Path, selection: Selection, *, layout: bool = True, dynamic: bool = False
) -> Written:
    """Writes the network as GEXF 1.3; with places unless ``layout`` is false, with times when ``dynamic``."""
    network = select_network(store, selection)
    write_gexf(network, out, layout=layout, spells=edge_spells(store, network) if dynamic else None)
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def write_gexf(
    network: nx.MultiDiGraph, out: Path, *, layout: bool = True, spells: Mapping[str, list[Spell]] | None = None
) -> None:
    """Writes a network as ``newsgraph.graph.network`` makes it; attributes that somebody added go along.

    Nodes are coloured by type, sized so that their area grows with the number of articles, and lie where
    ``newsgraph.graph.layout`` says, unless ``layout`` is false.
    Every edge is written as directed, since NetworkX refuses files that mix; «symmetric» says where the
    direction means nothing. The kind of an edge is its predicate: so Gephi keeps parallel edges apart.
    With ``spells``, by the keys of edges, the file is dynamic: edges are there in their spells, nodes from their first
    to their last.
    """
    nodes, edges = nodes_of(network), edges_of(network)
    of_nodes, of_edges = node_columns(network), edge_columns(network)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD.format(mode="static" if spells is None else _DYNAMIC))
        for class_, columns in (("node", of_nodes), ("edge", of_edges)):
            file.write(f'<attributes class="{class_}">\n')
            file.writelines(_attribute(column) for column in columns)
            file.write("</attributes>\n")
        file.write(f'<nodes count="{len(nodes)}">\n')
        file.writelines(_nodes(nodes, of_nodes, _looks(network, spells or {}, layout=layout)))
        file.write(f'</nodes>\n<edges count="{len(edges)}">\n')
        file.writelines(_edges(edges, of_edges, spells or {}))
        file.write(f"</edges>\n{_TAIL}")


def _attribute(column: Column) -> str:
    title = _escaped(column.title)
    return f'<attribute id="{title}" title="{title}" type="{column.holds}"/>\n'


def _nodes(nodes: list[Node], columns: tuple[Column, ...], looks: Mapping[object, str]) -> Iterator[str]:
    for node in nodes:
        yield (
            f'<node id="{_escaped(node.id)}" label="{_escaped(node.label)}">'
            f"{_values(node.values, columns)}{looks[node.key]}</node>\n"
        )


def _looks(network: nx.MultiDiGraph, spells: Mapping[str, list[Spell]], *, layout: bool) -> dict[object, str]:
    """How each node looks, and when: its colour, its place, its size, its spell."""
    places = positions(network) if layout else {}
    times = node_spells(network, spells)
    looks: dict[object, str] = {}
    for node, size in diameters(network).items():
        red, green, blue = _colour(network.nodes[node].get("type"))
        x, y = places.get(node, (0, 0))
        place = f'<viz:position x="{x}" y="{y}" z="0"/>' if layout else ""
        colour = f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        when = _spells([times[node]]) if node in times else ""
        looks[node] = f'{colour}{place}<viz:size value="{size:.2f}"/>{when}'
    return looks


def _edges(edges: Iterable[Edge], columns: tuple[Column, ...], spells: Mapping[str, list[Spell]]) -> Iterator[str]:
    for edge in edges:
        kind = f' kind="{_escaped(edge.kind)}"' if edge.kind else ""
        yield (
            f'<edge id="{_escaped(edge.id)}" source="{_escaped(edge.source)}"'
            f' target="{_escaped(edge.target)}" type="directed"{kind}'
            f' label="{_escaped(edge.label)}" weight="{edge.weight!r}">'
            f"{_values(edge.values, columns)}{_spells(spells.get(edge.id, ()))}</edge>\n"
        )


def _spells(spells: Collection[Spell]) -> str:
    shown = "".join(f'<spell start="{start}" end="{end}"/>' for start, end in spells)
    return f"<spells>{shown}</spells>" if spells else ""


def _values(values: Mapping[object, object], columns: tuple[Column, ...]) -> str:
    cells = ((column.title, column.of(values)) for column in columns)
    shown = (
        f'<attvalue for="{_escaped(title)}" value="{_shown(value)}"/>'
        for title, value in cells
        if value is not None and value != ""
    )
    return f"<attvalues>{''.join(shown)}</attvalues>"


def _shown(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _escaped(value) if isinstance(value, str) else repr(value)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _colour(kind: object) -> tuple[int, int, int]:
    return _COLOUR_OF_TYPE.get(str(kind), _GREY)
