"""DWIE (Zaporojets et al. 2021): Deutsche Welle articles with entities and the relations among them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldMention, GoldRelation
from newsgraph.evaluate.readers.detokenize import RunningText

# Mentions of these are common nouns or values, all others are names.
NOT_NAMED = frozenset({"role", "time", "money"})


def read_dwie(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file; relations keep their names («head_of_state», «citizen_of-x»)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _article(json.loads(line))


def _article(record: dict[str, Any]) -> GoldArticle:
    running = _running_text(record["tokens"])
    text = running.text
    mentions, entities = [], {}
    for number, entity in enumerate(record["entities"]):
        type_ = entity["type"]
        entities[f"{record['id']}-{number}"] = GoldEntity(type=type_)
        for mention in entity["mentions"]:
            start, end = running.spans[mention["start"]][0], running.spans[mention["end"] - 1][1]
            if text.startswith(mention["text"], start):  # a token may hold a full stop too
                end = start + len(mention["text"])
            mentions.append(
                GoldMention(
                    start,
                    end,
                    type=type_,
                    form="nominal" if type_ in NOT_NAMED else "name",
                    entity=f"{record['id']}-{number}",
                )
            )
    relations = [
        GoldRelation(f"{record['id']}-{relation['h']}", relation["r"], f"{record['id']}-{relation['t']}")
        for relation in record["relations"]
    ]
    return GoldArticle(
        id=record["id"],
        text=text,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end))),
        entities=entities,
        relations=tuple(relations),
    )


def _running_text(tokens: list[str]) -> RunningText:
    """The lines of the text; a token that is a line end keeps its place in the numbering."""
    running = RunningText()
    line: list[str] = []
    for token in [*tokens, "\n"]:
        if token.strip():
            line.append(token)
            continue
        running.add_sentence(line)
        line = []
        if len(running.spans) < len(tokens):
            running.add_break(token)
            end = len(running.text)
            running.spans.append((max(end - 1, 0), end))
    return running
