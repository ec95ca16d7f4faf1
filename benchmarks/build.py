"""How quick a build is beside its model alone and beside GraphRAG's extraction without a language model.

python benchmarks/build.py ARTICLES.jsonl [--articles 200] [--graphrag]

All in one run on the same articles, one core each unless said otherwise: words a second of (a) the bare spaCy pipeline
with the components that newsgraph loads, (b) newsgraph's whole build with one and with two processes, and with
``--graphrag`` (c) the class SyntacticNounPhraseExtractor of graphrag 3.1.2, which has to be installed, on a spaCy model
with a parser and named entities. Then the seconds of a build in which nothing has changed, of one article more, and the
bytes on disk for each word. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from newsgraph.config import DEFAULT_MODEL, Config
from newsgraph.extract import story
from newsgraph.extract.pipeline import BATCH, load_pipeline
from newsgraph.ingest import ReadOptions, find_files, read_file
from newsgraph.ingest.sources import SourceFile
from newsgraph.model import Article
from newsgraph.pipeline import Spread, build
from newsgraph.workspace import Workspace


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="count", type=int, default=200)
    parser.add_argument("--graphrag", action="store_true")
    parser.add_argument("--column", action="append", default=[], metavar="FIELD=COLUMN")
    arguments = parser.parse_args()
    columns = dict(column.split("=", 1) for column in arguments.column)
    articles = _articles(arguments.articles, ReadOptions(columns=columns), arguments.count)
    words = sum(len(story.story_text(article).split()) for article in articles)
    found: dict[str, float] = {"articles": len(articles), "words": words}
    found["model_alone_words_per_second"] = words / _seconds(lambda: _model_alone(articles))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        _write(source, articles[:-1])
        one, two = folder / "one", folder / "two"
        found["build_words_per_second"] = words / _seconds(lambda: _build(one, source, 1))
        found["two_workers_words_per_second"] = words / _seconds(lambda: _build(two, source, 2))
        found["unchanged_seconds"] = _seconds(lambda: _build(one, source, 1))
        _write(folder / "more.jsonl", articles[-1:])
        found["one_more_seconds"] = _seconds(lambda: _build(one, folder / "more.jsonl", 1))
        found["bytes_per_word"] = sum(path.stat().st_size for path in one.rglob("*") if path.is_file()) / words
    found["build_to_model"] = found["build_words_per_second"] / found["model_alone_words_per_second"]
    found["two_to_one"] = found["two_workers_words_per_second"] / found["build_words_per_second"]
    if arguments.graphrag:
        found["graphrag_words_per_second"] = words / _seconds(lambda: _graphrag(articles))
        found["build_to_graphrag"] = found["build_words_per_second"] / found["graphrag_words_per_second"]
    print(json.dumps({name: round(value, 3) for name, value in found.items()}))


def _articles(path: Path, options: ReadOptions, count: int) -> list[Article]:
    found: list[Article] = []
    for file in find_files([str(path)]):
        if isinstance(file, SourceFile):
            found += [article for article in read_file(file, options) if isinstance(article, Article)]
    return found[:count]


def _write(path: Path, articles: Sequence[Article]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for article in articles:
            fields = {"text": article.text, "title": article.title, "url": article.url, "date": article.date}
            out.write(json.dumps(fields | {"source": article.outlet, "authors": list(article.authors)}) + "\n")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _model_alone(articles: Sequence[Article]) -> None:
    pipeline = load_pipeline(DEFAULT_MODEL)
    with pipeline.arithmetic.limit(limits=1, user_api="blas"):
        for _ in pipeline.nlp.pipe((story.story_text(article) for article in articles), batch_size=BATCH):
            pass


def _build(workspace: Path, source: Path, workers: int) -> None:
    with Workspace.open(workspace, create=True) as opened:
        build(opened, [str(source)], replace(Config(), languages=()), options=ReadOptions(languages=None),
              spread=Spread("local", workers))  # fmt: skip


def _graphrag(articles: Sequence[Article]) -> None:
    from graphrag.index.operations.build_noun_graph.np_extractors.syntactic_parsing_extractor import (  # noqa: PLC0415
        SyntacticNounPhraseExtractor,
    )

    extractor = SyntacticNounPhraseExtractor(
        model_name=DEFAULT_MODEL, max_word_length=15, include_named_entities=True, exclude_entity_tags=["DATE"],
        exclude_pos_tags=["DET", "PRON", "INTJ", "X"], exclude_nouns=[], word_delimiter=" ",
    )  # fmt: skip
    for article in articles:
        extractor.extract(story.story_text(article))


if __name__ == "__main__":
    main()
