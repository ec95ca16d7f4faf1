"""Dynamic GEXF: valid, and everything is there at its time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsgraph.errors import ExportError
from newsgraph.export import export
from newsgraph.graph.network import network
from newsgraph.graph.spells import edge_spells, node_spells, spells
from newsgraph.graph.store import GraphStore
from newsgraph.model import Role
from tests import build
from tests.export.test_gexf import NAMESPACE, SCHEMA
from tests.graph.corpus import Corpus, event, resolve_by_name, time


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """Ana and Bolt met twice, of one meeting the day is told; Carl sued Bolt, nobody knows when."""
    texts = [
        ("Ana met Bolt Corp. on 4 March 2016.", "2017-05-30", "Meeting", "2016-03-04"),
        ("Ana met Bolt Corp. again.", "2017-06-02", "Meeting", None),
        ("Carl sued Bolt Corp. once.", None, "ChargeOrLawsuit", None),
    ]
    articles, extractions = [], []
    for text, reported, kind, happened in texts:
        of = build.article(text, date=reported)
        one, other = build.mention(of, text.split()[0]), build.mention(of, "Bolt Corp.", "Company")
        when = time(of, "4 March 2016", happened) if happened else None
        roles = {Role.AGENT: [one, other]} if kind == "Meeting" else {Role.AGENT: [one], Role.PATIENT: [other]}
        times = (time(of, "4 March 2016", happened, happened),) if happened else ()
        met = event(of, kind, text.split()[1], roles, time_id=when.id if when else None)
        articles.append(of)
        extractions.append(build.extraction(of, (one,), (other,), events=(met,), times=times))
    small = Corpus(articles, extractions, resolve_by_name(extractions, {}), {})
    return small.store(tmp_path_factory.mktemp("meetings") / "graph")


def test_events_are_there_in_their_own_time_and_else_when_they_were_reported(meetings: GraphStore) -> None:
    ties = network(meetings)
    found = edge_spells(meetings, ties)
    assert list(found.values()) == [[("2016-03-04", "2016-03-05"), ("2017-06-02", "2017-06-03")]]
    labels = dict(ties.nodes(data="label"))
    assert {labels[node]: spell for node, spell in node_spells(ties, found).items()} == {
        "Ana": ("2016-03-04", "2017-06-03"),
        "Bolt Corp.": ("2016-03-04", "2017-06-03"),
    }


def test_a_dynamic_file_is_valid_and_dated(meetings: GraphStore, tmp_path: Path) -> None:
    tree = etree.parse(export(meetings, tmp_path / "out.gexf", dynamic=True).path)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    graph = tree.find(f"{NAMESPACE}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    sued, met = sorted(tree.iter(f"{NAMESPACE}edge"), key=lambda edge: edge.get("kind"))
    assert sued.find(f"{NAMESPACE}spells") is None
    assert [(s.get("start"), s.get("end")) for s in met.iter(f"{NAMESPACE}spell")] == [
        ("2016-03-04", "2016-03-05"),
        ("2017-06-02", "2017-06-03"),
    ]
    nodes = {node.get("label"): len(node.findall(f".//{NAMESPACE}spell")) for node in tree.iter(f"{NAMESPACE}node")}
    assert nodes == {"Ana": 1, "Bolt Corp.": 1, "Carl": 0}


def test_statements_are_there_from_first_to_last_report(store: GraphStore, tmp_path: Path) -> None:
    tree = etree.parse(export(store, tmp_path / "out.gexf", dynamic=True).path)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    kin = next(edge for edge in tree.iter(f"{NAMESPACE}edge") if edge.get("kind") == "relativeOf")
    assert [(s.get("start"), s.get("end")) for s in kin.iter(f"{NAMESPACE}spell")] == [("2017-05-30", "2017-06-02")]


def test_networkx_reads_it_again(store: GraphStore, tmp_path: Path) -> None:
    still = nx.read_gexf(export(store, tmp_path / "still.gexf").path)
    moving = nx.read_gexf(export(store, tmp_path / "moving.gexf", dynamic=True).path)
    assert (set(moving), set(moving.edges)) == (set(still), set(still.edges))


def test_only_gexf_is_dynamic(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="graphml knows no time: only gexf can be dynamic"):
        export(store, tmp_path / "out.graphml", dynamic=True)


days = st.dates().map(date.isoformat)


@given(st.lists(st.tuples(days, days).map(sorted).map(tuple), max_size=6))
def test_spells_have_a_length_and_do_not_touch(periods: list[tuple[str, str]]) -> None:
    found = spells(periods)
    bounds = [bound for spell in found for bound in spell]
    assert bounds == sorted(set(bounds))
    assert all(
        any(start <= first and last <= end for start, end in found) for first, last in periods if last < "9999-12-31"
    )


def test_the_last_of_all_days_has_a_length_too() -> None:
    assert spells([("9999-12-31", "9999-12-31")]) == [("9999-12-30", "9999-12-31")]
