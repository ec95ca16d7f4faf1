"""An article and its extraction, told in names and words instead of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsgraph.extract.pipeline import Pipeline, extract_articles
from newsgraph.model import Article, Chain, Event, Extraction, Mention, Quote, Relation, Span
from tests import build

PUBLISHED = "2017-06-27"

Extract = Callable[..., "Reading"]


class ReadQuote(NamedTuple):
    """A quote: the name of the source's chain, the cue's and the content's words."""

    source: str | None
    cue: str
    content: str
    stance: str
    kind: str


class ReadRelation(NamedTuple):
    """A relation: the names of both chains, and who says it (``None``: the outlet)."""

    subject: str
    predicate: str
    object: str
    stance: str
    former: bool
    said_by: str | None


class ReadEvent(NamedTuple):
    """An event: the trigger's words, (role, chain name) of those who took part, the time's value."""

    type: str
    trigger: str
    arguments: frozenset[tuple[str, str]]
    realis: str
    stance: str
    time: str | None


class Reading(NamedTuple):
    """What was extracted from one article."""

    article: Article
    extraction: Extraction

    def words(self, span: Span) -> str:
        """The text of a span, on one line."""
        return " ".join(self.article.text[span.start : span.end].split())

    def chain_by_mention(self) -> dict[str, Chain]:
        """Mention id -> its chain."""
        return {number: chain for chain in self.extraction.chains for number in chain.mention_ids}

    def mention(self, surface: str, nth: int = 0) -> Mention:
        """The nth mention with this surface."""
        return [m for m in self.extraction.mentions if m.surface == surface][nth]

    def refers(self, surface: str, nth: int = 0) -> str | None:
        """The name of the chain that the nth occurrence of these words in the text belongs to; ``None``: of none."""
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(surface, start + 1)
        span = Span(start, start + len(surface))
        chains = self.chain_by_mention()
        return next((chains[m.id].name for m in self.extraction.mentions if m.span == span), None)

    def names(self, *, besides: Iterable[str] = ("Position", "AnonymousSource")) -> dict[str, str]:
        """Chain name -> type, without posts and unnamed sources."""
        return {c.name: c.type.value for c in self.extraction.chains if c.type.value not in besides}

    def surfaces(self, chain: str) -> Counter[str]:
        """The surfaces of a chain and how often each stands there."""
        chains = self.chain_by_mention()
        return Counter(m.surface for m in self.extraction.mentions if chains[m.id].name == chain)

    def _name(self, mention_id: str) -> str:
        return self.chain_by_mention()[mention_id].name

    def _source_name(self, quote: Quote) -> str | None:
        return None if quote.source_id is None else self._name(quote.source_id)

    def quotes(self) -> list[ReadQuote]:
        """The quotes in the order of the text."""
        return [
            ReadQuote(self._source_name(q), self.words(q.cue), self.words(q.content), q.stance.value, q.kind.value)
            for q in self.extraction.quotes
            if q.said
        ]

    def quote(self, cue: str) -> ReadQuote:
        """The only quote with this cue."""
        (quote,) = (q for q in self.quotes() if q.cue == cue)
        return quote

    def parents(self) -> dict[str, str]:
        """Cue of a quote -> cue of the quote in whose content it stands."""
        cues = {q.id: self.words(q.cue) for q in self.extraction.quotes}
        return {cues[q.id]: cues[q.parent_id] for q in self.extraction.quotes if q.parent_id is not None}

    def _said_by(self, quote_id: str | None) -> str | None:
        return next((self._source_name(q) for q in self.extraction.quotes if q.id == quote_id), None)

    def _relation(self, relation: Relation) -> ReadRelation:
        return ReadRelation(
            self._name(relation.subject_id),
            relation.predicate,
            self._name(relation.object_id),
            relation.stance.value,
            relation.former,
            self._said_by(relation.quote_id),
        )

    def relations(self, *predicates: str) -> list[ReadRelation]:
        """The relations with these predicates, all when none is given."""
        return [self._relation(r) for r in self.extraction.relations if not predicates or r.predicate in predicates]

    def triples(self, *predicates: str) -> set[tuple[str, str, str]]:
        """Subject, predicate, object of the relations with these predicates."""
        return {(r.subject, r.predicate, r.object) for r in self.relations(*predicates)}

    def _event(self, event: Event) -> ReadEvent:
        times = {time.id: time.value for time in self.extraction.times}
        return ReadEvent(
            event.type,
            self.words(event.trigger),
            frozenset((a.role.value, self._name(a.mention_id)) for a in event.arguments),
            event.realis.value,
            event.stance.value,
            None if event.time_id is None else times[event.time_id],
        )

    def events(self, *types: str) -> list[ReadEvent]:
        """The events of these types, all when none is given."""
        return [self._event(e) for e in self.extraction.events if not types or e.type in types]


def read_all(pipeline: Pipeline, articles: Sequence[Article]) -> list[Reading]:
    """The articles with their extractions; a skipped article fails the test."""
    readings = []
    for article, extraction in zip(articles, extract_articles(pipeline, articles), strict=True):
        assert isinstance(extraction, Extraction), extraction
        readings.append(Reading(article, extraction))
    return readings


def read_texts(pipeline: Pipeline, texts: Iterable[str], date: str | None = PUBLISHED) -> list[Reading]:
    """The texts as articles of one day, in one batch."""
    return read_all(pipeline, [build.article(text, date=date) for text in texts])
