"""The mentions of an article by the tokens they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from newsgraph.extract.chains import Found
from newsgraph.extract.common_nouns import names_thing
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType, MentionForm


def is_party_word(mention: Found) -> bool:
    """«a Utah [Republican]», «([R]-Utah)»: it says whose party somebody is of, and is no party that acts."""
    return mention.type is EntityType.POLITICAL_PARTY and mention.form is MentionForm.NOMINAL


class Mentions:
    """The mentions of an article by the token they end on or cover."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self.doc = doc
        self.found = found
        self.at = {i: n for n, m in enumerate(found) for i in range(m.start, m.end) if not is_party_word(m)}
        # «Mike Lee, a Utah Republican»: the noun stands for the man, whatever it tells of his party.
        for mention in found:
            beside = self.at.get(doc[mention.start].head.i) if is_party_word(mention) else None
            if beside is not None and doc[mention.start].dep_ == "appos" and found[beside].type is EntityType.PERSON:
                self.at[mention.start] = beside

    def of(self, token: Token) -> int | None:
        """The mention that the token belongs to, or that stands in apposition: «the EPA's chief, Scott Pruitt».

        So do works: «the novel "Low Tide"».
        """
        direct = self.at.get(token.i)
        if direct is not None or token.pos_ != "NOUN":
            return direct
        for child in token.rights:
            apposed = self.at.get(child.i) if child.dep_ == "appos" else None
            type_ = None if apposed is None else self.found[apposed].type
            if type_ is EntityType.WORK or (type_ is EntityType.PERSON and not names_thing(token.lower_)):
                return apposed  # «they opposed the *bill* — Ana Lund and Tom Dahl»: nobody is a bill
        return None

    def type(self, number: int) -> EntityType:
        """The type of a mention."""
        return self.found[number].type

    def chain(self, number: int) -> int:
        """The chain of a mention."""
        return self.found[number].chain

    def text(self, number: int) -> str:
        """The surface of a mention."""
        mention = self.found[number]
        return surface(self.doc, mention.start, mention.end)
