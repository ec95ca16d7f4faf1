"""What refers to what, as the reader model sees it: mentions of all kinds and their antecedents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsgraph.extract.reader.labels import MENTION_TYPES
from newsgraph.extract.reader.marks import Marks
from newsgraph.extract.reader.pairs import PRONOUN, Floats, Spread, table

# As in training.
ANTECEDENTS = 200
# Both chosen on OntoGUM's news. Taken from the score of «no mention»; and added to that of an earlier phrase of the
# same words, which the model, trained on all kinds of text, trusts too little for news.
MENTIONS_AGAINST, SAME_WORDS = 1.0, 1.5


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention in words, whole noun phrase, with its likeliest antecedent.

    ``antecedent`` numbers the mentions; ``None``: the first of its thing. ``probability`` is the antecedent's.
    """

    start: int
    end: int
    head: int
    type: str
    antecedent: int | None
    probability: float


def find_references(
    marks: Marks, words: Sequence[str], tags: Sequence[str], sentences: Sequence[int], quoted: Sequence[bool]
) -> list[Reference]:
    """The mentions of an article in the order of their heads.

    Mentions are found by their head words and tied mention to mention (Dobrovolskii 2021); ``tags`` are Penn
    Treebank's, ``sentences`` number each word's sentence.
    """
    spreads = _spreads(marks, quoted)
    if not spreads:
        return []
    known = table(words, tags, sentences, spreads)
    size = len(spreads)
    near = np.tri(size, k=-1, dtype=bool) & ~np.tri(size, k=-ANTECEDENTS - 1, dtype=bool)
    later, earlier = np.nonzero(near)
    query, key = marks.projections("antecedent")
    heads = [spread.head for spread in spreads]
    meaning = query[heads] @ key[heads].T / math.sqrt(key.shape[1])
    scores = np.full((size, size + 1), -1e4, np.float32)
    scores[:, size] = 0.0
    same = (known.text[later] == known.text[earlier]) & (known.kind[later] != PRONOUN)
    looks = marks.small.pair_scores(known, later, earlier) + SAME_WORDS * same
    scores[later, earlier] = meaning[later, earlier] + looks
    best = scores.argmax(1)
    probabilities = _probabilities(scores, best)
    return [
        Reference(
            spread.start,
            spread.end,
            spread.head,
            MENTION_TYPES[spread.type - 1],
            None if best[number] == size else int(best[number]),
            float(probabilities[number]),
        )
        for number, spread in enumerate(spreads)
    ]


def _probabilities(scores: Floats, best: np.ndarray) -> Floats:
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    result: Floats = shifted[np.arange(len(best)), best] / shifted.sum(1)
    return result


def _spreads(marks: Marks, quoted: Sequence[bool]) -> list[Spread]:
    """The noun phrases around the words that are heads."""
    types = (marks.tags["mention"] - np.eye(1, len(MENTION_TYPES) + 1) * MENTIONS_AGAINST).argmax(1).tolist()
    found = []
    for first, last in marks.stretches:
        heads = [word for word in range(first, last) if types[word] > 0]
        if not heads:
            continue
        starts = marks.pointed("mention_start", heads, (first, last))
        ends = marks.pointed("mention_end", heads, (first, last))
        places = np.arange(first, last)[None, :]
        at = np.array(heads)[:, None]
        start = np.where(places <= at, starts, -1e5).argmax(1) + first
        end = np.where(places >= at, ends, -1e5).argmax(1) + first + 1
        found += [Spread(int(start[n]), int(end[n]), head, types[head], quoted[head]) for n, head in enumerate(heads)]
    return found
