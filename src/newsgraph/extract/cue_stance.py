"""What a cue makes of what is reported with it: said, denied, promised, or not said at all («declined to say»)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.cue_lexicon import Cue, adjective_cue, cue_at
from newsgraph.extract.lexicons import read_toml
from newsgraph.model import Certainty, Stance

Verdict = tuple[Stance, Certainty]
PLAIN = Cue(Stance.ASSERTED)
LONGEST_CLIMB = 6


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("hedges.toml")[key])


@dataclass(frozen=True, slots=True)
class _Saying:
    """Whether it was said: «did *not* say», «*may* say», «*reportedly* said», «*seemed* to say»."""

    negated: bool = False
    possible: bool = False
    unsaid: bool = False
    alleged: bool = False
    seeming: bool = False


def stance_of_cue(doc: Doc, cue: tuple[int, int]) -> Verdict | None:
    """The stance and certainty of what is reported with a cue; ``None`` when nothing was said.

    «have denied» -> Denied; «did not deny», «declined to say», «if … says» -> ``None``; «his claim that» -> Alleged.
    Words that are in no list, and marks like «:», only introduce what somebody says.
    """
    head = _head(doc, cue)
    if head.lemma_.lower() in _words("refusing"):
        return _refused(head)
    entry = cue_at(head) or PLAIN
    saying = _saying(head)
    if saying.unsaid or _is_only_wished(doc, cue) or _is_deed(head) or _is_bid(head) or _is_look(head):
        return None
    if saying.possible:
        return (Stance.SPECULATED, Certainty.POSSIBLE) if entry.attitude and not _is_duty(head) else None
    if saying.negated or any(doc[i].lower_ in ("never", "without") for i in range(*cue)):
        unheld = entry.negated is None or (entry.negated is Stance.DENIED and _is_nobodys_denial(head))
        return None if unheld or entry.negated is None else (entry.negated, _certainty_of_denial(entry))
    if saying.alleged or any(doc[i].lower_ in _words("hearsay") for i in range(*cue)):
        return Stance.ALLEGED, Certainty.PROBABLE
    stance, certainty = entry.stance, entry.certainty
    if _shall_be_done(head):
        stance, certainty = Stance.DEMANDED, Certainty.CERTAIN
    elif head.lemma_.lower() in _words("consenting") and _infinitive(head) is not None:
        stance, certainty = Stance.PROMISED, Certainty.CERTAIN
    elif stance is Stance.PROMISED and entry.attitude and _is_held_that(head):
        stance, certainty = Stance.ASSERTED, Certainty.CERTAIN
    if saying.seeming and certainty is Certainty.CERTAIN:
        certainty = Certainty.PROBABLE
    return stance, certainty


def tells(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a word of the cue is one of speech or thought that we know: «said in a letter»; not «is married to»."""
    return any(cue_at(doc[i]) is not None or doc[i].lower_ == "according" for i in range(*cue))


def says_what(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a noun with a cue is something said: «called it *a hoax*», «did not accept *the account*».

    Whom one thanks or backs is not.
    """
    head = _head(doc, cue)
    entry = cue_at(head)
    return entry is None or bool(entry.contents) or (entry.negated is not None and _saying(head).negated)


def only_says(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether a cue leaves it to the content how it is put: «said»; not «according to», «is surprised»."""
    entry = cue_at(_head(doc, cue))
    return doc[cue[0]].lower_ != "according" and (entry is None or not entry.attitude)


def is_only_told(doc: Doc, cue: tuple[int, int], source: tuple[int, int]) -> bool:
    """Whether whom a reader takes for the source is spoken to or of: «*Ana* was asked», «*Ana* is expected to go».

    «Ana was quoted as saying», «Ana is worried» are Ana's own.
    """
    head = _head(doc, cue)
    if head.pos_ != "VERB" or head.lemma_.lower() in _words("quoting") or adjective_cue(head) is not None:
        return False
    return any(child.dep_ == "nsubjpass" and source[0] <= child.i < source[1] for child in head.children)


def tells_of_nobody(doc: Doc, cue: tuple[int, int]) -> bool:
    """Whether without a source a cue tells of nobody's words: «*this* shows that …», «it *is expected* that …»."""
    head = _head(doc, cue)
    entry = cue_at(head)
    if entry is None:
        return not head.is_punct and not tells(doc, cue)
    ties = {child.dep_: child for child in head.children}
    return ("nsubj" in ties and points(ties["nsubj"])) or (
        entry.attitude and ("auxpass" in ties or "nsubjpass" in ties)
    )


def points(word: Token) -> bool:
    """«*these* show»: it points to what was told before."""
    return word.lower_ in _words("pointing")


def stance_of_content(
    doc: Doc, content: tuple[int, int], is_speaker: Callable[[Token], bool], *, direct: bool
) -> Verdict | None:
    """What the main clause of a content makes of it, for cues that only say; ``None``: nothing special.

    «said he *will* run» -> Promised, «said it *may* fail» -> Speculated, «said Congress *must* act» -> Demanded.
    """
    span = doc[content[0] : content[1]]
    if any(token.text in ".?!" and token.is_punct for token in span[:-1]):
        return None  # Several sentences: no one clause speaks for them all.
    if direct and any(doc[i].text == "?" for i in range(content[1] - 1, min(content[1] + 1, len(doc)))):
        return Stance.QUESTIONED, Certainty.POSSIBLE
    root = span.root
    beside = [c for c in root.lefts if c.dep_ in ("aux", "advmod") and c.i >= content[0]]
    beside += [c for c in root.rights if c.dep_ == "acomp" and c.i < content[1]]
    subject = next((child for child in root.children if child.dep_ == "nsubj"), root)
    own = subject.lower_ in ("i", "we") if direct else is_speaker(subject)
    words = {child.lower_ for child in beside}
    if any(child.dep_ == "neg" for child in root.children) or subject.lower_ in ("nothing", "you", "i", "we"):
        words -= {"could"}  # What was not, or what one was able to.
    deed = _infinitive(root) if root.lemma_.lower() == "continue" else root
    does = deed is not None and deed.lemma_.lower() not in _words("states")
    if words & (_words("perhaps") | _words("probable")):
        return Stance.SPECULATED, Certainty.POSSIBLE if words & _words("perhaps") else Certainty.PROBABLE
    if does and not own and words & _words("duty") and words.isdisjoint(("have", "'ve")):
        return Stance.DEMANDED, Certainty.CERTAIN
    commits = does and own and _commits(root, words - _words("conditional") if direct else words)
    return (Stance.PROMISED, Certainty.CERTAIN) if commits else None


def _commits(root: Token, words: set[str]) -> bool:
    """«I *will* sign», «he *would* sign», without an «if»."""
    if any(c.dep_ == "mark" and c.lower_ == "if" for child in root.children for c in child.children):
        return False
    return bool(words & _words("future")) or _is_going_to(root)


def _is_going_to(verb: Token) -> bool:
    complement = _infinitive(verb)
    return (
        verb.lower_ == "going"
        and complement is not None
        and complement.lemma_.lower() not in _words("states")
        and all(child.dep_ != "neg" for child in verb.children)
    )


def _head(doc: Doc, cue: tuple[int, int]) -> Token:
    """The highest word that tells of speech: «did not *dispute* the claim»; «made a *claim*»."""
    tokens = sorted(doc[cue[0] : cue[1]], key=lambda token: (sum(1 for _ in token.ancestors), token.i))
    telling = [token for token in tokens if cue_at(token) is not None or token.lemma_.lower() in _words("refusing")]
    if not telling:
        return tokens[0]
    if telling[0].lemma_.lower() in (*_words("refusing"), *_words("light")) and len(telling) > 1:
        return telling[1]
    return telling[0]


def _is_only_wished(doc: Doc, cue: tuple[int, int]) -> bool:
    """«*wants* to say», «is *eager* to say»."""
    wished = next((i for i in range(*cue) if doc[i].lemma_.lower() in _words("wishing")), cue[1])
    said = (doc[i] for i in range(wished + 2, cue[1]) if doc[i].tag_ == "VB" and doc[i - 1].lower_ == "to")
    return any(cue_at(word) is not None and word.lemma_ != "know" for word in said)


def _is_duty(verb: Token) -> bool:
    """«*should* consider»: nobody does yet."""
    return any(child.lower_ == "should" and child.dep_ == "aux" for child in verb.children)


def _is_nobodys_denial(verb: Token) -> bool:
    """«*nobody* believes it», «*was* not *expected*», «*don't* expect it!», «*failed* to think it through».

    What one *had* not expected came all the same.
    """
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _words("failing"):
        return True
    ties = {child.dep_: child for child in verb.children}
    subject = ties.get("nsubj")
    if subject is None:
        return "nsubjpass" in ties or "auxpass" in ties or verb.dep_ == "ROOT"
    general = subject.lower_ == "you" or any(child.lower_ in ("no", "neither") for child in subject.children)
    if general or subject.lower_ in _words("nobody"):
        return True
    past = verb.tag_ in ("VBD", "VBN") or any(child.lower_ == "did" for child in verb.children)
    never = any(child.lower_ == "never" for child in verb.children)
    return never or (past and verb.lemma_.lower() in _words("foreseeing"))


def _is_look(verb: Token) -> bool:
    """«*seemed* tired»: how somebody looks."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _words("looks")


def _is_bid(verb: Token) -> bool:
    """«*expect* more of it!»"""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and all(c.dep_ not in ("nsubj", "aux") for c in verb.children)


def _is_deed(verb: Token) -> bool:
    """«sought *to calm* them»: what one does oneself."""
    return verb.lemma_.lower() in _words("striving") and _infinitive(verb) is not None


def _refused(verb: Token) -> Verdict | None:
    """«refused to believe it» denies it; «declined to comment», «refused to sign» say nothing of what is so."""
    refused = _infinitive(verb)
    saying = _saying(verb)
    if saying.negated or saying.unsaid or refused is None or refused.lemma_.lower() not in _words("accepting"):
        return None
    return Stance.DENIED, Certainty.CERTAIN


def _infinitive(verb: Token) -> Token | None:
    """«asked Comey *to drop* it»."""
    return next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and _has_to(child)), None)


def _shall_be_done(verb: Token) -> bool:
    """«asked Comey *to drop* it», «asked *that he drop* it», «suggested he *drop* it»."""
    if _infinitive(verb) is not None:
        return verb.lemma_.lower() in _words("directive")
    clauses = (c for c in verb.rights if c.dep_ == "ccomp" and verb.lemma_.lower() in _words("advising"))
    return any(
        (c.tag_ == "VB" and all(child.dep_ not in ("aux", "auxpass") for child in c.children))
        or (verb.lemma_ == "ask" and any(child.lower_ == "that" and child.dep_ == "mark" for child in c.children))
        for c in clauses
    )


def _is_held_that(verb: Token) -> bool:
    """«decided *that* it is so»."""
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    return any(c.lower_ == "that" and c.dep_ == "mark" for clause in clauses for c in clause.children)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _certainty_of_denial(entry: Cue) -> Certainty:
    if entry.negated is Stance.DENIED:
        return entry.certainty
    return Certainty.CERTAIN if entry.negated is Stance.ASSERTED else Certainty.POSSIBLE


def _saying(head: Token) -> _Saying:
    """Looks at the cue's head and upwards through what governs it: «*refused* to confirm», «*without* denying»."""
    negated = unsaid = possible = alleged = seeming = False
    word = head
    for _ in range(LONGEST_CLIMB):
        negated ^= _is_negated(word)
        unsaid |= _is_open(word)
        possible |= _is_possible(word)
        alleged |= any(child.lower_ in _words("hearsay") for child in word.children)
        governor = _governor(word)
        if governor is None:
            break
        step, above = governor
        negated ^= step == "refused"
        seeming |= step == "seeming"
        if step in ("unsaid", "alleged"):
            # «could not resist saying» was said.
            unsaid |= step == "unsaid" and not (above.lemma_.lower() in _words("avoiding") and _is_negated(above))
            alleged |= step == "alleged"
            break
        # «did not confirm or deny» share «not»; «did not resign and denied» do not.
        if step == "joined" and not any(c.lower_ in ("or", "nor") for c in above.children if c.dep_ == "cc"):
            unsaid |= _is_open(above)
            possible |= word.tag_ == "VB" and _is_possible(above)
            break
        word = above
    return _Saying(negated, possible, unsaid or _is_asked(head), alleged, seeming)


def _is_negated(word: Token) -> bool:
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
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in _words("nobody")
            or any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in child.children)
        ):
            return True
    return False


def _is_open(word: Token) -> bool:
    """«if he says», «whether he said»."""
    return any(
        child.lower_ in ("if", "unless", "whether", "like") and child.dep_ in ("mark", "advmod")
        for child in word.children
    )


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
    sentence = list(head.sent)
    last = next((t for t in reversed(sentence) if not t.is_space and not t.is_quote), None)
    if last is None or last.text != "?":
        return False
    marks: int = sum(token.text == '"' for token in sentence if head.i < token.i < last.i)
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
    if _has_to(word) and word.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return _governor_of_infinitive(word)
    return None


def _governor_of_infinitive(word: Token) -> tuple[str, Token]:
    above = word.head
    lemma = above.lemma_.lower()
    if lemma in _words("refusing"):
        return "refused", above
    if lemma in _words("seeming"):
        return "seeming", above
    if lemma in _words("telling") and any(child.dep_ == "auxpass" for child in above.children):
        return "alleged", above
    if lemma == "have":
        return ("through" if above.tag_ == "VBD" else "unsaid"), above
    if word.dep_ in ("acl", "relcl"):
        return ("through" if above.lower_ in _words("ranking") else "unsaid"), above
    occasions = _words("going_on") if word.dep_ != "advcl" else _words("going_on") | _words("occasions")
    return ("through" if lemma in occasions else "unsaid"), above


def _governor_of_gerund(word: Token) -> tuple[str, Token] | None:
    """«*without* saying», «*avoided* saying», «*refrained* from saying», «*accused* of saying»."""
    if word.dep_ != "pcomp":
        return "unsaid" if word.head.lemma_.lower() in _words("avoiding") else "through", word.head
    preposition = word.head
    verb = preposition.head
    if preposition.lower_ in ("without", "instead", "than", "short") or verb.lower_ in ("short", "instead"):
        return "unsaid", verb
    if verb.lemma_.lower() in _words("avoiding"):
        return "unsaid", verb
    return ("alleged", verb) if verb.lemma_.lower() in ("accuse", "suspect") else None


def _governor_of_noun(word: Token) -> tuple[str, Token] | None:
    """«did not *make* the claim», «is not *sure*»: the verb on which a noun or adjective hangs."""
    above = word.head
    if above.pos_ in ("VERB", "AUX") and word.dep_ in ("dobj", "attr", "acomp"):
        return ("refused", above) if above.lemma_.lower() in _words("refusing") else ("through", above)
    return None
