"""How well time expressions are found and read, as TempEval-3 counts it (UzZaman et al. 2013).

``strict``: the same span. ``relaxed``: the spans share a character. ``value``: relaxed, and the same TIMEX3 value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from newsgraph.evaluate.gold import GoldArticle, GoldTime
from newsgraph.model import Span


class Timed(Protocol):
    """A time expression that was found."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""


def measure_time(pairs: Iterable[tuple[GoldArticle, Sequence[Timed]]]) -> dict[str, Any]:
    """Precision, recall and F1 by the three counts; ``by_type``: the share of the gold times read right, by type."""
    right: Counter[str] = Counter()
    gold_count = found_count = 0
    by_type: dict[str, Counter[str]] = {}
    for article, times in pairs:
        found = [time for time in times if article.is_annotated(time.span.start, time.span.end)]
        gold_count += len(article.times)
        found_count += len(found)
        for time in article.times:
            by_type.setdefault(time.type or "", Counter())["gold"] += 1
        for time, match in _matches(article.times, found):
            hits = {
                "strict": (match.span.start, match.span.end) == (time.start, time.end),
                "relaxed": True,
                "value": match.value == time.value,
            }
            right.update(name for name, hit in hits.items() if hit)
            by_type[time.type or ""].update(name for name, hit in hits.items() if hit)
    scores = {name: _scores(right[name], found_count, gold_count) for name in ("strict", "relaxed", "value")}
    return scores | {"by_type": {type_: _recalls(counts) for type_, counts in sorted(by_type.items())}}


def _matches(gold: Sequence[GoldTime], found: Sequence[Timed]) -> Iterator[tuple[GoldTime, Timed]]:
    """Pairs that share a character, each time in one pair at most: the same spans first, then the largest overlaps."""
    overlaps = []
    for number, time in enumerate(gold):
        for other, match in enumerate(found):
            shared = min(time.end, match.span.end) - max(time.start, match.span.start)
            if shared > 0:
                covered = max(time.end, match.span.end) - min(time.start, match.span.start)
                overlaps.append((covered != shared, -shared, number, other))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, _, number, other in sorted(overlaps):
        if number not in used_gold and other not in used_found:
            used_gold.add(number)
            used_found.add(other)
            yield gold[number], found[other]


def _scores(right: int, found: int, gold: int) -> dict[str, float]:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * right / (found + gold) if found + gold else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def _recalls(counts: Counter[str]) -> dict[str, float | int]:
    shares = {name: counts[name] / counts["gold"] for name in ("strict", "relaxed", "value")}
    return {"gold": counts["gold"], **shares}
