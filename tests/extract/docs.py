"""Parsed sentences written by hand: what the rules see when the parser is right."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from newsgraph.extract.chains import Found
from newsgraph.model import EntityType, MentionForm

VOCAB = spacy.blank("en").vocab
POS_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "TO": "PART",
    "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "MD": "AUX", "CC": "CCONJ", "CD": "NUM", "POS": "PART",
    "RP": "ADP", "EX": "PRON", "WRB": "SCONJ", "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
NO_SPACE_BEFORE = frozenset({".", ",", "?", "'s", "n't", "-", "''"})
NO_SPACE_AFTER = frozenset({"``", "-"})


def parsed(rows: str) -> Doc:
    """A parsed text from ``word=lemma/TAG/dep/head`` for each token, heads counted from 0 in the whole text.

    The lemma is left out where it is the word in lower case (a name: the word itself). Quotation marks are ``"`` tagged
    ```` `` ```` and ``''``.
    """
    words, lemmas, tags, deps, heads = [], [], [], [], []
    for row in rows.split():
        word, tag, dep, head = row.rsplit("/", 3)
        word, _, lemma = word.partition("=")
        words.append(word)
        tags.append(tag)
        lemmas.append(lemma or (word if tag.startswith("NNP") else word.lower()))
        deps.append(dep)
        heads.append(int(head))
    seen = [tag if word == '"' else word for word, tag in zip(words, tags, strict=True)]
    spaces = [
        word not in NO_SPACE_AFTER and following not in NO_SPACE_BEFORE
        for word, following in zip(seen, [*seen[1:], "."], strict=True)
    ]
    pos = [_part_of_speech(tag, dep) for tag, dep in zip(tags, deps, strict=True)]
    return Doc(VOCAB, words=words, spaces=spaces, heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas)


def _part_of_speech(tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "auxpass") else "VERB"
    return POS_BY_TAG[tag]


def found(doc: Doc, *mentions: tuple[str, str], chains: tuple[int, ...] = ()) -> list[Found]:
    """The first occurrences of these (surface, type) as mentions, each its own chain unless ``chains`` are given."""
    numbers = chains or tuple(range(len(mentions)))
    values = []
    for (surface, type_), chain in zip(mentions, numbers, strict=True):
        start = doc.text.index(surface)
        span = doc.char_span(start, start + len(surface))
        assert span is not None, f"{surface!r} does not stand on whole tokens"
        values.append(Found(span.start, span.end, EntityType(type_), MentionForm.NAME, chain))
    return sorted(values, key=lambda f: f.start)
