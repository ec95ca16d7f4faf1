"""CASIE (Satyapanich et al. 2020): articles on cyber security with event triggers, in one JSON file each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldEvent


def read_casie(folder: Path) -> Iterator[GoldArticle]:
    """The articles of a folder of annotations; events that are one share their entity."""
    for path in sorted(folder.glob("*.json")):
        yield read_casie_article(path)


def read_casie_article(path: Path) -> GoldArticle:
    """The article of one file."""
    record = json.loads(path.read_text(encoding="utf-8"))
    events, entities = [], {}
    for hopper in (record.get("cyberevent") or {}).get("hopper", ()):
        name = f"{path.stem}-{hopper['index']}"
        for event in hopper["events"]:
            nugget = event["nugget"]
            type_ = event.get("subtype") or event.get("type")
            entities[name] = GoldEntity(type=type_)
            events.append(GoldEvent(nugget["startOffset"], nugget["endOffset"], type=type_, entity=name))
    return GoldArticle(
        id=path.stem,
        text=record["content"],
        events=tuple(sorted(events, key=lambda e: (e.start, e.end))),
        entities=entities,
    )
