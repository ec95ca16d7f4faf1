"""The world as the whole corpus tells it, as the quads of the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.graph import terms
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.propositions import Occurrence, Statement, day_or_none
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.standing import Standing
from newsgraph.graph.tally import Record, Tally
from newsgraph.graph.terms import Mint
from newsgraph.graph.vocabulary import (
    DCTERMS,
    ENTITY_CLASSES,
    NG,
    NGE,
    NGR,
    OWL,
    RDF,
    RDFS,
    REALIS,
    ROLES,
    SCHEMA,
    SEM,
    SKOS,
    XSD,
)
from newsgraph.model import Article, Candidate, Doubt, Entity, Extraction, Naming, Resolution

# predicate and object; the subject is known where these are made
Properties = Iterator[tuple[NamedNode, NamedNode | Literal]]


def article_metadata(
    article: Article, extraction: Extraction, resolution: Resolution, origin: str, *, mint: Mint
) -> Iterator[Quad]:
    """Who published and wrote the article, when, under which headline, and which story it is a copy of."""
    yield from _quads(mint.article(article.id), _article(article, extraction, resolution, origin, mint))


def tally_quads(tally: Tally, resolution: Resolution, *, mint: Mint) -> Iterator[Quad]:
    """The entities, statements, events and origin groups, with their counts."""
    names = {entity.id: entity.name for entity in resolution.entities}
    for entity in resolution.entities:
        yield from _quads(mint.entity(entity.id), _entity(entity, tally))
    for statement, record in tally.statements.items():
        yield from _quads(mint.statement(statement.id), _statement(tally.as_told(statement), record, mint))
        yield from _plain_triples(statement, record, mint)
    for occurrence, record in tally.occurrences.items():
        yield from _quads(mint.event(occurrence.id), _event(occurrence, record, names, mint))
    for origin, articles in tally.origins.items():
        yield from _quads(mint.origin(origin), _origin_group(articles))
    yield from _identity_quads(resolution, mint)


def _identity_quads(resolution: Resolution, mint: Mint) -> Iterator[Quad]:
    """Why names are together, which entities may be one, and what has come of those that people merged."""
    for naming in resolution.namings:
        yield from _quads(mint.naming(naming.entity_id, naming.name, naming.reason), _naming(naming, mint))
    for doubt in resolution.doubts:
        yield from _quads(mint.doubt(doubt.left, doubt.right), _doubt(doubt, mint))
    for candidate in resolution.candidates:
        described = _candidate(candidate, resolution.kb_version, mint)
        yield from _quads(mint.candidate(candidate.entity_id, candidate.entry_id), described)
        if candidate.chosen:
            yield from _quads(mint.entity(candidate.entity_id), _known(candidate))
    for gone, now in resolution.replaced.items():
        yield Quad(mint.entity(gone), DCTERMS.isReplacedBy, mint.entity(now))


def _quads(subject: NamedNode, properties: Iterable[tuple[NamedNode, NamedNode | Literal]]) -> Iterator[Quad]:
    for predicate, value in properties:
        yield Quad(subject, predicate, value)


def _article(article: Article, extraction: Extraction, resolution: Resolution, origin: str, mint: Mint) -> Properties:
    yield RDF.type, SCHEMA.NewsArticle
    yield NG.originGroup, mint.origin(origin)
    yield NG.wordCount, terms.integer(extraction.words)
    if article.title:
        yield SCHEMA.headline, terms.string(article.title)
    if published := day_or_none(article.date):
        yield SCHEMA.datePublished, terms.day(published)
    if article.url:
        yield SCHEMA.url, Literal(terms.readable(article.url), datatype=XSD.anyURI)
    if article.language:
        yield SCHEMA.inLanguage, terms.string(article.language)
    if article.outlet in resolution.outlets:
        yield SCHEMA.publisher, mint.entity(resolution.outlets[article.outlet])
    for author in article.authors:
        if entity := resolution.authors.get((author, article.outlet or "")):
            yield SCHEMA.author, mint.entity(entity)


def _entity(entity: Entity, tally: Tally) -> Properties:
    for kind in ENTITY_CLASSES[entity.type]:
        yield RDF.type, kind
    yield SKOS.prefLabel, terms.label(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield SKOS.altLabel, terms.label(alias)
    yield NG.mentionCount, terms.integer(tally.mentions[entity.id])
    yield NG.articleCount, terms.integer(tally.articles[entity.id])


def _statement(statement: Statement, record: Record, mint: Mint) -> Properties:
    yield RDF.type, NG.Statement
    yield RDF.subject, mint.entity(statement.subject)
    yield RDF.predicate, NGR[statement.predicate]
    yield RDF.object, mint.entity(statement.object)
    yield NG.former, terms.boolean(record.always_former)
    yield from _summary(record, mint)


def _plain_triples(statement: Statement, record: Record, mint: Mint) -> Iterator[Quad]:
    """The plain triple, which reads as true and present: only when an outlet says that it holds now."""
    if record.standing is Standing.ACCEPTED and record.holds_now:
        subject, target = mint.entity(statement.subject), mint.entity(statement.object)
        yield Quad(subject, NGR[statement.predicate], target)
        if RELATIONS[statement.predicate].symmetric:
            yield Quad(target, NGR[statement.predicate], subject)


def _event(occurrence: Occurrence, record: Record, names: dict[str, str], mint: Mint) -> Properties:
    yield RDF.type, SEM.Event
    yield RDF.type, NGE[occurrence.type]
    participants = list(dict.fromkeys(names[entity] for _, entity in occurrence.participants))
    label = EVENT_TYPES[occurrence.type] + (f": {', '.join(participants)}" if participants else "")
    yield RDFS.label, terms.label(label)
    for role, entity in occurrence.participants:
        yield ROLES[role], mint.entity(entity)
    if occurrence.begin:
        yield SEM.hasBeginTimeStamp, terms.day(occurrence.begin)
    if occurrence.end:
        yield SEM.hasEndTimeStamp, terms.day(occurrence.end)
    yield NG.realis, REALIS[record.realis]
    yield from _summary(record, mint)


def _summary(record: Record, mint: Mint) -> Properties:
    """What statements and events have in common: how they stand, in how many reports, since when."""
    yield NG.standing, NG[record.standing.value]
    yield NG.confidence, terms.decimal(record.confidence)
    yield NG.claimCount, terms.integer(record.claims)
    yield NG.articleCount, terms.integer(len(record.articles))
    yield NG.originCount, terms.integer(len(record.confidence_by_origin))
    yield NG.evidence, terms.string(record.evidence)
    yield NG.evidenceArticle, mint.article(record.evidence_article)
    if record.days:
        yield NG.firstReported, terms.day(min(record.days))
        yield NG.lastReported, terms.day(max(record.days))


def _naming(naming: Naming, mint: Mint) -> Properties:
    yield RDF.type, NG.Naming
    yield NG.namingOf, mint.entity(naming.entity_id)
    yield RDFS.label, terms.string(naming.name)
    yield NG.reason, terms.string(naming.reason)
    yield NG.confidence, terms.decimal(naming.score)
    yield NG.articleCount, terms.integer(naming.articles)


def _doubt(doubt: Doubt, mint: Mint) -> Properties:
    yield RDF.type, NG.Doubt
    yield NG.between, mint.entity(doubt.left)
    yield NG.between, mint.entity(doubt.right)
    yield NG.reason, terms.string(doubt.reason)
    yield NG.confidence, terms.decimal(doubt.score)


def _candidate(candidate: Candidate, kb_version: str, mint: Mint) -> Properties:
    yield RDF.type, NG.Candidate
    yield NG.candidateOf, mint.entity(candidate.entity_id)
    yield NG.entry, terms.string(candidate.entry_id)
    yield RDFS.label, terms.string(candidate.name)
    yield NG.confidence, terms.decimal(candidate.score)
    yield NG.chosen, terms.boolean(candidate.chosen)
    yield NG.knowledgeBase, terms.string(kb_version)
    if candidate.about:
        yield SCHEMA.description, terms.string(candidate.about)


def _known(candidate: Candidate) -> Properties:
    """What is known of an entity from the start."""
    if candidate.wikidata:
        yield OWL.sameAs, terms.wikidata(candidate.wikidata)
    if candidate.about:
        yield SCHEMA.description, terms.string(candidate.about)
    if candidate.latitude is not None and candidate.longitude is not None:
        yield SCHEMA.latitude, terms.degrees(candidate.latitude)
        yield SCHEMA.longitude, terms.degrees(candidate.longitude)


def _origin_group(articles: set[str]) -> Properties:
    yield RDF.type, NG.OriginGroup
    yield NG.articleCount, terms.integer(len(articles))
