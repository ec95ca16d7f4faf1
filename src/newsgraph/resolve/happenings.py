"""Reports of one event: of one kind, in one affair, in the same words or about the same people, and never at odds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from newsgraph import ids
from newsgraph.model import Extraction, Happening, Realis, Role

# Two reports may date an event so many days apart: «on Monday» of the time zone, the day it was announced.
DAYS_APART = 1
# A report that names more days than this («in 2016») does not tell when it was.
LONGEST = 7
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
SHORTEST = 4


def word_stem(word: str) -> str:
    """What is left of a word without the endings of verbs and plurals: «arrests», «arrested» -> «arrest»."""
    folded = word.casefold()
    return _ENDING.sub("", folded) if len(folded) > SHORTEST else folded


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of an event: the stem of its word, its participants as (role, chain), its days."""

    event_id: str
    article_id: str
    type: str
    stem: str
    arguments: tuple[tuple[Role, str], ...]
    is_negated: bool
    begin: str | None = None
    end: str | None = None


def reports_of(extraction: Extraction) -> Iterator[Report]:
    """The events of an article as reports."""
    days = {time.id: (time.begin, time.end) for time in extraction.times}
    chain_of = {mention_id: chain.id for chain in extraction.chains for mention_id in chain.mention_ids}
    lemma_at = {t.start: lemma for t, lemma in zip(extraction.triggers, extraction.lemmas, strict=False)}
    for event in extraction.events:
        begin, end = days.get(event.time_id or "", (None, None))
        yield Report(
            event.id,
            extraction.article_id,
            event.type,
            word_stem(lemma_at.get(event.trigger.start, "")),
            tuple(sorted((a.role, chain_of[a.mention_id]) for a in event.arguments if a.mention_id in chain_of)),
            event.realis is Realis.NEGATED,
            begin[:10] if begin else None,
            end[:10] if end else None,
        )


def join_reports(
    reports: Iterable[Report], affair_of: Mapping[str, str], entity_of: Mapping[Any, str]
) -> dict[str, Happening]:
    """Event id -> what several articles tell as one event; events that one article tells alone are left out.

    ``entity_of`` maps chains to entities. Reports are joined one by one, the likest first, and a report joins only
    when it is at odds with none that is there.
    """
    blocks: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.event_id):
        told = _Told.of(report, entity_of)
        blocks[affair_of.get(report.article_id, report.article_id), report.type].append(told)
    found: dict[str, Happening] = {}
    for _, block in sorted(blocks.items()):
        for group in _groups(block):
            if len({told.report.article_id for told in group}) > 1:
                happening = _happening(group)
                found.update((told.report.event_id, happening) for told in group)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    report: Report
    participants: frozenset[tuple[Role, str]]
    actors: frozenset[str]

    @classmethod
    def of(cls, report: Report, entity_of: Mapping[Any, str]) -> _Told:
        parts = frozenset((role, entity_of[chain_id]) for role, chain_id in report.arguments)
        return cls(report, parts, frozenset(entity for role, entity in parts if role is not Role.PLACE))

    def in_role(self, role: Role) -> frozenset[str]:
        return frozenset(entity for own, entity in self.participants if own is role)

    @property
    def days(self) -> tuple[date, date] | None:
        if not (self.report.begin and self.report.end):
            return None
        return date.fromisoformat(self.report.begin), date.fromisoformat(self.report.end)


def _are_at_odds(left: _Told, right: _Told) -> bool:
    """Whether two reports cannot be of one event: others take part in one role, on other days, or it did not happen."""
    if left.report.is_negated != right.report.is_negated:
        return True
    for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.PLACE):
        mine, yours = left.in_role(role), right.in_role(role)
        if mine and yours and mine.isdisjoint(yours):
            return True
    if left.days and right.days:
        gap = timedelta(days=DAYS_APART)
        return left.days[1] + gap < right.days[0] or right.days[1] + gap < left.days[0]
    return False


def _likeness(left: _Told, right: _Told) -> int:
    """How much speaks for one event: shared actors, the same word; 0: nothing."""
    same_word = bool(left.report.stem) and left.report.stem == right.report.stem
    shared = len(left.actors & right.actors)
    if not shared and not (same_word and not (left.actors and right.actors)):
        return 0
    return 2 * shared + same_word


def _groups(block: Sequence[_Told]) -> list[list[_Told]]:
    group_of = {told.report.event_id: [told] for told in block}
    pairs = ((_likeness(left, right), left, right) for left, right in combinations(block, 2))
    alike = [(likeness, left, right) for likeness, left, right in pairs if likeness]
    alike.sort(key=lambda each: (-each[0], each[1].report.event_id, each[2].report.event_id))
    for _, left, right in alike:
        one, other = group_of[left.report.event_id], group_of[right.report.event_id]
        if one is not other and not any(_are_at_odds(a, b) for a in one for b in other):
            one += other
            group_of.update((told.report.event_id, one) for told in other)
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group, key=lambda told: told.report.event_id) for group in unique.values()]


def _happening(group: Sequence[_Told]) -> Happening:
    """The event of a group: everybody who takes part in some report, the days that most reports give."""
    participants = tuple(sorted({part for told in group for part in told.participants}))
    days = Counter(told.days for told in group if told.days)
    # The day rather than the month it lay in, then what most say, then the first.
    best = min(days, key=lambda d: ((d[1] - d[0]).days >= LONGEST, -days[d], d), default=None)
    first = group[0].report
    days_told = (best[0].isoformat(), best[1].isoformat()) if best else (None, None)
    return Happening(ids.digest("happening", first.event_id, length=16), first.type, participants, *days_told)
