"""The views by name: each takes texts, as they stand in an address, and gives what a page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import msgspec

from newsgraph.answers import find_claims, find_contradictions, find_paths, read_timeline
from newsgraph.answers.claims import Claim, Contradiction
from newsgraph.answers.paths import BY, Path
from newsgraph.answers.timeline import Moment
from newsgraph.errors import NotFoundError, QueryError
from newsgraph.graph.doubts import Pair, read_doubts, read_sentences
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.queries import NamedQuery, named_queries, run_named
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.results import write_results
from newsgraph.graph.standing import Standing
from newsgraph.model import EntityType, Stance
from newsgraph.spelling import lookup_key
from newsgraph.version import __version__
from newsgraph.views.atlas import Atlas
from newsgraph.views.desk import Desk
from newsgraph.views.evidence import Evidence, Page, evidence_between, read_page
from newsgraph.views.picture import NO_NODES, Picture, Shape, best_tied, draw_around, shape_of, suggest
from newsgraph.views.portrait import Portrait, read_portrait

Asked = Mapping[str, str]
View = Callable[[Desk, Asked], Any]
# How much one answer holds unless another number is asked for, and whatever number is.
MOST_AROUND, MOST_ON_MAP, MOST_LISTED, MOST_SUGGESTED, MOST_PAIRS = 60, 400, 200, 12, 20
AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the graph holds: its size, its days, and the words that filters are made of; ``best``: the best tied."""

    version: str
    base: str
    articles: int
    entities: int
    ties: int
    first: str
    last: str
    outlets: list[str]
    types: list[str]
    labels: dict[str, str]
    stances: list[str]
    standings: list[str]
    best: list[Shape]


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of a list, and how long it is; ``None``: longer."""

    items: list[Any]
    total: int | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one, with some sentences of either."""

    pair: Pair
    left: list[str]
    right: list[str]


def show(desk: Desk, name: str, asked: Asked) -> bytes:
    """What a view shows, as JSON.

    Raises:
        NotFoundError: when there is no such view, or what is asked for is not there.
        QueryError: when something that it needs is missing, or is not of its kind.
    """
    if name not in VIEWS:
        raise NotFoundError(f"no view {name!r}: there are {', '.join(VIEWS)}")
    return msgspec.json.encode(VIEWS[name](desk, asked))


def describe(base: str, atlas: Atlas) -> Corpus:
    """What an atlas holds; ``base`` begins the IRIs in it."""
    return Corpus(
        version=__version__,
        base=base,
        articles=atlas.articles,
        entities=len(atlas.nodes),
        ties=len(atlas.edges),
        first=atlas.first,
        last=atlas.last,
        outlets=atlas.outlets,
        types=[kind.value for kind in EntityType if kind.value not in NO_NODES],
        labels={name: relation.label for name, relation in RELATIONS.items()} | EVENT_TYPES,
        stances=[stance.value for stance in Stance],
        standings=[standing.value for standing in Standing],
        best=[shape_of(atlas, number) for number in best_tied(atlas)[:MOST_SUGGESTED]],
    )


def _corpus(desk: Desk, _: Asked) -> Corpus:
    return describe(desk.store.base, desk.atlas)


def _suggest(desk: Desk, asked: Asked) -> list[Shape]:
    return suggest(desk.atlas, lookup_key(_needed(asked, "text")), _number(asked, "most", MOST_SUGGESTED))


def _around(desk: Desk, asked: Asked) -> Picture:
    return draw_around(desk.atlas, _entity(desk, asked), _number(asked, "most", MOST_AROUND))


def _map(desk: Desk, asked: Asked) -> Picture:
    return desk.map(_number(asked, "most", MOST_ON_MAP))


def _between(desk: Desk, asked: Asked) -> tuple[Evidence, ...]:
    one, other = _entity(desk, asked, "one"), _entity(desk, asked, "other")
    return evidence_between(desk.store, desk.texts, desk.atlas, one, other)


def _portrait(desk: Desk, asked: Asked) -> Portrait:
    return read_portrait(desk.store, desk.atlas, _entity(desk, asked))


def _timeline(desk: Desk, asked: Asked) -> Listed:
    since, until = asked.get("since", ""), asked.get("until", "")
    moments: list[Moment] = read_timeline(desk.store, _needed(asked, "entity"), since=since, until=until)
    return _first(moments[::-1], asked)


def _claims(desk: Desk, asked: Asked) -> Listed:
    known = ("source", "about", "stance", "since", "until")
    most = _number(asked, "most", MOST_LISTED)
    wanted = {name: asked[name] for name in known if asked.get(name)}
    claims: list[Claim] = find_claims(desk.store, **wanted, most=most + 1)
    return Listed(claims[:most], len(claims) if len(claims) <= most else None)


def _contradictions(desk: Desk, asked: Asked) -> Listed:
    found: list[Contradiction] = find_contradictions(desk.store, asked.get("about") or None)
    return _first(found, asked)


def _paths(desk: Desk, asked: Asked) -> list[Path]:
    ends = _needed(asked, "one"), _needed(asked, "other")
    return find_paths(desk.store, *ends, by=asked.get("by") or BY[0], cooccurrence=asked.get("cooccurrence") != "no")


def _article(desk: Desk, asked: Asked) -> Page:
    return read_page(desk.store, desk.texts, _needed(asked, "article"))


def _doubts(desk: Desk, asked: Asked) -> Listed:
    pairs = read_doubts(desk.store)
    shown = pairs[: _number(asked, "most", MOST_PAIRS)]
    sides = [[read_sentences(desk.store, side.iri, desk.texts) for side in (pair.left, pair.right)] for pair in shown]
    return Listed([Doubt(pair, *side) for pair, side in zip(shown, sides, strict=True)], len(pairs))


def _queries(_: Desk, __: Asked) -> list[NamedQuery]:
    return list(named_queries().values())


def _answer(desk: Desk, asked: Asked) -> object:
    """The answer to a named query, as SPARQL 1.1 results JSON; its parameters begin with «p.» here."""
    values = {name.removeprefix("p."): value for name, value in asked.items() if name.startswith("p.")}
    written = StringIO()
    write_results(run_named(desk.store, _needed(asked, "name"), values), "json", written)
    return msgspec.Raw(written.getvalue().encode())


VIEWS: dict[str, View] = {
    "corpus": _corpus,
    "suggest": _suggest,
    "around": _around,
    "map": _map,
    "between": _between,
    "entity": _portrait,
    "timeline": _timeline,
    "claims": _claims,
    "contradictions": _contradictions,
    "paths": _paths,
    "article": _article,
    "doubts": _doubts,
    "queries": _queries,
    "answer": _answer,
}


def _entity(desk: Desk, asked: Asked, key: str = "entity") -> int:
    return desk.number(_needed(asked, key))


def _needed(asked: Asked, key: str) -> str:
    if not asked.get(key):
        raise QueryError(f"a value for {key!r} is missing")
    return asked[key]


def _number(asked: Asked, key: str, default: int) -> int:
    text = asked.get(key) or str(default)
    if not (text.isascii() and text.isdigit()):
        raise QueryError(f"{key}={text!r} is no number")
    return min(int(text[:9]), AT_MOST)


def _first(items: list[Any], asked: Asked) -> Listed:
    return Listed(items[: _number(asked, "most", MOST_LISTED)], len(items))
