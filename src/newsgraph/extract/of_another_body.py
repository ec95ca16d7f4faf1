"""Posts beside a body that are another body's: «CIA director and defense secretary»."""

from __future__ import annotations

from newsgraph.extract.mentions import Mentions
from newsgraph.extract.phrases import HEADS
from newsgraph.extract.ties import FoundRelation
from newsgraph.model import EntityType

LED_IN_EACH_CHAMBER = frozenset(
    {"GOP", "Republican", "Republicans", "Republican Party", "Democratic", "Democrat", "Democrats", "Democratic Party"}
)
PANELS = frozenset({"committee", "panel", "subcommittee"})


def is_of_another_body(relation: FoundRelation, mentions: Mentions) -> bool:
    """«CIA director and defense *secretary*», «*chairman* of the Senate investigating panel».

    Nor does the «GOP *leader*» of a chamber head the party.
    """
    if not relation.predicate.startswith(HEADS):
        return False
    doc, body, (start, end) = mentions.doc, mentions.found[relation.object], relation.cue
    if doc[end - 1].lower_ == "leader" and mentions.text(relation.object) in LED_IN_EACH_CHAMBER:
        return True
    if relation.predicate == "ministerOf" and body.type is not EntityType.COUNTRY:
        return any(token.lower_ == "and" for token in doc[body.end : start])
    after = doc[body.end : body.end + 2]
    return len(after) > 1 and after[0].tag_ == "VBG" and after[1].lower_ in PANELS
