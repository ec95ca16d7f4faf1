"""Relations by verbs: «Wray heads the FBI», «the FBI is led by Wray», «Gore sits on the board of Apple»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsgraph.extract.mentions import Mentions
from newsgraph.extract.past import ended
from newsgraph.extract.relation_patterns import fits, lexicon
from newsgraph.extract.surface import tokens_of
from newsgraph.extract.ties import BY_VERB, FoundRelation
from newsgraph.model import EntityType

# «They were *practically* living in Iowa.»
NEARLY = frozenset({"almost", "basically", "essentially", "nearly", "practically", "virtually"})
ACQUIRING = frozenset({"acquire", "buy"})
# Participles that the tagger takes for adjectives.
PARTICIPLES = {
    "married": "marry",
    "based": "base",
    "headquartered": "headquarter",
    "located": "locate",
    "born": "bear",
}


def by_verbs(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """The relations that verbs tell of."""
    verbs = lexicon().verbs
    for verb in tokens_of(doc, "VERB", "ADJ"):
        participle = verb.dep_ == "acomp" and verb.tag_ in ("JJ", "VBN")
        if not (participle or verb.pos_ == "VERB"):
            continue
        lemma = PARTICIPLES.get(verb.lower_, verb.lemma_.lower()) if participle else verb.lemma_.lower()
        if lemma not in verbs:
            continue
        for pattern, inverse, must_be_passive, rest in verbs[lemma]:
            passive = (
                participle
                or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
                or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl"))
            )
            if must_be_passive and not passive and verb.tag_ != "VBN":
                continue
            if _is_other_sense(verb, lemma, rest) or any(child.lower_ in NEARLY for child in verb.children):
                continue
            for subject, object_ in _verb_pairs(verb, rest, mentions, passive=passive and not must_be_passive):
                left, right = (object_, subject) if inverse else (subject, object_)
                if fits(pattern, left, right, mentions):
                    former = (verb.tag_ == "VBD" and lemma in pattern.states) or ended(verb)
                    yield FoundRelation(left, pattern.predicate, right, (verb.i, verb.i + 1), BY_VERB, former)


def _is_other_sense(verb: Token, lemma: str, rest: str | None) -> bool:
    """«Disney is *buying* FX», who does not own it yet; «he *studies* bees at Yale», where he works.

    Who is getting *killed* in Virginia loses there.
    """
    if lemma == "kill" and any(child.lower_ == "getting" for child in verb.children):
        return True
    is_research = lemma == "study" and rest == "at" and any(child.dep_ == "dobj" for child in verb.children)
    return (lemma in ACQUIRING and verb.tag_ == "VBG") or (is_research and verb.tag_ in ("VBZ", "VBP", "VBG"))


def _verb_pairs(verb: Token, rest: str | None, mentions: Mentions, *, passive: bool) -> Iterator[tuple[int, int]]:
    subjects = list(_subjects(verb, mentions))
    if passive and rest is None:
        agents = [n for c in verb.children if c.dep_ == "agent" for n in objects_of(c, mentions)]
        yield from ((agent, subject) for agent in agents for subject in subjects)
        return
    if passive or any(child.dep_ == "dative" for child in verb.children):
        return  # «The film won her a prize»
    objects: list[int] = []
    if rest is None:
        for child in verb.children:
            if child.dep_ == "dobj":
                objects += [
                    n
                    for token in (child, *(c for c in child.conjuncts if c.i > child.i))
                    if (n := mentions.of(token)) is not None
                ]
    else:
        objects = list(_through(verb, rest.split(), mentions))
    yield from ((subject, object_) for subject in subjects for object_ in objects)


def _through(verb: Token, words: list[str], mentions: Mentions) -> Iterator[int]:
    """«sits on the board of Apple»: follow the words down the parse to the mention at their end."""
    current = verb
    for i, word in enumerate(words):
        following = next(
            (c for c in current.children if c.i > verb.i and (c.lower_ == word or c.lemma_.lower() == word)),
            None,
        )
        if word in ("the", "a") and following is None:
            continue
        if following is None:
            return
        current = following
        if i == len(words) - 1 and current.dep_ in ("prep", "agent", "prt"):
            if current.dep_ == "prt":
                for child in verb.children:
                    number = mentions.of(child) if child.dep_ == "dobj" else None
                    if number is not None:
                        yield number
            yield from objects_of(current, mentions)


def named_by(noun: Token, mentions: Mentions) -> Token:
    """«Mike Lee, a Utah Republican who …»: the name that the noun stands beside."""
    return noun.head if noun.dep_ == "appos" and mentions.of(noun.head) is not None else noun


def _antecedent(pronoun: Token, noun: Token, mentions: Mentions) -> Token:
    """«Ana Lund, head of Acme, *which* owns …»: Acme, and nobody whom the parse ties it to."""
    number = mentions.of(noun)
    if pronoun.lower_ != "which" or number is None or mentions.type(number) is not EntityType.PERSON:
        return noun
    before = pronoun.nbor(-1)
    return before.nbor(-1) if before.text == "," and before.i else before


def _subjects(verb: Token, mentions: Mentions) -> Iterator[int]:
    """The subjects of a verb, those joined by «and» too; the noun before «who …» and before «based in …»."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            is_relative = child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
            head = _antecedent(child, named_by(verb.head, mentions), mentions) if is_relative else child
            for token in (head, *(c for c in head.conjuncts if c.i > head.i and c.i < verb.i)):
                number = mentions.of(token)
                if number is not None:
                    yield number
            return
    if (
        verb.dep_ == "acl" and verb.head.dep_ != "pobj"
    ):  # «a subsidiary of Dow based in …»: who is based there is not sure
        number = mentions.of(verb.head)
        if number is not None:
            yield number
    elif (verb.dep_ == "conj" and verb.head.pos_ == "VERB") or verb.dep_ == "acomp":
        yield from _subjects(verb.head, mentions)


def objects_of(preposition: Token, mentions: Mentions) -> Iterator[int]:
    """The mentions after a preposition, those joined by «and» too when they are of one type."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            number = mentions.of(child)
            if number is not None:
                yield number
                for other in child.conjuncts:
                    joined = mentions.of(other)
                    if joined is not None and other.i > child.i and mentions.type(joined) == mentions.type(number):
                        yield joined
