"""Affairs: articles that tell of the same matter, by the names and the happenings that they have in common.

Articles are compared by the cosine of their words, the rarer the weightier (tf-idf, Salton and Buckley 1988), and
joined while those of two groups are alike on average (average linkage); only articles that share rare words are
compared.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from newsgraph.model import Extraction

# How alike the articles of an affair are on average, and two articles at least to be looked at together.
ALIKE = 0.16
COMPARED = 0.12
# Words in more articles than this bring no two together; those that are must share so many others.
RARE = 60
SHARED = 2
# Reports of one affair come within so many days.
DAYS = 5
# Groups that grow beyond this are no affair but a subject.
LARGEST = 200

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """What an article is compared by: names and happenings with their numbers, and its day where it is known."""

    article_id: str
    words: Mapping[str, int]
    day: date | None = None


def outline(extraction: Extraction, day: str = "") -> Outline:
    """The outline of an article; ``day`` is an ISO date, or empty."""
    words = Counter(f"name {chain.name.casefold()}" for chain in extraction.chains if chain.name[:1].isupper())
    words.update(f"does {lemma}" for lemma in extraction.lemmas)
    return Outline(extraction.article_id, words, date.fromisoformat(day[:10]) if day else None)


def group_affairs(outlines: Sequence[Outline]) -> dict[str, str]:
    """Article -> the lowest article id of its affair."""
    ordered = sorted(outlines, key=lambda each: each.article_id)
    weights = _weigh(ordered)
    alike: dict[tuple[int, int], float] = {}
    for left, right in _candidates(ordered):
        if (likeness := _cosine(weights[left], weights[right])) >= COMPARED:
            alike[left, right] = likeness
    return {
        ordered[number].article_id: ordered[min(group)].article_id
        for group in _average_linkage(len(ordered), alike)
        for number in group
    }


def _weigh(outlines: Sequence[Outline]) -> list[Weights]:
    seen = Counter(word for each in outlines for word in each.words)
    weights: list[Weights] = []
    for each in outlines:
        raw = {w: (1 + math.log(n)) * math.log(len(outlines) / seen[w]) for w, n in sorted(each.words.items())}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        weights.append({word: weight / length for word, weight in raw.items()})
    return weights


def _cosine(left: Weights, right: Weights) -> float:
    # fsum: the order of the words must not change the last digit
    return math.fsum(left[word] * right[word] for word in left.keys() & right.keys())


def _candidates(outlines: Sequence[Outline]) -> Iterator[tuple[int, int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(outlines):
        for word in each.words:
            holders[word].append(number)
    days = [each.day.toordinal() if each.day else None for each in outlines]
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= RARE:
            shared.update(_near(numbers, days))
    return (pair for pair, count in sorted(shared.items()) if count >= SHARED)


def _near(numbers: Sequence[int], days: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """The pairs, the lower number first, whose days are near; an article without a day is near all."""
    undated = [number for number in numbers if days[number] is None]
    dated = sorted((day, number) for number in numbers if (day := days[number]) is not None)
    yield from combinations(undated, 2)
    for number in undated:
        yield from ((min(number, other), max(number, other)) for _, other in dated)
    first = 0
    for place, (day, number) in enumerate(dated):
        while dated[first][0] < day - DAYS:
            first += 1
        yield from ((min(number, other), max(number, other)) for _, other in dated[first:place])


def _average_linkage(size: int, alike: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of numbers, joined from the likest pair on while all pairs between two groups average ``ALIKE``."""
    group_of = list(range(size))
    members = {number: [number] for number in range(size)}
    for (left, right), likeness in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        one, other = group_of[left], group_of[right]
        if likeness < ALIKE or one == other or len(members[one]) + len(members[other]) > LARGEST:
            continue
        pairs = [tuple(sorted((a, b))) for a in members[one] for b in members[other]]
        if sum(alike.get((a, b), 0.0) for a, b in pairs) >= ALIKE * len(pairs):
            kept, gone = min(one, other), max(one, other)
            for number in members[gone]:
                group_of[number] = kept
            members[kept] += members.pop(gone)
    return list(members.values())
