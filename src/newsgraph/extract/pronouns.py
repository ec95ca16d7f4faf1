"""«he» and «she» by themselves: whom the sentence and the one before leave as the only one to be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from newsgraph.extract.chains import Found, quoted_tokens
from newsgraph.model import EntityType, MentionForm

PRONOUN_SEX = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}


def find_sole_antecedents(doc: Doc, found: Sequence[Found], sexes: Mapping[int, str | None]) -> dict[int, int]:
    """Token of «he» -> the chain of the only person, here and in the sentence before, who can be meant."""
    by_sentence: dict[int, list[Found]] = defaultdict(list)
    for mention in found:
        if mention.type is EntityType.PERSON:
            by_sentence[doc[mention.start].sent.start].append(mention)
    sole: dict[int, int] = {}
    previous: list[Found] = []
    quoted = quoted_tokens(doc)
    for sentence in doc.sents:
        if not any(token.is_alpha for token in sentence):
            continue
        here = list(by_sentence.get(sentence.start, ()))
        for token in sentence:
            sex = PRONOUN_SEX.get(token.lower_)
            if sex is None:
                continue
            chain = _antecedent(token, sex, [*previous, *(m for m in here if m.start < token.i)], sexes, quoted)
            if chain is not None:
                sole[token.i] = chain
                here.append(Found(token.i, token.i + 1, EntityType.PERSON, MentionForm.PRONOUN, chain))
        previous = here
    return sole


def _antecedent(
    token: Token, sex: str, window: Sequence[Found], sexes: Mapping[int, str | None], quoted: list[bool]
) -> int | None:
    possible = [
        m for m in window if sexes.get(m.chain) in (None, "either", sex) and (not quoted[token.i] or quoted[m.start])
    ]
    chains = {m.chain for m in possible}
    if len(chains) == 1:
        return chains.pop()
    speaker = _speaker_of_clause(token)
    if speaker is not None and not quoted[token.i]:
        said = [m for m in possible if m.start <= speaker.i < m.end]
        between = {m.chain for m in possible if speaker.i < m.start < token.i} - {m.chain for m in said}
        if said and not between:
            return said[0].chain
    return None


def _speaker_of_clause(token: Token) -> Token | None:
    """«Ana said she would …»: the subject of the verb that governs the pronoun's clause."""
    for ancestor in token.ancestors:
        if ancestor.dep_ in ("ccomp", "xcomp") and ancestor.head.pos_ == "VERB":
            for child in ancestor.head.children:
                if child.dep_ == "nsubj" and child.i < token.i:
                    return child
            return None
    return None
