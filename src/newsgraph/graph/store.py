"""The SPARQL store on disk: derived, and never seen half written: what changes is written beside."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Variable,
)

from newsgraph.errors import QueryError, WorkspaceError
from newsgraph.graph.federation import asks_others
from newsgraph.graph.results import Answer, Bindings, QueryResult, Term, Triples, rows_of
from newsgraph.graph.vocabulary import known_prefixes
from newsgraph.ids import DEFAULT_BASE

# The store's folder holds two slots; this file names the one that counts. Replacing the file is one step
# of the file system, so a run that is killed leaves either the old graph or the new one.
_POINTER = "current"
_SLOTS = ("a", "b")
_TABLE = ".sst"

_COUNTS = {
    "articles": "SELECT (COUNT(*) AS ?n) { ?x a schema:NewsArticle }",
    "mentions": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a ng:Mention } }",
    "entities": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x skos:prefLabel ?name }",
    "statements": "SELECT (COUNT(*) AS ?n) { ?x a ng:Statement }",
    "claims": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?x a ng:Claim } }",
    "events": "SELECT (COUNT(*) AS ?n) { ?x a sem:Event }",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What leads from one graph to the next; no quad is both taken out and put in."""

    removed: Collection[Quad]
    added: Collection[Quad]


class GraphStore:
    """A graph on disk. Many may read it; one at a time may replace it."""

    def __init__(self, path: Path, store: Store, base: str, *, read_only: bool) -> None:
        self.path = path
        self.base = base
        self.prefixes = known_prefixes(base)
        self._store = store
        self._read_only = read_only

    @classmethod
    def open(cls, path: Path, *, read_only: bool = True, base: str = DEFAULT_BASE) -> GraphStore:
        """Opens the graph in this folder; for writing, an empty one is made when there is none.

        Raises:
            WorkspaceError: when there is no graph to read, or the folder cannot be opened.
        """
        slot = _current_slot(path)
        if slot is None and read_only:
            raise WorkspaceError(f"{path}: no graph here yet: run `newsgraph build` first")
        # Also for writing: the new graph is written beside, so the old one is only ever read.
        return cls(path, Store() if slot is None else _open_slot(slot), base, read_only=read_only)

    @property
    def state(self) -> str:
        """What the graph was made from, as its writer named it; empty: there is no graph, or nothing was named."""
        try:
            return (self.path / _POINTER).read_text(encoding="ascii").partition(" ")[2]
        except (OSError, UnicodeDecodeError):
            return ""

    def replace_all(self, quads: Iterable[Quad], state: str = "") -> None:
        """Puts these quads in the place of all that was there; if it is cut short the old graph stays.

        Raises:
            WorkspaceError: when the store was opened for reading, or the disk refuses.
        """

        def fill(new: Path) -> None:
            new.mkdir(parents=True)
            store = Store(str(new))
            store.bulk_extend(quads)
            store.optimize()
            store.flush()

        self._write(fill, state)

    def change(self, change: Change, state: str = "") -> None:
        """Takes some quads out and puts others in; readers see the old graph or the new one.

        Raises:
            WorkspaceError: when the store was opened for reading, or the disk refuses.
        """

        def fill(new: Path) -> None:
            shutil.copytree(self.path / _slot_name(self.path), new, copy_function=_link_or_copy)
            store = Store(str(new))
            for quad in change.removed:
                store.remove(quad)
            store.extend(change.added)
            store.flush()

        self._write(fill, state)

    def _write(self, fill: Callable[[Path], None], state: str) -> None:
        if self._read_only:
            raise WorkspaceError(f"{self.path}: opened for reading only")
        old = _current_slot(self.path)
        new = self.path / next(slot for slot in _SLOTS if old is None or slot != old.name)
        try:
            shutil.rmtree(new, ignore_errors=True)
            fill(new)
            _point(self.path, f"{new.name} {state}")
        except OSError as error:
            raise WorkspaceError(f"{self.path}: the graph cannot be written: {error}") from error
        self._store = _open_slot(new)
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)

    def query(self, sparql: str, *, substitutions: Mapping[str, Term] | None = None) -> QueryResult:
        """What a SPARQL 1.1 query answers; the known prefixes need no declaring.

        ``substitutions`` binds values to variables by name; a SELECT must name these among its own.

        Raises:
            QueryError: when the query cannot be parsed, with the place, or cannot be answered.
        """
        with _query_errors(sparql):
            return _neutral(self._evaluate(sparql, substitutions or {}))

    def serialized(
        self,
        sparql: str,
        results: Callable[[], QueryResultsFormat],
        triples: Callable[[], RdfFormat],
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> tuple[str, bytes]:
        """Media type and bytes of what a SPARQL 1.1 query answers.

        ``results`` or ``triples`` is called for the format, once it is known which of them there are.
        ``default_graphs`` and ``named_graphs`` are the IRIs of the graphs that the query sees, in place of all.

        Raises:
            QueryError: when the query cannot be parsed, with the place, or cannot be answered.
        """
        with _query_errors(sparql):
            default = None if default_graphs is None else [NamedNode(iri) for iri in default_graphs]
            named = None if named_graphs is None else [NamedNode(iri) for iri in named_graphs]
            found = self._evaluate(sparql, {}, default, named)
            if isinstance(found, QueryTriples):
                form = triples()
                return form.media_type, found.serialize(format=form) or b""
            shape = results()
            return shape.media_type, found.serialize(format=shape) or b""

    def _evaluate(
        self,
        sparql: str,
        substitutions: Mapping[str, Term],
        default_graphs: list[NamedNode] | None = None,
        named_graphs: list[NamedNode] | None = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        if asks_others(sparql):
            raise QueryError("SERVICE is not allowed: this graph asks no other server")
        return self._store.query(
            sparql,
            prefixes=self.prefixes,
            substitutions={Variable(name): value for name, value in substitutions.items()},
            default_graph=default_graphs,  # type: ignore[arg-type]  # lists of the wider type are asked for
            named_graphs=named_graphs,  # type: ignore[arg-type]
        )

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit a pattern, in no order; ``None`` fits all."""
        return self._store.quads_for_pattern(subject, predicate, value, graph)

    def __len__(self) -> int:
        """The number of quads."""
        return len(self._store)

    def holds(self, quad: Quad) -> bool:
        """Whether a quad is there."""
        return quad in self._store

    def dump_sorted_nquads(self, out: BinaryIO) -> None:
        """All quads as N-Quads, lines sorted by their bytes: the same graph gives the same bytes."""
        lines = (self._store.dump(format=RdfFormat.N_QUADS) or b"").split(b"\n")
        out.writelines(line + b"\n" for line in sorted(line for line in lines if line))

    def counts(self) -> dict[str, int]:
        """How many articles, mentions, entities, statements, claims, events and quads there are."""
        counts = {}
        for name, sparql in _COUNTS.items():
            counts[name] = int(rows_of(self.query(sparql))[0]["n"])
        return counts | {"quads": len(self._store)}


@contextmanager
def _query_errors(sparql: str) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise QueryError(_place_of_fault(str(error), sparql)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _point(path: Path, text: str) -> None:
    """Let the pointer say this, also after a power cut."""
    pointer = path / f"{_POINTER}.new"
    with pointer.open("w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    pointer.replace(path / _POINTER)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path, os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _link_or_copy(old: str, new: str) -> None:
    """Tables of the store never change once they are written, so that two graphs may share them."""
    if old.endswith(_TABLE):
        try:
            os.link(old, new)
        except OSError:  # a file system without links
            shutil.copy2(old, new)
    else:
        shutil.copy2(old, new)


def _slot_name(path: Path) -> str:
    return (path / _POINTER).read_text(encoding="ascii").partition(" ")[0].strip()


def _current_slot(path: Path) -> Path | None:
    try:
        name = _slot_name(path)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path}: cannot be opened: {error}") from error
    if name not in _SLOTS or not (path / name).is_dir():
        raise WorkspaceError(f"{path}: the graph is damaged: delete this folder and build again")
    return path / name


def _open_slot(slot: Path) -> Store:
    try:
        return Store.read_only(str(slot))
    except OSError as error:
        raise WorkspaceError(f"{slot.parent}: the graph cannot be opened: {error}") from error


def _neutral(found: QuerySolutions | QueryBoolean | QueryTriples) -> QueryResult:
    if isinstance(found, QueryBoolean):
        return Answer(bool(found))
    if isinstance(found, QueryTriples):
        return Triples(tuple(sorted(found, key=str)))
    names = tuple(variable.value for variable in found.variables)
    return Bindings(names, tuple(tuple(row) for row in found))


def _place_of_fault(message: str, sparql: str) -> str:
    """«error at 2:21: expected …» -> where the query is wrong, with the line itself, in one line."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if place is None:
        return f"the query cannot be parsed: {message}"
    row, column, expected = int(place[1]), int(place[2]), " ".join(place[3].split())
    if "Prefix not found" in expected:
        expected = "unknown prefix"
    line = (sparql.splitlines() or [""])[min(row, len(sparql.splitlines())) - 1]
    near = line[max(0, column - 1 - 20) : column - 1 + 20].strip()
    return f"the query has a fault at line {row}, column {column}, near «{near}»: {expected[:150]}"
