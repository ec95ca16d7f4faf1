"""KnowledgeNet (Mesquita et al. 2019): passages with the facts of some properties that they tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldMention, GoldRelation


def read_knowledgenet(path: Path) -> Iterator[GoldArticle]:
    """The passages of a file, each an article; properties keep their names («PLACE_OF_BIRTH»).

    A passage was read for the properties of its facts only: what else it tells is not in the gold.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            passage = json.loads(line)
            name = f"{passage['documentId']}-{number}"
            spans: dict[tuple[int, int], GoldMention] = {}
            entities: dict[str, GoldEntity] = {}
            relations = []
            for fact in passage["facts"]:
                pair = []
                for role in ("subject", "object"):
                    span = (fact[f"{role}Start"], fact[f"{role}End"])
                    entity = f"{name}-{span[0]}"
                    spans.setdefault(span, GoldMention(*span, entity=entity))
                    entities.setdefault(entity, GoldEntity(wikidata=fact[f"{role}Uri"]))
                    pair.append(entity)
                relations.append(GoldRelation(pair[0], fact["property"], pair[1]))
            yield GoldArticle(
                name,
                passage["text"],
                mentions=tuple(mention for _, mention in sorted(spans.items())),
                entities=entities,
                relations=tuple(relations),
            )
