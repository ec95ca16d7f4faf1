"""The weights in the package: they are the ones that the extractor's name says, and they read."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from newsgraph.extract.pipeline import Pipeline
from newsgraph.extract.reader.component import reading_of
from newsgraph.extract.reader.marks import WEIGHTS, reader_model
from newsgraph.extract.version import READER

MOST_BYTES = 30_000_000
LINES = (
    (
        "Ana",
        "Lindqvist",
        ",",
        "the",
        "mayor",
        "of",
        "Ellery",
        ",",
        "met",
        "officials",
        "of",
        "Norrvik",
        "Shipping",
        ".",
    ),
    ("She", "said", "the", "yard", "would", "close", "."),
)


def test_the_extractor_is_named_by_its_weights() -> None:
    digest = hashlib.sha256()
    for name in ("reader.onnx", "small.npz", "tokenizer.json"):
        digest.update((WEIGHTS / name).read_bytes())
    assert digest.hexdigest().startswith(READER)


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= MOST_BYTES


@pytest.mark.model
def test_an_article_is_marked_the_same_whatever_was_read_before() -> None:
    first = reader_model().read(LINES)
    reader_model().read([["Other", "words", "altogether", "!"] * 40])
    again = reader_model().read(LINES)
    assert np.array_equal(first.pointers, again.pointers)
    assert all(np.array_equal(scores, again.tags[task]) for task, scores in first.tags.items())


@pytest.mark.model
def test_no_words_have_no_marks() -> None:
    marks = reader_model().read([])
    assert marks.stretches == ()
    assert marks.best("name") == []


@pytest.mark.model
def test_names_become_the_entities_of_the_doc(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("Ana Lindqvist, the mayor of Ellery, met officials of Norrvik Shipping.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Ana Lindqvist", "PERSON"),
        ("Ellery", "GPE"),
        ("Norrvik Shipping", "ORG"),
    ]
    assert reading_of(doc).words.lines[0][:2] == ("Ana", "Lindqvist")
