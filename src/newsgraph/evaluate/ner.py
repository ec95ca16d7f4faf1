"""``ner``: names of people, organizations and places, right when span and type are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsgraph.evaluate.gold import GoldArticle
from newsgraph.evaluate.labels import name_type
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Counts, Scores, count_sets, total
from newsgraph.extract.lexicons import demonym_countries, demonym_peoples
from newsgraph.model import MentionForm

Name = tuple[int, int, str]


def measure_ner(readings: Iterable[Reading]) -> Scores:
    """Exact spans and types over all articles; only the types that the data has count."""
    sides = [(found_names(reading), gold_names(reading.gold)) for reading in readings]
    types = sorted({kind for _, gold in sides for _, _, kind in gold})
    by_type: dict[str, Counts] = defaultdict(Counts)
    for found, gold in sides:
        for kind in types:
            by_type[kind] += count_sets({n for n in found if n[2] == kind}, {n for n in gold if n[2] == kind})
    return {
        **total(by_type.values()).scores(),
        "by_type": {kind: counted.scores() for kind, counted in by_type.items()},
    }


def gold_names(article: GoldArticle) -> set[Name]:
    """The names of the gold data whose type is one of the three."""
    names = set()
    for mention in article.mentions:
        entity = article.entities.get(mention.entity or "")
        kind = name_type(mention.type or (entity.type if entity else None))
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
