"""Files of many articles in JSON: one object an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from newsgraph.ingest.articles import Draft, each_once, make_article
from newsgraph.ingest.bylines import split_names
from newsgraph.ingest.loading import (
    READ_ERRORS,
    Unreadable,
    decode_line,
    explain,
    open_bytes,
    read_lines,
    read_text,
)
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.sources import STAGE, SourceFile
from newsgraph.model import Article, Skipped

# A list of articles in JSON stands alone or under one of these keys.
_LISTS = ("articles", "items", "data", "results")


def read_jsonl(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a file of JSON lines; a line that does not parse costs only itself."""
    yield from each_once(guarded(file, _jsonl(file, options)))


def read_json(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a JSON file: a list of objects, alone or under «articles», or one object."""
    yield from each_once(guarded(file, _json(file, options)))


def guarded(file: SourceFile, articles: Iterator[Article | Skipped]) -> Iterator[Article | Skipped]:
    """The same; what stops the reading of the file is its last word."""
    read = 0
    try:
        for article in articles:
            read += 1
            yield article
        if not read:
            yield Skipped(file.location, STAGE, "empty: no article in it")
    except (Unreadable, *READ_ERRORS) as error:
        after = f", after {read:,} articles" if read else ""
        yield Skipped(file.location, STAGE, explain(error) + after)


def _jsonl(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    with open_bytes(file, options.max_bytes) as stream:
        for number, line in read_lines(stream, options.max_record):
            where = f"{file.location}:{number}"
            try:
                text = decode_line(line, options.max_record)
            except Unreadable as reason:
                yield Skipped(where, STAGE, str(reason))
                continue
            if text.strip():
                yield _parse_line(text, where, options)


def _parse_line(line: str, where: str, options: ReadOptions) -> Article | Skipped:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return Skipped(where, STAGE, f"not JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Skipped(where, STAGE, f"not JSON: {error}")
    return article_of(record, where, options)


def _json(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    text = read_text(file, options.max_bytes, options.max_bytes)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} in line {error.lineno}") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if isinstance(content, dict):
        content = next((content[key] for key in _LISTS if isinstance(content.get(key), list)), content)
    if not isinstance(content, list):
        yield article_of(content, file.location, options)
        return
    for number, record in enumerate(content, start=1):
        yield article_of(record, f"{file.location}#{number}", options)


def article_of(record: object, where: str, options: ReadOptions) -> Article | Skipped:
    """The article of one record, which maps the user's columns to values."""
    if not isinstance(record, dict):
        return Skipped(where, STAGE, "not an object with names and values")
    text = _value(record, "text", options)
    if not isinstance(text, str) or not text.strip():
        columns = " or ".join(options.column_names("text"))
        return Skipped(where, STAGE, f"no text under {columns!r}")
    authors = _value(record, "authors", options)
    draft = Draft(
        text,
        where,
        title=_string(_value(record, "title", options)),
        url=_string(_value(record, "url", options)),
        date=_string(_value(record, "date", options)),
        outlet=" ".join((_string(_value(record, "outlet", options)) or "").split()) or None,
        authors=_names(authors),
    )
    return make_article(draft, options)


def _value(record: Mapping[object, object], name: str, options: ReadOptions) -> object:
    """What the record holds under the first of the field's columns that is there and not empty."""
    return next((record[column] for column in options.column_names(name) if record.get(column)), None)


def _string(value: object) -> str | None:
    """The value as text; of an object, its name: {"id": 7, "name": "The Gazette"}."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _names(value: object) -> tuple[str, ...]:
    values: Iterable[object] = value if isinstance(value, list) else [value]
    names = [name for part in values for name in split_names(_string(part) or "")]
    return tuple(dict.fromkeys(names))
