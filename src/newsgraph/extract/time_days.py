"""Days and hours: «June 9», «last Friday», «yesterday morning», «4 p.m. EST Monday»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsgraph.extract.time_calendar import DATE, TIME, Period, Value, dated, day_value
from newsgraph.extract.time_story import REFERENCES, Form, Reader
from newsgraph.extract.time_tense import Tense

LEAP_YEAR = 2000
# «Dec. 1» in an article of late November is to come, in one of July it is past. In days.
SOON = 45
# What is to come is not named by its day alone when it is farther off. In days.
FAR = 300
# «10/25/89» is of the last century, «10/25/12» of this one.
CENTURY_BREAK = 50
SATURDAY = 5
PARTS = {"tonight": "TNI", "overnight": "TNI", "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def _year(form: Form, name: str = "year") -> int:
    """«1998», «98», «'98»."""
    year = form.number(name)
    if year >= 100:
        return year
    return year + (1900 if year >= CENTURY_BREAK else 2000)


def full_date(form: Form) -> Value | None:
    """«June 9, 2016», «June 9-11, 2016»."""
    return _until(form, day_value(form.number("year"), form.month, form.number("day")))


def figures_date(form: Form) -> Value | None:
    """«2016-06-09», «6/9/2016»: the month comes first; written without a space."""
    if not form.is_one_piece:
        return None
    return day_value(_year(form), form.number("month"), form.number("day"))


def month_day(form: Form) -> Value | None:
    """«June 9»: the last one, but the next if it is near or the clause speaks of what is to come."""
    day = form.number("day") if form.word("day") else int(form.meaning("ordinal"))
    return _until(form, _nearest_day(form, form.month, day))


def _until(form: Form, value: Value | None) -> Value | None:
    """«June 9-11»: the value is that of the first day, the last day is known too."""
    if value is None or value.begin is None or not form.word("until") or form.number("until") <= value.begin.day:
        return value
    return replace(value, end=value.begin.replace(day=form.number("until")))


def _nearest_day(form: Form, month: int, day: int, suffix: str = "") -> Value | None:
    published = form.story.published
    if published is None:
        return Value(f"XXXX-{date(LEAP_YEAR, month, day):%m-%d}{suffix}", TIME if suffix else DATE)
    years = range(max(published.year - 4, 1), min(published.year + 5, 10000))
    days = [found for year in years if (found := _real_day(year, month, day))]
    past = max((found for found in days if found <= published), default=None)
    coming = min((found for found in days if found > published), default=None)
    if past is None or coming is None:
        return None
    ahead, back = (coming - published).days, (published - past).days
    chosen = coming if ahead <= SOON < back or rather_coming(form, ahead, back) else past
    return dated(Period.around("day", chosen), suffix)


def rather_coming(form: Form, ahead: int, back: int) -> bool:
    """Whether the next one is meant: so many days ahead, the last one so many back."""
    tense = form.tense
    return (tense is Tense.COMING and ahead < FAR) or (tense is Tense.LIKELY and ahead < back)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday(form: Form) -> Value | None:
    """«Monday», «last Friday», «next Tuesday morning»: the last one on or before the article's date, or the next."""
    number = int(form.meaning("weekday"))
    suffix = form.meaning("part") or ""
    return _weekday(form, number, suffix)


def _weekday(form: Form, number: int, suffix: str = "") -> Value | None:
    published, which = form.story.published, form.meaning("which")
    if published is None:
        return Value(f"XXXX-WXX-{number + 1}{suffix}", TIME if suffix else DATE)
    today = Period.around("day", published)
    if form.word("after"):
        week = Period.around("week", published).shifted(int(form.meaning("after", "which")))
        return dated(Period.around("day", week.first_day()).shifted(number), suffix)
    if form.has("previous", "preceding") and form.story.last is not None:
        before = form.story.last.first_day()
        return dated(Period.around("day", before).shifted(-((before.weekday() - number - 1) % 7) - 1), suffix)
    coming = form.has("coming", "next")
    if coming or (which in (None, 0) and form.is_coming):
        ahead = (number - published.weekday()) % 7
        return dated(today.shifted(ahead or (7 if coming else 0)), suffix)
    back = (published.weekday() - number) % 7
    return dated(today.shifted(-(back or (7 if which == -1 else 0))), suffix)


def near_day(form: Form) -> Value | None:
    """«yesterday», «tonight», «this morning», «last night»."""
    published = form.story.published
    shift = form.meaning("near")
    suffix = form.meaning("part") or next((PARTS[word] for word in form.words if word in PARTS), "")
    if shift is None:
        shift = -1 if form.has("last") else 0
    if published is None:
        return Value(REFERENCES[shift])
    return dated(Period.around("day", published).shifted(shift), suffix)


def clock(form: Form) -> Value | None:
    """«4 p.m. EST Friday», «noon Monday»: on the article's day when none is named."""
    suffix = _clock_suffix(form)
    if suffix is None:
        return None
    if form.word("month"):
        return _nearest_day(form, form.month, form.number("day"), suffix)
    if form.word("weekday"):
        return _weekday(form, int(form.meaning("weekday")), suffix)
    if form.story.published is None:
        return Value(f"XXXX-XX-XX{suffix}", TIME)
    return dated(Period.around("day", form.story.published).shifted(form.meaning("near") or 0), suffix)


def _clock_suffix(form: Form) -> str | None:
    if form.has("noon", "midnight"):
        return PARTS["noon" if form.has("noon") else "midnight"]
    hour, minute = form.number("hour"), form.number("minute") if form.word("minute") else 0
    if form.word("minute") and len(form.word("minute")) != 2:
        return None
    half = form.word("half")[:1]
    if hour > (12 if half else 24):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{minute:02}"


def holiday(form: Form) -> Value | None:
    """«Christmas», «Christmas Eve»."""
    month, day = map(int, form.meaning("holiday").split("-"))
    return _nearest_day(form, month, day - form.has("eve"))


def weekend(form: Form) -> Value | None:
    """«the weekend», «next weekend»."""
    published = form.story.published
    if published is None:
        return Value("XXXX-WXX-WE")
    week = Period.around("week", published)
    if form.has("next"):
        week = week.shifted(1)
    elif form.has("last") or not (form.has("this") or published.weekday() >= SATURDAY or form.is_coming):
        week = week.shifted(-1)
    saturday = Period.around("day", week.first_day()).shifted(SATURDAY)
    return Value(f"{week.value()}-WE", DATE, saturday.first_day(), saturday.shifted(1).first_day(), saturday)


DAYS: dict[str, Reader] = {
    "full_date": full_date,
    "figures_date": figures_date,
    "month_day": month_day,
    "weekday": weekday,
    "near_day": near_day,
    "clock": clock,
    "holiday": holiday,
    "weekend": weekend,
}
