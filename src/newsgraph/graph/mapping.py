"""Extractions and identities become quads: one named graph an article, and the default graph for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from newsgraph import ids
from newsgraph.graph.article_layer import article_graph, article_quads
from newsgraph.graph.propositions import entity_types, read_propositions
from newsgraph.graph.tally import Tally
from newsgraph.graph.terms import Mint
from newsgraph.graph.world_layer import article_metadata, tally_quads
from newsgraph.model import Article, Extraction, Resolution

__all__ = ["article_quads", "graph_quads", "world_quads"]


def graph_quads(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    resolution: Resolution,
    origins: Mapping[str, str],
    *,
    base: str = ids.DEFAULT_BASE,
) -> Iterator[Quad]:
    """The whole graph, both layers; each article is read once and not kept.

    ``origins`` names the origin group of each article id; an article that it does not name is its own.
    An article without an extraction, or the other way round, gives nothing.
    """
    return _corpus_quads(articles, extractions, resolution, origins, base=base, with_articles=True)


def world_quads(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    resolution: Resolution,
    origins: Mapping[str, str],
    *,
    base: str = ids.DEFAULT_BASE,
) -> Iterator[Quad]:
    """The default graph alone; arguments as for ``graph_quads``."""
    return _corpus_quads(articles, extractions, resolution, origins, base=base, with_articles=False)


def _corpus_quads(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    resolution: Resolution,
    origins: Mapping[str, str],
    *,
    base: str,
    with_articles: bool,
) -> Iterator[Quad]:
    mint, types, tally = Mint(base), entity_types(resolution), Tally()
    by_article = {extraction.article_id: extraction for extraction in extractions}
    for article in articles:
        extraction = by_article.get(article.id)
        if extraction is None:
            continue
        found = read_propositions(extraction, resolution, types)
        origin = origins.get(article.id, article.id)
        tally.add(article, extraction, found, origin)
        yield from article_metadata(article, extraction, resolution, origin, mint=mint)
        if with_articles:
            yield from article_graph(article, extraction, resolution, found, mint=mint)
    yield from tally_quads(tally, resolution, mint=mint)
