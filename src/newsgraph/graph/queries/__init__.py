"""Named queries: questions that users ask again and again, as SPARQL files with parameters.

A file begins with comments: a title, a description, and a line for each parameter, with its name, type
(``name``: of an entity, which is bound; ``article``: the id or IRI of one; ``stance``, ``string``,
``integer`` or ``date``),
default if it has one, and meaning::

    # param: name name ""  only denials by this person or body

Values are bound to the variable of that name, never pasted into the text. A bound variable must stand
among those that the query selects; it is no column of the answer.

The store's planner does not know the sizes of what it joins: it takes whatever has a known predicate alone for a
million, and a sub-query for at most its limit. A sub-query with ``LIMIT 999999`` is therefore where it begins. Filters
by a bound variable come last in their group: what they leave over is best told in a sub-query.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib import resources

from pyoxigraph import NamedNode

from newsgraph.errors import NotFoundError, QueryError
from newsgraph.graph.find import IRI_STARTS, find_entity
from newsgraph.graph.ordering import unordered
from newsgraph.graph.results import Bindings, QueryResult, Term
from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import day, integer, string
from newsgraph.graph.vocabulary import STANCES
from newsgraph.model import Stance

_PARAMETER = re.compile(r'# param: (\w+) (name|article|stance|string|integer|date)(?: "([^"]*)")?\s+(.+)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a named query takes; one without a default must be given."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its parameters, and the SPARQL that answers it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


def named_queries() -> dict[str, NamedQuery]:
    """All named queries, by name."""
    files = sorted(resources.files(__name__).iterdir(), key=lambda file: file.name)
    texts = {file.name: file.read_text("utf-8") for file in files if file.name.endswith(".rq")}
    return {name.removesuffix(".rq"): _read(name.removesuffix(".rq"), text) for name, text in texts.items()}


def run_named(store: GraphStore, name: str, values: Mapping[str, str] | None = None) -> QueryResult:
    """The answer to a named query, with these values for its parameters.

    Raises:
        NotFoundError: when there is no such query, or a name means no entity, or several; the nearest are told.
        QueryError: when a parameter is missing, unknown, or not of its type.
    """
    known = named_queries()
    if name not in known:
        raise NotFoundError(f"no query named {name!r}{_guess(name, known)}: there are {', '.join(known)}")
    query, given = known[name], dict(values or {})
    bound: dict[str, Term] = {}
    for parameter in query.parameters:
        value = given.pop(parameter.name, parameter.default)
        if value is None:
            raise QueryError(f"query {name!r} needs a value for {parameter.name!r}: {parameter.meaning}")
        bound[parameter.name] = _term(store, value, parameter, name)
    for unknown in given:
        names = [parameter.name for parameter in query.parameters]
        raise QueryError(f"query {name!r} has no parameter {unknown!r}: it takes {', '.join(names) or 'none'}")
    ordered = unordered(query.sparql)
    found = store.query(ordered.sparql, substitutions=bound)
    return _without(ordered.sort(found), ordered.added | bound.keys()) if isinstance(found, Bindings) else found


def _read(name: str, text: str) -> NamedQuery:
    comments = [line for line in text.splitlines() if line.startswith("#")]
    parameters = tuple(
        Parameter(*found.groups()) for line in comments if (found := _PARAMETER.fullmatch(line.rstrip()))
    )
    title, description = (line.removeprefix("# ") for line in comments[:2])
    return NamedQuery(name, title, description, parameters, text)


def _article(store: GraphStore, value: str) -> Term:
    return NamedNode(value if value.startswith(IRI_STARTS) else f"{store.prefixes['a']}{value}")


_READERS: dict[str, Callable[[GraphStore, str], Term]] = {
    "name": lambda store, value: NamedNode(find_entity(store, value)),
    "article": _article,
    "stance": lambda _, value: STANCES[Stance(value.capitalize())],
    "string": lambda _, value: string(value),
    "integer": lambda _, value: integer(int(value)),
    "date": lambda _, value: day(date.fromisoformat(value).isoformat()),
}


def _term(store: GraphStore, value: str, parameter: Parameter, query: str) -> Term:
    if value == parameter.default == "":
        return string("")  # nothing is asked for: the query leaves the filter out
    try:
        return _READERS[parameter.type](store, value)
    except ValueError as error:
        raise QueryError(f"query {query!r}: {parameter.name}={value!r} is no {parameter.type}") from error


def _without(found: Bindings, names: AbstractSet[str]) -> Bindings:
    kept = [column for column, name in enumerate(found.variables) if name not in names]
    rows = tuple(tuple(row[column] for column in kept) for row in found.rows)
    return Bindings(tuple(found.variables[column] for column in kept), rows)


def _guess(name: str, known: Mapping[str, NamedQuery]) -> str:
    close = get_close_matches(name, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
