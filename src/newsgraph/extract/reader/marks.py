"""The reader model at work: an article's words in, scores of all its marks out. Runs in onnxruntime, on one core."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.lib.stride_tricks import sliding_window_view

from newsgraph.extract.reader.labels import POINTERS, TAGS
from newsgraph.extract.reader.pairs import Floats, Integers, Table, first_layer
from newsgraph.extract.reader.segments import LONGEST, load_tokenizer, segment

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Marks:
    """Scores of an article's words: log probabilities of each task's tags, and what the pointing tasks compare.

    ``stretches`` are the ranges of words that were read together; pointers never lead out of one.
    """

    tags: dict[str, Floats]
    pointers: Floats
    stretches: tuple[tuple[int, int], ...]
    small: SmallLayers

    def best(self, task: str) -> list[int]:
        """The likeliest tag of each word."""
        best: list[int] = self.tags[task].argmax(1).tolist()
        return best

    def stretch_of(self, word: int) -> tuple[int, int]:
        """The stretch that a word stands in."""
        return next(stretch for stretch in self.stretches if stretch[0] <= word < stretch[1])

    def projections(self, task: str) -> tuple[Floats, Floats]:
        """For each word, what it asks and what it answers in a pointing task."""
        width = self.pointers.shape[1] // (2 * len(POINTERS))
        start = list(POINTERS).index(task) * 2 * width
        return self.pointers[:, start : start + width], self.pointers[:, start + width : start + 2 * width]

    def pointed(self, task: str, sources: Sequence[int], stretch: tuple[int, int]) -> Floats:
        """Log probabilities that each of some words points at each word of their stretch."""
        first, last = stretch
        query, key = self.projections(task)
        scores = query[list(sources)] @ key[first:last].T / math.sqrt(key.shape[1])
        of_first = first - np.array(sources) + POINTERS[task] + LONGEST
        scores += self.small.offsets[task][of_first, : last - first]
        return log_softmax(scores)


@dataclass(frozen=True, slots=True)
class SmallLayers:
    """The layers that compare words: too small and too irregular for the big model's file.

    ``offsets``: what the way from one word to another speaks for in a pointing task; the row ``reach + LONGEST + way``
    begins with that way's own and goes on with those of the words behind.
    """

    offsets: dict[str, Floats]
    pair: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]

    def pair_scores(self, mentions: Table, later: Integers, earlier: Integers) -> Floats:
        """How much the looks of two mentions speak for one thing, for each pair."""
        (weight, bias), (last_weight, last_bias) = self.pair
        scores = [
            np.maximum(hidden, 0, out=hidden) @ last_weight[0]
            for hidden in first_layer(mentions, later, earlier, weight, bias)
        ]
        whole: Floats = np.concatenate([np.zeros(0, np.float32), *scores]) + last_bias[0]
        return whole


def log_softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


class ReaderModel:
    """The weights, loaded once."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._small = _small_layers(folder / "small.npz")

    def read(self, lines: Sequence[Sequence[str]]) -> Marks:
        """Mark an article given as lines of words.

        Each stretch is read by itself: the numbers that the model's whole arithmetic is scaled by are those of the
        stretch alone, so an article's marks do not depend on the articles beside it.
        """
        stretches, tags, pointers = [], [], []
        for one in segment(self._tokenizer, lines):
            inputs = {"pieces": one.pieces[None], "shapes": one.shapes[None], "firsts": one.firsts}
            of_tags, of_pointers = self._session.run(None, inputs)
            stretches.append((one.start, one.end))
            tags.append(of_tags)
            pointers.append(of_pointers)
        width = sum(map(len, TAGS.values()))
        scores = np.concatenate(tags) if tags else np.zeros((0, width), np.float32)
        by_task, start = {}, 0
        for task, labels in TAGS.items():
            by_task[task] = log_softmax(scores[:, start : start + len(labels)]) if tags else scores[:, : len(labels)]
            start += len(labels)
        whole = np.concatenate(pointers) if pointers else np.zeros((0, 2 * len(POINTERS)), np.float32)
        return Marks(by_task, whole, tuple(stretches), self._small)


def _small_layers(path: Path) -> SmallLayers:
    with np.load(path) as arrays:
        return SmallLayers(
            offsets={task: ways(arrays[f"offsets.{task}"]) for task, reach in POINTERS.items() if reach},
            pair=(
                (arrays["pair.0.weight"], arrays["pair.0.bias"]),
                (arrays["pair.2.weight"], arrays["pair.2.bias"]),
            ),
        )


def ways(offsets: Floats) -> Floats:
    """What each way speaks for, in rows as ``SmallLayers`` has them; further than ``offsets`` reach as their ends."""
    return sliding_window_view(np.pad(offsets, LONGEST, mode="edge"), LONGEST)


@cache
def reader_model() -> ReaderModel:
    """The model in the package, loaded when it is first needed."""
    return ReaderModel()
