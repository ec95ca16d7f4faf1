"""Files become articles: reading, page furniture, copies of one story.

for file in find_files(["articles/", "more.jsonl"]):
    if isinstance(file, SourceFile):
        for article in read_file(file, ReadOptions()):
            ...
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from newsgraph.ingest.bylines import find_authors, find_outlet
from newsgraph.ingest.copies import Printed, credited_agency, group_copies, runs_of, sketch
from newsgraph.ingest.feeds import read_feed
from newsgraph.ingest.furniture import find_furniture
from newsgraph.ingest.loading import READ_ERRORS, Unreadable, open_bytes
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.pages import read_html
from newsgraph.ingest.plain import read_markdown, read_plain
from newsgraph.ingest.records import read_json, read_jsonl
from newsgraph.ingest.remote import check_remote, fetch_files
from newsgraph.ingest.sources import SourceFile, check_local, find_local, suffix_of
from newsgraph.ingest.tables import read_table
from newsgraph.ingest.web_archives import read_warc
from newsgraph.model import Article, Skipped

__all__ = [
    "READERS",
    "Printed",
    "ReadOptions",
    "Reader",
    "SourceFile",
    "check_sources",
    "credited_agency",
    "find_authors",
    "find_files",
    "find_furniture",
    "find_outlet",
    "group_copies",
    "holds_many",
    "read_file",
    "runs_of",
    "sketch",
]

Reader = Callable[[SourceFile, ReadOptions], Iterator[Article | Skipped]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".txt.gz": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".ndjson": read_jsonl,
    ".ndjson.gz": read_jsonl,
    ".json": read_json,
    ".csv": read_table,
    ".csv.gz": read_table,
    ".tsv": read_table,
    ".tsv.gz": read_table,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}
_MANY = frozenset([read_jsonl, read_json, read_table, read_warc, read_feed])
# So much of what comes over standard input is looked at to tell its format.
_SNIFFED = 5_000_000


def find_files(sources: Sequence[str]) -> Iterator[SourceFile | Skipped]:
    """Every file behind files, folders, globs, addresses and «-», each once; in folders only kinds that can be read.

    A folder is walked in order; hidden files are left out. A file named by itself is read whatever its
    suffix: as plain text when that is unknown. Standard input is read at once and kept in memory.

    Raises:
        SourceError: when a source does not exist.
        ConfigError: when an address is named and fsspec, or what it needs for this kind, is not installed.
    """
    check_sources(sources)
    seen: set[str] = set()
    for source in sources:
        for found in fetch_files(source, READERS) if _is_remote(source) else find_local(source, READERS):
            if isinstance(found, Skipped) or found.identity not in seen:
                yield found
            if isinstance(found, SourceFile):
                seen.add(found.identity)


def check_sources(sources: Sequence[str]) -> None:
    """Raise as ``find_files`` does, before anything is read."""
    for source in sources:
        if _is_remote(source):
            check_remote(source)
        else:
            check_local(source)


def _is_remote(source: str) -> bool:
    return "://" in source


def holds_many(file: SourceFile) -> bool:
    """Whether the file may hold more than one article (JSON, CSV) rather than being one (text, Markdown,
    HTML).
    """
    return _reader_of(file) in _MANY


def read_file(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a file, and what of it was skipped with the reason; a bad file never raises."""
    yield from _reader_of(file)(file, options)


def _reader_of(file: SourceFile) -> Reader:
    if file.location == "-":
        return _sniff(file)
    return READERS.get(suffix_of(file.location), read_plain)


def _sniff(file: SourceFile) -> Reader:
    """JSON lines when the first line is a JSON object, HTML when it begins with «<», else plain text."""
    try:
        with open_bytes(file, _SNIFFED) as stream:
            start = stream.read(_SNIFFED).decode("utf-8", "replace").lstrip()
    except (Unreadable, *READ_ERRORS):
        return read_plain
    if start.startswith("<"):
        return read_html
    if start.startswith("{"):
        try:
            return read_jsonl if isinstance(json.loads(start.split("\n", 1)[0]), dict) else read_plain
        except (ValueError, RecursionError):
            return read_plain
    return read_plain
