"""What may be put with a stance: one denies what was said or held, not a petition; one thinks that it is so."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extract.clauses import subject_of_verb
from newsgraph.extract.sources import cue_words
from newsgraph.model import Stance

# A prepositional phrase that begins with another is no content: «admitted *under these categories*».
BEGINNINGS = frozenset({"of", "to", "in", "that"})


@dataclass(frozen=True, slots=True)
class _Target:
    """What a cue is about: the lemmas of the cue, the content's first word and its main word."""

    cue: frozenset[str]
    first: Token
    head: Token

    @property
    def is_believed_in(self) -> bool:
        return {"believe", "in"} <= self.cue

    def has_cue_of(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.cue)


def can_be_put(doc: Doc, cue: tuple[int, int], content: tuple[int, int], stance: Stance) -> bool:
    """Whether what a cue is about can be put with its stance; any content can be asserted.

    A clause can be denied or taken back («denied *that he lied*», «walked back *raising the age*»); of nouns what was
    said or done. What one thinks, knows or plans is a clause.
    """
    head = _noun_denied(doc, cue) or head_of(doc, content)
    target = _Target(frozenset(word.lemma_.lower() for word in doc[cue[0] : cue[1]]), doc[content[0]], head)
    if stance in (Stance.DENIED, Stance.CONFIRMED, Stance.RETRACTED):
        given = _is_given(doc, cue) or _names_recipient(doc, content)
        return not given and _can_be_rejected(target, stance, content[1] - content[0])
    if stance is Stance.ASSERTED or target.is_believed_in:
        return True
    if stance is Stance.QUESTIONED and target.has_cue_of(cue_words("clause_only", "factive")):
        return _asks(doc, content)
    return is_clause(head) or not target.has_cue_of(cue_words("clause_only", "cues"))


def _asks(doc: Doc, content: tuple[int, int]) -> bool:
    """«did not know *whether* …»; «does not know that it exists» takes it for so."""
    words = doc[content[0] : content[0] + 2]
    return any(word.lower_ in ("whether", "if") or word.tag_.startswith("W") for word in words)


def _can_be_rejected(target: _Target, stance: Stance, length: int) -> bool:
    head, first = target.head, target.first
    about = not {"agree", "disagree"}.isdisjoint(target.cue) and not {"on", "over"}.isdisjoint(target.cue)
    # «acknowledged *no* such thing»
    none = any(child.lower_ == "no" and child.dep_ == "det" for child in head.children)
    decided = target.has_cue_of(_nouns("decided")) or head.lemma_.lower() in _nouns("decided")
    if about or none or decided or (first.pos_ == "ADP" and first.lower_ not in BEGINNINGS):
        return False
    if {"think", "believe"} & target.cue and "in" not in target.cue and not is_clause(head):
        return head.lemma_.lower() in _nouns("said")  # «do not think highly *of him*»
    if is_clause(head):
        by_doing: bool = head.dep_ == "pcomp" and head.head.lower_ == "by"
        return not by_doing
    if head.pos_ in ("NOUN", "PROPN"):
        return _is_said_or_done(head.lemma_.lower(), target, stance)
    return head.lower_ in BEGINNINGS or (head.pos_ == "PRON" and length > 1)


def is_called(doc: Doc, cue: tuple[int, int], content: tuple[int, int]) -> bool:
    """«dismissed the sale *as* a hoax»: what somebody calls it, where what it is stands there too."""
    words = doc[content[0] + 1 : content[1]]
    return any(word.lower_ == "as" and cue[0] <= word.head.i < cue[1] for word in words)


def _nouns(kind: str) -> frozenset[str]:
    return cue_words("noun_content", kind)


def head_of(doc: Doc, content: tuple[int, int]) -> Token:
    """The main word: «any of the *charges*», «a set of *memos*»."""
    root = doc[content[0] : content[1]].root
    is_part = root.lemma_.lower() in cue_words("noun_content", "parts")
    of = next((child for child in root.rights if child.lower_ == "of" and is_part), root)
    return next((child for child in of.rights if child.dep_ == "pobj" and of is not root), root)


def _noun_denied(doc: Doc, cue: tuple[int, int]) -> Token | None:
    """«a *request* denied by Ana»: the noun on which a participle hangs."""
    verbs = (word for word in doc[cue[0] : cue[1]] if word.tag_ == "VBN" and word.dep_ == "acl")
    return next((verb.head for verb in verbs if verb.head.pos_ == "NOUN"), None)


def is_clause(head: Token) -> bool:
    """Whether a word is the verb of a clause, or what it says of its subject: «the mill is *safe*»."""
    return head.pos_ in ("VERB", "AUX") or any(child.dep_ in ("nsubj", "nsubjpass") for child in head.children)


def _is_said_or_done(noun: str, target: _Target, stance: Stance) -> bool:
    """«believe *in* …» may be anything, and so may what one confirms or denies outright; one «admits» guests too."""
    kinds = ("said", "undertaken") if stance is Stance.RETRACTED else ("said", "deeds")
    confirms = stance is Stance.CONFIRMED and "admit" not in target.cue
    outright = confirms or target.is_believed_in or target.has_cue_of(_nouns("denying"))
    return (stance is not Stance.RETRACTED and outright) or any(noun in _nouns(kind) for kind in kinds)


def _is_given(doc: Doc, cue: tuple[int, int]) -> bool:
    """«denies *women* the vote», «*we* are denied the vote»: it is kept from somebody."""
    return any(_is_kept_from_somebody(word) for word in doc[cue[0] : cue[1]] if word.pos_ == "VERB")


def _names_recipient(doc: Doc, content: tuple[int, int]) -> bool:
    """«America *the* vote»: two things side by side, to whom and what; not «the story *the* Times ran»."""
    if is_clause(doc[content[0] : content[1]].root):
        return False
    words = (doc[i] for i in range(content[0] + 1, content[1]) if doc[i].tag_ in ("DT", "PRP$"))
    beside = ((word, doc[word.i - 1]) for word in words if word.head.dep_ not in ("nsubj", "nsubjpass"))
    return any(before.pos_ in ("NOUN", "PROPN", "PRON") and word.lower_ != "that" for word, before in beside)


def _is_kept_from_somebody(verb: Token) -> bool:
    ties = [child.dep_ for child in verb.children]
    subject = subject_of_verb(verb)
    if verb.dep_ == "relcl" and "dobj" in ties and (subject is None or subject.tag_ not in ("WP", "WDT")):
        return True  # «a power that Congress denied the program»
    return (
        "dative" in ties or ties.count("dobj") > 1 or ("dobj" in ties and not {"nsubjpass", "auxpass"}.isdisjoint(ties))
    )
