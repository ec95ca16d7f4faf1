"""Networks read back from what was exported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx

from newsgraph.errors import ExportError
from newsgraph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, Column

_LISTS = frozenset(("aliases", "positions"))
_PLACE = frozenset("xy")
_WHAT_BROKEN_FILES_RAISE = (ParseError, ValueError, LookupError, TypeError, AttributeError, nx.NetworkXException)


def read_network(path: Path | str) -> nx.MultiDiGraph:
    """The network that ``export`` wrote as GraphML or node-link JSON, with the attributes that it had.

    Attributes that somebody added come back under the title they have in the file; where nodes lie is left out.
    GraphML has no lists and no bars within: «a|b» in an alias comes back as «a¦b». In both, characters that XML cannot
    hold come back as «\ufffd».

    Raises:
        ExportError: when the suffix is neither .graphml nor .json, or the file cannot be read or holds no network.
    """
    path = Path(path)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise ExportError(f"{path}: networks are read from {' and '.join(_READERS)}: export one of these")
    try:
        return read(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be read: {error.strerror or error}") from error
    except _WHAT_BROKEN_FILES_RAISE as error:
        raise ExportError(f"{path}: this is no network that newsgraph exported: {error}") from error


def _from_node_link(path: Path) -> nx.MultiDiGraph:
    data = json.loads(path.read_text(encoding="utf-8"))
    return nx.node_link_graph(data, directed=True, multigraph=True, edges="edges")


def _from_graphml(path: Path) -> nx.MultiDiGraph:
    flat = nx.read_graphml(path, force_multigraph=True)
    network = nx.MultiDiGraph()
    for node, cells in flat.nodes(data=True):
        values = _attributes(cells, NODE_COLUMNS)
        network.add_node(node, **{name: value for name, value in values.items() if name not in _PLACE})
        for name in _LISTS:
            joined = values.get(name)
            network.nodes[node][name] = joined.split("|") if joined else []
    for source, target, key, cells in flat.edges(keys=True, data=True):
        weight = int(cells["weight"])
        counts = {"weight": weight, "origins": weight}
        network.add_edge(source, target, key=key, **{**_attributes(cells, EDGE_COLUMNS), **counts})
    return network


def _attributes(cells: dict[str, Any], columns: Iterable[Column]) -> dict[str, Any]:
    names = {column.title: str(column.attribute) for column in columns}
    return {names.get(title, title): value for title, value in cells.items()}


_READERS: dict[str, Callable[[Path], nx.MultiDiGraph]] = {".graphml": _from_graphml, ".json": _from_node_link}
