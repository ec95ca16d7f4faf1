"""GEXF is valid by its schema and opens with everything in its place."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from newsgraph.export import export
from newsgraph.export.columns import RESERVED
from newsgraph.export.gexf import write_gexf
from newsgraph.graph.layout import positions
from newsgraph.graph.network import network
from newsgraph.graph.store import GraphStore
from newsgraph.model import EntityType
from tests.export.nasty import TEXTS, nasty_network

NAMESPACE = "{http://gexf.net/1.3}"
SCHEMA = Path(__file__).parents[1] / "data" / "gexf" / "gexf.xsd"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    # the files name one another without a path, so they are found beside the first
    return etree.XMLSchema(etree.parse(SCHEMA, etree.XMLParser(no_network=True)))


def _edge(tree: etree._ElementTree, id_: str) -> etree._Element:
    return next(edge for edge in tree.iter(f"{NAMESPACE}edge") if edge.get("id") == id_)


def _values(element: etree._Element) -> dict[str, str]:
    return {value.get("for"): value.get("value") for value in element.iter(f"{NAMESPACE}attvalue")}


def test_the_schema_can_refuse(schema: etree.XMLSchema) -> None:
    graph = '<graph><nodes><node label="no id"/></nodes><edges/></graph>'
    wrong = f'<gexf xmlns="http://gexf.net/1.3" version="1.3">{graph}</gexf>'
    assert not schema.validate(etree.ElementTree(etree.fromstring(wrong)))


def test_it_is_valid(store: GraphStore, tmp_path: Path, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.parse(export(store, tmp_path / "out.gexf").path))


def test_nasty_texts_are_valid(nasty: GraphStore, tmp_path: Path, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.parse(export(nasty, tmp_path / "out.gexf").path))


def test_an_empty_network_is_valid(tmp_path: Path, schema: etree.XMLSchema) -> None:
    write_gexf(nx.MultiDiGraph(), tmp_path / "out.gexf")
    schema.assertValid(etree.parse(tmp_path / "out.gexf"))


def test_attributes_that_somebody_added_are_valid(tmp_path: Path, schema: etree.XMLSchema) -> None:
    network = nasty_network()
    write_gexf(network, tmp_path / "out.gexf")
    tree = etree.parse(tmp_path / "out.gexf")
    schema.assertValid(tree)
    again = nx.read_gexf(tmp_path / "out.gexf")
    assert (len(again), again.number_of_edges()) == (len(network), network.number_of_edges())
    titles = {a.get("title") for a in tree.iter(f"{NAMESPACE}attribute")}
    assert not {title.lower() for title in titles} & RESERVED
    assert {"id_", "start_", "pid_", "name_", "kind_"} <= titles
    assert not titles & {"none", "nan", "infinite", "huge", "nested", "viz", "viz_"}
    values = again.nodes["n00"]
    assert values["day"] == "2017-05-30"
    assert values["list"] == "a¦b|3|half \ufffd pair \ufffd"
    assert values["set"] == "a|b"
    assert again.nodes["n01"]["mixed"] == "3"


def test_an_edge_says_all_that_is_known_of_it(store: GraphStore, tmp_path: Path) -> None:
    tree = etree.parse(export(store, tmp_path / "out.gexf").path)
    edge = next(edge for edge in tree.iter(f"{NAMESPACE}edge") if edge.get("kind") == "relativeOf")
    assert edge.get("id", "").startswith(store.prefixes["st"])
    assert (edge.get("label"), edge.get("weight"), edge.get("type")) == ("relative of", "2", "directed")
    assert _values(edge) == {
        "predicate": "relativeOf",
        "tie": "extracted",
        "symmetric": "true",
        "standing": "Accepted",
        "former": "false",
        "articles": "3",
        "confidence": "0.99",
        "first": "2017-05-30",
        "last": "2017-06-01",
        "evidence": "Yesterday's groom Ivan Orlov is the son-in-law of Ana Petrov.",
    }


def test_parallel_edges_are_kept_apart_by_their_kind(store: GraphStore, tmp_path: Path) -> None:
    tree = etree.parse(export(store, tmp_path / "out.gexf").path)
    seen = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in tree.iter(f"{NAMESPACE}edge")]
    assert len({(source, target) for source, target, _ in seen}) < len(seen)
    assert len(set(seen)) == len(seen)


def test_texts_come_back_as_they_were(nasty: GraphStore, tmp_path: Path) -> None:
    tree = etree.parse(export(nasty, tmp_path / "out.gexf").path)
    for number, text in enumerate(TEXTS):
        found = _values(_edge(tree, f"{nasty.prefixes['st']}{number:02}"))["evidence"]
        assert len(found) == len(text)
        assert all(a == b or (b == "\ufffd" and not a.isprintable()) for a, b in zip(text, found, strict=True))


def test_nodes_lie_where_the_layout_says(store: GraphStore, tmp_path: Path) -> None:
    places = positions(network(store))
    found = {}
    for node in etree.parse(export(store, tmp_path / "out.gexf").path).iter(f"{NAMESPACE}node"):
        place = node.find(f"{NAMESPACE}position")
        found[node.get("id")] = (float(place.get("x")), float(place.get("y")))
    assert found == places
    assert "position " not in export(store, tmp_path / "out.gexf", layout=False).path.read_text("utf-8")


def test_nodes_have_the_colour_of_their_kind_and_grow_with_their_articles(tmp_path: Path) -> None:
    network = nx.MultiDiGraph()
    for articles, kind in enumerate(EntityType):
        network.add_node(kind.value, label=kind.value, type=kind.value, articles=articles)
    write_gexf(network, tmp_path / "out.gexf")
    nodes = {node.get("id"): node for node in etree.parse(tmp_path / "out.gexf").iter(f"{NAMESPACE}node")}
    colour = {
        name: tuple(node.find(f"{NAMESPACE}color").get(channel) for channel in "rgb") for name, node in nodes.items()
    }
    sizes = [float(nodes[kind.value].find(f"{NAMESPACE}size").get("value")) for kind in EntityType]
    apart = ("Person", "Company", "GovernmentBody", "NewsOutlet", "Place", "Event", "Organization", "Law")
    assert len({colour[name] for name in apart}) == len(apart)
    assert colour["City"] == colour["Place"]
    assert colour["PoliticalParty"] == colour["Organization"]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (5.0, 50.0)
