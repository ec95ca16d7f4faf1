"""The cases of W3C's SPARQL 1.1 Protocol tests, as far as they are about queries, and what else a stranger may send."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import ProxyHandler, Request, build_opener
from xml.etree import ElementTree as ET

import pytest
import rdflib

from newsgraph.graph.federation import asks_others
from newsgraph.serve.protocol import RefusedError, choose_format, read_request
from tests.graph.corpus import corpus

ASK = "ASK {}"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
GRAPHS = [f"https://newsgraph.example/a/{article.id}" for article in corpus().articles]


@dataclass
class Answer:
    status: int
    type: str
    headers: dict[str, str]
    body: bytes


def send(
    url: str, method: str = "GET", body: str | bytes | None = None, kind: str = "", accept: str = "", **headers: str
) -> Answer:
    data = body.encode() if isinstance(body, str) else body
    given = {"Content-Type": kind, "Accept": accept, **headers}
    request = Request(url, data=data, method=method, headers={name: value for name, value in given.items() if value})
    try:
        with build_opener(ProxyHandler({})).open(request) as found:
            return Answer(found.status, found.headers["Content-Type"] or "", dict(found.headers), found.read())
    except HTTPError as error:
        return Answer(error.code, error.headers["Content-Type"] or "", dict(error.headers), error.read())


def asked(endpoint: str, query: str, *, accept: str = "", **parameters: object) -> Answer:
    return send(f"{endpoint}?{urlencode({'query': query, **parameters}, doseq=True)}", accept=accept)


def test_query_by_each_operation(endpoint: str) -> None:
    by_get = send(f"{endpoint}?query={quote(ASK)}")
    by_form = send(endpoint, "POST", f"query={quote(ASK)}", FORM)
    direct = send(endpoint, "POST", ASK, DIRECT)
    direct_with_charset = send(endpoint, "POST", ASK, f"{DIRECT}; charset=utf-8")
    for answer in (by_get, by_form, direct, direct_with_charset):
        assert (answer.status, json.loads(answer.body)["boolean"]) == (200, True)
        assert answer.type.startswith("application/sparql-results+json")


@pytest.mark.parametrize(
    ("method", "parameters", "body", "kind", "status"),
    [
        ("PUT", f"query={quote(ASK)}", None, "", 405),  # bad_query_method
        ("GET", "query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, "", 400),  # bad_multiple_queries
        ("POST", "", "query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", FORM, 400),
        ("POST", f"query={quote(ASK)}", ASK, DIRECT, 400),
        ("POST", "", f"query={quote(ASK)}", "text/plain", 415),  # bad_query_wrong_media_type
        ("POST", "", f"query={quote(ASK)}", "", 400),  # urllib names a form by itself: nothing else is sent
        ("POST", "", ASK.encode("utf-16"), DIRECT, 400),  # bad_query_non_utf8
        ("GET", "query=%FF", None, "", 400),
        ("GET", f"query={quote('ASK {')}", None, "", 400),  # bad_query_syntax
        ("GET", "default-graph-uri=http%3A%2F%2Fexample.org%2F", None, "", 400),
        ("POST", "", "update=CLEAR%20ALL", FORM, 403),
        ("POST", "", "CLEAR ALL", "application/sparql-update", 403),
        ("GET", f"query={quote('CLEAR ALL')}", None, "", 400),
        ("GET", f"query={quote('SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }')}", None, "", 400),
        ("GET", f"query={quote('SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }')}", None, "", 200),
    ],
)
def test_what_is_no_query_is_refused(
    endpoint: str, method: str, parameters: str, body: str | None, kind: str, status: int
) -> None:
    if (method, kind, status) == ("POST", "", 400):
        with pytest.raises(RefusedError, match="send application/x-www-form-urlencoded"):
            read_request("POST", "", "", b"query=ASK%20%7B%7D")
        return
    answer = send(f"{endpoint}?{parameters}", method, body, kind)
    assert answer.status == status
    if status != 200:
        assert answer.type.startswith("text/plain")
        assert answer.body.count(b"\n") == 1
    else:
        assert json.loads(answer.body)["results"]["bindings"] == []  # a graph of this name is not there


def names(answer: Answer) -> list[str]:
    return sorted(row["g"]["value"] for row in json.loads(answer.body)["results"]["bindings"])


def test_the_dataset_of_the_request_comes_before_that_of_the_query(endpoint: str) -> None:
    seen = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    count = "SELECT (COUNT(*) AS ?g) %s { ?s a ng:Mention }"
    named = {"named-graph-uri": GRAPHS[:2]}
    assert names(asked(endpoint, seen)) == sorted(GRAPHS)
    assert names(asked(endpoint, seen, **named)) == sorted(GRAPHS[:2])
    assert names(asked(endpoint, count % "")) == ["0"]  # mentions stand in the graphs of the articles
    whole = names(asked(endpoint, count % "", **{"default-graph-uri": GRAPHS}))
    assert whole == ["21"]
    one = names(asked(endpoint, count % f"FROM <{GRAPHS[0]}>"))
    other = names(asked(endpoint, count % f"FROM <{GRAPHS[0]}>", **{"default-graph-uri": GRAPHS[2]}))
    assert one != other == names(asked(endpoint, count % f"FROM <{GRAPHS[2]}>"))
    posted = send(f"{endpoint}?{urlencode({'default-graph-uri': GRAPHS}, doseq=True)}", "POST", count % "", DIRECT)
    assert names(posted) == whole
    form = urlencode({"query": seen, **named}, doseq=True)
    assert names(send(endpoint, "POST", form, FORM)) == sorted(GRAPHS[:2])


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.5, text/csv;q=0.4", "text/tab-separated-values"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_results_come_in_the_format_that_is_liked_best(endpoint: str, accept: str, type_: str) -> None:
    answer = asked(endpoint, 'SELECT ?e { ?e ng:nameKey "ana petrov" }', accept=accept)
    assert (answer.status, answer.type.partition(";")[0]) == (200, type_)
    assert b"ana-petrov" in answer.body
    assert answer.headers["Vary"] == "Accept"


def test_triples_come_in_the_formats_of_rdf(endpoint: str) -> None:
    construct = "CONSTRUCT { ?e skos:prefLabel ?n } { ?e skos:prefLabel ?n }"
    for accept, form in (("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")):
        answer = asked(endpoint, construct, accept=accept)
        assert answer.type.startswith(accept)
        assert len(rdflib.Graph().parse(data=answer.body, format=form)) == 9
    assert asked(endpoint, construct, accept="image/png").status == 406
    assert asked(endpoint, ASK, accept="text/turtle").status == 406
    ET.fromstring(asked(endpoint, ASK, accept="application/sparql-results+xml").body)


def test_preferences_of_a_client() -> None:
    offers = {"a/b": "ab", "a/c": "ac", "d/e": "de"}
    assert choose_format("a/*;q=0.5, d/e;q=0.6", offers) == "de"
    assert choose_format("a/b;q=0, a/*", offers) == "ac"
    assert choose_format("*/*;q=x, a/c;q=0.1", offers) == "ac"
    with pytest.raises(RefusedError, match="choose one of a/b, a/c, d/e"):
        choose_format("a/b;q=0", offers)


def test_the_service_describes_itself(endpoint: str) -> None:
    answer = send(endpoint, accept="text/turtle")
    graph = rdflib.Graph().parse(data=answer.body, format="turtle")
    service, sd = rdflib.URIRef(endpoint), rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (service, sd.supportedLanguage, sd.SPARQL11Query) in graph
    dataset = graph.value(service, sd.defaultDataset)
    assert int(graph.value(dataset, rdflib.VOID.documents)) == 4


def test_a_fault_is_told_with_its_place(endpoint: str) -> None:
    answer = asked(endpoint, "SELECT ?x {\n ?x ng:source }")
    assert answer.status == 400
    assert b"line 2, column" in answer.body


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(endpoint: str) -> None:
    patterns = " . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(4))
    endless = asked(endpoint, f"SELECT (COUNT(*) AS ?n) {{ {patterns} }}")
    assert (endless.status, endless.body) == (503, b"the query took longer than 5 seconds\n")
    assert asked(endpoint, ASK).status == 200


def test_pages_of_others_may_not_ask_and_nothing_else_is_here(endpoint: str) -> None:
    answer = send(f"{endpoint}?query={quote(ASK)}", Origin="http://elsewhere.example")
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert send(endpoint.replace("/sparql", "/etc/passwd")).status == 404
    front = send(endpoint.replace("/sparql", "/"))
    assert b"<title>newsgraph</title>" in front.body
    assert "default-src 'none'; script-src 'self'" in front.headers["Content-Security-Policy"]
    assert send(endpoint, "OPTIONS").status == 204
    assert send(f"{endpoint}?query={quote(ASK)}", "HEAD").body == b""
    assert send(endpoint, "POST", "x" * (1024 * 1024 + 1), DIRECT).status == 413


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", True),
        ("SELECT * { service silent ?where { ?s ?p ?o } }", True),
        ("SELECT * { ?s ?p 'it''s' SERVICE <http://x/> {} }", True),
        ("SELECT * { ?s ?p <http://x/#> . SERVICE <http://x/> {} }", True),
        ('SELECT * { ?s ?p "SERVICE" } # SERVICE', False),
        ("SELECT ?service { ?service ex:service $service . service:a service:b <http://x/SERVICE> }", False),
        ('SELECT * { ?s ?p """a "SERVICE" \\""" b""" }', False),
    ],
)
def test_the_clause_that_asks_others_is_seen(query: str, *, asks: bool) -> None:
    assert asks_others(query) is asks
