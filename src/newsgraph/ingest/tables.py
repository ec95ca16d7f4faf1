"""Files of many articles in CSV and TSV: one record an article, under a line of column names."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from typing import IO

from newsgraph.ingest.articles import each_once
from newsgraph.ingest.loading import Unreadable, decode_line, open_bytes, read_lines
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.records import article_of, guarded
from newsgraph.ingest.sources import STAGE, SourceFile, suffix_of
from newsgraph.model import Article, Skipped

# A quote that is opened and never closed swallows what follows. Reading starts again below it, but not for
# ever: a file with more of them than this is no CSV file.
_MAX_RESTARTS = 20


def read_table(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a CSV or TSV file; each is placed by the line on which its record begins."""
    yield from each_once(guarded(file, _records(file, options)))


class _Lines:
    """The lines of a file for ``csv.reader``, which asks for as many as a record takes.

    ``taken`` holds those of the present record with their numbers, ``problem`` why it cannot be used.
    """

    def __init__(self, stream: IO[bytes], max_record: int) -> None:
        self._source = read_lines(stream, max_record)
        self._max_record = max_record
        self._again: deque[tuple[int, bytes | None]] = deque()
        self.taken: list[tuple[int, bytes | None]] = []
        self.problem: str | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self.taken.append(line)
        try:
            return decode_line(line[1], self._max_record)
        except Unreadable as reason:
            self.problem = self.problem or str(reason)
            # Undecodable bytes become lone surrogates: the commas and quotes of the line still count.
            return (line[1] or b"\n").decode("utf-8", "surrogateescape").replace("\0", " ")

    def next_record(self) -> None:
        """Forget the lines of the last record."""
        self.taken = []
        self.problem = None

    def give_back(self) -> None:
        """Read all but the first line of the present record once more."""
        self._again.extendleft(reversed(self.taken[1:]))


def _records(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    # The limit is the whole process's; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_record))
    with open_bytes(file, options.max_bytes) as stream:
        lines = _Lines(stream, options.max_record)
        first = next(lines, "")
        delimiter = _delimiter(file, first)
        names = _header(first, delimiter, lines.problem, options)
        reader = csv.reader(lines, delimiter=delimiter)
        restarts = 0
        while True:
            lines.next_record()
            row, reason = _next_row(reader, lines, delimiter)
            if not lines.taken:
                return
            where = f"{file.location}:{lines.taken[0][0]}"
            if reason:
                yield Skipped(where, STAGE, reason)
                restarts += 1
                if len(lines.taken) > 1 and restarts <= _MAX_RESTARTS:
                    lines.give_back()
                    reader = csv.reader(lines, delimiter=delimiter)
            elif lines.problem:
                yield Skipped(where, STAGE, lines.problem)
            elif row:
                yield _row_article(row, names, where, options)


def _next_row(reader: Iterator[list[str]], lines: _Lines, delimiter: str) -> tuple[list[str], str | None]:
    """The next record; or why the lines taken are none."""
    try:
        row = next(reader, [])
    except csv.Error as error:
        return [], f"not CSV: {error}"
    if len(lines.taken) > 1 and _is_open(lines.taken, delimiter):
        return [], "not CSV: a quotation mark that opens here is never closed"
    return row, None


def _is_open(taken: Sequence[tuple[int, bytes | None]], delimiter: str) -> bool:
    """Whether a record of several lines ends inside a quoted field, which only the end of the file allows."""
    texts = ((line or b"\n").decode("utf-8", "surrogateescape") for _, line in taken)
    try:
        list(csv.reader(texts, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _header(line: str, delimiter: str, problem: str | None, options: ReadOptions) -> list[str]:
    """The column names.

    Raises:
        Unreadable: when the line is none, or no column holds the text.
    """
    try:
        names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error as error:
        raise Unreadable(problem or f"not CSV: {error}") from error
    if problem:
        raise Unreadable(problem)
    known = {*names, *(name.lower() for name in names)}
    wanted = options.column_names("text")
    if names and not known.intersection(wanted):
        raise Unreadable(f"no column {' or '.join(wanted)!r} for the text; the columns are {', '.join(names)[:200]}")
    return names


def _row_article(row: Sequence[str], names: Sequence[str], where: str, options: ReadOptions) -> Article | Skipped:
    if len(row) > len(names):
        return Skipped(where, STAGE, f"a record of {len(row)} fields under {len(names)} column names")
    record: dict[object, object] = dict(zip(names, row, strict=False))
    for name, value in zip(names, row, strict=False):
        record.setdefault(name.lower(), value)
    return article_of(record, where, options)


def _delimiter(file: SourceFile, header: str) -> str:
    """Tab for TSV; else the comma, or the semicolon of spreadsheets that write one instead."""
    if suffix_of(file.location).startswith(".tsv"):
        return "\t"
    return ";" if header.count(";") > header.count(",") else ","
