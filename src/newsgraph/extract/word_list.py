"""The words that the pipeline's lemmatizer knows, if it has a list of them: «elevates» is a verb, «Silpa» none."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.lookups import Table
from spacy.tokens import Token

# spaCy's table of the words that a rule-based lemmatizer knows, and the kinds of them.
WORDS, KINDS = "lemma_index", ("noun", "verb", "adj", "adv")
NO_NOUNS = ("verb", "adj", "adv")
_ENDINGS = ("s", "es", "ed", "d")


def share_words(nlp: Language) -> None:
    """Let the rules see the words of the lemmatizer."""
    lookups = nlp.get_pipe("lemmatizer").lookups
    if lookups.has_table(WORDS):
        listed = lookups.get_table(WORDS)
        nlp.vocab.lookups.set_table(WORDS, Table(data={kind: frozenset(listed.get(kind, ())) for kind in KINDS}))


def is_word(token: Token, kinds: Iterable[str] = KINDS) -> bool:
    """Whether a word of one of these kinds, or a form of one, is listed."""
    lookups = token.doc.vocab.lookups
    known = lookups.get_table(WORDS) if lookups.has_table(WORDS) else {}
    word = token.lower_
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    return any(not stems.isdisjoint(known.get(kind, ())) for kind in kinds)
