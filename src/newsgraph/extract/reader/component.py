"""The reader as a spaCy component: it sets the names of a ``Doc`` and keeps its other marks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsgraph.extract.reader.attributions import Attribution, find_attributions, find_contents
from newsgraph.extract.reader.marks import Marks, reader_model
from newsgraph.extract.reader.spans import WordRange, find_name_spans, find_spans
from newsgraph.extract.reader.words import Words, words_of

NAME = "newsgraph_reader"
_KEPT = "newsgraph_reading"
# Named as spaCy's own models name them.
LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "MISC": "MISC"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader saw in an article: words and their marks, and how they stand to tokens."""

    words: Words
    marks: Marks
    line_starts: frozenset[int]

    def tokens(self, words: WordRange) -> tuple[int, int]:
        """The range of tokens that a range of words stands on."""
        return self.words.tokens[words[0]], self.words.tokens[words[1] - 1] + 1


def reading_of(doc: Doc) -> Reading:
    """What the reader saw in an article that it has read."""
    reading: Reading = doc.user_data[_KEPT]
    return reading


@Language.component(NAME, assigns=["doc.ents"])  # type: ignore[untyped-decorator]
def read(doc: Doc) -> Doc:
    """Mark an article."""
    words = words_of(doc)
    starts = _line_starts(words.lines)
    reading = Reading(words, reader_model().read(words.lines), starts)
    doc.user_data[_KEPT] = reading
    spans = []
    for found, type_ in find_name_spans(reading.marks, starts):
        start, end = reading.tokens(found)
        spans.append(Span(doc, start, end, label=LABELS[type_]))
    doc.ents = spans
    return doc


def find_token_attributions(reading: Reading) -> list[Attribution]:
    """Who said what, as ranges of tokens."""
    return [
        replace(
            found,
            cue=reading.tokens(found.cue),
            source=reading.tokens(found.source) if found.source is not None else None,
            content=reading.tokens(found.content),
        )
        for found in find_attributions(reading.marks, reading.line_starts)
    ]


def find_token_contents(reading: Reading) -> list[tuple[int, int]]:
    """What reads like something said, as ranges of tokens."""
    return [reading.tokens(found) for found in find_contents(reading.marks, reading.line_starts)]


def find_triggers(reading: Reading) -> list[tuple[int, int]]:
    """The words that tell that something happens, as ranges of tokens."""
    return [reading.tokens(span) for span in find_spans(reading.marks, "event", reading.line_starts)]


def _line_starts(lines: Sequence[Sequence[str]]) -> frozenset[int]:
    starts, place = set(), 0
    for line in lines:
        starts.add(place)
        place += len(line)
    return frozenset(starts)
