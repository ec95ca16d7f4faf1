"""Every claim behind the edges of a network: who says it, how, in which words, where it was published."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from newsgraph.export.cells import Cell, cell
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG

CLAIM_TITLES = (
    "statement", "subject", "predicate", "object", "source", "stance", "certainty", "confidence", "former",
    "quote", "title", "outlet", "date", "url", "article", "begin", "end", "claim",
)  # fmt: skip

_CLAIMS = """
SELECT ?statement ?claim ?article ?source ?stance ?certainty ?confidence ?former ?quote ?begin ?end {
    GRAPH ?article {
        ?claim ng:proposition ?statement ; ng:former ?former ; ng:stance ?stance ; ng:certainty ?certainty ;
            ng:confidence ?confidence ; ng:quote ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end .
        OPTIONAL { ?claim ng:source ?source }
    }
}"""

_ARTICLES = """
SELECT ?article ?title ?outlet ?date ?url {
    ?article a schema:NewsArticle
    OPTIONAL { ?article schema:headline ?title }
    OPTIONAL { ?article schema:publisher/skos:prefLabel ?outlet }
    OPTIONAL { ?article schema:datePublished ?date }
    OPTIONAL { ?article schema:url ?url }
}"""

_NAMES = "SELECT ?entity ?name { ?entity skos:prefLabel ?name }"

_ARTICLE_ITSELF = "the article"


def claim_rows(store: GraphStore, network: nx.MultiDiGraph) -> Iterator[tuple[Cell | None, ...]]:
    """A row a claim about one of the network's statements, by statement, then by day, under ``CLAIM_TITLES``.

    Edges that are derived from events have no statement, and so no rows here.
    """
    labels = dict(network.nodes(data="label"))
    edges = {
        key: (labels[start], values["label"], labels[end])
        for start, end, key, values in network.edges(keys=True, data=True)
    }
    names = {row["entity"]: row["name"] for row in rows_of(store.query(_NAMES))}
    articles = {row["article"]: row for row in rows_of(store.query(_ARTICLES))}
    claims = [row for row in rows_of(store.query(_CLAIMS)) if row["statement"] in edges]
    for row in sorted(claims, key=lambda row: _order(row, articles)):
        article, source = row["article"], row.get("source", "")
        printed = articles.get(article, {})
        yield (
            row["statement"],
            *(cell(label) for label in edges[row["statement"]]),
            _ARTICLE_ITSELF if source == article else cell(names.get(source)),
            row["stance"].removeprefix(NG.iri),
            row["certainty"].removeprefix(NG.iri),
            float(row["confidence"]),
            row["former"] == "true",
            cell(row["quote"]),
            *(cell(printed.get(name)) for name in ("title", "outlet", "date", "url")),
            article,
            int(row["begin"]),
            int(row["end"]),
            row["claim"],
        )


def _order(row: dict[str, str], articles: dict[str, dict[str, str]]) -> tuple[str, ...]:
    day = articles.get(row["article"], {}).get("date", "")
    return row["statement"], day, row["article"], row["begin"].zfill(12), row["claim"]
