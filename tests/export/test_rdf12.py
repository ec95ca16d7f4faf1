"""Turtle of RDF 1.2: the world, and which triple each statement is about."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from newsgraph.export import export
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NGR, RDF
from tests.export.readers import read_turtle12


def reified(quads: set[Quad]) -> dict[NamedNode, Triple]:
    return {quad.subject: quad.object for quad in quads if quad.predicate == RDF.reifies}


def test_only_the_reifiers_are_added(nasty: GraphStore, store: GraphStore, tmp_path: Path) -> None:
    for number, given in enumerate((nasty, store)):
        read = read_turtle12(export(given, tmp_path / f"{number}.ttl12").path)
        world = set(given.quads(graph=DefaultGraph()))
        assert {quad for quad in read if quad.predicate != RDF.reifies} == world
        statements = {quad.subject for quad in world if quad.object == NG.Statement}
        assert reified(read).keys() == statements


def test_a_reifier_says_what_its_statement_says(store: GraphStore, tmp_path: Path) -> None:
    read = read_turtle12(export(store, tmp_path / "world.ttl12").path)
    for statement, triple in reified(read).items():
        for predicate, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
            assert Quad(statement, predicate, term) in read


def test_what_is_denied_is_reified_and_not_asserted(store: GraphStore, tmp_path: Path) -> None:
    read = read_turtle12(export(store, tmp_path / "world.ttl12").path)
    (owns,) = [statement for statement, triple in reified(read).items() if triple.predicate == NGR.owns]
    assert Quad(owns, NG.standing, NG.Contested) in read
    assert NGR.owns not in {quad.predicate for quad in read}
    (kin,) = [triple for triple in reified(read).values() if triple.predicate == NGR.relativeOf]
    assert Quad(*kin) in read


def test_nothing_else_is_reified(tmp_path: Path) -> None:
    half = GraphStore.open(tmp_path / "graph", read_only=False)
    half.replace_all([Quad(NamedNode("https://newsgraph.example/st/1"), RDF.subject, Literal("no node"))])
    assert reified(read_turtle12(export(half, tmp_path / "world.ttl12").path)) == {}
