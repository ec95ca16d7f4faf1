"""Quarters and halves of a business year: «the third quarter», «the year-ago period», «the first half of 2016».

A story on a company's results tells of one quarter and compares it with the one a year before.
"""

from __future__ import annotations

from newsgraph.extract.time_calendar import VAGUE, Period, Value, dated
from newsgraph.extract.time_story import Form, Reader

QUARTERS_IN_YEAR = 4


def quarter(form: Form) -> Value | None:
    """«the third quarter», «the year-ago period», «the quarter», by the quarter that the story tells of."""
    number = form.meaning("ordinal")
    year = next((form.number(name) for name in ("before", "year") if form.word(name)), None)
    if number is not None and (year is not None or number > QUARTERS_IN_YEAR):
        return _of_year(year, number)
    if form.story.published is None:
        return Value(f"XXXX-Q{number or VAGUE}")
    current = Period.around("quarter", form.story.published)
    if number is not None:
        return dated(_numbered(form, current, number))
    if form.word("ended"):
        return dated(_ended(form, current))
    if year is None and form.story.quarter is None and form.has("ago", "earlier") and not form.has("period", "quarter"):
        return dated(Period.around("year", form.story.published).shifted(-1))
    return dated(_unnumbered(form, current, year))


def _of_year(year: int | None, number: int) -> Value | None:
    if year is None or number > QUARTERS_IN_YEAR:  # «the fifth quarter»
        return None
    return dated(Period("quarter", year * QUARTERS_IN_YEAR + number - 1))


def _numbered(form: Form, current: Period, number: int) -> Period:
    """The last one that has begun, or the next when the clause speaks of what is to come."""
    this_year = Period("quarter", current.number // QUARTERS_IN_YEAR * QUARTERS_IN_YEAR + number - 1)
    for name in ("which", "after"):
        if form.word(name) and form.has("year"):
            return this_year.years_later(int(form.meaning(name, "which")))
    last = this_year if this_year.number <= current.number else this_year.years_later(-1)
    if form.has("ago", "earlier"):
        return last.years_later(-1)
    if last.number < current.number - 1 and form.is_coming:
        return last.years_later(1)
    return last


def _ended(form: Form, current: Period) -> Period:
    """«the quarter ended Sept. 30»: the last one with that month in it."""
    number = (int(form.meaning("ended", "month")) - 1) // 3
    found = Period("quarter", current.number // QUARTERS_IN_YEAR * QUARTERS_IN_YEAR + number)
    return found if found.number <= current.number else found.years_later(-1)


def _unnumbered(form: Form, current: Period, year: int | None) -> Period:
    """«the 1989 period», «the year-ago quarter», «this quarter», «the quarter»."""
    told = form.story.quarter or current.shifted(-1)
    if year is not None:
        return told.years_later(year - told.number // QUARTERS_IN_YEAR)
    if form.has("ago", "earlier", "year", "corresponding"):
        return told.years_later(-1)
    which = form.meaning("which")
    if which is None:
        return current if form.has("current") else told
    return current.shifted(int(which))


def half(form: Form) -> Value | None:
    """«the first half of 2016», «the second half»."""
    second = "second" in form.words or "last" in form.words
    if form.word("before"):
        year = form.number("before")
    elif form.story.published is None:
        return Value(f"XXXX-H{1 + second}")
    else:
        shift = form.meaning("which") if "year" in form.words and form.word("which") else form.meaning("after", "which")
        year = form.story.published.year + (shift or 0)
    return dated(Period("half", year * 2 + second))


QUARTERS: dict[str, Reader] = {"quarter": quarter, "half": half}
