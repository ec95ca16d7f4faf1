from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsgraph import answers
from newsgraph.answers.mentions import sentence_around
from newsgraph.errors import NotFoundError, QueryError, SelectionError, WorkspaceError
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import RDFS
from newsgraph.model import Span
from tests.graph.corpus import Corpus

BOLT, ANA, IVAN = "Bolt Corp.", "Ana Petrov", "Ivan Orlov"


def chain(path: answers.Path) -> list[str]:
    return [path.steps[0].source, *(step.target for step in path.steps)]


def test_a_path_goes_over_what_is_told_and_shows_its_sentences(store: GraphStore) -> None:
    direct, *others = answers.find_paths(store, IVAN, "bolt", cooccurrence=False)
    assert chain(direct) == [IVAN, BOLT]
    assert [told.what for told in direct.steps[0].told] == ["meeting: Bolt Corp., Ivan Orlov, Strelsau"]
    assert direct.steps[0].told[0].place.outlet == "Coast Times"
    assert [chain(path) for path in others] == [[IVAN, ANA, BOLT]]
    kin, owns = others[0].steps
    assert (kin.told[0].what, kin.told[0].reports, others[0].reports) == ("Ivan Orlov relative of Ana Petrov", 2, 1)
    assert "son-in-law" in kin.told[0].sentence
    assert {told.what for told in owns.told} == {
        "Ana Petrov owns Bolt Corp.",
        "accusation: Ana Petrov, Bolt Corp.",
    }


def test_the_strongest_path_has_the_most_reports(store: GraphStore) -> None:
    best = answers.find_paths(store, ANA, IVAN, by="strongest", count=1)
    assert [chain(path) for path in best] == [[ANA, IVAN]]


def test_paths_keep_to_the_types_that_are_asked_for(store: GraphStore) -> None:
    assert [chain(p) for p in answers.find_paths(store, IVAN, BOLT, via_types=["person"])] == [
        [IVAN, BOLT],
        [IVAN, ANA, BOLT],
    ]
    assert [chain(p) for p in answers.find_paths(store, IVAN, BOLT, via_types=["Place"])] == [[IVAN, BOLT]]
    with pytest.raises(SelectionError, match="unknown entity type"):
        answers.find_paths(store, IVAN, BOLT, via_types=["Persn"])


def test_names_in_the_same_articles_are_a_last_resort(store: GraphStore) -> None:
    # posts and nameless sources connect nobody; The Gazette is told nothing of
    (together,) = answers.find_paths(store, IVAN, "Strelsau", count=1)
    assert together.steps[0].told
    assert answers.find_paths(store, "The Gazette", "Strelsau", cooccurrence=False) == []


def test_wrong_paths_are_told(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="one and the same"):
        answers.find_paths(store, "Bolt", BOLT)
    with pytest.raises(QueryError, match="shortest or strongest"):
        answers.find_paths(store, IVAN, BOLT, by="longest")
    with pytest.raises(NotFoundError, match="did you mean 'Ivan Orlov'"):
        answers.find_paths(store, "Ivan Orlof", BOLT)


def test_a_timeline_is_in_the_order_of_its_days(store: GraphStore) -> None:
    found = answers.read_timeline(store, IVAN)
    assert [(m.day, m.dated, m.told.what) for m in found] == [
        ("2017-05-30", "reported", "Ivan Orlov relative of Ana Petrov"),
        ("2017-05-30", "reported", "Ivan Orlov resides in Strelsau"),
        ("2017-05-30", "happened", "meeting: Bolt Corp., Ivan Orlov, Strelsau"),
    ]
    assert answers.read_timeline(store, IVAN, since="2017-05-31") == []
    assert answers.read_timeline(store, IVAN, until="2017-05-30") == found
    undated = answers.read_timeline(store, ANA)[-1]
    assert (undated.day, undated.dated) == ("", "")
    assert undated not in answers.read_timeline(store, ANA, until="2100-01-01")
    with pytest.raises(QueryError, match="no day"):
        answers.read_timeline(store, IVAN, since="Tuesday")


def test_claims_by_source_by_subject_and_by_stance(store: GraphStore) -> None:
    def said(**asked: str) -> list[tuple[str, str, str]]:
        return [(claim.source, claim.stance, claim.said) for claim in answers.find_claims(store, **asked)]

    denials = [(BOLT, "Denied", "Ana Petrov owns Bolt Corp."), (BOLT, "Denied", "Petrov owns it")]
    assert sorted(said(source="bolt")) == denials
    assert sorted(said(stance="denied")) == denials
    assert sorted(said(about=ANA, stance="denied")) == denials
    assert sorted(said(about=ANA, stance="denied", source="The Gazette")) == []
    assert ("The Gazette", "Asserted", "two officials said Ana Petrov owns Bolt Corp. on the coast") in said(about=BOLT)
    assert said(about="Strelsau", stance="denied") == []
    assert said(source="bolt", since="2017-06-02") == said(source="bolt", until="2017-05-31") == []
    assert sorted(said(source="bolt", since="2017-06-01", until="2017-06-01")) == denials
    with pytest.raises(QueryError, match="is no stance: choose from Asserted"):
        said(stance="denies")
    with pytest.raises(QueryError, match="name a source"):
        said()


def test_a_claim_stands_where_it_says(store: GraphStore, small: Corpus) -> None:
    for claim in answers.find_claims(store, source="bolt"):
        text = small.texts[claim.article.rsplit("/", 1)[-1]]
        assert text[claim.begin : claim.end] == claim.sentence == "Bolt denied that Petrov owns it."


def test_contradictions_show_both_sides(store: GraphStore) -> None:
    (found,) = answers.find_contradictions(store)
    assert found.told.what == "Ana Petrov owns Bolt Corp."
    assert [claim.source for claim in found.asserted] == ["two officials"]
    assert [claim.source for claim in found.denied] == [BOLT]
    assert answers.find_contradictions(store, ANA) == [found]
    assert answers.find_contradictions(store, IVAN) == []


def test_what_is_new_is_reported_since_then(store: GraphStore) -> None:
    assert [told.what for told in answers.find_new(store, "2017-06-01")] == ["Ana Petrov owns Bolt Corp."]
    since_may = answers.find_new(store, "2017-05-30")
    assert since_may[0].what == "Ivan Orlov relative of Ana Petrov"  # in most independent reports
    assert {told.what for told in answers.find_new(store, "2017-05-30", about="Strelsau")} == {
        "Ivan Orlov resides in Strelsau",
        "meeting: Bolt Corp., Ivan Orlov, Strelsau",
    }


def test_first_mentions_one_an_outlet(store: GraphStore, small: Corpus) -> None:
    found = answers.find_first_mentions(store, IVAN, small.texts)
    assert [(each.place.outlet, each.place.date) for each in found] == [
        ("The Gazette", "2017-05-30"),
        ("Coast Times", "2017-05-30"),
    ] or [(each.place.outlet, each.place.date) for each in found] == [
        ("Coast Times", "2017-05-30"),
        ("The Gazette", "2017-05-30"),
    ]
    assert all(each.surface == "Ivan Orlov" and "is the son-in-law of Ana Petrov." in each.sentence for each in found)


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One went. Two came back. Three left.", "Two", "Two came back."),
        ("“One went.” Two came back.\nThree left.", "came", "Two came back."),
        ("Two came", "Two", "Two came"),
        (f"{'x ' * 400}Two{' y' * 400}", "Two", f"{'x ' * 150}Two{' y' * 150}"),
    ],
)
def test_the_sentence_around_a_mention(text: str, words: str, sentence: str) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    assert sentence_around(text, span.start, span.end) == sentence


def test_ranks_and_communities_have_their_evidence(store: GraphStore) -> None:
    top = answers.rank(store, Selection(), by="degree", count=2)
    assert [(each.label, each.value, each.degree) for each in top] == [(ANA, 2.0, 2), (IVAN, 3.0, 3)][::-1]
    assert top[0].best.sentence
    for measure in ("betweenness", "pagerank", "articles"):
        assert len(answers.rank(store, Selection(), by=measure)) == 4
    with pytest.raises(QueryError, match="is no measure"):
        answers.rank(store, Selection(), by="fame")
    groups = answers.find_communities(store, Selection())
    assert sum(group.size for group in groups) == 4
    assert groups[0].ties[0].sentence
    nobody = Selection(since="2100-01-01")
    assert answers.rank(store, nobody) == answers.find_communities(store, nobody) == []


def test_what_differs_between_two_graphs(small: Corpus, store: GraphStore, tmp_path: Path) -> None:
    fewer = Corpus(small.articles[:3], small.extractions[:3], small.resolution, {small.articles[0].id: "wire"})
    before = fewer.store(tmp_path / "before")
    changes = answers.find_changes(before, store)
    assert changes.gone == changes.entities_gone == ()
    assert [told.what for told in changes.new][:1] == ["Ana Petrov holds position harbour master"]
    assert [entity.label for entity in changes.entities_new] == ["harbour master"]
    counts = {now.what: (was.reports, now.reports) for was, now in changes.changed}
    assert counts["Ivan Orlov relative of Ana Petrov"] == (3, 2)  # of two stories one turned out a copy
    assert answers.find_changes(store, store) == answers.Changes((), (), (), (), ())
    back = answers.find_changes(store, before)
    assert (back.gone, back.entities_gone) == (changes.new, changes.entities_new)


def test_a_graph_without_labels_has_to_be_made_anew(small: Corpus, store: GraphStore, tmp_path: Path) -> None:
    old = GraphStore.open(tmp_path / "old", read_only=False)
    old.replace_all(quad for quad in small.quads() if quad.predicate != RDFS.label)
    with pytest.raises(WorkspaceError, match="older newsgraph"):
        answers.find_paths(old, ANA, IVAN)


def test_selections_may_name_relations(store: GraphStore) -> None:
    top = answers.rank(store, replace(Selection(), predicates=frozenset({"relativeOf"})))
    assert {each.label for each in top} == {ANA, IVAN}
    with pytest.raises(SelectionError, match="unknown relation or event type 'relatives'"):
        Selection(predicates=frozenset({"relatives"}))
