"""The marks of Markdown, set aside so that what is left reads as prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.ingest.lines import settle
from newsgraph.model import Furniture, FurnitureReason, Span

_FENCED = re.compile(r"^ {0,3}(```+|~~~+)[^\r\n`]*$", re.MULTILINE)
# An address may hold one pair of brackets of its own.
_TARGET = r"\([^()\r\n]{0,2000}(?:\([^()\r\n]{0,500}\)[^()\r\n]{0,500})?\)"
# What is set aside is group 1 and, where there is one, group 2; where there is none, all of it.
_MARKS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"!\[[^\[\]\r\n]{{0,1000}}\]{_TARGET}",  # image
        rf"(\[)[^\[\]\r\n]{{1,1000}}(\]{_TARGET})",  # link
        r"(\[)[^\[\]\r\n]{1,1000}(\]\[[^\[\]\r\n]{0,200}\])",  # link by reference
        r"^ {0,3}\[[^\[\]\r\n]{1,200}\]:[^\r\n]*$",  # reference
        r"\[\^[^\[\]\r\n]{1,60}\]",  # footnote mark
        r"<(?:https?://|mailto:)[^<>\s]{1,2000}>",
        r"</?[A-Za-z][^<>\r\n]{0,500}>",
        r"^ {0,3}(#{1,6}[ \t]+)",  # heading
        r"[ \t](#{1,6})[ \t]{0,20}$",  # heading, closed
        r"^ {0,3}(?:=+|-{2,}|(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})[ \t]*$",  # underline, rule
        r"^[ \t]{0,12}((?:>[ \t]?){1,8})",  # quotation
        r"^[ \t]{0,12}([-*+][ \t]+)(?=\S)",  # list
        r"^[ \t]{0,12}(\d{1,2}[.)][ \t]+)(?=\S)",
        r"(?<![\w*_\\])([*_]{1,3})(?=[^\s*_])",  # emphasis, opened
        r"(?<=[^\s*_\\])([*_]{1,3})(?![\w*_])",  # emphasis, closed
        r"(~~|`{1,3})",
        r"(\\)(?=[!-/:-@\[-`{-~])",
    )
)


def find_markup(text: str) -> tuple[Furniture, ...]:
    """Link targets, images, code blocks and the marks of headings, lists, quotations and emphasis."""
    pieces = [Furniture(span, FurnitureReason.MARKUP) for span in (*_code_blocks(text), *_comments(text))]
    for pattern in _MARKS:
        for found in pattern.finditer(text):
            pieces += [Furniture(span, FurnitureReason.MARKUP) for span in _spans(found)]
    return settle(pieces)


def _spans(found: re.Match[str]) -> Iterator[Span]:
    """What the match sets aside: its groups, or all of it."""
    for group in range(1, found.re.groups + 1) or (0,):
        start, end = found.span(group)
        if 0 <= start < end:
            yield Span(start, end)


def _code_blocks(text: str) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    for fence in _FENCED.finditer(text):
        if opened is None:
            opened = fence
        elif fence.group(1).startswith(opened.group(1)):
            yield Span(opened.start(), fence.end())
            opened = None


def _comments(text: str) -> Iterator[Span]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        yield Span(start, end + 3)
        start = text.find("<!--", end)
