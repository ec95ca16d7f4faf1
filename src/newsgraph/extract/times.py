"""Dates and periods in the text, resolved against the article's date.

Values are those of TIMEX3 (TimeML 1.2): «2017-05-30», «2017-05», «2017», «2016-W23», «2017-05-30TMO».
A weekday means the nearest one on or before the article's date, unless «next» or «will» says otherwise.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newsgraph.model import Span

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
CENTURY = range(1900, 2100)
# «Dec. 1» in an article of late November is to come, in one of July it is past. In days.
SOON = 45
LEAP_YEAR = 2000
# ASCII: «ſunday» is no weekday.
ANY_CASE = re.IGNORECASE | re.ASCII

_FULL_MONTH = "|".join(calendar.month_name[1:])
MONTH = rf"(?P<month>{_FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
# A month or a year alone is a time only after one of these: «may» is a verb, «2016» a number.
TIME_PREPOSITIONS = ("[Ii]n", "[Ss]ince", "[Uu]ntil", "[Bb]y", "[Ff]rom", "[Dd]uring", "of")
COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# «will speak on» Friday; but not «the plan was rejected on» Monday.
FUTURE = re.compile(
    r"\b(?:will|plans? to|(?<!was )(?<!were )(?:expected|scheduled|set|due) (?:to|for)) (?P<between>(?:[\w'-]+ ){0,6})$"
)
PAST = re.compile(r"\b(?:was|were|did|had|said)\b")
UNIT = r"(?P<unit>day|week|month|year)"


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression with its value and the first and last day it covers; ``None``: not anchored."""

    span: Span
    value: str
    begin: date | None = None
    end: date | None = None


Value = tuple[str, date | None, date | None]
Reader = Callable[["re.Match[str]", "date | None", str], "Value | None"]


def find_times(text: str, published: date | None) -> list[FoundTime]:
    """All time expressions of a text, the longest reading of each: «Tuesday morning», «last month», «June 9, 2016»."""
    found: list[FoundTime] = []
    taken: set[int] = set()
    for pattern, read in PATTERNS:
        for match in pattern.finditer(text):
            if not taken.isdisjoint(range(match.start(), match.end())):
                continue
            try:
                value = read(match, published, text)
            except (OverflowError, ValueError):  # «June 31»; before the year 1 or after 9999
                value = None
            if value is not None:
                taken.update(range(match.start(), match.end()))
                found.append(FoundTime(Span(match.start(), match.end()), *value))
    return sorted(found, key=lambda t: t.span)


def _day(day: date, part: str | None = None) -> Value:
    return day.isoformat() + (PARTS[part.lower()] if part else ""), day, day


def _month(year: int, month: int) -> Value:
    return f"{year}-{month:02}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year(year: int) -> Value:
    return str(year), date(year, 1, 1), date(year, 12, 31)


def _week(day: date) -> Value:
    year, week, _ = day.isocalendar()
    begin = date.fromisocalendar(year, week, 1)
    return f"{year}-W{week:02}", begin, begin + timedelta(days=6)


def _full_date(match: re.Match[str], published: date | None, text: str) -> Value | None:
    return _day(date(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")], int(match["day"])))


def _iso_date(match: re.Match[str], published: date | None, text: str) -> Value | None:
    return _day(date.fromisoformat(match.group()))


def _month_day(match: re.Match[str], published: date | None, text: str) -> Value | None:
    """«June 9»: the last one, but the next if it is near or the clause speaks of what is to come."""
    month, day = MONTHS[match["month"].lower().rstrip(".")], int(match["day"])
    if published is None:
        return f"XXXX-{date(LEAP_YEAR, month, day):%m-%d}", None, None
    days = [found for year in range(published.year - 4, published.year + 5) if (found := _real_day(year, month, day))]
    past = max((found for found in days if found <= published), default=None)
    coming = min((found for found in days if found > published), default=None)
    if past is None or coming is None:
        return None
    near = (coming - published).days <= SOON < (published - past).days
    return _day(coming if near or _speaks_of_future(text, match.start()) else past)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_year(match: re.Match[str], published: date | None, text: str) -> Value | None:
    return _month(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")])


def _month_alone(match: re.Match[str], published: date | None, text: str) -> Value | None:
    month = MONTHS[match["month"].lower().rstrip(".")]
    if published is None:
        return f"XXXX-{month:02}", None, None
    shift = {"last": 0, "this": 0, "next": 1}.get((match["which"] or "").lower(), 0)
    year = published.year + shift if month <= published.month else published.year - 1 + shift
    if (
        not match["which"]
        and month > published.month
        and month - published.month <= 2
        and _speaks_of_future(text, match.start())
    ):
        year = published.year
    if (match["which"] or "").lower() == "last" and month == published.month:
        year -= 1
    if (match["which"] or "").lower() == "this":
        year = published.year
    return _month(year, month)


def _speaks_of_future(text: str, position: int) -> bool:
    sentence_start = max(text.rfind(".", 0, position), text.rfind("\n", 0, position))
    ahead = FUTURE.search(text[max(sentence_start + 1, position - 80) : position])
    return ahead is not None and PAST.search(ahead["between"]) is None


def _weekday(match: re.Match[str], published: date | None, text: str) -> Value | None:
    number = WEEKDAYS[match["weekday"].lower()]
    part = match["part"]
    if published is None:
        return f"XXXX-WXX-{number + 1}" + (PARTS[part.lower()] if part else ""), None, None
    which = (match["which"] or "").lower()
    if which in ("next", "coming", "this coming") or (not which and _speaks_of_future(text, match.start())):
        ahead = (number - published.weekday()) % 7
        return _day(published + timedelta(days=ahead or (7 if which else 0)), part)
    back = (published.weekday() - number) % 7
    if which in ("last", "past") and back == 0:
        back = 7
    return _day(published - timedelta(days=back), part)


def _near_day(match: re.Match[str], published: date | None, text: str) -> Value | None:
    word = match["near"].lower()
    if published is None:
        return {"yesterday": "PAST_REF", "tomorrow": "FUTURE_REF"}.get(word, "PRESENT_REF"), None, None
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    value, begin, end = _day(published + timedelta(days=shift), match["part"])
    return value + ("TNI" if word == "tonight" else ""), begin, end


def _last_unit(match: re.Match[str], published: date | None, text: str) -> Value | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    shift = {"last": -1, "past": -1, "next": 1, "this": 0}[which]
    if published is None:
        return {-1: "PAST_REF", 1: "FUTURE_REF", 0: "PRESENT_REF"}[shift], None, None
    if unit == "week":
        return _week(published + timedelta(weeks=shift))
    if unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        return _month(index // 12, index % 12 + 1)
    return _year(published.year + shift)


def _ago(match: re.Match[str], published: date | None, text: str) -> Value | None:
    count = int(match["count"]) if match["count"].isdigit() else NUMBERS[match["count"].lower()]
    unit = match["unit"].lower()
    if published is None:
        return "PAST_REF", None, None
    if unit == "day":
        return _day(published - timedelta(days=count))
    if unit == "week":
        return _week(published - timedelta(weeks=count))
    if unit == "month":
        index = published.year * 12 + published.month - 1 - count
        return _month(index // 12, index % 12 + 1) if index // 12 in CENTURY else None
    return _year(published.year - count) if published.year - count in CENTURY else None


def _season(match: re.Match[str], published: date | None, text: str) -> Value | None:
    season = SEASONS[match["season"].lower()]
    if match["year"]:
        return f"{match['year']}-{season}", None, None
    if published is None:
        return f"XXXX-{season}", None, None
    year = published.year + {"last": -1, "next": 1, "this": 0}.get((match["which"] or "this").lower(), 0)
    return f"{year}-{season}", None, None


def _year_alone(match: re.Match[str], published: date | None, text: str) -> Value | None:
    return _year(int(match["year"]))


def _patterns() -> Iterator[tuple[re.Pattern[str], Reader]]:
    some = r"(?:\b(?:early|mid|late|earlier|later)[- ])?"
    which_day = r"(?:(?P<which>last|past|next|this|this coming|coming) )?"
    yield re.compile(rf"\b(?:{WEEKDAY},? )?{MONTH} {DAY},? {YEAR}\b"), _full_date
    yield re.compile(rf"\b{DAY} {MONTH},? {YEAR}\b"), _full_date
    yield re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b"), _iso_date
    yield re.compile(rf"\b{some}{MONTH},? (?:of )?{YEAR}\b"), _month_year
    yield re.compile(rf"\b(?:{WEEKDAY},? )?{MONTH} {DAY}\b(?![,.]?\d)(?!,? {YEAR}\b)"), _month_day
    yield re.compile(rf"\b{DAY} {MONTH}(?!\w)(?!,? {YEAR}\b)"), _month_day
    yield re.compile(rf"\b{which_day}{WEEKDAY}{PART}\b", ANY_CASE), _weekday
    yield re.compile(rf"\b(?P<near>yesterday|today|tomorrow|tonight){PART}\b", ANY_CASE), _near_day
    yield (
        re.compile(rf"\b{some}(?P<which>last|past|next|this) (?P<unit>week|month|year)\b", ANY_CASE),
        _last_unit,
    )
    yield re.compile(rf"\b{COUNT} {UNIT}s? ago\b", ANY_CASE), _ago
    some_season = r"(?P<season>spring|summer|fall|autumn|winter)(?: of)?"
    yield re.compile(rf"\b(?:(?P<which>last|this|next) )?{some_season} {YEAR}\b", ANY_CASE), _season
    yield re.compile(rf"\b(?P<which>last|this|next) {some_season}(?: {YEAR})?\b", ANY_CASE), _season
    after = "|".join(rf"(?<=\b{word} )" for word in TIME_PREPOSITIONS)
    part = r"(?:early |mid-|late )?"
    yield re.compile(rf"\b(?:(?P<which>last|this|next) |(?:{after}){part}){MONTH}(?!\w)(?!(?<=May)'s)"), _month_alone
    yield re.compile(rf"(?:{after}){part}{YEAR}\b(?!-)"), _year_alone


PATTERNS: list[tuple[re.Pattern[str], Reader]] = list(_patterns())
