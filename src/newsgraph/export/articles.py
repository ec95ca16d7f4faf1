"""The articles of the graph, one by one, for the formats in which they are things of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from newsgraph.graph.results import text_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, RDF, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """An article as it was published; empty texts: not known.

    ``day`` is ISO, ``origin`` the IRI of the story that it is a copy of, ``mentions`` are IRIs of entities, sorted.
    """

    iri: str
    title: str
    url: str
    day: str
    outlet: str
    authors: tuple[str, ...]
    language: str
    words: int | None
    origin: str
    mentions: tuple[str, ...]


def printed_articles(store: GraphStore) -> Iterator[PrintedArticle]:
    """The articles, in the order of their IRIs."""
    names = _Names(store)
    subjects = {text_of(quad.subject) for quad in store.quads(None, RDF.type, SCHEMA.NewsArticle, DefaultGraph())}
    for iri in sorted(subjects):
        yield _article(store, NamedNode(iri), names)


def _article(store: GraphStore, article: NamedNode, names: _Names) -> PrintedArticle:
    said: dict[NamedNode, list[str]] = {}
    for quad in store.quads(article, None, None, DefaultGraph()):
        said.setdefault(quad.predicate, []).append(text_of(quad.object))

    def first(predicate: NamedNode) -> str:
        return min(said.get(predicate, [""]))

    words = first(NG.wordCount)
    return PrintedArticle(
        iri=article.value,
        title=first(SCHEMA.headline),
        url=first(SCHEMA.url),
        day=first(SCHEMA.datePublished),
        outlet=names.of(first(SCHEMA.publisher)),
        authors=tuple(sorted(names.of(author) for author in said.get(SCHEMA.author, []))),
        language=first(SCHEMA.inLanguage),
        words=int(words) if words else None,
        origin=first(NG.originGroup),
        mentions=tuple(sorted(said.get(SCHEMA.mentions, []))),
    )


class _Names:
    """How outlets and authors are called, each looked up once."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._known: dict[str, str] = {"": ""}

    def of(self, iri: str) -> str:
        """The name of an entity; empty when it has none."""
        if iri not in self._known:
            quads = self._store.quads(NamedNode(iri), SKOS.prefLabel, None, DefaultGraph())
            self._known[iri] = min((text_of(quad.object) for quad in quads), default="")
        return self._known[iri]
