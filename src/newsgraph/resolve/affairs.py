"""Affairs: articles that tell of the same matter, by the names and the happenings that they have in common.

Articles are compared by the cosine of their words, the rarer the weightier (tf-idf, Salton and Buckley 1988), and
joined while those of two groups are alike on average (average linkage); only articles that share rare words are
compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

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
# So many articles are compared with all others at a time: memory stays flat.
AT_A_TIME = 1000


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
    alike = _alike(ordered) if len(ordered) > 1 else {}
    return {
        ordered[number].article_id: ordered[min(group)].article_id
        for group in _average_linkage(len(ordered), alike)
        for number in group
    }


def _alike(outlines: Sequence[Outline]) -> dict[tuple[int, int], float]:
    """How alike the articles are that share enough rare words within a few days; the lower number first."""
    counts = _count_words(outlines)
    articles_of_word = counts.getnnz(axis=0)
    rare = counts[:, articles_of_word <= RARE].astype(bool).astype(np.int32)
    weights = _weigh(counts, articles_of_word)
    days = np.array([each.day.toordinal() if each.day else np.nan for each in outlines])
    alike: dict[tuple[int, int], float] = {}
    for first in range(0, len(outlines), AT_A_TIME):
        shared = (rare[first : first + AT_A_TIME] @ rare.T).tocoo()
        left, right = shared.row + first, shared.col
        # an article without a day is near all
        is_candidate = (shared.data >= SHARED) & (left < right) & ~(np.abs(days[left] - days[right]) > DAYS)
        left, right = left[is_candidate], right[is_candidate]
        likeness = weights[left].multiply(weights[right]).sum(axis=1).A1
        alike.update(
            ((one, other), value)
            for one, other, value in zip(left.tolist(), right.tolist(), likeness.tolist(), strict=True)
            if value >= COMPARED
        )
    return alike


def _count_words(outlines: Sequence[Outline]) -> csr_matrix:
    """A row an article, a column a word."""
    column_of = {word: column for column, word in enumerate(sorted({w for each in outlines for w in each.words}))}
    columns = [column_of[word] for each in outlines for word in each.words]
    counts = [count for each in outlines for count in each.words.values()]
    ends = np.cumsum([0, *(len(each.words) for each in outlines)])
    matrix = csr_matrix((np.array(counts, dtype=float), columns, ends), shape=(len(outlines), len(column_of)))
    matrix.sort_indices()  # sums are of one order, whatever that of the words
    return matrix


def _weigh(counts: csr_matrix, articles_of_word: npt.NDArray[np.int64]) -> csr_matrix:
    """The counts as weights, each row of length 1."""
    weights = counts.copy()
    weights.data = (1 + np.log(counts.data)) * np.log(counts.shape[0] / articles_of_word)[counts.indices]
    lengths = np.sqrt(weights.multiply(weights).sum(axis=1).A1)
    weights.data /= np.repeat(np.where(lengths == 0, 1.0, lengths), np.diff(weights.indptr))
    return weights


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
