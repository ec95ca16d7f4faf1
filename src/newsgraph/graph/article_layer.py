"""What one article says, word for word, as the quads of its named graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.graph import terms
from newsgraph.graph.propositions import (
    Occurrence,
    Propositions,
    Statement,
    day_or_none,
)
from newsgraph.graph.terms import Mint
from newsgraph.graph.vocabulary import CERTAINTIES, FORMS, NG, NIF, QUOTE_KINDS, RDF, REALIS, STANCES
from newsgraph.model import (
    Article,
    Event,
    Extraction,
    Quote,
    Relation,
    Resolution,
    Span,
)

# predicate and object; the subject is known where these are made
Properties = Iterator[tuple[NamedNode, NamedNode | Literal]]


def article_graph(
    article: Article, extraction: Extraction, resolution: Resolution, found: Propositions, *, mint: Mint
) -> Iterator[Quad]:
    """The named graph of one article: its mentions, dates and quotes, and each claim with its exact place.

    ``found`` is what ``read_propositions`` gives. A mention that stands in no chain refers to nothing known and is left
    out.
    """
    graph = mint.article(article.id)
    voices = _Voices(article, extraction, resolution, found, mint)
    yield Quad(graph, NG.extractor, terms.string(extraction.extractor), graph)
    for subject, properties in _subjects(article, extraction, found, voices, mint):
        for predicate, value in properties:
            yield Quad(subject, predicate, value, graph)


def _subjects(
    article: Article, extraction: Extraction, found: Propositions, voices: _Voices, mint: Mint
) -> Iterator[tuple[NamedNode, Properties]]:
    text = article.text
    for mention in extraction.mentions:
        if mention.id in found.entity_of:
            entity = mint.entity(found.entity_of[mention.id])
            subject = mint.span(article.id, mention.span)
            yield subject, _anchor(text, mention.span, NG.Mention)
            yield subject, iter([(NG.form, FORMS[mention.form]), (NG.refersTo, entity)])
            if mention.title:
                yield subject, iter([(NG.title, terms.string(mention.title))])
    for time in extraction.times:
        subject = mint.span(article.id, time.span)
        yield subject, _anchor(text, time.span, NG.TimeExpression)
        yield subject, iter([(NG.timeValue, terms.string(time.value))])
        for predicate, value in ((NG.beginDate, time.begin), (NG.endDate, time.end)):
            if day := day_or_none(value):
                yield subject, iter([(predicate, terms.day(day))])
    for quote in voices.quotes.values():
        yield mint.claim(quote.id), _quote(text, quote, voices)
    for relation, statement in found.statements:
        yield mint.claim(relation.id), _relation_claim(text, relation, statement, voices)
    for event, occurrence in found.occurrences:
        yield mint.claim(event.id), _event_claim(text, event, occurrence, voices)


def _anchor(text: str, span: Span, kind: NamedNode) -> Properties:
    yield RDF.type, kind
    yield NIF.beginIndex, terms.integer(span.start)
    yield NIF.endIndex, terms.integer(span.end)
    yield NIF.anchorOf, terms.string(text[span.start : span.end])


def _claim(text: str, claim: Quote | Relation | Event, cue: Span) -> Properties:
    """What quotes, relations and events have in common: how it is put, and where it stands."""
    yield RDF.type, NG.Claim
    yield NG.stance, STANCES[claim.stance]
    yield NG.certainty, CERTAINTIES[claim.certainty]
    yield NG.confidence, terms.decimal(claim.confidence)
    yield NIF.beginIndex, terms.integer(claim.evidence.start)
    yield NIF.endIndex, terms.integer(claim.evidence.end)
    yield NG.quote, terms.string(text[claim.evidence.start : claim.evidence.end])
    yield NG.cueBegin, terms.integer(cue.start)
    yield NG.cueEnd, terms.integer(cue.end)
    yield NG.cueText, terms.string(text[cue.start : cue.end])


def _quote(text: str, quote: Quote, voices: _Voices) -> Properties:
    yield from _claim(text, quote, quote.cue)
    yield RDF.type, NG.Quote
    yield NG.quoteKind, QUOTE_KINDS[quote.kind]
    yield NG.contentBegin, terms.integer(quote.content.start)
    yield NG.contentEnd, terms.integer(quote.content.end)
    yield NG.content, terms.string(text[quote.content.start : quote.content.end])
    if quote.source is not None:
        yield NG.sourceBegin, terms.integer(quote.source.start)
        yield NG.sourceEnd, terms.integer(quote.source.end)
        yield NG.sourceText, terms.string(text[quote.source.start : quote.source.end])
    source = voices.source_of(quote)
    if source is not None:
        yield NG.source, source
    yield from voices.within(quote.parent_id)


def _relation_claim(text: str, relation: Relation, statement: Statement, voices: _Voices) -> Properties:
    yield from _claim(text, relation, relation.cue)
    yield NG.proposition, voices.mint.statement(statement.id)
    yield NG.former, terms.boolean(relation.former)
    yield from voices.speaker(relation.quote_id)
    yield from voices.within(relation.quote_id)


def _event_claim(text: str, event: Event, occurrence: Occurrence, voices: _Voices) -> Properties:
    yield from _claim(text, event, event.trigger)
    yield NG.proposition, voices.mint.event(occurrence.id)
    yield NG.realis, REALIS[event.realis]
    yield from voices.speaker(event.quote_id)
    yield from voices.within(event.quote_id)
    if event.time_id in voices.times:
        yield NG.datedBy, voices.times[event.time_id]


class _Voices:
    """Who speaks where in one article."""

    def __init__(
        self,
        article: Article,
        extraction: Extraction,
        resolution: Resolution,
        found: Propositions,
        mint: Mint,
    ) -> None:
        self.mint = mint
        self.entity_of = found.entity_of
        self.quotes = {quote.id: quote for quote in extraction.quotes if quote.said}
        self.times: dict[str | None, NamedNode] = {
            time.id: mint.span(article.id, time.span) for time in extraction.times
        }
        outlet = resolution.outlets.get(article.outlet or "")
        self.own = mint.entity(outlet) if outlet else mint.article(article.id)

    def source_of(self, quote: Quote) -> NamedNode | None:
        """The entity that the article quotes, when it is named."""
        entity = self.entity_of.get(quote.source_id or "")
        return self.mint.entity(entity) if entity else None

    def speaker(self, quote_id: str | None) -> Properties:
        """The source of what stands in this quote; outside of quotes the outlet, or the article itself."""
        source = self.source_of(self.quotes[quote_id]) if quote_id in self.quotes else self.own
        if source is not None:
            yield NG.source, source

    def within(self, quote_id: str | None) -> Properties:
        """The quote in whose content this stands."""
        if quote_id in self.quotes:
            yield NG.within, self.mint.claim(str(quote_id))
