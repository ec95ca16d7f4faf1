"""A part of the network as it is drawn: an entity with those around it, or the best reported of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import networkx as nx

from newsgraph.answers.centrality import communities
from newsgraph.answers.paths import NO_TIES
from newsgraph.graph.layout import positions
from newsgraph.views.atlas import Atlas, Edge, Told, independent_reports

NO_NODES = frozenset(kind.value for kind in NO_TIES)


@dataclass(frozen=True, slots=True)
class Shape:
    """An entity as it is shown."""

    iri: str
    label: str
    type: str
    articles: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as it is drawn; its ends are numbers of shapes."""

    one: int
    other: int
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes and lines; ``left``: how many shapes more could be shown.

    ``places``: x and y of each shape, y upwards; ``None``: whoever draws it finds them. ``groups``: the community of
    each shape by number, 0 the largest; ``None``: they were not looked for.
    """

    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]
    left: int
    places: tuple[tuple[float, float], ...] | None = None
    groups: tuple[int, ...] | None = None


def draw_around(atlas: Atlas, number: int, most: int) -> Picture:
    """An entity, those that it is tied to in the most independent reports, and the ties between all of them."""
    ends = [edge.beyond(number) for edge in atlas.ties_of.get(number, ())]
    others = [end for end in ends if atlas.nodes[end].type not in NO_NODES]
    return draw_part(atlas, [number, *others[:most]], max(0, len(others) - most))


def draw_map(atlas: Atlas, most: int) -> Picture:
    """The entities with the most independent reports of their ties, in their places, with their communities."""
    numbers = best_tied(atlas)
    picture = draw_part(atlas, numbers[:most], max(0, len(numbers) - most))
    graph = nx.Graph()
    for shape in picture.shapes:
        graph.add_node(shape.iri, articles=shape.articles)
    for line in picture.lines:
        ends = picture.shapes[line.one].iri, picture.shapes[line.other].iri
        graph.add_edge(*ends, weight=independent_reports(line.told))
    found = positions(graph)
    groups = sorted(communities(graph), key=lambda group: (-len(group), min(group)))
    group_of = {iri: number for number, group in enumerate(groups) for iri in group}
    return replace(
        picture,
        places=tuple(found[shape.iri] for shape in picture.shapes),
        groups=tuple(group_of[shape.iri] for shape in picture.shapes),
    )


def best_tied(atlas: Atlas) -> list[int]:
    """The numbers of the entities that are tied, first those with the most independent reports of their ties."""
    reports: dict[int, int] = {}
    for edge in atlas.edges:
        if not {atlas.nodes[edge.one].type, atlas.nodes[edge.other].type} & NO_NODES:
            for end in (edge.one, edge.other):
                reports[end] = reports.get(end, 0) + edge.reports
    return sorted(reports, key=lambda number: (-reports[number], number))


def draw_part(atlas: Atlas, numbers: Sequence[int], left: int = 0) -> Picture:
    """Some entities and the ties between them."""
    place = {number: at for at, number in enumerate(numbers)}
    lines = [
        _line(edge, place)
        for number in place
        for edge in atlas.ties_of.get(number, ())
        if edge.one == number and edge.other in place
    ]
    return Picture(tuple(shape_of(atlas, number) for number in numbers), tuple(lines), left)


def shape_of(atlas: Atlas, number: int) -> Shape:
    """An entity as it is shown, by its number."""
    node = atlas.nodes[number]
    return Shape(node.iri, node.label, node.type, node.articles)


def _line(edge: Edge, place: dict[int, int]) -> Line:
    return Line(place[edge.one], place[edge.other], edge.told)


def suggest(atlas: Atlas, text: str, most: int) -> list[Shape]:
    """Entities that have a name in which each word begins with one of these: exact names, then those in most articles.

    ``text`` is a key, as ``newsgraph.spelling.lookup_key`` makes it.
    """
    words = [f" {word}" for word in text.split()]
    exact: list[int] = []
    begun: list[int] = []
    for number, node in enumerate(atlas.nodes):
        if text in node.keys:
            exact.append(number)
        elif len(begun) < most and any(all(word in f" {key}" for word in words) for key in node.keys):
            begun.append(number)
    return [shape_of(atlas, number) for number in (*exact, *begun)[:most]] if words else []
