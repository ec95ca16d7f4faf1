"""Decisions about the chains of small corpora."""

from __future__ import annotations

from collections.abc import Iterable

from newsgraph import ids
from newsgraph.model import Act, Anchor, Decision, Extraction, Side


def side(extractions: Iterable[Extraction], *chain_ids: str, alone: bool = False) -> Side:
    """The side of a decision that is about these chains, by the first mention of each."""
    anchors = []
    for extraction in extractions:
        mentions = {mention.id: mention for mention in extraction.mentions}
        for chain in extraction.chains:
            if chain.id in chain_ids:
                mention = mentions[chain.mention_ids[0]]
                anchors.append(Anchor(extraction.article_id, mention.span, mention.surface, alone))
    return Side(f"entity-of-{'-'.join(chain_ids)}", "whoever", tuple(anchors))


def decided(act: Act, *sides: Side, at: str = "2026-01-01", value: str = "") -> Decision:
    """A decision of Ana's."""
    names = [anchor.surface + anchor.article_id for one in sides for anchor in one.anchors]
    return Decision(ids.digest("decision", act, at, value, *names), act, sides, "ana", at, value=value)
