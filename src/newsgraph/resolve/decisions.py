"""People's decisions, found again in the articles as they are read now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from newsgraph import ids
from newsgraph.model import Act, Anchor, Chain, Decision, Entity, EntityType, Extraction, Mention
from newsgraph.spelling import plain_key


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision with the chains that it is about: one set a side, sorted; empty where none is left."""

    decision: Decision
    sides: tuple[tuple[str, ...], ...]

    @property
    def left(self) -> tuple[str, ...]:
        """The chains of the first side."""
        return self.sides[0]

    @property
    def right(self) -> tuple[str, ...]:
        """The chains of the second side."""
        return self.sides[1]


def standing_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that are not undone, in order of time; undoing an «undo» brings the decision back."""
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    undoers: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in ordered:
        if decision.act is Act.UNDO:
            undoers[decision.value].append(decision)

    def stands(decision: Decision) -> bool:
        return not any(stands(undoer) for undoer in undoers[decision.id])

    return [decision for decision in ordered if decision.act is not Act.UNDO and stands(decision)]


@dataclass(slots=True)
class Bench:
    """Takes extractions one by one, cuts out of them the mentions that people put apart, and finds the anchors."""

    decisions: list[Decision]
    by_mention: dict[str, str] = field(default_factory=dict)
    _anchored: dict[str, set[Anchor]] = field(default_factory=lambda: defaultdict(set))
    _chains: dict[Anchor, str] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Bench:
        """With the decisions that stand."""
        bench = cls(standing_decisions(decisions))
        for decision in bench.decisions:
            for side in decision.sides:
                for anchor in side.anchors:
                    bench._anchored[anchor.article_id].add(anchor)
        return bench

    def concerns(self, article_id: str) -> bool:
        """Whether a decision is about mentions of the article."""
        return article_id in self._anchored

    def take(self, extraction: Extraction) -> Extraction:
        """The extraction as the decisions see it; those that have none of the anchors come back as they are."""
        anchors = self._anchored.get(extraction.article_id)
        if not anchors:
            return extraction
        found = {anchor: mention for anchor in anchors if (mention := _find(anchor, extraction)) is not None}
        alone = sorted({mention.id for anchor, mention in found.items() if anchor.alone})
        for mention_id in alone:
            extraction = _cut(extraction, mention_id)
        chain_of = {mention_id: chain.id for chain in extraction.chains for mention_id in chain.mention_ids}
        self.by_mention.update({mention_id: chain_of[mention_id] for mention_id in alone})
        self._chains.update({anchor: chain_of[mention.id] for anchor, mention in found.items()})
        return extraction

    def rulings(self) -> list[Ruling]:
        """The decisions with the chains they are about, in order of time; after all extractions were taken."""
        return [
            Ruling(
                decision,
                tuple(
                    tuple(sorted({self._chains[anchor] for anchor in side.anchors if anchor in self._chains}))
                    for side in decision.sides
                ),
            )
            for decision in self.decisions
        ]


def _find(anchor: Anchor, extraction: Extraction) -> Mention | None:
    """The mention at the anchor's place; else the nearest of the same words that stands in a chain."""
    chained = {mention_id for chain in extraction.chains for mention_id in chain.mention_ids}
    wanted = plain_key(anchor.surface)
    alike = [m for m in extraction.mentions if m.id in chained and plain_key(m.surface) == wanted]
    return min(alike, key=lambda m: (abs(m.span.start - anchor.span.start), m.span), default=None)


def _cut(extraction: Extraction, mention_id: str) -> Extraction:
    """The mention gets a chain of its own, unless it is all that names its chain."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    chain = next(chain for chain in extraction.chains if mention_id in chain.mention_ids)
    rest = tuple(each for each in chain.mention_ids if each != mention_id)
    if not any(mentions[each].form is mentions[mention_id].form for each in rest):
        return extraction
    kept = replace(chain, name=_name(chain, mentions, rest), mention_ids=rest)
    mention = mentions[mention_id]
    own = Chain(ids.mint_part("chain", extraction.article_id, mention_id), mention.surface, mention.type, (mention_id,))
    chains = [kept if each is chain else each for each in extraction.chains]
    return replace(extraction, chains=(*chains, own))


def _name(chain: Chain, mentions: dict[str, Mention], rest: Sequence[str]) -> str:
    """The chain's name, if what is left still bears it; else the longest of what is left."""
    surfaces = [mentions[each].surface for each in rest if mentions[each].form is mentions[rest[0]].form]
    return chain.name if chain.name in surfaces else max(surfaces, key=lambda name: (len(name), name))


def carry_out(rulings: Iterable[Ruling], entities: Sequence[Entity], entity_of: Mapping[Any, str]) -> list[Entity]:
    """The entities under the names and types that people gave them; of several the latest counts."""
    changed = {entity.id: entity for entity in entities}
    for ruling in rulings:
        if ruling.decision.act not in (Act.RENAME, Act.RETYPE):
            continue
        for entity_id in sorted({entity_of[chain_id] for chain_id in ruling.left}):
            entity = changed[entity_id]
            if ruling.decision.act is Act.RETYPE:
                changed[entity_id] = replace(entity, type=EntityType(ruling.decision.value))
            else:
                aliases = sorted({*entity.aliases, entity.name} - {ruling.decision.value})
                changed[entity_id] = replace(entity, name=ruling.decision.value, aliases=tuple(aliases))
    return [changed[entity.id] for entity in entities]


def find_replaced(
    rulings: Iterable[Ruling], entities: Iterable[Entity], entity_of: Mapping[Any, str]
) -> dict[str, str]:
    """The ids of merged entities that are no more, and the entity that took their place."""
    living = {entity.id for entity in entities}
    replaced: dict[str, str] = {}
    for ruling in rulings:
        if ruling.decision.act is Act.SAME:
            for side, chains in zip(ruling.decision.sides, ruling.sides, strict=True):
                now = {entity_of[chain_id] for chain_id in chains}
                if side.entity_id not in living and len(now) == 1:
                    replaced[side.entity_id] = now.pop()
    return dict(sorted(replaced.items()))
