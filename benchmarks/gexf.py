"""What it costs to write a network as GEXF, beside NetworkX's writer on the same network.

    python benchmarks/gexf.py WORKSPACE [--cooccurrence]

Each writer runs in a process of its own. For each the seconds that the network takes, the seconds that writing takes,
the peak of memory before and after writing (resident, MB), the bytes of the file, and whether the schema of GEXF 1.3
accepts it. NetworkX's writer gets the network without None, with lists joined, since it fails on both. Prints one JSON
object.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

import networkx as nx
from lxml import etree

import newsgraph
from newsgraph.export.cells import cell
from newsgraph.export.gexf import write_gexf

SCHEMA = Path(__file__).parents[1] / "tests" / "data" / "gexf" / "gexf.xsd"

Writer = Callable[[nx.MultiDiGraph, Path], None]


def main() -> None:
    """Measures all writers and prints what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--cooccurrence", action="store_true", help="also tie those whom the same stories name")
    given = parser.parse_args()
    writers: dict[str, Writer] = {
        "newsgraph": partial(write_gexf, layout=False),
        "newsgraph with places": write_gexf,
        "networkx": write_with_networkx,
    }
    spawn = multiprocessing.get_context("spawn")
    found = {}
    for name, writer in writers.items():
        with ProcessPoolExecutor(1, mp_context=spawn) as process:
            found[name] = process.submit(measured, writer, given.workspace, cooccurrence=given.cooccurrence).result()
    print(json.dumps(found, indent=2))


def measured(writer: Writer, workspace: Path, *, cooccurrence: bool) -> dict[str, float]:
    """What one writer costs."""
    start = perf_counter()
    network = newsgraph.open(workspace).network(cooccurrence=cooccurrence)
    built, before = perf_counter(), peak()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.gexf"
        writer(network, out)
        return {
            "nodes": network.number_of_nodes(),
            "edges": network.number_of_edges(),
            "network_seconds": round(built - start, 2),
            "write_seconds": round(perf_counter() - built, 2),
            "peak_mb_before": before,
            "peak_mb": peak(),
            "bytes": out.stat().st_size,
            "valid": is_valid(out),
        }


def write_with_networkx(network: nx.MultiDiGraph, out: Path) -> None:
    """Writes what NetworkX can write: texts, numbers, yes and no."""
    clean = nx.MultiDiGraph()
    clean.add_nodes_from((node, cells(values)) for node, values in network.nodes(data=True))
    for source, target, key, values in network.edges(keys=True, data=True):
        clean.add_edge(source, target, key=key, **cells(values))
    nx.write_gexf(clean, out, version="1.3")


def cells(values: dict[str, object]) -> dict[str, object]:
    """The attributes that fit into a file."""
    shown = ((name, cell(value)) for name, value in values.items())
    return {name: value for name, value in shown if value is not None}


def is_valid(path: Path) -> bool:
    """Whether the schema of GEXF 1.3 accepts the file."""
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    return bool(schema.validate(etree.parse(path, etree.XMLParser(huge_tree=True))))


def peak() -> int:
    """The most memory that this process had, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 2**20


if __name__ == "__main__":
    main()
