"""A quote in tokens, and the quotation marks around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from newsgraph.extract.surface import all_words
from newsgraph.model import Certainty, QuoteKind, Stance

SURE, LIKELY, UNSURE = 0.9, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote in tokens. ``source`` indexes the mentions; content and cue are half-open token ranges."""

    source: int | None
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: QuoteKind
    stance: Stance
    certainty: Certainty
    confidence: float
    said_by: tuple[int, int] | None = None
    said: bool = True


def quotations_of(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges inside a pair of quotation marks; a pair never runs across a paragraph's end."""
    ranges = []
    opened: int | None = None
    for i, word in enumerate(all_words(doc)):
        if "\n" in word:
            # A quotation that goes on in the next paragraph is closed at its very end only.
            if opened is not None and opened < i < len(doc) - 1 and doc[i + 1].text == '"':
                ranges.append((opened, i))
            opened = None
        elif word in ('"', "``", "''"):
            if opened is None:
                opened = i + 1
            else:
                if i > opened:
                    ranges.append((opened, i))
                opened = None
    return ranges


def with_quoted_words(quote: FoundQuote, quotations: list[tuple[int, int]]) -> FoundQuote:
    """Direct when the content is a quotation, mixed when it holds one; a quotation is never cut in two."""
    start, end = quote.content
    for opened, closed in quotations:
        if opened < end and start < closed:
            if not (opened <= quote.cue[0] < closed):
                start, end = min(start, opened), max(end, closed)
                if quote.cue[0] < end and start < quote.cue[1]:
                    start, end = quote.content
            whole = opened <= start and end <= closed + 1
            kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
            return replace(quote, content=(start, end), kind=kind)
    return quote
