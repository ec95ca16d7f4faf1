"""What is told of somebody in the order of time, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from newsgraph.answers.told import FIELDS, PATTERN, Told, read_day, read_period, told_of
from newsgraph.graph.find import find_entity
from newsgraph.graph.results import Term, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import day

_OF_NAME = f"""
SELECT {FIELDS} ?began $name {{
    ?about ng:involves $name .{PATTERN}
    OPTIONAL {{ ?about sem:hasBeginTimeStamp ?began }}
}}"""

_NEW = f"""
SELECT {FIELDS} $since {{
    ?about ng:firstReported ?reported FILTER(?reported >= $since){PATTERN}
}} ORDER BY DESC(?reports) DESC(?articles) ?what ?about"""

_NEW_OF_NAME = _NEW.replace("$since {", "$since $name {\n    ?about ng:involves $name .")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on a timeline: its ISO day, and whether it «happened» then or was only «reported» then."""

    day: str
    dated: str
    told: Told


def read_timeline(store: GraphStore, name: str, *, since: str = "", until: str = "") -> list[Moment]:
    """All that is told of an entity, by the days on which it happened or, where none is told, was first reported.

    What has no day at all comes last, and only when no period is asked for.

    Raises:
        NotFoundError: when the name means no entity, or several.
        QueryError: when ``since`` or ``until`` is no ISO day.
    """
    period = read_period(since, until)
    bound = {"name": NamedNode(find_entity(store, name))}
    moments = []
    for row in rows_of(store.query(_OF_NAME, substitutions=bound)):
        told = told_of(row)
        when = row.get("began") or told.first
        if period.holds(when):
            moments.append(Moment(when, "happened" if "began" in row else "reported" if when else "", told))
    return sorted(moments, key=lambda moment: (moment.day or "9", moment.told.what, moment.told.iri))


def find_new(store: GraphStore, since: str, *, about: str | None = None) -> list[Told]:
    """Statements and events that were first reported on this ISO day or later, the best reported first.

    Raises:
        NotFoundError: when the name means no entity, or several.
        QueryError: when ``since`` is no ISO day.
    """
    bound: dict[str, Term] = {"since": day(read_day(since))}
    if about is not None:
        bound["name"] = NamedNode(find_entity(store, about))
    query = _NEW if about is None else _NEW_OF_NAME
    return [told_of(row) for row in rows_of(store.query(query, substitutions=bound))]
