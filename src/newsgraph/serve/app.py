"""The endpoint as a WSGI application: which request goes where, and what every answer carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from http import HTTPStatus
from typing import Any

from newsgraph.graph.queries import named_queries
from newsgraph.serve.protocol import METHODS, RefusedError, read_request
from newsgraph.serve.workers import Answer, Workers, refusal

ENDPOINT = "/sparql"
# A query of more bytes is none that a person wrote.
LARGEST_REQUEST = 1024 * 1024
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"),
    ("Referrer-Policy", "no-referrer"),
)

StartResponse = Callable[[str, list[tuple[str, str]]], object]


class Application:
    """``/sparql`` answers queries; ``/`` tells what is here. Pages of ``origin`` may ask, «*»: of all (CORS)."""

    def __init__(self, workers: Workers, *, origin: str | None = None) -> None:
        self._workers = workers
        self._origin = origin

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (PEP 3333)."""
        try:
            answer = self._answer(environ)
        except RefusedError as error:
            answer = refusal(error.status, str(error))
        headers = [
            ("Content-Type", f"{answer.media_type.partition(';')[0]}; charset=utf-8"),
            ("Content-Length", str(len(answer.body))),
            ("Vary", "Accept"),
            *_ALWAYS,
        ]
        if self._origin is not None:
            headers.append(("Access-Control-Allow-Origin", self._origin))
        if answer.status in (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NO_CONTENT):
            headers.append(("Allow", ", ".join(METHODS)))
        start_response(f"{answer.status.value} {answer.status.phrase}", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def _answer(self, environ: dict[str, Any]) -> Answer:
        path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
        if path in ("", "/") and method in ("GET", "HEAD"):
            return Answer(HTTPStatus.OK, "text/html", _front_page().encode())
        if path != ENDPOINT:
            raise RefusedError(HTTPStatus.NOT_FOUND, f"nothing is here: the endpoint is {ENDPOINT}")
        if method == "OPTIONS":
            return Answer(HTTPStatus.NO_CONTENT, "text/plain", b"")
        asked = read_request(method, environ.get("QUERY_STRING", ""), environ.get("CONTENT_TYPE", ""), _body(environ))
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        endpoint = f"{environ['wsgi.url_scheme']}://{host}{ENDPOINT}"
        return self._workers.ask(asked, environ.get("HTTP_ACCEPT", ""), endpoint)


def _body(environ: dict[str, Any]) -> bytes:
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "the length of the request is no number") from error
    if length > LARGEST_REQUEST:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request has at most {LARGEST_REQUEST} bytes")
    body: bytes = environ["wsgi.input"].read(length)
    return body


def _front_page() -> str:
    rows = "".join(
        f"<dt><code>{escape(name)}</code></dt><dd>{escape(query.title)}. {escape(query.description)}</dd>"
        for name, query in named_queries().items()
    )
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>newsgraph</title>"
        "<style>body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}"
        "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#8cf}}</style>"
        f"<h1>newsgraph</h1><p>A SPARQL 1.1 endpoint is at <a href={ENDPOINT}>{ENDPOINT}</a>, for reading only. "
        "There is no explorer in this installation.</p>"
        f"<h2>Questions that come with it</h2><p>Ask them by <code>newsgraph query --named</code>.</p><dl>{rows}</dl>"
    )
