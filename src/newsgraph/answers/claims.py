"""Who says what: the claims of a source, about somebody, in one stance; and what some assert and others deny."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from operator import itemgetter

from pyoxigraph import NamedNode

from newsgraph.answers.lookup import Fact, facts, value_of
from newsgraph.answers.told import FIELDS, PATTERN, Period, Told, read_period, told_of
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
    most: int | None = None,
) -> list[Claim]:
    """The claims of a source, about an entity, in a stance: what is not given is not asked for; newest first.

    ``most``: no more than so many are looked for.

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
    return list(islice(_newest_first(store, asked, period), most))


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

    def holds_any(self, places: Iterable[int]) -> bool:
        """Whether one of these code points of the article stands in what is said."""
        if NG.contentBegin not in self.values:
            return False
        begin, end = int(self.values[NG.contentBegin]), int(self.values[NG.contentEnd])
        return any(begin <= place < end for place in places)


def _newest_first(store: GraphStore, asked: _Asked, period: Period) -> Iterator[Claim]:
    """The claims that are asked for, article by article, so that nobody waits for those that are not wanted."""
    reader = ClaimReader(store)
    candidates = _Candidates(store, asked)
    articles = [(reader.place(article).date, article) for article in candidates.articles]
    for day, article in sorted(sorted(articles), key=itemgetter(0), reverse=True):
        if period.holds(day):
            found = (reader.read(each) for each in candidates.within(article))
            yield from sorted(found, key=lambda each: (each.begin, each.iri))


class _Candidates:
    """The claims that may be asked for, by article; ``articles``: where some may be."""

    def __init__(self, store: GraphStore, asked: _Asked) -> None:
        self._store, self._asked = store, asked
        self._about: frozenset[str] = frozenset()
        found: Iterator[Fact] = iter(())
        if asked.about is not None:
            self._about = frozenset(
                fact.subject.value for fact in facts(store, predicate=NG.involves, value=asked.about)
            )
        if asked.source is not None:
            found = facts(store, predicate=NG.source, value=asked.source, graph=None)
        elif asked.stance is not None and (asked.about is None or asked.stance != NG.Asserted):
            found = facts(store, predicate=NG.stance, value=asked.stance, graph=None)
        else:
            told = (facts(store, predicate=NG.proposition, value=NamedNode(iri), graph=None) for iri in self._about)
            found = chain.from_iterable(told)
        self._by_article: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in found:
            self._by_article[fact.graph].append(fact)
        self._quotes = asked.source is None and (asked.stance is None or asked.stance == NG.Asserted)
        self.articles = set(self._by_article)
        if self._quotes and asked.about is not None:
            self.articles |= {fact.subject.value for fact in facts(store, predicate=SCHEMA.mentions, value=asked.about)}

    def within(self, article: str) -> Iterator[_Found]:
        """The claims of an article that are asked for."""
        candidates = {fact.subject: fact for fact in self._by_article[article]}
        if self._quotes:
            quotes = facts(self._store, predicate=NG.contentBegin, graph=NamedNode(article))
            candidates |= {fact.subject: fact for fact in quotes}
        mentions: list[int] | None = None
        for fact in candidates.values():
            found = _Found.at(self._store, fact)
            if self._asked.stance is not None and found.values[NG.stance] != self._asked.stance.value:
                continue
            if self._asked.about is not None and found.values.get(NG.proposition) not in self._about:
                mentions = self._mentions(self._asked.about, article) if mentions is None else mentions
                if not found.holds_any(mentions):
                    continue
            yield found

    def _mentions(self, entity: NamedNode, article: str) -> list[int]:
        """Where an article mentions an entity, in code points."""
        found = facts(self._store, predicate=NG.refersTo, value=entity, graph=NamedNode(article))
        # «…#char=12,17»
        return [int(fact.subject.value.rpartition("=")[2].partition(",")[0]) for fact in found]


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
