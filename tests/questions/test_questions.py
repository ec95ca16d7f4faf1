"""Questions that a journalist would ask of the sample corpus, and the answers that its articles give.

Each ``*.rq`` stands beside the ``*.csv`` of its answer. An answer changes only by hand, after reading the articles.
"""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from newsgraph.graph.queries import named_queries, run_named
from newsgraph.graph.results import QueryResult, write_results
from newsgraph.graph.store import GraphStore

FOLDER = Path(__file__).parent
QUESTIONS = sorted(path.stem for path in FOLDER.glob("*.rq"))
NAMED = tomllib.loads((FOLDER / "named.toml").read_text(encoding="utf-8"))
# So many rows of an answer are looked at.
MOST_ROWS = 8
# What the sample corpus has no case of: tests/graph/test_queries.py has.
EMPTY = {"both-asserted-and-denied", "contradictions-between"}


def lines_of(result: QueryResult) -> list[str]:
    out = io.StringIO()
    write_results(result, "csv", out)
    return out.getvalue().splitlines()


@pytest.mark.model
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_that_of_the_articles(question: str, sample_workspace: Path) -> None:
    store = GraphStore.open(sample_workspace / "graph")
    found = lines_of(store.query((FOLDER / f"{question}.rq").read_text(encoding="utf-8")))
    assert found == (FOLDER / f"{question}.csv").read_text(encoding="utf-8").splitlines()
    assert len(found) > 1


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(named_queries()))
def test_named_queries_answer_from_the_articles(name: str, sample_workspace: Path) -> None:
    store = GraphStore.open(sample_workspace / "graph")
    found = lines_of(run_named(store, name, NAMED[name]))[: MOST_ROWS + 1]
    assert found == (FOLDER / "named" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    assert (len(found) == 1) is (name in EMPTY)
