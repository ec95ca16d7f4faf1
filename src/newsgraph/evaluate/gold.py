"""Gold data in one neutral form, a JSON object a line; every other format is read into it.

Offsets are code points of ``text``; spans are half open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newsgraph.errors import NewsgraphError

Offsets = tuple[int, int]


class GoldError(NewsgraphError):
    """Data to measure on that cannot be read."""


class GoldMention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A span that refers to something; ``form`` is «name», «nominal» or «pronoun»."""

    start: int
    end: int
    type: str | None = None
    form: str | None = None
    entity: str | None = None


class GoldEntity(msgspec.Struct, frozen=True, omit_defaults=True):
    """The thing referred to; ``wikidata`` is its Q number, ``None`` when it has none."""

    type: str | None = None
    wikidata: str | None = None


class GoldRelation(msgspec.Struct, frozen=True):
    """A relation between two entities."""

    subject: str
    predicate: str
    object: str


class GoldQuote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who says (``source``), the words that say so (``cue``), and what is said (``content``)."""

    content: Offsets
    source: Offsets | None = None
    cue: Offsets | None = None


class GoldTime(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time expression; ``type`` and ``value`` as in TIMEX3."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None


class GoldEvent(msgspec.Struct, frozen=True, omit_defaults=True):
    """The words that tell an event."""

    start: int
    end: int
    type: str | None = None
    entity: str | None = None


class GoldArticle(msgspec.Struct, frozen=True, omit_defaults=True):
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
            yield article


def write_gold(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles in the neutral form, one a line."""
    encoder = msgspec.json.Encoder()
    with path.open("wb") as stream:
        for article in articles:
            stream.write(encoder.encode(article) + b"\n")
