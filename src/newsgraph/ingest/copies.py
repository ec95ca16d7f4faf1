"""Near-copies: one story that several outlets ran, whole or cut, is one origin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rensa import RMinHash

from newsgraph import ids
from newsgraph.ingest.lines import mask
from newsgraph.model import Furniture

PERMUTATIONS = 64
_SEED = 42
_SHINGLE = 5
# Two short notes on one event share most of their words without being copies.
MIN_WORDS = 30
# The part of the shorter story that stands in the longer one, as 64 numbers estimate it. Read pair by pair,
# among 28,153 articles: 0.95 joins nine pairs, seven of them copies; the other two are pages that share
# most of their text because of how they were scraped. 0.90 joins thirteen, nine of them copies, and takes a
# follow-up of the same outlet days later for one. The price, on 600 stories cut to two thirds and to half:
# 0.95 still finds 82 and 71 in 100, 0.90 finds 96 and 86. All of these articles had a part in the choice:
# none of it is a held-out figure.
MIN_CONTAINED = 0.95
# Two outlets do not write the same sentences by chance, and all the wrong pairs above were of one outlet. Read
# pair by pair among 14,000 articles of two outlets: every pair from 0.89 up was a copy, none lay between 0.61
# and 0.89. 0.75 leaves room for a wire story that an outlet cut and edited.
MIN_CONTAINED_ELSEWHERE = 0.75
# Below this likeness 64 numbers cannot tell what is contained. A story cut in half has 0.5, one cut by a
# third 0.67.
MIN_JACCARD = 0.35
# Stories that share two neighbouring minima are compared: at the least likeness that finds 98 of 100 pairs.
_BAND = 2
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def sketch(text: str, furniture: Sequence[Furniture]) -> tuple[int, ...]:
    """The story in 65 numbers: 64 minima of the hashes of its runs of five words, and how many runs there
    are.

    Empty when the story is shorter than 30 words.
    """
    words = _WORD.findall(mask(text, furniture).lower())
    if len(words) < MIN_WORDS:
        return ()
    runs = {" ".join(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}
    minima = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minima.update(sorted(runs))
    return (*minima.digest(), len(runs))


def group_copies(
    sketches: Mapping[str, tuple[int, ...]], outlets: Mapping[str, str | None] | None = None
) -> dict[str, str]:
    """The origin of each article, by its id: the same for all copies of one story, whatever the order.

    ``outlets`` names who published each; it takes less likeness to see a copy in another outlet than to tell
    an update from a follow-up in the same. An article without a sketch is an origin of its own.
    """
    published = outlets or {}
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for article_id in sorted(sketches):
        alike[sketches[article_id] or (-1, len(alike))].append(article_id)
    leaders = {members[0]: members[0] for members in alike.values()}
    for left, right in _candidates({members[0]: kept for kept, members in alike.items()}):
        low, high = sorted((_leader(leaders, left), _leader(leaders, right)))
        elsewhere = bool(published.get(left) and published.get(right)) and published[left] != published[right]
        if low != high and are_copies(sketches[left], sketches[right], elsewhere=elsewhere):
            leaders[high] = low
    return {
        member: ids.digest("origin", _leader(leaders, members[0])) for members in alike.values() for member in members
    }


def are_copies(left: tuple[int, ...], right: tuple[int, ...], *, elsewhere: bool = False) -> bool:
    """Whether one story holds nearly all of the other, by their sketches; ``elsewhere``: of two outlets."""
    same = sum(mine == yours for mine, yours in zip(left[:PERMUTATIONS], right[:PERMUTATIONS], strict=True))
    likeness = same / PERMUTATIONS
    if likeness < MIN_JACCARD:
        return False
    shared = likeness * (left[-1] + right[-1]) / (1 + likeness)
    least = MIN_CONTAINED_ELSEWHERE if elsewhere else MIN_CONTAINED
    return shared >= least * min(left[-1], right[-1])


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
