"""Pairing the found with the gold, one to one, so that the pairs are worth most together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import networkx as nx

Pair = tuple[int, int]


def choose_pairs(worth: Mapping[Pair, float]) -> Iterator[Pair]:
    """The pairs (number of the found, number of the gold) of the best one-to-one assignment.

    Only pairs that are worth something are given; each connected part is solved by itself, for the time grows with
    the cube of its size.
    """
    graph = nx.Graph()
    for (found, gold), value in worth.items():
        graph.add_edge(("found", found), ("gold", gold), weight=value)
    for part in nx.connected_components(graph):
        for one, other in nx.max_weight_matching(graph.subgraph(part)):
            found, gold = (one, other) if one[0] == "found" else (other, one)
            yield found[1], gold[1]


def best_worth(worth: Mapping[Pair, float]) -> float:
    """What the best one-to-one assignment is worth."""
    return sum(worth[pair] for pair in sorted(choose_pairs(worth)))
