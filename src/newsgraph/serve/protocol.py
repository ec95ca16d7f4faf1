"""Requests and answers of the SPARQL 1.1 Protocol (W3C Recommendation, 21 March 2013)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import parse_qs

from pyoxigraph import QueryResultsFormat, RdfFormat

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")

RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
}


Format = TypeVar("Format")


class RefusedError(Exception):
    """A request that cannot be answered: the status, and why in one line."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that it is to see: ``None``: those that it names itself, or all."""

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


def read_request(method: str, query_string: str, content_type: str, body: bytes) -> Asked | None:
    """What is asked by query via GET, via URL-encoded POST or via POST directly; ``None``: for the description.

    Raises:
        RefusedError: when it is no query of the protocol.
    """
    if method not in METHODS:
        raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, f"{method} is not allowed: use GET or POST")
    parameters = read_parameters(query_string)
    query = None
    if method == "POST":
        kind = content_type.partition(";")[0].strip().lower()
        if kind == FORM:
            parameters = read_parameters(_text(body))
        elif kind == DIRECT:
            query = _text(body)
        elif kind == UPDATE:
            raise RefusedError(HTTPStatus.FORBIDDEN, "the graph can only be read: it changes by `newsgraph build`")
        else:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send {FORM} or {DIRECT}, not {kind or 'nothing'}")
    if "update" in parameters:
        raise RefusedError(HTTPStatus.FORBIDDEN, "the graph can only be read: it changes by `newsgraph build`")
    given = parameters.get("query", [])
    if len(given) + (query is not None) > 1:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "more than one query")
    query = given[0] if given else query
    if query is None:
        if method == "POST" or parameters:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "no query: give it as the parameter «query»")
        return None
    default, named = parameters.get("default-graph-uri"), parameters.get("named-graph-uri")
    if default is None and named is None:
        return Asked(query)
    return Asked(query, tuple(default or ()), tuple(named or ()))


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "the request is not UTF-8") from error


def read_parameters(text: str) -> dict[str, list[str]]:
    """The values of each parameter of an address or a form.

    Raises:
        RefusedError: when they cannot be read.
    """
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"the parameters cannot be read: {error}") from error


def choose_format(accept: str, offers: Mapping[str, Format]) -> Format:
    """The format that a client likes best (RFC 9110, 12.5.1); of equals the first offered.

    Raises:
        RefusedError: when it accepts none of them.
    """
    liked = _preferences(accept)
    best: Format | None = None
    quality = 0.0
    for media_type, form in offers.items():
        own = _quality(media_type, liked)
        if own > quality:
            best, quality = form, own
    if best is None:
        raise RefusedError(HTTPStatus.NOT_ACCEPTABLE, f"choose one of {', '.join(offers)}")
    return best


def _preferences(accept: str) -> dict[str, float]:
    liked: dict[str, float] = {}
    for part in (accept or "*/*").split(","):
        media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        try:
            liked[media_type] = float(quality)
        except ValueError:
            liked[media_type] = 0.0
    return liked


def _quality(media_type: str, liked: dict[str, float]) -> float:
    for pattern in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if pattern in liked:
            return liked[pattern]
    return 0.0
