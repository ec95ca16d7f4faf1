"""Stance and certainty of what is said: hedges, denials, conditions, futures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from newsgraph.extract.lexicons import read_toml
from newsgraph.model import Certainty, Realis, Stance


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("hedges.toml")[key])


@dataclass(frozen=True, slots=True)
class Modality:
    """How a clause is put: negated, hedged, alleged, asked, conditional, to come."""

    negated: bool = False
    alleged: bool = False
    possible: bool = False
    probable: bool = False
    questioned: bool = False
    planned: bool = False
    conditional: bool = False

    @property
    def certainty(self) -> Certainty:
        """Certain unless the clause is hedged."""
        if self.possible or self.questioned or self.conditional:
            return Certainty.POSSIBLE
        if self.probable or self.alleged:
            return Certainty.PROBABLE
        return Certainty.CERTAIN

    @property
    def stance(self) -> Stance:
        """The stance of whoever speaks the clause."""
        if self.questioned:
            return Stance.QUESTIONED
        if self.alleged:
            return Stance.ALLEGED
        if self.negated and not self.possible:
            return Stance.DENIED
        if self.possible or self.conditional or self.probable:
            return Stance.SPECULATED
        return Stance.ASSERTED

    @property
    def realis(self) -> Realis:
        """Whether what the clause tells took place."""
        if self.negated:
            return Realis.NEGATED
        if self.possible or self.conditional or self.questioned:
            return Realis.HYPOTHETICAL
        return Realis.PLANNED if self.planned else Realis.ACTUAL


def modality_of(token: Token) -> Modality:
    """The modality of the clause a word stands in: «could have been exaggerated» -> possible.

    Looks at the word's verb and upwards through the infinitives that hang on it («tried to set up»),
    and stops at the verb of a report («said that …»), whose stance is the quote's own affair.
    """
    verbs = _clause_verbs(token)
    words = [(child, child.lower_) for verb in verbs for child in verb.children] + [
        (child, child.lower_) for child in token.children if token not in verbs
    ]
    lemmas = (
        {verb.lemma_.lower() for verb in verbs[1:]}
        if verbs and verbs[0] == token
        else {v.lemma_.lower() for v in verbs}
    )
    negated = any(
        child.dep_ == "neg" or (lower in ("no", "never") and child.dep_ in ("det", "advmod", "neg"))
        for child, lower in words
    )
    planned = any((lower in ("will", "'ll", "shall") and child.dep_ == "aux") for child, lower in words) or bool(
        lemmas & _words("plans")
    )
    question = any(
        lower == "whether" and child.dep_ in ("mark", "advmod", "cc", "preconj") for child, lower in words
    ) or _is_question(token)
    return Modality(
        negated=negated,
        alleged=any(lower in _words("alleging") for _, lower in words),
        possible=any(
            lower in _words("possible")
            and not (negated and lower in _words("able"))
            and child.dep_ in ("aux", "advmod", "amod")
            for child, lower in words
        ),
        probable=any(lower in _words("probable") and child.dep_ in ("advmod", "acomp") for child, lower in words)
        or bool(lemmas & _words("seeming")),
        questioned=question,
        planned=planned,
        conditional=any(
            (lower in ("if", "unless") and child.dep_ == "mark")
            or (lower == "would" and child.dep_ == "aux" and not negated)
            for child, lower in words
        )
        or bool(lemmas & _words("attempts")),
    )


def _is_question(token: Token) -> bool:
    sentence = token.sent
    last = next((t for t in reversed(list(sentence)) if not t.is_space and not t.is_quote), None)
    return last is not None and last.text == "?"


def _clause_verbs(token: Token) -> list[Token]:
    """The verb of the word's clause, and the verbs of which it is an open complement."""
    verb = token
    while (
        verb.pos_ not in ("VERB", "AUX") and verb.dep_ not in ("ROOT", "relcl", "ccomp", "advcl") and verb.head != verb
    ):
        verb = verb.head
    verbs = [verb]
    while verb.dep_ in ("xcomp", "conj", "acomp", "auxpass", "aux") and verb.head != verb and len(verbs) < 5:
        shares_subject = verb.dep_ != "conj" or not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") and shares_subject:
            verbs.append(verb)
        elif not shares_subject:
            break
    return verbs
