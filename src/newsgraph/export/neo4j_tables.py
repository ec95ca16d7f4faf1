"""The files for Neo4j: which columns each has, and their titles as `neo4j-admin database import` reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A column: a property with its type, or, without a name, what Neo4j itself asks for («:LABEL»)."""

    name: str
    holds: str = "string"

    @property
    def title(self) -> str:
        """«articles:long»; texts need no type: «name»."""
        return self.name if self.holds == "string" else f"{self.name}:{self.holds}"


@dataclass(frozen=True, slots=True)
class Table:
    """A file of nodes or of relationships."""

    file: str
    fields: tuple[Field, ...]

    @property
    def properties(self) -> tuple[Field, ...]:
        """The columns that become properties; the id, by which nodes are found, is not among them."""
        return tuple(field for field in self.fields if field.name and field.holds != "ID")


ID, LABEL = Field("id", "ID"), Field("", "LABEL")
START, END, TYPE = Field("", "START_ID"), Field("", "END_ID"), Field("", "TYPE")

ENTITIES = Table(
    "entities.csv",
    (
        ID,
        Field("name"),
        Field("type"),
        Field("aliases", "string[]"),
        Field("positions", "string[]"),
        Field("mentions", "long"),
        Field("articles", "long"),
        LABEL,
    ),
)
ARTICLES = Table(
    "articles.csv",
    (
        ID,
        Field("title"),
        Field("url"),
        Field("date", "date"),
        Field("outlet"),
        Field("authors", "string[]"),
        Field("language"),
        Field("words", "long"),
        Field("origin"),
        LABEL,
    ),
)
TIES = Table(
    "ties.csv",
    (
        START,
        END,
        TYPE,
        Field("id"),
        Field("label"),
        Field("kind"),
        Field("symmetric", "boolean"),
        Field("standing"),
        Field("former", "boolean"),
        Field("weight", "long"),
        Field("articles", "long"),
        Field("confidence", "double"),
        Field("first", "date"),
        Field("last", "date"),
        Field("evidence"),
    ),
)
MENTIONS = Table("mentions.csv", (START, END, TYPE))
