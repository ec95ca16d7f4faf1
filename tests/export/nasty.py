"""Texts that break writers: what articles and users may bring, in a store and in a network."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NGR, NIF, RDF, RDFS, SCHEMA, SKOS, XSD

BASE = "https://newsgraph.example/"

TEXTS = (
    "zero\x00one\x01bell\x07escape\x1b",
    "smile \U0001f600 family \U0001f468‍\U0001f469‍\U0001f467",
    "\"quoted\" 'single' «guillemets» ]]> <b>&amp;</b> <!-- -->",
    "=HYPERLINK(1)",
    "+1 -1",
    "-2",
    "@SUM(A1)",
    "\t=tabbed",
    "two\r\nlines\rand\nmore\u2028separators\x85",
    "non-characters \ufffe \uffff",
    "naïve العربية 中文 a|b \\n \\",
)
LONE_SURROGATES = "half \ud83d pair \udc00"


def nasty_store(path: Path) -> GraphStore:
    """Entities named by the texts, each owner of the next; each tie is claimed in an article of its own."""
    store = GraphStore.open(path, read_only=False)
    entities = [NamedNode(f"{BASE}e/n{number:02}") for number in range(len(TEXTS))]
    quads: list[Quad] = []
    for number, text in enumerate(TEXTS):
        quads += _entity(entities[number], text)
        quads += _statement(number, entities[number], entities[(number + 1) % len(TEXTS)], text)
    store.replace_all(quads)
    return store


def _entity(entity: NamedNode, text: str) -> list[Quad]:
    return [
        Quad(entity, RDF.type, SCHEMA.Person),
        Quad(entity, SKOS.prefLabel, Literal(text, language="en")),
        Quad(entity, SKOS.altLabel, Literal("alias " + text, language="en")),
        Quad(entity, NG.mentionCount, Literal(2)),
        Quad(entity, NG.articleCount, Literal(1)),
    ]


def _statement(number: int, subject: NamedNode, target: NamedNode, text: str) -> list[Quad]:
    statement, article = NamedNode(f"{BASE}st/{number:02}"), NamedNode(f"{BASE}a/{number:02}")
    claim = NamedNode(f"{BASE}c/{number:02}")
    return [
        Quad(statement, RDF.type, NG.Statement),
        Quad(statement, RDFS.label, Literal(text, language="en")),
        Quad(statement, NG.evidenceArticle, article),
        Quad(statement, RDF.subject, subject),
        Quad(statement, RDF.predicate, NGR.owns),
        Quad(statement, RDF.object, target),
        Quad(statement, NG.involves, subject),
        Quad(statement, NG.involves, target),
        Quad(statement, NG.standing, NG.Accepted),
        Quad(statement, NG.confidence, Literal("0.5", datatype=XSD.decimal)),
        Quad(statement, NG.articleCount, Literal(1)),
        Quad(statement, NG.originCount, Literal(1)),
        Quad(statement, NG.former, Literal(False)),  # noqa: FBT003
        Quad(statement, NG.evidence, Literal(text)),
        Quad(article, RDF.type, SCHEMA.NewsArticle),
        Quad(article, SCHEMA.headline, Literal(text)),
        Quad(article, NG.originGroup, NamedNode(f"{BASE}og/{number:02}")),
        Quad(claim, RDF.type, NG.Claim, article),
        Quad(claim, NG.proposition, statement, article),
        Quad(claim, NG.source, article, article),
        Quad(claim, NG.stance, NG.Asserted, article),
        Quad(claim, NG.certainty, NG.Certain, article),
        Quad(claim, NG.confidence, Literal("0.5", datatype=XSD.decimal), article),
        Quad(claim, NG.former, Literal(False), article),  # noqa: FBT003
        Quad(claim, NG.quote, Literal(text), article),
        Quad(claim, NG.cueBegin, Literal(0), article),
        Quad(claim, NG.cueEnd, Literal(1), article),
        Quad(claim, NIF.beginIndex, Literal(0), article),
        Quad(claim, NIF.endIndex, Literal(len(text)), article),
    ]


def nasty_network() -> nx.MultiDiGraph:
    """A network to which somebody added attributes of every sort, under every reserved name."""
    odd = {
        "none": None,
        "nan": float("nan"),
        "infinite": float("-inf"),
        "huge": 10**40,
        "day": dt.date(2017, 5, 30),
        "list": ["a|b", None, 3, LONE_SURROGATES],
        "set": {"b", "a"},
        "nested": {"a": 1},
        "half": LONE_SURROGATES,
        "mixed": "text",
        "control\x07name": 1.5,
        7: "a name that is no text",
        "id": "x",
        "kind_": "taken",
        "start": 1,
        "end": 2,
        "pid": "p",
        "viz": {"color": {"r": 1}},
        "name": "n",
        "spells": [(1, 2)],
        "parents": [],
    }
    graph = nx.MultiDiGraph()
    for number, text in enumerate((*TEXTS, LONE_SURROGATES)):
        known = {"label": text, "type": "Person", "articles": number, "aliases": [text]}
        graph.add_node(f"n{number:02}", **known, **_texts(odd))
    graph.nodes["n01"].update({"mixed": 3, "articles": None, "mentions": float("nan"), "type": None})
    for number, text in enumerate((*TEXTS, LONE_SURROGATES)):
        values = {
            "predicate": text,
            "label": text,
            "evidence": text,
            "weight": number + 0.5,
            "type": "mutual",
        }
        graph.add_edge(f"n{number:02}", "n00", key=f"e{number:02}", **values, **_texts(odd))
        graph.add_edge(f"n{number:02}", "n00", key=number, predicate="owns", confidence=float("inf"))
    return graph


def _texts(values: dict[object, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if isinstance(key, str)}
