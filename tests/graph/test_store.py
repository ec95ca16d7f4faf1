from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from newsgraph.errors import QueryError, WorkspaceError
from newsgraph.graph.rdflib_view import as_rdflib
from newsgraph.graph.results import Answer, Bindings, Triples, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, RDF
from tests.dumps import dump_store
from tests.graph.corpus import Corpus


def lines(store: GraphStore) -> list[bytes]:
    return dump_store(store).splitlines()


def test_a_graph_is_there_after_it_is_opened_again(small: Corpus, store: GraphStore) -> None:
    again = GraphStore.open(store.path)
    assert lines(again) == lines(store)
    assert lines(again) == sorted(set(lines(again)))
    counts = again.counts()
    assert counts == {
        "articles": 4,
        "mentions": 21,
        "entities": 9,
        "statements": 4,
        "claims": 15,
        "events": 3,
        "quads": len(lines(again)),
    }


def test_there_is_no_graph_to_read_before_one_is_written(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="newsgraph build"):
        GraphStore.open(tmp_path / "none")
    empty = GraphStore.open(tmp_path / "none", read_only=False)
    assert empty.counts()["quads"] == 0


def test_replacing_leaves_nothing_of_the_old(small: Corpus, store: GraphStore) -> None:
    kept = Corpus(small.articles[:1], small.extractions[:1], small.resolution, {})
    for _ in range(3):
        store.replace_all(kept.quads())
        assert store.counts()["articles"] == 1
    assert lines(GraphStore.open(store.path)) == lines(store)
    folders = [path.name for path in store.path.iterdir() if path.is_dir()]
    assert len(folders) == 1


def test_a_run_that_is_cut_short_leaves_the_old_graph(small: Corpus, store: GraphStore) -> None:
    before = lines(store)

    def cut_short() -> Iterator[Quad]:
        yield from list(store.quads())[:50]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.replace_all(cut_short())
    assert lines(GraphStore.open(store.path)) == before
    store.replace_all(small.quads())
    assert lines(GraphStore.open(store.path)) == before


def test_a_reader_does_not_write(store: GraphStore) -> None:
    with pytest.raises(WorkspaceError, match="reading only"):
        GraphStore.open(store.path).replace_all([])


@pytest.mark.parametrize("pointer", ["c", "../..", "b", "\N{SNOWMAN}"])
def test_a_damaged_store_says_so(store: GraphStore, pointer: str) -> None:
    (store.path / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=str(store.path)):
        GraphStore.open(store.path)


def test_known_prefixes_need_no_declaring(store: GraphStore) -> None:
    found = store.query("SELECT ?name { ?x a schema:Person ; skos:prefLabel ?name } ORDER BY ?name")
    assert [row["name"] for row in rows_of(found)] == ["Ana Petrov", "Emma Reed", "Ivan Orlov"]
    own = "PREFIX schema: <http://elsewhere.example/> SELECT ?x { ?x a schema:Person }"
    assert rows_of(store.query(own)) == []


def test_the_base_of_the_data_is_the_users(tmp_path: Path) -> None:
    store = GraphStore.open(tmp_path / "g", read_only=False, base="http://paper.example/")
    node = NamedNode("http://paper.example/e/ana")
    store.replace_all([Quad(node, RDF.type, NG.Group)])
    assert store.query("ASK { e:ana a ng:Group }") == Answer(value=True)


def test_each_kind_of_query_has_its_answer(store: GraphStore) -> None:
    assert store.query("ASK { ?x a ng:Company }") == Answer(value=True)
    assert store.query("ASK { ?x a ng:Law }") == Answer(value=False)
    built = store.query("CONSTRUCT { ?x a ng:Firm } { ?x a ng:Company }")
    assert isinstance(built, Triples)
    assert len(built.triples) == 1
    rows = store.query("SELECT ?x ?y { ?x a ng:Company }")
    assert isinstance(rows, Bindings)
    assert rows.variables == ("x", "y")
    assert rows.rows[0][1] is None


def test_values_are_bound_not_pasted(store: GraphStore) -> None:
    nasty = '" } DROP ALL #'
    query = "SELECT ?x ?name { ?x skos:prefLabel ?label FILTER(STR(?label) = ?name) }"
    assert rows_of(store.query(query, substitutions={"name": Literal(nasty)})) == []
    assert len(rows_of(store.query(query, substitutions={"name": Literal("Ana Petrov")}))) == 1


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELEC ?x", "line 1, column 9, near «SELEC \\?x»"),
        ("SELECT ?x {\n  ?x a ng:Claim ;;; a }", "line 2, column"),
        ("SELECT ?x { ?x a foo:Bar }", "unknown prefix"),
        ("SELECT ?x {\n ?x a ng:Claim", "line 2"),
        ("DELETE WHERE { ?x ?y ?z }", "line 1"),
        ("", "line 1"),
        ("SELECT ?x { SERVICE <http://localhost:9/> { ?x ?y ?z } }", "SERVICE is not allowed"),
    ],
)
def test_a_faulty_query_is_told_in_one_line(store: GraphStore, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        store.query(sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_bound_variable_must_be_selected(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="name"):
        store.query("SELECT ?x { ?x ?y ?name }", substitutions={"name": Literal("Ana")})


# rdflib 7.6 warns of its own use of it
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
def test_rdflib_has_the_same_quads(store: GraphStore) -> None:
    dataset = as_rdflib(store)
    found = set()
    for graph in dataset.graphs():
        # rdflib names its default graph with an IRI of its own
        name = "" if graph.identifier == DATASET_DEFAULT_GRAPH_ID else f" {graph.identifier.n3()}"
        found |= {" ".join(term.n3() for term in triple) + name for triple in graph}
    assert len(found) == store.counts()["quads"]
    plain = {line.decode().removesuffix(" .") for line in lines(store) if b'"' not in line}
    assert plain <= found
    # as in the store, the named graphs are not part of the default graph
    assert not dataset.query("ASK { ?x a <https://w3id.org/newsgraph/ns#Mention> }").askAnswer
    assert dataset.query("ASK { GRAPH ?g { ?x a <https://w3id.org/newsgraph/ns#Mention> } }").askAnswer


def test_patterns(store: GraphStore) -> None:
    claims = list(store.quads(None, RDF.type, NG.Claim))
    assert len(claims) == 15
    assert list(store.quads(None, RDF.type, NG.Claim, DefaultGraph())) == []
