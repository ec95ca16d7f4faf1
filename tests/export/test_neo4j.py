"""The folder for Neo4j: headers by the grammar of its import tool, and a script that names only what is there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from newsgraph.export import export
from newsgraph.export.neo4j import relationship_type
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.store import GraphStore
from tests.export.readers import read_csv

# the header fields of `neo4j-admin database import`
NODE_FIELD = r"\w+:ID|:LABEL|{property}"
RELATIONSHIP_FIELD = r":START_ID|:END_ID|:TYPE|{property}"
PROPERTY = r"\w+(?::(?:int|long|float|double|boolean|byte|short|char|string|date|point)(?:\[\])?)?"
LOADED = re.compile(r"LOAD CSV WITH HEADERS FROM 'file:///([\w.]+)' AS row\n")


@pytest.fixture
def folder(store: GraphStore, tmp_path: Path) -> Path:
    return export(store, tmp_path / "graph", format="neo4j").path


def header(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def statements(folder: Path) -> list[str]:
    script = (folder / "load.cypher").read_text("utf-8")
    return [each.strip() for each in re.sub(r"^//.*", "", script, flags=re.MULTILINE).split(";\n") if each.strip()]


def test_headers_are_by_the_grammar(folder: Path) -> None:
    for name, field, needed in (
        ("entities", NODE_FIELD, {"id:ID", ":LABEL"}),
        ("articles", NODE_FIELD, {"id:ID", ":LABEL"}),
        ("ties", RELATIONSHIP_FIELD, {":START_ID", ":END_ID", ":TYPE"}),
        ("mentions", RELATIONSHIP_FIELD, {":START_ID", ":END_ID", ":TYPE"}),
    ):
        titles = header(folder / f"{name}.csv")
        assert all(re.fullmatch(field.format(property=PROPERTY), title) for title in titles)
        assert needed <= set(titles)
        assert len(set(titles)) == len(titles)


def test_entities_have_labels_by_type_and_typed_properties(folder: Path) -> None:
    rows = {row["name"]: row for row in read_csv(folder / "entities.csv")}
    assert {name: row[":LABEL"] for name, row in rows.items()} == {
        "Ana Petrov": "Entity;Person",
        "Ivan Orlov": "Entity;Person",
        "Bolt Corp.": "Entity;Organization;Company",
        "Strelsau": "Entity;Place;City",
    }
    assert rows["Ana Petrov"]["mentions:long"] == "7"
    assert rows["Ana Petrov"]["positions:string[]"] == "harbour master"
    assert rows["Bolt Corp."]["aliases:string[]"] == "Bolt"


def test_ties_are_statements_and_pairs(folder: Path) -> None:
    rows = {row[":TYPE"]: row for row in read_csv(folder / "ties.csv")}
    assert rows.keys() == {"ACCUSATION", "MEETING", "OWNS", "RELATIVE_OF", "RESIDES_IN"}
    owns = rows["OWNS"]
    assert (owns["kind"], owns["standing"], owns["first:date"]) == ("extracted", "Contested", "2017-06-01")
    assert (owns["former:boolean"], owns["weight:long"], owns["confidence:double"]) == ("false", "1", "0.95")
    assert rows["RESIDES_IN"]["former:boolean"] == "true"
    assert (rows["MEETING"]["kind"], rows["MEETING"]["symmetric:boolean"]) == ("derived", "true")


def test_articles_mention_entities(folder: Path) -> None:
    articles = {row["id:ID"]: row for row in read_csv(folder / "articles.csv")}
    entities = {row["id:ID"]: row["name"] for row in read_csv(folder / "entities.csv")}
    mentions = [(articles[row[":START_ID"]], entities[row[":END_ID"]]) for row in read_csv(folder / "mentions.csv")]
    coast = {name for article, name in mentions if article["url"] == "https://coast.example/1"}
    assert coast == {"Ana Petrov", "Bolt Corp.", "Ivan Orlov"}
    by_author = next(article for article in articles.values() if article["authors:string[]"])
    assert (by_author["authors:string[]"], by_author["outlet"]) == ("Emma Reed", "The Gazette")
    assert (by_author["title"], by_author["date:date"]) == ("Petrov's family", "2017-05-30")
    assert by_author["origin"].endswith("og/wire")


def test_articles_without_a_wanted_entity_are_left_out(store: GraphStore, tmp_path: Path) -> None:
    out = export(store, tmp_path / "graph", format="neo4j", types=["City", "Person"], standings=["Accepted"]).path
    assert len(read_csv(out / "articles.csv")) == 4
    out = export(store, tmp_path / "graph", format="neo4j", since="2018-01-01").path
    assert read_csv(out / "articles.csv") == read_csv(out / "mentions.csv") == []


def test_the_script_names_only_files_and_columns_that_exist(folder: Path) -> None:
    loads = [each for each in statements(folder) if "LOAD CSV" in each]
    files = set()
    for each in loads:
        found = LOADED.match(each)
        assert found, each
        titles = header(folder / found[1])
        assert set(re.findall(r"row\.`([^`]*)`", each)) <= set(titles)
        # every row is named with its quotation marks; nothing is read past the columns
        assert each.count("row.") == each.count("row.`")
        files.add(found[1])
    assert files == {"entities.csv", "articles.csv", "ties.csv", "mentions.csv"}
    assert {file.name for file in folder.iterdir()} == files | {"load.cypher"}


def test_the_script_loads_every_row_once(folder: Path) -> None:
    script = "\n".join(statements(folder))
    for file, column in (("entities.csv", ":LABEL"), ("ties.csv", ":TYPE")):
        rows = read_csv(folder / file)
        wanted = re.findall(rf"{file}' AS row\nWITH row WHERE row\.`{column}` = '([^']*)'", script)
        assert wanted == sorted({row[column] for row in rows})
    assert "MERGE (source)-[tie:RELATIVE_OF {id: row.`id`}]->(target)" in script
    assert "SET entity:Organization:Company, entity.name = row.`name`" in script


def test_the_script_sets_every_property_with_its_type(folder: Path) -> None:
    script = "\n".join(statements(folder))
    readers = {"long": "toInteger", "double": "toFloat", "boolean": "toBoolean", "date": "date"}
    for file, variable in (("entities.csv", "entity"), ("articles.csv", "article"), ("ties.csv", "tie")):
        for title in header(folder / file):
            name, _, kind = title.partition(":")
            if name and kind in readers:
                assert f"{variable}.{name} = {readers[kind]}(row.`{title}`)" in script
            elif name and kind == "string[]":
                assert f"{variable}.{name} = split(row.`{title}`, ';')" in script
            elif name and kind != "ID":
                assert f"{variable}.{name} = row.`{title}`" in script


def test_constraints_come_first(folder: Path) -> None:
    first, second, third, *_ = statements(folder)
    assert first == "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE"
    assert second == "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (article:Article) REQUIRE article.id IS UNIQUE"
    assert third.startswith("LOAD CSV")


def test_no_cell_breaks_either_reader(nasty: GraphStore, tmp_path: Path) -> None:
    out = export(nasty, tmp_path / "graph", format="neo4j").path
    for file in out.glob("*.csv"):
        text = file.read_text("utf-8")
        assert "\\" not in text
        assert "\r" not in text
        assert len(text.splitlines()) == len(read_csv(file)) + 1
    names = {row["name"] for row in read_csv(out / "entities.csv")}
    assert {"=HYPERLINK(1)", "two lines and more separators", "naïve العربية 中文 a|b ＼n ＼"} <= names


def test_a_separator_inside_a_value_does_not_part_it(store: GraphStore, tmp_path: Path) -> None:
    given = GraphStore.open(tmp_path / "store", read_only=False)

    def renamed(quad: Quad) -> Quad:
        if quad.object == Literal("Bolt", language="en"):
            return Quad(quad.subject, quad.predicate, Literal("Bolt; Sons", language="en"), quad.graph_name)
        return quad

    given.replace_all([renamed(quad) for quad in store.quads()])
    out = export(given, tmp_path / "graph", format="neo4j").path
    assert "Bolt, Sons" in {row["aliases:string[]"] for row in read_csv(out / "entities.csv")}


def test_every_relation_and_event_has_a_type_of_its_own() -> None:
    types = [relationship_type(name) for name in (*RELATIONS, *EVENT_TYPES)]
    assert all(re.fullmatch(r"[A-Z]+(?:_[A-Z]+)*", each) for each in types)
    assert len(set(types)) == len(types)
    assert "MENTIONS" not in types
    assert relationship_type("PhoneCallOrMessage") == "PHONE_CALL_OR_MESSAGE"
