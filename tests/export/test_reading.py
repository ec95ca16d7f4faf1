"""What was exported as GraphML or node-link JSON comes back as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsgraph
from newsgraph.errors import ExportError
from newsgraph.export import Selection, export
from newsgraph.export.graphml import write_graphml
from newsgraph.export.node_link import write_node_link
from newsgraph.graph.selection import select_network
from newsgraph.graph.store import GraphStore

WRITERS = {"graphml": write_graphml, "json": write_node_link}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("options", [{}, {"isolated": True, "positions": True}, {"cooccurrence": True}])
def test_an_exported_network_comes_back(name: str, options: dict[str, bool], store: GraphStore, tmp_path: Path) -> None:
    again = newsgraph.read_network(export(store, tmp_path / f"out.{name}", **options).path)
    expected = select_network(store, Selection(**options))
    assert nx.utils.graphs_equal(again, expected)
    assert list(again.edges(keys=True)) == list(expected.edges(keys=True))
    assert [type(value) for *_, values in again.edges(data=True) for _, value in sorted(values.items())] == [
        type(value) for *_, values in expected.edges(data=True) for _, value in sorted(values.items())
    ]


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="|"), min_size=1)
counts = st.integers(0, 10_000)
nodes = st.fixed_dictionaries(
    {
        "label": words,
        "type": words,
        "aliases": st.lists(words, max_size=3),
        "mentions": counts,
        "articles": counts,
        "positions": st.lists(words, max_size=3),
    }
)
edges = st.fixed_dictionaries(
    {
        "predicate": words,
        "label": words,
        "kind": words,
        "symmetric": st.booleans(),
        "weight": counts,
        "articles": counts,
        "confidence": st.floats(0, 1),
        "standing": words,
        "former": st.booleans(),
        "evidence": words,
    },
    optional={"first": words, "last": words},
)


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    names = [f"https://newsgraph.example/e/{number}" for number in range(draw(st.integers(1, 5)))]
    graph.add_nodes_from((name, draw(nodes)) for name in names)
    for number in range(draw(st.integers(0, 8))):
        values = draw(edges)
        ends = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        graph.add_edge(*ends, key=f"st/{number}", **values, origins=values["weight"])
    return graph


@given(networks(), st.sampled_from(sorted(WRITERS)))
def test_any_network_comes_back(network: nx.MultiDiGraph, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out.{name}"
        WRITERS[name](network, path)
        assert nx.utils.graphs_equal(newsgraph.read_network(path), network)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("out.gexf", "", r"out\.gexf: networks are read from \.graphml and \.json"),
        ("out.graphml", "<graphml", r"out\.graphml: this is no network that newsgraph exported"),
        ("out.graphml", "<html/>", r"out\.graphml: this is no network that newsgraph exported"),
        ("out.json", "[1]", r"out\.json: this is no network that newsgraph exported"),
        ("out.json", '{"nodes": [', r"out\.json: this is no network that newsgraph exported"),
        ("out.json", "\xff", r"out\.json: this is no network that newsgraph exported"),
    ],
)
def test_what_is_no_network_is_one_plain_error(file: str, text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text, encoding="latin-1")
    with pytest.raises(ExportError, match=message) as caught:
        newsgraph.read_network(tmp_path / file)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_plain_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read: No such file"):
        newsgraph.read_network(tmp_path / "none.json")
