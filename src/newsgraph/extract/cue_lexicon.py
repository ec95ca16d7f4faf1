"""The words that tell of speech and thought, with the stance each gives: read from ``cues.toml``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from newsgraph.extract.lexicons import read_toml
from newsgraph.model import Certainty, Stance

OWN_CERTAINTY = {
    Stance.ALLEGED: Certainty.PROBABLE,
    Stance.SPECULATED: Certainty.PROBABLE,
    Stance.QUESTIONED: Certainty.POSSIBLE,
}
# How far from its verb the words of a phrase may stand: «walked *his claim* back».
PHRASE_REACH = 6
PHRASE_TIES = frozenset({"prt", "prep", "advmod", "dobj", "acomp", "oprd", "neg", "ccomp", "xcomp"})
KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives", "ADV": "adjectives"}


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word or phrase makes of what is reported with it, and the contents it takes."""

    stance: Stance
    certainty: Certainty = Certainty.CERTAIN
    negated: Stance | None = None
    attitude: bool = False
    contents: frozenset[str] = frozenset()


@cache
def _entries(kind: str) -> dict[str, Cue]:
    found = {}
    for entry in read_toml("cues.toml")["cue"]:
        stance = Stance(entry["stance"])
        cue = Cue(
            stance,
            Certainty(entry.get("certainty", OWN_CERTAINTY.get(stance, Certainty.CERTAIN))),
            Stance(entry["negated"]) if "negated" in entry else None,
            entry.get("attitude", False),
            frozenset(entry["content"]),
        )
        found.update(dict.fromkeys(entry.get(kind, ()), cue))
    return found


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    """First lemma of a phrase -> its further words, the longest first: «plead not guilty» is not «plead guilty»."""
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for phrase, cue in _entries("phrases").items():
        first, *others = phrase.split()
        phrases[first].append((tuple(others), cue))
    return {first: sorted(rest, key=lambda each: -len(each[0])) for first, rest in phrases.items()}


def verb_cue(verb: Token) -> Cue | None:
    """The cue that a verb is, alone or with the words that belong to it: «*walked* it *back*»."""
    verbs = _entries("verbs")
    return phrase_cue(verb) or next((verbs[form] for form in _forms(verb) if form in verbs), None)


def phrase_cue(verb: Token) -> Cue | None:
    """The cue that a verb and its particle, preposition or noun are together."""
    for others, cue in _phrases().get(verb.lemma_.lower(), ()):
        tied = {
            word
            for token in verb.doc[verb.i + 1 : verb.i + 1 + PHRASE_REACH]
            if (token.head == verb and token.dep_ in PHRASE_TIES and not _is_told_of_another(token))
            or (token.head.head == verb and token.dep_ in ("prt", "advmod", "neg"))
            for word in (token.lemma_.lower(), token.lower_)
        }
        # «called *a liar* for it», «called the rule on taxes *unfair*» ask for nothing.
        named = ("auxpass", "oprd", "dobj") if others == ("on",) else ("auxpass", "oprd")
        renamed = not {"for", "on"}.isdisjoint(others) and any(child.dep_ in named for child in verb.children)
        if tied.issuperset(others) and not renamed:
            return cue
    return None


def _is_told_of_another(token: Token) -> bool:
    """«wants *you* to know»."""
    return token.pos_ == "VERB" and any(child.dep_ == "nsubj" for child in token.children)


def noun_cue(noun: Token) -> Cue | None:
    """The cue that a noun is: «the *claim* that …»."""
    return _entries("nouns").get(noun.lemma_.lower())


def adjective_cue(token: Token) -> Cue | None:
    """The cue that a participle is as an adjective: «is *worried*»."""
    return _entries("adjectives").get(token.lower_)


def cue_at(token: Token) -> Cue | None:
    """The cue that a word is by its part of speech, or where the tagger took «Hopes» for a name, by another."""
    kind = KINDS.get(token.pos_)
    if kind is None:
        return phrase_cue(token) if token.lower_ == "according" else None
    if kind == "verbs":
        return verb_cue(token)
    kinds = (kind,) if token.pos_ in ("NOUN", "ADJ") else (kind, "verbs", "nouns", "adjectives")
    return next((_entries(other)[form] for other in kinds for form in _forms(token) if form in _entries(other)), None)


def _forms(token: Token) -> tuple[str, ...]:
    """The lemma, and what the letters allow besides: the lemmatizer makes «hop» of «hopes»."""
    lower = token.lower_
    stem = lower.removesuffix("ing")
    return token.lemma_.lower(), lower, lower.removesuffix("s"), lower.removesuffix("d"), stem, f"{stem}e"
