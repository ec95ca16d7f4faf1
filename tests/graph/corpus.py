"""A small corpus for the tests of the graph: four articles, two of them copies of one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad

from newsgraph import ids
from newsgraph.graph import mapping
from newsgraph.graph.article_layer import article_graph
from newsgraph.graph.propositions import entity_types, read_propositions
from newsgraph.graph.store import GraphStore
from newsgraph.graph.tally import Tally
from newsgraph.graph.terms import Mint
from newsgraph.model import (
    Argument,
    Article,
    Certainty,
    Entity,
    EntityType,
    Event,
    Extraction,
    Mention,
    Quote,
    QuoteKind,
    Realis,
    Relation,
    Resolution,
    Role,
    Span,
    Stance,
    TimeExpression,
)
from tests import build


def span(of: Article, words: str) -> Span:
    """The span of these words in the article."""
    start = of.text.index(words)
    return Span(start, start + len(words))


def relation(
    of: Article, ends: tuple[Mention, Mention], predicate: str, cue: str, evidence: str, **fields: object
) -> Relation:
    """A relation that the outlet asserts, unless fields say otherwise."""
    defaults: dict[str, object] = {
        "stance": Stance.ASSERTED,
        "certainty": Certainty.CERTAIN,
        "confidence": 0.9,
    }
    subject, target = ends
    where = span(of, evidence)
    return Relation(
        id=ids.mint_part("relation", of.id, predicate, subject.id, target.id, str(where.start)),
        subject_id=subject.id,
        predicate=predicate,
        object_id=target.id,
        cue=span(of, cue),
        evidence=where,
        **{**defaults, **fields},  # type: ignore[arg-type]
    )


def quote(of: Article, source: Mention | None, cue: str, content: str, evidence: str, **fields: object) -> Quote:
    """A reported speech; indirect and asserted unless fields say otherwise."""
    defaults: dict[str, object] = {
        "kind": QuoteKind.INDIRECT,
        "stance": Stance.ASSERTED,
        "certainty": Certainty.CERTAIN,
        "confidence": 0.9,
    }
    return Quote(
        id=ids.mint_part("quote", of.id, content),
        source_id=source.id if source else None,
        cue=span(of, cue),
        content=span(of, content),
        evidence=span(of, evidence),
        **{**defaults, **fields},  # type: ignore[arg-type]
    )


def event(of: Article, type_: str, trigger: str, arguments: dict[Role, list[Mention]], **fields: object) -> Event:
    """An event that took place, as the outlet says, unless fields say otherwise; evidence: the whole text."""
    defaults: dict[str, object] = {
        "realis": Realis.ACTUAL,
        "stance": Stance.ASSERTED,
        "certainty": Certainty.CERTAIN,
        "confidence": 0.8,
        "evidence": Span(0, len(of.text)),
    }
    return Event(
        id=ids.mint_part("event", of.id, type_, trigger),
        type=type_,
        trigger=span(of, trigger),
        arguments=tuple(Argument(role, m.id) for role, group in arguments.items() for m in group),
        **{**defaults, **fields},  # type: ignore[arg-type]
    )


def time(of: Article, words: str, value: str, begin: str | None = None, end: str | None = None) -> TimeExpression:
    """A date in the article."""
    where = span(of, words)
    return TimeExpression(ids.mint_part("time", of.id, str(where.start)), where, value, begin, end or begin)


def resolve_by_name(
    extractions: list[Extraction],
    outlets: dict[str, str],
    aliases: dict[str, str] | None = None,
    authors: dict[tuple[str, str], str] | None = None,
) -> Resolution:
    """One entity a chain name; ``aliases`` maps another name to the one that is shown."""
    same = aliases or {}
    by_chain: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    kinds: dict[str, EntityType] = {}
    for extraction in extractions:
        for chain in extraction.chains:
            name = same.get(chain.name, chain.name)
            kinds.setdefault(name, chain.type)
            by_chain[chain.id] = ids.mint_entity(name)
            members.setdefault(name, []).append(chain.id)
    for name in outlets.values():
        kinds.setdefault(name, EntityType.NEWS_OUTLET)
    for name in (authors or {}).values():
        kinds.setdefault(name, EntityType.PERSON)
    entities = tuple(
        Entity(
            ids.mint_entity(name),
            name,
            kind,
            tuple(sorted(other for other, shown in same.items() if shown == name)),
            tuple(sorted(members.get(name, ()))),
        )
        for name, kind in sorted(kinds.items())
    )
    return Resolution(
        entities,
        by_chain,
        {outlet: ids.mint_entity(name) for outlet, name in outlets.items()},
        {key: ids.mint_entity(name) for key, name in (authors or {}).items()},
    )


def source(
    articles: Iterable[Article], extractions: Iterable[Extraction], resolution: Resolution, origins: dict[str, str]
) -> mapping.Corpus:
    """A corpus as the graph reads it."""
    by_id = {article.id: article for article in articles}
    extracted = {extraction.article_id: extraction for extraction in extractions}
    return mapping.Corpus(
        by_id.__getitem__, extracted.__getitem__, lambda article_id: by_id[article_id].text, resolution, origins
    )


def graph_quads(
    articles: Iterable[Article], extractions: Iterable[Extraction], resolution: Resolution, origins: dict[str, str]
) -> Iterator[Quad]:
    """The whole graph, both layers."""
    articles = list(articles)
    views = {article.id: b"" for article in articles}
    return mapping.graph_quads(source(articles, extractions, resolution, origins), views, Tally())


def world_quads(
    articles: Iterable[Article], extractions: Iterable[Extraction], resolution: Resolution, origins: dict[str, str]
) -> list[Quad]:
    """The default graph alone."""
    quads = graph_quads(articles, extractions, resolution, origins)
    return [quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)]


def article_quads(article: Article, extraction: Extraction, resolution: Resolution) -> list[Quad]:
    """The named graph of one article."""
    found = read_propositions(extraction, resolution, entity_types(resolution))
    return list(article_graph(article, extraction, resolution, found, mint=Mint()))


@dataclass(frozen=True)
class Corpus:
    """What the graph is made from."""

    articles: list[Article]
    extractions: list[Extraction]
    resolution: Resolution
    origins: dict[str, str]

    def store(self, path: Path) -> GraphStore:
        """A store with the graph of this corpus."""
        store = GraphStore.open(path, read_only=False)
        store.replace_all(self.quads())
        return store

    def quads(self) -> Iterator[Quad]:
        """The graph of this corpus."""
        return graph_quads(self.articles, self.extractions, self.resolution, self.origins)

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article by its id."""
        return {article.id: article.text for article in self.articles}


def _family(text: str, outlet: str, date: str, authors: tuple[str, ...] = ()) -> tuple[Article, Extraction]:
    of = build.article(text, outlet=outlet, date=date, title="Petrov's family", authors=authors)
    ivan, ana = build.mention(of, "Ivan Orlov"), build.mention(of, "Ana Petrov")
    she = build.mention(of, "Petrov", nth=1, title="Minister")
    strelsau = build.mention(of, "Strelsau", "City")
    yard = build.mention(of, "Bolt Corp.", "Company")
    evidence = text.split(". ", maxsplit=1)[0] + "."
    kin = relation(of, (ivan, ana), "relativeOf", "son-in-law", evidence)
    lives = relation(of, (ivan, strelsau), "residesIn", "lived", text.split(". ")[1] + ".", former=True)
    day = time(of, "Tuesday", date, date)
    met = event(
        of,
        "Meeting",
        "met",
        {Role.AGENT: [ivan, yard], Role.PLACE: [strelsau]},
        time_id=day.id,
    )
    extraction = build.extraction(
        of,
        (ivan,),
        (ana, she),
        (strelsau,),
        (yard,),
        relations=(kin, lives),
        events=(met,),
        times=(day,),
    )
    return of, replace(extraction, words=len(text.split()))


def _denial() -> tuple[Article, Extraction]:
    text = (
        "The Gazette reported that two officials said Ana Petrov owns Bolt Corp. on the coast. "
        "Bolt denied that Petrov owns it. Ivan Orlov, a brother-in-law, agreed."
    )
    of = build.article(text, outlet="Coast Times", date="2017-06-01", url="https://coast.example/1")
    gazette = build.mention(of, "The Gazette", "NewsOutlet")
    officials = build.mention(of, "two officials", "AnonymousSource")
    ana, petrov = build.mention(of, "Ana Petrov"), build.mention(of, "Petrov", nth=1)
    bolt, short = build.mention(of, "Bolt Corp.", "Company"), build.mention(of, "Bolt", "Company", nth=1)
    ivan = build.mention(of, "Ivan Orlov")
    first, second = text[: text.index(" Bolt denied")], "Bolt denied that Petrov owns it."
    outer = quote(of, gazette, "reported", "two officials said Ana Petrov owns Bolt Corp. on the coast", first)
    inner = quote(of, officials, "said", "Ana Petrov owns Bolt Corp. on the coast", first, parent_id=outer.id)
    denial = quote(of, short, "denied", "Petrov owns it", second, stance=Stance.DENIED)
    claimed = relation(of, (ana, bolt), "owns", "owns", first, quote_id=inner.id)
    denied = relation(
        of,
        (petrov, short),
        "owns",
        "denied",
        second,
        quote_id=denial.id,
        stance=Stance.DENIED,
        confidence=0.95,
    )
    kin = relation(of, (ana, ivan), "relativeOf", "brother-in-law", "Ivan Orlov, a brother-in-law, agreed.")
    return of, build.extraction(
        of,
        (gazette,),
        (officials,),
        (ana, petrov),
        (bolt, short),
        (ivan,),
        quotes=(outer, inner, denial),
        relations=(claimed, denied, kin),
    )


def _company() -> tuple[Article, Extraction]:
    text = "Ana Petrov, the harbour master, accused Bolt Corp. of bribery. Bolt sued Bolt. They may meet Friday."
    of = build.article(text, outlet="The Gazette")
    ana, bolt = build.mention(of, "Ana Petrov"), build.mention(of, "Bolt Corp.", "Company")
    again = build.mention(of, "Bolt", "Company", nth=2)
    post = build.mention(of, "harbour master", "Position")
    sentence = "Ana Petrov, the harbour master, accused Bolt Corp. of bribery."
    holds = relation(of, (ana, post), "holdsPosition", "harbour master", sentence)
    oneself = relation(of, (bolt, again), "owns", "sued", "Bolt sued Bolt.")
    wrong = relation(of, (bolt, ana), "spouseOf", "accused", sentence)
    accused = event(of, "Accusation", "accused", {Role.AGENT: [ana], Role.PATIENT: [bolt]})
    planned = event(of, "Meeting", "meet", {Role.AGENT: [ana, bolt]}, realis=Realis.PLANNED)
    empty = event(of, "Attack", "bribery", {})
    return of, build.extraction(
        of,
        (ana,),
        (bolt, again),
        (post,),
        relations=(holds, oneself, wrong),
        events=(accused, planned, empty),
    )


def corpus() -> Corpus:
    """Two copies of a family story, a denial, and an accusation."""
    story = "{} is the son-in-law of Ana Petrov. He lived in Strelsau once. Petrov and Bolt Corp. met on Tuesday."
    copies = [
        _family(story.format("Ivan Orlov"), "The Gazette", "2017-05-30", ("Emma Reed",)),
        _family(story.format("Yesterday's groom Ivan Orlov"), "Coast Times", "2017-05-30"),
    ]
    pairs = [*copies, _denial(), _company()]
    articles, extractions = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    resolution = resolve_by_name(
        extractions,
        {"The Gazette": "The Gazette", "Coast Times": "Coast Times"},
        {"Bolt": "Bolt Corp."},
        {("Emma Reed", "The Gazette"): "Emma Reed"},
    )
    origins = {articles[0].id: "wire", articles[1].id: "wire"}
    return Corpus(articles, extractions, resolution, origins)
