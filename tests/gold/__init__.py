"""Gold passages: marked by hand in ``passages.txt``, kept in the neutral form in ``passages.jsonl``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsgraph.evaluate.gold import (
    GoldArticle,
    GoldEntity,
    GoldEvent,
    GoldMention,
    GoldQuote,
    GoldRelation,
    GoldTime,
    Offsets,
)

FOLDER = Path(__file__).parent
CORPUS = FOLDER.parents[1] / "sample_corpus"
FORMS = {"n": "name", "m": "nominal", "p": "pronoun", "d": "name"}
ROLES = {"s": "source", "c": "cue", "q": "content"}
# What is no name of its entity's type: «Russian» is not LOC.
DEMONYM = "Demonym"
MARK = re.compile(r"\[(?P<kind>[nmpdtescq]):(?P<key>\S+) |(?P<close>\])")


@dataclass(slots=True)
class Passage:
    """One passage as it is marked: where it was taken from, its text with marks, and the lines below it."""

    id: str
    file: str
    date: str
    marked: str = ""
    types: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)


def read_passages(path: Path = FOLDER / "passages.txt") -> list[Passage]:
    """The passages of the marked file, in order."""
    passages: list[Passage] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            passages.append(Passage(*line.split()[1:]))
        elif line.startswith("= "):
            name, kind = line.split()[1:]
            passages[-1].types[name] = kind
        elif line.startswith("> "):
            subject, predicate, object_ = line.split()[1:]
            passages[-1].relations.append((subject, predicate, object_))
        elif line and not line.startswith("#"):
            passages[-1].marked += line
    return passages


def gold_of(passage: Passage) -> GoldArticle:
    """The passage in the neutral form."""
    text, marks = unmark(passage.marked)
    mentions, times, events = [], [], []
    spans: dict[str, dict[str, Offsets]] = {}
    for kind, key, start, end in sorted(marks, key=lambda mark: (mark[2], -mark[3], mark[0])):
        if kind in FORMS:
            type_ = DEMONYM if kind == "d" else passage.types[key]
            mentions.append(GoldMention(start, end, type=type_, form=FORMS[kind], entity=f"{passage.id}-{key}"))
        elif kind == "t":
            times.append(GoldTime(start, end, type=time_type(key), value=key))
        elif kind == "e":
            events.append(GoldEvent(start, end, type=key))
        else:
            parts = spans.setdefault(key, {})
            first, last = parts.get(ROLES[kind], (start, end))
            parts[ROLES[kind]] = (min(first, start), max(last, end))
    return GoldArticle(
        id=passage.id,
        text=text,
        date=passage.date,
        mentions=tuple(mentions),
        entities={f"{passage.id}-{key}": GoldEntity(type=kind) for key, kind in passage.types.items()},
        relations=tuple(
            GoldRelation(f"{passage.id}-{subject}", predicate, f"{passage.id}-{object_}")
            for subject, predicate, object_ in passage.relations
        ),
        quotes=tuple(GoldQuote(**parts) for _, parts in sorted(spans.items())),
        times=tuple(times),
        events=tuple(events),
    )


def unmark(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks; each mark as (kind, key, start, end)."""
    pieces: list[str] = []
    opened: list[tuple[str, str, int]] = []
    marks = []
    length = last = 0
    for found in MARK.finditer(marked):
        piece = marked[last : found.start()]
        pieces.append(piece)
        length += len(piece)
        last = found.end()
        if found["close"]:
            kind, key, start = opened.pop()
            marks.append((kind, key, start, length))
        else:
            opened.append((found["kind"], found["key"], length))
    assert not opened, f"not closed: {opened}"
    return "".join([*pieces, marked[last:]]), marks


def time_type(value: str) -> str:
    """DATE, TIME or DURATION, told by the value."""
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value else "DATE"


def all_gold() -> Iterator[GoldArticle]:
    """All passages in the neutral form."""
    return map(gold_of, read_passages())


def paragraphs(texts: Iterable[str]) -> set[str]:
    """The paragraphs of some files, to find a passage in."""
    return {paragraph.strip() for text in texts for paragraph in text.splitlines()}
