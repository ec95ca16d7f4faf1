"""Whether the graph is true to its articles and to its own rules: spans, counts, shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from pyoxigraph import DefaultGraph, NamedNode

from newsgraph.graph.article_checks import ArticleFacts, check_claimed_counts, check_spans, read_facts
from newsgraph.graph.results import rows_of
from newsgraph.graph.shapes import ShapeCheck
from newsgraph.graph.store import GraphStore
from newsgraph.graph.world_checks import check_plain_triples, check_statement_ends


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what is wrong: one plain sentence each, sorted."""

    articles: int
    spans: int
    quads: int
    violations: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations


@dataclass(slots=True)
class ArticlePart:
    """What was found in the graphs of some articles."""

    facts: ArticleFacts = field(default_factory=ArticleFacts)
    spans: int = 0
    quads: int = 0
    violations: list[str] = field(default_factory=list)


def verify(store: GraphStore, texts: Mapping[str, str], parts: Iterable[ArticlePart] | None = None) -> Report:
    """Checks every span against the text of its article, the shapes, and that the two layers agree.

    ``texts`` gives the text of an article by its id; each is asked for once. ``parts`` is what ``verify_articles``
    found in all named graphs, where that was done elsewhere.
    """
    if parts is None:
        parts = [verify_articles(store, texts, named_graphs(store))]
    quads, violations = _verify_world(store)
    facts, spans = ArticleFacts(), 0
    for part in parts:
        facts.join(part.facts)
        spans += part.spans
        quads += part.quads
        violations += part.violations
    violations += check_claimed_counts(store, facts)
    violations += check_statement_ends(store)
    violations += check_plain_triples(store)
    return Report(len(facts.articles), spans, quads, tuple(sorted(set(violations))))


def verify_articles(store: GraphStore, texts: Mapping[str, str], graphs: Iterable[NamedNode]) -> ArticlePart:
    """Checks these named graphs against the texts of their articles, and by the shapes."""
    found = ArticlePart()
    shapes = ShapeCheck(store)
    for graph in graphs:
        held = list(store.quads(graph=graph))
        facts = read_facts(held)
        article_id = graph.value.removeprefix(store.prefixes["a"])
        found.quads += len(held)
        found.spans += len(facts)
        found.violations += check_spans(article_id, graph.value, facts, texts.get(article_id))
        found.facts.add(graph.value, facts)
        shapes.add(held)
    found.violations += shapes.violations()
    return found


def _verify_world(store: GraphStore) -> tuple[int, list[str]]:
    """The number of quads of the default graph, and what of them breaks a shape."""
    shapes = ShapeCheck(store)
    quads = 0
    for _, held in groupby(store.quads(graph=DefaultGraph()), key=lambda quad: quad.subject):
        described = list(held)
        quads += len(described)
        shapes.add(described)
    return quads, shapes.violations()


def named_graphs(store: GraphStore) -> Iterator[NamedNode]:
    """The named graphs, one an article, in the order of their IRIs."""
    for row in rows_of(store.query("SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph")):
        yield NamedNode(row["graph"])
