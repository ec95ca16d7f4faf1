"""``ner``: names of people, organizations and places, right when span and type are right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from newsgraph.evaluate.gold import GoldArticle, GoldMention
from newsgraph.evaluate.labels import name_type
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Counts, Scores, count_sets, total
from newsgraph.extract.lexicons import demonym_countries, demonym_peoples
from newsgraph.model import MentionForm

Name = tuple[int, int, str]


def measure_ner(readings: Iterable[Reading]) -> Scores:
    """Exact spans and types over all articles; only the types that the data has count."""
    pages = list(readings)
    sides = [(found_names(page), gold_names(page.gold)) for page in pages]
    types = sorted({kind for _, gold in sides for _, _, kind in gold})
    by_type: dict[str, Counts] = defaultdict(Counts)
    for found, gold in sides:
        for kind in types:
            by_type[kind] += count_sets({n for n in found if n[2] == kind}, {n for n in gold if n[2] == kind})
    return {
        **total(by_type.values()).scores(),
        "passed_over": _passed_over(page.gold for page in pages),
        "by_type": {kind: counted.scores() for kind, counted in by_type.items()},
    }


def _label(article: GoldArticle, mention: GoldMention) -> str | None:
    entity = article.entities.get(mention.entity or "")
    return mention.type or (entity.type if entity else None)


def _passed_over(articles: Iterable[GoldArticle]) -> dict[str, int]:
    """The labels of names in the data that are none of the three types, with how often they stand there."""
    labels = (_label(a, m) or "without type" for a in articles for m in a.mentions if m.form in (None, "name"))
    return {label: n for label, n in sorted(Counter(labels).items()) if name_type(label) is None}


def gold_names(article: GoldArticle) -> set[Name]:
    """The names of the gold data whose type is one of the three."""
    names = set()
    for mention in article.mentions:
        kind = name_type(_label(article, mention))
        if kind and mention.form in (None, "name"):
            names.add((mention.start, mention.end, kind))
    return names


def found_names(reading: Reading) -> set[Name]:
    """The names that newsgraph found.

    «Russian» and «Russians» stand for the country or the people to newsgraph, and are MISC or nothing to others:
    they count only where the gold data has a name of exactly that span.
    """
    gold_spans = {(start, end) for start, end, _ in gold_names(reading.gold)}
    names = set()
    for mention in reading.mentions:
        kind = name_type(mention.type)
        span = (mention.span.start, mention.span.end)
        if mention.form is MentionForm.NAME and kind and (span in gold_spans or not _is_demonym(mention.surface)):
            names.add((*span, kind))
    return names


def _is_demonym(surface: str) -> bool:
    return surface in demonym_countries() or surface in demonym_peoples()
