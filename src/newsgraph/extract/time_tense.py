"""Whether the clause around a time speaks of what is to come: «will meet on Friday», «met on Friday»."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache

from newsgraph.extract.lexicons import read_toml


class Tense(Enum):
    """What the nearest telling word says; ``LIKELY``: «agreed to buy it in March»."""

    PAST = "past"
    UNKNOWN = "unknown"
    LIKELY = "likely"
    COMING = "coming"


ENDS = frozenset({".", "?", "!", ";"})
# How far the telling word may stand, in words.
BEFORE, AFTER = 14, 10
SHORTEST_PAST = 4  # «used», not «red»


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("times.toml")["tense"][key])


def tense_around(words: Sequence[str], start: int, end: int) -> Tense:
    """By the nearest telling word before the time; at the head of a sentence, by the first one after it."""
    tense = _tense_of_clause(words, start, end)
    if start and words[start - 1] in _words("towards"):
        return Tense.LIKELY if tense is Tense.PAST else Tense.COMING
    return tense


def _tense_of_clause(words: Sequence[str], start: int, end: int) -> Tense:
    for i in range(start - 1, max(start - BEFORE, 0) - 1, -1):
        if _ends_sentence(words, i):
            break
        if (tense := _told_by(words, i)) is not None:
            return tense
    else:
        if start > BEFORE:
            return Tense.UNKNOWN
    for i in range(end, min(end + AFTER, len(words))):
        if _ends_sentence(words, i):
            break
        if (tense := _told_by(words, i)) is not None:
            return tense
    return Tense.UNKNOWN


def _told_by(words: Sequence[str], i: int) -> Tense | None:
    word, before = words[i], words[i - 1] if i else ""
    if word in _words("coming"):
        return Tense.PAST if before in ("was", "were", "been") else Tense.COMING
    if word in ("plans", "hopes") and i + 1 < len(words) and words[i + 1] == "to":
        return Tense.COMING
    if word in _words("past") or (word.endswith("ed") and len(word) >= SHORTEST_PAST):
        return None if before in ("be", "to", "not") else Tense.PAST
    if word == "to" and i + 1 < len(words) and words[i + 1].isalpha() and words[i + 1] not in _words("no_verbs"):
        return _told_by_infinitive(words, i)
    return None


def _told_by_infinitive(words: Sequence[str], to: int) -> Tense:
    """«failed to meet», «agreed to meet», «is to meet», «is expected to meet»; «was expected to meet» may be either."""
    before = words[to - 1] if to else ""
    if before in _words("past_before_to"):
        return Tense.PAST
    if before in _words("coming"):
        return _told_by(words, to - 1) or Tense.LIKELY
    return Tense.COMING if before in ("is", "are") else Tense.LIKELY


def _ends_sentence(words: Sequence[str], i: int) -> bool:
    """A full stop does, but not that of «Nov.» or «Mr.»."""
    if words[i][0] == "\n":
        return True
    if words[i] not in ENDS or i == 0:
        return words[i] in ENDS
    return len(words[i - 1]) > 1 and words[i - 1] not in _words("abbreviations")
