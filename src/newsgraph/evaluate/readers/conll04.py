"""CoNLL04 (Roth and Yih 2004) in columns: a token a line with its BIO tag, its relations and their last tokens."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldMention, GoldRelation
from newsgraph.evaluate.readers.detokenize import RunningText

TYPES = {"Peop": "PER", "Org": "ORG", "Loc": "LOC", "Other": "MISC"}


def read_conll04(path: Path) -> Iterator[GoldArticle]:
    """The sentences of a file, each an article; relations keep their names («Work_For»)."""
    rows: list[list[str]] = []
    number = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#doc"):
            if rows:
                yield _article(f"{path.stem}-{number}", rows)
                number += 1
            rows = []
        elif line.strip():
            rows.append(line.split("\t"))
    if rows:
        yield _article(f"{path.stem}-{number}", rows)


def _article(name: str, rows: list[list[str]]) -> GoldArticle:
    running = RunningText()
    running.add_sentence([row[1].strip() for row in rows])
    tags = [row[2].strip() for row in rows]
    mentions: list[GoldMention] = []
    entity_at: dict[int, str] = {}
    first = 0
    for number, tag in enumerate(tags):
        if tag.startswith("B"):
            first = number
        following = tags[number + 1] if number + 1 < len(tags) else "O"
        if tag != "O" and not following.startswith("I"):
            entity = f"{name}-{number}"
            entity_at[number] = entity
            start, end = running.spans[first][0], running.spans[number][1]
            mentions.append(GoldMention(start, end, type=TYPES[tag[2:]], form="name", entity=entity))
    relations = [
        GoldRelation(entity_at[number], predicate, entity_at[target])
        for number, row in enumerate(rows)
        for predicate, target in zip(ast.literal_eval(row[3]), ast.literal_eval(row[4]), strict=True)
        if predicate != "N" and number in entity_at and target in entity_at
    ]
    entities = {mention.entity: GoldEntity(mention.type) for mention in mentions if mention.entity}
    return GoldArticle(name, running.text, mentions=tuple(mentions), entities=entities, relations=tuple(relations))
