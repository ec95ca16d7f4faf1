"""The network as two tables: which columns nodes and edges have, what they are called and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import networkx as nx

from newsgraph.export.cells import Cell, cell

# Titles that Gephi or a GEXF reader takes for its own; a column with such a title would be lost or misread.
RESERVED = frozenset(
    ("id", "label", "type", "kind", "weight", "start", "end", "spells", "pid", "parents", "viz", "name")
)


class Holds(StrEnum):
    """What the cells of a column hold, in the words of GEXF."""

    STRING = "string"
    LONG = "long"
    DOUBLE = "double"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the attribute of the network that it shows, and what its cells hold."""

    title: str
    attribute: object
    holds: Holds

    def of(self, values: Mapping[object, object]) -> Cell | None:
        """The cell for a node or an edge with these attributes; ``None`` when it has none that fits."""
        value = cell(values.get(self.attribute))
        if value is None:
            return None
        if self.holds is Holds.STRING:
            return ("true" if value else "false") if isinstance(value, bool) else str(value)
        if self.holds is Holds.BOOLEAN or isinstance(value, bool):
            return value if self.holds is Holds.BOOLEAN and isinstance(value, bool) else None
        if self.holds is Holds.DOUBLE:
            return None if isinstance(value, str) else float(value)
        return value if isinstance(value, int) else None


NODE_COLUMNS = (
    Column("entity type", "type", Holds.STRING),
    Column("mentions", "mentions", Holds.LONG),
    Column("articles", "articles", Holds.LONG),
    Column("aliases", "aliases", Holds.STRING),
    Column("positions", "positions", Holds.STRING),
)
EDGE_COLUMNS = (
    Column("predicate", "predicate", Holds.STRING),
    Column("tie", "kind", Holds.STRING),
    Column("symmetric", "symmetric", Holds.BOOLEAN),
    Column("standing", "standing", Holds.STRING),
    Column("former", "former", Holds.BOOLEAN),
    Column("articles", "articles", Holds.LONG),
    Column("confidence", "confidence", Holds.DOUBLE),
    Column("first", "first", Holds.STRING),
    Column("last", "last", Holds.STRING),
    Column("evidence", "evidence", Holds.STRING),
)
# every format has a place of its own for these; the weight is the number of origins
_ELSEWHERE = frozenset(("label", "weight", "origins"))


def node_columns(network: nx.MultiDiGraph) -> tuple[Column, ...]:
    """The columns of the nodes: those that every network has, then those that somebody added."""
    return NODE_COLUMNS + _added(NODE_COLUMNS, (values for _, values in network.nodes(data=True)))


def edge_columns(network: nx.MultiDiGraph) -> tuple[Column, ...]:
    """The columns of the edges, likewise."""
    return EDGE_COLUMNS + _added(EDGE_COLUMNS, (values for _, _, values in network.edges(data=True)))


def _added(known: tuple[Column, ...], rows: Iterable[Mapping[object, object]]) -> tuple[Column, ...]:
    """A column for each attribute that is not known, by name; what it holds is read off its values."""
    familiar = _ELSEWHERE | {column.attribute for column in known}
    found: dict[object, set[type]] = {}
    for values in rows:
        for name in values.keys() - familiar:
            value = cell(values[name])
            if value is not None:
                found.setdefault(name, set()).add(type(value))
    taken = RESERVED | {column.title for column in known}
    columns = []
    for name in sorted(found, key=str):
        title = _text(name)
        while title.lower() in taken:
            title += "_"
        taken |= {title.lower()}
        columns.append(Column(title, name, _holds(found[name])))
    return tuple(columns)


def _holds(types: set[type]) -> Holds:
    if types == {bool}:
        return Holds.BOOLEAN
    if types == {int}:
        return Holds.LONG
    return Holds.DOUBLE if types <= {int, float} else Holds.STRING


@dataclass(frozen=True, slots=True)
class Node:
    """A node as every format needs it; ``key`` is what it is in the network."""

    key: Any
    id: str
    label: str
    values: Mapping[object, object]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge as every format needs it: its kind is the predicate, its weight counts independent reports."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    weight: float
    values: Mapping[object, object]


def nodes_of(network: nx.MultiDiGraph) -> list[Node]:
    """The nodes, in the order of their ids."""
    nodes = []
    for name, values in network.nodes(data=True):
        id_ = _text(name)
        nodes.append(Node(name, id_, _text(values.get("label")) or id_, values))
    return sorted(nodes, key=lambda node: node.id)


def edges_of(network: nx.MultiDiGraph) -> list[Edge]:
    """The edges, by source, target and id; the id is the key, when that is a text."""
    edges = []
    for start, end, key, values in network.edges(keys=True, data=True):
        source, target = _text(start), _text(end)
        id_ = _text(key) if isinstance(key, str) else f"{source} {target} {key}"
        weight = cell(values.get("weight"))
        number = 1 if weight is None or isinstance(weight, str) else weight
        kind, label = _text(values.get("predicate")), _text(values.get("label"))
        edges.append(Edge(id_, source, target, kind, label, number, values))
    return sorted(edges, key=lambda edge: (edge.source, edge.target, edge.id))


def _text(value: object) -> str:
    shown = cell(value)
    return "" if shown is None else str(shown)
