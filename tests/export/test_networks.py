"""GraphML, node-link JSON and tables: what stands in them, and what of the network is selected."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from newsgraph.errors import SelectionError
from newsgraph.export import Selection, export
from newsgraph.export.gexf import write_gexf
from newsgraph.export.graphml import write_graphml
from newsgraph.export.node_link import write_node_link
from newsgraph.export.tables import write_edges, write_nodes
from newsgraph.graph.layout import positions
from newsgraph.graph.network import network
from newsgraph.graph.selection import select_network
from newsgraph.graph.store import GraphStore
from tests.export.nasty import LONE_SURROGATES, TEXTS, nasty_network
from tests.export.readers import read_csv, read_node_link


def test_node_link_is_the_network_itself(store: GraphStore, tmp_path: Path) -> None:
    again = read_node_link(export(store, tmp_path / "out.json").path)
    expected = network(store)
    assert nx.utils.graphs_equal(again, expected)


def test_node_link_of_nasty_values(tmp_path: Path) -> None:
    write_node_link(nasty_network(), tmp_path / "out.json")
    again = read_node_link(tmp_path / "out.json")
    values = again.nodes["n00"]
    assert (values["label"], values["none"], values["nan"], values["huge"]) == (
        TEXTS[0].translate({0: "\ufffd", 1: "\ufffd", 7: "\ufffd", 27: "\ufffd"}),
        None,
        None,
        10**40,
    )
    assert values["nested"] == {"a": 1}
    assert values["set"] == ["a", "b"]
    assert again.nodes["n02"]["label"] == TEXTS[2]


def test_graphml_has_the_columns_of_gexf(store: GraphStore, tmp_path: Path) -> None:
    again = nx.read_graphml(export(store, tmp_path / "out.graphml").path, force_multigraph=True)
    ana = next(values for _, values in again.nodes(data=True) if values["label"] == "Ana Petrov")
    assert ana == {
        "label": "Ana Petrov",
        "entity type": "Person",
        "mentions": 7,
        "articles": 4,
        "positions": "harbour master",
        "x": ana["x"],
        "y": ana["y"],
    }
    owns = next(values for _, _, values in again.edges(data=True) if values["predicate"] == "owns")
    assert (owns["weight"], owns["standing"], owns["former"], owns["tie"]) == (
        1.0,
        "Contested",
        False,
        "extracted",
    )


def test_graphml_of_nasty_values(tmp_path: Path) -> None:
    given = nasty_network()
    write_graphml(given, tmp_path / "out.graphml")
    again = nx.read_graphml(tmp_path / "out.graphml", force_multigraph=True)
    assert (len(again), again.number_of_edges()) == (len(given), given.number_of_edges())
    assert again.nodes["n02"]["label"] == TEXTS[2]
    assert again.nodes["n11"]["label"] == "half \ufffd pair \ufffd"


def test_other_networks_have_the_places_of_gexf(store: GraphStore, tmp_path: Path) -> None:
    places = positions(network(store))
    in_graphml = nx.read_graphml(export(store, tmp_path / "out.graphml").path, force_multigraph=True)
    assert {node: (values["x"], values["y"]) for node, values in in_graphml.nodes(data=True)} == places
    nodes = json.loads(export(store, tmp_path / "out.cyjs").path.read_text("utf-8"))["elements"]["nodes"]
    assert {n["data"]["id"]: (n["position"]["x"], 0 - n["position"]["y"]) for n in nodes} == places
    dot = export(store, tmp_path / "out.dot").path.read_text("utf-8")
    assert all(f'pos="{x},{y}"' in dot for x, y in places.values())


@pytest.mark.parametrize(("name", "word"), [("graphml", '"x"'), ("cyjs", '"position"'), ("dot", "pos=")])
def test_places_can_be_left_out(name: str, word: str, store: GraphStore, tmp_path: Path) -> None:
    assert word in export(store, tmp_path / f"out.{name}").path.read_text("utf-8")
    assert word not in export(store, tmp_path / f"out.{name}", layout=False).path.read_text("utf-8")


def test_no_cell_is_a_formula(nasty: GraphStore, tmp_path: Path) -> None:
    out = export(nasty, tmp_path / "out.csv").path
    given = nasty_network()
    given.nodes["n00"]["=formula"] = "＝1"
    write_nodes(given, tmp_path / "nodes.csv")
    write_edges(given, tmp_path / "edges.csv")
    files = [*out.iterdir(), tmp_path / "nodes.csv", tmp_path / "edges.csv"]
    for file in files:
        for row in read_csv(file):
            for cell in (*row.keys(), *row.values()):
                assert not cell.startswith(("=", "+", "@", "\t", "\r", "＝"))
                assert not cell.startswith("-") or float(cell) < 0
                assert "\n" not in cell
    labels = {row["Label"] for row in read_csv(out / "nodes.csv")}
    assert {"'=HYPERLINK(1)", "'+1 -1", "'-2", "'@SUM(A1)", "'=tabbed"} <= labels


def test_numbers_are_no_formulas(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="A", mentions=-3, score=-0.5)
    write_nodes(graph, tmp_path / "nodes.csv")
    row = read_csv(tmp_path / "nodes.csv")[0]
    assert (row["mentions"], row["score"]) == ("-3", "-0.5")


def test_lone_surrogates_reach_no_file(tmp_path: Path) -> None:
    write_edges(nasty_network(), tmp_path / "edges.csv")
    assert LONE_SURROGATES.translate({0xD83D: "\ufffd", 0xDC00: "\ufffd"}) in (tmp_path / "edges.csv").read_text(
        encoding="utf-8"
    )


def test_tables_begin_as_gephi_wants_them(store: GraphStore, tmp_path: Path) -> None:
    out = export(store, tmp_path / "out.csv").path
    assert (out / "nodes.csv").read_bytes().startswith(b"Id,Label,entity type,")
    assert (out / "edges.csv").read_bytes().startswith(b"Source,Target,Type,Id,Kind,Label,Weight,")


def test_claims_say_who_said_it_where_and_when(store: GraphStore, tmp_path: Path) -> None:
    rows = read_csv(export(store, tmp_path / "out.csv").path / "claims.csv")
    owns = [row for row in rows if row["predicate"] == "owns"]
    assert [(row["subject"], row["object"], row["source"], row["stance"]) for row in owns] == [
        ("Ana Petrov", "Bolt Corp.", "two officials", "Asserted"),
        ("Ana Petrov", "Bolt Corp.", "Bolt Corp.", "Denied"),
    ]
    assert owns[1]["quote"] == "Bolt denied that Petrov owns it."
    assert (owns[1]["outlet"], owns[1]["date"], owns[1]["url"]) == (
        "Coast Times",
        "2017-06-01",
        "https://coast.example/1",
    )
    assert {row["predicate"] for row in rows} == {"owns", "relative of", "resides in"}


@pytest.mark.parametrize(
    ("selection", "labels", "edges"),
    [
        (Selection(), {"Ana Petrov", "Bolt Corp.", "Ivan Orlov", "Strelsau"}, 5),
        (Selection(derived=False), {"Ana Petrov", "Bolt Corp.", "Ivan Orlov", "Strelsau"}, 3),
        (Selection(types=frozenset({"Person"})), {"Ana Petrov", "Ivan Orlov"}, 1),
        (
            Selection(types=frozenset({"Person", "Organization"})),
            {"Ana Petrov", "Bolt Corp.", "Ivan Orlov"},
            4,
        ),
        (
            Selection(types=frozenset({"Person", "Position"})),
            {"Ana Petrov", "Ivan Orlov", "harbour master"},
            2,
        ),
        (Selection(standings=frozenset({"Contested"})), {"Ana Petrov", "Bolt Corp."}, 1),
        (Selection(minimum_weight=2), {"Ana Petrov", "Ivan Orlov"}, 1),
        (Selection(minimum_weight=3), set(), 0),
        (Selection(since="2017-06-01"), {"Ana Petrov", "Bolt Corp.", "Ivan Orlov"}, 2),
        (Selection(until="2017-05-30"), {"Ana Petrov", "Bolt Corp.", "Ivan Orlov", "Strelsau"}, 3),
        (Selection(since="2018-01-01"), set(), 0),
        (Selection(types=frozenset({"NewsOutlet"}), isolated=True), {"Coast Times", "The Gazette"}, 0),
    ],
)
def test_what_is_selected(store: GraphStore, selection: Selection, labels: set[str], edges: int) -> None:
    found = select_network(store, selection)
    assert {label for _, label in found.nodes(data="label")} == labels
    assert found.number_of_edges() == edges


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"types": frozenset({"Persn"})}, "unknown entity type 'Persn': choose from Person"),
        ({"standings": frozenset({"acepted"})}, "unknown standing 'acepted': choose from Accepted"),
        ({"since": "yesterday"}, "'yesterday' is no day"),
        ({"until": "20170530"}, "'20170530' is no day"),
    ],
)
def test_a_wrong_filter_is_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(SelectionError, match=message):
        Selection(**wrong)  # type: ignore[arg-type]


def test_a_filter_is_known_in_any_case_of_letters() -> None:
    given = Selection(standings=frozenset({"accepted"}), types=frozenset({"PERSON"}))
    assert given == Selection(standings=frozenset({"Accepted"}), types=frozenset({"Person"}))


def test_lines_of_node_link_are_one_node_or_edge_each(store: GraphStore, tmp_path: Path) -> None:
    lines = export(store, tmp_path / "out.json").path.read_text(encoding="utf-8").splitlines()
    assert sum('"predicate":' in line for line in lines) == 5
    assert json.loads("".join(lines))["multigraph"] is True


@pytest.mark.parametrize("write", [write_gexf, write_graphml, write_node_link, write_nodes, write_edges])
def test_the_order_in_which_a_network_was_made_does_not_show(
    write: Callable[[nx.MultiDiGraph, Path], None], store: GraphStore, tmp_path: Path
) -> None:
    found, backwards = network(store), nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(found.nodes(data=True))))
    backwards.add_edges_from(reversed(list(found.edges(keys=True, data=True))))
    write(found, tmp_path / "one")
    write(backwards, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
