"""Dates of publication: always ISO, never guessed from the clock."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import dateparser

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?", re.DOTALL)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\D.*)?", re.DOTALL)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")
_FILE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_PUBLISHED = re.compile(
    rf"(?:(?:First )?(?:Published"
    rf"|Posted)(?: on)?:? )?{_WEEKDAY}({DAY})(?:,? (?:at )?\d{{1,2}}[:.]\d{{2}}.{{0,20}})?",
    re.IGNORECASE,
)
_DATELINE = re.compile(rf"[A-Z][A-Z.,' ]{{2,40}},? \(?({DAY})\)? ?(?:\([A-Z][\w ]{{1,30}}\) ?)?[-–—] ?\S")
# A date of publication stands above the story or nowhere.
_HEAD_LINES = 8


def iso_date(value: str) -> str | None:
    """The day of an ISO date or time: «2017-05-30T23:30:00-04:00» -> «2017-05-30»; ``None``: not one."""
    found = _ISO.fullmatch(value.strip()) or _COMPACT.fullmatch(value.strip())
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read_date(value: str) -> str | None:
    """The day that a date in English stands for: «May 30, 2017» -> «2017-05-30».

    ``None`` when a part is missing («May 30»), when it is relative («yesterday»), and when day and month
    cannot be told apart («5/6/2017»).
    """
    text = value.strip()
    if not text or len(text) > 80:  # noqa: PLR2004 - a date with its weekday, time and zone takes half of it
        return None
    if text[0].isdigit() and (_ISO.fullmatch(text) or _COMPACT.fullmatch(text)):
        return iso_date(text)
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed_date(*slashed.groups())
    if not _YEAR.search(text):
        return None
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"}
    parsed = dateparser.parse(text, languages=["en"], settings=settings)
    return parsed.date().isoformat() if parsed else None


def _slashed_date(first: str, second: str, year: str) -> str | None:
    """«30/5/2017» and «5/30/2017» are plain; «5/6/2017» is a day in May or in June."""
    months_in_year = 12
    if first != second and int(first) <= months_in_year and int(second) <= months_in_year:
        return None
    month_first = int(first) <= months_in_year
    return _day(year, first, second) if month_first else _day(year, second, first)


def date_of_file_name(name: str) -> str | None:
    """«2017-05-30-report.txt» -> «2017-05-30»."""
    found = _FILE_NAME.match(name)
    return iso_date(found.group(1)) if found else None


def date_of_text(text: str) -> str | None:
    """The date that the page states above its story: «Published May 30, 2017», «WASHINGTON, May 30, 2017 —
    …».
    """
    lines = [" ".join(line.split()) for line in text[:5000].splitlines() if line.strip()]
    for line in lines[:_HEAD_LINES]:
        found = _PUBLISHED.fullmatch(line) or _DATELINE.match(line)
        if found:
            return read_date(found.group(1))
    return None
