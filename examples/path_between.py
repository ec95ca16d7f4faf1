# ruff: noqa: INP001, T201
"""Prints the shortest chain of ties between two names, each with its sentence: WORKSPACE NAME OTHER."""

import sys
from itertools import pairwise

import networkx as nx

import newsgraph

network = newsgraph.open(sys.argv[1]).network()
labels = nx.get_node_attributes(network, "label")
start, end = (next(node for node, label in labels.items() if label == name) for name in sys.argv[2:4])
path = nx.shortest_path(network.to_undirected(as_view=True), start, end)
for left, right in pairwise(path):
    tie = next(iter((network.get_edge_data(left, right) or network.get_edge_data(right, left)).values()))
    print(f"{labels[left]} – {labels[right]}: {tie['label']}\n    «{tie['evidence']}»")
