"""Entity linking as ELEVANT keeps it (Bast et al. 2022): JSON lines of text and labels with Wikidata ids."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsgraph.evaluate.gold import Form, GoldArticle, GoldEntity, GoldMention

PRONOUNS = frozenset(
    [
        "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself",
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
        "theirs", "themselves", "this", "that", "these", "those", "who", "whom", "whose", "which",
    ]
)  # fmt: skip


def read_linking(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file; only the evaluation span counts as annotated."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _article(json.loads(line))


def _article(record: dict[str, Any]) -> GoldArticle:
    text = record["text"]
    mentions, entities = [], {}
    for label in record["labels"]:
        start, end = label["span"]
        known = str(label["entity_id"]) if str(label["entity_id"]).startswith("Q") else None
        # What is unknown is not thereby one thing.
        entity = known or f"{record['id']}-{label['id']}"
        entities[entity] = GoldEntity(wikidata=known)
        mentions.append(GoldMention(start, end, form=_form(text[start:end], label), entity=entity))
    first, last = record.get("evaluation_span") or (0, len(text))
    return GoldArticle(
        id=str(record["id"]),
        text=text,
        title=record.get("title") or None,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        entities=entities,
        annotated=((first, last),),
    )


def _form(surface: str, label: dict[str, Any]) -> Form:
    if surface.lower() in PRONOUNS:
        return "pronoun"
    return "nominal" if label.get("coref") else "name"
