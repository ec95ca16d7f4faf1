"""How long, how often, and times that are neither: «two years», «every Monday», «now»."""

from __future__ import annotations

from newsgraph.extract.time_calendar import CLOCK_LETTERS, DURATION, SET, VAGUE, Value, duration
from newsgraph.extract.time_numbers import count_of
from newsgraph.extract.time_story import Form, Reader, category

# What half a unit adds to a duration: «2 1/2 years» P2Y6M.
HALVES = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}


def duration_of(form: Form) -> Value | None:
    """«two years», «the past few weeks», «2 1/2 hours», «the next two to three months», «the year»."""
    named, words = form.word("unit") or form.words[-1], form.groups.get("count")
    unit = str(category("unit")[named])
    count = count_of(words) if words else (None if named.endswith("s") else 1)
    if unit == "quarter" and "-" in form.words:  # «three-quarters of its food»
        return None
    if words and words[0] == "half" and unit in HALVES:
        return Value(("PT" if unit in CLOCK_LETTERS else "P") + HALVES[unit], DURATION)
    value = duration(VAGUE if count is None else str(count), unit)
    halved = form.word("half") or (form.word("upper"), form.word("lower")) == ("1", "2")
    return Value(value + HALVES.get(unit, "") if halved else value, DURATION)


def set_of(form: Form) -> Value | None:
    """«every day», «each Monday», «Tuesday nights»."""
    if form.word("counted") or form.word("unit"):
        unit = str(form.meaning("unit", "counted"))
        return Value(duration("2" if form.has("other") else "1", unit), SET)
    number = form.meaning("weekday") if form.word("weekday") else form.meaning("weekdays")
    return Value(f"XXXX-WXX-{number + 1}{form.meaning('part') or form.meaning('parts') or ''}", SET)


def adverb(form: Form) -> Value | None:
    """«daily», «annually»."""
    return Value(str(form.meaning("adverb")), SET)


def reference(form: Form) -> Value | None:
    """«now», «recently», «soon»."""
    return Value(form.value)


LENGTHS: dict[str, Reader] = {
    "duration": duration_of,
    "vague_duration": duration_of,
    "set": set_of,
    "adverb": adverb,
    "reference": reference,
}
