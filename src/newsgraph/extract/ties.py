"""A relation in tokens, as the rules of this folder find it, and how sure each way of finding it is."""

from __future__ import annotations

from dataclasses import dataclass

# The parse shows both ends of the tie; a title beside the name needs no parse and errs least.
BESIDE_NAME, BY_PARSE, BY_VERB = 0.9, 0.85, 0.8


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation in tokens; subject and object index the mentions."""

    subject: int
    predicate: str
    object: int
    cue: tuple[int, int]
    confidence: float
    former: bool = False
