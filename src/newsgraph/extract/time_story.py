"""What a reader of time expressions sees: the form that was found, and the story it stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.time_calendar import Period, Value
from newsgraph.extract.time_forms import Words
from newsgraph.extract.time_tense import Tense, tense_around

# A quarter named so many characters before «a year ago» is what that year is counted from.
NEAR = 700
# A story tells of a quarter that is not older; what it compares that with is.
TOLD_QUARTERS = 3
# What nothing more can be said of: before, at or after the time of writing.
REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def category(name: str) -> Mapping[str, Any]:
    """The words of a category with what they mean."""
    words: Mapping[str, Any] = read_toml("times.toml")["categories"][name]
    return words


@dataclass(slots=True)
class Story:
    """The article's date and the times named so far, from which others are counted."""

    published: date | None
    last: Period | None = None
    quarter: Period | None = None
    quarter_at: int = -NEAR

    def remember(self, value: Value, position: int) -> None:
        """Take note of a time for those to come."""
        if value.period is None:
            return
        self.last = value.period
        if value.period.unit != "quarter" or self.published is None:
            return
        current = Period.around("quarter", self.published).number
        if current - TOLD_QUARTERS <= value.period.number < current:
            self.quarter = value.period
        self.quarter_at = position


@dataclass(frozen=True, slots=True)
class Form:
    """A form found in the text, as the range of its words, with its named groups and the pattern's own value."""

    text: Words
    first: int
    last: int
    groups: Mapping[str, list[str]]
    story: Story
    value: str = ""

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return self.text.lower[self.first : self.last]

    @property
    def position(self) -> int:
        """Where it begins, in characters."""
        return self.text.places[self.first][0]

    @property
    def before(self) -> str:
        """The word before it."""
        return self.text.lower[self.first - 1] if self.first else ""

    @property
    def is_one_piece(self) -> bool:
        """Whether no space stands in it."""
        places = self.text.places[self.first : self.last]
        return all(places[i][1] == places[i + 1][0] for i in range(len(places) - 1))

    def has(self, *words: str) -> bool:
        """Whether one of these words stands in it."""
        return not set(words).isdisjoint(self.words)

    def word(self, name: str) -> str:
        """The word of a group; empty when it is not there."""
        words = self.groups.get(name)
        return words[0] if words else ""

    def number(self, name: str) -> int:
        """The figure of a group."""
        return int(self.word(name))

    def meaning(self, name: str, of: str | None = None) -> Any:
        """What the category says of the group's word; ``None`` when it is not there."""
        return category(of or name).get(self.word(name))

    @property
    def month(self) -> int:
        """The number of the month that it names."""
        return int(self.meaning("month"))

    @property
    def tense(self) -> Tense:
        """Whether the clause speaks of what is to come."""
        return tense_around(self.text.lower, self.first, self.last)

    @property
    def is_coming(self) -> bool:
        """Whether it surely does."""
        return self.tense is Tense.COMING


Reader = Callable[[Form], Value | None]
