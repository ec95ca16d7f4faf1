"""Who stands out in the network, and who belongs together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx

from newsgraph.answers.centrality import betweenness, communities, pagerank
from newsgraph.errors import QueryError
from newsgraph.graph.network import collapsed
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore

MOST_MEMBERS, MOST_TIES = 10, 3


MEASURES: dict[str, Callable[[nx.Graph], dict[str, float]]] = {
    "degree": lambda network: {node: float(degree) for node, degree in network.degree()},
    "betweenness": betweenness,
    "pagerank": pagerank,
    "articles": lambda network: {node: float(articles) for node, articles in network.nodes(data="articles")},
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two entities as the network has it: the relations, in how many independent reports, a sentence."""

    source: str
    label: str
    target: str
    reports: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entity with its value by a measure, the number of those it is tied to, and its best reported tie."""

    iri: str
    label: str
    type: str
    value: float
    degree: int
    articles: int
    best: Tie


@dataclass(frozen=True, slots=True)
class Community:
    """Entities tied more to one another than to others: how many, the best connected, and the best reported ties."""

    size: int
    members: tuple[str, ...]
    ties: tuple[Tie, ...]


def rank(store: GraphStore, selection: Selection, *, by: str = "degree", count: int = 20) -> list[Ranked]:
    """The entities that stand out in the selected part of the network, first those of the highest value.

    «degree» counts those an entity is tied to; «betweenness» is the share of shortest paths over it; «pagerank» counts
    ties by the rank of the other end, weighted by independent reports; «articles» those that mention it.

    Raises:
        QueryError: when ``by`` is no measure.
    """
    if by not in MEASURES:
        raise QueryError(f"{by!r} is no measure: choose from {', '.join(MEASURES)}")
    network = collapsed(select_network(store, selection))
    values = MEASURES[by](network)
    best = sorted(network, key=lambda node: (-values[node], network.nodes[node]["label"], node))[:count]
    found = []
    for node in best:
        about = network.nodes[node]
        tie = _best_ties(network, network.edges(node), 1)[0]
        degree = int(network.degree(node))
        found.append(Ranked(node, about["label"], about["type"], values[node], degree, about["articles"], tie))
    return found


def find_communities(store: GraphStore, selection: Selection, *, count: int = 10) -> list[Community]:
    """The communities of the selected part of the network, the largest first.

    By Louvain's method (Blondel and others 2008), ties weighted by independent reports; the same network gives the
    same communities, but others where networkit is installed.
    """
    network = collapsed(select_network(store, selection))
    groups = sorted(communities(network), key=lambda group: (-len(group), min(group)))
    return [_community(network, group) for group in groups[:count]]


def _community(network: nx.Graph, group: set[str]) -> Community:
    inside = network.subgraph(group)
    best = sorted(inside, key=lambda node: (-inside.degree(node), network.nodes[node]["label"], node))
    members = tuple(network.nodes[node]["label"] for node in best[:MOST_MEMBERS])
    return Community(len(group), members, tuple(_best_ties(network, inside.edges, MOST_TIES)))


def _best_ties(network: nx.Graph, edges: object, count: int) -> list[Tie]:
    ties = [network.edges[edge] for edge in edges]  # type: ignore[attr-defined]
    ties.sort(key=lambda tie: (-tie["best_weight"], tie["source"], tie["target"]))
    name = network.nodes(data="label")
    return [
        Tie(name[tie["source"]], tie["label"], name[tie["target"]], tie["best_weight"], tie["evidence"])
        for tie in ties[:count]
    ]
