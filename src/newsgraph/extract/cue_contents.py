"""Where the words stand that a cue reports, and whose cue it is: read from the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.clauses import has_to
from newsgraph.extract.cue_lexicon import Cue, noun_cue
from newsgraph.extract.sources import cue_words
from newsgraph.extract.surface import tokens_of, whole_text
from newsgraph.model import Stance

# «— Ana Cole (@anacole) May 3, 2017» under a tweet that is shown.
TWEET_AUTHOR = re.compile(
    r"(?:—|–|--|-) ?(?P<name>[^\n@()]{2,50}?) \((?P<handle>@\w{2,15})\) "
    r"(?:on )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}"
)
# A tweet had 140 characters, then 280; links and wrapped lines come on top.
LONGEST_TWEET = 400
# Verbs that lend a noun its speaker: «Ana *made* the claim that …».
LIGHT_VERBS = frozenset(
    {"make", "issue", "repeat", "express", "raise", "voice", "reiterate", "advance", "renew", "offer"}
)
CAUSE_OF_SPEECH = frozenset({"quote", "cite", "record", "describe"})


@dataclass(frozen=True, slots=True)
class Report:
    """Who says, the cue and the content in tokens."""

    source: Token
    cue: tuple[int, int]
    content: tuple[int, int]


def subject_of(verb: Token) -> Token | None:
    """Who says: the subject, that of the verb it is joined to («denied …, saying …»), or the «who» clause's noun.

    Of a passive («was accused *by Ana*») it is the agent; whoever is told or accused says nothing.
    """
    for depth in range(3):
        subject = _own_subject(verb, told=depth > 0)
        if subject is not None:
            return subject
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
            return None
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in CAUSE_OF_SPEECH:
            verb = verb.head.head
        elif verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and (verb.tag_ == "VBG" or has_to(verb))):
            verb = verb.head
        else:
            break
    return None


def _own_subject(verb: Token, *, told: bool) -> Token | None:
    """The verb's subject or agent; a passive's only below another verb («*he* was forced to admit»)."""
    # «NBC News' *Andrea Cole* said» is parsed with two subjects.
    for child in reversed(list(verb.children)):
        if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and told):
            return verb.head if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
    agent = next((child for child in verb.children if child.dep_ == "agent"), verb)
    return next((child for child in agent.children if child.dep_ == "pobj" and agent != verb), None)


def content_of_verb(verb: Token, cue: Cue) -> tuple[int, int] | None:
    """The tokens of what a reporting verb reports."""
    for child in (*verb.rights, *verb.lefts):
        if "clause" in cue.contents and _is_clause(child):
            content = _clause_range(child, verb)
            return None if content is None or _is_cut_off(verb, content) else content
        if child.dep_ == "xcomp" and (
            ("infinitive" in cue.contents and child.tag_ == "VB") or ("gerund" in cue.contents and child.tag_ == "VBG")
        ):
            return _with_object(verb, cue, _clause_range(child, verb))
    if verb.dep_ == "parataxis" or (verb.dep_ in ("ccomp", "advcl") and _is_aside(verb)):
        return _rest_of_sentence(verb)
    if "noun" in cue.contents:
        for child in verb.children:
            if child.dep_ == "dobj" and child.lemma_.lower() in _nouns_of_words_and_deeds():
                return _clause_range(child, verb)
    return _content_of_preposition(verb, cue)


@cache
def _nouns_of_words_and_deeds() -> frozenset[str]:
    kinds = ("said", "deeds", "undertaken")
    return frozenset(noun for kind in kinds for noun in cue_words("noun_content", kind))


def _with_object(verb: Token, cue: Cue, content: tuple[int, int] | None) -> tuple[int, int] | None:
    """«urged *Congress* to act»: whoever shall act belongs to what is demanded."""
    target = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if content is None or target is None or cue.stance is not Stance.DEMANDED or target.i > content[0]:
        return content
    return target.left_edge.i, content[1]


def _content_of_preposition(verb: Token, cue: Cue) -> tuple[int, int] | None:
    """«accused *Smith of lying*», «called on *Congress to act*», «called for *calm*»."""
    preposition = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in cue.contents), None)
    if preposition is None or preposition.right_edge.i == preposition.i:
        return None
    start, end = preposition.i + 1, preposition.right_edge.i + 1
    for child in verb.rights:
        if child.dep_ == "dobj" and "of" in cue.contents and child.i < preposition.i:
            start = child.left_edge.i
        elif child.dep_ in ("xcomp", "advcl") and child.left_edge.i == end and has_to(child):
            end = child.right_edge.i + 1
    return tidy(verb.doc, start, end)


def _is_cut_off(verb: Token, content: tuple[int, int]) -> bool:
    """«The talks failed; Ana responded by …»: what stands before a semicolon is not reported."""
    return content[1] <= verb.i and any(token.text == ";" for token in verb.doc[content[1] : verb.i])


def _is_clause(child: Token) -> bool:
    """A clause with a verb in it; «denied America *the vote*» is none."""
    reported = child.dep_ == "ccomp" or (child.dep_ == "advcl" and _begins_with_that(child))
    return reported and any(token.pos_ in ("VERB", "AUX") for token in child.subtree)


def _begins_with_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _is_aside(verb: Token) -> bool:
    """«…, CNN reported Tuesday.»: the verb closes the sentence and its subject stands right before it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.i > verb.i or any(c.dep_ in ("mark", "ccomp", "dobj") for c in verb.children):
        return False
    left: int = subject.left_edge.i
    return left > 0 and verb.doc[left - 1].text == "," and left > verb.sent.start + 3 and verb.head.i < left


def _rest_of_sentence(verb: Token) -> tuple[int, int] | None:
    """The side of the report on which its main verb stands: «The talks, CNN reported, *have failed*»."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    if verb.head.i > verb.i:
        return tidy(verb.doc, verb.i + 1, verb.sent.end)
    return tidy(verb.doc, verb.sent.start, subject.left_edge.i)


def _clause_range(head: Token, verb: Token) -> tuple[int, int] | None:
    """The tokens of a clause, up to but without the reporting verb and its subject."""
    inside = {token.i for token in head.subtree}
    outside = {token.i for child in verb.children if child != head for token in child.subtree} | {verb.i}
    inside -= outside
    if not inside:
        return None
    start, end = min(inside), max(inside) + 1
    if start < verb.i < end:
        if head.i > verb.i:
            start = verb.i + 1
        else:
            subject = subject_of(verb)
            end = min(
                verb.i,
                subject.left_edge.i
                if subject is not None and subject.i < verb.i and subject.left_edge.i > start
                else verb.i,
            )
    return tidy(verb.doc, start, end)


def tidy(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The tokens without marks, white space and «that» at their edges, nor a conjunction at their end."""
    while start < end and (
        doc[start].is_punct or doc[start].is_space or (doc[start].dep_ == "mark" and doc[start].lower_ == "that")
    ):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ in ("mark", "cc")):
        end -= 1
    return (start, end) if end - start >= 1 else None


def find_noun_reports(doc: Doc) -> Iterator[Report]:
    """«Smith's *claim* that …», «the *pledge* by Smith to …», «Smith issued a *denial* that …»."""
    for noun in tokens_of(doc, "NOUN"):
        cue = noun_cue(noun)
        clause = _clause_of_noun(noun, cue) if cue is not None else None
        source = _owner_of_noun(noun) if clause is not None else None
        content = tidy(doc, clause.left_edge.i, clause.right_edge.i + 1) if clause is not None else None
        if source is not None and content is not None and content[0] > noun.i:
            yield Report(source, (noun.i, noun.i + 1), content)


def _clause_of_noun(noun: Token, cue: Cue) -> Token | None:
    commits = "infinitive" in cue.contents
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.tag_ != "VBG":
            if child.dep_ != "relcl" and _begins_with_that(child):
                return child
            if commits and has_to(child):
                return child
    return None


def _owner_of_noun(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in LIGHT_VERBS:
        return subject_of(verb)
    return None


def find_tweets(doc: Doc) -> Iterator[Report]:
    """Tweets that an article shows: the words before «— Ana Cole (@anacole) May 3, 2017», in one paragraph."""
    for match in TWEET_AUTHOR.finditer(whole_text(doc)):
        author = doc.char_span(*match.span("name"), alignment_mode="contract")
        cue = doc.char_span(*match.span("handle"), alignment_mode="expand")
        if author is None or cue is None:
            continue
        dash = doc.char_span(match.start(), match.start() + 1, alignment_mode="expand")
        start = dash.start
        while start > 0 and "\n" not in doc[start - 1].text and match.start() - doc[start - 1].idx <= LONGEST_TWEET:
            start -= 1
        content = tidy(doc, start, dash.start)
        if content is not None and match.start() - doc[content[0]].idx <= LONGEST_TWEET:
            yield Report(author.root, (cue.start, cue.end), content)
