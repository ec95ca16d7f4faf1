"""Who is tied to whom by events, read quad by quad."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from newsgraph.answers.lookup import facts
from newsgraph.graph.participants import event_ends
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NGE, RDF, ROLES
from newsgraph.model import Role

_ACTORS = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)


class Link(NamedTuple):
    """The IRI of a statement or event, its relation or type, two ends; ``mutual``: their direction says nothing."""

    about: str
    name: str
    source: str
    target: str
    mutual: bool


def event_links(store: GraphStore, *realis: NamedNode) -> Iterator[Link]:
    """Each event of these kinds of reality, with each two who did it to each other or one to the other."""
    roles: defaultdict[NamedNode, dict[str, set[str]]] = defaultdict(dict)
    for role in _ACTORS:
        for fact in facts(store, predicate=ROLES[role]):
            roles[fact.subject].setdefault(role.value.lower(), set()).add(fact.value)
    told = {fact.subject for each in realis for fact in facts(store, predicate=NG.realis, value=each)}
    for name, kind in NGE.terms.items():
        for fact in facts(store, predicate=RDF.type, value=kind):
            if fact.subject in told:
                for source, target, mutual in sorted(event_ends(name, roles.get(fact.subject, {}))):
                    yield Link(fact.subject.value, name, source, target, mutual)
