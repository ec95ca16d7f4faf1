"""How a statement stands, given all that is said of it: the one rule, in one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsgraph.model import Certainty, Realis, Stance


class Standing(StrEnum):
    """Accepted: an outlet says so itself. Reported: only people whom articles quote say so.

    Contested: some say so and some deny it. Denied: all that is said is a denial. Alleged: the rest.
    """

    ACCEPTED = "Accepted"
    CONTESTED = "Contested"
    DENIED = "Denied"
    REPORTED = "Reported"
    ALLEGED = "Alleged"


FIRMEST = (Standing.ACCEPTED, Standing.CONTESTED, Standing.REPORTED, Standing.ALLEGED, Standing.DENIED)


@dataclass(frozen=True, slots=True)
class Voice:
    """How one claim puts it; ``own`` is true when the outlet speaks in its own voice."""

    stance: Stance
    certainty: Certainty
    own: bool
    realis: Realis = Realis.ACTUAL


_PUT_FORWARD = frozenset({Stance.ASSERTED, Stance.CONFIRMED, Stance.ALLEGED})
_SAID = frozenset({Stance.ASSERTED, Stance.CONFIRMED})
_TAKEN_BACK = frozenset({Stance.DENIED, Stance.RETRACTED})


def denies(voice: Voice) -> bool:
    """«She denied it», «the paper withdrew it», «they never met»."""
    return voice.stance in _TAKEN_BACK or voice.realis is Realis.NEGATED


def vouches(voice: Voice) -> bool:
    """The outlet itself says that it is so, or somebody in a position to know confirms it."""
    return (
        voice.certainty is Certainty.CERTAIN
        and voice.realis is Realis.ACTUAL
        and (voice.stance is Stance.CONFIRMED or (voice.stance is Stance.ASSERTED and voice.own))
    )


def states(voice: Voice) -> bool:
    """Somebody says plainly that it is so, or that it is going to be."""
    return voice.certainty is Certainty.CERTAIN and voice.realis is not Realis.HYPOTHETICAL and voice.stance in _SAID


def standing(voices: Iterable[Voice]) -> Standing:
    """How a statement or an event stands; the order of the voices does not matter."""
    voices = set(voices)
    support = {voice for voice in voices if not denies(voice)}
    if support != voices:
        contested = any(voice.stance in _PUT_FORWARD for voice in support)
        return Standing.CONTESTED if contested else Standing.DENIED
    if any(vouches(voice) for voice in support):
        return Standing.ACCEPTED
    return Standing.REPORTED if any(states(voice) for voice in support) else Standing.ALLEGED
