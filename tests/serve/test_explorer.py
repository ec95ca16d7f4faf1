"""The explorer's addresses: who may ask, who may decide, and what an article can do to a page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.serve import Explorer, Limits, Queries, Workers
from newsgraph.views.files import read_files
from newsgraph.workspace import Workspace
from tests.loopback import serving


@pytest.fixture(scope="module")
def served(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Host and port of a server that takes decisions, and its workspace."""
    folder = tmp_path_factory.mktemp("explored") / "workspace"
    shutil.copytree(sample_workspace, folder)
    graph = folder / "graph"
    limits = Limits(seconds=60, workers=1)
    queries = Workers(Queries(graph, "https://newsgraph.example/"), limits)
    views = Workers(Explorer(folder, write=True), limits)
    with serving(queries, views, own_names=["news.test"]) as host:
        yield host, folder


def send(host: str, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str]:
    connection = HTTPConnection(host)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


def test_views_answer_as_json_and_say_in_one_line_what_is_wrong(served: tuple[str, Path]) -> None:
    host, _ = served
    status, body = send(host, "GET", "/api/corpus")
    assert (status, json.loads(body)["articles"]) == (200, 31)
    assert send(host, "GET", "/api/rights") == (200, '{"write":true}')
    assert send(host, "GET", "/api/entity?entity=Nobody%20Atall")[0] == 404
    assert send(host, "GET", "/api/suggest") == (400, "a value for 'text' is missing\n")
    assert send(host, "POST", "/api/corpus", "{}")[0] == 405


def test_only_names_of_this_machine_are_answered(served: tuple[str, Path]) -> None:
    host, _ = served
    for name in ("localhost:1", "news.test", "[::1]:8017", host):
        assert send(host, "GET", "/api/rights", Host=name)[0] == 200
    assert send(host, "GET", "/", Host="[::1")[0] == 421
    for path in ("/", "/api/corpus", "/sparql?query=ASK%20%7B%7D"):
        assert send(host, "GET", path, Host="elsewhere.example")[0] == 421


def doubted(host: str) -> dict[str, str]:
    pair = json.loads(send(host, "GET", "/api/doubts")[1])["items"][0]["pair"]
    return {"left": pair["left"]["iri"], "right": pair["right"]["iri"]}


def test_decisions_are_tried_out_then_kept(served: tuple[str, Path]) -> None:
    host, folder = served
    verdict = {**doubted(host), "answer": "same"}
    wanted = {"verdicts": [verdict], "by": "ana"}
    status, body = send(host, "POST", "/api/decisions", json.dumps(wanted), **JSON_HEADERS)
    effect = json.loads(body)
    assert (status, effect["kept"]) == (200, False)
    assert len(effect["gone"]) + len(effect["changed"]) > 0
    with Workspace.open(folder) as workspace:
        assert workspace.decisions() == []
    status, body = send(host, "POST", "/api/decisions", json.dumps({**wanted, "keep": True}), **JSON_HEADERS)
    assert (status, json.loads(body)["kept"]) == (200, True)
    with Workspace.open(folder) as workspace:
        assert [decision.by for decision in workspace.decisions()] == ["ana"]
        store = GraphStore.open(workspace.graph_folder)
    bearers = rows_of(store.query("SELECT ?e { ?e skos:prefLabel 'John Smith'@en }"))
    assert len(bearers) == 1
    assert json.loads(send(host, "GET", "/api/doubts")[1])["total"] == 0


JSON_HEADERS = {"Content_Type": "application/json"}


@pytest.mark.parametrize(
    ("body", "headers", "status", "reason"),
    [
        ("{}", {"Content_Type": "text/plain"}, 415, "send application/json"),
        ("{}", {**JSON_HEADERS, "Origin": "http://elsewhere.example"}, 403, "own pages"),
        ("{}", JSON_HEADERS, 400, "no decisions"),
        ('{"verdicts": [], "by": "ana"}', JSON_HEADERS, 400, "at least one pair"),
        (
            '{"verdicts": [{"left": "x", "right": "y", "answer": "maybe"}], "by": "ana"}',
            JSON_HEADERS,
            400,
            "no decisions",
        ),
        ('{"verdicts": [{"left": "x", "right": "y", "answer": "same"}], "by": "ana"}', JSON_HEADERS, 404, "no entity"),
        (
            '{"verdicts": [{"left": "x", "right": "y", "answer": "same"}], "by": " "}',
            JSON_HEADERS,
            400,
            "the name of who",
        ),
    ],
)
def test_what_is_no_decision_is_refused(
    served: tuple[str, Path], body: str, headers: dict[str, str], status: int, reason: str
) -> None:
    found, said = send(served[0], "POST", "/api/decisions", body, **headers)
    assert found == status
    assert reason in said


def test_decisions_need_a_server_that_takes_them(endpoint: str) -> None:
    host = endpoint.removeprefix("http://").partition("/")[0]
    body = '{"verdicts": [{"left": "x", "right": "y", "answer": "same"}], "by": "ana"}'
    assert send(host, "POST", "/api/decisions", body, **JSON_HEADERS) == (
        403,
        "decisions are not taken here: start `newsgraph serve --write`\n",
    )


def test_an_installation_without_the_explorer_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    media_type, page = read_files()["/"]
    assert media_type == "text/html"
    assert b"no explorer in this installation" in page
