from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsgraph.errors import NotFoundError, QueryError
from newsgraph.graph.find import find_entity
from newsgraph.graph.queries import named_queries, run_named
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.model import Entity, EntityType, Span
from tests.graph.corpus import Corpus


def ask(store: GraphStore, query: str, /, *columns: str, **values: str) -> list[tuple[str, ...]]:
    rows = rows_of(run_named(store, query, values))
    return [tuple(row.get(column, "") for column in columns) for row in rows]


def test_every_query_is_described_and_runs(store: GraphStore) -> None:
    queries = named_queries()
    assert len(queries) >= 24
    for name, query in queries.items():
        assert query.title
        assert query.description.endswith(".")
        example = {
            "name": "Ana Petrov",
            "article": "a1",
            "date": "2017-06-01",
            "string": "chief",
            "stance": "Denied",
            "integer": "1",
        }
        values = {p.name: example[p.type] for p in query.parameters if p.default is None}
        found = run_named(store, name, values)
        assert not {p.name for p in query.parameters} & set(getattr(found, "variables", ()))
        # the order of rows is part of the answer
        assert "ORDER BY" in query.sparql
        assert all(f"${p.name}" in query.sparql for p in query.parameters)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [("2017-06-01", "Coast Times", "Bolt Corp.", "Petrov owns it")]),
        ({"name": "bolt"}, [("2017-06-01", "Coast Times", "Bolt Corp.", "Petrov owns it")]),
        ({"name": "Ana Petrov"}, []),
        ({"outlet": "Coast Times"}, [("2017-06-01", "Coast Times", "Bolt Corp.", "Petrov owns it")]),
        ({"outlet": "The Gazette"}, []),
    ],
)
def test_who_denied_what(store: GraphStore, values: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert ask(store, "who-denied-what", "date", "publisher", "who", "denied", **values) == expected


def test_a_denial_by_nobody_named_is_one_row(small: Corpus, tmp_path: Path) -> None:
    silent = [replace(e, quotes=tuple(replace(quote, source_id=None) for quote in e.quotes)) for e in small.extractions]
    store = replace(small, extractions=silent).store(tmp_path / "silent")
    assert ask(store, "who-denied-what", "who", "denied") == [("", "Petrov owns it")]
    assert ask(store, "who-denied-what", "who", name="Bolt Corp.") == []
    assert ask(store, "evidence", "source", subject="Bolt Corp.", object="Ana Petrov") == [("",), ("",)]


def test_who_denied_it_is_told_in_the_articles_words_when_nobody_is_known(small: Corpus, tmp_path: Path) -> None:
    words = [
        replace(e, quotes=tuple(replace(q, source_id=None, source=Span(q.cue.start, q.cue.end)) for q in e.quotes))
        for e in small.extractions
    ]
    store = replace(small, extractions=words).store(tmp_path / "words")
    assert ask(store, "who-denied-what", "who", "denied") == [("denied", "Petrov owns it")]


def test_related_people(store: GraphStore) -> None:
    columns = ("person", "relation", "other", "reports", "articles", "stands")
    kin = [("Ivan Orlov", "relative of", "Ana Petrov", "2", "3", "Accepted")]  # as most claims put it
    assert ask(store, "related-people", *columns) == kin
    assert ask(store, "related-people", *columns, name="ivan orlov") == kin
    assert ask(store, "related-people", *columns, name="Emma Reed") == []
    assert ask(store, "related-people", *columns, standing="Contested") == []


def test_claims_of_source(store: GraphStore) -> None:
    assert sorted(ask(store, "claims-of-source", "stance", "said", name="Bolt")) == [
        ("Denied", "Ana Petrov owns Bolt Corp."),
        ("Denied", "Petrov owns it"),
    ]


def test_statements_of(store: GraphStore) -> None:
    assert ask(store, "statements-of", "subject", "relation", "object", "standing", name="Ana Petrov") == [
        ("Ivan Orlov", "relative of", "Ana Petrov", "Accepted"),
        ("Ana Petrov", "holds position", "harbour master", "Accepted"),
        ("Ana Petrov", "owns", "Bolt Corp.", "Contested"),
    ]


def test_both_asserted_and_denied(store: GraphStore) -> None:
    assert ask(store, "both-asserted-and-denied", "what", "asserted", "denied") == [
        (
            "Ana Petrov owns Bolt Corp.",
            "The Gazette reported that two officials said Ana Petrov owns Bolt Corp. on the coast.",
            "Bolt denied that Petrov owns it.",
        )
    ]


def test_evidence_is_newest_first(store: GraphStore) -> None:
    dates = ask(store, "evidence", "date", subject="Ivan Orlov", relation="relativeOf")
    assert dates == [("2017-06-01",), ("2017-05-30",), ("2017-05-30",)]
    rows = ask(store, "evidence", "source", "stance", subject="Bolt Corp.", object="Ana Petrov")
    assert rows == [("two officials", "Asserted"), ("Bolt Corp.", "Denied")]


def test_co_reporting(store: GraphStore) -> None:
    assert ask(store, "co-reporting", "outlet", "other", "shared") == [("Coast Times", "The Gazette", "1")]


def test_anonymous_claims(store: GraphStore) -> None:
    said = ask(store, "anonymous-claims", "source", "said")
    assert set(said) == {
        ("two officials", "Ana Petrov owns Bolt Corp. on the coast"),
        ("two officials", "Ana Petrov owns Bolt Corp."),
    }


@pytest.mark.parametrize(
    ("name", "values", "error", "message"),
    [
        ("who-denied-wat", {}, NotFoundError, "did you mean 'who-denied-what'"),
        ("evidence", {}, QueryError, "needs a value for 'subject'"),
        ("related-people", {"nam": "Ana"}, QueryError, "has no parameter 'nam'"),
        ("co-reporting", {"name": "Ana"}, QueryError, "takes none"),
        ("who-denied-what", {"name": "Ana Petrof"}, NotFoundError, "no entity of this name; did you mean 'Ana Petrov'"),
    ],
)
def test_wrong_use(store: GraphStore, name: str, values: dict[str, str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        run_named(store, name, values)


def test_contradictions_between_two_articles(small: Corpus, store: GraphStore) -> None:
    columns = ("what", "stance", "other_stance")
    gazette, coast = small.articles[0].id, small.articles[2].id
    assert ask(store, "contradictions-between", *columns, article=gazette, other=coast) == []
    itself = ask(store, "contradictions-between", *columns, article=coast, other=f"https://newsgraph.example/a/{coast}")
    assert sorted(itself) == [
        ("Ana Petrov owns Bolt Corp.", "Asserted", "Denied"),
        ("Ana Petrov owns Bolt Corp.", "Denied", "Asserted"),
    ]


def test_a_name_of_several_is_who_is_plainly_meant_or_a_list(small: Corpus, tmp_path: Path) -> None:
    def named(name: str, other: str, alias: str) -> GraphStore:
        """The small corpus with one more entity, of these names."""
        extra = Entity("other", other, EntityType.PERSON, (alias,))
        resolution = replace(small.resolution, entities=(*small.resolution.entities, extra))
        return replace(small, resolution=resolution).store(tmp_path / name)

    other_alias = named("alias", "Maria Petrov", "ANA  petrov")
    assert find_entity(other_alias, "Ana Petrov") == find_entity(other_alias, "ána petrov")
    same_shown = named("same", "Ana Petrov", "Petrov")
    assert find_entity(same_shown, "Ana Petrov").startswith("https://newsgraph.example/e/ana-petrov")
    assert find_entity(same_shown, "https://newsgraph.example/e/other") == "https://newsgraph.example/e/other"
    with pytest.raises(NotFoundError, match=r"Orlov: no entity of this name; did you mean 'Ivan Orlov'"):
        find_entity(same_shown, "Orlov")
