"""BASIL (Fan et al. 2019): the quotes among its biased passages, each with a speaker by name; in two JSON folders."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsgraph.evaluate.gold import GoldArticle, GoldQuote

END = "_ann.json"


def read_basil(folder: Path) -> Iterator[GoldArticle]:
    """The articles of the folder that holds ``articles`` and ``annotations``.

    Only passages that somebody found biased are marked, and the speaker is a name, not a span: precision means
    nothing here, and neither does the source.
    """
    for path in sorted((folder / "articles").rglob("*.json")):
        annotations = next((folder / "annotations").rglob(f"{path.stem}*.json"), None)
        if annotations is not None:
            yield _article(path, json.loads(annotations.read_text(encoding="utf-8")))


def _article(path: Path, annotations: dict[str, Any]) -> GoldArticle:
    record = json.loads(path.read_text(encoding="utf-8"))
    text = "\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])
    quotes = []
    for phrase in annotations["phrase-level-annotations"]:
        start = text.find(phrase["txt"])
        if phrase["quote"] == "yes" and phrase["txt"] and start >= 0:
            quotes.append(GoldQuote((start, start + len(phrase["txt"]))))
    return GoldArticle(
        id=path.stem,
        text=text,
        title=record.get("title") or None,
        date=record.get("date") or None,
        quotes=tuple(sorted(set(quotes), key=lambda q: q.content)),
    )
