"""Feeds (RSS, Atom) as they were saved: each entry is an article, with the text that the feed carries."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser
from lxml import html
from lxml.etree import ParserError

from newsgraph.ingest.articles import Draft, each_once, make_article
from newsgraph.ingest.bylines import split_names
from newsgraph.ingest.loading import Unreadable, read_bytes
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.records import guarded
from newsgraph.ingest.sources import STAGE, SourceFile
from newsgraph.model import Article, Skipped

_BLOCKS = frozenset({"p", "div", "li", "br", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "figure"})


def read_feed(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a feed."""
    yield from each_once(guarded(file, _entries(file, options)))


def _entries(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    # as a stream: a text that looks like an address would be fetched
    feed = feedparser.parse(io.BytesIO(read_bytes(file, options.max_bytes)))
    if not feed.version:
        raise Unreadable("XML, but no feed (RSS, Atom)")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        draft = _draft(entry, f"{file.location}#{number}", outlet)
        yield make_article(draft, options) if draft.text else Skipped(draft.location, STAGE, "no text in this entry")


def _draft(entry: Mapping[str, Any], where: str, outlet: str | None) -> Draft:
    whole = [content.get("value", "") for content in entry.get("content", ())]
    author = entry.get("author", "")
    return Draft(
        _in_paragraphs(max([*whole, entry.get("summary", "")], key=len)),
        where,
        title=_in_paragraphs(entry.get("title", "")) or None,
        url=entry.get("link"),
        date=entry.get("published") or entry.get("updated"),
        outlet=entry.get("source", {}).get("title") or outlet,
        authors=tuple(dict.fromkeys(split_names(author))),
    )


def _in_paragraphs(markup: str) -> str:
    """The words of a stretch of HTML, a blank line between its blocks."""
    if not markup.strip():
        return ""
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (ParserError, ValueError):
        return ""
    for element in tree.xpath("//script | //style"):
        element.drop_tree()
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.text = f"\n\n{element.text or ''}"
            element.tail = f"\n\n{element.tail or ''}"
    paragraphs = (" ".join(part.split()) for part in tree.text_content().split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
