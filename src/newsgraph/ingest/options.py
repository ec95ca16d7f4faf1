"""What a user may say about how articles are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsgraph.errors import ConfigError
from newsgraph.ingest.dates import iso_date

# Our fields, and the columns or keys that are looked for when the user names none; the first that is there
# wins.
COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "text": ("text",),
    "url": ("url",),
    "date": ("date",),
    "outlet": ("source", "outlet", "publisher"),
    "authors": ("authors", "author", "byline"),
    "language": ("language",),
}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How articles are read.

    ``columns`` maps our field (``title text url date outlet authors language``) to the user's column.
    Articles in other ``languages`` are skipped; ``None``: in none.
    ``outlet`` and ``date`` (ISO) are for articles that carry none. ``max_bytes`` bounds a file that holds one
    article, ``max_record`` (characters) one line or record, and one line of plain text, ``max_text`` (characters) the
    text of one article.

    Raises:
        ConfigError: when ``columns`` names a field that is not ours, or ``date`` is no ISO date.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    outlet: str | None = None
    date: str | None = None
    languages: frozenset[str] | None = frozenset({"en"})
    max_bytes: int = 50_000_000
    max_record: int = 5_000_000
    max_text: int = 1_000_000

    def __post_init__(self) -> None:
        unknown = sorted(set(self.columns) - set(COLUMNS))
        if unknown:
            raise ConfigError(f"unknown field {unknown[0]!r}: the fields are {', '.join(COLUMNS)}")
        if self.date is not None and iso_date(self.date) != self.date:
            raise ConfigError(f"{self.date!r} is no date of the form 2017-05-30")

    def column_names(self, name: str) -> tuple[str, ...]:
        """The columns that may hold this field, the likeliest first."""
        return (self.columns[name],) if name in self.columns else COLUMNS[name]
