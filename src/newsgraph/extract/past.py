"""Whether the text says that a role or a tie is past."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.surface import surface

# «formerly the supreme allied commander»: so many words before the role may say that it is past.
PAST_WINDOW = 8
# «a retired general» is one still.
RANKS = frozenset(
    {
        "gen.", "general", "lt.", "lieutenant", "col.", "colonel", "maj.", "major", "brig.", "brigadier", "capt.",
        "captain", "adm.", "admiral", "sgt.", "sergeant", "officer", "judge", "justice",
    }
)  # fmt: skip
ROLE_PHRASE_TAGS = frozenset({"JJ", "JJS", "NN", "NNP", "DT", "RB", "HYPH", "CD", "VBN"})
PAST_WORDS = frozenset({"until", "once", "previously", "formerly"})
PAST_ADVERBS = frozenset({"then", "once", "previously", "formerly"})
# Verbs of which who leaves a post is the subject (also «stepped down»), and those of which he is the object.
LEAVING, DISMISSING = frozenset({"resign", "retire", "quit"}), frozenset({"fire", "oust", "sack"})
ASIDE = frozenset({"down", "aside"})
# What is left together with a post; not the White House, at noon.
LEFT = frozenset({"administration", "agency", "company", "firm", "job", "office", "post", "position", "role"})
PAST_HELPERS = frozenset({"has", "have", "had", "was", "were", "been"})
# Ties that are over when a post is left.
TIES_OF_POSTS = frozenset(
    {
        "headOf", "headOfStateOf", "headOfGovernmentOf", "ceoOf", "ministerOf", "officialOf", "boardMemberOf",
        "employedBy", "spokespersonFor", "advisorTo", "memberOf", "represents", "coaches", "playsFor",
    }
)  # fmt: skip
# «was director from 2013»; but «then bought it from a friend».
PAST_WORDS_OF_POSTS = PAST_WORDS | {"from", "then"}


def says_past(doc: Doc, start: int) -> bool:
    """Whether a word of the role's own phrase says that it is past: «formerly the supreme commander».

    «a former aide to President Donald Trump» says nothing of the president, «Then the president …» neither.
    """
    phrase = list(_phrase_before(doc, start))
    return any(_says_past_of(word, doc[start]) for word in phrase) or _is_past_of_owner(doc, start - len(phrase) - 1)


def is_to_come(doc: Doc, start: int) -> bool:
    """Whether a word of the role's own phrase says that it is to come: «the *incoming* House caucus chair»."""
    return any(word.lower_ == "incoming" for word in _phrase_before(doc, start))


def _phrase_before(doc: Doc, start: int) -> Iterator[Token]:
    """The words of a role's own phrase before it, the nearest first."""
    first = max(doc[start].sent.start, start - PAST_WINDOW)
    before = (doc[i] for i in range(start - 1, first - 1, -1) if not _is_state_between(doc, i))
    return takewhile(lambda word: word.tag_ in ROLE_PHRASE_TAGS, before)


def _is_state_between(doc: Doc, i: int) -> bool:
    """«former Maricopa County*, Ariz.,* Sheriff»."""
    threes = (doc[first : first + 3].text for first in (i - 2, i - 1, i) if first > 0)
    return any(three[0] == three[-1] == "," and three[-2] == "." for three in threes if len(three) > len(",.,"))


def _is_past_of_owner(doc: Doc, place: int) -> bool:
    """«Cohen, *then* Donald Trump's lawyer»: before whose it was; ``place`` is that of the word before the role."""
    if place < 1 or doc[place].tag_ != "POS":
        return False
    first = next((i for i in range(place - 1, -1, -1) if doc[i].tag_ not in ("NNP", "NNPS")), -1)
    return first > 0 and doc[first].tag_ == "RB" and doc[first].lower_ in PAST_ADVERBS and not doc[first].is_sent_start


def _says_past_of(word: Token, role: Token) -> bool:
    is_dismissed = word.dep_ == "amod" and word.lemma_ in DISMISSING  # «the now-*fired* director»
    is_retired = word.lower_ == "retired" and role.lower_ not in RANKS
    is_adverb_first = word.tag_ == "RB" and word.is_sent_start and word.nbor().text != "-"  # not «Then-CNN reporter»
    is_one_time = word.lower_ == "time" and titles.is_past(surface(word.doc, max(0, word.i - 2), word.i + 1))
    return is_dismissed or is_retired or is_one_time or (titles.is_past(word.text) and not is_adverb_first)


def was(role: Token) -> bool:
    """«was the director of the FBI from 2013 to 2017», «served as the chair»."""
    verb = role.head
    if role.dep_ == "pobj" and verb.lower_ == "as":
        return bool(verb.head.tag_ == "VBD")
    if role.dep_ != "attr" or verb.lemma_ != "be":
        return False
    had_been = verb.tag_ == "VBN" and any(child.lower_ == "had" for child in verb.children)
    return had_been or (verb.tag_ == "VBD" and ended(verb, PAST_WORDS_OF_POSTS))


def was_under(role: Token) -> bool:
    """«the party's chairman *under* President George Bush»: told of by who is no longer there."""
    return any(
        child.lower_ == "under" and any(of.dep_ == "pobj" and of.pos_ == "PROPN" for of in child.children)
        for child in role.children
    )


def has_left(name: Token) -> bool:
    """«FBI Director *Ana Petrov* resigned», «left the job», «the mayor fired her»: told as what took place."""
    verb = name.head
    steps_aside = verb.lemma_ == "step" and any(child.lower_ in ASIDE for child in verb.children)
    leaves = verb.lemma_ == "leave" and any(c.dep_ == "dobj" and c.lower_ in LEFT for c in verb.children)
    of_subject = name.dep_ == "nsubj" and (verb.lemma_ in LEAVING or steps_aside or leaves)
    of_object = name.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in DISMISSING
    return (of_subject or of_object) and _took_place(verb)


def _took_place(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    is_denied = any(child.dep_ == "neg" for child in verb.children)
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & PAST_HELPERS))
    return not is_denied and is_past and helpers <= PAST_HELPERS


def ended(verb: Token, past_words: frozenset[str] = PAST_WORDS) -> bool:
    """«was married to … until 1990»: a word beside the verb says that it is over."""
    clause = verb.head if verb.dep_ == "acomp" else verb
    return any(child.lower_ in past_words for child in (*verb.children, *clause.children))
