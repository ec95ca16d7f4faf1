"""The words of a spaCy ``Doc`` as the reader takes them: line by line, without white space."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Words:
    """Words by line, and for each the token that it is."""

    lines: tuple[tuple[str, ...], ...]
    tokens: tuple[int, ...]


def words_of(doc: Doc) -> Words:
    """The words of a tokenised article; a token of white space with a line end in it ends a line."""
    lines: list[tuple[str, ...]] = []
    line: list[str] = []
    tokens = []
    for token in doc:
        if not token.is_space:
            line.append(token.text)
            tokens.append(token.i)
        elif "\n" in token.text and line:
            lines.append(tuple(line))
            line = []
    if line:
        lines.append(tuple(line))
    return Words(tuple(lines), tuple(tokens))
