"""How each format is read again, by a reader that is not ours: one entry a format."""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pydot
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from newsgraph.export import Written
from newsgraph.graph.store import GraphStore
from tests.export import ftm_model

# subject, predicate, object, language, datatype, graph
Fact = tuple[str, str, str, str, str, str]


def _network(read: Callable[[Path], nx.Graph]) -> Callable[[Path], Written]:
    def counts(path: Path) -> Written:
        graph = read(path)
        assert graph.is_directed()
        return Written(nodes=graph.number_of_nodes(), edges=graph.number_of_edges())

    return counts


def read_node_link(path: Path) -> nx.Graph:
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _tables(path: Path) -> Written:
    nodes, edges = read_csv(path / "nodes.csv"), read_csv(path / "edges.csv")
    assert {row["Id"] for row in nodes} >= {row[end] for row in edges for end in ("Source", "Target")}
    return Written(nodes=len(nodes), edges=len(edges))


def _parquet(path: Path) -> Written:
    nodes, edges, _ = (pq.read_table(path / f"{name}.parquet") for name in ("nodes", "edges", "claims"))
    ends = {end for name in ("source", "target") for end in edges.column(name).to_pylist()}
    assert set(nodes.column("id").to_pylist()) >= ends
    return Written(nodes=len(nodes), edges=len(edges))


def _neo4j(path: Path) -> Written:
    nodes = [row["id:ID"] for name in ("entities", "articles") for row in read_csv(path / f"{name}.csv")]
    edges = [row for name in ("ties", "mentions") for row in read_csv(path / f"{name}.csv")]
    assert set(nodes) >= {row[end] for row in edges for end in (":START_ID", ":END_ID")}
    assert len(set(nodes)) == len(nodes)
    return Written(nodes=len(nodes), edges=len(edges))


def read_rdf(path: Path, form: str) -> set[Fact]:
    """The quads of a file, as rdflib reads it."""
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parsers use what rdflib gives up
        dataset.parse(data=path.read_bytes(), format=form)
    return {_rdflib_fact(*quad) for quad in dataset.quads()}


def _rdflib_fact(subject: object, predicate: object, value: object, graph: object) -> Fact:
    language = datatype = ""
    if isinstance(value, rdflib.Literal):
        language = value.language or ""
        datatype = str(value.datatype or ("" if language else rdflib.XSD.string))
    name = "" if graph in (None, DATASET_DEFAULT_GRAPH_ID) else str(graph)
    return str(subject), str(predicate), str(value), language, datatype, name


def facts(store: GraphStore, *, named: bool) -> set[Fact]:
    """The quads of the store, with or without those of the named graphs."""
    found = set()
    for quad in store.quads(graph=None if named else DefaultGraph()):
        language = datatype = name = ""
        if isinstance(quad.object, Literal):
            language = quad.object.language or ""
            datatype = "" if language else quad.object.datatype.value
        if isinstance(quad.graph_name, NamedNode):
            name = quad.graph_name.value
        found.add((quad.subject.value, quad.predicate.value, quad.object.value, language, datatype, name))
    return found


# rdflib's name of each format, and whether it holds the named graphs too
RDF: dict[str, tuple[str, bool]] = {
    "ttl": ("turtle", False),
    "nt": ("nt", False),
    "rdf": ("xml", False),
    "nq": ("nquads", True),
    "trig": ("trig", True),
    "jsonld": ("json-ld", True),
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The values of a file with one JSON value a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _ftm(path: Path) -> Written:
    entities, rules = read_lines(path), ftm_model.kept()
    ftm_model.check(entities)
    edges = sum(rules[entity["schema"]]["edge"] for entity in entities)
    return Written(nodes=len(entities) - edges, edges=edges)


def read_turtle12(path: Path) -> set[Quad]:
    """Turtle 1.2, as Oxigraph reads it; rdflib does not know triples in triples yet."""
    return set(parse(path=path, format=RdfFormat.TURTLE))


def read_dot(path: Path) -> nx.MultiDiGraph:
    """A network from DOT, as pydot understands it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydot calls its parser by names of yesterday
        (graph,) = pydot.graph_from_dot_data(path.read_text("utf-8"))
    network = nx.MultiDiGraph()
    network.add_nodes_from(node.get_name() for node in graph.get_nodes() if node.get_name() != "node")
    network.add_edges_from((edge.get_source(), edge.get_destination()) for edge in graph.get_edges())
    return network


def _page(path: Path) -> Written:
    """What a page that stands alone shows: entities, and statements or kinds of event between them."""
    answers = json.loads(path.read_text("utf-8").partition('id="answers">')[2].partition("</script>")[0])
    picture = answers["map"]
    ties = {
        (line["one"], line["other"], name, iri if "/st/" in iri else forward or mutual)
        for line in picture["lines"]
        for iri, name, forward, mutual, *_ in line["told"]
    }
    return Written(nodes=len(picture["shapes"]), edges=len(ties))


READERS: dict[str, Callable[[Path], Written]] = {
    "gexf": _network(nx.read_gexf),
    "graphml": _network(lambda path: nx.read_graphml(path, force_multigraph=True)),
    "json": _network(read_node_link),
    "cyjs": _network(
        lambda path: nx.cytoscape_graph(json.loads(path.read_text("utf-8")) | {"directed": True, "multigraph": True})
    ),
    "dot": _network(read_dot),
    "csv": _tables,
    "html": _page,
    "parquet": _parquet,
    "neo4j": _neo4j,
    "ftm": _ftm,
    "annotations": lambda path: Written(annotations=len(read_lines(path))),
    "ttl12": lambda path: Written(quads=len(read_turtle12(path))),
    **{name: lambda path, form=form: Written(quads=len(read_rdf(path, form))) for name, (form, _) in RDF.items()},
}

# the formats that hold the whole graph, and take no filters
WHOLE = {*RDF, "ttl12", "annotations"}
# the formats in which articles are nodes too
WITH_ARTICLES = {"neo4j", "ftm"}
