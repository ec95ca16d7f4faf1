"""GUM (Zeldes 2017): CoNLL-U with entities in MISC; coreference by OntoGUM's scheme (Zhu et al. 2021) beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsgraph.evaluate.gold import Form, GoldArticle, GoldEntity, GoldMention
from newsgraph.evaluate.readers.coref_brackets import read_brackets
from newsgraph.evaluate.readers.detokenize import RunningText

ENTITY = re.compile(r"\((?P<opened>[^()]+)(?P<alone>\))?|(?P<closed>[^()]+)\)")
DATE = re.compile(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)")
FORMS: dict[str, Form] = {"PROPN": "name", "PRON": "pronoun", "DET": "pronoun"}


@dataclass(slots=True)
class _Page:
    """What a CoNLL-U file says, by token."""

    running: RunningText = field(default_factory=RunningText)
    upos: list[str] = field(default_factory=list)
    heads: list[int | None] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    date: str | None = None


def read_gum(conllu: Path) -> GoldArticle:
    """An article with all its mentions, those of things mentioned once too."""
    page = _read_page(conllu)
    mentions, entities = [], {}
    for name, type_, first, last in _entities(page.entities):
        entity = f"{conllu.stem}-{name}"
        entities[entity] = GoldEntity(type=type_)
        mentions.append(_mention(page, first, last, entity, type_))
    return _article(conllu, page, mentions, entities)


def read_ontogum(conllu: Path, brackets: Path) -> GoldArticle:
    """An article with its coreference chains by OntoGUM's scheme; ``brackets`` is its CoNLL file."""
    page = _read_page(conllu)
    lines = [line.split("\t") for line in brackets.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    mentions = [
        _mention(page, first, last, f"{conllu.stem}-{name}", None)
        for name, first, last in read_brackets(line[2] for line in lines)
    ]
    return _article(conllu, page, mentions, {mention.entity: GoldEntity() for mention in mentions if mention.entity})


def _article(conllu: Path, page: _Page, mentions: list[GoldMention], entities: Mapping[str, GoldEntity]) -> GoldArticle:
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    return GoldArticle(
        id=conllu.stem, text=page.running.text, date=page.date, mentions=ordered, entities=dict(entities)
    )


def _read_page(conllu: Path) -> _Page:
    page = _Page()
    space, paragraph, merged_until, sentence_start = False, False, 0, 0
    for line in conllu.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            found = DATE.match(line)
            page.date = found[1] if found else page.date
            paragraph = paragraph or line.startswith("# newpar")
            continue
        if not line:
            sentence_start, merged_until = len(page.upos), 0
            continue
        number, form, _, upos, _, _, head, _, _, misc = line.split("\t")
        if "." in number:
            continue
        if "-" in number:
            last = int(number.split("-")[1])
            _add(page.running, form, space=space, paragraph=paragraph)
            start, end = page.running.spans.pop()
            merged_until, merged_end, merged_at = last, end, start
            space, paragraph = "SpaceAfter=No" not in misc, False
            continue
        if int(number) <= merged_until:
            stop = merged_end if int(number) == merged_until else min(merged_at + len(form), merged_end)
            page.running.spans.append((min(merged_at, stop - 1), stop))
            merged_at = stop
        else:
            _add(page.running, form, space=space, paragraph=paragraph)
            space, paragraph = "SpaceAfter=No" not in misc, False
        page.upos.append(upos)
        page.heads.append(sentence_start + int(head) - 1 if head != "0" else None)
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        page.entities.append(entity)
    return page


def _add(running: RunningText, form: str, *, space: bool, paragraph: bool) -> None:
    if paragraph:
        running.add_break()
    running.add(form, space=space and not paragraph)


def _entities(cells: list[str]) -> Iterator[tuple[str, str, int, int]]:
    """Each mention as (entity, type, first token, last token)."""
    opened: dict[str, list[tuple[str, int]]] = {}
    for number, cell in enumerate(cells):
        for found in ENTITY.finditer(cell):
            if found["opened"]:
                name, type_ = found["opened"].split("-")[:2]
                if found["alone"]:
                    yield name, type_, number, number
                else:
                    opened.setdefault(name, []).append((type_, number))
            else:
                type_, first = opened[found["closed"]].pop()
                yield found["closed"], type_, first, number


def _mention(page: _Page, first: int, last: int, entity: str, type_: str | None) -> GoldMention:
    inside = range(first, last + 1)
    head = next((i for i in inside if page.heads[i] not in inside), first)
    return GoldMention(
        page.running.spans[first][0],
        page.running.spans[last][1],
        type=type_,
        form=FORMS.get(page.upos[head], "nominal"),
        entity=entity,
    )
