from __future__ import annotations

import pytest

from newsgraph.extract.pipeline import Pipeline
from newsgraph.extract.surface import all_lower, all_words, surface, tokens_of, whole_text

TEXT = "Ana  Lund's\n\nboat — the “Nørd” — isn't lost, Ben Cole said. "


@pytest.mark.model
def test_it_is_what_slices_of_the_document_are(pipeline: Pipeline) -> None:
    doc = pipeline.nlp(TEXT)
    assert whole_text(doc) == TEXT
    assert all_words(doc) == [token.text for token in doc]
    assert all_lower(doc) == [token.lower_ for token in doc]
    for start in range(len(doc) + 1):
        for end in range(start, len(doc) + 3):
            assert surface(doc, start, end) == doc[start:end].text


@pytest.mark.model
def test_tokens_of_several_parts_of_speech_come_in_order(pipeline: Pipeline) -> None:
    doc = pipeline.nlp(TEXT)
    expected = [token for token in doc if token.pos_ in ("VERB", "NOUN")]
    assert expected
    assert list(tokens_of(doc, "VERB", "NOUN")) == expected
