"""From what a reader found to an article: furniture, language, author, outlet, id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgraph import ids
from newsgraph.ingest.bylines import find_authors, find_outlet
from newsgraph.ingest.copies import sketch
from newsgraph.ingest.dates import read_date
from newsgraph.ingest.furniture import find_furniture
from newsgraph.ingest.language import detect_language, name_language
from newsgraph.ingest.lines import mask, settle
from newsgraph.ingest.loading import without_surrogates
from newsgraph.ingest.options import ReadOptions
from newsgraph.ingest.sources import STAGE
from newsgraph.ingest.urls import normal_url
from newsgraph.model import Article, Furniture, Skipped


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found: a text, what the file says about it, and what of it the format sets aside.

    ``date`` is as printed; ``fallback_date`` is ISO and stands in for a date that is missing or cannot be
    read.
    """

    text: str
    location: str
    title: str | None = None
    url: str | None = None
    date: str | None = None
    fallback_date: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    set_aside: tuple[Furniture, ...] = ()


def make_article(draft: Draft, options: ReadOptions) -> Article | Skipped:
    """The article; or why there is none: no story, or a story in a language that is not asked for."""
    text = without_surrogates(draft.text)
    if not text.strip():
        return Skipped(draft.location, STAGE, "no text")
    if len(text) > options.max_text:
        return Skipped(draft.location, STAGE, f"a text of {len(text):,} characters, more than {options.max_text:,}")
    title = " ".join(without_surrogates(draft.title or "").split()) or None
    page = mask(text, draft.set_aside)
    found = find_furniture(page, title, draft.outlet or options.outlet, authors=draft.authors)
    furniture = settle((*draft.set_aside, *found))
    story = mask(text, furniture)
    if not story.strip():
        return Skipped(draft.location, STAGE, "no story: the page holds nothing but furniture")
    language = detect_language(" ".join(story.split()))
    if options.languages is not None and language not in options.languages:
        wanted = ", ".join(sorted(options.languages))
        return Skipped(draft.location, STAGE, f"written in {name_language(language)}, not in {wanted}")
    url = normal_url(draft.url)
    return Article(
        id=ids.mint_article(url, text),
        text=text,
        location=draft.location,
        title=title,
        url=url,
        date=read_date(draft.date or "") or draft.fallback_date or options.date,
        outlet=draft.outlet or find_outlet(text, found) or options.outlet,
        authors=draft.authors or find_authors(text, found),
        language=language,
        furniture=furniture,
        sketch=sketch(text, furniture),
    )


def each_once(articles: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """The same, where an article that has the id of an earlier one of the file is skipped."""
    seen: dict[str, str] = {}
    for article in articles:
        if isinstance(article, Article):
            first = seen.setdefault(article.id, article.location)
            if first != article.location:
                same = "URL" if article.url else "text"
                yield Skipped(article.location, STAGE, f"same {same} as {first}")
                continue
        yield article
