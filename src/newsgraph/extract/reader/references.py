"""What refers to what, as the reader model sees it: mentions of all kinds and their antecedents."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsgraph.extract.reader.agreement import PERSON, KnownName, cannot_be_one
from newsgraph.extract.reader.labels import MENTION_TYPES
from newsgraph.extract.reader.marks import Marks
from newsgraph.extract.reader.pairs import PRONOUN, Floats, Spread, Table, table

# As in training.
ANTECEDENTS = 200
# So many mentions are looked at together: what is compared, and so the memory, grows with the square of it.
AT_A_TIME = 1500
# Both chosen on OntoGUM's news. Taken from the score of «no mention»; and added to that of an earlier phrase of the
# same words, which the model, trained on all kinds of text, trusts too little for news.
MENTIONS_AGAINST, SAME_WORDS = 1.0, 1.5
NEVER = -1e4
# What shares no word and means so little the same was the likeliest in none of 60 articles.
UNLIKE = -2.0
WORDS_FOR_PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention in words or tokens, the whole noun phrase with its head, and its likeliest antecedent.

    ``antecedent`` numbers the mentions; ``None``: the first of its thing. ``probability`` is the antecedent's.
    """

    start: int
    end: int
    head: int
    type: str
    antecedent: int | None
    probability: float


def find_references(
    marks: Marks,
    words: Sequence[str],
    tags: Sequence[str],
    sentences: Sequence[int],
    quoted: Sequence[bool],
    names: Mapping[int, KnownName],
) -> list[Reference]:
    """The mentions of an article in the order of their heads.

    Mentions are found by their head words and tied mention to mention (Dobrovolskii 2021); ``tags`` are Penn
    Treebank's, ``sentences`` number each word's sentence, ``names`` tell what is known of the words of names.
    """
    spreads = [_as_person(spread, words) for spread in _spreads(marks, quoted)]
    found: list[Reference] = []
    for first in range(0, len(spreads), AT_A_TIME):
        begin = max(0, first - ANTECEDENTS)
        part = spreads[begin : first + AT_A_TIME]
        scores = _scores(marks, table(words, tags, sentences, part), names)[first - begin :]
        best = scores.argmax(1)
        probabilities = _probabilities(scores, best)
        for spread, antecedent, probability in zip(part[first - begin :], best, probabilities, strict=True):
            earlier = None if antecedent == len(part) else begin + int(antecedent)
            type_ = MENTION_TYPES[spread.type - 1]
            found.append(Reference(spread.start, spread.end, spread.head, type_, earlier, float(probability)))
    return found


def _scores(marks: Marks, known: Table, names: Mapping[int, KnownName]) -> Floats:
    """How much speaks for each mention's being the same as each earlier one; in the last column, as none of them."""
    size = len(known.head)
    query, key = marks.projections("antecedent")
    meaning = query[known.head] @ key[known.head].T / math.sqrt(key.shape[1])
    near = np.tri(size, k=-1, dtype=bool) & ~np.tri(size, k=-ANTECEDENTS - 1, dtype=bool)
    unlike = (meaning < UNLIKE) & (known.shared == 0) & (known.kind != PRONOUN)[:, None]
    later, earlier = np.nonzero(near & ~unlike)
    possible = ~cannot_be_one(known, names, later, earlier)
    later, earlier = later[possible], earlier[possible]
    scores = np.full((size, size + 1), NEVER, np.float32)
    scores[:, size] = 0.0
    same = (known.text[later] == known.text[earlier]) & (known.kind[later] != PRONOUN)
    looks = marks.small.pair_scores(known, later, earlier) + SAME_WORDS * same
    scores[later, earlier] = meaning[later, earlier] + looks
    return scores


def _as_person(spread: Spread, words: Sequence[str]) -> Spread:
    """What is called «he» is a person, whatever the sentence alone looks like."""
    return replace(spread, type=PERSON) if words[spread.head].lower() in WORDS_FOR_PEOPLE else spread


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
