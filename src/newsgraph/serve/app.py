"""The server as a WSGI application: which request goes where, and what every answer carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from newsgraph.serve.explorer import JSON
from newsgraph.serve.protocol import METHODS, RefusedError, read_parameters, read_request
from newsgraph.serve.workers import Answer, Workers, refusal
from newsgraph.views.files import read_files

ENDPOINT = "/sparql"
VIEWS = "/api/"
DECISIONS = "/api/decisions"
# A query of more bytes is none that a person wrote.
LARGEST_REQUEST = 1024 * 1024
# Nothing from elsewhere, no script in a page: what articles say can run nothing.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", _POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-cache"),
)

StartResponse = Callable[[str, list[tuple[str, str]]], object]


class Application:
    """``/sparql`` answers queries, ``/`` is the explorer, whose pages ask at ``/api``.

    Pages of ``origin`` may send queries too, «*»: of all (CORS). ``own_names``: further names that this machine is
    called by; under others nothing is answered, so that no page of others can reach it by a name of its own (DNS
    rebinding). ``None``: it is called by any name.
    """

    def __init__(
        self, queries: Workers, views: Workers, *, origin: str | None = None, own_names: Iterable[str] | None = ()
    ) -> None:
        self._queries, self._views = queries, views
        self._origin = origin
        self._own_names = None if own_names is None else frozenset({"localhost", *own_names})
        self._pages = read_files()

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
        if self._origin is not None and environ.get("PATH_INFO") == ENDPOINT:
            headers.append(("Access-Control-Allow-Origin", self._origin))
        if answer.status in (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NO_CONTENT):
            headers.append(("Allow", ", ".join(METHODS)))
        start_response(f"{answer.status.value} {answer.status.phrase}", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def _answer(self, environ: dict[str, Any]) -> Answer:
        path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        if not self._is_own(host):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "this server is not called by that name")
        if path == DECISIONS and method == "POST":
            _check_own_page(environ, host)
            return self._views.ask("decide", _body(environ))
        if path.startswith(VIEWS):
            _check_reading(method)
            asked = read_parameters(environ.get("QUERY_STRING", ""))
            return self._views.ask("view", path.removeprefix(VIEWS), {name: given[-1] for name, given in asked.items()})
        if path in self._pages or path == "":
            _check_reading(method)
            return Answer(HTTPStatus.OK, *self._pages[path or "/"])
        if path != ENDPOINT:
            raise RefusedError(HTTPStatus.NOT_FOUND, f"nothing is here: the explorer is /, the endpoint {ENDPOINT}")
        if method == "OPTIONS":
            return Answer(HTTPStatus.NO_CONTENT, "text/plain", b"")
        query = read_request(method, environ.get("QUERY_STRING", ""), environ.get("CONTENT_TYPE", ""), _body(environ))
        address = f"{environ['wsgi.url_scheme']}://{host}{ENDPOINT}"
        return self._queries.ask(query, environ.get("HTTP_ACCEPT", ""), address)

    def _is_own(self, host: str) -> bool:
        if self._own_names is None:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
            return name in self._own_names or bool(ip_address(name))
        except ValueError:
            return False


def _check_reading(method: str) -> None:
    if method not in ("GET", "HEAD"):
        raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, f"{method} is not allowed here: use GET")


def _check_own_page(environ: dict[str, Any], host: str) -> None:
    """Only pages of this server may write: a form or script of another page cannot send this with such headers."""
    origin = environ.get("HTTP_ORIGIN")
    if origin is not None and urlsplit(origin).netloc != host:
        raise RefusedError(HTTPStatus.FORBIDDEN, "decisions are taken only from the explorer's own pages")
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != JSON:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send {JSON}")


def _body(environ: dict[str, Any]) -> bytes:
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "the length of the request is no number") from error
    if length > LARGEST_REQUEST:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request has at most {LARGEST_REQUEST} bytes")
    body: bytes = environ["wsgi.input"].read(length)
    return body
