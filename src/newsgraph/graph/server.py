"""A SPARQL server elsewhere: whole graphs by the Graph Store Protocol, single triples by SPARQL Update.

SPARQL 1.1 Graph Store HTTP Protocol, W3C Recommendation 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from newsgraph.errors import ConfigError, WorkspaceError

# Seconds to be reached, and to answer.
PATIENCE = (10, 900)
_LATER = "the graph in the workspace is up to date; the next build sends it"

Graph = NamedNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class _Kind:
    """A server known by how the address of its graphs ends."""

    ending: str
    query: str
    update: str
    login: type[HTTPBasicAuth | HTTPDigestAuth] = HTTPBasicAuth
    has_default_graph: bool = True
    takes_quads: bool = False


_KINDS = (
    _Kind("/store", "/query", "/update", takes_quads=True),  # Oxigraph
    _Kind(
        "/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth", HTTPDigestAuth, has_default_graph=False
    ),  # Virtuoso
)
_OTHER = _Kind("", "", "")


def open_server(settings: Mapping[str, str], base: str) -> SparqlServer:
    """The server that the settings of a workspace name; nothing is asked of it yet.

    ``settings`` holds the address of its ``graphs``, with user and password in it where it wants them, and, for a
    server that is not known by that address, those of ``query`` and ``update``. ``world`` is the IRI of the
    graph that stands for the default graph, on a server that has none.

    Raises:
        ConfigError: when the address is none, or says too little.
    """
    given = settings.get("graphs", "")
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{given!r} is not the address of a server's graphs: it is like http://localhost:7878/store")
    graphs = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    kind = next((kind for kind in _KINDS if parts.path.endswith(kind.ending)), _OTHER)
    if kind is _OTHER and not {"query", "update"} <= settings.keys():
        raise ConfigError(f"{graphs}: name the addresses 'query' and 'update' of this server too, under [store]")
    root = graphs.removesuffix(kind.ending)
    world = settings.get("world") or ("" if kind.has_default_graph else f"{base}world")
    return SparqlServer(
        graphs,
        settings.get("query") or root + kind.query,
        settings.get("update") or root + kind.update,
        world=NamedNode(world) if world else DefaultGraph(),
        takes_quads=kind.takes_quads and not world,
        login=kind.login(parts.username, parts.password or "") if parts.username else None,
    )


class SparqlServer:
    """One data set on a server. Every call raises ``WorkspaceError`` when it cannot be reached or refuses.

    ``world`` is its default graph, or the graph that stands for it; ``takes_quads``: it reads N-Quads too.
    """

    def __init__(
        self, graphs: str, query: str, update: str, *, world: Graph, takes_quads: bool, login: AuthBase | None = None
    ) -> None:
        self.graphs = graphs
        self.world = world
        self.takes_quads = takes_quads
        self._query, self._update = query, update
        self._session = requests.Session()
        self._session.auth = login

    def close(self) -> None:
        """End the connection."""
        self._session.close()

    def read(self, graph: Graph) -> list[Triple]:
        """The triples of a graph; none where there is no such graph."""
        answer = self._graph("GET", graph, headers={"Accept": RdfFormat.N_TRIPLES.media_type})
        return [quad.triple for quad in parse(answer.content, format=RdfFormat.N_TRIPLES)] if answer.ok else []

    def holds(self, graph: Graph) -> bool:
        """Whether a graph has any triple."""
        with self._graph("GET", graph, headers={"Accept": RdfFormat.N_TRIPLES.media_type}, stream=True) as answer:
            return answer.ok and any(line.strip() and not line.startswith(b"#") for line in answer.iter_lines())

    def put(self, graph: Graph, triples: Iterable[Triple]) -> None:
        """Let a graph hold these triples and no others."""
        self._graph("PUT", graph, **_body(triples, RdfFormat.N_TRIPLES))

    def add(self, graph: Graph, triples: Iterable[Triple]) -> None:
        """Add triples to a graph."""
        self._graph("POST", graph, **_body(triples, RdfFormat.N_TRIPLES))

    def add_quads(self, quads: Iterable[Quad]) -> None:
        """Add quads to their graphs, on a server that takes them."""
        self._ask("POST", self.graphs, **_body(quads, RdfFormat.N_QUADS))

    def drop(self, graph: Graph) -> None:
        """Let there be no such graph."""
        self._graph("DELETE", graph)

    def remove(self, graph: Graph, triples: Iterable[Triple]) -> None:
        """Take some triples out of a graph; they are read as one statement, so let them be few."""
        told = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
        within = told if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {told} }}"
        update = f"DELETE DATA {{ {within} }}".encode()
        self._ask("POST", self._update, data=update, headers={"Content-Type": "application/sparql-update"})

    def select(self, sparql: str) -> QuerySolutions:
        """What a SELECT query finds."""
        accept = {"Accept": QueryResultsFormat.JSON.media_type}
        answer = self._ask("POST", self._query, data={"query": sparql}, headers=accept)
        return parse_query_results(answer.content, format=QueryResultsFormat.JSON)  # type: ignore[return-value]

    def _graph(self, method: str, graph: Graph, **how: Any) -> requests.Response:
        which = {"default": ""} if isinstance(graph, DefaultGraph) else {"graph": graph.value}
        return self._ask(method, self.graphs, params=which, **how)

    def _ask(self, method: str, address: str, **how: Any) -> requests.Response:
        """An answer; that there is nothing to get or to drop is one too."""
        try:
            answer = self._session.request(method, address, timeout=PATIENCE, **how)
        except requests.RequestException as error:
            raise WorkspaceError(f"{address}: the server cannot be reached: {_reason(error)}; {_LATER}") from error
        nothing_there = answer.status_code == requests.codes.not_found and method in ("GET", "DELETE")
        if not (answer.ok or nothing_there):
            said = " ".join(answer.text.split())[:200]
            raise WorkspaceError(
                f"{address}: the server answers {answer.status_code} {answer.reason}: {said}; {_LATER}"
            )
        return answer


def _body(values: Iterable[Triple] | Iterable[Quad], form: RdfFormat) -> dict[str, Any]:
    return {"data": serialize(values, format=form), "headers": {"Content-Type": form.media_type}}


def _reason(error: Exception) -> str:
    """The innermost reason, on one line."""
    while error.__context__ is not None and isinstance(error.__context__, Exception):
        error = error.__context__
    return " ".join(str(error).split())[:200]
