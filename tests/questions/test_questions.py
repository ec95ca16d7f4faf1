"""Questions that a journalist would ask of the sample corpus, and the answers that its articles give.

Each ``*.rq`` stands beside the ``*.csv`` of its answer. An answer changes only by hand, after reading the articles.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from newsgraph.graph.results import write_results
from newsgraph.graph.store import GraphStore

FOLDER = Path(__file__).parent
QUESTIONS = sorted(path.stem for path in FOLDER.glob("*.rq"))


@pytest.mark.model
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_that_of_the_articles(question: str, sample_workspace: Path) -> None:
    store = GraphStore.open(sample_workspace / "graph")
    out = io.StringIO()
    write_results(store.query((FOLDER / f"{question}.rq").read_text(encoding="utf-8")), "csv", out)
    found = out.getvalue().splitlines()
    assert found == (FOLDER / f"{question}.csv").read_text(encoding="utf-8").splitlines()
    assert len(found) > 1
