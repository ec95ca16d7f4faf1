"""Readings made by hand: a gold article and an extraction over one text."""

from __future__ import annotations

from newsgraph.evaluate.gold import GoldArticle, GoldMention
from newsgraph.evaluate.reading import Reading
from newsgraph.model import Certainty, Extraction, Mention, Quote, QuoteKind, Relation, Span, Stance


def at(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def named(text: str, words: str, type_: str | None = None, entity: str | None = None, nth: int = 0) -> GoldMention:
    """A gold name."""
    return GoldMention(*at(text, words, nth), type=type_, form="name", entity=entity)


def reading(gold: GoldArticle, extraction: Extraction) -> Reading:
    """What newsgraph would have found."""
    return Reading(gold, extraction)


def quote(text: str, source: Mention | None, cue: str, content: str) -> Quote:
    """An attribution found."""
    span = Span(*at(text, content))
    return Quote(
        id=f"q{span.start}",
        source_id=source.id if source else None,
        cue=Span(*at(text, cue)),
        content=span,
        kind=QuoteKind.INDIRECT,
        stance=Stance.ASSERTED,
        certainty=Certainty.CERTAIN,
        evidence=Span(0, len(text)),
        confidence=1.0,
        source=source.span if source else None,
    )


def relation(
    text: str, subject: Mention, predicate: str, object_: Mention, stance: Stance = Stance.ASSERTED
) -> Relation:
    """A relation found."""
    whole = Span(0, len(text))
    return Relation(
        id=f"{predicate}-{subject.id}-{object_.id}",
        subject_id=subject.id,
        predicate=predicate,
        object_id=object_.id,
        cue=whole,
        evidence=whole,
        stance=stance,
        certainty=Certainty.CERTAIN,
        confidence=1.0,
    )
