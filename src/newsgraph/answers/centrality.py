"""Who stands in the middle and who belongs together: by networkit where it is installed, else by NetworkX.

Both give the same PageRank, and the same betweenness where it is exact; estimates and communities differ between them.
networkit runs in one thread, since with more its results change from run to run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import networkx as nx

# From so many nodes on betweenness is estimated from the shortest paths of some (Brandes and Pich 2007): of as many as
# take a few seconds in a network of 15,000.
MOST_EXACT, PIVOTS, PIVOTS_OF_NETWORKIT = 1_000, 300, 2_000
DAMPING = 0.85
SEED = 20170530
# Where two nodes are equal the engines differ in the last digits.
DIGITS = 12


def betweenness(network: nx.Graph) -> dict[str, float]:
    """The share of shortest paths over each node, estimated where there are more than ``MOST_EXACT`` nodes."""
    engine = networkit() if network else None
    exact = len(network) <= MOST_EXACT
    if engine is None:
        found = nx.betweenness_centrality(network, k=None if exact else PIVOTS, seed=SEED)
    else:
        nodes = sorted(network)
        with _one_thread(engine):
            graph = _converted(engine, network, nodes, weighted=False)
            if exact:
                measure = engine.centrality.Betweenness(graph, normalized=True)
            else:
                measure = engine.centrality.EstimateBetweenness(graph, PIVOTS_OF_NETWORKIT, normalized=True)
            found = dict(zip(nodes, measure.run().scores(), strict=True))
    return _rounded(found)


def pagerank(network: nx.Graph) -> dict[str, float]:
    """The PageRank of each node (Page and others 1999), ties weighted by their ``weight``; all together make 1."""
    engine = networkit() if network else None
    precision = 10.0**-DIGITS / 10
    if engine is None:
        tolerance = precision / max(len(network), 1)
        found = nx.pagerank(network, alpha=DAMPING, weight="weight", tol=tolerance, max_iter=1_000)
    else:
        nodes = sorted(network)
        with _one_thread(engine):
            graph = _converted(engine, network, nodes, weighted=True)
            scores = engine.centrality.PageRank(graph, damp=DAMPING, tol=precision).run().scores()
        # What nodes without ties have to give is lost there, and evenly spread by NetworkX: all then grow alike.
        whole = sum(scores)
        found = {node: score / whole for node, score in zip(nodes, scores, strict=True)}
    return _rounded(found)


def communities(network: nx.Graph) -> list[set[str]]:
    """The communities by Louvain's method (Blondel and others 2008), ties weighted by their ``weight``, in no order."""
    if not network:
        return []
    engine = networkit()
    nodes = sorted(network)
    if engine is None:
        ordered = nx.Graph()
        ordered.add_nodes_from(nodes)
        ordered.add_weighted_edges_from(sorted((*sorted((a, b)), w) for a, b, w in network.edges(data="weight")))
        found: list[set[str]] = nx.community.louvain_communities(ordered, weight="weight", seed=SEED)
        return found
    with _one_thread(engine):
        method = engine.community.PLM(_converted(engine, network, nodes, weighted=True), refine=True)
        method.run()
        partition = method.getPartition()  # its vector is gone with it
        numbers = partition.getVector()
    groups: dict[int, set[str]] = {}
    for node, number in zip(nodes, numbers, strict=True):
        groups.setdefault(number, set()).add(node)
    return list(groups.values())


def networkit() -> Any:
    """The module networkit; ``None`` where it is not installed."""
    try:
        return import_module("networkit")
    except ImportError:
        return None


@contextmanager
def _one_thread(engine: Any) -> Iterator[None]:
    threads = engine.getMaxNumberOfThreads()
    engine.setNumberOfThreads(1)
    engine.setSeed(SEED, False)  # noqa: FBT003 - its second parameter has no name
    try:
        yield
    finally:
        engine.setNumberOfThreads(threads)


def _converted(engine: Any, network: nx.Graph, nodes: list[str], *, weighted: bool) -> Any:
    """The network with its nodes numbered in this order, its edges in the order of their ends."""
    numbers = {node: number for number, node in enumerate(nodes)}
    graph = engine.Graph(len(nodes), weighted=weighted)
    ties = ((*sorted((numbers[a], numbers[b])), weight) for a, b, weight in network.edges(data="weight", default=1))
    for one, other, weight in sorted(ties):
        graph.addEdge(one, other, weight)
    return graph


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {node: round(value, DIGITS) for node, value in values.items()}
