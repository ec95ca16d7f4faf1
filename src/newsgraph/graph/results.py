"""What a query answers, and how it is written: table, CSV, TSV, JSON, Turtle, N-Triples."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TextIO, TypeGuard

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize
from pyoxigraph import Triple as OxTriple
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsgraph.errors import QueryError
from newsgraph.graph.vocabulary import PREFIXES, XSD, shorten

Term = NamedNode | BlankNode | Literal | OxTriple


@dataclass(frozen=True, slots=True)
class Bindings:
    """The rows of a SELECT; ``None`` where a variable is not bound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def values(self) -> list[dict[str, str]]:
        """Each row as texts by variable, what is not bound left out: IRIs in full, literals without type."""
        return [
            {name: text_of(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """The yes or no of an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, sorted."""

    triples: tuple[OxTriple, ...]


QueryResult = Bindings | Answer | Triples


def rows_of(result: QueryResult) -> list[dict[str, str]]:
    """The rows of a SELECT as texts by variable; none for other queries."""
    return result.values() if isinstance(result, Bindings) else []


_NUMBERS = {XSD.integer, XSD.decimal}


def text_of(term: Term) -> str:
    """An IRI, the text of a literal, or the N-Triples form of anything else."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def first_rows(result: QueryResult, count: int | None) -> QueryResult:
    """The rows of a SELECT or the triples of a CONSTRUCT up to a number; ``None``: all."""
    if isinstance(result, Bindings):
        return Bindings(result.variables, result.rows[:count])
    return Triples(result.triples[:count]) if isinstance(result, Triples) else result


def local_name(iri: str) -> str:
    """What stands after the last slash or hash: «Claim», «relativeOf»."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def write_results(
    result: QueryResult,
    form: str,
    out: TextIO,
    *,
    prefixes: Mapping[str, str] = PREFIXES,
    width: int | None = None,
) -> None:
    """Writes a result in one of the ``FORMATS``.

    ``width`` is that of the terminal in characters; without it a table is as wide as it needs to be.

    Raises:
        QueryError: when the format is unknown, or does not suit this kind of query.
    """
    if form not in FORMATS:
        raise QueryError(f"unknown result format {form!r}: choose one of {', '.join(FORMATS)}")
    if form == "table":
        _write_table(_as_bindings(result), out, prefixes, width)
    elif form in _GRAPH_FORMATS:
        if not isinstance(result, Triples):
            raise QueryError(f"{form} needs a CONSTRUCT or DESCRIBE query: choose table, csv, tsv or json")
        data = serialize(result.triples, format=_GRAPH_FORMATS[form], prefixes=_usable(prefixes, form))
        out.write(_with_sorted_prefixes((data or b"").decode()))
    elif form == "json" and isinstance(result, Answer):
        out.write(json.dumps({"head": {}, "boolean": result.value}) + "\n")
    else:
        _ROW_WRITERS[form](_as_bindings(result), out)


def _with_sorted_prefixes(turtle: str) -> str:
    """The serializer declares prefixes in another order in each process."""
    lines = turtle.splitlines(keepends=True)
    declared = [line for line in lines if line.startswith("@prefix ")]
    return "".join([*sorted(declared), *lines[len(declared) :]])


def _usable(prefixes: Mapping[str, str], form: str) -> dict[str, str] | None:
    return dict(prefixes) if form == "ttl" else None


def _as_bindings(result: QueryResult) -> Bindings:
    if isinstance(result, Triples):
        rows = tuple((t.subject, t.predicate, t.object) for t in result.triples)
        return Bindings(("subject", "predicate", "object"), rows)
    if isinstance(result, Answer):
        return Bindings(("answer",), ((Literal("yes" if result.value else "no"),),))
    return result


def _write_table(found: Bindings, out: TextIO, prefixes: Mapping[str, str], width: int | None) -> None:
    # markup and emoji off: «[red]» and «:smile:» in an article are text
    drawn = StringIO()
    console = Console(file=drawn, width=width or 100_000, markup=False, emoji=False, highlight=False, color_system=None)
    if not found.rows:
        out.write("no rows\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column, name in enumerate(found.variables):
        numeric = all(is_number(row[column]) for row in found.rows)
        table.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in found.rows:
        table.add_row(*(Text(_cell(term, prefixes)) for term in row))
    console.print(table)
    out.writelines(line.rstrip() + "\n" for line in drawn.getvalue().splitlines() if line.strip())


def is_number(term: Term | None) -> TypeGuard[Literal]:
    """Whether it is a whole or decimal number."""
    return isinstance(term, Literal) and term.datatype in _NUMBERS


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shorten(term.value, prefixes)
    return " ".join(text_of(term).split())


def _write_csv(found: Bindings, out: TextIO) -> None:
    """SPARQL 1.1 results CSV: values without their types, lines end in CR LF."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(found.variables)
    writer.writerows([["" if term is None else text_of(term) for term in row] for row in found.rows])


def _write_tsv(found: Bindings, out: TextIO) -> None:
    """SPARQL 1.1 results TSV: terms as in Turtle."""
    out.write("\t".join(f"?{name}" for name in found.variables) + "\n")
    for row in found.rows:
        cells = ("" if term is None else str(term) for term in row)
        out.write("\t".join(cells) + "\n")


def _write_json(found: Bindings, out: TextIO) -> None:
    """SPARQL 1.1 results JSON."""
    rows = [
        {name: _json_term(term) for name, term in zip(found.variables, row, strict=True) if term is not None}
        for row in found.rows
    ]
    json.dump({"head": {"vars": found.variables}, "results": {"bindings": rows}}, out, ensure_ascii=False)
    out.write("\n")


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, OxTriple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype == XSD.string:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


_ROW_WRITERS: dict[str, Callable[[Bindings, TextIO], None]] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
}
_GRAPH_FORMATS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES}
FORMATS: tuple[str, ...] = ("table", *_ROW_WRITERS, *_GRAPH_FORMATS)
