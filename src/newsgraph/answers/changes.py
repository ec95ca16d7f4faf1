"""What differs between two graphs: statements, events and entities that came, went, or stand otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph.answers.lookup import facts
from newsgraph.answers.told import Told, read_told
from newsgraph.graph.anchors import local_id
from newsgraph.graph.find import Named, named_of
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG

_ENTITIES = (
    "SELECT ?entity ?label ?class ?articles { ?entity skos:prefLabel ?label ; a ?class ; ng:articleCount ?articles }"
)


@dataclass(frozen=True, slots=True)
class Changes:
    """From one graph to another: what is gone, what is new, what stands or is counted otherwise (was, is)."""

    gone: tuple[Told, ...]
    new: tuple[Told, ...]
    changed: tuple[tuple[Told, Told], ...]
    entities_gone: tuple[Named, ...]
    entities_new: tuple[Named, ...]


def find_changes(before: GraphStore, after: GraphStore) -> Changes:
    """What differs between two graphs; the same thing has the same id in both. The best reported first."""
    was, now = _standings(before), _standings(after)
    both = sorted(was.keys() & now.keys())
    changed = [key for key in both if was[key][1:] != now[key][1:]]
    former = read_told(before, [was[key][0] for key in (*sorted(was.keys() - now.keys()), *changed)])
    present = read_told(after, [now[key][0] for key in (*sorted(now.keys() - was.keys()), *changed)])
    entities_were, entities_are = _entities(before), _entities(after)
    return Changes(
        gone=_ranked(former[was[key][0]] for key in was.keys() - now.keys()),
        new=_ranked(present[now[key][0]] for key in now.keys() - was.keys()),
        changed=tuple((former[was[key][0]], present[now[key][0]]) for key in changed),
        entities_gone=_by_articles(entities_were[key] for key in entities_were.keys() - entities_are.keys()),
        entities_new=_by_articles(entities_are[key] for key in entities_are.keys() - entities_were.keys()),
    )


def _standings(store: GraphStore) -> dict[str, tuple[str, str, str]]:
    """Id -> IRI, standing, number of independent reports."""
    counts = {fact.subject: fact.value for fact in facts(store, predicate=NG.originCount)}
    return {
        local_id(fact.subject.value): (fact.subject.value, local_name(fact.value), counts[fact.subject])
        for fact in facts(store, predicate=NG.standing)
    }


def _entities(store: GraphStore) -> dict[str, Named]:
    return {local_id(named.iri): named for named in named_of(rows_of(store.query(_ENTITIES))) if named.articles}


def _ranked(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda each: (-each.reports, -each.articles, each.what, each.iri)))


def _by_articles(named: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(named, key=lambda each: (-each.articles, each.label, each.iri)))
