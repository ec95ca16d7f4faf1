"""The world as the whole corpus tells it, as the quads of the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.graph import terms
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.propositions import Occurrence, Statement, day_or_none
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.standing import Standing
from newsgraph.graph.tally import Mentioned, Proposition, Record, as_told, outlets_of_their_own
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
from newsgraph.spelling import lookup_key

# predicate and object; the subject is known where these are made
Properties = Iterator[tuple[NamedNode, NamedNode | Literal]]
# what is said of the identity of entities; a string is the id of the entity that took another's place
Identity = Naming | Doubt | Candidate | str


def article_metadata(
    article: Article,
    extraction: Extraction,
    resolution: Resolution,
    origin: str,
    mentioned: Iterable[str],
    *,
    mint: Mint,
) -> Iterator[Quad]:
    """Who published and wrote the article, when, under which headline, whom it mentions, which story it is a copy of.

    ``mentioned`` are ids of entities.
    """
    subject = mint.article(article.id)
    yield from _quads(subject, _article(article, extraction, resolution, origin, mint))
    for entity_id in sorted(set(mentioned)):
        yield Quad(subject, SCHEMA.mentions, mint.entity(entity_id))


def entity_quads(entity: Entity, known: Candidate | None, counts: Mentioned, *, mint: Mint) -> Iterator[Quad]:
    """What an entity is, and how much is said of it; ``known``: the known thing that it is held to be."""
    yield from _quads(mint.entity(entity.id), _entity(entity, counts))
    if known is not None:
        yield from _quads(mint.entity(entity.id), _known(known))


def proposition_quads(
    proposition: Proposition, record: Record, evidence: str, entities: Mapping[str, Entity], *, mint: Mint
) -> Iterator[Quad]:
    """A statement or an event with all that is said of it.

    ``evidence`` is its best sentence, ``entities`` has those of the graph by id.
    """
    if isinstance(proposition, Statement):
        subject = mint.statement(proposition.id)
        yield from _quads(subject, _statement(as_told(proposition, record), record, entities, mint))
        if record.standing is Standing.ACCEPTED and record.holds_now:
            yield from plain_triples(proposition, mint)
    else:
        subject = mint.event(proposition.id)
        yield from _quads(subject, _event(proposition, record, entities, mint))
    yield from _quads(subject, _summary(record, evidence, mint))


def plain_triples(statement: Statement, mint: Mint) -> Iterator[Quad]:
    """The plain triple, which reads as true and present: there only when an outlet says that it holds now."""
    subject, target = mint.entity(statement.subject), mint.entity(statement.object)
    yield Quad(subject, NGR[statement.predicate], target)
    if RELATIONS[statement.predicate].symmetric:
        yield Quad(target, NGR[statement.predicate], subject)


def origin_quads(origin: str, articles: int, *, mint: Mint) -> Iterator[Quad]:
    """The articles that are copies of one story, as one thing."""
    yield Quad(mint.origin(origin), RDF.type, NG.OriginGroup)
    yield Quad(mint.origin(origin), NG.articleCount, terms.integer(articles))


def identity_quads(subject: NamedNode, value: Identity, kb_version: str, *, mint: Mint) -> Iterator[Quad]:
    """Why names are together, which entities may be one, what they may be, and what came of those that were merged."""
    if isinstance(value, Naming):
        yield from _quads(subject, _naming(value, mint))
    elif isinstance(value, Doubt):
        yield from _quads(subject, _doubt(value, mint))
    elif isinstance(value, Candidate):
        yield from _quads(subject, _candidate(value, kb_version, mint))
    else:
        yield Quad(subject, DCTERMS.isReplacedBy, mint.entity(value))


def identity_subjects(resolution: Resolution, mint: Mint) -> Iterator[tuple[NamedNode, Identity]]:
    """All of these with the nodes that stand for them."""
    for naming in resolution.namings:
        yield mint.naming(naming.entity_id, naming.name, naming.reason), naming
    for doubt in resolution.doubts:
        yield mint.doubt(doubt.left, doubt.right), doubt
    for candidate in resolution.candidates:
        yield mint.candidate(candidate.entity_id, candidate.entry_id), candidate
    for gone, now in resolution.replaced.items():
        yield mint.entity(gone), now


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


def _entity(entity: Entity, counts: Mentioned) -> Properties:
    for kind in ENTITY_CLASSES[entity.type]:
        yield RDF.type, kind
    yield SKOS.prefLabel, terms.label(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield SKOS.altLabel, terms.label(alias)
    for key in sorted({lookup_key(name) for name in (entity.name, *entity.aliases)}):
        yield NG.nameKey, terms.string(key)
    yield NG.mentionCount, terms.integer(counts.mentions)
    yield NG.articleCount, terms.integer(counts.articles)
    yield NG.outletCount, terms.integer(counts.outlets)


def _statement(statement: Statement, record: Record, entities: Mapping[str, Entity], mint: Mint) -> Properties:
    yield RDF.type, NG.Statement
    ends = entities[statement.subject].name, entities[statement.object].name
    yield RDFS.label, terms.label(f"{ends[0]} {RELATIONS[statement.predicate].label} {ends[1]}")
    yield RDF.subject, mint.entity(statement.subject)
    yield RDF.predicate, NGR[statement.predicate]
    yield RDF.object, mint.entity(statement.object)
    yield NG.involves, mint.entity(statement.subject)
    yield NG.involves, mint.entity(statement.object)
    yield NG.former, terms.boolean(record.always_former)


def _event(occurrence: Occurrence, record: Record, entities: Mapping[str, Entity], mint: Mint) -> Properties:
    yield RDF.type, SEM.Event
    yield RDF.type, NGE[occurrence.type]
    participants = list(dict.fromkeys(entities[entity].name for _, entity in occurrence.participants))
    label = EVENT_TYPES[occurrence.type] + (f": {', '.join(participants)}" if participants else "")
    yield RDFS.label, terms.label(label)
    for role, entity in occurrence.participants:
        yield ROLES[role], mint.entity(entity)
        yield NG.involves, mint.entity(entity)
    if occurrence.begin:
        yield SEM.hasBeginTimeStamp, terms.day(occurrence.begin)
    if occurrence.end:
        yield SEM.hasEndTimeStamp, terms.day(occurrence.end)
    yield NG.realis, REALIS[record.realis]


def _summary(record: Record, evidence: str, mint: Mint) -> Properties:
    """What statements and events have in common: how they stand, in how many reports, since when."""
    yield NG.standing, NG[record.standing.value]
    yield NG.confidence, terms.decimal(record.confidence)
    yield NG.claimCount, terms.integer(record.claims)
    yield NG.articleCount, terms.integer(len(record.articles))
    yield NG.originCount, terms.integer(len(record.confidence_by_origin))
    for outlet in outlets_of_their_own(record.reports.values()):
        yield NG.reportedBy, mint.entity(outlet)
    yield NG.evidence, terms.string(evidence)
    yield NG.evidenceArticle, mint.article(record.best.article_id if record.best else "")
    if days := record.days:
        yield NG.firstReported, terms.day(min(days))
        yield NG.lastReported, terms.day(max(days))


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
