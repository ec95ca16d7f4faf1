"""Who is tied by being named in the same stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.graph import together
from newsgraph.graph.network import collapsed, network
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore
from newsgraph.graph.together import named_together
from tests import build
from tests.graph.corpus import Corpus, resolve_by_name

TEXTS = [
    ("Ana Petrov spoke in Strelsau of Bolt Corp. and of the Act.", "2017-05-30"),
    ("Ana Petrov left Bolt Corp. for Strelsau.", "2017-05-31"),  # a copy of the first
    ("Bolt Corp. said Ana Petrov would speak of the Act.", "2017-06-02"),
    ("Bolt Corp. hired Carl Lind and Ana Petrov.", None),
]
KINDS = {"Strelsau": "City", "Bolt Corp.": "Company", "the Act": "Law", "Ana Petrov": "Person", "Carl Lind": "Person"}


@pytest.fixture
def named(tmp_path: Path) -> GraphStore:
    articles, extractions = [], []
    for text, day in TEXTS:
        of = build.article(text, date=day)
        found = [(build.mention(of, name, kind),) for name, kind in KINDS.items() if name in text]
        articles.append(of)
        extractions.append(build.extraction(of, *found))
    origins = {articles[0].id: "wire", articles[1].id: "wire"}
    return Corpus(articles, extractions, resolve_by_name(extractions, {}), origins).store(tmp_path / "named")


def names(store: GraphStore) -> dict[str, str]:
    return dict(network(store, isolated=True).nodes(data="label"))


def test_pairs_of_two_stories_are_tied(named: GraphStore) -> None:
    (pair,) = named_together(named)
    assert {names(named)[pair.source], names(named)[pair.target]} == {"Ana Petrov", "Bolt Corp."}
    assert pair.source < pair.target
    assert pair[2:] == (3, 4, "2017-05-30", "2017-06-02")


def test_the_tie_claims_nothing(named: GraphStore) -> None:
    assert not network(named).edges
    ties = network(named, cooccurrence=True)
    assert len(ties) == 2
    ((source, target, key, values),) = ties.edges(keys=True, data=True)
    assert key == f"mentionedWith {source} {target}"
    assert values == {
        "predicate": "mentionedWith",
        "label": "mentioned with",
        "kind": "co-occurring",
        "symmetric": True,
        "weight": 3,
        "origins": 3,
        "articles": 4,
        "first": "2017-05-30",
        "last": "2017-06-02",
    }
    assert collapsed(ties).edges[source, target]["evidence"] == ""


@pytest.mark.parametrize(
    ("selection", "edges"),
    [
        (Selection(cooccurrence=True), 1),
        (Selection(predicates=frozenset({"mentionedWith"})), 1),
        (Selection(cooccurrence=True, minimum_weight=4), 0),
        (Selection(cooccurrence=True, standings=frozenset({"Accepted"})), 0),
        (Selection(cooccurrence=True, types=frozenset({"Person"})), 0),
        (Selection(cooccurrence=True, since="2017-06-03"), 0),
    ],
)
def test_it_is_selected_as_other_ties_are(named: GraphStore, selection: Selection, edges: int) -> None:
    assert select_network(named, selection).number_of_edges() == edges


def test_lists_of_names_tie_nobody(named: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "MOST_NAMED", 2)
    assert list(named_together(named)) == []


def test_what_is_told_of_a_pair_stays_beside_it(store: GraphStore) -> None:
    told = network(store)
    ties = network(store, cooccurrence=True)
    assert set(told.edges) < set(ties.edges)
    assert {kind for *_, kind in ties.edges(data="kind")} == {"extracted", "derived", "co-occurring"}


def test_an_empty_graph_has_no_pairs(tmp_path: Path) -> None:
    empty = GraphStore.open(tmp_path / "empty", read_only=False)
    empty.replace_all([])
    assert list(named_together(empty)) == []
