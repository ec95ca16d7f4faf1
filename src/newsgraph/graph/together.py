"""Who is named beside whom: pairs of persons, organisations and places that the same articles mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import DefaultGraph, Literal, NamedNode

from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, RDF, SCHEMA

# Names beside each other in fewer independent stories tie nobody.
LEAST_TOGETHER = 2
# Who names more is a list, of winners, guests or dead: standing in it with somebody says nothing.
MOST_NAMED = 100
_BROAD = (SCHEMA.Person, SCHEMA.Organization, SCHEMA.Place)
_WORLD = DefaultGraph()


class Together(NamedTuple):
    """Two entities, the lower IRI first: how many independent stories and articles mention both, and from when to when.

    The days are ISO, empty where no article is dated.
    """

    source: str
    target: str
    stories: int
    articles: int
    first: str
    last: str


def named_together(store: GraphStore) -> Iterator[Together]:
    """All pairs that ``LEAST_TOGETHER`` stories mention, in the order of their IRIs; articles with lists do not count.

    Time and memory grow with the articles and the square of the names in each, of which there are at most
    ``MOST_NAMED``.
    """
    entities, articles = _mentions(store)
    stories, days = _values(store, NG.originGroup), _values(store, SCHEMA.datePublished)
    story_numbers = {story: number for number, story in enumerate(sorted(set(stories.values())))}
    calendar = ["", *sorted(set(days.values()))]
    day_numbers = {day: number for number, day in enumerate(calendar)}
    often = _often(articles, stories)
    pairs, occurrences = [np.empty(0, dtype=np.int64)], [np.empty((0, 2), dtype=np.int32)]
    for article in sorted(articles):
        pairs.append(_pairs([entity for entity in articles[article] if entity in often], len(entities)))
        where = story_numbers[stories[article]], day_numbers[days.get(article, "")]
        occurrences.append(np.tile(np.array(where, dtype=np.int32), (len(pairs[-1]), 1)))
    yield from _added_up(entities, calendar, np.concatenate(pairs), np.concatenate(occurrences))


def _mentions(store: GraphStore) -> tuple[list[str], dict[str, list[int]]]:
    """The entities that may be tied, and of each article those that it mentions, by their number."""
    kinds = (quad.subject for kind in _BROAD for quad in store.quads(None, RDF.type, kind, _WORLD))
    entities = sorted({node.value for node in kinds if isinstance(node, NamedNode)})
    numbers = {entity: number for number, entity in enumerate(entities)}
    articles: dict[str, list[int]] = {}
    for quad in store.quads(None, SCHEMA.mentions, None, _WORLD):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode) and quad.object.value in numbers:
            articles.setdefault(quad.subject.value, []).append(numbers[quad.object.value])
    return entities, {article: sorted(named) for article, named in articles.items() if len(named) <= MOST_NAMED}


def _often(articles: dict[str, list[int]], stories: dict[str, str]) -> set[int]:
    """Those that enough stories mention; most entities are mentioned in one."""
    mentioned = {(entity, stories[article]) for article, named in articles.items() for entity in named}
    counts = Counter(entity for entity, _ in mentioned)
    return {entity for entity, count in counts.items() if count >= LEAST_TOGETHER}


def _values(store: GraphStore, predicate: NamedNode) -> dict[str, str]:
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads(None, predicate, None, _WORLD)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
    }


def _pairs(named: list[int], base: int) -> NDArray[np.int64]:
    """Each pair of numbers as one number."""
    one, other = np.triu_indices(len(named), 1)
    numbers = np.array(named, dtype=np.int64)
    found: NDArray[np.int64] = numbers[one] * base + numbers[other]
    return found


def _added_up(
    entities: list[str], calendar: list[str], pairs: NDArray[np.int64], occurrences: NDArray[np.int32]
) -> Iterator[Together]:
    order = np.lexsort((occurrences[:, 0], pairs))
    pairs, occurrences = pairs[order], occurrences[order]
    starts = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]]) if len(pairs) else np.empty(0, dtype=np.int64)
    for start, end in pairwise([*starts.tolist(), len(pairs)]):
        stories = 0 if end - start < LEAST_TOGETHER else len(np.unique(occurrences[start:end, 0]))
        if stories >= LEAST_TOGETHER:
            dated = [day for day in occurrences[start:end, 1].tolist() if day]
            one, other = divmod(int(pairs[start]), len(entities))
            first, last = (calendar[min(dated)], calendar[max(dated)]) if dated else ("", "")
            yield Together(entities[one], entities[other], stories, end - start, first, last)
