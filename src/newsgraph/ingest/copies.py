"""Near-copies: one story that several outlets ran, whole or cut, is one origin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rensa import RMinHash

from newsgraph import ids
from newsgraph.ingest.lines import mask
from newsgraph.model import Furniture

PERMUTATIONS = 64
_SEED = 42
_SHINGLE = 5
_STORIES_KEPT = 64
# Two short notes on one event share most of their words without being copies.
MIN_WORDS = 30
# The part of the shorter story, in runs of five words, that stands in the longer one. Read pair by pair among 9,997
# articles of two years: every pair of two outlets from 0.9 up was a copy; none lay between 0.62 and 0.9; below, tweets
# and speeches that both quote. A story of which a fifth was rewritten has some 0.75.
MIN_CONTAINED_ELSEWHERE = 0.66
# Two outlets that name one agency within a few days print its story, however they cut and edit it.
MIN_CONTAINED_OF_AGENCY = 0.45
# An agency is named at the beginning («HARBOR (AP) —») or in the last words of a story.
CREDIT_REACH = 300
AGENCIES = {
    "AP": ("(AP)", "Associated Press"),
    "Reuters": ("(Reuters)", "Reuters"),
    "AFP": ("(AFP)", "Agence France-Presse"),
    "UPI": ("(UPI)", "United Press International"),
    "Bloomberg": ("(Bloomberg)", "Bloomberg News"),
}
# One outlet reuses its own paragraphs months later: there, only what came out within so many days is an update of the
# story at this part, and anything else has to be nearly all the same.
MIN_CONTAINED_UPDATE = 0.72
UPDATE_DAYS = 3
MIN_CONTAINED = 0.95
# 64 numbers tell what is contained to some 0.1 only: so far below the bar the stories themselves are compared.
SLACK = 0.25
# Below this likeness 64 numbers cannot tell what is contained. A story cut in half has 0.5, one cut by a third and
# rewritten by a fifth 0.35.
MIN_JACCARD = 0.25
# Stories that share two neighbouring minima are compared: at the least likeness that finds 98 of 100 pairs.
_BAND = 2
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def runs_of(text: str, furniture: Sequence[Furniture]) -> frozenset[str]:
    """The story's runs of five words, folded; none when it is shorter than 30 words."""
    words = _WORD.findall(mask(text, furniture).lower())
    if len(words) < MIN_WORDS:
        return frozenset()
    return frozenset(" ".join(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1))


def sketch(text: str, furniture: Sequence[Furniture]) -> tuple[int, ...]:
    """The story in 65 numbers: 64 minima of the hashes of its runs of five words, and how many runs there
    are.

    Empty when the story is shorter than 30 words.
    """
    runs = runs_of(text, furniture)
    if not runs:
        return ()
    minima = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minima.update(sorted(runs))
    return (*minima.digest(), len(runs))


@dataclass(frozen=True, slots=True)
class Printed:
    """Where and on which day a story came out, and which agency it credits; what is not known is ``None``."""

    outlet: str | None = None
    day: date | None = None
    agency: str | None = None

    def is_elsewhere(self, other: Printed) -> bool:
        """Whether it came out in two outlets for sure."""
        return bool(self.outlet and other.outlet) and self.outlet != other.outlet

    def is_near(self, other: Printed) -> bool:
        """Whether the two came out within a few days."""
        return self.day is not None and other.day is not None and abs((self.day - other.day).days) <= UPDATE_DAYS


def credited_agency(text: str, outlet: str | None) -> str | None:
    """The agency that a story names as its source, or that publishes it."""
    ends = f"{text[:CREDIT_REACH]} {text[-CREDIT_REACH:]}"
    for agency, (mark, name) in AGENCIES.items():
        if mark in ends or outlet in (agency, name):
            return agency
    return None


def group_copies(
    sketches: Mapping[str, tuple[int, ...]],
    printed: Mapping[str, Printed],
    runs: Callable[[str], frozenset[str]],
) -> dict[str, str]:
    """The origin of each article, by its id: the same for all copies of one story, whatever the order.

    Sketches tell which articles may be copies, ``runs`` gives the story of an article (``runs_of``) to make sure. An
    article without a sketch is an origin of its own.
    """
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for article_id in sorted(sketches):
        alike[sketches[article_id] or (-1, len(alike))].append(article_id)
    leaders = {members[0]: members[0] for members in alike.values()}
    read = lru_cache(maxsize=_STORIES_KEPT)(runs)
    for left, right in _candidates({members[0]: kept for kept, members in alike.items()}):
        low, high = sorted((_leader(leaders, left), _leader(leaders, right)))
        least = _least_contained(printed.get(left, Printed()), printed.get(right, Printed()))
        if low == high or _estimate_contained(sketches[left], sketches[right]) < least - SLACK:
            continue
        if _contained(read(left), read(right)) >= least:
            leaders[high] = low
    return {
        member: ids.digest("origin", _leader(leaders, members[0])) for members in alike.values() for member in members
    }


def _least_contained(left: Printed, right: Printed) -> float:
    """How much of the shorter story has to stand in the longer one."""
    if left.is_elsewhere(right):
        of_agency = left.agency is not None and left.agency == right.agency and left.is_near(right)
        return MIN_CONTAINED_OF_AGENCY if of_agency else MIN_CONTAINED_ELSEWHERE
    return MIN_CONTAINED_UPDATE if left.is_near(right) else MIN_CONTAINED


def _contained(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / (min(len(left), len(right)) or 1)


def _estimate_contained(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """The part of the shorter story that stands in the longer one, by their sketches; 0: too little to tell."""
    same = sum(mine == yours for mine, yours in zip(left[:PERMUTATIONS], right[:PERMUTATIONS], strict=True))
    likeness = same / PERMUTATIONS
    if likeness < MIN_JACCARD:
        return 0.0
    return likeness * (left[-1] + right[-1]) / (1 + likeness) / min(left[-1], right[-1])


def _candidates(sketches: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs that share a band, in an order of their own."""
    bands: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for article_id, numbers in sorted(sketches.items()):
        if len(numbers) > PERMUTATIONS:
            for start in range(0, PERMUTATIONS, _BAND):
                bands[start, *numbers[start : start + _BAND]].append(article_id)
    for members in bands.values():
        for position, left in enumerate(members):
            for right in members[position + 1 :]:
                yield left, right


def _leader(leaders: dict[str, str], article_id: str) -> str:
    """The lowest id of the group, which is where the chain of leaders ends."""
    while leaders[article_id] != article_id:
        leaders[article_id] = leaders[leaders[article_id]]
        article_id = leaders[article_id]
    return article_id
