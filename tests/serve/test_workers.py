from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pytest

from newsgraph.graph.store import Change, GraphStore
from newsgraph.serve import Limits, Queries, Workers
from newsgraph.serve.protocol import Asked, RefusedError
from tests.graph.corpus import Corpus, corpus

BASE = "https://newsgraph.example/"
ARTICLES = Asked("SELECT (COUNT(?a) AS ?n) { ?a a schema:NewsArticle }")


def count(workers: Workers) -> bytes:
    return workers.ask(ARTICLES, "text/csv", "http://here/").body.split()[1]


def test_readers_see_the_old_graph_or_the_new_one(tmp_path: Path) -> None:
    whole = corpus()
    fewer = Corpus(whole.articles[:2], whole.extractions[:2], whole.resolution, whole.origins)
    path = tmp_path / "graph"
    writer = GraphStore.open(path, read_only=False)
    writer.replace_all(fewer.quads(), "one")
    workers = Workers(Queries(path, BASE), Limits(workers=1))
    try:
        assert count(workers) == b"2"
        writer.replace_all(whole.quads(), "two")
        assert count(workers) == b"4"
        writer.change(Change((), ()), "three")
        assert count(workers) == b"4"
    finally:
        workers.close()


def test_answers_that_are_too_large_and_workers_that_are_gone(tmp_path: Path) -> None:
    store = corpus().store(tmp_path / "graph")
    workers = Workers(Queries(store.path, BASE), Limits(workers=1, answer_bytes=100))
    try:
        with pytest.raises(RefusedError, match="narrow the query") as refused:
            workers.ask(Asked("SELECT * { ?s ?p ?o }"), "", "http://here/")
        assert refused.value.status is HTTPStatus.INTERNAL_SERVER_ERROR
        worker = workers._idle.get()
        worker._process.kill()
        worker._process.join()
        workers._idle.put(worker)
        with pytest.raises(RefusedError, match="ended its process"):
            count(workers)
        assert count(workers) == b"4"
    finally:
        workers.close()


def test_a_graph_that_is_not_there_is_told(tmp_path: Path) -> None:
    workers = Workers(Queries(tmp_path, BASE), Limits(workers=1))
    try:
        answer = workers.ask(ARTICLES, "", "http://here/")
        assert (answer.status, b"no graph here yet" in answer.body) == (HTTPStatus.INTERNAL_SERVER_ERROR, True)
    finally:
        workers.close()
