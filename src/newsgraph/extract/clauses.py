"""What hangs on a verb: its subject, its infinitive."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.extract.lexicons import hedges


def subject_of_verb(verb: Token) -> Token | None:
    """Who does it: «*Ana* signed it»; ``None`` in a passive or an infinitive."""
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def infinitive(verb: Token) -> Token | None:
    """«asked Comey *to drop* it»."""
    return next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and has_to(child)), None)


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with «to»."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def is_nobody(subject: Token | None) -> bool:
    """«*nobody* believes», «*no one* knows»."""
    if subject is None:
        return False
    return subject.lower_ in hedges("nobody") or any(c.lower_ in ("no", "neither") for c in subject.children)
