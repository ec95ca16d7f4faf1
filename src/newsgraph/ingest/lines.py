"""A page as lines with their places: what every furniture rule looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph.model import Furniture, Span

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}$")
_NOT_LETTERS = re.compile(r"[\W_]+")
# A name as printed: «Emily C. Singer», «Jean-Luc O’Hara», «Ludwig van Beethoven». Two to five words.
_PARTICLE = r"(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|da|di|dos|du)"
_NAME_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
NAME = rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|{_PARTICLE})){{0,3}} {_NAME_WORD}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. ``text`` has its runs of white space drawn together; offsets are the page's.

    ``gap`` says whether a blank line stands above it (or nothing at all).
    """

    start: int
    end: int
    text: str
    words: int
    gap: bool

    @property
    def span(self) -> Span:
        """From its first to behind its last visible character."""
        return Span(self.start, self.end)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text[-6:]))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a page that hold something visible."""
    lines: list[Line] = []
    last_end = -1
    for found in _LINE.finditer(text):
        raw = found.group()
        words = raw.split()
        if not words:
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        end = found.start() + len(raw.rstrip())
        # One line end between two lines, or two («\r\n»); more means a blank line.
        gap = last_end < 0 or text[last_end:start].replace("\r\n", "\n").count("\n") > 1
        lines.append(Line(start, end, " ".join(words), len(words), gap))
        last_end = end
    return tuple(lines)


def compare_key(text: str) -> str:
    """A form in which two printings of a headline are equal: no case, no quotation marks, no punctuation."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def mask(text: str, set_aside: Iterable[Furniture]) -> str:
    """The text with what is set aside as blanks, every offset and line end as it was."""
    parts: list[str] = []
    done = 0
    for piece in sorted(set_aside, key=lambda furniture: furniture.span):
        start, end = max(piece.span.start, done), max(piece.span.end, done)
        parts.append(text[done:start])
        parts.append(re.sub(r"[^\r\n]", " ", text[start:end]))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def settle(pieces: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """The pieces in order and without overlap: the longer one wins, what stands out of it is kept."""
    settled: list[Furniture] = []
    for piece in sorted(pieces, key=lambda furniture: (furniture.span.start, -furniture.span.end)):
        start = max(piece.span.start, settled[-1].span.end) if settled else piece.span.start
        if start < piece.span.end:
            settled.append(Furniture(Span(start, piece.span.end), piece.reason))
    return tuple(settled)
