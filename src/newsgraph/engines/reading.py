"""What every engine does with a batch of articles, wherever it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from newsgraph.model import Article, Extraction, Skipped

if TYPE_CHECKING:
    from newsgraph.extract.pipeline import Pipeline


# So many batches wait for each process that reads: none stands idle, and few are held in memory.
IN_STORE = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article and what came of reading it."""

    article: Article
    result: Extraction | Skipped


Read = Callable[[str, Sequence[Article]], list[Outcome]]


class Engine(Protocol):
    """Reads batches of articles."""

    def read(self, model: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        """What came of the articles, in any order; each comes once. Batches are taken as they are needed.

        Raises:
            ConfigError: when the model, or what the engine needs, is not installed.
        """


@lru_cache(maxsize=1)
def _pipeline(model: str) -> Pipeline:
    # spaCy takes seconds to import: only who reads pays for it.
    from newsgraph.extract.pipeline import load_pipeline  # noqa: PLC0415

    return load_pipeline(model)


def read_batch(model: str, articles: Sequence[Article]) -> list[Outcome]:
    """What comes of reading these here; the model is loaded once in a process.

    Raises:
        ConfigError: when the model is not installed.
    """
    from newsgraph.extract.pipeline import extract_articles  # noqa: PLC0415

    results = extract_articles(_pipeline(model), articles)
    return [Outcome(article, result) for article, result in zip(articles, results, strict=True)]


def put_aside(article: Article) -> Outcome:
    """What comes of an article that ended the process that read it, and another that read it alone."""
    reason = "ended the process that read it, twice: it is put aside until it or newsgraph changes"
    return Outcome(article, Skipped(article.location, "extract", reason))


class Here:
    """Reads in this process, one batch after the other."""

    def read(self, model: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        """As every engine does."""
        for batch in batches:
            yield read_batch(model, batch)
