from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from newsgraph.errors import QueryError
from newsgraph.graph.results import FORMATS, Answer, Bindings, QueryResult, Triples, write_results
from newsgraph.graph.vocabulary import XSD

ANA = NamedNode("https://newsgraph.example/e/ana-1")
ROWS = Bindings(
    ("who", "says", "n"),
    (
        (ANA, Literal('a "b",\tc\nd', language="en"), Literal("3", datatype=XSD.integer)),
        (ANA, Literal("[red]:smile:\x00[/red]"), None),
    ),
)
TRIPLES = Triples((Triple(ANA, NamedNode("https://w3id.org/newsgraph/rel#headOf"), ANA),))


def written(result: QueryResult, form: str) -> str:
    out = io.StringIO()
    write_results(result, form, out)
    return out.getvalue()


def test_a_table_is_for_reading() -> None:
    lines = written(ROWS, "table").splitlines()
    assert lines[0].split() == ["who", "says", "n"]
    assert lines[2].split() == ["e:ana-1", "a", '"b",', "c", "d", "3"]
    assert "[red]:smile:" in lines[3]
    assert all(line == line.rstrip() for line in lines)
    assert written(Bindings(("x",), ()), "table") == "no rows\n"
    assert "yes" in written(Answer(value=True), "table")
    assert "ngr:headOf" in written(TRIPLES, "table")


def test_a_table_fits_the_terminal() -> None:
    out = io.StringIO()
    long = Bindings(("text",), ((Literal("word " * 100),),))
    write_results(long, "table", out, width=60)
    assert max(len(line) for line in out.getvalue().splitlines()) <= 60
    assert out.getvalue().count("word") == 100


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(written(ROWS, "csv"), newline="")))
    assert rows == [
        ["who", "says", "n"],
        [ANA.value, 'a "b",\tc\nd', "3"],
        [ANA.value, "[red]:smile:\x00[/red]", ""],
    ]


@pytest.mark.parametrize(("form", "standard"), [("tsv", QueryResultsFormat.TSV), ("json", QueryResultsFormat.JSON)])
def test_the_standard_formats_read_back(form: str, standard: QueryResultsFormat) -> None:
    solutions = parse_query_results(written(ROWS, form).encode(), format=standard)
    assert isinstance(solutions, QuerySolutions)
    assert [variable.value for variable in solutions.variables] == list(ROWS.variables)
    assert tuple(tuple(row) for row in solutions) == ROWS.rows


@pytest.mark.parametrize(("form", "rdf"), [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES)])
def test_triples_read_back(form: str, rdf: RdfFormat) -> None:
    quads = list(parse(written(TRIPLES, form).encode(), format=rdf))
    assert [(q.subject, q.predicate, q.object) for q in quads] == [
        (t.subject, t.predicate, t.object) for t in TRIPLES.triples
    ]


def test_an_answer_in_json() -> None:
    assert json.loads(written(Answer(value=False), "json")) == {"head": {}, "boolean": False}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_triples(form: str) -> None:
    assert "ana-1" in written(TRIPLES, form)


@pytest.mark.parametrize(("result", "form"), [(ROWS, "ttl"), (Answer(value=True), "nt"), (ROWS, "xlsx")])
def test_what_does_not_fit_says_so(result: QueryResult, form: str) -> None:
    with pytest.raises(QueryError, match="choose"):
        written(result, form)
