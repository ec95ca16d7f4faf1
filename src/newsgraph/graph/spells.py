"""When the ties and the nodes of a network are there, for pictures that move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import networkx as nx

from newsgraph.graph.participants import participant_pairs
from newsgraph.graph.store import GraphStore

# What is dated later is taken for a day that still has a day after it.
_LAST_DAY = "9999-12-30"
# From the first day to the day after the last, both ISO.
Spell = tuple[str, str]


def edge_spells(store: GraphStore, network: nx.MultiDiGraph) -> dict[str, list[Spell]]:
    """When each tie is there, by its key: statements from first to last report, events in their own time.

    An event whose time is not known is there from its first to its last report. A tie of which neither is known has no
    spell: it is there whenever its ends are.
    """
    derived = {pair.key: pair.periods for pair in participant_pairs(store)}
    return {
        key: spells(derived[key] if key in derived else {(values["first"], values["last"])})
        for _, _, key, values in network.edges(keys=True, data=True)
        if "first" in values or derived.get(key)
    }


def node_spells(network: nx.MultiDiGraph, of_edges: Mapping[str, list[Spell]]) -> dict[str, Spell]:
    """When each node is there: from its first to its last dated tie; without one it is always there."""
    found: dict[str, Spell] = {}
    for *ends, key in network.edges(keys=True):
        for start, end in of_edges.get(key, ()):
            for node in ends:
                first, last = found.get(node, (start, end))
                found[node] = min(first, start), max(last, end)
    return found


def spells(periods: Iterable[tuple[str, str]]) -> list[Spell]:
    """The periods, first and last day inclusive, as spells in their order; those that touch or overlap are one.

    A spell ends on the day after, since Gephi freezes on spells without a length (gephi#1566, up to 0.9.1), and its
    timeline cannot be narrowed to them (gephi#2295).
    """
    found: list[Spell] = []
    for first, last in sorted(periods):
        start, end = min(first, _LAST_DAY), _day_after(min(last, _LAST_DAY))
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
