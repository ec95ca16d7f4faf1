"""How long the named queries take, in newsgraph's store and in rdflib's store in memory.

    python benchmarks/queries.py WORKSPACE [--rdflib] [--patience 60]

Each query is asked of the graph in a process of its own, three times; the quickest counts, of rdflib's the only one,
and ``None`` stands for more than ``--patience`` seconds, or a failure. Asked for are those whom most articles mention.
Prints one JSON object: seconds and rows by query, the median and the worst.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from time import perf_counter

import rdflib

from newsgraph.graph.queries import NamedQuery, named_queries, run_named
from newsgraph.graph.rdflib_view import as_rdflib
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore

TIMES = 3
# A child that shares the graph with its parent.
FORK = multiprocessing.get_context("fork")
# What is asked for where a parameter has no default, by its type; of names and articles there are several.
_ASKED = {"stance": "denied", "string": "president", "date": "2016-06-01", "integer": "3"}
_NAMES = "SELECT ?x { ?x a schema:Person ; ng:articleCount ?n } ORDER BY DESC(?n) ?x LIMIT 2"
_ARTICLES = "SELECT ?x { ?x a schema:NewsArticle ; ng:wordCount ?n } ORDER BY DESC(?n) ?x LIMIT 2"

Ask = Callable[[NamedQuery, Mapping[str, str]], int]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--patience", type=float, default=60.0, metavar="SECONDS")
    given = parser.parse_args()
    store = GraphStore.open(given.workspace / "graph")
    found = {"newsgraph": _all(store, lambda query, values: _ask_store(store, query, values), TIMES, given.patience)}
    if given.rdflib:
        dataset = as_rdflib(store)
        found["rdflib"] = _all(store, lambda query, values: _ask_rdflib(dataset, query, values), 1, given.patience)
    print(json.dumps({"quads": len(store)} | found, indent=2))


def _all(store: GraphStore, ask: Ask, times: int, patience: float) -> dict[str, object]:
    asked: dict[str, object] = {}
    seconds = []
    known = {"name": _found(store, _NAMES), "article": _found(store, _ARTICLES)}
    for name, query in named_queries().items():
        work = partial(_fastest, ask, query, _values(query, known), times)
        took, rows = _in_time(work, patience * times)
        asked[name] = {"seconds": None if took is None else round(took, 4), "rows": rows}
        seconds.append(patience if took is None else took)
    return {"median": round(median(seconds), 4), "worst": round(max(seconds), 4), "queries": asked}


def _values(query: NamedQuery, known: Mapping[str, Sequence[str]]) -> dict[str, str]:
    number = count()
    return {
        parameter.name: _ASKED[parameter.type] if parameter.type in _ASKED else known[parameter.type][next(number)]
        for parameter in query.parameters
        if parameter.default is None
    }


def _found(store: GraphStore, sparql: str) -> list[str]:
    return [row["x"] for row in rows_of(store.query(sparql))]


def _ask_store(store: GraphStore, query: NamedQuery, values: Mapping[str, str]) -> int:
    return len(rows_of(run_named(store, query.name, values)))


def _ask_rdflib(dataset: rdflib.Dataset, query: NamedQuery, values: Mapping[str, str]) -> int:
    bound = {parameter.name: _node(values.get(parameter.name, parameter.default or ""), parameter.type)
             for parameter in query.parameters}  # fmt: skip
    return len(list(dataset.query(query.sparql, initBindings=bound)))


def _node(value: str, kind: str) -> rdflib.term.Node:
    if value and kind in ("name", "article"):
        return rdflib.URIRef(value)
    if value and kind == "integer":
        return rdflib.Literal(int(value))
    if value and kind == "date":
        return rdflib.Literal(value, datatype=rdflib.XSD.date)
    return rdflib.Literal(value)


def _fastest(ask: Ask, query: NamedQuery, values: Mapping[str, str], times: int) -> tuple[float, int]:
    best, rows = float("inf"), 0
    for _ in range(times):
        started = perf_counter()
        rows = ask(query, values)
        best = min(best, perf_counter() - started)
    return best, rows


def _in_time(work: Callable[[], tuple[float, int]], patience: float) -> tuple[float | None, int | None]:
    """What it took, in a process that is ended when it takes too long."""
    here, there = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_send, args=(work, there))
    process.start()
    there.close()  # so that the end of a process that fails is heard
    try:
        told = here.recv() if here.poll(patience) else (None, None)
    except EOFError:
        told = None, None
    process.kill()
    process.join()
    return told


def _send(work: Callable[[], tuple[float, int]], out: Connection) -> None:
    out.send(work())


if __name__ == "__main__":
    main()
