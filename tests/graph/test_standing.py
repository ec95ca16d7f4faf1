from __future__ import annotations

from itertools import permutations

import pytest

from newsgraph.graph.standing import Standing, Voice, standing
from newsgraph.model import Certainty, Realis, Stance

OWN = Voice(Stance.ASSERTED, Certainty.CERTAIN, own=True)
OWN_PERHAPS = Voice(Stance.ASSERTED, Certainty.POSSIBLE, own=True)
QUOTED = Voice(Stance.ASSERTED, Certainty.CERTAIN, own=False)
QUOTED_PROBABLY = Voice(Stance.ASSERTED, Certainty.PROBABLE, own=False)
CONFIRMED = Voice(Stance.CONFIRMED, Certainty.CERTAIN, own=False)
DENIED = Voice(Stance.DENIED, Certainty.CERTAIN, own=False)
RETRACTED = Voice(Stance.RETRACTED, Certainty.CERTAIN, own=True)
ALLEGED = Voice(Stance.ALLEGED, Certainty.CERTAIN, own=True)
SPECULATED = Voice(Stance.SPECULATED, Certainty.CERTAIN, own=False)
QUESTIONED = Voice(Stance.QUESTIONED, Certainty.CERTAIN, own=False)
PROMISED = Voice(Stance.PROMISED, Certainty.CERTAIN, own=False)
DEMANDED = Voice(Stance.DEMANDED, Certainty.CERTAIN, own=False)
PLANNED = Voice(Stance.ASSERTED, Certainty.CERTAIN, own=True, realis=Realis.PLANNED)
IMAGINED = Voice(Stance.ASSERTED, Certainty.CERTAIN, own=True, realis=Realis.HYPOTHETICAL)
NEVER = Voice(Stance.ASSERTED, Certainty.CERTAIN, own=True, realis=Realis.NEGATED)


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((OWN,), Standing.ACCEPTED),
        ((CONFIRMED,), Standing.ACCEPTED),
        ((OWN, ALLEGED, QUOTED), Standing.ACCEPTED),
        ((OWN_PERHAPS,), Standing.ALLEGED),
        ((QUOTED,), Standing.REPORTED),
        ((QUOTED, ALLEGED), Standing.REPORTED),
        ((QUOTED_PROBABLY,), Standing.ALLEGED),
        ((ALLEGED,), Standing.ALLEGED),
        ((SPECULATED, QUESTIONED), Standing.ALLEGED),
        ((PROMISED,), Standing.ALLEGED),
        ((DEMANDED,), Standing.ALLEGED),
        ((DENIED,), Standing.DENIED),
        ((RETRACTED,), Standing.DENIED),
        ((NEVER,), Standing.DENIED),
        ((DENIED, QUESTIONED), Standing.DENIED),
        ((OWN, DENIED), Standing.CONTESTED),
        ((QUOTED, DENIED), Standing.CONTESTED),
        ((ALLEGED, DENIED), Standing.CONTESTED),
        ((CONFIRMED, RETRACTED), Standing.CONTESTED),
        ((OWN, NEVER), Standing.CONTESTED),
        ((PLANNED,), Standing.REPORTED),
        ((PLANNED, OWN), Standing.ACCEPTED),
        ((IMAGINED,), Standing.ALLEGED),
    ],
)
def test_how_a_statement_stands(voices: tuple[Voice, ...], expected: Standing) -> None:
    assert {standing(order) for order in permutations(voices)} == {expected}
