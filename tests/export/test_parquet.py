"""Parquet: the tables of CSV, with types."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from newsgraph.errors import ExportError
from newsgraph.export import export
from newsgraph.graph.store import GraphStore
from tests.export.nasty import TEXTS
from tests.export.readers import read_csv


@pytest.fixture
def tables(store: GraphStore, tmp_path: Path) -> dict[str, Any]:
    out = export(store, tmp_path / "tables", format="parquet").path
    return {file.stem: pq.read_table(file) for file in out.iterdir()}


def types_of(table: Any) -> dict[str, str]:
    return {field.name: str(field.type) for field in table.schema}


def test_each_column_has_its_type(tables: dict[str, Any]) -> None:
    assert types_of(tables["nodes"]) == {
        "id": "string",
        "label": "string",
        "entity_type": "string",
        "mentions": "int64",
        "articles": "int64",
        "aliases": "list<element: string>",
        "positions": "list<element: string>",
    }
    assert types_of(tables["edges"]) == {
        **dict.fromkeys(("source", "target", "id", "label"), "string"),
        "weight": "double",
        **dict.fromkeys(("predicate", "tie", "standing", "evidence"), "string"),
        **dict.fromkeys(("symmetric", "former"), "bool"),
        "articles": "int64",
        "confidence": "double",
        **dict.fromkeys(("first", "last"), "date32[day]"),
    }
    claims = types_of(tables["claims"])
    assert {name: kind for name, kind in claims.items() if kind != "string"} == {
        "confidence": "double",
        "former": "bool",
        "begin": "int64",
        "end": "int64",
        "date": "date32[day]",
    }


def test_values_are_what_they_are(tables: dict[str, Any]) -> None:
    ana = next(row for row in tables["nodes"].to_pylist() if row["label"] == "Ana Petrov")
    assert (ana["aliases"], ana["positions"], ana["mentions"]) == ([], ["harbour master"], 7)
    bolt = next(row for row in tables["nodes"].to_pylist() if row["label"] == "Bolt Corp.")
    assert bolt["aliases"] == ["Bolt"]
    owns = next(row for row in tables["edges"].to_pylist() if row["predicate"] == "owns")
    assert (owns["first"], owns["former"], owns["weight"]) == (dt.date(2017, 6, 1), False, 1.0)
    accused = next(row for row in tables["edges"].to_pylist() if row["predicate"] == "Accusation")
    assert accused["first"] is None


def test_rows_are_those_of_csv(store: GraphStore, tables: dict[str, Any], tmp_path: Path) -> None:
    csv = export(store, tmp_path / "csv", format="csv").path
    claims = [(row["claim"], row["quote"], row["date"], int(row["begin"])) for row in read_csv(csv / "claims.csv")]
    assert claims == [
        (row["claim"], row["quote"], str(row["date"] or ""), row["begin"]) for row in tables["claims"].to_pylist()
    ]
    assert [row["Id"] for row in read_csv(csv / "edges.csv")] == tables["edges"].column("id").to_pylist()


def test_texts_are_kept_with_their_breaks_and_without_apostrophes(nasty: GraphStore, tmp_path: Path) -> None:
    out = export(nasty, tmp_path / "tables", format="parquet").path
    labels = pq.read_table(out / "nodes.parquet").column("label").to_pylist()
    assert {"=HYPERLINK(1)", "two\r\nlines\rand\nmore\u2028separators\x85", TEXTS[10]} <= set(labels)
    assert not any("\x00" in label for label in labels)


def test_rows_are_written_in_batches(store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = export(store, tmp_path / "whole", format="parquet").path
    monkeypatch.setattr("newsgraph.export.parquet._BATCH", 2)
    cut = export(store, tmp_path / "cut", format="parquet").path
    assert pq.ParquetFile(cut / "edges.parquet").num_row_groups == 3
    for file in whole.iterdir():
        assert pq.read_table(cut / file.name).equals(pq.read_table(file))


def test_without_pyarrow_it_is_told_what_to_install(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExportError, match=r"pip install 'newsgraph\[parquet\]'"):
        export(store, tmp_path / "tables", format="parquet")
    assert not list(tmp_path.iterdir())
