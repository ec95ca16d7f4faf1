"""Web Annotations: one a line, by the rules of the W3C's data model, each true to the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.export import export
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NIF, RDF, SCHEMA
from tests.export.readers import read_lines
from tests.graph.corpus import corpus

BASE = "https://newsgraph.example/"
PURPOSES = {"identifying", "describing", "classifying"}


def read(store: GraphStore, folder: Path) -> list[dict[str, Any]]:
    return read_lines(export(store, folder / "all.annotations.jsonl").path)


def iris(body: Any) -> list[str]:
    bodies = body if isinstance(body, list) else [body]
    return [each.get("source") or each["id"] for each in bodies]


@pytest.mark.parametrize("which", ["store", "nasty"])
def test_the_rules_of_the_model(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    annotations = read(request.getfixturevalue(which), tmp_path)
    assert annotations
    for each in annotations:
        assert each.keys() == {"@context", "id", "type", "motivation", "body", "target"}
        assert (each["@context"], each["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
        assert each["motivation"] in PURPOSES
        for body in each["body"] if isinstance(each["body"], list) else [each["body"]]:
            # a purpose belongs to a specific resource, and its source is an IRI
            assert ("purpose" in body) is (body.get("type") == "SpecificResource") is ("source" in body)
            assert body.get("purpose", "describing") in PURPOSES
        assert each["target"].keys() - {"scope"} == {"source", "selector"}
        assert all(iri.startswith("https://") for iri in (each["id"], each["target"]["source"], *iris(each["body"])))
        position, quote = each["target"]["selector"]
        assert position.keys() == {"type", "start", "end"}
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert quote.keys() == {"type", "exact"}
        assert 0 <= position["start"] < position["end"]
    assert len({each["id"] for each in annotations}) == len(annotations)


def test_each_mention_and_each_claim_is_one(store: GraphStore, tmp_path: Path) -> None:
    found = {each["id"]: each["motivation"] for each in read(store, tmp_path)}
    typed = {
        kind: {quad.subject.value for quad in store.quads(None, RDF.type, kind)} for kind in (NG.Mention, NG.Claim)
    }
    assert found == dict.fromkeys(typed[NG.Mention], "identifying") | dict.fromkeys(typed[NG.Claim], "describing")


def test_what_is_exact_stands_there_in_the_text(store: GraphStore, tmp_path: Path) -> None:
    texts = corpus().texts
    for each in read(store, tmp_path):
        position, quote = each["target"]["selector"]
        article = each["target"].get("scope", each["target"]["source"])
        text = texts[article.removeprefix(f"{BASE}a/")]
        assert text[position["start"] : position["end"]] == quote["exact"]
        anchor = NIF.anchorOf if each["motivation"] == "identifying" else NG.quote
        (quad,) = store.quads(NamedNode(each["id"]), anchor)
        assert quad.object.value == quote["exact"]


def test_the_target_is_the_page_else_the_article(store: GraphStore, tmp_path: Path) -> None:
    targets = {(each["target"]["source"], each["target"].get("scope", "")) for each in read(store, tmp_path)}
    pages = {(source, scope) for source, scope in targets if scope}
    assert {source for source, _ in pages} == {"https://coast.example/1"}
    assert len(targets) == 4
    assert all(iri.startswith(f"{BASE}a/") for target in targets for iri in target if iri and "coast" not in iri)


def test_a_mention_is_identified_and_a_claim_described_with_its_stance(store: GraphStore, tmp_path: Path) -> None:
    annotations = read(store, tmp_path)
    names = [each["body"]["label"] for each in annotations if each["motivation"] == "identifying"]
    assert {"Ana Petrov", "Bolt Corp.", "two officials"} <= set(names)
    denial = "Bolt denied that Petrov owns it."
    denied = [each["body"] for each in annotations if each["target"]["selector"][1]["exact"] == denial]
    claim = next(body for body in denied if body[0].get("label") == "Ana Petrov owns Bolt Corp.")
    assert claim[0]["id"].startswith(f"{BASE}st/")
    assert claim[1] == {"type": "SpecificResource", "purpose": "classifying", "source": NG.Denied.value}
    assert claim[2]["source"].startswith(f"{BASE}e/bolt-corp-")
    quote = next(body for body in denied if body is not claim)
    assert [body["purpose"] for body in quote] == ["classifying", "identifying"]


def test_they_come_by_article_and_place(store: GraphStore, tmp_path: Path) -> None:
    places = [
        (each["target"].get("scope", each["target"]["source"]), selector["start"], selector["end"])
        for each in read(store, tmp_path)
        for selector in each["target"]["selector"][:1]
    ]
    assert places == sorted(places)


def test_an_odd_address_is_no_target(tmp_path: Path) -> None:
    given = GraphStore.open(tmp_path / "graph", read_only=False)
    article, mention = NamedNode(f"{BASE}a/1"), NamedNode(f"{BASE}a/1#char=0,4")
    said = {
        NG.refersTo: NamedNode(f"{BASE}e/x"),
        NIF.beginIndex: Literal(0),
        NIF.endIndex: Literal(4),
        NIF.anchorOf: Literal("a\u2028\x85\x00"),
    }
    quads = [Quad(mention, predicate, value, article) for predicate, value in said.items()]
    given.replace_all([*quads, Quad(article, SCHEMA.url, Literal("file:///home/me/a b.html"))])
    (each,) = read(given, tmp_path)
    assert each["target"]["source"] == article.value
    assert "scope" not in each["target"]
    assert each["body"] == {"id": f"{BASE}e/x"}
    assert each["target"]["selector"][1]["exact"] == "a\u2028\x85\x00"
