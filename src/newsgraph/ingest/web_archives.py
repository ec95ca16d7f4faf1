"""Web archives (WARC, ISO 28500): each archived HTML page that was there is read like a page of its own."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newsgraph.ingest.articles import Draft, each_once, make_article
from newsgraph.ingest.loading import Unreadable, open_bytes
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.pages import decode_page, find_article
from newsgraph.ingest.records import guarded
from newsgraph.ingest.sources import STAGE, SourceFile
from newsgraph.model import Article, Skipped

_PAGES = ("text/html", "application/xhtml+xml")
_FOUND = 200


def read_warc(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a web archive; what is no page that was found is counted."""
    yield from each_once(guarded(file, _pages(file, options)))


def _pages(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    others = 0
    with open_bytes(file, options.max_bytes) as stream:
        records = iter(ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"))
        while (record := _next(records)) is not None:
            if _is_page(record):
                yield _read(record, file, options)
            else:
                others += 1
    if others:
        yield Skipped(file.location, STAGE, f"{others:,} records that are no HTML page, or were not found")


def _next(records: Iterator[WarcRecord]) -> WarcRecord | None:
    try:
        return next(records, None)
    except (OSError, ValueError) as error:
        if isinstance(error, gzip.BadGzipFile):
            raise
        raise Unreadable(f"damaged web archive: {error}") from error


def _is_page(record: WarcRecord) -> bool:
    http = record.http_headers
    return http is not None and http.status_code == _FOUND and (record.http_content_type or "").lower() in _PAGES


def _read(record: WarcRecord, file: SourceFile, options: ReadOptions) -> Article | Skipped:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{file.location}#{url or record.record_id}"
    data = record.reader.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return Skipped(where, STAGE, f"more than {options.max_bytes:,} bytes")
    try:
        page = decode_page(data, record.http_charset)
    except Unreadable as reason:
        return Skipped(where, STAGE, str(reason))
    draft = find_article(page, where, url)
    return make_article(draft, options) if isinstance(draft, Draft) else draft
