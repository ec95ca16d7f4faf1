"""Whether the named graphs say what their articles say, and add up to the counts of the default graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from newsgraph.graph.store import GraphStore
from newsgraph.graph.tally import NO_DAY, Report, outlets_of_their_own
from newsgraph.graph.terms import readable
from newsgraph.graph.vocabulary import NG, NIF, RDF, SCHEMA, SKOS, shorten

# the values of each subject by predicate
Facts = Mapping[str, Mapping[NamedNode, set[str]]]

_SPANS = (
    ("mention or date", NIF.beginIndex, NIF.endIndex, NIF.anchorOf),
    ("sentence", NIF.beginIndex, NIF.endIndex, NG.quote),
    ("cue", NG.cueBegin, NG.cueEnd, NG.cueText),
    ("source", NG.sourceBegin, NG.sourceEnd, NG.sourceText),
    ("content", NG.contentBegin, NG.contentEnd, NG.content),
)
_SHOWN = 60


def read_facts(quads: Iterable[Quad]) -> Facts:
    """The values in one named graph, by subject and predicate."""
    facts: dict[str, dict[NamedNode, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts[quad.subject.value][quad.predicate].add(quad.object.value)
    return facts


def check_spans(article_id: str, graph: str, facts: Facts, text: str | None) -> Iterator[str]:
    """Every span whose quoted text is not what stands there in the article."""
    if text is None:
        yield f"article {article_id}: the graph speaks of it, but its text is not in the workspace"
        return
    for subject, values in facts.items():
        for what, begin_term, end_term, text_term in _SPANS:
            for begin, end, quoted in _spans(values, begin_term, end_term, text_term):
                there = readable(text[begin:end])
                if there != quoted or begin < 0:
                    yield (
                        f"article {article_id}: the {what} at {begin} to {end} reads «{quoted[:_SHOWN]}» "
                        f"in the graph and «{there[:_SHOWN]}» in the text"
                    )
                if text_term == NIF.anchorOf and subject != f"{graph}#char={begin},{end}":
                    yield f"article {article_id}: {subject} stands at {begin} to {end} of its graph"


def _spans(
    values: Mapping[NamedNode, set[str]], begin_term: NamedNode, end_term: NamedNode, text_term: NamedNode
) -> Iterator[tuple[int, int, str]]:
    """The spans of one node; more than one of a kind is a breach that the shapes report."""
    for quoted in sorted(values.get(text_term, ())):
        for begin in values.get(begin_term, ()):
            for end in values.get(end_term, ()):
                yield int(begin), int(end), quoted


@dataclass(slots=True)
class ArticleFacts:
    """What the named graphs add up to, one at a time."""

    articles: set[str] = field(default_factory=set)
    mentions: Counter[str] = field(default_factory=Counter)
    mentioning: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    telling: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, graph: str, facts: Facts) -> None:
        """Takes in one named graph."""
        self.articles.add(graph)
        mentioned: Counter[str] = Counter()
        for values in facts.values():
            mentioned.update(values.get(NG.refersTo, ()))
            for proposition in values.get(NG.proposition, ()):
                self.claims[proposition] += 1
                self.telling[proposition].add(graph)
        self.mentions.update(mentioned)
        self.mentioning.update(mentioned.keys())

    def join(self, others: ArticleFacts) -> None:
        """Takes in what other named graphs add up to."""
        self.articles |= others.articles
        self.mentions.update(others.mentions)
        self.mentioning.update(others.mentioning)
        self.claims.update(others.claims)
        for proposition, articles in others.telling.items():
            self.telling[proposition] |= articles


def check_claimed_counts(store: GraphStore, facts: ArticleFacts) -> Iterator[str]:
    """Every count in the default graph that the named graphs do not bear out."""
    origin_of = _values(store, NG.originGroup)
    published = {quad.subject for quad in store.quads(None, RDF.type, None, DefaultGraph())}
    for article in sorted(facts.articles):
        if NamedNode(article) not in published:
            yield f"{article}: a named graph without an article in the default graph"
    origins = {
        proposition: {origin_of.get(article, article) for article in articles}
        for proposition, articles in facts.telling.items()
    }
    claim_counts, prefixes = _values(store, NG.claimCount), store.prefixes
    article_counts = _values(store, NG.articleCount)
    members = Counter(origin_of.values())
    names = _values(store, SKOS.prefLabel)
    publishers, days = _values(store, SCHEMA.publisher), _values(store, SCHEMA.datePublished)
    expected = [
        ("claims", claim_counts, facts.claims),
        ("independent reports", _values(store, NG.originCount), {p: len(o) for p, o in origins.items()}),
        ("mentions", _values(store, NG.mentionCount), facts.mentions),
        ("articles", {p: article_counts.get(p, "0") for p in claim_counts}, _lengths(facts.telling)),
        ("articles", {e: article_counts.get(e, "0") for e in names}, facts.mentioning),
        ("outlets", _values(store, NG.outletCount), _outlets(store, publishers)),
        (
            "outlets with a report of their own",
            _links(store, NG.reportedBy, _subject),
            {
                proposition: len(outlets_of_their_own(_stories(articles, origin_of, publishers, days)))
                for proposition, articles in facts.telling.items()
            },
        ),
        ("links from articles", _links(store, SCHEMA.mentions, _target), facts.mentioning),
        ("articles", {o: article_counts.get(o, "0") for o in members}, members),
    ]
    for what, stated, counted in expected:
        for subject in sorted(stated.keys() | counted.keys()):
            said, real = int(stated.get(subject, "0")), counted.get(subject, 0)
            if said != real:
                yield f"{shorten(subject, prefixes)}: says {said} {what}, but there are {real}"


def _lengths(sets: Mapping[str, set[str]]) -> dict[str, int]:
    return {key: len(members) for key, members in sets.items()}


def _outlets(store: GraphStore, publishers: Mapping[str, str]) -> dict[str, int]:
    """In how many outlets each entity is mentioned."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads(None, SCHEMA.mentions, None, DefaultGraph()):
        if publisher := publishers.get(_subject(quad)):
            outlets[_target(quad)].add(publisher)
    return _lengths(outlets)


def _stories(
    articles: Iterable[str], origin_of: Mapping[str, str], publishers: Mapping[str, str], days: Mapping[str, str]
) -> Iterable[Collection[Report]]:
    """The articles that tell something, copies of one story together."""
    stories: dict[str, list[Report]] = defaultdict(list)
    for article in articles:
        report = days.get(article, NO_DAY), article, publishers.get(article, "")
        stories[origin_of.get(article, article)].append(report)
    return stories.values()


def _links(store: GraphStore, predicate: NamedNode, end: Callable[[Quad], str]) -> dict[str, str]:
    """How many links of a kind each node has at this end."""
    links = Counter(map(end, store.quads(None, predicate, None, DefaultGraph())))
    return {node: str(number) for node, number in links.items()}


def _subject(quad: Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)


def _target(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode | Literal) else str(quad.object)


def _values(store: GraphStore, predicate: NamedNode) -> dict[str, str]:
    """One value a subject of the default graph; several are a breach that the shapes report."""
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads(None, predicate, None, DefaultGraph())
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
    }
