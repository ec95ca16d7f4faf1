"""Where nodes lie: always in the same places, none on another, groups together, islands around."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise
from math import dist, hypot

import networkx as nx
import numpy as np
import pytest

from newsgraph.graph.coarsening import Ties, coarsened
from newsgraph.graph.layout import LARGEST, SMALLEST, diameters, positions
from newsgraph.graph.packing import pushed_apart, rings, sunflower


def village() -> nx.MultiDiGraph:
    """Two families with one tie between them, and islands of three, two and one."""
    graph = nx.MultiDiGraph()
    for family in "ab":
        graph.add_weighted_edges_from((f"{family}{i:02}", f"{family}{j:02}", 2) for i, j in combinations(range(20), 2))
    graph.add_edge("a00", "b00")
    graph.add_edges_from([("x1", "x2"), ("x2", "x3"), ("y1", "y2"), ("y2", "y1"), ("y1", "y1")])
    graph.add_node("z")
    for number, node in enumerate(sorted(graph)):
        graph.nodes[node]["articles"] = number**2
    return graph


def middle(places: dict[str, tuple[float, float]], letter: str) -> tuple[float, float]:
    mine = [place for node, place in places.items() if node.startswith(letter)]
    return sum(x for x, _ in mine) / len(mine), sum(y for _, y in mine) / len(mine)


def overlapping(graph: nx.Graph, places: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    sizes = diameters(graph)
    return [(a, b) for a, b in combinations(places, 2) if dist(places[a], places[b]) < (sizes[a] + sizes[b]) / 2]


def test_every_node_has_a_place_of_its_own() -> None:
    graph = village()
    places = positions(graph)
    assert list(places) == sorted(graph)
    assert overlapping(graph, places) == []


def test_families_lie_apart() -> None:
    places = positions(village())
    a, b = middle(places, "a"), middle(places, "b")
    spread = max(dist(places[node], a) for node in places if node.startswith("a"))
    assert dist(a, b) > spread


def test_islands_lie_around_the_largest_and_not_far_off() -> None:
    places = positions(village())
    main = max(hypot(*place) for node, place in places.items() if node[0] in "ab")
    others = [hypot(*place) for node, place in places.items() if node[0] in "xyz"]
    assert main < min(others)
    assert max(others) < 3 * main


def test_the_order_of_the_graph_does_not_matter() -> None:
    graph = village()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert positions(turned) == positions(graph)


@pytest.mark.parametrize("threads", ["1", "4"])
def test_the_places_do_not_hang_on_the_process(threads: str) -> None:
    code = "from tests.graph.test_layout import large; from newsgraph.graph.layout import positions\nprint(positions(large()))"
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
    environment = {**dict.fromkeys(names, threads), "PYTHONHASHSEED": threads}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert result.stdout == f"{positions(large())}\n"


def large() -> nx.Graph:
    """So large that repulsion is summed up by regions, on several levels."""
    graph = nx.Graph()
    for number in range(1, 1_200):
        graph.add_edge(f"n{number:04}", f"n{number * number % 97 % number:04}", weight=1 + number % 5)
    return graph


@pytest.mark.parametrize("graph", [large(), nx.star_graph(200), nx.path_graph(200), nx.complete_graph(60)])
def test_large_graphs_have_no_overlaps(graph: nx.Graph) -> None:
    assert overlapping(graph, positions(graph)) == []


@pytest.mark.parametrize(
    "graph", [nx.Graph(), nx.empty_graph(["a"]), nx.path_graph(["a", "b"]), nx.MultiDiGraph([("a", "a")])]
)
def test_small_graphs(graph: nx.Graph) -> None:
    assert set(positions(graph)) == set(graph)


def test_odd_weights_count_as_one() -> None:
    odd: list[object] = [None, float("nan"), float("inf"), -3, 0, "many"]
    graph, plain = nx.Graph(), nx.Graph()
    for number, weight in enumerate(odd):
        graph.add_edge(f"n{number}", f"n{number + 1}", weight=weight)
        plain.add_edge(f"n{number}", f"n{number + 1}")
    assert positions(graph) == positions(plain)


def test_diameters_grow_with_articles() -> None:
    graph = nx.Graph()
    for name, articles in {"a": None, "b": -1, "c": 1, "d": 25, "e": 100}.items():
        graph.add_node(name, articles=articles)
    sizes = diameters(graph)
    assert sizes == {"a": SMALLEST, "b": SMALLEST, "c": 9.5, "d": 27.5, "e": LARGEST}
    assert set(diameters(nx.path_graph(3)).values()) == {SMALLEST}


def test_a_star_becomes_one_node_and_a_path_half_as_long() -> None:
    star = Ties(5, np.array([(0, 4), (1, 4), (2, 4), (3, 4)]), np.ones(4))
    assert coarsened(star)[0].size == 1
    path = Ties(8, np.array(list(pairwise(range(8)))), np.array([1.0, 2, 3, 4, 5, 6, 7]))
    smaller, holders = coarsened(path)
    assert smaller.size == 4
    assert holders.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert (smaller.ends.tolist(), smaller.weights.tolist()) == ([[0, 1], [1, 2], [2, 3]], [2.0, 4.0, 6.0])


def test_two_in_one_place_are_parted() -> None:
    moved = pushed_apart(np.zeros((3, 2)), np.full(3, 5.0), gap=1)
    assert all(np.hypot(*(one - other)) >= 10 for one, other in combinations(moved, 2))


def test_rings_hold_discs_that_do_not_touch() -> None:
    radii = [50.0, 3.0, 20.0, *[5.0] * 100, 1.0]
    centres = rings(radii, gap=2)
    assert centres[0] == (0, 0)
    assert all(dist(centres[i], centres[j]) > radii[i] + radii[j] + 1.99 for i, j in combinations(range(len(radii)), 2))
    assert rings([], gap=1) == []


def test_a_sunflower_fills_a_disc() -> None:
    distances = np.hypot(*sunflower(100).T)
    assert distances.max() < 10
    assert np.median(distances) == pytest.approx(10 / 2**0.5, rel=0.05)
