"""A graph made smaller: its nodes in pairs and stars, each then one node."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Ties:
    """A weighted graph of the nodes 0 to ``size - 1``: each pair that is tied once, lower number first, no loops."""

    size: int
    ends: NDArray[np.int64]
    weights: NDArray[np.float64]


def coarsened(ties: Ties) -> tuple[Ties, NDArray[np.int64]]:
    """The graph with fewer nodes, and for each old node the new one that holds it.

    Nodes with one tie join what they are tied to; the others pair up, those with the fewest ties first, each with the
    neighbour that it takes up the most of (a matching as in Walshaw 2003).
    """
    degrees = np.bincount(ties.ends.ravel(), minlength=ties.size).tolist()
    neighbours: list[list[tuple[int, float]]] = [[] for _ in range(ties.size)]
    for (one, other), weight in zip(ties.ends.tolist(), ties.weights.tolist(), strict=True):
        neighbours[one].append((other, weight))
        neighbours[other].append((one, weight))
    joins = [-1] * ties.size
    for node in range(ties.size):
        if degrees[node] == 1:
            hub = neighbours[node][0][0]
            if joins[hub] in {-1, hub}:
                joins[node] = joins[hub] = hub
    for node in sorted(range(ties.size), key=lambda node: (degrees[node], node)):
        if joins[node] == -1:
            free = [(-weight / degrees[other], other) for other, weight in neighbours[node] if joins[other] == -1]
            joins[node] = min(free)[1] if free else node
            joins[joins[node]] = joins[node]
    holders, holder_of = np.unique(np.array(joins), return_inverse=True)
    return Ties(len(holders), *_added_up(holder_of[ties.ends], ties.weights)), holder_of


def _added_up(ends: NDArray[np.int64], weights: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    across = ends[:, 0] != ends[:, 1]
    pairs, pair_of = np.unique(np.sort(ends[across], axis=1), axis=0, return_inverse=True)
    sums: NDArray[np.float64] = np.bincount(pair_of.ravel(), weights[across], len(pairs)).astype(np.float64)
    return pairs, sums
