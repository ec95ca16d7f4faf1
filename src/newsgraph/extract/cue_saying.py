"""Whether what a cue tells was said at all: «did *not* say», «*may* say», «*refused* to say», «*wants* to say»."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from newsgraph.extract.clauses import has_to, is_nobody
from newsgraph.extract.lexicons import hedges

LONGEST_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """Whether it was said: «did *not* say», «*may* say», «*reportedly* said», «*seemed* to say»."""

    negated: bool = False
    possible: bool = False
    unsaid: bool = False
    alleged: bool = False
    seeming: bool = False


def how_said(head: Token) -> Saying:
    """Looks at the cue's head and upwards through what governs it: «*refused* to confirm», «*without* denying»."""
    negated = possible = alleged = seeming = False
    unsaid = _goes_on(head)
    word = head
    for _ in range(LONGEST_CLIMB):
        negated ^= is_negated(word)
        unsaid |= _is_open(word)
        possible |= _is_possible(word)
        alleged |= any(child.lower_ in hedges("hearsay") for child in word.children)
        governor = _governor(word)
        if governor is None:
            break
        step, above = governor
        negated ^= step == "refused"
        seeming |= step == "seeming"
        if step in ("unsaid", "alleged"):
            # «could not resist saying» was said.
            unsaid |= step == "unsaid" and not (above.lemma_.lower() in hedges("avoiding") and is_negated(above))
            alleged |= step == "alleged"
            break
        # «did not confirm or deny» share «not»; «did not resign and denied» do not.
        if step == "joined" and not any(c.lower_ in ("or", "nor") for c in above.children if c.dep_ == "cc"):
            unsaid |= _is_open(above)
            possible |= word.tag_ == "VB" and _is_possible(above)
            break
        word = above
    return Saying(negated, possible, unsaid or _is_asked(head), alleged, seeming)


def is_negated(word: Token) -> bool:
    """«did *not* say», «*never* said», «*no* claim», «*nobody* said», «has *yet* to say»; not «not only said»."""
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor"):
            following = word.doc[child.i + 1] if child.i + 1 < len(word.doc) else child
            if following.lower_ not in ("only", "just", "merely", "surprisingly"):
                return True
        if child.lower_ == "no" and child.dep_ in ("det", "advmod", "neg"):
            return True
        if child.lower_ in ("more", "longer") and any(c.lower_ == "no" for c in child.children):
            return True
        if child.lower_ == "yet" and word.doc[child.i - 1].lemma_ == "have" and word.doc[child.i + 1].lower_ == "to":
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and is_nobody(child):
            return True
    return False


def _is_open(word: Token) -> bool:
    """«if he says», «whether he said»."""
    return any(
        child.lower_ in ("if", "unless", "whether", "like") and child.dep_ in ("mark", "advmod")
        for child in word.children
    )


def _goes_on(head: Token) -> bool:
    """«Lund *continued* her efforts»: no word of hers."""
    return head.lemma_ == "continue" and any(child.dep_ == "dobj" and child.pos_ == "NOUN" for child in head.children)


def _is_possible(word: Token) -> bool:
    """«may say», «would not say»; «would later say» and «would only say» were said."""
    words = {child.lower_: child.dep_ for child in word.children}
    if {"later", "only", "eventually", "often", "soon"} & words.keys():
        return False
    return any(words.get(aux) == "aux" for aux in ("may", "might", "could", "should", "would", "'d"))


def _is_asked(head: Token) -> bool:
    """«Did Trump say so?»; not «he asked, "Did Trump say so?"», where the mark stands in what is quoted."""
    if head.is_punct:
        return False
    doc, sentence = head.doc, head.sent
    words = (doc[i] for i in range(sentence.end - 1, sentence.start - 1, -1))
    last = next((token for token in words if not token.is_space and not token.is_quote), None)
    if last is None or last.text != "?":
        return False
    marks: int = sum(doc[i].text == '"' for i in range(head.i + 1, last.i))
    return marks % 2 == 0


def _governor(word: Token) -> tuple[str, Token] | None:
    """What a verb hangs on, and what that makes of it; ``None`` for a verb that stands by itself."""
    above = word.head
    if above == word:
        return None
    if word.dep_ == "conj":
        has_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children)
        return None if has_subject or above.pos_ != word.pos_ or above.tag_ != word.tag_ else ("joined", above)
    if word.pos_ not in ("VERB", "AUX"):
        return _governor_of_noun(word)
    if word.dep_ == "pcomp" or (word.dep_ in ("xcomp", "ccomp") and word.tag_ == "VBG"):
        return _governor_of_gerund(word)
    if has_to(word) and word.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "csubj"):
        return _governor_of_infinitive(word)
    return None


def _governor_of_infinitive(word: Token) -> tuple[str, Token]:
    above = word.head
    lemma = above.lemma_.lower()
    if lemma in hedges("refusing"):
        return "refused", above
    if lemma in hedges("seeming"):
        return "seeming", above
    if lemma in hedges("telling") and any(child.dep_ == "auxpass" for child in above.children):
        return "alleged", above
    if lemma == "have":
        return ("through" if above.tag_ == "VBD" else "unsaid"), above
    if word.dep_ in ("acl", "relcl"):
        return ("through" if above.lower_ in hedges("ranking") else "unsaid"), above
    occasions = hedges("going_on") if word.dep_ != "advcl" else hedges("going_on") | hedges("occasions")
    return ("through" if lemma in occasions else "unsaid"), above


def _governor_of_gerund(word: Token) -> tuple[str, Token] | None:
    """«*without* saying», «*avoided* saying», «*refrained* from saying», «*accused* of saying»."""
    if word.dep_ != "pcomp":
        return "unsaid" if word.head.lemma_.lower() in hedges("avoiding") else "through", word.head
    preposition = word.head
    verb = preposition.head
    if preposition.lower_ in ("without", "instead", "than", "short") or verb.lower_ in ("short", "instead"):
        return "unsaid", verb
    if verb.lemma_.lower() in hedges("avoiding"):
        return "unsaid", verb
    return ("alleged", verb) if verb.lemma_.lower() in ("accuse", "suspect") else None


def _governor_of_noun(word: Token) -> tuple[str, Token] | None:
    """«did not *make* the claim», «is not *sure*»: the verb on which a noun or adjective hangs."""
    above = word.head
    if above.pos_ in ("VERB", "AUX") and word.dep_ in ("dobj", "attr", "acomp"):
        return ("refused", above) if above.lemma_.lower() in hedges("refusing") else ("through", above)
    return None
