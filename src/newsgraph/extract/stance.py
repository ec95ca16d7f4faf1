"""Stance and certainty of what is said: hedges, denials, conditions, futures."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from newsgraph.extract.clauses import has_to, is_nobody
from newsgraph.extract.lexicons import hedges
from newsgraph.model import Certainty, Realis, Stance

# «It became *known* that …»: the article says so itself.
KNOWN = "known"
OPEN_COMPLEMENTS = ("xcomp", "acomp", "auxpass", "aux")


@dataclass(frozen=True, slots=True)
class Modality:
    """How a clause is put: negated, hedged, alleged, asked, conditional, to come."""

    negated: bool = False
    alleged: bool = False
    possible: bool = False
    probable: bool = False
    questioned: bool = False
    planned: bool = False
    conditional: bool = False

    @property
    def certainty(self) -> Certainty:
        """Certain unless the clause is hedged."""
        if self.possible or self.questioned or self.conditional:
            return Certainty.POSSIBLE
        if self.probable or self.alleged:
            return Certainty.PROBABLE
        return Certainty.CERTAIN

    @property
    def stance(self) -> Stance:
        """The stance of whoever speaks the clause."""
        if self.questioned:
            return Stance.QUESTIONED
        if self.alleged:
            return Stance.ALLEGED
        if self.negated and not self.possible and not self.conditional:
            return Stance.DENIED
        if self.possible or self.conditional or self.probable:
            return Stance.SPECULATED
        return Stance.ASSERTED

    @property
    def realis(self) -> Realis:
        """Whether what the clause tells took place."""
        if self.negated:
            return Realis.NEGATED
        if self.possible or self.conditional or self.questioned:
            return Realis.HYPOTHETICAL
        return Realis.PLANNED if self.planned else Realis.ACTUAL


def modality_of(token: Token) -> Modality:
    """The modality of the clause a word stands in: «could have been exaggerated» -> possible.

    Looks at the word's verb and upwards through the infinitives that hang on it («tried to set up»),
    and stops at the verb of a report («said that …»), whose stance is the quote's own affair.
    """
    verbs = _clause_verbs(token)
    words = [(child, child.lower_) for verb in verbs for child in verb.children] + [
        (child, child.lower_) for child in token.children if token not in verbs
    ]
    lemmas = _governing(token, verbs)
    negated = (
        not (_is_until(verbs) or _is_one_of_several(token, verbs))
        and any(
            child.dep_ == "neg" or (lower in ("no", "never") and child.dep_ in ("det", "advmod", "neg"))
            for child, lower in words
        )
    ) or any(_is_denied_of_all(verb) or _lacks_grounds(verb) for verb in verbs)
    planned = bool(lemmas & hedges("plans")) or any(
        child.dep_ == "aux"
        and (lower in ("will", "'ll", "shall") or (lower == "would" and _is_told_future(child.head)))
        for child, lower in words
    )
    question = any(
        lower == "whether" and child.dep_ in ("mark", "advmod", "cc", "preconj") for child, lower in words
    ) or _is_question(token)
    return Modality(
        negated=negated,
        alleged=any(lower in hedges("alleging") for _, lower in words)
        or any(_is_hearsay(verb) and not _lacks_grounds(verb) for verb in verbs),
        possible=any(
            lower in hedges("possible")
            and not (negated and lower in hedges("able"))
            and child.dep_ in ("aux", "advmod", "amod")
            for child, lower in words
        ),
        probable=any(lower in hedges("probable") and child.dep_ in ("advmod", "acomp") for child, lower in words)
        or bool(lemmas & hedges("seeming"))
        or any(_lacks_grounds(verb) for verb in verbs),
        questioned=question,
        planned=planned,
        conditional=any(
            (lower in ("if", "unless") and child.dep_ == "mark")
            or (lower == "would" and child.dep_ == "aux" and not negated and not _is_told_future(child.head))
            for child, lower in words
        )
        or bool(lemmas & hedges("attempts"))
        or any(_has_condition(verb) or _is_inverted(verb) or _is_wished(verb) or _is_purpose(verb) for verb in verbs),
    )


def least(*certainties: Certainty) -> Certainty:
    """The least sure of them."""
    return max(certainties, key=list(Certainty).index)


def stance_inside(said: Stance, modality: Modality) -> Stance:
    """The stance of what stands in a quote: its source's, unless the clause itself is hedged or negated.

    «denied that Trump did *not* pay» -> Asserted; «confirmed *reports* that he paid» -> Confirmed.
    """
    own = modality.stance
    if said in (Stance.DENIED, Stance.RETRACTED) and own is Stance.DENIED:
        return Stance.ASSERTED
    if said in (Stance.DENIED, Stance.RETRACTED, Stance.QUESTIONED):
        return said
    if said in (Stance.PROMISED, Stance.DEMANDED):
        return Stance.DENIED if own is Stance.DENIED else said
    if own is Stance.ASSERTED or (said is Stance.CONFIRMED and own is Stance.ALLEGED):
        return said
    return own


def _governing(token: Token, verbs: list[Token]) -> set[str]:
    """The lemmas of the verbs above the word: «*tried* to set up»; not «*went* home and fired Comey»."""
    above = {verb.head.lemma_.lower() for verb in verbs if verb.dep_ in OPEN_COMPLEMENTS}
    return above if verbs[0] == token else above | {verbs[0].lemma_.lower()}


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)


def _is_denied_of_all(verb: Token) -> bool:
    """«Nobody met …», «Neither Trump nor Pence met …»."""
    subject = _subject(verb)
    if subject is None or any(child.lower_ in ("but", "except") for child in subject.children):
        return False  # «nobody *but* Trump»
    return is_nobody(subject)


def _is_hearsay(verb: Token) -> bool:
    """«was *said* to have fired», «*reports* that Trump fired», «*accused* of firing»: the writer does not say so."""
    head = verb.head.lemma_.lower()
    if verb.dep_ == "xcomp":
        return head in hedges("telling")
    if verb.dep_ == "pcomp":
        return head == "of" and verb.head.head.lemma_.lower() in ("accuse", "suspect")
    return verb.dep_ == "acl" and head in hedges("tales") and any(child.dep_ == "mark" for child in verb.children)


def _lacks_grounds(verb: Token) -> bool:
    """«*no evidence* that Trump fired him», «*not* a *sign* that …»."""
    noun = verb.head
    if verb.dep_ not in ("acl", "ccomp", "relcl") or noun.lemma_.lower() not in hedges("grounds"):
        return False
    lacking = any(child.lower_ in ("no", "little") and child.dep_ in ("det", "amod") for child in noun.children)
    return lacking or any(child.dep_ == "neg" for child in noun.head.children)


def _is_purpose(verb: Token) -> bool:
    """«important for Americans *to elect* Clinton»: not done yet."""
    return has_to(verb) and verb.dep_ in ("advcl", "acl", "ccomp", "relcl")


def _is_wished(verb: Token) -> bool:
    """«his *request* that Turner nominate him»."""
    return verb.dep_ in ("acl", "ccomp", "relcl") and verb.head.lemma_.lower() in hedges("wishes")


def _is_until(verbs: list[Token]) -> bool:
    """«did not appoint him *until* May», «did not appoint him *sooner*»: then he did."""
    return any(child.lower_ in ("until", "sooner", "earlier") for verb in verbs for child in verb.children)


def _is_one_of_several(token: Token, verbs: list[Token]) -> bool:
    """«is *not only* his rival», «wasn’t the *only* anchor», «not an aide, but *instead* his manager»: then he is."""
    words = [child for word in (token, *verbs) for child in word.children]
    not_only = any(word.dep_ == "neg" and _next(word) in ("only", "just", "merely") for word in words)
    others_too = any(word.lower_ == "only" and word.dep_ in ("amod", "advmod") for word in token.children)
    return not_only or (token.dep_ == "attr" and (others_too or any(word.lower_ == "instead" for word in words)))


def _next(token: Token) -> str:
    """The word behind it in lower case; empty at the end."""
    return next((word.lower_ for word in token.doc[token.i + 1 : token.i + 2]), "")


def _has_condition(verb: Token) -> bool:
    """«would never have appointed him *if* he had known»."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(word.lower_ == "if" and word.dep_ == "mark" for clause in clauses for word in clause.children)


def _is_inverted(verb: Token) -> bool:
    """«*Had* Trump fired him, …»: an «if» without the word; a question is told apart by its mark."""
    subject = _subject(verb)
    return subject is not None and any(
        child.dep_ == "aux" and child.i < subject.i and child.lower_ in ("had", "were", "should")
        for child in verb.children
    )


def _is_told_future(verb: Token) -> bool:
    """«*said* he would go»: what «I will go» becomes when it is told."""
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and verb.head.pos_ == "VERB"
    conditions = (c for child in verb.children if child.dep_ == "advcl" for c in child.children)
    return told and all(c.lower_ not in ("if", "unless") for c in conditions)


def _is_question(token: Token) -> bool:
    sentence = token.sent
    last = next((t for t in reversed(list(sentence)) if not t.is_space and not t.is_quote), None)
    return last is not None and last.text == "?"


def _clause_verbs(token: Token) -> list[Token]:
    """The verb of the word's clause, and the verbs of which it is an open complement."""
    if _is_taken_for_granted(token):
        return [token]
    verb = token
    while (
        verb.pos_ not in ("VERB", "AUX") and verb.dep_ not in ("ROOT", "relcl", "ccomp", "advcl") and verb.head != verb
    ):
        verb = verb.head
    verbs = [verb]
    while verb.dep_ in (*OPEN_COMPLEMENTS, "conj") and verb.head != verb and len(verbs) < 5:
        # «will meet and sign» share «will»; «did not speak and fired», «was not his aide but was his rival» not «not».
        shares_subject = verb.dep_ != "conj" or (
            _subject(verb) is None
            and verb.tag_ == verb.head.tag_
            and all(child.lower_ != "but" for child in verb.head.children)
        )
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") and shares_subject:
            verbs.append(verb)
        elif not shares_subject:
            break
    return verbs


def _is_taken_for_granted(token: Token) -> bool:
    """«hopes to learn more *about the FBI's investigation*»: that there is one is no matter of the clause's verb."""
    noun, known = token, any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in token.children)
    while known and noun.pos_ == "NOUN" and noun.dep_ == "pobj":
        if noun.head.lower_ in hedges("granted"):
            return True
        noun = noun.head.head
    return False


def embedding(token: Token) -> Token | None:
    """«*told* me that Obama was born in Kenya»: the word by which somebody, and not the writer, says or thinks it.

    A clause before its verb without «that» is left to the quotes: so the parser joins independent clauses too.
    """
    for word in (token, *token.ancestors):
        marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in word.children)
        embedded = (word.dep_ == "ccomp" and (marked or word.i > word.head.i)) or (
            word.dep_ in ("acl", "advcl") and marked
        )
        if embedded and KNOWN in (word.head.lower_, *(child.lower_ for child in word.head.children)):
            return None
        if embedded and word.head.lemma_.lower() not in hedges("factive"):
            governor: Token = word.head
            return governor
    return None
