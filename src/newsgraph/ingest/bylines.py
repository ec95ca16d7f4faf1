"""Who wrote it: bylines above the story («By Ana Ruiz, Reuters») and author boxes below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsgraph.ingest.lines import NAME, Line, compare_key
from newsgraph.model import Furniture, FurnitureReason

_BYLINE = re.compile(
    rf"(?:(?:[Ww]ritten |[Rr]eported |[Aa]nalysis )?[Bb]y|BY)[: ] ?({NAME}"
    # Only «and» tells a list of people from a person and an outlet.
    rf"(?:(?:, {NAME}){{0,4}},? (?:and|&) {NAME})?)"
    r"(?:(?:,| \||/| [-–—]| for| of|[•·]) ?[^|]{2,60})?(?:[|•·] ?.{0,80})?"
)
_NAME_ONLY = re.compile(rf"{NAME},?")
_BOX_NAME = rf"[•*–—\- ]{{0,3}}(?:[Bb]y |[Aa]bout the [Aa]uthor:? )?({NAME})(?:, [^,.]{{1,60}},)?"
# Those who write for a living, as their boxes call them.
_WRITER = r"(?i:writer|reporter|editor|correspondent|columnist|journalist|blogger|contributor|producer|anchor)"
_JOURNALIST = re.compile(rf"{_BOX_NAME} (?:is|are|serves as) (?:an? |the |our )?(?:[\w’'&,-]+ ){{0,8}}?{_WRITER}s?\b")
_WRITES = re.compile(
    rf"{_BOX_NAME} (?:covers|edits|reports on|reports for|reports from|blogs (?:for|at|about)"
    r"|writes (?:for|about|on|the|a|his|her|regularly)|(?:can|may) be (?:reached|contacted))\b"
)
_EXPERT = re.compile(
    rf"{_BOX_NAME}[^.]{{0,40}}? (?:is|are) (?:an? |the |also )?[^.]{{0,160}}?\b(?i:author|co-author|fellow"
    rf"|professor|lecturer"
    r"|host|analyst|commentator|director|founder|co-founder|president|chairman|attorney|strategist|scholar"
    r"|consultant"
    r"|contributor|scientist|historian)\b"
)
# A word of an outlet's name: «Gazette», «Infowars.com».
_OUTLET_WORD = r"[A-Z][\w&’'-]{0,30}(?:\.\w{1,20}){0,2}"
_OUTLET = re.compile(
    r"\b(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Jj]ournalist) (?:for|at|with) (?:[Tt]he )?"
    rf"({_OUTLET_WORD}(?: (?:{_OUTLET_WORD}|of|the|and)){{0,4}})"
)
# What a capitalised line may hold that is nobody's name.
_NO_NAMES = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december", "election",
    "day", "press", "reuters", "staff", "news", "newsroom", "team", "editors", "editor", "bureau", "desk",
    "board", "afp", "ap", "cnn", "agency", "associated", "service", "wire", "online", "newsletter", "today",
    "times", "post", "house", "white", "state", "states", "united",
])  # fmt: skip
_MOMENT_WORDS = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "am", "pm", "a", "p", "m", "et", "est", "edt",
    "ct", "cst", "cdt", "pt", "pst", "pdt", "mt", "gmt", "bst", "utc", "on", "at", "first", "last",
    "originally", "published", "posted", "updated", "modified", "created",
])  # fmt: skip
_MOMENT_MARKS = frozenset(
    ["published", "posted", "updated", "modified", "am", "pm", "et", "est", "edt", "gmt", "bst", "utc"]
)
_BYLINE_LENGTH = 160
_MOMENT_LENGTH = 120


def is_byline(line: Line) -> bool:
    """Whether the line says who wrote the story: «By Ana Ruiz and Tom Li, Reuters»."""
    if (
        len(line.text) > _BYLINE_LENGTH
        or line.ends_sentence
        or not line.text[:20].lower().startswith(("by", "writ", "repo", "anal"))
    ):
        return False
    found = _BYLINE.fullmatch(line.text)
    return found is not None and "the" not in compare_key(found.group(1)).split()


def is_moment(line: Line) -> bool:
    """Whether the line is only a time of publication: «Updated 5:24 PM ET, Tue May 30, 2017»."""
    if len(line.text) > _MOMENT_LENGTH:
        return False
    words = compare_key(line.text).split()
    numbers = [word for word in words if word.rstrip("stndrh").isdigit()]
    others = {word for word in words if word not in numbers}
    known = all(word in _MOMENT_WORDS or re.fullmatch(r"\d{1,4}(?:am|pm)", word) for word in others)
    return bool(numbers) and known and bool(others & _MOMENT_MARKS)


def name_alone(line: Line) -> str | None:
    """The name, when the line is nothing but somebody's name: «Emily C. Singer»."""
    if line.words > 5 or not _NAME_ONLY.fullmatch(line.text):  # noqa: PLR2004 - NAME has at most five words
        return None
    name = line.text.rstrip(",")
    return None if _NO_NAMES & set(compare_key(name).split()) else name


def box_name(line: Line, *, authors: Sequence[str], elsewhere: str) -> str | None:
    """The person whom the line introduces as its author: «Ana Ruiz is a senior writer for The Gazette».

    ``elsewhere`` is the rest of the story: somebody whom it speaks of is introduced as a person of the story,
    unless known as its author.
    """
    text = line.text[:600]
    if line.text.endswith(":"):  # «Ana Ruiz reports from the harbour:» brings in what she says
        return None
    strong = _JOURNALIST.match(text) or _WRITES.match(text)
    found = strong or _EXPERT.match(text)
    if not found or '"' in text[: found.end()] or "“" in text[: found.end()]:
        return None
    name = found.group(1)
    if _NO_NAMES & set(compare_key(name).split()):
        return None
    if any(compare_key(name) == compare_key(author) for author in authors):
        return name
    surname = re.escape(name.split()[-1])
    return None if re.search(rf"\b{surname}\b", elsewhere) else name


def split_names(value: str) -> tuple[str, ...]:
    """The people in a list as printed: «By Ana Ruiz, Tom Li and Bo Day» -> three; «Ruiz, Ana» -> one."""
    text = re.sub(r"^\s*(?:[Bb]y|BY)\b:?\s*", "", value)
    text = re.sub(r"<[^<>]{0,200}>", " ", text)
    parts = [" ".join(part.split()) for part in re.split(r"[,;|&\n]|\band\b|\bAnd\b|\bAND\b", text)]
    parts = [part for part in parts if part and "@" not in part and "://" not in part]
    if len(parts) == 2 and "," in text and all(len(part.split()) == 1 for part in parts):  # noqa: PLR2004
        parts = [f"{parts[1]} {parts[0]}"]
    names: list[str] = []
    for part in parts:
        if names and part.lower().rstrip(".") in {"jr", "sr", "ii", "iii", "md", "phd"}:
            names[-1] += f", {part}" if part[0] in "JSjsMP" else f" {part}"
        elif part not in names:
            names.append(part)
    return tuple(names)


def find_authors(text: str, furniture: Iterable[Furniture]) -> tuple[str, ...]:
    """The people named in the bylines of a page, or else in its author boxes, in the page's order."""
    bylines: list[str] = []
    boxes: list[str] = []
    for piece in furniture:
        line = " ".join(text[piece.span.start : piece.span.end].split())
        if piece.reason is FurnitureReason.BYLINE:
            found = _BYLINE.fullmatch(line) if len(line) <= _BYLINE_LENGTH else None
            bylines += split_names(found.group(1)) if found else []
        elif piece.reason is FurnitureReason.AUTHOR_BOX:
            box = _JOURNALIST.match(line[:600]) or _WRITES.match(line[:600]) or _EXPERT.match(line[:600])
            boxes += [box.group(1)] if box else []
    people = (name for name in bylines or boxes if not _NO_NAMES & set(compare_key(name).split()))
    return tuple(dict.fromkeys(people))


def find_outlet(text: str, furniture: Iterable[Furniture]) -> str | None:
    """The outlet that an author box says its author writes for: «… is a senior writer for The Gazette» ->
    «Gazette».
    """
    for piece in furniture:
        if piece.reason is FurnitureReason.AUTHOR_BOX:
            found = _OUTLET.search(text[piece.span.start : piece.span.end][:600])
            if found:
                return re.sub(r"(?: (?:of|the|and)|[’']s?)$", "", found.group(1))
    return None
