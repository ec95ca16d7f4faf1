"""Who says what: the claims of a source, about somebody, in one stance; and what some assert and others deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from newsgraph.answers.lookup import Fact, facts, value_of
from newsgraph.answers.told import FIELDS, PATTERN, Told, read_period, told_of
from newsgraph.errors import QueryError
from newsgraph.graph.card import Place
from newsgraph.graph.find import find_entity
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NIF, RDFS, SCHEMA, SKOS, STANCES
from newsgraph.model import Stance

_CONTESTED = f"""
SELECT {FIELDS} {{ ?about ng:standing ng:Contested .{PATTERN} }}
ORDER BY DESC(?reports) DESC(?articles) ?what ?about"""
_DENYING = {STANCES[stance].value for stance in (Stance.DENIED, Stance.RETRACTED)}
_CONTESTED_OF = _CONTESTED.replace(" { ?about", " $name { ?about ng:involves $name . ?about", 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody said in one article: ``said`` in a word or in the article's words, ``sentence`` where it stands.

    ``begin`` and ``end`` are code points of the article's text, ``cue_begin`` and ``cue_end`` those of the word that
    carries it. ``source`` is empty where nobody is named, ``source_iri`` where it is no entity.
    """

    iri: str
    source: str
    source_iri: str
    stance: str
    certainty: str
    said: str
    sentence: str
    article: str
    begin: int
    end: int
    cue_begin: int
    cue_end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A statement or event that some put forward and some deny, with the claims of either side by their days."""

    told: Told
    asserted: tuple[Claim, ...]
    denied: tuple[Claim, ...]


def find_claims(
    store: GraphStore,
    *,
    source: str | None = None,
    about: str | None = None,
    stance: str | None = None,
    since: str = "",
    until: str = "",
) -> list[Claim]:
    """The claims of a source, about an entity, in a stance: what is not given is not asked for; newest first.

    Raises:
        NotFoundError: when a name means no entity, or several.
        QueryError: when neither a name nor a stance is given, or a stance or day is none.
    """
    if source is None and about is None and stance is None:
        raise QueryError("name a source, whom the claims are about, or a stance")
    period = read_period(since, until)
    asked = _Asked(
        NamedNode(find_entity(store, source)) if source is not None else None,
        NamedNode(find_entity(store, about)) if about is not None else None,
        STANCES[read_stance(stance)] if stance is not None else None,
    )
    reader = ClaimReader(store)
    claims = (reader.read(found) for found in _matching(store, asked))
    found = [each for each in claims if period.holds(each.place.date)]
    found.sort(key=lambda each: (each.article, each.begin, each.iri))
    return sorted(found, key=lambda each: each.place.date, reverse=True)


def read_stance(text: str) -> Stance:
    """A stance, in any case of letters.

    Raises:
        QueryError: when it is none.
    """
    try:
        return Stance(text.capitalize())
    except ValueError as error:
        raise QueryError(f"{text!r} is no stance: choose from {', '.join(each.value for each in Stance)}") from error


def find_contradictions(store: GraphStore, about: str | None = None) -> list[Contradiction]:
    """What is both asserted and denied, the best reported first; of one entity, when it is named.

    Raises:
        NotFoundError: when the name means no entity, or several.
    """
    if about is None:
        rows = rows_of(store.query(_CONTESTED))
    else:
        bound = {"name": NamedNode(find_entity(store, about))}
        rows = rows_of(store.query(_CONTESTED_OF, substitutions=bound))
    reader = ClaimReader(store)
    return [_contradiction(reader, told_of(row)) for row in rows]


def _contradiction(reader: ClaimReader, told: Told) -> Contradiction:
    asserted: list[Claim] = []
    denied: list[Claim] = []
    for claim, denies in reader.of(told.iri):
        (denied if denies else asserted).append(claim)
    return Contradiction(told, tuple(asserted), tuple(denied))


@dataclass(frozen=True, slots=True)
class _Asked:
    source: NamedNode | None
    about: NamedNode | None
    stance: NamedNode | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A claim in the graph of its article, with its values by property."""

    claim: NamedNode
    article: str
    values: Mapping[NamedNode, str]

    @classmethod
    def at(cls, store: GraphStore, fact: Fact) -> _Found:
        """The claim of which this is a fact; its properties are looked up: a query of so many is planned badly."""
        values = {each.predicate: each.value for each in facts(store, fact.subject, graph=NamedNode(fact.graph))}
        return cls(fact.subject, fact.graph, values)


def _matching(store: GraphStore, asked: _Asked) -> Iterator[_Found]:
    """The claims that are asked for."""
    about = None if asked.about is None else _About(store, asked.about)
    candidates: Iterator[Fact] = iter(())
    if asked.source is not None:
        candidates = facts(store, predicate=NG.source, value=asked.source, graph=None)
    elif asked.stance is not None and (about is None or asked.stance != NG.Asserted):
        candidates = facts(store, predicate=NG.stance, value=asked.stance, graph=None)
    elif about is not None:
        candidates = about.candidates()
    for candidate in candidates:
        found = _Found.at(store, candidate)
        if asked.stance is not None and found.values[NG.stance] != asked.stance.value:
            continue
        if about is None or about.is_meant(found):
            yield found


class _About:
    """What is told of an entity, and where articles mention it."""

    def __init__(self, store: GraphStore, entity: NamedNode) -> None:
        self._store, self._entity = store, entity
        self._told = {fact.subject.value for fact in facts(store, predicate=NG.involves, value=entity)}
        self._places: dict[str, list[int]] = {}

    def candidates(self) -> Iterator[Fact]:
        """The claims of statements and events about it, and all quotes of the articles that mention it."""
        for iri in sorted(self._told):
            yield from facts(self._store, predicate=NG.proposition, value=NamedNode(iri), graph=None)
        for fact in facts(self._store, predicate=SCHEMA.mentions, value=self._entity):
            yield from facts(self._store, predicate=NG.contentBegin, graph=fact.subject)

    def is_meant(self, found: _Found) -> bool:
        """Whether a claim is told of it, or mentions it in what is said."""
        if found.values.get(NG.proposition) in self._told:
            return True
        if NG.contentBegin not in found.values:
            return False
        begin, end = int(found.values[NG.contentBegin]), int(found.values[NG.contentEnd])
        return any(begin <= place < end for place in self._mentions(found.article))

    def _mentions(self, article: str) -> list[int]:
        if article not in self._places:
            found = facts(self._store, predicate=NG.refersTo, value=self._entity, graph=NamedNode(article))
            # «…#char=12,17»
            self._places[article] = [int(f.subject.value.rpartition("=")[2].partition(",")[0]) for f in found]
        return self._places[article]


class ClaimReader:
    """Claims with where they stand; what is known of articles and names is looked up once."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._label = cache(lambda iri: value_of(store, NamedNode(iri), SKOS.prefLabel))
        self.place = cache(self._read_place)

    def of(self, proposition: str) -> list[tuple[Claim, bool]]:
        """The claims of a statement or event by its IRI, by their days; and whether each denies it."""
        found = []
        for fact in facts(self._store, predicate=NG.proposition, value=NamedNode(proposition), graph=None):
            claim = _Found.at(self._store, fact)
            denied = claim.values[NG.stance] in _DENYING or claim.values.get(NG.realis) == NG.Negated.value
            found.append((self.read(claim), denied))
        return sorted(found, key=lambda each: (each[0].place.date, each[0].article, each[0].begin, each[0].iri))

    def within(self, article: str) -> list[Claim]:
        """The claims of an article by its IRI, in the order of its text."""
        claims = facts(self._store, predicate=NG.stance, graph=NamedNode(article))
        found = [self.read(_Found.at(self._store, fact)) for fact in claims]
        return sorted(found, key=lambda each: (each.begin, each.end, each.iri))

    def read(self, found: _Found) -> Claim:
        """The claim with its source by name, what it says, and its place."""
        values = found.values
        told = values.get(NG.proposition)
        source = values.get(NG.source, "")
        name = self._label(source) if source else ""
        return Claim(
            iri=found.claim.value,
            source=name or values.get(NG.sourceText, ""),
            source_iri=source if name else "",
            stance=local_name(values[NG.stance]),
            certainty=local_name(values[NG.certainty]),
            said=values[NG.content] if told is None else value_of(self._store, NamedNode(told), RDFS.label),
            sentence=values[NG.quote],
            article=found.article,
            begin=int(values[NIF.beginIndex]),
            end=int(values[NIF.endIndex]),
            cue_begin=int(values[NG.cueBegin]),
            cue_end=int(values[NG.cueEnd]),
            place=self.place(found.article),
        )

    def _read_place(self, article: str) -> Place:
        node = NamedNode(article)
        outlet = value_of(self._store, node, SCHEMA.publisher)
        return Place(
            value_of(self._store, node, SCHEMA.headline),
            self._label(outlet) if outlet else "",
            value_of(self._store, node, SCHEMA.datePublished),
        )
