"""A folder for Neo4j: CSV with the headers of `neo4j-admin database import`, and a script that loads the same files."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TextIO

from newsgraph.export.articles import PrintedArticle, printed_articles
from newsgraph.export.cells import cell
from newsgraph.export.columns import Edge, Node, edges_of, nodes_of
from newsgraph.export.contract import Written
from newsgraph.export.neo4j_script import load_script
from newsgraph.export.neo4j_tables import ARTICLES, ENTITIES, MENTIONS, TIES, Field, Table
from newsgraph.graph.relation_types import BROADER
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore
from newsgraph.model import EntityType

# Both of Neo4j's readers take lists apart at this, unless they are told otherwise.
_SEPARATOR = ";"
# `LOAD CSV` takes a backslash before a quotation mark for an escape, `neo4j-admin` does not: neither gets to see one.
_BACKSLASH = str.maketrans({"\\": "\N{FULLWIDTH REVERSE SOLIDUS}"})

_MENTIONS = "MENTIONS"


def export_neo4j(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes entities, articles, ties and mentions into a new folder, a CSV file each, and ``load.cypher``.

    The articles are those that mention an entity of the network.
    """
    network = select_network(store, selection)
    nodes, edges = nodes_of(network), edges_of(network)
    out.mkdir()
    _write(out, ENTITIES, map(_entity, nodes))
    _write(out, TIES, map(_tie, edges))
    articles, mentions = _write_articles(store, out, {node.id for node in nodes})
    script = load_script({_labels(node) for node in nodes}, {relationship_type(edge.kind) for edge in edges})
    (out / "load.cypher").write_text(script, encoding="utf-8", newline="\n")
    return Written(nodes=len(nodes) + articles, edges=len(edges) + mentions)


def relationship_type(name: str) -> str:
    """As Neo4j spells types: «relativeOf» -> «RELATIVE_OF», «PhoneCallOrMessage» -> «PHONE_CALL_OR_MESSAGE»."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def _write_articles(store: GraphStore, out: Path, entities: set[str]) -> tuple[int, int]:
    """Writes articles and mentions in one go; gives the number of each."""
    articles = mentions = 0
    with ExitStack() as files:
        of_articles, of_mentions = (_Writer(files.enter_context(_open(out, t)), t) for t in (ARTICLES, MENTIONS))
        for article in printed_articles(store):
            mentioned = [entity for entity in article.mentions if entity in entities]
            if mentioned:
                of_articles.write(_article(article))
                articles += 1
            for entity in mentioned:
                of_mentions.write({"START_ID": article.iri, "END_ID": entity, "TYPE": _MENTIONS})
                mentions += 1
    return articles, mentions


def _entity(node: Node) -> dict[str, object]:
    values = {field.name: node.values.get(field.name) for field in ENTITIES.properties}
    return values | {"ID": node.id, "name": node.label, "LABEL": _labels(node)}


def _labels(node: Node) -> str:
    """«Entity;Organization;Company»: a broader kind finds the narrower ones too."""
    kind = str(node.values["type"])
    broader = BROADER.get(EntityType(kind))
    return _SEPARATOR.join(["Entity", *([broader.value] if broader else []), kind])


def _tie(edge: Edge) -> dict[str, object]:
    values = {field.name: edge.values.get(field.name) for field in TIES.properties}
    ends = {"START_ID": edge.source, "END_ID": edge.target, "TYPE": relationship_type(edge.kind)}
    return values | ends | {"id": edge.id, "label": edge.label}


def _article(article: PrintedArticle) -> dict[str, object]:
    return {
        "ID": article.iri,
        "title": article.title,
        "url": article.url,
        "date": article.day,
        "outlet": article.outlet,
        "authors": article.authors,
        "language": article.language,
        "words": article.words,
        "origin": article.origin,
        "LABEL": "Article",
    }


def _write(out: Path, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    with _open(out, table) as file:
        writer = _Writer(file, table)
        for row in rows:
            writer.write(row)


def _open(out: Path, table: Table) -> TextIO:
    return (out / table.file).open("w", encoding="utf-8", newline="")


class _Writer:
    """Writes the rows of a file; a row gives each property by its name, and what Neo4j asks for by its kind."""

    def __init__(self, file: TextIO, table: Table) -> None:
        self._fields = table.fields
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow([field.title for field in table.fields])

    def write(self, row: Mapping[str, object]) -> None:
        """Writes a row; a cell without a value stays empty, which both of Neo4j's readers take for none."""
        self._writer.writerow(self._cells(row))

    def _cells(self, row: Mapping[str, object]) -> Iterator[str]:
        for field in self._fields:
            value = row[field.holds] if field.holds.isupper() else row[field.name]
            yield _shown(field, value)


def _shown(field: Field, value: object) -> str:
    """The value on one line, as Neo4j reads its kind."""
    if field.holds == "string[]":
        parts = value if isinstance(value, list | tuple) else ()
        return _SEPARATOR.join(_line(part).replace(_SEPARATOR, ",") for part in parts)
    if isinstance(value, bool):
        return str(value).lower()
    if field.holds == "date" and not _is_day(value):
        return ""
    return _line(value)


def _line(value: object) -> str:
    known = cell(value)
    return "" if known is None else " ".join(str(known).split()).translate(_BACKSLASH)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
