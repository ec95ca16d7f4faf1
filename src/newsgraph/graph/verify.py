"""Whether the graph is true to its articles and to its own rules: spans, counts, shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def verify(store: GraphStore, texts: Mapping[str, str]) -> Report:
    """Checks every span against the text of its article, the shapes, and that the two layers agree.

    ``texts`` gives the text of an article by its id; each is asked for once.
    """
    facts = ArticleFacts()
    shapes = ShapeCheck(store.prefixes)
    violations: list[str] = []
    spans = quads = 0
    for graph in named_graphs(store):
        held = list(store.quads(graph=graph))
        quads += len(held)
        found = read_facts(held)
        spans += len(found)
        article_id = graph.value.removeprefix(store.prefixes["a"])
        violations += check_spans(article_id, graph.value, found, texts.get(article_id))
        facts.add(graph.value, found)
        shapes.add(held)
    world = list(store.quads(graph=DefaultGraph()))
    violations += shapes.violations()
    shapes.add(world)
    violations += shapes.violations()
    violations += check_claimed_counts(store, facts)
    violations += check_statement_ends(store)
    violations += check_plain_triples(store)
    return Report(len(facts.articles), spans, quads + len(world), tuple(sorted(set(violations))))


def named_graphs(store: GraphStore) -> Iterator[NamedNode]:
    """The named graphs, one an article, in the order of their IRIs."""
    for row in rows_of(store.query("SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph")):
        yield NamedNode(row["graph"])
