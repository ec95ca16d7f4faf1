"""From scores to ranges of words."""

import numpy as np
import pytest

from newsgraph.extract.reader.attributions import find_attributions
from newsgraph.extract.reader.labels import POINTERS, TAGS
from newsgraph.extract.reader.marks import Marks, SmallLayers, log_softmax, ways
from newsgraph.extract.reader.spans import find_name_spans, runs

WIDTH = 4


@pytest.mark.parametrize(
    ("tags", "line_starts", "expected"),
    [
        ([0, 1, 2, 0], (), [(1, 3)]),
        ([1, 1], (), [(0, 1), (1, 2)]),
        ([0, 2, 2], (), [(1, 3)]),
        ([1, 4, 0], (), [(0, 2)]),
        ([1, 2, 2], (2,), [(0, 2), (2, 3)]),
        ([], (), []),
    ],
)
def test_runs(tags: list[int], line_starts: tuple[int, ...], expected: list[tuple[int, int]]) -> None:
    assert list(runs(tags, frozenset(line_starts))) == expected


def marks(size: int, tags: dict[str, dict[int, str]], points: dict[str, dict[int, int]]) -> Marks:
    """Marks that say just this: tags by word, and for each pointing task from which word to which."""
    scores = {}
    for task, labels in TAGS.items():
        of_task = np.zeros((size, len(labels)), np.float32)
        of_task[:, 0] = 1
        for word, label in tags.get(task, {}).items():
            of_task[word, labels.index(label)] = 10
        scores[task] = log_softmax(of_task)
    pointers = np.zeros((size, 2 * size * len(POINTERS)), np.float32)
    for number, task in enumerate(POINTERS):
        start = number * 2 * size
        pointers[:, start + size : start + 2 * size] = np.eye(size)
        for source, target in points.get(task, {}).items():
            pointers[source, start + target] = 50
    small = SmallLayers({task: ways(np.zeros(2 * reach + 1, np.float32)) for task, reach in POINTERS.items()}, ())
    return Marks(scores, pointers, ((0, size),), small)


def test_a_name_has_the_type_that_most_of_it_bears() -> None:
    found = find_name_spans(marks(4, {"name": {0: "B-ORG", 1: "I-ORG", 2: "I-LOC"}}, {}), frozenset())
    assert found == [((0, 3), "ORG")]


def test_an_attribution_is_a_cue_with_what_it_points_at() -> None:
    # Ana said the yard closes
    read = marks(
        5,
        {"cue": {1: "B"}},
        {"source_start": {1: 0}, "source_end": {1: 0}, "content_start": {1: 2}, "content_end": {1: 4}},
    )
    (found,) = find_attributions(read, frozenset())
    assert (found.source, found.cue, found.content) == ((0, 1), (1, 2), (2, 5))


def test_a_cue_that_points_at_itself_has_no_source() -> None:
    read = marks(
        4,
        {"cue": {0: "B"}},
        {"source_start": {0: 0}, "source_end": {0: 0}, "content_start": {0: 1}, "content_end": {0: 3}},
    )
    (found,) = find_attributions(read, frozenset())
    assert found.source is None


def test_a_cue_without_content_is_no_attribution() -> None:
    read = marks(3, {"cue": {1: "B"}}, {role: {1: 1} for role in POINTERS if role.startswith(("source", "content"))})
    assert find_attributions(read, frozenset()) == []


@pytest.mark.parametrize(("first", "last"), [(0, 5), (40, 254), (7, 261)])
def test_a_way_counts_as_in_training(first: int, last: int) -> None:
    reach = POINTERS["source_start"]
    offsets = np.random.default_rng(1).normal(size=2 * reach + 1).astype(np.float32)
    small = SmallLayers({"source_start": ways(offsets)}, ())
    read = Marks({}, np.zeros((last, 2 * WIDTH * len(POINTERS)), np.float32), ((first, last),), small)
    sources = np.array([first, (first + last) // 2, last - 1])
    clipped = (np.arange(first, last)[None] - sources[:, None]).clip(-reach, reach) + reach
    assert np.array_equal(read.pointed("source_start", sources.tolist(), (first, last)), log_softmax(offsets[clipped]))
