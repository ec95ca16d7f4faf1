"""Texts that nobody writes, but somebody may send: read in time that grows no faster than they do."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from newsgraph.config import DEFAULT_MODEL
from newsgraph.extract import pipeline
from newsgraph.extract.pipeline import extract_articles
from newsgraph.model import Article, Skipped
from tests.extract.reading import Extract

pytestmark = pytest.mark.model

CORPUS = Path(__file__).parents[2] / "sample_corpus"
_CHANCE = random.Random(1)


def _names(count: int) -> str:
    given = ["Ana", "Ben", "Carl", "Dora"]
    family = [
        "".join(_CHANCE.choice(letters) for letters in ("BCDFGHKLMN", "aeiou", "lmnrst", "aeiou")) for _ in range(count)
    ]
    return " ".join(f"{_CHANCE.choice(given)} {name}n met." for name in family)


TEXTS = {
    "a sentence of 10,000 words": "Ana Roth said "
    + "the mayor of Harlow said that the board had voted and " * 900
    + ".",
    "quotation marks that never close": 'Ana Roth said "' * 1500,
    "one name without end": "U.S. " * 4000,
    "marks on marks": "Ana Roth said " + "á̂̃" * 5000 + " was there. " + "\u202e\u200f\u2066" * 2000 + " Ben Ode left.",
    "one word": "A" * 200_000,
    "brackets": "(" * 1000 + "Ana Roth" + ")" * 1000,
    "capitals": "ANA ROTH SAID THAT BEN ODE LEFT " * 600,
    "names": _names(4000),
}
SECONDS = 30


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_it_is_read_in_good_time(extract: Extract, text: str) -> None:
    started = time.process_time()
    reading = extract(text)
    assert time.process_time() - started < SECONDS
    for mention in reading.extraction.mentions:
        assert text[mention.span.start : mention.span.end] == mention.surface


def test_a_text_may_end_anywhere() -> None:
    """Rules look ahead: not beyond the last word."""
    chance = random.Random(2)
    stories = [path.read_text(encoding="utf-8").split() for path in sorted(CORPUS.rglob("*.txt"))]
    cuts = []
    for number in range(400):
        words = chance.choice(stories)
        start = chance.randrange(len(words))
        text = " ".join(words[start : start + chance.choice([2, 4, 8, 16])])
        cuts.append(Article(f"{number}", text, f"cut {number}", date="2017-06-01"))
    results = extract_articles(pipeline.load_pipeline(DEFAULT_MODEL), cuts)
    assert [result for result in results if isinstance(result, Skipped)] == []
