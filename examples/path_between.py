# ruff: noqa: INP001, T201
"""Prints the shortest chain of ties between two names, each with its sentence: WORKSPACE NAME OTHER."""

import sys

import networkx as nx

import newsgraph

try:
    network = newsgraph.open(sys.argv[1]).network().to_undirected()
    nodes = {label: node for node, label in network.nodes(data="label")}
    for left, right in nx.utils.pairwise(nx.shortest_path(network, *(nodes[name] for name in sys.argv[2:4]))):
        tie, ends = next(iter(network[left][right].values())), (network.nodes[left], network.nodes[right])
        print(f"{ends[0]['label']} – {ends[1]['label']}: {tie['label']}\n    «{tie['evidence']}»")
except (newsgraph.NewsgraphError, KeyError, nx.NetworkXNoPath) as error:
    sys.exit(f"no chain of ties: {error}")
