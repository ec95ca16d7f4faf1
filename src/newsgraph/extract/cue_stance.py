"""What a cue makes of what is reported with it: said, denied, promised, or not said at all («declined to say»)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsgraph.extract.clauses import infinitive, is_nobody, subject_of_verb
from newsgraph.extract.cue_lexicon import Cue, adjective_cue, cue_at
from newsgraph.extract.cue_saying import how_said
from newsgraph.extract.lexicons import hedges
from newsgraph.model import Certainty, Stance

Verdict = tuple[Stance, Certainty]
PLAIN = Cue(Stance.ASSERTED)
# Stances that one takes by saying so: who can demand has not demanded.
OF_DEEDS = frozenset({Stance.DEMANDED, Stance.PROMISED, Stance.DENIED, Stance.RETRACTED})


def stance_of_cue(doc: Doc, cue: tuple[int, int]) -> Verdict | None:
    """The stance and certainty of what is reported with a cue; ``None`` when nothing was said.

    «have denied» -> Denied; «did not deny», «declined to say», «if … says» -> ``None``; «his claim that» -> Alleged.
    Words that are in no list, and marks like «:», only introduce what somebody says.
    """
    head = _head(doc, cue)
    if head.lemma_.lower() in hedges("refusing"):
        return _refused(head)
    entry = cue_at(head) or PLAIN
    saying = how_said(head)
    if saying.unsaid or any(is_none(head) for is_none in (_is_deed, _is_bid, _is_look)) or _is_only_wished(doc, cue):
        return None
    if saying.possible:
        return (Stance.SPECULATED, Certainty.POSSIBLE) if entry.attitude and not _is_duty(head) else None
    if saying.negated or any(doc[i].lower_ in ("never", "without") for i in range(*cue)):
        return _negated(head, entry)
    if _is_wrong(head):
        return (Stance.RETRACTED, Certainty.CERTAIN) if _is_correction(head) else (Stance.ALLEGED, Certainty.PROBABLE)
    hearsay = saying.alleged or any(doc[i].lower_ in hedges("hearsay") for i in range(*cue))
    verdict = (Stance.ALLEGED, Certainty.PROBABLE) if hearsay else _put(head, entry)
    is_weaker = verdict is not None and saying.seeming and verdict[1] is Certainty.CERTAIN
    return (verdict[0], Certainty.PROBABLE) if verdict is not None and is_weaker else verdict


def _is_wrong(head: Token) -> bool:
    """«*incorrectly* said»."""
    return any(child.lower_ in hedges("wrongly") for child in head.children)


def _is_correction(head: Token) -> bool:
    """«An earlier *version* of this article incorrectly said»."""
    subject = subject_of_verb(head)
    return subject is not None and subject.lemma_.lower() in hedges("printed")


def _is_faced(word: Token) -> bool:
    """«faced *accusations*»: others' words, by a verb that neither says nor lends them a speaker."""
    verb = word.head
    whose = any(child.dep_ == "poss" for child in word.children)
    if word.pos_ != "NOUN" or word.dep_ != "dobj" or whose or cue_at(verb) is not None:
        return False
    return verb.lemma_.lower() not in hedges("light") | hedges("refusing")


def _is_able(verb: Token) -> bool:
    """«*can* recommend sanctions»: what one could do, and has not done."""
    return any(child.lower_ in hedges("powers") and child.dep_ == "aux" for child in verb.children)


def _negated(head: Token, entry: Cue) -> Verdict | None:
    """«does *not* believe»: what is left of a cue with «not»."""
    unheld = entry.negated is Stance.DENIED or head.lemma_.lower() in hedges("foreseeing")
    if entry.negated is None or (unheld and _is_nobodys_denial(head)):
        return None
    return entry.negated, _certainty_of_denial(entry)


def _put(head: Token, entry: Cue) -> Verdict | None:
    """The stance of a cue's entry, unless what hangs on it makes a demand, a promise or nothing of it."""
    stance = entry.stance
    others = _is_told_as_known(head, entry) or is_nobody(subject_of_verb(head)) or _is_faced(head) or _is_dispute(head)
    if others or (stance in OF_DEEDS and _is_able(head)):
        return None
    if _shall_be_done(head):
        return Stance.DEMANDED, Certainty.CERTAIN
    if stance is Stance.DEMANDED and _is_intention(head):
        return None if _only_forebodes(head) else (Stance.PROMISED, Certainty.PROBABLE)
    if head.lemma_.lower() in hedges("consenting") and infinitive(head) is not None:
        return Stance.PROMISED, Certainty.CERTAIN
    if stance is Stance.PROMISED and entry.attitude and _is_held_that(head):
        return Stance.ASSERTED, Certainty.CERTAIN
    return None if stance is Stance.PROMISED and _only_forebodes(head) else (stance, entry.certainty)


def tells(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a word of the cue is one of speech or thought that we know: «said in a letter»; not «is married to»."""
    return any(cue_at(doc[i]) is not None or doc[i].lower_ == "according" for i in range(*cue))


def says_what(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a noun with a cue is something said: «called it *a hoax*», «did not accept *the account*».

    Whom one thanks or backs is not.
    """
    head = _head(doc, cue)
    entry = cue_at(head)
    return entry is None or bool(entry.contents) or (entry.negated is not None and how_said(head).negated)


def only_says(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a cue leaves it to the content how it is put: «said»; not «according to», «is surprised»."""
    entry = cue_at(_head(doc, cue))
    return doc[cue[0]].lower_ != "according" and (entry is None or not entry.attitude)


def is_only_told(doc: Doc, cue: tuple[int, int], source: tuple[int, int]) -> bool:
    """Whether whom a reader takes for the source is spoken to or of: «*Ana* was asked», «*Ana* is expected to go».

    «Ana was quoted as saying», «Ana is worried» are Ana's own.
    """
    head = _head(doc, cue)
    if head.pos_ != "VERB" or head.lemma_.lower() in hedges("quoting") or adjective_cue(head) is not None:
        return False
    ties = {child.dep_ for child in head.children}
    addressed = head.tag_ == "VBN" and head.lemma_.lower() in hedges("directive") and head.dep_ in ("advcl", "acl")
    if addressed and ties.isdisjoint(("aux", "agent")):
        return True  # «*Asked* to describe him, Ana …»
    return any(child.dep_ == "nsubjpass" and source[0] <= child.i < source[1] for child in head.children)


def tells_of_nobody(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether without a source a cue tells of nobody's words: «*this* shows that …», «it *is expected* that …»."""
    head = _head(doc, cue)
    entry = cue_at(head)
    if entry is None:
        return not head.is_punct and not tells(doc, cue)
    subject = subject_of_verb(head)
    if subject is not None:
        return points(subject)
    is_passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in head.children) or head.dep_ == "acl"
    wanted = entry.stance in (Stance.SPECULATED, Stance.DEMANDED, Stance.PROMISED) or _shall_be_done(head)
    return is_passive and (entry.attitude or wanted)


def points(word: Token) -> bool:
    """«*these* show»: it points to what was told before."""
    return word.lower_ in hedges("pointing")


def _head(doc: Doc, cue: tuple[int, int]) -> Token:
    """The highest word that tells of speech: «did not *dispute* the claim»; «made a *claim*»."""
    tokens = sorted(doc[cue[0] : cue[1]], key=lambda token: (sum(1 for _ in token.ancestors), token.i))
    telling = [token for token in tokens if cue_at(token) is not None or token.lemma_.lower() in hedges("refusing")]
    if not telling:
        return tokens[0]
    word = telling[0].lemma_.lower()
    lends = word in hedges("refusing") | hedges("light")
    return telling[1] if lends and len(telling) > 1 else telling[0]


def _is_only_wished(doc: Doc, cue: tuple[int, int]) -> bool:
    """«*wants* to say», «is *eager* to say»."""
    wished = next((i for i in range(*cue) if doc[i].lemma_.lower() in hedges("wishing")), cue[1])
    said = (doc[i] for i in range(wished + 2, cue[1]) if doc[i].tag_ == "VB" and doc[i - 1].lower_ == "to")
    return any(cue_at(word) is not None and word.lemma_ != "know" for word in said)


def _is_duty(verb: Token) -> bool:
    """«*should* consider»: nobody does yet."""
    return any(child.lower_ == "should" and child.dep_ == "aux" for child in verb.children)


def _is_nobodys_denial(verb: Token) -> bool:
    """«*nobody* believes it», «*was* not *expected*», «*don't* expect it!», «*failed* to think it through».

    What one *had* not expected came all the same.
    """
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in hedges("failing"):
        return True
    subject = subject_of_verb(verb)
    if subject is None:
        return verb.dep_ == "ROOT" or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    unwilling = verb.lemma_ == "agree" and infinitive(verb) is not None  # «did not agree to meet»
    if subject.lower_ == "you" or is_nobody(subject) or _is_able(verb) or unwilling:
        return True  # «cannot believe it»
    past = verb.tag_ in ("VBD", "VBN") or any(child.lower_ == "did" for child in verb.children)
    never = any(child.lower_ == "never" for child in verb.children)
    return never or (past and verb.lemma_.lower() in hedges("foreseeing"))


def _is_told_as_known(word: Token, entry: Cue) -> bool:
    """«the now *debunked* story»: the writer takes it for settled."""
    return entry.stance in (Stance.DENIED, Stance.CONFIRMED, Stance.RETRACTED) and word.dep_ == "amod"


def _is_dispute(verb: Token) -> bool:
    """«*disagree* about the bill»: what it is about is no claim."""
    about = (child.lower_ for child in verb.children if child.dep_ == "prep")
    return verb.lemma_ == "disagree" and not {"about", "on", "over"}.isdisjoint(about)


def _is_intention(verb: Token) -> bool:
    """«*wants* to close the mill»; not «wants *them* to close it»."""
    deed = infinitive(verb)
    return verb.lemma_.lower() in hedges("intending") and deed is not None and subject_of_verb(deed) is None


def _only_forebodes(verb: Token) -> bool:
    """«*promises* to be expensive»; «we *want* to thank you» is no intention either."""
    deed = infinitive(verb)
    return deed is not None and deed.lemma_ in ("be", "thank")


def _is_look(verb: Token) -> bool:
    """«*seemed* tired»: how somebody looks."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in hedges("looks")


def _is_bid(verb: Token) -> bool:
    """«*expect* more of it!»"""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and all(c.dep_ not in ("nsubj", "aux") for c in verb.children)


def _is_deed(verb: Token) -> bool:
    """«sought *to calm* them»: what one does oneself."""
    return verb.lemma_.lower() in hedges("striving") and infinitive(verb) is not None


def _refused(verb: Token) -> Verdict | None:
    """«refused to believe it» denies it; «declined to comment», «refused to sign» say nothing of what is so."""
    refused = infinitive(verb)
    saying = how_said(verb)
    if saying.negated or saying.unsaid or refused is None or refused.lemma_.lower() not in hedges("accepting"):
        return None
    return Stance.DENIED, Certainty.CERTAIN


def _shall_be_done(verb: Token) -> bool:
    """«asked Comey *to drop* it», «asked *that he drop* it», «suggested he *drop* it»."""
    if infinitive(verb) is not None:
        told = verb.lemma_ == "ask" or any(c.dep_ in ("dobj", "dative", "nsubjpass") for c in verb.children)
        return verb.pos_ == "VERB" and told and verb.lemma_.lower() in hedges("directive")
    advised = [c for c in verb.rights if verb.lemma_.lower() in hedges("advising")]
    if any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in advised):
        return True  # «suggested *banning* it»
    clauses = (c for c in advised if c.dep_ == "ccomp")
    return any(
        (c.tag_ == "VB" and all(child.dep_ not in ("aux", "auxpass") for child in c.children))
        or (verb.lemma_ == "ask" and any(child.lower_ == "that" and child.dep_ == "mark" for child in c.children))
        for c in clauses
    )


def _is_held_that(verb: Token) -> bool:
    """«decided *that* it is so»."""
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    return any(c.lower_ == "that" and c.dep_ == "mark" for clause in clauses for c in clause.children)


def _certainty_of_denial(entry: Cue) -> Certainty:
    if entry.negated is Stance.DENIED:
        return entry.certainty
    return Certainty.CERTAIN if entry.negated is Stance.ASSERTED else Certainty.POSSIBLE
