"""What newsgraph finds in articles of gold data: read from raw text, as a user's articles are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsgraph.evaluate.gold import GoldArticle
from newsgraph.ingest import ReadOptions
from newsgraph.ingest.records import article_of
from newsgraph.model import Article, Extraction, Mention, Skipped, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An article of gold data, and what newsgraph found in it; nothing, when it skipped it."""

    gold: GoldArticle
    extraction: Extraction
    skipped: str | None = None

    @property
    def mentions(self) -> list[Mention]:
        """The mentions found in the stretches that people looked at."""
        return [m for m in self.extraction.mentions if self.gold.is_annotated(m.span.start, m.span.end)]


Read = Callable[[Iterable[GoldArticle]], Iterator[Reading]]


def load_reader(model: str) -> Read:
    """A function that reads articles with the product's own pipeline.

    Raises:
        ConfigError: when the model is not there.
    """
    # spaCy takes seconds to import: only who reads pays for it.
    from newsgraph.extract.pipeline import extract_articles, load_pipeline  # noqa: PLC0415

    pipeline = load_pipeline(model)

    def read(articles: Iterable[GoldArticle]) -> Iterator[Reading]:
        for gold in articles:
            article = make_article(gold)
            found = [article] if isinstance(article, Skipped) else extract_articles(pipeline, [article])
            for extraction in found:
                if isinstance(extraction, Skipped):
                    yield Reading(gold, Extraction(gold.id, pipeline.name), extraction.reason)
                else:
                    yield Reading(gold, extraction)

    return read


def make_article(gold: GoldArticle) -> Article | Skipped:
    """The article that a line of JSON with this text, title and date would become."""
    record = {"text": gold.text, "title": gold.title, "date": gold.date}
    return article_of(record, gold.id, ReadOptions(languages=None))


def is_half(one: Span, other: Span) -> bool:
    """Whether each of the two is covered by the other by half or more, in characters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= max(one.end - one.start, other.end - other.start)
