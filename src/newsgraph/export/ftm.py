"""FollowTheMoney, one entity a line: for Aleph, OpenAleph, OpenSanctions' tools and what else reads it.

A link there reads as true, so only what is accepted or reported becomes one. Since when and until when a tie
holds is not in the graph, so links have no dates of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode

from newsgraph.errors import ExportError
from newsgraph.export.articles import PrintedArticle, printed_articles
from newsgraph.export.cells import readable
from newsgraph.export.columns import Edge, Node, edges_of, nodes_of
from newsgraph.export.contract import Written
from newsgraph.export.ftm_schema import link_of, schema_of
from newsgraph.export.json_lines import json_line
from newsgraph.export.web_address import is_web_address
from newsgraph.graph.participants import participant_pairs
from newsgraph.graph.results import text_of
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.standing import Standing
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, OWL, SCHEMA, WD
from newsgraph.ids import digest

_LINKED = frozenset({Standing.ACCEPTED.value, Standing.REPORTED.value})
# what FollowTheMoney takes for an id
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")

_KNOWN = {SCHEMA.description: "summary"}
_COORDINATES = {SCHEMA.latitude: "latitude", SCHEMA.longitude: "longitude"}

Entity = dict[str, object]


def export_ftm(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the entities of the network, the articles that tell of their ties, and the ties, by their ids.

    Raises:
        ExportError: when ties are asked for that are neither accepted nor reported.
    """
    network = select_network(store, replace(selection, standings=_wanted(selection.standings)))
    nodes, edges = nodes_of(network), edges_of(network)
    proofs = _proofs(store, edges)
    told = {article for articles in proofs.values() for article in articles}
    articles = {article.iri: article for article in printed_articles(store) if article.iri in told}
    links = _Links(store, {node.id: schema_of(str(node.values["type"])) for node in nodes}, articles)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json_line(_thing(store, node)) for node in nodes)
        file.writelines(json_line(_article(store, article)) for article in articles.values())
        file.writelines(json_line(links.link(edge, proofs[edge.id])) for edge in edges)
    return Written(nodes=len(nodes) + len(articles), edges=len(edges))


def _wanted(standings: frozenset[str]) -> frozenset[str]:
    unfit = sorted(standings - _LINKED)
    if unfit:
        raise ExportError(f"FollowTheMoney has no links for what is {unfit[0].lower()}: only Accepted and Reported")
    return standings or _LINKED


def _proofs(store: GraphStore, edges: Iterable[Edge]) -> dict[str, list[str]]:
    """The IRIs of the articles that tell of each tie."""
    pairs = {edge.id for edge in edges if edge.values["kind"] == "derived"}
    found: dict[str, set[str]] = {}
    for pair in participant_pairs(store) if pairs else ():
        if pair.key in pairs:
            found[pair.key] = pair.articles
    for edge in edges:
        if edge.id not in pairs:
            claims = store.quads(None, NG.proposition, NamedNode(edge.id))
            found[edge.id] = {claim.graph_name.value for claim in claims if isinstance(claim.graph_name, NamedNode)}
    return {edge: sorted(articles) for edge, articles in found.items()}


def _thing(store: GraphStore, node: Node) -> Entity:
    schema = schema_of(str(node.values["type"]))
    values = {"name": [node.label], "alias": node.values["aliases"], **_known(store, node.id, schema)}
    if schema == "Person":
        values["position"] = node.values["positions"]
    elif schema == "Address":
        values["full"] = [node.label]
    elif schema == "Document":
        values |= {"title": [node.label], "fileName": [node.label]}
    return _entity(_id(store, "e", node.id), schema, values)


def _known(store: GraphStore, iri: str, schema: str) -> dict[str, list[str]]:
    """What is known of an entity from the start."""
    found: dict[str, list[str]] = {}
    names = _KNOWN | (_COORDINATES if schema == "Address" else {})
    for quad in store.quads(NamedNode(iri), None, None, DefaultGraph()):
        value = text_of(quad.object)
        if quad.predicate in names:
            found.setdefault(names[quad.predicate], []).append(value)
        elif quad.predicate == OWL.sameAs and value.startswith(WD.iri):
            found.setdefault("wikidataId", []).append(value.removeprefix(WD.iri))
    return {name: sorted(values) for name, values in found.items()}


def _article(store: GraphStore, article: PrintedArticle) -> Entity:
    values = {
        "title": [article.title],
        "publishedAt": [article.day],
        "publisher": [article.outlet],
        "author": article.authors,
        "sourceUrl": [article.url] if is_web_address(article.url) else [],
    }
    return _entity(_id(store, "a", article.iri), "Article", values)


@dataclass(frozen=True, slots=True)
class _Links:
    """Makes links; ``schemata`` gives that of each node, ``articles`` those that tell of ties, both by IRI."""

    store: GraphStore
    schemata: Mapping[str, str]
    articles: Mapping[str, PrintedArticle]

    def link(self, edge: Edge, proofs: Iterable[str]) -> Entity:
        """The tie, with all articles that tell of it as its proofs."""
        told = [self.articles[iri] for iri in proofs if iri in self.articles]
        link = link_of(edge.kind, self.schemata[edge.source], self.schemata[edge.target])
        values: dict[str, object] = {
            link.subject: [_id(self.store, "e", edge.source)],
            link.object: [_id(self.store, "e", edge.target)],
            "summary": [edge.values["evidence"]],
            "description": [_reports(edge)],
            "recordId": [edge.id],
            "proof": [_id(self.store, "a", article.iri) for article in told],
            "publisher": sorted({article.outlet for article in told}),
            "modifiedAt": [edge.values.get("last", "")],
        }
        former = bool(edge.values["former"])
        if link.nature == "relationship":
            kin = edge.label.removesuffix(" of").removesuffix(" to")
            values["relationship"] = [f"former {kin}" if former else kin]
        else:
            values |= {"role": [edge.label]} if link.nature else {}
            values |= {"status": ["former"]} if former else {}
        return _entity(_id(self.store, "st", edge.id), link.schema, values)


def _reports(edge: Edge) -> str:
    """«Accepted, in 2 independent reports (3 articles)»."""
    reports, articles = edge.values["origins"], edge.values["articles"]
    return (
        f"{edge.values['standing']}, in {reports} independent report{'' if reports == 1 else 's'}"
        f" ({articles} article{'' if articles == 1 else 's'})"
    )


def _entity(id_: str, schema: str, values: Mapping[str, object]) -> Entity:
    """An entity with the properties that have a value, all of which are lists of texts there."""
    properties = {}
    for name, given in sorted(values.items()):
        texts = [_line(value) for value in given if value] if isinstance(given, list | tuple) else []
        if kept := list(dict.fromkeys(text for text in texts if text)):
            properties[name] = kept
    return {"id": id_, "schema": schema, "properties": properties}


def _id(store: GraphStore, folder: str, iri: str) -> str:
    """«e-ana-petrov-1f2a90cd» for an entity; what has no such IRI, such as a pair, has one made of a digest."""
    local = f"{folder}-{iri.removeprefix(store.prefixes[folder])}"
    return local if _ID.fullmatch(local) else f"{folder}-{digest(iri)}"


def _line(value: object) -> str:
    return " ".join(readable(str(value)).split())
