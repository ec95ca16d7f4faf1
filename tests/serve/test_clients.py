"""Clients that people use: SPARQLWrapper, rdflib's SPARQLStore, curl."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from rdflib import Dataset, Literal
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

NAMES = "SELECT ?name { ?e a schema:Person ; skos:prefLabel ?name } ORDER BY ?name"
PEOPLE = ["Ana Petrov", "Emma Reed", "Ivan Orlov"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(endpoint: str, method: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setReturnFormat(JSON)
    client.setQuery(NAMES)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == PEOPLE
    client.setReturnFormat(TURTLE)
    client.setQuery("CONSTRUCT { ?e skos:prefLabel ?n } { ?e a schema:Person ; skos:prefLabel ?n }")
    assert b"Ivan Orlov" in client.queryAndConvert()


def test_rdflib_sparqlstore(endpoint: str) -> None:
    store = SPARQLStore(endpoint, returnFormat="json")
    graph = Dataset(store, default_union=True)
    assert [str(row.name) for row in graph.query(NAMES)] == PEOPLE
    (((ivan, _, _), _),) = store.triples((None, None, Literal("Ivan Orlov", lang="en")))
    assert str(ivan).startswith("https://newsgraph.example/e/ivan-orlov")
    assert len(list(graph.query("SELECT ?g { GRAPH ?g { ?m a ng:Mention } }"))) == 21


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(endpoint: str) -> None:
    done = subprocess.run(
        ["curl", "-s", "-f", "--noproxy", "*", "--data-urlencode", f"query={NAMES}", endpoint],
        capture_output=True,
        check=True,
        timeout=30,
    )
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == PEOPLE
