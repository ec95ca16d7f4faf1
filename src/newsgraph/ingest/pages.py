"""HTML pages: the main text and the metadata, by trafilatura; nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml.html import HtmlElement

from newsgraph.ingest.articles import Draft, make_article
from newsgraph.ingest.bylines import split_names
from newsgraph.ingest.dates import date_of_file_name
from newsgraph.ingest.lines import compare_key
from newsgraph.ingest.loading import READ_ERRORS, Unreadable, decode, explain, read_bytes
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.page_tree import show_hidden, tidy
from newsgraph.ingest.sources import STAGE, SourceFile
from newsgraph.model import Article, Skipped

# What is wrong with a page is told by its reason; without this, messages without a page would reach the
# terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
# Browsers read pages that say «latin-1» as Windows does.
_WINDOWS = frozenset(["iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"])
# The library's own limit is today: the same page would have another date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
# A shorter text (in words) is looked for again, less carefully; the second is taken when it is so much longer.
_SHORT = 120
_MUCH_MORE = 1.5


def read_html(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The article on an HTML page."""
    try:
        page = decode_page(read_bytes(file, options.max_bytes))
    except (Unreadable, *READ_ERRORS) as error:
        yield Skipped(file.location, STAGE, explain(error))
        return
    draft = find_article(page, file.location)
    yield make_article(draft, options) if isinstance(draft, Draft) else draft


def decode_page(data: bytes, sent_as: str | None = None) -> str:
    """The characters of a page: UTF-8, else in the encoding that it was sent in, or that the page itself names.

    Raises:
        Unreadable: when it is in none of them.
    """
    try:
        return decode(data)
    except Unreadable:
        named = _CHARSET.search(data[:4096])
        if not (named or sent_as) or b"\0" in data:
            raise
        name = (sent_as or (named.group(1).decode("ascii") if named else "")).lower()
        try:
            return data.decode("windows-1252" if name in _WINDOWS else name)
        except (LookupError, UnicodeDecodeError) as error:
            raise Unreadable(f"not in {name}, the encoding that the page names") from error


def find_article(page: str, where: str, url: str | None = None) -> Draft | Skipped:
    """The article on a page; ``url`` is where the page was, if it does not say so itself."""
    try:
        tree = trafilatura.load_html(page)
        if tree is None:
            return Skipped(where, STAGE, "no article found on the page")
        document = trafilatura.extract_metadata(tree, None, dict(_DATES), extensive=False)
        text = _read_text(tree)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError) as error:
        return Skipped(where, STAGE, f"HTML that cannot be read: {error}")
    if not text.strip():
        return Skipped(where, STAGE, "no article found on the page")
    outlet = document.sitename
    return Draft(
        text,
        where,
        title=_without_outlet(document.title, outlet),
        url=document.url or url,
        date=document.date,
        fallback_date=date_of_file_name(where.rsplit("/", 1)[-1]),
        outlet=outlet,
        # Pages name themselves as their author for want of a person.
        authors=tuple(
            _as_printed(name, page)
            for name in split_names(document.author or "")
            if compare_key(name) != compare_key(outlet or "")
        ),
    )


def _read_text(tree: HtmlElement) -> str:
    """The main text: rather too little than too much, unless that is next to nothing."""
    tidy(tree)
    careful = _find_text(tree, favor_precision=True)
    if len(careful.split()) >= _SHORT:
        return careful
    show_hidden(tree)
    generous = _find_text(tree, favor_precision=False)
    return generous if len(generous.split()) > _MUCH_MORE * len(careful.split()) else careful


def _find_text(tree: HtmlElement, *, favor_precision: bool) -> str:
    document = trafilatura.bare_extraction(
        tree, favor_precision=favor_precision, include_comments=False, include_tables=True
    )
    return (document.text or "") if document else ""


def _as_printed(name: str, page: str) -> str:
    """«Nora B Finch», as the library tidies it, is «Nora B. Finch» where the page prints it so."""
    dotted = re.sub(r"\b([A-Z])(?= )", r"\1.", name)
    return dotted if dotted in page else name


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """«Ferry sinks in harbour | The Gazette» -> «Ferry sinks in harbour»."""
    if not title or not outlet:
        return title
    headline, mark, last = title.rpartition(next((mark for mark in (" | ", " – ", " — ", " - ") if mark in title), "|"))
    return headline if mark and headline and compare_key(last) == compare_key(outlet) else title
