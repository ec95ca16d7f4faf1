"""Who did what to whom: pairs of participants in events, added up over all events of a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from newsgraph.graph.results import rows_of
from newsgraph.graph.standing import FIRMEST, Standing
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NGE

# events that really took place, and that somebody does more than deny
_EVENTS = """
SELECT ?event ?type ?standing ?confidence ?evidence ?began ?ended {
    ?event a sem:Event, ?type ; ng:realis ng:Actual ; ng:standing ?standing ;
        ng:confidence ?confidence ; ng:evidence ?evidence .
    FILTER(?type != sem:Event && ?standing != ng:Denied)
    OPTIONAL { ?event sem:hasBeginTimeStamp ?began }
    OPTIONAL { ?event sem:hasEndTimeStamp ?ended }
}"""

_PARTICIPANTS = """
SELECT ?event ?role ?entity {
    VALUES ?role { ng:agent ng:patient ng:recipient }
    ?event a sem:Event ; ?role ?entity
}"""

_REPORTS = """
SELECT DISTINCT ?event ?article ?origin ?day {
    GRAPH ?article { ?claim ng:proposition ?event }
    ?event a sem:Event .
    ?article ng:originGroup ?origin .
    OPTIONAL { ?article schema:datePublished ?day }
}"""

# those who meet or agree do so with each other: all may be agents, and the direction says nothing
_MUTUAL = frozenset({"Meeting", "Agreement"})


@dataclass(slots=True)
class Pair:
    """Two participants in events of one type; ``symmetric`` when neither is the one that acts.

    ``periods`` has the first and the last day of each event: its own, or else those of its reports.
    """

    source: str
    target: str
    type: str
    symmetric: bool
    standing: Standing = Standing.ALLEGED
    confidence: float = 0.0
    evidence: str = ""
    articles: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    periods: set[tuple[str, str]] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The key of its edge."""
        return f"{self.type} {self.source} {self.target}"


def participant_pairs(store: GraphStore) -> Iterator[Pair]:
    """The agent with each patient and recipient, and those who meet or agree with one another."""
    roles: dict[str, dict[str, set[str]]] = {}
    for row in rows_of(store.query(_PARTICIPANTS)):
        role = row["role"].removeprefix(NG.iri)
        roles.setdefault(row["event"], {}).setdefault(role, set()).add(row["entity"])
    reports: dict[str, list[dict[str, str]]] = {}
    for row in rows_of(store.query(_REPORTS)):
        reports.setdefault(row["event"], []).append(row)
    pairs: dict[tuple[str, str, str], Pair] = {}
    for event in sorted(rows_of(store.query(_EVENTS)), key=lambda row: (row["event"], row["type"])):
        kind = event["type"].removeprefix(NGE.iri)
        for source, target, symmetric in event_ends(kind, roles.get(event["event"], {})):
            pair = pairs.setdefault((source, target, kind), Pair(source, target, kind, symmetric))
            _take_in(pair, event, reports.get(event["event"], []))
    for key in sorted(pairs):
        yield pairs[key]


def event_ends(kind: str, roles: dict[str, set[str]]) -> set[tuple[str, str, bool]]:
    """The pairs (source, target, whether the direction says nothing) of an event's «agent», «patient», «recipient»."""
    agents = roles.get("agent", set())
    others = roles.get("patient", set()) | roles.get("recipient", set())
    if kind in _MUTUAL:
        # «A and B met with C»: whether A met B is not said.
        across = {(min(a, b), max(a, b)) for a in agents for b in others if a != b}
        pairs = across if others else {*combinations(sorted(agents), 2)}
        return {(a, b, True) for a, b in pairs}
    return {(a, b, False) for a in agents for b in others if a != b}


def _take_in(pair: Pair, event: dict[str, str], reports: list[dict[str, str]]) -> None:
    standing, confidence = Standing(event["standing"].removeprefix(NG.iri)), float(event["confidence"])
    firmer = FIRMEST.index(standing) < FIRMEST.index(pair.standing)
    surer = standing is pair.standing and confidence > pair.confidence
    if firmer or surer:
        # events come in the order of their IRIs, so of equals the first stays
        pair.standing, pair.confidence, pair.evidence = standing, confidence, event["evidence"]
    for report in reports:
        pair.articles.add(report["article"])
        pair.origins.add(report["origin"])
    reported = {report["day"] for report in reports if "day" in report}
    pair.days |= reported
    own = {event[bound] for bound in ("began", "ended") if bound in event}
    if own or reported:
        pair.periods.add((min(own or reported), max(own or reported)))
