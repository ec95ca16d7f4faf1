"""Who is tied to whom by which claims, small enough to be held in memory: what pictures and filters are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec
from pyoxigraph import NamedNode

from newsgraph.answers.links import Link, event_links
from newsgraph.answers.lookup import facts, value_of
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.results import local_name
from newsgraph.graph.standing import FIRMEST, Standing
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NGR, RDF, SCHEMA, SKOS


class Voice(msgspec.Struct, array_like=True, frozen=True):
    """One claim: number of its outlet, ISO day (empty: none), stance, number of its origin."""

    outlet: int
    day: str
    stance: str
    origin: int


class Told(msgspec.Struct, array_like=True, frozen=True):
    """A statement or an event between two entities: its IRI, the relation or event type, how it stands, its claims.

    ``forward``: it leads from the edge's first end to the second; ``mutual``: its direction says nothing.
    """

    iri: str
    name: str
    forward: bool
    mutual: bool
    standing: str
    former: bool
    voices: tuple[Voice, ...]


class Node(msgspec.Struct, array_like=True, frozen=True):
    """An entity; ``keys`` are its names as people look for them."""

    iri: str
    label: str
    type: str
    articles: int
    keys: tuple[str, ...]


class Edge(msgspec.Struct, array_like=True, frozen=True):
    """All that is told between two entities, which are given by their numbers."""

    one: int
    other: int
    told: tuple[Told, ...]

    @property
    def reports(self) -> int:
        """In how many independent reports."""
        return independent_reports(self.told)

    def beyond(self, number: int) -> int:
        """The other end, as one end sees it."""
        return self.other if self.one == number else self.one


def independent_reports(told: Iterable[Told]) -> int:
    """In how many origins some of this is told."""
    return len({voice.origin for each in told for voice in each.voices})


class Atlas(msgspec.Struct, array_like=True, dict=True):
    """All entities, those in most articles first, and all ties between them; outlets, articles, days."""

    nodes: list[Node]
    edges: list[Edge]
    outlets: list[str]
    articles: int
    first: str
    last: str

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each entity by its IRI."""
        return {node.iri: number for number, node in enumerate(self.nodes)}

    @cached_property
    def ties_of(self) -> dict[int, list[Edge]]:
        """The edges of each entity, the best reported first."""
        found: defaultdict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.one].append(edge)
            found[edge.other].append(edge)
        return dict(found)


def read_atlas(store: GraphStore) -> Atlas:
    """The atlas of a graph; of event reports those of what took place, or of what somebody denies."""
    nodes = _nodes(store)
    number_of = {node.iri: number for number, node in enumerate(nodes)}
    articles = _Articles(store)
    voices = _voices(store, articles)
    standing = {fact.subject.value: local_name(fact.value) for fact in facts(store, predicate=NG.standing)}
    former = {fact.subject.value for fact in facts(store, predicate=NG.former) if fact.value == "true"}
    pairs: defaultdict[tuple[int, int], list[Told]] = defaultdict(list)
    for about, name, source, target, mutual in (*_statements(store), *event_links(store, NG.Actual, NG.Negated)):
        one, other = number_of[source], number_of[target]
        if one != other and about in voices:
            told = Told(about, name, one < other, mutual, standing[about], about in former, tuple(voices[about]))
            pairs[min(one, other), max(one, other)].append(told)
    edges = [Edge(*ends, tuple(sorted(told, key=_rank))) for ends, told in pairs.items()]
    edges.sort(key=lambda edge: (-edge.reports, edge.one, edge.other))
    days = articles.day.values()
    return Atlas(nodes, edges, articles.outlets, len(articles.origin), min(days, default=""), max(days, default=""))


def _rank(told: Told) -> tuple[int, bool, int, str]:
    """The best reported first; of equals relations before events, and what stands firmer."""
    return -independent_reports((told,)), told.name not in RELATIONS, FIRMEST.index(Standing(told.standing)), told.iri


def _nodes(store: GraphStore) -> list[Node]:
    labels = {fact.subject.value: fact.value for fact in facts(store, predicate=SKOS.prefLabel)}
    kinds: dict[str, str] = {}
    for fact in facts(store, predicate=RDF.type):
        iri = fact.subject.value
        if iri in labels and (iri not in kinds or fact.value.startswith(NG.iri)):
            kinds[iri] = local_name(fact.value)
    articles = {fact.subject.value: int(fact.value) for fact in facts(store, predicate=NG.articleCount)}
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for fact in facts(store, predicate=NG.nameKey):
        keys[fact.subject.value].append(fact.value)
    found = [Node(iri, label, kinds[iri], articles[iri], tuple(sorted(keys[iri]))) for iri, label in labels.items()]
    return sorted(found, key=lambda node: (-node.articles, node.label, node.iri))


class _Articles:
    """Outlet, day and origin of each article; outlets and origins are numbered."""

    def __init__(self, store: GraphStore) -> None:
        publisher = {fact.subject.value: fact.value for fact in facts(store, predicate=SCHEMA.publisher)}
        papers = sorted(set(publisher.values()))
        self.outlets = ["", *(value_of(store, NamedNode(paper), SKOS.prefLabel) for paper in papers)]
        numbers = {paper: number for number, paper in enumerate(papers, 1)}
        self.outlet = {article: numbers[paper] for article, paper in publisher.items()}
        self.day = {fact.subject.value: fact.value for fact in facts(store, predicate=SCHEMA.datePublished)}
        origins = {fact.subject.value: fact.value for fact in facts(store, predicate=NG.originGroup)}
        order = {origin: number for number, origin in enumerate(sorted(set(origins.values())))}
        self.origin = {article: order[origin] for article, origin in origins.items()}


def _voices(store: GraphStore, articles: _Articles) -> dict[str, list[Voice]]:
    """The claims of each statement and event; what is told as not having happened counts as a denial."""
    negated = {fact.subject for fact in facts(store, predicate=NG.realis, value=NG.Negated, graph=None)}
    found: defaultdict[str, list[Voice]] = defaultdict(list)
    for claim, _, about, where in facts(store, predicate=NG.proposition, graph=None):
        stance = "Denied" if claim in negated else _stance(store, claim, where)
        voice = Voice(articles.outlet.get(where, 0), articles.day.get(where, ""), stance, articles.origin[where])
        found[about].append(voice)
    for voices in found.values():
        voices.sort(key=lambda voice: (voice.day, voice.outlet, voice.origin, voice.stance))
    return found


def _stance(store: GraphStore, claim: NamedNode, article: str) -> str:
    return local_name(next(facts(store, claim, NG.stance, graph=NamedNode(article))).value)


def _statements(store: GraphStore) -> Iterator[Link]:
    subjects = {fact.subject: fact.value for fact in facts(store, predicate=RDF.subject)}
    objects = {fact.subject: fact.value for fact in facts(store, predicate=RDF.object)}
    for fact in facts(store, predicate=RDF.predicate):
        name = fact.value.removeprefix(NGR.iri)
        ends = subjects[fact.subject], objects[fact.subject]
        yield Link(fact.subject.value, name, *ends, RELATIONS[name].symmetric)
