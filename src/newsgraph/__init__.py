"""newsgraph: a knowledge graph out of news.

>>> import newsgraph
>>> ws = newsgraph.open("newsgraph-workspace")  # doctest: +SKIP
>>> ws.build(["articles/"])  # doctest: +SKIP
>>> ws.query("SELECT ?name { ?person a schema:Person ; skos:prefLabel ?name }")  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.errors import NewsgraphError
from newsgraph.version import __version__

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.api import Newsgraph

__all__ = ["NewsgraphError", "__version__", "open", "read_network"]


def open(folder: str | Path = "newsgraph-workspace") -> Newsgraph:  # noqa: A001 - newsgraph.open("ws") reads as it should
    """Open the workspace in a folder; it is made by the first ``build``.

    Raises:
        ConfigError: when its newsgraph.toml is wrong.
    """
    from newsgraph.api import Newsgraph  # noqa: PLC0415 - `import newsgraph` stays quick

    return Newsgraph(folder)


def read_network(path: str | Path) -> nx.MultiDiGraph:
    """The network that was exported as .graphml or .json, with the attributes of ``newsgraph.graph.network``.

    Raises:
        ExportError: when the file is neither, cannot be read, or holds no network.
    """
    from newsgraph.export.reading import read_network  # noqa: PLC0415 - `import newsgraph` stays quick

    return read_network(path)
