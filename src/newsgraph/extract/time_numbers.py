"""Numbers in words: «twenty-four», «a couple of», «two hundred», «nineteen ninety-seven»."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.extract.time_story import category

# «two to three weeks» is no number either.
NO_NUMBER = frozenset({"to", "or"})


def count_of(words: Sequence[str]) -> int | None:
    """The number that words spell: «a couple of» 2, «twenty-four» 24, «two hundred» 200; ``None``: some, a few."""
    small, tens, scales, vague = category("small"), category("ten"), category("scale"), category("vague")
    total: int | None = None
    for word in words:
        plain = word.replace(",", "")
        if word in vague or word in NO_NUMBER:
            return None
        if plain.isdigit():
            total = (total or 0) + int(plain)
        elif word in small or word in tens:
            total = (total or 0) + int(small.get(word, tens.get(word, 0)))
        elif word in scales:
            total = (total or 1) * int(scales[word])
        elif word in ("couple", "dozen"):
            total = 2 if word == "couple" else 12
    return 1 if total is None else total


def spoken_year(words: Sequence[str]) -> int:
    """«nineteen ninety-seven»."""
    return 1900 + (count_of(words[1:]) or 0)
