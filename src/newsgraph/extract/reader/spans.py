"""From the reader's scores to spans of words: names, cues, triggers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from newsgraph.extract.reader.labels import NAME_TYPES
from newsgraph.extract.reader.marks import Marks
from newsgraph.extract.reader.pairs import Floats

WordRange = tuple[int, int]


def runs(tags: Sequence[int], line_starts: frozenset[int] = frozenset()) -> Iterator[WordRange]:
    """Ranges of words from tags: odd ones begin a range, even ones go on with it; none crosses a line's start."""
    start: int | None = None
    for number, tag in enumerate(tags):
        if start is not None and (tag == 0 or tag % 2 == 1 or number in line_starts):
            yield start, number
            start = None
        if tag != 0 and start is None:
            start = number
    if start is not None:
        yield start, len(tags)


def find_name_spans(marks: Marks, line_starts: frozenset[int]) -> list[tuple[WordRange, str]]:
    """The names with their types; words that go on with a name of another type are outvoted."""
    scores = marks.tags["name"]
    found = []
    for start, end in runs(marks.best("name"), line_starts):
        votes = [_vote(scores[start:end], number) for number in range(len(NAME_TYPES))]
        found.append(((start, end), NAME_TYPES[int(np.argmax(votes))]))
    return found


def _vote(scores: Floats, number: int) -> float:
    begins, goes_on = 1 + 2 * number, 2 + 2 * number
    return float(scores[0, begins] + scores[1:, goes_on].sum())


def find_spans(
    marks: Marks, task: str, line_starts: frozenset[int], *, seed: float = 0.0, grow: float = 0.0
) -> list[WordRange]:
    """The ranges of a task with one kind of span: grown around words that surely belong to one.

    What is taken from the score of «none» is ``seed`` for a word that shall begin the search, ``grow`` for those that
    go with it.
    """
    scores = marks.tags[task]
    sure = scores[:, 1:].max(1) > scores[:, 0] - seed
    found = runs((scores - np.array([grow, 0.0, 0.0], np.float32)).argmax(1).tolist(), line_starts)
    return [(start, end) for start, end in found if sure[start:end].any()]
