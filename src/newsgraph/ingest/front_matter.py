"""The block of «key: value» lines between «---» that may open a text or Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsgraph.model import Span

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*))?")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "authors": "authors",
    "author": "authors",
    "byline": "authors",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
}
# A block that is not closed within this many characters is a ruled line and a story.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values by our names of fields, and the place of the block; ``None``: there is none."""

    span: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict)


def read_front_matter(text: str) -> FrontMatter:
    """The block at the very start of the text; one with a line that is no entry is none, and stays story."""
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end(), _LONGEST)
    if not closing:
        return FrontMatter()
    values: dict[str, str] = {}
    name = ""
    for line in text[opening.end() : closing.start()].splitlines():
        stripped = line.strip()
        entry = _ENTRY.fullmatch(stripped)
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("- ") and name:  # an item of a list: one author a line
            earlier = values.get(name, "")
            values[name] = f"{earlier}; {_plain(stripped[2:])}" if earlier else _plain(stripped[2:])
        elif entry:
            name = _FIELDS.get(entry.group(1).strip().lower(), "-")
            values[name] = _plain(entry.group(2) or "")
        else:
            return FrontMatter()
    values.pop("-", None)
    return FrontMatter(Span(0, closing.end()), {key: value for key, value in values.items() if value})


def _plain(value: str) -> str:
    """Without the quotation marks of YAML, and a list «[a, b]» as «a; b»."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return "; ".join(_plain(part) for part in value[1:-1].split(",") if part.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
