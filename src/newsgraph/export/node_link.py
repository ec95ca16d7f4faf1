"""Node-link JSON, as NetworkX and D3 read it; one node or edge a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from newsgraph.export.cells import cell, readable
from newsgraph.export.contract import Written
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore


def export_node_link(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the network as node-link JSON."""
    network = select_network(store, selection)
    write_node_link(network, out)
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def write_node_link(network: nx.MultiDiGraph, out: Path) -> None:
    """Writes a network with the attributes that it has; ``nx.node_link_graph(…, edges="edges")`` reads it.

    Lists stay lists; NaN, infinity and what JSON does not know become null.
    """
    data = nx.node_link_data(network, edges="edges")
    nodes = sorted(data.pop("nodes"), key=lambda node: str(node["id"]))
    edges = sorted(data.pop("edges"), key=lambda edge: (str(edge["source"]), str(edge["target"]), str(edge["key"])))
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_line(data)[:-1] + ', "nodes": [\n')
        file.writelines(comma_separated(map(_line, nodes)))
        file.write('], "edges": [\n')
        file.writelines(comma_separated(map(_line, edges)))
        file.write("]}\n")


def comma_separated(lines: Iterable[str]) -> Iterator[str]:
    """The members of a JSON array, one a line; nothing for none."""
    separator = ""
    for line in lines:
        yield separator + line
        separator = ",\n"
    yield "\n" if separator else ""


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {readable(str(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, set | frozenset):
        return [_plain(each) for each in sorted(value, key=str)]
    if isinstance(value, int):
        return value  # JSON's whole numbers know no bounds
    return cell(value)
