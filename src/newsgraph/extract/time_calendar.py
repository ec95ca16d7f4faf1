"""The calendar in periods that can be counted: a day, a week, a quarter, each with its number, value and days.

Values are those of TIMEX3 (TimeML 1.2): «2017-05-30», «2016-W23», «2017-05», «2016-Q3», «2016», «199», «19».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

VAGUE = "X"  # «some» in a value: «PXW» is for weeks
DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# The letter of a duration: «P2Y»; those of the clock follow a T: «PT3H».
LETTERS = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
CLOCK_LETTERS = {"second": "S", "minute": "M", "hour": "H"}
IN_YEARS = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Period:
    """The number of a unit since the year 0: ``Period("quarter", 4 * 2016 + 2)`` is the third quarter of 2016."""

    unit: str
    number: int

    @classmethod
    def around(cls, unit: str, day: date) -> Period:
        """The day, week, month … that a day lies in."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit == "week":
            return cls(unit, (day.toordinal() - 1) // 7)
        return cls(unit, (day.year * 12 + day.month - 1) // MONTHS_IN[unit])

    def shifted(self, count: int) -> Period:
        """So many units later, or earlier."""
        return Period(self.unit, self.number + count)

    def years_later(self, count: int) -> Period:
        """The same period of another year: the third quarter of the year before."""
        if self.unit in ("day", "week"):
            same = self.first_day()
            leap_day = (same.month, same.day) == (2, 29)
            return Period.around(self.unit, same.replace(year=same.year + count, day=28 if leap_day else same.day))
        return self.shifted(count * 12 // MONTHS_IN[self.unit])

    def first_day(self) -> date:
        """The first day.

        Raises:
            ValueError: before the year 1 or after 9999; so does ``last_day``.
        """
        if self.unit == "day":
            return date.fromordinal(self.number)
        if self.unit == "week":
            return date.fromordinal(self.number * 7 + 1)
        months = self.number * MONTHS_IN[self.unit]
        return date(months // 12 or 1, months % 12 + 1, 1)

    def last_day(self) -> date:
        """The last day."""
        return self.shifted(1).first_day() - timedelta(days=1)

    def value(self) -> str:
        """Its TIMEX3 value."""
        return VALUES[self.unit](self)


VALUES: dict[str, Callable[[Period], str]] = {
    "day": lambda period: period.first_day().isoformat(),
    "week": lambda period: "{}-W{:02}".format(*period.first_day().isocalendar()[:2]),
    "month": lambda period: f"{period.number // 12:04}-{period.number % 12 + 1:02}",
    "quarter": lambda period: f"{period.number // 4:04}-Q{period.number % 4 + 1}",
    "half": lambda period: f"{period.number // 2:04}-H{period.number % 2 + 1}",
    "year": lambda period: f"{period.number:04}",
    "decade": lambda period: f"{period.number:03}",
    "century": lambda period: f"{period.number:02}",
}


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression means; ``period`` is what later expressions count from: «the year before»."""

    value: str
    type: str = DATE
    begin: date | None = None
    end: date | None = None
    period: Period | None = None


def dated(period: Period, suffix: str = "") -> Value:
    """The value of a period, with its days; ``suffix`` is a part of the day («TMO») or a time («T16:00»)."""
    kind = TIME if suffix.startswith("T") else DATE
    return Value(period.value() + suffix, kind, period.first_day(), period.last_day(), period)


def day_value(year: int, month: int, day: int, suffix: str = "") -> Value:
    """The value of a day of the calendar.

    Raises:
        ValueError: when there is no such day.
    """
    return dated(Period.around("day", date(year, month, day)), suffix)


def duration(count: str, unit: str) -> str:
    """«P2Y», «PT3H», «PXW»: ``count`` is a number or «X»."""
    if unit in CLOCK_LETTERS:
        return f"PT{count}{CLOCK_LETTERS[unit]}"
    if unit in IN_YEARS and count != VAGUE:
        return f"P{int(count) * IN_YEARS[unit]}Y"
    if unit == "fortnight":
        return "PXW" if count == VAGUE else f"P{int(count) * 2}W"
    return f"P{count}{LETTERS[unit]}"
