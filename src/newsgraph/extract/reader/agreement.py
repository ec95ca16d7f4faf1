"""Which two mentions cannot be one thing: by sex, number, and what the names in them are known to name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsgraph.extract.reader.labels import MENTION_TYPES
from newsgraph.extract.reader.pairs import PRONOUN, PRONOUNS, Integers, Table

Flags = npt.NDArray[np.bool_]
PERSON = MENTION_TYPES.index("person") + 1
# Kinds of what is no person, whatever else it is.
THINGS = [MENTION_TYPES.index(kind) + 1 for kind in MENTION_TYPES if kind not in ("person", "animal", "other")]
ME, YOU, HE, SHE, IT, WE, THEY, _, THESE, THOSE, _ = range(1, len(PRONOUNS) + 1)
MALE, FEMALE, THING = 1, 2, 3


@dataclass(frozen=True, slots=True)
class KnownName:
    """What is known of a name: its number, whether it is a person's, and that person's sex («m» or «f»)."""

    number: int
    person: bool
    sex: str | None


def cannot_be_one(mentions: Table, names: Mapping[int, KnownName], later: Integers, earlier: Integers) -> Flags:
    """For each pair, whether nothing may tie the two; ``names`` by the word that is the mention's head."""
    pronoun, plural = mentions.pronoun, mentions.plural == 1
    known = [names.get(int(head)) for head in mentions.head]
    number = np.array([-1 if name is None else name.number for name in known])
    person = np.array([name is not None and name.person for name in known])
    is_he = (pronoun == HE) | (pronoun == SHE)
    sex = np.array([_sex(name) for name in known])
    sex[pronoun == HE], sex[pronoun == SHE] = MALE, FEMALE
    thing = np.isin(mentions.type, THINGS) & (mentions.kind != PRONOUN) & ~person
    a, b = later, earlier
    other_sex = (is_he[a] | is_he[b]) & (sex[a] != 0) & (sex[b] != 0) & (sex[a] != sex[b])
    no_he = is_he[a] & (plural[b] | thing[b] | np.isin(pronoun[b], (IT, WE, THEY, THESE, THOSE)))
    no_it = (pronoun[a] == IT) & (person[b] | is_he[b] | plural[b] | np.isin(pronoun[b], (ME, YOU, WE, THEY)))
    no_it |= (pronoun[b] == IT) & (person[a] | is_he[a])
    two_names = (number[a] >= 0) & (number[b] >= 0) & (number[a] != number[b]) & (person[a] | person[b])
    barred: Flags = other_sex | no_he | no_it | two_names
    return barred


def _sex(name: KnownName | None) -> int:
    if name is None:
        return 0
    return {"m": MALE, "f": FEMALE}.get(name.sex or "", 0) if name.person else THING
