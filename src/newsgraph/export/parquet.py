"""A folder of Parquet files: the tables of nodes, edges and claims with their types, for DuckDB, Polars, pandas, R."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from newsgraph.errors import ExportError
from newsgraph.export.cells import Cell, readable
from newsgraph.export.claims import CLAIM_TITLES, claim_rows
from newsgraph.export.columns import Column, Edge, Holds, Node, edge_columns, edges_of, node_columns, nodes_of
from newsgraph.export.contract import Written
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore

# So many rows are compressed at a time: enough for small files and quick queries, few enough for any memory.
_BATCH = 20_000

# Columns of the network that hold more than one text or a day; GEXF has no words for these.
_LISTS = frozenset(("aliases", "positions"))
_DAYS = frozenset(("first", "last"))
_DAY, _LIST = "day", "list"
_CLAIMS: dict[str, str] = dict.fromkeys(CLAIM_TITLES, Holds.STRING) | {
    "confidence": Holds.DOUBLE,
    "former": Holds.BOOLEAN,
    "begin": Holds.LONG,
    "end": Holds.LONG,
    "date": _DAY,
}

Value = Cell | date | list[str] | None


def export_parquet(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes the network and its claims into a new folder: ``nodes.parquet``, ``edges.parquet``, ``claims.parquet``.

    Raises:
        ExportError: when pyarrow is not installed.
    """
    arrow = _arrow()
    network = select_network(store, selection)
    nodes, edges = node_columns(network), edge_columns(network)
    node_holds: dict[str, str] = {"id": Holds.STRING, "label": Holds.STRING} | {
        _name(column): _holds(column) for column in nodes
    }
    edge_holds: dict[str, str] = {
        "source": Holds.STRING,
        "target": Holds.STRING,
        "id": Holds.STRING,
        "label": Holds.STRING,
    }
    edge_holds |= {"weight": Holds.DOUBLE} | {_name(column): _holds(column) for column in edges}
    out.mkdir()
    _write(arrow, out / "nodes.parquet", node_holds, (_node(node, nodes) for node in nodes_of(network)))
    _write(arrow, out / "edges.parquet", edge_holds, (_edge(edge, edges) for edge in edges_of(network)))
    _write(arrow, out / "claims.parquet", _CLAIMS, map(_claim, claim_rows(store, network)))
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def _arrow() -> Any:
    """The package pyarrow, with its part for Parquet; it is large, and few need it."""
    try:
        importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise ExportError("Parquet needs the package pyarrow: pip install 'newsgraph[parquet]'") from error
    return importlib.import_module("pyarrow")


def _name(column: Column) -> str:
    """Names without spaces need no quotes in SQL."""
    return column.title.replace(" ", "_")


def _holds(column: Column) -> str:
    if column.title in _LISTS:
        return _LIST
    return _DAY if column.title in _DAYS else column.holds


def _node(node: Node, columns: Iterable[Column]) -> tuple[Value, ...]:
    return (node.id, node.label, *(_value(column, node.values) for column in columns))


def _edge(edge: Edge, columns: Iterable[Column]) -> tuple[Value, ...]:
    values = (_value(column, edge.values) for column in columns)
    return (edge.source, edge.target, edge.id, edge.label, float(edge.weight), *values)


def _claim(row: Sequence[Cell | None]) -> tuple[Value, ...]:
    return tuple(
        _day(value) if _CLAIMS[title] == _DAY else value for title, value in zip(CLAIM_TITLES, row, strict=True)
    )


def _value(column: Column, values: Mapping[object, object]) -> Value:
    if column.title in _LISTS:
        found = values.get(column.attribute)
        return [readable(str(each)) for each in found] if isinstance(found, list | tuple) else []
    return _day(column.of(values)) if column.title in _DAYS else column.of(values)


def _day(value: Cell | None) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _write(arrow: Any, out: Path, holds: Mapping[str, str], rows: Iterable[tuple[Value, ...]]) -> None:
    """The file says nothing of when or where it was written, so the same rows are the same bytes."""
    types = {
        Holds.STRING: arrow.string(),
        Holds.LONG: arrow.int64(),
        Holds.DOUBLE: arrow.float64(),
        Holds.BOOLEAN: arrow.bool_(),
        _DAY: arrow.date32(),
        _LIST: arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(name, types[held]) for name, held in holds.items()])
    with arrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            columns = zip(*batch, strict=True)
            arrays = [arrow.array(values, of_type) for values, of_type in zip(columns, schema.types, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _batches(rows: Iterable[tuple[Value, ...]]) -> Iterator[list[tuple[Value, ...]]]:
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        yield batch
