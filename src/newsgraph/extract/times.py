"""Times in the text, read by the article's date: days, periods, lengths, repetitions, «now» and «recently».

The words and forms are data: times.toml. Values are those of TIMEX3 (TimeML 1.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.time_bounds import Placed, bounded
from newsgraph.extract.time_calendar import DATE, TIME, Value
from newsgraph.extract.time_days import DAYS
from newsgraph.extract.time_forms import KNOWN_WORDS, Vocabulary, Words
from newsgraph.extract.time_lengths import LENGTHS
from newsgraph.extract.time_periods import PERIODS
from newsgraph.extract.time_quarters import QUARTERS
from newsgraph.extract.time_story import Form, Reader, Story
from newsgraph.model import Span

READERS: dict[str, Reader] = DAYS | PERIODS | QUARTERS | LENGTHS


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression with its TIMEX3 value and type, and the first and last day it covers; ``None``: not known.

    «since 2015» has a first day only, «until Friday» a last day only.
    """

    span: Span
    value: str
    begin: date | None = None
    end: date | None = None
    type: str = DATE

    @property
    def is_date(self) -> bool:
        """Whether something can happen then: no length, no repetition, not «now»."""
        return self.type in (DATE, TIME) and not self.value.endswith("_REF")


@dataclass(frozen=True, slots=True)
class _Pattern:
    read: Reader
    value: str
    forms: tuple[re.Pattern[str], ...]


@cache
def _grammar() -> tuple[Vocabulary, tuple[_Pattern, ...]]:
    data = read_toml("times.toml")
    vocabulary = Vocabulary(data["categories"], data["macros"])
    patterns = tuple(
        _Pattern(READERS[entry["read"]], entry.get("value", ""), tuple(map(vocabulary.compile, entry["forms"])))
        for entry in data["pattern"]
    )
    return vocabulary, patterns


def find_times(text: str, published: date | None) -> list[FoundTime]:
    """All time expressions of a text, the longest reading of each: «Tuesday morning», «last month», «June 9, 2016»."""
    vocabulary, _ = _grammar()
    words = vocabulary.read(text)
    return [
        FoundTime(
            Span(words.places[time.first][0], words.places[time.last - 1][1]),
            time.value.value,
            time.value.begin,
            time.value.end,
            time.value.type,
        )
        for time in bounded(words, list(_readings(words, Story(published))))
    ]


def _readings(words: Words, story: Story) -> Iterator[Placed]:
    taken = 0
    for place, match, pattern in _candidates(words):
        first, last = place + match.start(), place + match.end()
        if first < taken:
            continue
        value = _read(words, place, pattern, match, story)
        if value is not None:
            taken = last
            story.remember(value, words.places[first][0])
            yield Placed(first, last, value)


def _candidates(words: Words) -> Iterator[tuple[int, re.Match[str], _Pattern]]:
    """The forms in the order of the text, each with the place of the known words that it was found among."""
    for known in KNOWN_WORDS.finditer(words.codes):
        for match, pattern in _forms_among(known.group()):
            yield known.start(), match, pattern


@lru_cache(maxsize=2**16)
def _forms_among(known: str) -> tuple[tuple[re.Match[str], _Pattern], ...]:
    """The forms in known words side by side; at each place the longest first, then in the order of the file.

    News says «in the», «of last week» over and over: what is found there is kept.
    """
    _, patterns = _grammar()
    matches = [
        (match.start(), -match.end(), number, match)
        for number, pattern in enumerate(patterns)
        for form in pattern.forms
        for match in form.finditer(known)
    ]
    ordered = sorted(matches, key=lambda candidate: candidate[:3])
    return tuple((match, patterns[number]) for _, _, number, match in ordered)


def _read(words: Words, place: int, pattern: _Pattern, match: re.Match[str], story: Story) -> Value | None:
    groups = {
        name: words.lower[place + match.start(name) : place + match.end(name)]
        for name in match.re.groupindex
        if match.start(name) >= 0
    }
    form = Form(words, place + match.start(), place + match.end(), groups, story, pattern.value)
    try:
        return pattern.read(form)
    except (OverflowError, ValueError):  # «June 31»; before the year 1 or after 9999
        return None
