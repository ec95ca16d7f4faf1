from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from newsgraph.graph.network import network
from newsgraph.graph.store import GraphStore
from newsgraph.model import Realis, Role, Stance
from tests import build
from tests.graph.corpus import Corpus, event, resolve_by_name


def by_label(graph: nx.MultiDiGraph, label: str) -> str:
    return next(node for node, values in graph.nodes(data=True) if values["label"] == label)


def labels(graph: nx.MultiDiGraph) -> set[str]:
    return {label for _, label in graph.nodes(data="label")}


def test_nodes_are_entities_that_are_tied_to_others(store: GraphStore) -> None:
    graph = network(store)
    assert labels(graph) == {"Ana Petrov", "Bolt Corp.", "Ivan Orlov", "Strelsau"}
    bolt = by_label(graph, "Bolt Corp.")
    assert bolt.startswith("https://newsgraph.example/e/bolt-corp-")
    assert graph.nodes[bolt] == {
        "label": "Bolt Corp.",
        "type": "Company",
        "aliases": ["Bolt"],
        "mentions": 6,
        "articles": 4,
        "positions": [],
    }
    assert graph.nodes[by_label(graph, "Ana Petrov")]["positions"] == ["harbour master"]


def test_an_edge_is_a_statement_with_all_that_is_known_of_it(store: GraphStore) -> None:
    graph = network(store, derived=False)
    ana, ivan = by_label(graph, "Ana Petrov"), by_label(graph, "Ivan Orlov")
    ((key, values),) = graph[ivan][ana].items()
    assert key.startswith("https://newsgraph.example/st/")
    evidence = values.pop("evidence")
    assert "Ivan Orlov is the son-in-law of Ana Petrov." in evidence
    assert values == {
        "predicate": "relativeOf",
        "label": "relative of",
        "kind": "extracted",
        "symmetric": True,
        "weight": 2,
        "origins": 2,
        "articles": 3,
        "confidence": 0.99,
        "standing": "Accepted",
        "former": False,
        "first": "2017-05-30",
        "last": "2017-06-01",
    }
    standings = {values["predicate"]: (values["standing"], values["former"]) for *_, values in graph.edges(data=True)}
    assert standings == {
        "relativeOf": ("Accepted", False),
        "owns": ("Contested", False),
        "residesIn": ("Accepted", True),
    }


def test_events_tie_their_participants(store: GraphStore) -> None:
    graph = network(store)
    derived = {
        (graph.nodes[a]["label"], values["predicate"], graph.nodes[b]["label"]): values
        for a, b, values in graph.edges(data=True)
        if values["kind"] == "derived"
    }
    # the planned meeting is no tie
    assert set(derived) == {
        ("Ana Petrov", "Accusation", "Bolt Corp."),
        ("Bolt Corp.", "Meeting", "Ivan Orlov"),
    }
    met = derived["Bolt Corp.", "Meeting", "Ivan Orlov"]
    assert (met["weight"], met["articles"], met["symmetric"]) == (1, 2, True)
    assert (met["first"], met["last"]) == ("2017-05-30", "2017-05-30")
    accused = derived["Ana Petrov", "Accusation", "Bolt Corp."]
    assert (accused["label"], accused["standing"], accused["symmetric"]) == ("accusation", "Accepted", False)
    # the article is not dated
    assert "first" not in accused


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"positions": True}, {"harbour master"}),
        ({"isolated": True}, {"Emma Reed", "The Gazette", "Coast Times"}),
        ({"isolated": True, "anonymous": True}, {"Emma Reed", "The Gazette", "Coast Times", "two officials"}),
    ],
)
def test_more_nodes_on_request(store: GraphStore, options: dict[str, bool], expected: set[str]) -> None:
    assert labels(network(store, **options)) - labels(network(store)) == expected


def test_the_order_is_always_the_same(small: Corpus, store: GraphStore, tmp_path: Path) -> None:
    turned = replace(small, articles=small.articles[::-1], extractions=small.extractions[::-1])
    other = network(turned.store(tmp_path / "turned"))
    graph = network(store)
    assert list(graph.nodes(data=True)) == list(other.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_pairs_add_up_over_events_and_take_the_firmest(tmp_path: Path) -> None:
    said = [
        ("Ana sued Bolt, it is said.", {"stance": Stance.ALLEGED, "confidence": 0.9}),
        ("Ana sued Bolt.", {"confidence": 0.7}),
        ("Ana denied she sued Bolt.", {"stance": Stance.DENIED}),
        ("Ana may have sued Bolt.", {"realis": Realis.HYPOTHETICAL}),
    ]
    articles = [build.article(text, date=f"2017-05-0{n}") for n, (text, _) in enumerate(said, 1)]
    extractions = []
    for of, (_, fields) in zip(articles, said, strict=True):
        ana, bolt = build.mention(of, "Ana"), build.mention(of, "Bolt", "Company")
        sued = event(of, "ChargeOrLawsuit", "sued", {Role.AGENT: [ana], Role.PATIENT: [bolt]}, **fields)
        extractions.append(build.extraction(of, (ana,), (bolt,), events=(sued,)))
    small = Corpus(articles, extractions, resolve_by_name(extractions, {}), {})
    ((_, _, values),) = network(small.store(tmp_path / "g")).edges(data=True)
    assert values == {
        "predicate": "ChargeOrLawsuit",
        "label": "charge or lawsuit",
        "kind": "derived",
        "symmetric": False,
        "weight": 2,
        "origins": 2,
        "articles": 2,
        "confidence": 0.7,
        "standing": "Accepted",
        "former": False,
        "first": "2017-05-01",
        "last": "2017-05-02",
        "evidence": "Ana sued Bolt.",
    }
