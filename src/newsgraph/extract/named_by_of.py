"""Roles that are told of the name behind «of»: «the German city of Munich»."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.extract.candidates import PLACES
from newsgraph.extract.locations import PLACE_NOUNS
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.phrases import of_at
from newsgraph.extract.relation_patterns import Pattern
from newsgraph.extract.verb_relations import objects_of
from newsgraph.model import EntityType, MentionForm


def named_by_of(role: Token, end: int, mentions: Mentions) -> int | None:
    """The name that says what the role is; none where its own stands before: «Imam Sahib district of Kunduz»."""
    before = mentions.at.get(role.i - 1) if role.lower_ in PLACE_NOUNS else None
    if before is not None and mentions.type(before) in PLACES - {EntityType.COUNTRY}:
        return None
    preposition = of_at(role, end)
    named = None if preposition is None else next(objects_of(preposition, mentions), None)
    return named if named is not None and mentions.found[named].form is MentionForm.NAME else None


def that_name_by_of(patterns: tuple[tuple[Pattern, bool], ...]) -> tuple[tuple[Pattern, bool], ...]:
    """Those of the patterns that allow it."""
    return tuple((pattern, inverse) for pattern, inverse in patterns if pattern.names_by_of)
