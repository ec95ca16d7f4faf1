"""Months, quarters, seasons, years and longer: by name, by number, or counted from another time."""

from __future__ import annotations

from datetime import date

from newsgraph.extract.time_calendar import DURATION, SET, Period, Value, dated, day_value, duration
from newsgraph.extract.time_days import SOON, rather_coming
from newsgraph.extract.time_numbers import count_of, spoken_year
from newsgraph.extract.time_story import NEAR, REFERENCES, Form, Reader, category
from newsgraph.extract.time_tense import Tense

# A bare figure after «the» or «its» is a year from here on.
MODERN = 1800
# «two years ago» is a year; what is shorter than a day has no date.
DATED_UNITS = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})


def month_year(form: Form) -> Value | None:
    """«June 2015», «July last year»."""
    if form.word("year").isdigit():
        year = form.number("year")
    elif form.word("spoken"):
        year = spoken_year(form.groups["spoken"])
    elif form.story.published is None:
        return Value(f"XXXX-{form.month:02}")
    else:
        year = form.story.published.year + int(form.meaning("which"))
    return dated(Period("month", year * 12 + form.month - 1))


def month_alone(form: Form) -> Value | None:
    """«in July», «last May», «each June»."""
    month = form.month
    if form.has("each", "every"):
        return Value(f"XXXX-{month:02}", SET)
    published, which = form.story.published, form.meaning("which")
    if published is None:
        return Value(f"XXXX-{month:02}")
    last = Period("month", published.year * 12 + month - 1)
    now = Period.around("month", published)
    if which == 0 and "past" not in form.words:
        return dated(last)
    if last.number > now.number:
        last = last.years_later(-1)
    if which == 1:
        return dated(last.years_later(1))
    if which == -1:
        return dated(last.years_later(-1) if last == now else last)
    coming = last.years_later(1)
    ahead, back = (coming.first_day() - published).days, (published - last.last_day()).days
    soon = ahead <= SOON and form.tense is not Tense.PAST
    return dated(coming if last != now and (soon or rather_coming(form, ahead, back)) else last)


def year(form: Form) -> Value | None:
    """«in 2009», «nineteen ninety-seven», «the year two thousand»."""
    if form.word("year"):
        number = form.number("year")
        if number < MODERN and form.before in category("owner"):  # «the 1500 workers»
            return None
    elif form.word("spoken"):
        number = spoken_year(form.groups["spoken"])
    else:
        number = 2000
    return dated(Period("year", number)) if number < 2100 else None


def decade(form: Form) -> Value | None:
    """«the 1990s», «the '60s», «the nineties»."""
    if form.word("decade"):
        return dated(Period("decade", 190 + form.meaning("decade")))
    number = form.number("year" if form.word("year") else "short")
    if number % 10 or (number < 100 and number < 20):
        return None
    return dated(Period("decade", (number if number >= 100 else number + 1900) // 10))


def century(form: Form) -> Value | None:
    """«the 19th century»."""
    number = form.number("which") if form.word("which").isdigit() else int(form.meaning("which", "ordinal"))
    return dated(Period("century", number - 1))


def season(form: Form) -> Value | None:
    """«the summer of 2016», «last fall»; its days differ by place."""
    letters = form.meaning("season")
    if form.word("year"):
        return Value(f"{form.number('year')}-{letters}")
    if form.word("spoken"):
        return Value(f"{spoken_year(form.groups['spoken'])}-{letters}")
    published = form.story.published
    if published is None:
        return Value(f"XXXX-{letters}")
    which = -1 if "last" in form.words else 1 if "next" in form.words else 0
    if which == -1 and _season_over(published, letters):
        which = 0
    return Value(f"{published.year + which}-{letters}")


def _season_over(published: date, letters: str) -> bool:
    """Whether this year's has ended: «last spring» in October is this year's."""
    return published.month > {"SP": 6, "SU": 9}.get(letters, 12)


def period(form: Form) -> Value | None:
    """«last year», «this week», «early next month», «the current quarter»."""
    unit = str(form.meaning("unit", "period"))
    shift = int(form.meaning("which") or 0)
    if form.story.published is None:
        return Value(REFERENCES[shift])
    return dated(Period.around(unit, form.story.published).shifted(shift))


def relative_period(form: Form) -> Value | None:
    """«the following year», «the same month»: from the time named before."""
    unit = str(form.meaning("unit", "counted"))
    shift = -1 if form.has("previous", "preceding", "prior") else 1 if "following" in form.words else 0
    last = form.story.last or (Period.around("day", form.story.published) if form.story.published else None)
    if last is None or unit not in DATED_UNITS:
        return Value(REFERENCES[shift])
    return dated(Period.around(unit, last.first_day()).shifted(shift))


def ago(form: Form) -> Value | None:
    """«two years ago» from the article's date, «two years later» from the time named before."""
    story, unit = form.story, str(form.meaning("unit") or form.words[-2].rstrip("s"))
    count = count_of(form.groups["count"]) if form.word("count") else 1
    sign = 1 if form.has("later", "afterward") else -1
    if unit not in DATED_UNITS or count is None or story.published is None:
        return Value(REFERENCES[sign])
    if "earlier" in form.words and unit != "year":
        return Value(duration(str(count), unit), DURATION)
    if unit == "year" and sign < 0 and story.quarter is not None and form.position - story.quarter_at < NEAR:
        return dated(story.quarter.years_later(-count))
    start = Period.around("day", story.published)
    if "ago" not in form.words and story.last is not None:
        start = story.last
    return dated(Period.around(unit, start.first_day()).shifted(sign * count))


def year_end(form: Form) -> Value | None:
    """«year-end»."""
    if form.story.published is None:
        return Value("XXXX-12-31")
    if "of" in form.words or form.word("loose"):
        return dated(Period("year", form.story.published.year))
    return day_value(form.story.published.year, 12, 31)


PERIODS: dict[str, Reader] = {
    "month_year": month_year,
    "month_alone": month_alone,
    "year": year,
    "decade": decade,
    "century": century,
    "season": season,
    "period": period,
    "relative_period": relative_period,
    "ago": ago,
    "year_end": year_end,
}
