"""W3C Web Annotations as JSON-LD, one a line: where an article names an entity, and where it claims something.

The text around a mention is not in the graph, so quotes have no prefix and no suffix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode

from newsgraph.export.contract import Written
from newsgraph.export.json_lines import json_line
from newsgraph.export.rdf import refuse_selection
from newsgraph.export.web_address import is_web_address
from newsgraph.graph.results import text_of
from newsgraph.graph.selection import Selection
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import named_graphs
from newsgraph.graph.vocabulary import NG, NIF, RDFS, SCHEMA, SKOS

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

# what is read of a mention or a claim, each of which has one value
_READ: dict[NamedNode, str] = {
    NIF.beginIndex: "begin",
    NIF.endIndex: "end",
    NIF.anchorOf: "anchor",
    NG.quote: "quote",
    NG.refersTo: "entity",
    NG.stance: "stance",
    NG.proposition: "proposition",
    NG.source: "source",
}


def export_annotations(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the mentions and claims of every article, by article, then by place."""
    refuse_selection(selection)
    count = 0
    labels = _Labels(store)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for article in named_graphs(store):
            source = _source(store, article)
            for annotation in _annotations(store, article, source, labels):
                file.write(json_line(annotation))
                count += 1
    return Written(annotations=count)


def _annotations(
    store: GraphStore, article: NamedNode, source: Mapping[str, object], labels: _Labels
) -> Iterator[dict[str, object]]:
    marks: dict[str, dict[str, str]] = {}
    for quad in store.quads(graph=article):
        name = _READ.get(quad.predicate)
        if name is not None:
            marks.setdefault(text_of(quad.subject), {})[name] = text_of(quad.object)
    for iri, mark in sorted(marks.items(), key=lambda item: (int(item[1]["begin"]), int(item[1]["end"]), item[0])):
        if "entity" in mark:
            target = {**source, "selector": _selectors(mark, mark["anchor"])}
            yield _annotation(iri, "identifying", labels.labelled(mark["entity"]), target)
        elif "stance" in mark:
            target = {**source, "selector": _selectors(mark, mark["quote"])}
            yield _annotation(iri, "describing", _claimed(mark, labels), target)


def _annotation(iri: str, motivation: str, body: object, target: Mapping[str, object]) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "id": iri,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _selectors(mark: Mapping[str, str], exact: str) -> list[dict[str, object]]:
    """Both tell the same place: the second still finds it where the text has moved."""
    position: dict[str, object] = {"start": int(mark["begin"]), "end": int(mark["end"])}
    return [{"type": "TextPositionSelector", **position}, {"type": "TextQuoteSelector", "exact": exact}]


def _claimed(mark: Mapping[str, str], labels: _Labels) -> list[object]:
    """What is claimed, how it is put, and by whom; reported speech need not be about a statement or an event."""
    stance = {"type": "SpecificResource", "purpose": "classifying", "source": mark["stance"]}
    bodies: list[object] = [stance]
    if "proposition" in mark:
        bodies.insert(0, labels.labelled(mark["proposition"]))
    if "source" in mark:
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": mark["source"]})
    return bodies


def _source(store: GraphStore, article: NamedNode) -> dict[str, object]:
    """The page that is annotated, and which article of the graph it is; the article itself when it has no address."""
    for quad in store.quads(article, SCHEMA.url, None, DefaultGraph()):
        if is_web_address(url := text_of(quad.object)):
            return {"source": url, "scope": article.value}
    return {"source": article.value}


class _Labels:
    """How entities, statements and events are called, each looked up once."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._known: dict[str, str] = {}

    def labelled(self, iri: str) -> dict[str, str]:
        """The thing with its label, when it has one."""
        if iri not in self._known:
            self._known[iri] = self._look_up(NamedNode(iri))
        label = self._known[iri]
        return {"id": iri, "label": label} if label else {"id": iri}

    def _look_up(self, node: NamedNode) -> str:
        for predicate in (SKOS.prefLabel, RDFS.label):
            for quad in self._store.quads(node, predicate, None, DefaultGraph()):
                return text_of(quad.object)
        return ""
