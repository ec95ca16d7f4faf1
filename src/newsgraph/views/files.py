"""The files of the explorer, as they were built from ``web/``."""

from __future__ import annotations

from html import escape
from importlib import resources

from newsgraph.graph.queries import named_queries

_MEDIA_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
FRONT = "index.html"


def read_files() -> dict[str, tuple[str, bytes]]:
    """Media type and content of each file by its path; where the explorer was not built, one page that says so."""
    folder = resources.files(__package__) / "static"
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    found = {
        f"/{file.name}": (_MEDIA_TYPES[suffix], file.read_bytes())
        for file in files
        if (suffix := file.name.rpartition(".")[2]) in _MEDIA_TYPES
    }
    front = found.get(f"/{FRONT}") or (_MEDIA_TYPES["html"], _plain_front().encode())
    return found | {"/": front}


def _plain_front() -> str:
    rows = "".join(
        f"<dt><code>{escape(name)}</code></dt><dd>{escape(query.title)}. {escape(query.description)}</dd>"
        for name, query in named_queries().items()
    )
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>newsgraph</title>"
        "<h1>newsgraph</h1><p>A SPARQL 1.1 endpoint is at <a href=/sparql>/sparql</a>, for reading only.</p>"
        "<p>There is no explorer in this installation: it was installed from its sources where there was no npm. "
        "Install Node.js with npm and install newsgraph again, or take a wheel, which has it.</p>"
        f"<h2>Questions that come with it</h2><p>Ask them by <code>newsgraph query --named</code>.</p><dl>{rows}</dl>"
    )
