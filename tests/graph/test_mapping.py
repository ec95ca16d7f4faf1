from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from newsgraph.errors import NewsgraphError
from newsgraph.graph.propositions import day_or_none, relations_left_out
from newsgraph.graph.terms import decimal, string
from newsgraph.graph.vocabulary import NG, NGR, NIF, RDF, SCHEMA, SEM, SKOS
from newsgraph.model import EntityType, Realis, Role, Stance
from tests import build
from tests.graph.corpus import (
    Corpus,
    article_quads,
    event,
    graph_quads,
    relation,
    resolve_by_name,
    time,
    world_quads,
)

BASE = "https://newsgraph.example/"


def values(quads: Iterable[Quad], subject: object, predicate: NamedNode) -> set[str]:
    return {q.object.value for q in quads if q.subject == subject and q.predicate == predicate}


def subjects(quads: Iterable[Quad], predicate: NamedNode, value: object) -> list[NamedNode]:
    return [q.subject for q in quads if q.predicate == predicate and q.object == value]


def named(quads: Iterable[Quad], name: str) -> NamedNode:
    return next(q.subject for q in quads if q.predicate == SKOS.prefLabel and q.object.value == name)


def world(small: Corpus) -> list[Quad]:
    return list(world_quads(small.articles, small.extractions, small.resolution, small.origins))


def only_article(small: Corpus, place: int) -> list[Quad]:
    return list(article_quads(small.articles[place], small.extractions[place], small.resolution))


def test_the_order_of_input_changes_nothing(small: Corpus) -> None:
    def lines(seed: int) -> list[str]:
        shuffle = random.Random(seed)
        articles, extractions = list(small.articles), list(small.extractions)
        shuffle.shuffle(articles)
        shuffle.shuffle(extractions)
        return sorted(str(q) for q in graph_quads(articles, extractions, small.resolution, small.origins))

    assert lines(1) == lines(2) == lines(3)


def test_both_layers_together_are_the_graph(small: Corpus) -> None:
    apart = set(world(small))
    for place in range(len(small.articles)):
        apart |= set(only_article(small, place))
    whole = set(graph_quads(small.articles, small.extractions, small.resolution, small.origins))
    assert whole == apart
    assert not any("_:" in str(quad.subject) for quad in whole)


def test_a_mention_has_its_place_and_its_entity(small: Corpus) -> None:
    article = small.articles[0]
    quads = only_article(small, 0)
    start = article.text.index("Petrov and Bolt")
    mention = NamedNode(f"{BASE}a/{article.id}#char={start},{start + 6}")
    assert values(quads, mention, NIF.anchorOf) == {"Petrov"}
    assert values(quads, mention, NG.title) == {"Minister"}
    assert values(quads, mention, NG.refersTo) == {named(world(small), "Ana Petrov").value}
    assert {q.graph_name for q in quads} == {NamedNode(f"{BASE}a/{article.id}")}


def test_who_says_it(small: Corpus) -> None:
    quads, entities = only_article(small, 2), world(small)
    name_of = {f"{BASE}e/{entity.id}": entity.name for entity in small.resolution.entities}
    found = {}
    for claim in subjects(quads, RDF.type, NG.Quote):
        (content,) = values(quads, claim, NG.content)
        sources = {name_of[source] for source in values(quads, claim, NG.source)}
        found[content] = (sources, len(values(quads, claim, NG.within)))
    assert found == {
        "two officials said Ana Petrov owns Bolt Corp. on the coast": ({"The Gazette"}, 0),
        "Ana Petrov owns Bolt Corp. on the coast": ({"two officials"}, 1),
        "Petrov owns it": ({"Bolt Corp."}, 0),
    }
    kin = next(c for c in subjects(quads, NG.cueText, string("brother-in-law")))
    assert values(quads, kin, NG.source) == {named(entities, "Coast Times").value}
    owned = next(c for c in subjects(quads, NG.cueText, string("owns")) if NG.Claim.value in values(quads, c, RDF.type))
    assert values(quads, owned, NG.source) == {named(entities, "two officials").value}
    assert len(values(quads, owned, NG.within)) == 1


def test_an_unnamed_source_is_not_taken_for_the_outlet(small: Corpus) -> None:
    article, extraction = small.articles[2], small.extractions[2]
    silent = replace(extraction, quotes=tuple(replace(quote, source_id=None) for quote in extraction.quotes))
    quads = list(article_quads(article, silent, small.resolution))
    for claim in subjects(quads, RDF.type, NG.Claim):
        quoted = values(quads, claim, NG.within) or values(quads, claim, NG.content)
        assert bool(values(quads, claim, NG.source)) is not bool(quoted)


def test_an_article_without_an_outlet_speaks_for_itself(small: Corpus) -> None:
    article = replace(small.articles[3], outlet=None)
    quads = list(article_quads(article, small.extractions[3], small.resolution))
    sources = {q.object for q in quads if q.predicate == NG.source}
    assert sources == {NamedNode(f"{BASE}a/{article.id}")}


def test_a_statement_adds_up_its_claims(small: Corpus) -> None:
    quads = world(small)
    kin = next(s for s in subjects(quads, RDF.predicate, NGR.relativeOf))
    assert values(quads, kin, NG.articleCount) == {"3"}
    assert values(quads, kin, NG.originCount) == {"2"}
    # the story that both print is the Gazette's: the Times has one of its own
    assert values(quads, kin, NG.reportedBy) == {named(quads, name).value for name in ("The Gazette", "Coast Times")}
    assert values(quads, kin, NG.claimCount) == {"3"}
    assert values(quads, kin, NG.confidence) == {"0.99"}
    assert values(quads, kin, NG.standing) == {NG.Accepted.value}
    assert values(quads, kin, NG.firstReported) == {"2017-05-30"}
    assert values(quads, kin, NG.lastReported) == {"2017-06-01"}
    assert len(values(quads, kin, NG.evidence)) == 1
    # the two directions of a symmetric relation are one statement
    ends = values(quads, kin, RDF.subject) | values(quads, kin, RDF.object)
    assert ends == {named(quads, "Ivan Orlov").value, named(quads, "Ana Petrov").value}


def test_plain_triples_stand_for_what_is_accepted_and_present(small: Corpus) -> None:
    quads = world(small)
    ivan, ana = named(quads, "Ivan Orlov"), named(quads, "Ana Petrov")
    plain = {(q.subject, q.predicate, q.object) for q in quads if q.predicate in set(NGR.terms.values())}
    post = named(quads, "harbour master")
    # «lived in Strelsau once» is past, «owns Bolt Corp.» is contested
    assert plain == {
        (ivan, NGR.relativeOf, ana),
        (ana, NGR.relativeOf, ivan),
        (ana, NGR.holdsPosition, post),
    }
    lived = next(s for s in subjects(quads, RDF.predicate, NGR.residesIn))
    assert values(quads, lived, NG.former) == {"true"}
    owned = next(s for s in subjects(quads, RDF.predicate, NGR.owns))
    assert values(quads, owned, NG.standing) == {NG.Contested.value}


def test_what_cannot_be_is_left_out_with_its_reason(small: Corpus) -> None:
    found = [(skipped.stage, skipped.reason) for skipped in relations_left_out(small.extractions, small.resolution)]
    assert found == [
        ("graph", "owns: both ends are the same"),
        ("graph", "spouseOf: the subject cannot be of type Company"),
        ("graph", "Attack: neither participant, place nor time is known"),
    ]


def test_a_relation_that_the_ontology_lacks_stops_the_run(small: Corpus) -> None:
    extraction = small.extractions[0]
    wrong = replace(extraction, relations=(replace(extraction.relations[0], predicate="relativOf"),))
    with pytest.raises(NewsgraphError, match="relativOf"):
        list(article_quads(small.articles[0], wrong, small.resolution))


def test_entities_and_articles_have_their_metadata(small: Corpus) -> None:
    quads = world(small)
    bolt, gazette = named(quads, "Bolt Corp."), named(quads, "The Gazette")
    assert values(quads, bolt, RDF.type) == {NG.Company.value, SCHEMA.Organization.value}
    assert values(quads, bolt, SKOS.altLabel) == {"Bolt"}
    assert values(quads, bolt, NG.mentionCount) == {"6"}
    assert values(quads, bolt, NG.articleCount) == {"4"}
    assert values(quads, bolt, NG.outletCount) == {"2"}
    article = NamedNode(f"{BASE}a/{small.articles[0].id}")
    assert values(quads, article, SCHEMA.publisher) == {gazette.value}
    assert values(quads, article, SCHEMA.author) == {named(quads, "Emma Reed").value}
    assert values(quads, article, SCHEMA.datePublished) == {"2017-05-30"}
    assert values(quads, article, NG.originGroup) == {f"{BASE}og/wire"}
    assert values(quads, NamedNode(f"{BASE}og/wire"), NG.articleCount) == {"2"}
    alone = NamedNode(f"{BASE}a/{small.articles[2].id}")
    assert values(quads, alone, NG.originGroup) == {f"{BASE}og/{small.articles[2].id}"}
    assert all(q.graph_name == DefaultGraph() for q in quads)


def test_an_event_told_twice_is_one_only_when_it_is_dated(small: Corpus) -> None:
    quads = world(small)
    met = [e for e in subjects(quads, RDF.type, SEM.Event) if values(quads, e, SEM.hasBeginTimeStamp) == {"2017-05-30"}]
    assert len(met) == 1
    assert values(quads, met[0], NG.articleCount) == {"2"}
    assert values(quads, met[0], NG.originCount) == {"1"}
    assert len(values(quads, met[0], NG.reportedBy)) == 1
    assert values(quads, met[0], SEM.hasPlace) == {named(quads, "Strelsau").value}
    undated = [replace(e, events=tuple(replace(x, time_id=None) for x in e.events)) for e in small.extractions]
    quads = list(world_quads(small.articles, undated, small.resolution, small.origins))
    meetings = [e for e in subjects(quads, RDF.type, SEM.Event) if values(quads, e, SEM.hasPlace)]
    assert len(meetings) == 2


@pytest.mark.parametrize(
    ("end", "events"), [("2017-05-01", 1), ("2017-05-07", 1), ("2017-05-08", 2), ("2017-12-31", 2)]
)
def test_a_long_stretch_of_time_does_not_make_two_events_one(end: str, events: int) -> None:
    extractions = []
    articles = [build.article(f"{paper}: Ana met Ivan then.") for paper in ("One", "Two")]
    for of in articles:
        ana, ivan = build.mention(of, "Ana"), build.mention(of, "Ivan")
        then = time(of, "then", "2017", "2017-05-01", end)
        met = event(of, "Meeting", "met", {Role.AGENT: [ana, ivan]}, time_id=then.id)
        extractions.append(build.extraction(of, (ana,), (ivan,), events=(met,), times=(then,)))
    quads = list(world_quads(articles, extractions, resolve_by_name(extractions, {}), {}))
    assert len(subjects(quads, RDF.type, SEM.Event)) == events


@pytest.mark.parametrize(
    ("stances", "realis"),
    [
        (((Stance.ASSERTED, Realis.ACTUAL),), NG.Actual),
        (((Stance.ASSERTED, Realis.PLANNED),), NG.Planned),
        (((Stance.ASSERTED, Realis.PLANNED), (Stance.ASSERTED, Realis.ACTUAL)), NG.Actual),
        (((Stance.DENIED, Realis.ACTUAL),), NG.Negated),
        (((Stance.DENIED, Realis.ACTUAL), (Stance.ASSERTED, Realis.HYPOTHETICAL)), NG.Hypothetical),
    ],
)
def test_whether_an_event_took_place(stances: tuple[tuple[Stance, Realis], ...], realis: NamedNode) -> None:
    of = build.article("Ana met Ivan then. Ana saw Ivan then.")
    ana, ivan, then = build.mention(of, "Ana"), build.mention(of, "Ivan"), time(of, "then", "x", "2017-05-01")
    events = tuple(
        event(of, "Meeting", cue, {Role.AGENT: [ana, ivan]}, time_id=then.id, stance=stance, realis=how)
        for cue, (stance, how) in zip(("met", "saw"), stances, strict=False)
    )
    extraction = build.extraction(of, (ana,), (ivan,), events=events, times=(then,))
    quads = list(world_quads([of], [extraction], resolve_by_name([extraction], {}), {}))
    (found,) = set(subjects(quads, RDF.type, SEM.Event))
    assert values(quads, found, NG.realis) == {realis.value}


def test_copies_count_once_in_the_confidence() -> None:
    articles = [build.article(f"{n} Ana is Ivan's sister.", date=f"2017-05-0{n}") for n in (1, 2, 3)]
    extractions = []
    for of in articles:
        ana, ivan = build.mention(of, "Ana"), build.mention(of, "Ivan")
        sister = relation(of, (ana, ivan), "siblingOf", "sister", of.text, confidence=0.5)
        extractions.append(build.extraction(of, (ana,), (ivan,), relations=(sister,)))
    resolution = resolve_by_name(extractions, {})

    def confidence(origins: dict[str, str]) -> set[str]:
        quads = list(world_quads(articles, extractions, resolution, origins))
        return values(quads, subjects(quads, RDF.type, NG.Statement)[0], NG.confidence)

    assert confidence({article.id: "one" for article in articles}) == {"0.5"}
    assert confidence({}) == {"0.875"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-05-30", "2017-05-30"),
        ("2017-05-30T10:00:00Z", "2017-05-30"),
        ("2017-05", None),
        ("2017-13-45", None),
        ("Tuesday", None),
        ("", None),
        (None, None),
    ],
)
def test_days(value: str | None, expected: str | None) -> None:
    assert day_or_none(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.93, "0.93"), (0.9, "0.9"), (1.0, "1"), (0.0, "0"), (0.12345, "0.123"), (1e-9, "0")],
)
def test_numbers_have_one_form(value: float, expected: str) -> None:
    assert decimal(value).value == expected


def test_text_that_rdf_cannot_hold_keeps_its_length() -> None:
    assert string("a\ud800b") == Literal("a\ufffdb")


def test_mentions_outside_of_chains_are_left_out(small: Corpus) -> None:
    article, extraction = small.articles[0], small.extractions[0]
    lonely = replace(extraction, chains=extraction.chains[1:])
    quads = list(article_quads(article, lonely, small.resolution))
    texts = {q.object.value for q in quads if q.predicate == NIF.anchorOf}
    assert "Ivan Orlov" not in texts
    assert "Ana Petrov" in texts


def test_kinds_of_entity_reach_the_graph() -> None:
    of = build.article("Low Tide won.")
    extraction = build.extraction(of, (build.mention(of, "Low Tide", "Work"),))
    resolution = resolve_by_name([extraction], {})
    assert resolution.entities[0].type is EntityType.WORK
    quads = list(world_quads([of], [extraction], resolution, {}))
    assert values(quads, named(quads, "Low Tide"), RDF.type) == {NG.Work.value, SCHEMA.CreativeWork.value}
