from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import integer, string
from newsgraph.graph.verify import verify
from newsgraph.graph.vocabulary import NG, NGR, NIF, RDF, SCHEMA, SKOS
from tests.graph.corpus import Corpus

Change = Callable[[list[Quad]], list[Quad]]
AWAY = NamedNode("https://newsgraph.example/e/away")


def test_a_graph_as_built_holds(small: Corpus, store: GraphStore) -> None:
    report = verify(store, small.texts)
    assert report.violations == ()
    assert report.holds
    assert (report.articles, report.quads) == (4, store.counts()["quads"])
    assert report.spans > 21


def changed_object(predicate: NamedNode, old: str | None, new: NamedNode | Literal) -> Change:
    """The first quad of this predicate and value (``None``: any) gets another value."""

    def change(quads: list[Quad]) -> list[Quad]:
        place = next(i for i, q in enumerate(quads) if q.predicate == predicate and old in (None, q.object.value))
        found = quads[place]
        return [
            *quads[:place],
            Quad(found.subject, found.predicate, new, found.graph_name),
            *quads[place + 1 :],
        ]

    return change


def without(predicate: NamedNode, value: NamedNode | None = None) -> Change:
    """All quads of this predicate (and value) go."""
    return lambda quads: [q for q in quads if q.predicate != predicate or (value is not None and q.object != value)]


def with_plain(predicate: NamedNode) -> Change:
    """A plain triple between two persons that nobody states."""

    def change(quads: list[Quad]) -> list[Quad]:
        people = sorted(str(q.subject.value) for q in quads if q.object == SCHEMA.Person)
        ends = [NamedNode(iri) for iri in people[:2]]
        return [*quads, Quad(ends[0], predicate, ends[1], DefaultGraph())]

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            changed_object(NIF.anchorOf, "Ana Petrov", string("Anna Petrov")),
            "reads «Anna Petrov» in the graph",
        ),
        (changed_object(NG.cueText, "denied", string("confirmed")), "the cue at .* «denied» in the text"),
        (changed_object(NG.content, "Petrov owns it", string("Petrov sold it")), "the content at"),
        (changed_object(NG.quote, "He lived in Strelsau once.", string("He left.")), "the sentence at"),
        (changed_object(NIF.endIndex, "10", integer(9)), "reads «Ivan Orlov» in the graph and «Ivan Orlo»"),
        (changed_object(NG.claimCount, "3", integer(4)), "says 4 claims, but there are 3"),
        (changed_object(NG.originCount, "2", integer(3)), "says 3 independent reports, but there are 2"),
        (changed_object(NG.mentionCount, "6", integer(7)), "e:bolt-corp.*says 7 mentions, but there are 6"),
        (changed_object(NG.outletCount, "2", integer(1)), "says 1 outlets, but there are 2"),
        (without(NG.reportedBy), "says 0 outlets with a report of their own, but there are"),
        (changed_object(NG.articleCount, "4", integer(2)), "says 2 articles, but there are 4"),
        (
            changed_object(RDF.predicate, NGR.owns.value, NGR.spouseOf),
            "of type Company and cannot be the object",
        ),
        (changed_object(RDF.predicate, NGR.owns.value, NG.Claim), "ng:Claim is no relation"),
        (changed_object(NG.standing, NG.Accepted.value, NG.Claim), "one standing of the list"),
        (changed_object(NG.stance, NG.Denied.value, NG.Accepted), "one stance of the list"),
        (without(RDF.type, NG.OriginGroup), "a:.*belongs to one origin group .found: og:"),
        (changed_object(NG.evidenceArticle, None, AWAY), "evidence stands in one article of the graph .found: e:away"),
        (without(NG.originGroup), "belongs to one origin group"),
        (without(SCHEMA.mentions), "says 0 links from articles, but there are"),
        (without(NG.form), "a mention is a name, a nominal or a pronoun"),
        (without(SKOS.prefLabel), "one name that is shown"),
        (without(RDF.type, SCHEMA.NewsArticle), "without an article in the default graph"),
        (with_plain(NGR.siblingOf), "no accepted statement says so"),
        (with_plain(NGR.ceoOf), "what stands as object of «chief executive of»"),
        (
            changed_object(NG.refersTo, "https://newsgraph.example/e/strelsau-59c4da5f", AWAY),
            "e:away: says 0 mentions, but there are 1",
        ),
    ],
)
def test_what_is_planted_is_found(small: Corpus, store: GraphStore, change: Change, message: str) -> None:
    import re

    quads = sorted(store.quads(), key=str)
    store.replace_all(change(quads))
    report = verify(store, small.texts)
    assert not report.holds
    assert any(re.search(message, violation) for violation in report.violations), report.violations
    assert all("\n" not in violation for violation in report.violations)


def test_an_article_whose_text_is_gone_is_told(small: Corpus, store: GraphStore) -> None:
    texts = small.texts
    gone = small.articles[0].id
    del texts[gone]
    assert verify(store, texts).violations == (
        f"article {gone}: the graph speaks of it, but its text is not in the workspace",
    )


def test_a_changed_text_is_told(small: Corpus, store: GraphStore) -> None:
    texts = small.texts
    texts[small.articles[0].id] = "X" + small.articles[0].text
    assert len(verify(store, texts).violations) > 5


def test_an_empty_graph_holds(tmp_path: Path) -> None:
    assert verify(GraphStore.open(tmp_path / "none", read_only=False), {}).holds
