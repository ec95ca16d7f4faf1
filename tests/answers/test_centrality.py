"""Both engines agree where they can, and each gives the same each time."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable

import networkx as nx
import pytest

from newsgraph.answers import centrality

ENGINES = ("networkx", "networkit")


def town(size: int) -> nx.Graph:
    """Families of ten, a few ties across, twins that are equal by every measure, and two without ties."""
    chance = random.Random(7)
    graph = nx.Graph()
    names = [f"n{number:04}" for number in range(size)]
    for number, name in enumerate(names):
        for _ in range(3):
            inside = chance.randrange(number - number % 10, min(number - number % 10 + 10, size))
            other = inside if chance.random() < 0.9 else chance.randrange(size)
            if other != number:
                graph.add_edge(name, names[other], weight=chance.randrange(1, 6))
    graph.add_edges_from([("twin one", "n0000"), ("twin two", "n0000")], weight=2)
    graph.add_nodes_from(["alone", "alone too"])
    return graph


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    use(request.param, monkeypatch)
    return request.param


def use(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "networkit":
        pytest.importorskip("networkit")
    else:
        monkeypatch.setattr(centrality, "networkit", lambda: None)


def ranks(values: dict[str, float]) -> list[str]:
    return sorted(values, key=lambda node: (-values[node], node))


@pytest.mark.parametrize("measure", [centrality.pagerank, centrality.betweenness])
def test_both_engines_rank_alike(
    measure: Callable[[nx.Graph], dict[str, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("networkit")
    quick = measure(town(500))
    use("networkx", monkeypatch)
    slow = measure(town(500))
    assert ranks(quick) == ranks(slow)
    assert quick == pytest.approx(slow, abs=1e-11)
    assert quick["twin one"] == quick["twin two"]


def test_pagerank_of_large_networks_is_the_same_too(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("networkit")
    quick = centrality.pagerank(town(3_000))
    use("networkx", monkeypatch)
    slow = centrality.pagerank(town(3_000))
    assert ranks(quick) == ranks(slow)
    assert sum(quick.values()) == pytest.approx(1)


def test_estimates_find_those_in_the_middle(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = centrality.betweenness(town(500))
    monkeypatch.setattr(centrality, "MOST_EXACT", 100)
    estimated = centrality.betweenness(town(500))
    assert estimated != exact
    assert len({*ranks(estimated)[:20]} & {*ranks(exact)[:20]}) >= 15


def test_communities_are_the_families(engine: str) -> None:
    found = centrality.communities(town(200))
    assert sorted(node for group in found for node in group) == sorted(town(200))
    assert nx.community.modularity(town(200), found, weight="weight") > 0.6


def test_the_order_of_the_network_does_not_matter(engine: str) -> None:
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(town(1_200))))
    turned.add_edges_from((b, a, values) for a, b, values in reversed(list(town(1_200).edges(data=True))))
    assert centrality.communities(turned) == centrality.communities(town(1_200))
    if engine == "networkit":
        assert centrality.betweenness(turned) == centrality.betweenness(town(1_200))


@pytest.mark.parametrize("size", [0, 1])
def test_networks_of_nobody_and_of_one(engine: str, size: int) -> None:
    graph = nx.empty_graph([f"n{number}" for number in range(size)])
    assert centrality.pagerank(graph) == dict.fromkeys(graph, 1.0)
    assert set(centrality.betweenness(graph)) == set(graph)
    assert centrality.communities(graph) == [{node} for node in graph]


def test_results_do_not_hang_on_the_process() -> None:
    code = """
from newsgraph.answers import centrality
from tests.answers.test_centrality import town
found = town(1_200)
print([sorted(group) for group in centrality.communities(found)], centrality.betweenness(found))
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"OMP_NUM_THREADS": seed, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_the_threads_are_as_they_were_before() -> None:
    engine = pytest.importorskip("networkit")
    before = engine.getMaxNumberOfThreads()
    centrality.pagerank(town(20))
    assert engine.getMaxNumberOfThreads() == before
