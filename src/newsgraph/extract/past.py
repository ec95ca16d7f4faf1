"""Whether the text says that a role or a tie is past."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsgraph.extract import titles

# «formerly the supreme allied commander»: so many words before the role may say that it is past.
PAST_WINDOW = 5
ROLE_PHRASE_TAGS = frozenset({"JJ", "JJS", "NN", "NNP", "DT", "RB", "HYPH", "CD", "VBN"})
PAST_WORDS = frozenset({"until", "once", "previously", "formerly"})
# «was director from 2013»; but «then bought it from a friend».
PAST_WORDS_OF_POSTS = PAST_WORDS | {"from", "then"}


def says_past(doc: Doc, start: int) -> bool:
    """Whether a word of the role's own phrase says that it is past: «formerly the supreme commander».

    «a former aide to President Donald Trump» says nothing of the president, «Then the president …» neither.
    """
    for i in range(start - 1, max(doc[start].sent.start, start - PAST_WINDOW) - 1, -1):
        if doc[i].tag_ not in ROLE_PHRASE_TAGS:
            return False
        if titles.is_past(doc[i].text) and not (doc[i].tag_ == "RB" and doc[i].is_sent_start):
            return True
    return False


def was(role: Token) -> bool:
    """«was the director of the FBI from 2013 to 2017», «served as the chair»."""
    verb = role.head
    if role.dep_ == "pobj" and verb.lower_ == "as":
        return bool(verb.head.tag_ == "VBD")
    if role.dep_ != "attr" or verb.lemma_ != "be":
        return False
    had_been = verb.tag_ == "VBN" and any(child.lower_ == "had" for child in verb.children)
    return had_been or (verb.tag_ == "VBD" and ended(verb, PAST_WORDS_OF_POSTS))


def ended(verb: Token, past_words: frozenset[str] = PAST_WORDS) -> bool:
    """«was married to … until 1990»: a word beside the verb says that it is over."""
    clause = verb.head if verb.dep_ == "acomp" else verb
    return any(child.lower_ in past_words for child in (*verb.children, *clause.children))
