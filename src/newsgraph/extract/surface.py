"""The text of some tokens as it stands in the article, without a slice of the document for each."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_KEPT = "newsgraph_surface"


@dataclass(frozen=True, slots=True)
class _Surface:
    text: str
    starts: list[int]
    ends: list[int]


def whole_text(doc: Doc) -> str:
    """The text of the document."""
    return _surface_of(doc).text


def surface(doc: Doc, start: int, end: int) -> str:
    """The text of the tokens ``start`` to ``end``; what lies behind the last token is left out."""
    whole = _surface_of(doc)
    end = min(end, len(whole.ends))
    return whole.text[whole.starts[start] : whole.ends[end - 1]] if start < end else ""


def _surface_of(doc: Doc) -> _Surface:
    kept: _Surface | None = doc.user_data.get(_KEPT)
    if kept is None:
        starts = [token.idx for token in doc]
        ends = [token.idx + len(token) for token in doc]
        kept = doc.user_data[_KEPT] = _Surface(doc.text, starts, ends)
    return kept
