"""Text and words of an article, read off its document once: spaCy makes a slice or a token anew each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

_KEPT = "newsgraph_surface"


@dataclass(frozen=True, slots=True)
class _Surface:
    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    by_part_of_speech: dict[str, list[int]]


def whole_text(doc: Doc) -> str:
    """The text of the document."""
    return _surface_of(doc).text


def surface(doc: Doc, start: int, end: int) -> str:
    """The text of the tokens ``start`` to ``end``; what lies behind the last token is left out."""
    whole = _surface_of(doc)
    end = min(end, len(whole.ends))
    return whole.text[whole.starts[start] : whole.ends[end - 1]] if start < end else ""


def all_words(doc: Doc) -> list[str]:
    """The text of each token."""
    return _surface_of(doc).words


def all_lower(doc: Doc) -> list[str]:
    """The text of each token in lower case."""
    return _surface_of(doc).lower


def tokens_of(doc: Doc, *parts_of_speech: str) -> Iterator[Token]:
    """The tokens of these parts of speech, in order; they are named as in Universal Dependencies."""
    by_part = _surface_of(doc).by_part_of_speech
    return (doc[i] for i in sorted(i for part in parts_of_speech for i in by_part.get(part, ())))


def _surface_of(doc: Doc) -> _Surface:
    kept: _Surface | None = doc.user_data.get(_KEPT)
    if kept is None:
        starts, texts = [token.idx for token in doc], [token.text for token in doc]
        ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
        by_part = defaultdict(list)
        for token in doc:
            by_part[token.pos_].append(token.i)
        kept = _Surface(doc.text, starts, ends, texts, [text.lower() for text in texts], by_part)
        doc.user_data[_KEPT] = kept
    return kept
