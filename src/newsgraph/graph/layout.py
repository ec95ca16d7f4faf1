"""Where the nodes of a network lie in a picture, and how large they are: in Gephi's units, y upwards."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from crategraph_forceatlas2 import layout as force_atlas
from numpy.typing import NDArray
from scipy.spatial import KDTree

from newsgraph.graph.coarsening import Ties, coarsened
from newsgraph.graph.packing import Points, pushed_apart, rings, sunflower

# A node in one article can still be seen, the largest does not hide its peers.
SMALLEST, LARGEST = 5.0, 50.0
# So far from the rim of its nearest neighbour is the median node; at least so far is every node, and every island.
SPACING, GAP, STRAIT = 25.0, 2.0, 25.0
# LinLog keeps groups apart; gravity that grows with the distance fills a disc evenly, where else branches fly off.
SETTINGS = {
    "linLogMode": True,
    "strongGravityMode": True,
    "gravity": 0.05,
    "scalingRatio": 10,
    "barnesHutTheta": 1.0,
}
# From so many nodes on repulsion is summed up by regions (Barnes and Hut 1986).
MOST_EXACT = 500
# Coarse graphs come to rest for next to nothing; finer ones begin where the coarser ended.
FEW, STEPS_OF_FEW, STEPS = 1_000, 500, 150
# Below so many nodes, or when this share of them is left, nothing is won by a coarser graph.
COARSEST, TOO_MANY_LEFT = 50, 0.95


def diameters(graph: nx.Graph) -> dict[str, float]:
    """How large each node is drawn: its area grows with the ``articles`` that mention it."""
    counts = {node: _articles(values.get("articles")) for node, values in graph.nodes(data=True)}
    most = max(counts.values(), default=0)
    return {
        node: SMALLEST + (LARGEST - SMALLEST) * (n / most) ** 0.5 if most else SMALLEST for node, n in counts.items()
    }


def positions(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Where each node lies, around (0, 0): the same graph gives the same places, whatever its order.

    Each component is laid out by ForceAtlas2 in LinLog mode (Jacomy and others, PLoS ONE 9(6), 2014; Noack, Modularity
    clustering is force-directed layout, 2009), from coarse to fine (Walshaw, A multilevel algorithm for force-directed
    graph drawing, 2003). Nodes that overlap are then pushed apart, and the smaller components lie in rings around the
    largest. An edge pulls by the square root of its ``weight``, 1 where it has none; its direction means nothing.

    Other processors and other versions of the libraries may round otherwise, and so find another picture.
    """
    components = nx.connected_components(graph.to_undirected(as_view=True))
    islands = [sorted(component, key=str) for component in components]
    islands.sort(key=lambda island: (-len(island), str(island[0])))
    sizes = diameters(graph)
    radii = [np.array([sizes[node] / 2 for node in island]) for island in islands]
    laid = [
        _centred(pushed_apart(_laid_out(ties, SPACING + 2 * float(around.mean())), around, GAP), around)
        for ties, around in zip(_ties(graph, islands), radii, strict=True)
    ]
    reaches = [_reach(points, around) for points, around in zip(laid, radii, strict=True)]
    found = {
        node: (x, y)
        for island, points, centre in zip(islands, laid, rings(reaches, STRAIT), strict=True)
        for node, (x, y) in zip(island, (points + centre).round(2).tolist(), strict=True)
    }
    return {node: found[node] for node in sorted(found, key=str)}


def _articles(value: object) -> int:
    return max(value, 0) if isinstance(value, int) else 0


def _ties(graph: nx.Graph, islands: Sequence[Sequence[object]]) -> list[Ties]:
    """The ties of each island, its nodes numbered in their order."""
    place = {node: (number, at) for number, island in enumerate(islands) for at, node in enumerate(island)}
    pulls: list[dict[tuple[int, int], float]] = [{} for _ in islands]
    for one, other, weight in graph.edges(data="weight"):
        number, start = place[one]
        pair = (min(start, place[other][1]), max(start, place[other][1]))
        if pair[0] != pair[1]:
            known = isinstance(weight, int | float) and 0 < weight < float("inf")
            pulls[number][pair] = pulls[number].get(pair, 0.0) + (float(weight) if known else 1.0)
    return [
        Ties(
            len(island),
            np.array(sorted(pull), dtype=np.int64).reshape(-1, 2),
            np.sqrt(np.array([pull[pair] for pair in sorted(pull)], dtype=np.float64)),
        )
        for island, pull in zip(islands, pulls, strict=True)
    ]


def _laid_out(ties: Ties, spacing: float) -> Points:
    """The nodes of a connected graph, the median one so far from its nearest neighbour."""
    if ties.size == 1:
        return np.zeros((1, 2))
    points = _refined(ties)
    nearest = KDTree(points).query(points, k=2)[0][:, 1]
    return points * (spacing / max(float(np.median(nearest)), 1e-9))


def _refined(ties: Ties) -> Points:
    if ties.size <= COARSEST:
        start = sunflower(ties.size)
    else:
        coarse, holders = coarsened(ties)
        worth_it = coarse.size <= TOO_MANY_LEFT * ties.size
        start = _unfolded(_refined(coarse), holders) if worth_it else sunflower(ties.size)
    found: Points = force_atlas(
        ties.size,
        ties.ends,
        init=start,
        weights=ties.weights,
        iterations=STEPS_OF_FEW if ties.size <= FEW else STEPS,
        threads=1,  # with more the sums come in another order, and so do the places
        barnesHutOptimize=ties.size > MOST_EXACT,
        **SETTINGS,
    )
    return found


def _unfolded(points: Points, holders: NDArray[np.int64]) -> Points:
    """Each node beside the one that held it."""
    room = float(np.ptp(points, axis=0).max()) / len(holders) ** 0.5 / 2 or 1.0
    order = np.argsort(holders, kind="stable")
    first = np.searchsorted(holders[order], np.arange(len(points)))
    rank = np.empty(len(holders), dtype=np.int64)
    rank[order] = np.arange(len(holders)) - first[holders[order]]
    beside: Points = points[holders] + sunflower(int(rank.max()) + 1)[rank] * room
    return beside


def _centred(points: Points, radii: NDArray[np.float64]) -> Points:
    """The points around (0, 0): the middle of the box that holds their discs."""
    around = radii[:, np.newaxis]
    middle = ((points - around).min(axis=0) + (points + around).max(axis=0)) / 2
    centred: Points = points - middle
    return centred


def _reach(points: Points, radii: NDArray[np.float64]) -> float:
    return float((np.sqrt((points**2).sum(axis=1)) + radii).max())
