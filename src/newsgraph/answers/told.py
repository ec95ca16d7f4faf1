"""Statements and events as the graph tells them, each with its best sentence and where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from newsgraph.errors import QueryError, WorkspaceError
from newsgraph.graph.card import OF_ARTICLE, Place, place_of
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore

FIELDS = "?about ?what ?standing ?former ?reports ?articles ?first ?last ?sentence ?article ?headline ?outlet ?date"
PATTERN = f"""
    ?about rdfs:label ?what ; ng:standing ?standing ; ng:originCount ?reports ; ng:articleCount ?articles ;
        ng:evidence ?sentence ; ng:evidenceArticle ?article .
    OPTIONAL {{ ?about ng:former ?former }}
    OPTIONAL {{ ?about ng:firstReported ?first ; ng:lastReported ?last }}{OF_ARTICLE}"""

_ONE = f"SELECT {FIELDS} {{ {PATTERN} }}"


@dataclass(frozen=True, slots=True)
class Told:
    """A statement or event: what it says, how it stands, whether all tell it as past, in how many reports, since when.

    ``reports`` counts independent ones. ``sentence`` is the one that shows it best, ``place`` where that stands,
    ``article`` its IRI; days are ISO, empty where no report is dated.
    """

    iri: str
    what: str
    standing: str
    former: bool
    reports: int
    articles: int
    first: str
    last: str
    sentence: str
    article: str
    place: Place


def told_of(row: Mapping[str, str]) -> Told:
    """The statement or event of one row with the ``FIELDS``."""
    return Told(
        iri=row["about"],
        what=row["what"],
        standing=local_name(row["standing"]),
        former=row.get("former") == "true",
        reports=int(row["reports"]),
        articles=int(row["articles"]),
        first=row.get("first", ""),
        last=row.get("last", ""),
        sentence=row["sentence"],
        article=row["article"],
        place=place_of(row),
    )


def read_told(store: GraphStore, iris: Iterable[str]) -> dict[str, Told]:
    """What is told under these IRIs.

    Raises:
        WorkspaceError: when the graph was made by a newsgraph that did not label statements.
    """
    found: dict[str, Told] = {}
    for iri in iris:
        rows = rows_of(store.query(_ONE, substitutions={"about": NamedNode(iri)}))
        if not rows:
            raise WorkspaceError(
                f"{store.path}: made by an older newsgraph: run `newsgraph build` on its articles again"
            )
        found[iri] = told_of(rows[0])
    return found


@dataclass(frozen=True, slots=True)
class Period:
    """From one ISO day to another, both in it; an empty one leaves that end open."""

    first: str
    last: str

    def holds(self, day: str) -> bool:
        """Whether a day is in it; what has no day (empty) is in none but the whole of time."""
        return (not self.first or day >= self.first) and (not self.last or (day or "9") <= self.last)


def read_period(since: str, until: str) -> Period:
    """The period between two ISO days.

    Raises:
        QueryError: when one is no day.
    """
    return Period(since and read_day(since), until and read_day(until))


def read_day(text: str) -> str:
    """An ISO day.

    Raises:
        QueryError: when it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise QueryError(f"{text!r} is no day: write it as 2017-05-30") from error
