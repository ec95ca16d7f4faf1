"""Which part of the network is exported: by kind of entity, by standing, by weight, by day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from newsgraph.errors import SelectionError
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.network import MENTIONED_WITH, network
from newsgraph.graph.relation_types import BROADER, RELATIONS
from newsgraph.graph.standing import Standing
from newsgraph.graph.store import GraphStore
from newsgraph.model import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What of the network is wanted; as it stands here, all ties between entities with a name.

    Args:
        derived: also tie those who took part in an event together.
        positions: also make posts («deputy minister») nodes.
        anonymous: also make sources without a name («officials») nodes.
        isolated: also keep entities that nothing is tied to.
        cooccurrence: also tie persons, organisations and places that two or more independent stories name together.
        predicates: only ties of these relations and event types, «relativeOf», «Meeting». Empty: all.
        types: only entities of these kinds, in any case of letters; a broad kind holds the narrower. Empty: all.
        standings: only ties that stand like this («Accepted»); who is only named together stands nowhere. Empty: all.
        since: only ties last reported on this ISO day or later; ties without a date are left out.
        until: only ties first reported on this ISO day or earlier; ties without a date are left out.
        minimum_weight: only ties in at least so many independent reports.

    Raises:
        SelectionError: when a kind, a standing or a day is none.
    """

    derived: bool = True
    positions: bool = False
    anonymous: bool = False
    isolated: bool = False
    cooccurrence: bool = False
    predicates: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    minimum_weight: int = 1

    def __post_init__(self) -> None:
        predicates = _known("relation or event type", self.predicates, [*RELATIONS, *EVENT_TYPES, MENTIONED_WITH])
        object.__setattr__(self, "predicates", predicates)
        types = _known("entity type", self.types, [kind.value for kind in EntityType])
        standings = _known("standing", self.standings, [standing.value for standing in Standing])
        object.__setattr__(self, "types", types)
        object.__setattr__(self, "standings", standings)
        for day in (self.since, self.until):
            if day is not None and not _is_day(day):
                raise SelectionError(f"{day!r} is no day: write it as 2017-05-30")


def select_network(store: GraphStore, selection: Selection) -> nx.MultiDiGraph:
    """The network of the graph without what is not wanted."""
    found = network(
        store,
        derived=selection.derived,
        positions=selection.positions or EntityType.POSITION in selection.types,
        anonymous=selection.anonymous or EntityType.ANONYMOUS_SOURCE in selection.types,
        isolated=selection.isolated,
        cooccurrence=selection.cooccurrence or MENTIONED_WITH in selection.predicates,
    )
    if selection.types:
        others = [node for node, kind in found.nodes(data="type") if not _is_a(kind, selection.types)]
        found.remove_nodes_from(others)
    edges = found.edges(keys=True, data=True)
    unwanted = [(a, b, key) for a, b, key, values in edges if not _is_wanted(values, selection)]
    found.remove_edges_from(unwanted)
    if not selection.isolated:
        found.remove_nodes_from([node for node, degree in list(found.degree()) if degree == 0])
    return found


def _is_a(kind: str, wanted: Collection[str]) -> bool:
    return kind in wanted or BROADER.get(EntityType(kind)) in wanted


def _is_wanted(values: Mapping[str, object], selection: Selection) -> bool:
    if selection.predicates and values["predicate"] not in selection.predicates:
        return False
    if selection.standings and values.get("standing") not in selection.standings:
        return False
    if selection.since and str(values.get("last", "")) < selection.since:
        return False
    if selection.until and str(values.get("first", "9999-99-99")) > selection.until:
        return False
    return int(str(values["weight"])) >= selection.minimum_weight


def read_types(given: Collection[str]) -> frozenset[str]:
    """The types of entities that are meant, whatever their case, with the narrower ones.

    Raises:
        SelectionError: when one is unknown.
    """
    kinds = _known("entity type", given, [kind.value for kind in EntityType])
    narrower = {kind.value for kind in EntityType if (broad := BROADER.get(kind)) and broad.value in kinds}
    return kinds | narrower


def _known(what: str, given: Collection[str], known: Collection[str]) -> frozenset[str]:
    """The known values that are meant, whatever their case."""
    by_lower = {value.lower(): value for value in known}
    for value in sorted(given):
        if value.lower() not in by_lower:
            raise SelectionError(f"unknown {what} {value!r}: choose from {', '.join(known)}")
    return frozenset(by_lower[value.lower()] for value in given)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
