"""How a word is written: the encoder knows no capitals, so their pattern is given to it beside the word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

# Runs of characters by class: one capital, several, small letters, digits; other characters as they are.
PATTERNS = (
    "x", "X", "Xx", "XX", "d", ".", ",", '"', "'", "-", "'x", ":", ";", "?", "!", "(", ")", "$", "%", "/", "&",
    "X.", "X.X.", "Xx.", "x.", "XX.", "XxX", "XxXx", "XXx", "xX", "xXx", "xXX", "X'Xx", "Xx-Xx", "Xx-x", "x-x",
    "X-x", "XX-x", "d-x", "dx", "d,d", "d.d", "d-d", "d:d", "d/d", "Xd", "XXd", "X-d", "XX-d", "dX", "dXX", "X&X",
    "@Xx", "#Xx", "x.x.", "n'x", "--", "...", "/d",
)  # fmt: skip
_NUMBERS = {pattern: number for number, pattern in enumerate(PATTERNS, 1)}
_CONTEXTS = 4
SHAPES = (len(PATTERNS) + 1) * _CONTEXTS
_OPENS = frozenset({".", "?", "!", ":", '"', "(", "-", "--", "*", "•"})
# From so many capitalised words of ten on, a line is set in capitals, as headlines are.
_SET_IN_CAPITALS = 0.7
_SHORT_LINE = 16


def pattern_of(word: str) -> str:
    """«Xx» for «Trump», «X.X.» for «U.S.», «Xx-Xx» for «Abu-Jamal»."""
    runs = []
    for kind, run in groupby(word, _class):
        many = kind == "X" and len(list(run)) > 1
        runs.append("XX" if many else kind)
    return "".join(runs)


def _class(character: str) -> str:
    if character.isupper():
        return "X"
    if character.isalpha():
        return "x"
    return "d" if character.isdigit() else character


def shapes(lines: Sequence[Sequence[str]]) -> list[int]:
    """A number for each word: its pattern, whether a sentence may begin with it, and how its line is set."""
    numbers = []
    for words in lines:
        capitals = _is_set_in_capitals(words)
        opens = True
        for word in words:
            numbers.append(_NUMBERS.get(pattern_of(word), 0) * _CONTEXTS + opens + 2 * capitals)
            opens = word in _OPENS
    return numbers


def _is_set_in_capitals(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalpha() and len(word) > 3]
    if len(words) > _SHORT_LINE and not all(word.isupper() for word in letters):
        return False
    return len(letters) > 1 and sum(word[0].isupper() for word in letters) >= _SET_IN_CAPITALS * len(letters)
