from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from newsgraph.graph.ordering import Ordered, unordered
from newsgraph.graph.queries import named_queries, run_named
from newsgraph.graph.results import Bindings, rows_of
from newsgraph.graph.store import GraphStore

MOST_MENTIONED = "SELECT ?x { ?x a schema:Person ; ng:articleCount ?n } ORDER BY DESC(?n) ?x LIMIT 2"
LONGEST = "SELECT ?x { ?x a schema:NewsArticle ; ng:wordCount ?n } ORDER BY DESC(?n) ?x LIMIT 2"


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(named_queries()))
def test_the_order_is_that_of_the_store(sample_workspace: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = GraphStore.open(sample_workspace / "graph")
    people, articles = ([row["x"] for row in rows_of(store.query(asked))] for asked in (MOST_MENTIONED, LONGEST))
    known = {"name": people, "article": articles, "string": ["president"] * 2, "date": ["2016-06-01"] * 2}
    needed = [parameter for parameter in named_queries()[name].parameters if parameter.default is None]
    values = {parameter.name: known[parameter.type][number % 2] for number, parameter in enumerate(needed)}
    here = run_named(store, name, values)
    monkeypatch.setattr("newsgraph.graph.queries.unordered", Ordered)
    assert here == run_named(store, name, values)


def test_every_query_is_ordered_here() -> None:
    assert all(unordered(query.sparql).keys for query in named_queries().values())


def test_what_is_ordered_by_is_selected_too() -> None:
    ordered = unordered("SELECT ?a $name\nWHERE { ?x ?y ?a }\nORDER BY DESC(?a) ?x ?name\n")
    assert ordered.sparql == "SELECT ?a $name ?x\nWHERE { ?x ?y ?a }\n"
    assert ordered.keys == (("a", True), ("x", False), ("name", False))
    assert ordered.added == {"x"}


@pytest.mark.parametrize("last", ["ORDER BY DESC(?a + ?b)\n", "ORDER BY ?a LIMIT 3\n", ""])
def test_an_order_by_anything_else_is_left_to_the_store(last: str) -> None:
    sparql = f"SELECT ?a ?b\nWHERE {{ ?a ?p ?b }}\n{last}"
    assert unordered(sparql) == Ordered(sparql)


def test_numbers_by_value_and_nothing_first() -> None:
    rows = ((Literal(10), Literal("a")), (Literal(9), Literal("b")), (None, Literal("c")), (Literal(9), Literal("a")))
    found = Bindings(("n", "t"), rows)
    up, down = Ordered("", (("n", False), ("t", False))), Ordered("", (("n", True), ("t", False)))
    assert [row[1] for row in up.sort(found).rows] == [Literal("c"), Literal("a"), Literal("b"), Literal("a")]
    assert down.sort(found).rows == (rows[0], rows[3], rows[1], rows[2])


def test_iris_come_before_texts() -> None:
    found = Bindings(
        ("x",), ((Literal("a"),), (NamedNode("http://example.org/b"),), (NamedNode("http://example.org/a"),))
    )
    assert Ordered("", (("x", False),)).sort(found).rows == (found.rows[2], found.rows[1], found.rows[0])
