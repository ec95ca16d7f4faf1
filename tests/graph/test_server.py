"""The graph on a SPARQL server is the graph of the workspace, whatever happened before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from newsgraph.errors import ConfigError, WorkspaceError
from newsgraph.graph.sending import send_graph
from newsgraph.graph.server import SparqlServer, open_server
from newsgraph.graph.store import Change, GraphStore
from newsgraph.graph.vocabulary import NG, RDF, SCHEMA, SKOS
from newsgraph.ids import DEFAULT_BASE
from tests.loopback import no_network  # noqa: F401 - in force
from tests.sparql_servers import OXIGRAPH, VIRTUOSO, oxigraph, virtuoso

NOTE = NamedNode(f"{DEFAULT_BASE}state")
ARTICLES = [NamedNode(f"{DEFAULT_BASE}a/{number}") for number in range(3)]
PERSON = NamedNode(f"{DEFAULT_BASE}e/zoë-1")
WORLD = DefaultGraph()

Server = Callable[[Path], AbstractContextManager[str]]


def article(node: NamedNode, sentence: str) -> set[Quad]:
    claim = NamedNode(f"{node.value}#char=3,9")
    return {
        Quad(node, RDF.type, SCHEMA.NewsArticle, WORLD),
        Quad(node, SCHEMA.headline, Literal(sentence), WORLD),
        Quad(node, NG.extractor, Literal("reader 1"), node),
        Quad(claim, NG.quote, Literal(sentence), node),
    }


SENTENCES = ['She said: "no"\nand\tleft \\ 10 €', "'''", "long " * 2000]
FIRST = {quad for node, sentence in zip(ARTICLES, SENTENCES, strict=True) for quad in article(node, sentence)}
FIRST |= {Quad(PERSON, SKOS.prefLabel, Literal("Zoë", language="en"), WORLD)}


@pytest.fixture(
    params=[
        pytest.param(oxigraph, marks=pytest.mark.skipif(OXIGRAPH is None, reason="no oxigraph"), id="oxigraph"),
        pytest.param(virtuoso, marks=pytest.mark.skipif(VIRTUOSO is None, reason="no Virtuoso"), id="virtuoso"),
    ]
)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SparqlServer]:
    with request.param(tmp_path) as address, closing(open_server({"graphs": address}, DEFAULT_BASE)) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> GraphStore:
    made = GraphStore.open(tmp_path / "graph", read_only=False)
    made.path.mkdir()
    made.replace_all(FIRST, "one")
    return made


def held(server: SparqlServer, store: GraphStore) -> set[Quad]:
    """What the server holds of the world and of the articles that were ever in the store."""
    world = {Quad(*triple, WORLD) for triple in server.read(server.world)}
    return world | {Quad(*triple, node) for node in ARTICLES for triple in server.read(node)}


def test_all_is_sent_once(server: SparqlServer, store: GraphStore) -> None:
    assert send_graph(store, server, "", None) == len(FIRST)
    assert held(server, store) == FIRST
    assert send_graph(store, server, "one", None) == 0


def test_only_what_changed_is_sent(server: SparqlServer, store: GraphStore) -> None:
    send_graph(store, server, "", None)
    removed = article(ARTICLES[0], SENTENCES[0]) | article(ARTICLES[2], SENTENCES[2])
    added = article(ARTICLES[0], "Another «sentence».")
    change = Change(removed - added, added - removed)
    store.change(change, "two")
    sent = send_graph(store, server, "one", change)
    assert 0 < sent < len(FIRST) - len(removed)
    assert held(server, store) == (FIRST - removed) | added


def test_a_server_that_missed_a_change_gets_all(server: SparqlServer, store: GraphStore) -> None:
    send_graph(store, server, "", None)
    gone = article(ARTICLES[1], SENTENCES[1])
    store.change(Change(gone, ()), "two")
    change = Change((), article(ARTICLES[1], "It came back."))
    store.change(change, "three")
    send_graph(store, server, "two", change)
    assert held(server, store) == (FIRST - gone) | set(change.added)


def test_a_sending_that_was_cut_short_is_done_anew(
    server: SparqlServer, store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise WorkspaceError("the server went away")

    with monkeypatch.context() as patched:
        patched.setattr(server, "add", cut)
        patched.setattr(server, "add_quads", cut)
        with pytest.raises(WorkspaceError, match="went away"):
            send_graph(store, server, "", None)
    assert held(server, store) != FIRST
    send_graph(store, server, "", None)
    assert held(server, store) == FIRST


def test_a_graph_of_others_is_not_touched(server: SparqlServer, store: GraphStore) -> None:
    theirs = [Triple(PERSON, RDF.type, SCHEMA.Person)]
    server.put(server.world, theirs)
    with pytest.raises(WorkspaceError, match="of its own"):
        send_graph(store, server, "", None)
    assert server.read(server.world) == theirs


def refusal(address: str, store: GraphStore) -> str:
    with closing(open_server({"graphs": address}, DEFAULT_BASE)) as opened, pytest.raises(WorkspaceError) as refused:
        send_graph(store, opened, "", None)
    return str(refused.value)


@pytest.mark.skipif(OXIGRAPH is None, reason="no oxigraph")
def test_a_refusal_is_told(tmp_path: Path, store: GraphStore) -> None:
    with oxigraph(tmp_path) as address:
        told = refusal(f"{address}s/store", store)
    assert re.search(r"the server answers 4\d\d .*; the graph in the workspace is up to date", told)


def test_a_server_that_is_not_there_is_told(store: GraphStore) -> None:
    assert re.search(r"the server cannot be reached: .*refused", refusal("http://127.0.0.1:1/store", store))


@pytest.mark.parametrize("given", ["", "store", "ftp://host/store", "http:///store"])
def test_an_address_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(ConfigError, match="address"):
        open_server({"graphs": given}, DEFAULT_BASE)


def test_an_unknown_server_has_to_be_described() -> None:
    with pytest.raises(ConfigError, match="'query' and 'update'"):
        open_server({"graphs": "http://host/news/data"}, DEFAULT_BASE)
    settings = {"graphs": "http://host/news/data", "query": "http://host/q", "update": "http://host/u"}
    with closing(open_server(settings, DEFAULT_BASE)) as described:
        assert described.world == DefaultGraph()
