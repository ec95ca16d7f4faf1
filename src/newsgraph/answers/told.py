"""Statements and events as the graph tells them, each with its best sentence and where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from newsgraph.errors import QueryError, WorkspaceError
from newsgraph.graph.card import Place, place_of
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore

FIELDS = "?about ?what ?standing ?former ?reports ?articles ?first ?last ?sentence ?article ?headline ?outlet ?date"
OF_ARTICLE = """
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article schema:publisher ?paper . ?paper skos:prefLabel ?outlet }
    OPTIONAL { ?article schema:datePublished ?date }"""
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


def read_day(text: str) -> str:
    """An ISO day.

    Raises:
        QueryError: when it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise QueryError(f"{text!r} is no day: write it as 2017-05-30") from error
