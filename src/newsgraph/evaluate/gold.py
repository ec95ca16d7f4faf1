"""Gold data in one neutral form, a JSON object a line; every other format is read into it.

Offsets are code points of ``text``; spans are half open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from newsgraph.errors import NewsgraphError

Offsets = tuple[int, int]
Form = Literal["name", "nominal", "pronoun"]


class GoldError(NewsgraphError):
    """Data to measure on that cannot be read."""


class GoldMention(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A span that refers to something; ``form`` is «name», «nominal» or «pronoun»."""

    start: int
    end: int
    type: str | None = None
    form: Form | None = None
    entity: str | None = None


class GoldEntity(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The thing referred to; ``wikidata`` is its Q number, ``None`` when it has none."""

    type: str | None = None
    wikidata: str | None = None


class GoldRelation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation between two entities."""

    subject: str
    predicate: str
    object: str


class GoldQuote(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who says (``source``), the words that say so (``cue``), and what is said (``content``)."""

    content: Offsets
    source: Offsets | None = None
    cue: Offsets | None = None


class GoldTime(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A time expression; ``type`` and ``value`` as in TIMEX3."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None


class GoldEvent(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The words that tell an event."""

    start: int
    end: int
    type: str | None = None
    entity: str | None = None


class GoldArticle(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One text with what people found in it.

    ``annotated`` lists the stretches of the text that were looked at; ``None``: all of it. ``topic`` groups articles
    among which identity is decided (``crossdoc``). Ids of entities are shared among the articles of a file.
    """

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    topic: str | None = None
    mentions: tuple[GoldMention, ...] = ()
    entities: dict[str, GoldEntity] = {}
    relations: tuple[GoldRelation, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    times: tuple[GoldTime, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    annotated: tuple[Offsets, ...] | None = None

    def is_annotated(self, start: int, end: int) -> bool:
        """Whether the span lies in a stretch that people looked at."""
        return self.annotated is None or any(first <= start and end <= last for first, last in self.annotated)


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file in the neutral form.

    Raises:
        GoldError: when a line is not in it.
    """
    decoder = msgspec.json.Decoder(GoldArticle)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise GoldError(f"{path}:{number}: not an article in the neutral form: {error}") from error
            fault = next(_faults(article), None)
            if fault is not None:
                raise GoldError(f"{path}:{number}: article {article.id!r}: {fault}")
            yield article


def _faults(article: GoldArticle) -> Iterator[str]:
    """What cannot be so: spans that do not lie in the text, relations of entities that are nowhere, no date."""
    length = len(article.text)
    for what, start, end in _spans(article):
        if not 0 <= start < end <= length:
            yield f"{what} {start} to {end} is no span of a text of {length} characters"
    known = {mention.entity for mention in article.mentions} | set(article.entities)
    for relation in article.relations:
        for entity in (relation.subject, relation.object):
            if entity not in known:
                yield f"a relation of {entity!r}, which is neither in «entities» nor the entity of a mention"
    if article.date is not None:
        try:
            dt.datetime.fromisoformat(article.date)
        except ValueError:
            yield f"the date {article.date!r} is not ISO (2017-05-03)"


def _spans(article: GoldArticle) -> Iterator[tuple[str, int, int]]:
    for what, marked in (("mention", article.mentions), ("time", article.times), ("event", article.events)):
        yield from ((what, each.start, each.end) for each in marked)
    for quote in article.quotes:
        parts = (("content", quote.content), ("source", quote.source), ("cue", quote.cue))
        yield from ((what, *span) for what, span in parts if span is not None)
    yield from (("annotated", start, end) for start, end in article.annotated or ())


def write_gold(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles in the neutral form, one a line."""
    encoder = msgspec.json.Encoder()
    with path.open("wb") as stream:
        for article in articles:
            stream.write(encoder.encode(article) + b"\n")
