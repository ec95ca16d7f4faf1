"""How two entities are connected: chains of statements, events and shared articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from newsgraph.answers.links import event_links
from newsgraph.answers.lookup import facts, value_of
from newsgraph.answers.told import Told, read_told
from newsgraph.errors import QueryError
from newsgraph.graph.card import OF_ARTICLE, Place, place_of
from newsgraph.graph.find import find_entity
from newsgraph.graph.results import rows_of
from newsgraph.graph.selection import read_types
from newsgraph.graph.store import GraphStore
from newsgraph.graph.together import LEAST_TOGETHER
from newsgraph.graph.vocabulary import ENTITY_CLASSES, NG, RDF, SKOS
from newsgraph.model import EntityType

BY = ("shortest", "strongest")
# Of each step so many statements and events are shown, and so many articles that name both.
MOST_TOLD = 3
MOST_ARTICLES = 3
# A step by articles that name both counts as so many steps by what is told, and is weaker than a single report.
FARTHER, WEAKER = 3.5, 1.0
# Of chains of one length the better reported comes first.
TIE_BREAK = 0.001
# Everybody is «a spokesman», and «officials» are others in each article: these connect nobody.
NO_TIES = (EntityType.POSITION, EntityType.ANONYMOUS_SOURCE)

_TOGETHER = """
SELECT ?other (COUNT(DISTINCT ?story) AS ?stories) $name {
    ?article schema:mentions $name , ?other ; ng:originGroup ?story .
    ?other a ?class FILTER(?class IN (schema:Person, schema:Organization))
    FILTER(?other != $name)
} GROUP BY ?other $name"""
_BOTH = f"""
SELECT ?article ?headline ?outlet ?date $one $other {{
    ?article schema:mentions $one , $other .{OF_ARTICLE}
}} ORDER BY DESC(?date) ?article LIMIT {MOST_ARTICLES}"""


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity to the next: what is told of both, the best reported first.

    Where nothing is told they are only named by the same articles: in ``together`` independent stories, of which some
    stand in ``places``.
    """

    source: str
    source_iri: str
    target: str
    target_iri: str
    told: tuple[Told, ...]
    together: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of steps; ``reports``: in how many independent reports its weakest step is told."""

    steps: tuple[Step, ...]
    reports: int


def find_paths(
    store: GraphStore,
    start: str,
    end: str,
    *,
    by: str = "shortest",
    count: int = 3,
    via_types: Collection[str] = (),
    cooccurrence: bool = True,
) -> list[Path]:
    """Chains between two entities that share no entity on the way, the best first; none: they are not connected.

    Args:
        store: the graph.
        start: a name or IRI.
        end: the other.
        by: «shortest»: the fewest steps; «strongest»: the most independent reports on the way (each step costs one
            divided by its reports; Dijkstra's algorithm).
        count: at most so many chains.
        via_types: only over entities of these types; a broad type holds the narrower. Empty: all.
        cooccurrence: also from either end over names that stand in the same articles, in two stories or more.

    Raises:
        NotFoundError: when a name means no entity, or several.
        QueryError: when ``by`` is none of the two, or both names mean one entity.
        SelectionError: when a type is unknown.
    """
    if by not in BY:
        raise QueryError(f"{by!r}: paths are {' or '.join(BY)}")
    ends = find_entity(store, start), find_entity(store, end)
    if ends[0] == ends[1]:
        raise QueryError(f"{start} and {end} are one and the same")
    ties = _ties(store)
    if cooccurrence:
        for name in ends:
            _add_together(store, name, ties)
    ties.remove_nodes_from([node for node in _unwanted(store, via_types, ties) if node not in ends])
    found = []
    for chain in _disjoint(ties, ends, by, count):
        steps = tuple(_step(store, ties, one, other) for one, other in nx.utils.pairwise(chain))
        found.append(Path(steps, min(max((t.reports for t in step.told), default=0) for step in steps)))
    return found


def _ties(store: GraphStore) -> nx.Graph:
    """All pairs of which something is told that is not merely denied; ``told``: (reports, IRI) of each."""
    reports = {fact.subject.value: int(fact.value) for fact in facts(store, predicate=NG.originCount)}
    denied = {fact.subject.value for fact in facts(store, predicate=NG.standing, value=NG.Denied)}
    ties = nx.Graph()
    events = ((link.about, link.source, link.target) for link in event_links(store, NG.Actual))
    for about, one, other in (*_statements(store), *events):
        if one != other and about not in denied:
            if not ties.has_edge(one, other):
                ties.add_edge(one, other, told=[], together=0)
            ties.edges[one, other]["told"].append((reports[about], about))
    return ties


def _statements(store: GraphStore) -> Iterator[tuple[str, str, str]]:
    """IRI of the statement, of its subject, of its object."""
    subjects = {fact.subject: fact.value for fact in facts(store, predicate=RDF.subject)}
    for fact in facts(store, predicate=RDF.object):
        yield fact.subject.value, subjects[fact.subject], fact.value


def _add_together(store: GraphStore, name: str, ties: nx.Graph) -> None:
    for row in rows_of(store.query(_TOGETHER, substitutions={"name": NamedNode(name)})):
        stories = int(row["stories"])
        if stories >= LEAST_TOGETHER and not ties.has_edge(name, row["other"]):
            ties.add_edge(name, row["other"], told=[], together=stories)


def _unwanted(store: GraphStore, via_types: Collection[str], ties: nx.Graph) -> set[str]:
    """What no chain may lead over."""
    if via_types:
        return set(ties) - set(_of_types(store, map(EntityType, read_types(via_types))))
    return set(ties) & set(_of_types(store, NO_TIES))


def _of_types(store: GraphStore, kinds: Iterable[EntityType]) -> Iterator[str]:
    for kind in kinds:
        for fact in facts(store, predicate=RDF.type, value=ENTITY_CLASSES[kind][0]):
            yield fact.subject.value


def _disjoint(ties: nx.Graph, ends: tuple[str, str], by: str, count: int) -> Iterator[list[str]]:
    def cost(_: str, __: str, tie: dict[str, Any]) -> float:
        reports = max((told[0] for told in tie["told"]), default=0)
        if by == "strongest":
            return 1 / reports if reports else WEAKER + 1 / tie["together"]
        return (1 if reports else FARTHER) + TIE_BREAK / (reports or tie["together"])

    left = ties.copy()
    for _ in range(count):
        try:
            chain = nx.dijkstra_path(left, *ends, weight=cost)
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return
        yield chain
        left.remove_nodes_from(chain[1:-1])
        if len(chain) == len(ends):
            left.remove_edge(*ends)


def _step(store: GraphStore, ties: nx.Graph, one: str, other: str) -> Step:
    tie = ties.edges[one, other]
    best = sorted(tie["told"], key=lambda told: (-told[0], told[1]))[:MOST_TOLD]
    told = read_told(store, [iri for _, iri in best])
    places: tuple[Place, ...] = ()
    if not told:
        bound = {"one": NamedNode(one), "other": NamedNode(other)}
        places = tuple(place_of(row) for row in rows_of(store.query(_BOTH, substitutions=bound)))
    one_label, other_label = (value_of(store, NamedNode(iri), SKOS.prefLabel) for iri in (one, other))
    return Step(one_label, one, other_label, other, tuple(told.values()), tie["together"], places)
