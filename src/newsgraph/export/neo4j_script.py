"""A Cypher script that loads the files for Neo4j into a running database; loading them again changes nothing.

Cypher cannot take a label or a type from a value, so there is one statement for each that occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgraph.export.neo4j_tables import ARTICLES, END, ENTITIES, ID, LABEL, MENTIONS, START, TIES, TYPE, Field, Table

_HEAD = """\
// Put the CSV files into the import folder of the server, then: cypher-shell -f load.cypher
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (article:Article) REQUIRE article.id IS UNIQUE;
"""

# what makes a text of a file the property that it is; each gives null for null
_READERS = {
    "string": "{}",
    "string[]": "split({}, ';')",
    "long": "toInteger({})",
    "double": "toFloat({})",
    "boolean": "toBoolean({})",
    "date": "date({})",
}


def load_script(labels: Iterable[str], types: Iterable[str]) -> str:
    """The script, for nodes with these labels («Entity;Person») and ties of these types («OWNS»)."""
    statements = [_entities(each) for each in sorted(labels)]
    statements.append(_articles())
    statements += [_ties(each) for each in sorted(types)]
    statements.append(_mentions())
    return _HEAD + "".join(f"\n{statement};\n" for statement in statements)


def _entities(labels: str) -> str:
    first, *others = labels.split(";")
    narrower = "".join(f":{label}" for label in others)
    return "\n".join(
        [
            _rows(ENTITIES, LABEL, labels),
            f"MERGE (entity:{first} {{id: {_column(ID)}}})",
            f"SET {', '.join([*([f'entity{narrower}'] if narrower else []), *_assignments('entity', ENTITIES)])}",
        ]
    )


def _articles() -> str:
    return "\n".join(
        [
            _rows(ARTICLES),
            f"MERGE (article:Article {{id: {_column(ID)}}})",
            f"SET {', '.join(_assignments('article', ARTICLES))}",
        ]
    )


def _ties(kind: str) -> str:
    return "\n".join(
        [
            _rows(TIES, TYPE, kind),
            f"MATCH (source:Entity {{id: {_column(START)}}})",
            f"MATCH (target:Entity {{id: {_column(END)}}})",
            f"MERGE (source)-[tie:{kind} {{id: {_column(Field('id'))}}}]->(target)",
            f"SET {', '.join(_assignments('tie', TIES))}",
        ]
    )


def _mentions() -> str:
    return "\n".join(
        [
            _rows(MENTIONS),
            f"MATCH (article:Article {{id: {_column(START)}}})",
            f"MATCH (entity:Entity {{id: {_column(END)}}})",
            "MERGE (article)-[:MENTIONS]->(entity)",
        ]
    )


def _rows(table: Table, field: Field | None = None, value: str = "") -> str:
    """All rows of a file, or those with a value in a column."""
    chosen = f"\nWITH row WHERE {_column(field)} = '{value}'" if field is not None else ""
    return f"LOAD CSV WITH HEADERS FROM 'file:///{table.file}' AS row{chosen}"


def _assignments(variable: str, table: Table) -> Iterator[str]:
    for field in table.properties:
        yield f"{variable}.{field.name} = {_READERS[field.holds].format(_column(field))}"


def _column(field: Field) -> str:
    return f"row.`{field.title}`"
