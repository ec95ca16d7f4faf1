"""What the words around a time make of its days: «since 2015» has no end, «until Friday» no beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsgraph.extract.time_calendar import Value
from newsgraph.extract.time_forms import Words

SINCE = frozenset({"since"})
UNTIL = frozenset({"until", "till", "through", "by"})
OPENERS = frozenset({"from", "between"})
JOINTS = frozenset({"to", "until", "till", "through", "and"})
DASHES = frozenset({"-", "–", "—"})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A time and the range of its words."""

    first: int
    last: int
    value: Value


def bounded(words: Words, times: Sequence[Placed]) -> Iterator[Placed]:
    """The times with the days that their prepositions leave: both ends of «from May to June» cover the two months."""
    partners = dict(_ranges(words, times))
    for number, time in enumerate(times):
        partner = partners.get(number)
        if partner is not None:
            first, second = sorted((number, partner))
            begin, end = times[first].value.begin, times[second].value.end
            yield replace(time, value=replace(time.value, begin=begin, end=end))
        else:
            yield replace(time, value=_open_ended(time.value, words.lower[time.first - 1] if time.first else ""))


def _ranges(words: Words, times: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Pairs of times of which one opens a range that the other closes, both ways round."""
    for number in range(len(times) - 1):
        first, second = times[number], times[number + 1]
        begin, end = first.value.begin, second.value.end
        if begin is None or end is None or begin > end or second.first != first.last + 1:
            continue
        opener = words.lower[first.first - 1] if first.first else ""
        joint = words.lower[first.last]
        if joint in DASHES or (opener in OPENERS and joint in JOINTS):
            yield number, number + 1
            yield number + 1, number


def _open_ended(value: Value, before: str) -> Value:
    if value.begin is None or value.end is None:
        return value
    if before in SINCE:
        return replace(value, end=None)
    if before in UNTIL:
        return replace(value, begin=None)
    if before == "before" and value.begin > date.min:
        return replace(value, begin=None, end=value.begin - DAY)
    return value
