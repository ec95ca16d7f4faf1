"""Which of several places of one name an article means, by the countries and states that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from newsgraph.kb import Entry
from newsgraph.model import EntityType
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.kinds import Kind, kind_of
from newsgraph.resolve.known import DOMINANT, OFTEN_IN_THE_NEWS, Known
from newsgraph.resolve.places import country_named


def codes_by_article(records: Iterable[Record], known: Known) -> dict[str, frozenset[str]]:
    """Article -> codes of the countries and states that it names: «us», «us-oh»."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.is_named and kind_of(record.type) is Kind.PLACE:
            if country := country_named(record.name, as_place=True):
                codes[record.article_id].add(country.code)
            elif state := _state(record.name, known):
                codes[record.article_id].add(state)
    return {article: frozenset(found) for article, found in codes.items()}


def _state(name: str, known: Known) -> str | None:
    regions = [entry for entry in known.kb.named(name) if entry.type is EntityType.REGION and "-" in entry.country]
    return regions[0].country if len(regions) == 1 else None


def choose_place(places: Sequence[Entry], codes: AbstractSet[str]) -> Entry | None:
    """Which of several places an article with these codes means; ``None``: cannot say. They come by falling weight.

    The one that news means far oftener than all others gives way only to one whose state the article names; a town of
    a state («Springfield») is never meant without it.
    """
    first, second = places[0], places[1]
    far_more = first.weight >= DOMINANT * second.weight
    is_state_town = "-" in first.country and first.weight < OFTEN_IN_THE_NEWS
    usual = first if far_more and not is_state_town else None
    near = [place for place in places if place.country in codes and (usual is None or "-" in place.country)]
    if usual in near or len(near) != 1:
        return usual
    return near[0]
