"""How much of a web page's story is read, and how much of what is read is story.

Two measures, each as its makers define it: shingles of four words against a whole text (article extraction
benchmark), and passages that must and must not be there (trafilatura).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from newsgraph.evaluate.readers.web_pages import holds_whole_texts, read_passages, read_whole_texts
from newsgraph.evaluate.scores import DIGITS, Scores
from newsgraph.ingest import ReadOptions, SourceFile
from newsgraph.ingest.furniture import story_of
from newsgraph.ingest.pages import read_html
from newsgraph.model import Article

_SHINGLE = 4
_WORD = re.compile(r"\w+")
# A page counts by its story, whatever it is written in.
_OPTIONS = ReadOptions(languages=None)

Cleaner = Callable[[Path], str]


class Counts(NamedTuple):
    """What was found and is right, what was found and is wrong, what was missed; counts or shares."""

    right: float
    wrong: float
    missed: float


def measure_clean(folder: Path, limit: int | None = None, *, clean: Cleaner | None = None) -> Scores:
    """Precision, recall and F1 of the story text over the marked pages of a folder, the first ``limit`` of them.

    ``clean`` reads a page's story; newsgraph's own reading when it is not given.

    Raises:
        GoldError: when the folder holds no marked web pages.
    """
    clean = clean or read_story
    if holds_whole_texts(folder):
        return _measure_shingles(folder, limit, clean)
    return _measure_passages(folder, limit, clean)


def read_story(page: Path) -> str:
    """The story that newsgraph reads from a page, without its furniture; empty when the page is skipped."""
    (found,) = read_html(SourceFile(page, str(page)), _OPTIONS)
    return story_of(found.text, found.furniture) if isinstance(found, Article) else ""


def compare_shingles(gold: str, found: str) -> Counts:
    """Shares of the four-word sequences of both texts together: in both, only found, only gold.

    A sequence that is printed twice counts twice. Shares, so that a long page weighs no more than a short one.
    """
    expected, seen = _shingles(gold), _shingles(found)
    total = (expected | seen).total()
    if not total:
        return Counts(0, 0, 0)
    return Counts(
        (expected & seen).total() / total, (seen - expected).total() / total, (expected - seen).total() / total
    )


def count_passages(wanted: Sequence[str], unwanted: Sequence[str], found: str) -> Counts:
    """How many wanted passages are in the text, how many unwanted ones are, how many wanted ones are not."""
    text = " ".join(found.split())
    right = sum(" ".join(passage.split()) in text for passage in wanted)
    wrong = sum(" ".join(passage.split()) in text for passage in unwanted)
    return Counts(right, wrong, len(wanted) - right)


def _measure_shingles(folder: Path, limit: int | None, clean: Cleaner) -> Scores:
    """Means over pages of precision (where text was found) and of recall (where there is some); F1 of the means."""
    pages: list[Counts] = []
    words = 0
    for marked in islice(read_whole_texts(folder), limit):
        story = clean(marked.page)
        words += len(story.split())
        pages.append(compare_shingles(marked.text, story))
    precisions = [page.right / (page.right + page.wrong) for page in pages if page.right + page.wrong]
    recalls = [page.right / (page.right + page.missed) for page in pages if page.right + page.missed]
    return _figures(fmean(precisions or [0]), fmean(recalls or [0]), len(pages), words)


def _measure_passages(folder: Path, limit: int | None, clean: Cleaner) -> Scores:
    """Precision and recall over all passages of all pages."""
    right = wrong = missed = 0.0
    documents = words = 0
    for marked in islice(read_passages(folder), limit):
        story = clean(marked.page)
        documents += 1
        words += len(story.split())
        counts = count_passages(marked.wanted, marked.unwanted, story)
        right, wrong, missed = right + counts.right, wrong + counts.wrong, missed + counts.missed
    return _figures(right / max(right + wrong, 1), right / max(right + missed, 1), documents, words)


def _figures(precision: float, recall: float, documents: int, words: int) -> Scores:
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    shares = {"precision": precision, "recall": recall, "f1": f1}
    return {"documents": documents, "words": words, **{name: round(share, DIGITS) for name, share in shares.items()}}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's sequences of four words; a shorter text is one sequence."""
    words = _WORD.findall(text)
    last = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[start : start + _SHINGLE]) for start in range(last if words else 0))
