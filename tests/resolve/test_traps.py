"""Each trap comes out right, or apart; never wrongly joined. Read and resolved as articles are."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from newsgraph.config import DEFAULT_MODEL
from newsgraph.extract.pipeline import Pipeline, extract_articles, load_pipeline
from newsgraph.model import Article, Extraction
from newsgraph.resolve import resolve

TRAPS = tomllib.loads(Path(__file__).with_name("traps.toml").read_text(encoding="utf-8"))["trap"]
DAYS = {"a": "2017-01-10", "b": "2017-02-10", "c": "2017-03-10", "d": "2017-04-10"}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline(DEFAULT_MODEL)


def read(pipeline: Pipeline, texts: dict[str, str], days: dict[str, str]) -> dict[str, Extraction]:
    articles = [Article(name, text, name, date=days[name]) for name, text in texts.items()]
    found = extract_articles(pipeline, articles)
    return {each.article_id: each for each in found if isinstance(each, Extraction)}


def entity_at(mention: str, texts: dict[str, str], entities: dict[str, dict[tuple[int, int], str]]) -> str | None:
    """The entity whose mention covers the last of these words; ``None``: nobody found one there."""
    name, _, words = mention.partition(": ")
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = texts[name].index(words, start + 1)
    end = start + len(words)
    return next((entity for (s, e), entity in entities[name].items() if s < end <= e), None)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap["name"])
def test_trap(pipeline: Pipeline, trap: dict[str, Any]) -> None:
    texts, days = trap["articles"], DAYS | trap.get("days", {})
    extractions = read(pipeline, texts, days)
    resolution = resolve(extractions.values(), days=days)
    entities = {
        name: {
            (mention.span.start, mention.span.end): resolution.by_chain[chain.id]
            for chain in extraction.chains
            for mention in extraction.mentions
            if mention.id in chain.mention_ids
        }
        for name, extraction in extractions.items()
    }
    for group in trap.get("apart", ()):
        for left, right in combinations(group, 2):
            one, other = entity_at(left, texts, entities), entity_at(right, texts, entities)
            assert one is None or one != other, f"{left} and {right} were joined"
    for group in trap.get("one", ()):
        found = [entity_at(mention, texts, entities) for mention in group]
        assert len(set(found)) == 1, f"{group} are not one: {found}"
        assert found[0] is not None
