"""Who said what, as the reader model sees it: a cue, and the source and content that it points at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newsgraph.extract.reader.marks import Marks
from newsgraph.extract.reader.pairs import Floats
from newsgraph.extract.reader.spans import WordRange, find_spans

LONGEST_SOURCE = 30
# How many first and last words are weighed against each other.
TRIED = 8
# Taken from the scores of «no cue» and «no content»: chosen on the dev part of PolNeAR for whole attributions and cues.
CUE_SEED, CUE_GROW, CONTENT_SEED = -0.2, 1.5, -0.7


@dataclass(frozen=True, slots=True)
class Attribution:
    """Ranges of words or tokens; ``source`` is ``None`` when the text names none; the weakest part's ``confidence``."""

    cue: WordRange
    source: WordRange | None
    content: WordRange
    confidence: float


def find_attributions(marks: Marks, line_starts: frozenset[int]) -> list[Attribution]:
    """The attributions of an article in the order of their cues."""
    by_stretch: dict[WordRange, list[WordRange]] = defaultdict(list)
    for cue in find_spans(marks, "cue", line_starts, seed=CUE_SEED, grow=CUE_GROW):
        by_stretch[marks.stretch_of(cue[1] - 1)].append(cue)
    found = []
    for stretch, cues in by_stretch.items():
        pointed = {role: _pointed(marks, role, cues, stretch) for role in ("source", "content")}
        for cue, source, content in zip(cues, pointed["source"], pointed["content"], strict=True):
            if content[0] is not None:
                cue_score = float(1 - np.exp(marks.tags["cue"][cue[0] : cue[1], 0]).max())
                confidence = round(min(cue_score, content[1], source[1]), 3)
                found.append(Attribution(cue, source[0], content[0], confidence))
    return found


def find_contents(marks: Marks, line_starts: frozenset[int]) -> list[WordRange]:
    """What reads like something said, whether it has a cue or not; rather too little than too much."""
    return find_spans(marks, "content", line_starts, seed=CONTENT_SEED, grow=CONTENT_SEED)


def _pointed(
    marks: Marks, role: str, cues: Sequence[WordRange], stretch: WordRange
) -> Iterator[tuple[WordRange | None, float]]:
    """The range that each cue points at, and how sure that is; ``None`` when it points at itself."""
    anchors = [end - 1 for _, end in cues]
    all_starts = marks.pointed(f"{role}_start", anchors, stretch)
    all_ends = marks.pointed(f"{role}_end", anchors, stretch)
    first, last = stretch
    nones = []
    for cue, starts, ends in zip(cues, all_starts, all_ends, strict=True):
        own = cue[1] - 1 - first
        nones.append(float(starts[own] + ends[own]))
        within = slice(max(cue[0] - first, 0), cue[1] - first)
        starts[within] = ends[within] = -1e4
    ranges = _best_ranges(all_starts, all_ends, LONGEST_SOURCE if role == "source" else last - first)
    for none, (start, end, score) in zip(nones, ranges, strict=True):
        if none > score:
            yield None, float(np.exp(none / 2))
        else:
            yield (first + start, first + end + 1), float(np.exp(score / 2))


def _best_ranges(starts: Floats, ends: Floats, longest: int) -> Iterator[tuple[int, int, float]]:
    """For each row, first and last word of the likeliest range, out of the likeliest ends on both sides."""
    firsts = np.argsort(-starts, axis=1, kind="stable")[:, :TRIED]
    lasts = np.argsort(-ends, axis=1, kind="stable")[:, :TRIED]
    both = np.take_along_axis(starts, firsts, 1)[:, :, None] + np.take_along_axis(ends, lasts, 1)[:, None, :]
    length = lasts[:, None, :] - firsts[:, :, None]
    both[(length < 0) | (length >= longest)] = -1e5
    for row, best in enumerate(both.reshape(len(both), -1).argmax(1).tolist()):
        start, end = divmod(best, both.shape[2])
        yield int(firsts[row, start]), int(lasts[row, end]), float(both[row, start, end])
