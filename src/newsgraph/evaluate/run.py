"""One measurement: data read, articles read by newsgraph, both compared."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from newsgraph.config import DEFAULT_MODEL
from newsgraph.evaluate.gold import GoldArticle, GoldError
from newsgraph.evaluate.readers import read_data
from newsgraph.evaluate.reading import Reading, load_reader
from newsgraph.evaluate.scores import Scores


@dataclass(frozen=True, slots=True)
class Options:
    """How to measure: how many documents, over whose mentions, what of it (``crossdoc``), which model and knowledge."""

    limit: int | None = None
    gold_mentions: bool = False
    what: str = "entities"
    model: str = DEFAULT_MODEL
    kb: str = ""


Task = Callable[[Path, Options], Scores]


# What must be marked in an article for a task to measure anything.
MARKED: dict[str, Callable[[GoldArticle], bool]] = {
    "ner": lambda article: bool(article.mentions),
    "coref": lambda article: any(mention.entity for mention in article.mentions),
    "crossdoc": lambda article: any(m.entity for m in article.mentions) or any(e.entity for e in article.events),
    "link": lambda article: any(mention.entity for mention in article.mentions),
    "relations": lambda article: bool(article.relations),
    "quotes": lambda article: bool(article.quotes),
    "events": lambda article: bool(article.events),
    "time": lambda article: bool(article.times),
}


def on_articles(task: str, measure: Callable[[list[Reading], Options], Scores]) -> Task:
    """A task whose data are articles; ``GoldError`` when nothing is marked for it in them."""

    def run(data: Path, options: Options) -> Scores:
        articles = list(islice(read_data(data, task), options.limit))
        if not any(MARKED[task](article) for article in articles):
            raise GoldError(f"{data}: nothing is marked for {task} in the {len(articles)} documents read")
        read = load_reader(options.model)
        started = time.perf_counter()
        readings = list(read(articles))
        seconds = time.perf_counter() - started
        skipped = sum(reading.skipped is not None for reading in readings)
        return {
            "documents": len(articles),
            "skipped": skipped,
            "words": sum(len(article.text.split()) for article in articles),
            "seconds": round(seconds, 2),
            **measure(readings, options),
        }

    return run


def on_pages(measure: Callable[[Path, int | None], Scores]) -> Task:
    """A task whose data are web pages."""

    def run(data: Path, options: Options) -> Scores:
        started = time.perf_counter()
        scores = measure(data, options.limit)
        head = {"documents": scores.pop("documents"), "words": scores.pop("words")}
        return {**head, "seconds": round(time.perf_counter() - started, 2), **scores}

    return run
