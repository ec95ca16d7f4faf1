"""The RDF formats hold what the store holds: nothing lost, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from lxml import etree
from pyoxigraph import RdfFormat, parse

from newsgraph.export import export
from newsgraph.export.cells import readable
from newsgraph.graph.store import GraphStore
from tests.export.readers import RDF, facts, read_rdf

PYOXIGRAPH = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
}
every_form = pytest.mark.parametrize("name", sorted(RDF))


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    monkeypatch.setattr(rdflib.term, "NORMALIZE_LITERALS", False, raising=False)


@every_form
def test_rdflib_reads_the_same_graph(name: str, store: GraphStore, tmp_path: Path) -> None:
    out = export(store, tmp_path / f"out.{name}").path
    form, named = RDF[name]
    assert read_rdf(out, form) == facts(store, named=named)


@every_form
def test_rdflib_reads_nasty_texts_as_they_are(name: str, nasty: GraphStore, tmp_path: Path) -> None:
    out = export(nasty, tmp_path / f"out.{name}").path
    form, named = RDF[name]
    expected = facts(nasty, named=named)
    if name == "rdf":
        # XML cannot hold control characters
        expected = {(s, p, readable(value), *rest) for s, p, value, *rest in expected}
    assert read_rdf(out, form) == expected


@pytest.mark.parametrize("name", sorted(PYOXIGRAPH))
def test_oxigraph_reads_the_same_graph(name: str, nasty: GraphStore, tmp_path: Path) -> None:
    out = export(nasty, tmp_path / f"out.{name}").path
    expected = {str(quad) for quad in nasty.quads() if RDF[name][1] or not str(quad.graph_name).startswith("<")}
    assert {str(quad) for quad in parse(path=out, format=PYOXIGRAPH[name])} == expected


@pytest.mark.parametrize("name", ["nt", "nq"])
def test_lines_are_sorted(name: str, store: GraphStore, tmp_path: Path) -> None:
    lines = export(store, tmp_path / f"out.{name}").path.read_bytes().splitlines()
    assert lines == sorted(lines)


def test_rdfxml_is_well_formed_and_names_the_classes(nasty: GraphStore, tmp_path: Path) -> None:
    root = etree.parse(export(nasty, tmp_path / "out.rdf").path).getroot()
    assert {etree.QName(child).localname for child in root} == {"NewsArticle", "Person", "Statement"}


def test_turtle_is_short_and_says_the_class_first(store: GraphStore, tmp_path: Path) -> None:
    lines = export(store, tmp_path / "out.ttl").path.read_text(encoding="utf-8").splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert lines[: len(prefixes)] == prefixes == sorted(prefixes)
    subjects = [line for line in lines[len(prefixes) :] if line and not line.startswith("\t")]
    assert subjects
    assert all(" a " in line for line in subjects)


def test_many_quads_are_written_in_batches_between_subjects(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = export(store, tmp_path / "whole.trig").path.read_bytes()
    monkeypatch.setattr("newsgraph.export.rdf._BATCH", 7)
    cut = export(store, tmp_path / "cut.trig").path
    assert cut.read_bytes().count(b"@prefix") == whole.count(b"@prefix")
    assert read_rdf(cut, "trig") == facts(store, named=True)
