"""Plain text and Markdown: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.ingest.articles import Draft, make_article
from newsgraph.ingest.bylines import split_names
from newsgraph.ingest.dates import date_of_file_name, date_of_text, iso_date
from newsgraph.ingest.front_matter import read_front_matter
from newsgraph.ingest.lines import Line, mask, split_lines
from newsgraph.ingest.loading import READ_ERRORS, Unreadable, explain, read_text
from newsgraph.ingest.markdown import find_markup
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.sources import STAGE, SourceFile
from newsgraph.model import Article, Furniture, FurnitureReason, Skipped

# A headline is short and no sentence with a full stop; longer first lines are the story's first paragraph.
_HEADLINE_WORDS = 25
_HEADLINE_LENGTH = 160


def read_plain(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The article of a plain text file."""
    yield _read(file, options, markdown=False)


def read_markdown(file: SourceFile, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The article of a Markdown file; its marks are set aside."""
    yield _read(file, options, markdown=True)


def _read(file: SourceFile, options: ReadOptions, *, markdown: bool) -> Article | Skipped:
    try:
        text = read_text(file, options.max_bytes, options.max_record)
    except (Unreadable, *READ_ERRORS) as error:
        return Skipped(file.location, STAGE, explain(error))
    matter = read_front_matter(text)
    set_aside = [Furniture(matter.span, FurnitureReason.FRONT_MATTER)] if matter.span else []
    page = mask(text, set_aside)
    if markdown:
        set_aside += find_markup(page)
        page = mask(text, set_aside)
    draft = Draft(
        text,
        file.location,
        title=matter.values.get("title") or find_headline(page),
        url=matter.values.get("url"),
        date=matter.values.get("date"),
        fallback_date=_other_date(file, page, options),
        outlet=matter.values.get("outlet"),
        authors=split_names(matter.values.get("authors", "")),
        set_aside=tuple(set_aside),
    )
    return make_article(draft, options)


def _other_date(file: SourceFile, page: str, options: ReadOptions) -> str | None:
    """The day of the file's name, else the user's, else the one that the page plainly states."""
    name = file.location.replace("\\", "/").rsplit("/", 1)[-1]
    return date_of_file_name(name) or (iso_date(options.date) if options.date else None) or date_of_text(page)


def find_headline(page: str) -> str | None:
    """The first line, when it looks like a headline: short, without a full stop, and more comes below."""
    lines = split_lines(page[:10_000])
    return lines[0].text if len(lines) > 1 and _is_headline(lines[0]) else None


def _is_headline(line: Line) -> bool:
    short = line.words <= _HEADLINE_WORDS and len(line.text) <= _HEADLINE_LENGTH
    return short and not line.text.endswith((".", ",", ":", ";", '."', ".”"))
