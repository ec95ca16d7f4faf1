"""Relations between mentions, by patterns over the parse. The patterns are data: relations.toml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.chains import Found
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.past import ended, says_past, was
from newsgraph.extract.relation_patterns import Pattern, lexicon
from newsgraph.model import EntityType, MentionForm

LONGEST_ROLE = 3
MOST_JOINED_ROLES = 3
# «Kushner, Trump's son-in-law»: Trump stands between them, but is not the one.
POSSESSORS = frozenset({"poss", "compound", "nmod"})
# Participles that the tagger takes for adjectives.
PARTICIPLES = {
    "married": "marry",
    "based": "base",
    "headquartered": "headquarter",
    "located": "locate",
    "born": "bear",
}
# The parse shows both ends of the tie; a title beside the name needs no parse and errs least.
BESIDE_NAME, BY_PARSE, BY_VERB = 0.9, 0.85, 0.8


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation in tokens; subject and object index the mentions."""

    subject: int
    predicate: str
    object: int
    cue: tuple[int, int]
    confidence: float
    former: bool = False


def find_relations(doc: Doc, found: Sequence[Found]) -> list[FoundRelation]:
    """All relations of an article: «Trump's son-in-law, Jared Kushner» -> Kushner relativeOf Trump."""
    mentions = Mentions(doc, found)
    relations = {(r.subject, r.predicate, r.object): r for r in [*_by_verbs(doc, mentions), *_by_roles(doc, mentions)]}
    return sorted(relations.values(), key=lambda r: (r.cue, r.subject, r.object, r.predicate))


def _by_roles(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    for start, end, patterns in _roles(doc, mentions):
        head = doc[start:end].root
        holder, beside = _holder(doc, start, end, mentions)
        if holder is None:
            continue
        former = says_past(doc, start) or was(head)
        has_field = _has_field(head, mentions)
        for complement, preposition in _complements(doc, head, start, end, holder, mentions):
            for pattern, inverse in patterns:
                if preposition is not None and preposition not in pattern.prepositions:
                    continue
                if has_field and preposition != "of" and not pattern.field_of:
                    continue
                subject, object_ = (complement, holder) if inverse else (holder, complement)
                if _fits(pattern, subject, object_, mentions):
                    confidence = BESIDE_NAME if beside else BY_PARSE
                    yield FoundRelation(subject, pattern.predicate, object_, (start, end), confidence, former)


def _roles(doc: Doc, mentions: Mentions) -> Iterator[tuple[int, int, tuple[tuple[Pattern, bool], ...]]]:
    """The role nouns of an article, the longest first: «chief executive officer» before «chief»."""
    roles = lexicon().roles
    position = 0
    while position < len(doc):
        for length in range(LONGEST_ROLE, 0, -1):
            words = doc[position : position + length]
            text = words.text.lower()
            if (
                len(words) == length
                and text in roles
                and words[-1].i not in mentions.at
                and words[-1].tag_ in ("NN", "NNP", "JJ", "VB", "VBP")
            ):
                if not (position and titles.is_not_yet(doc[position - 1].text)):
                    yield position, position + length, _most_telling(doc, position, roles[text])
                position += length - 1
                break
        position += 1


def _most_telling(doc: Doc, start: int, patterns: tuple[tuple[Pattern, bool], ...]) -> tuple[tuple[Pattern, bool], ...]:
    """«vice president» and «deputy director» are not the head."""
    if start and doc[start - 1].lower_ in ("vice", "deputy", "assistant", "associate", "under", "majority", "minority"):
        return tuple(
            (p, inverse) for p, inverse in patterns if not p.predicate.startswith("head") and p.predicate != "ceoOf"
        )
    return patterns


def _holder(doc: Doc, start: int, end: int, mentions: Mentions) -> tuple[int | None, bool]:
    """Who holds the role, and whether the name stands right beside it: «EPA chief Scott Pruitt»."""
    following = mentions.at.get(end)
    if (
        following is not None
        and mentions.found[following].start == end
        and _is_title_of(doc, start, end, following, mentions)
    ):
        return following, True
    apposed = _apposed_after(doc, start, end, mentions)
    if apposed is not None:
        return apposed, False
    anchor = doc[start:end].root
    for _ in range(MOST_JOINED_ROLES):
        holder = tied_holder(doc, anchor, start, end, mentions)
        if holder is not None:
            return holder, False
        if anchor.dep_ != "conj" or anchor.head.pos_ not in ("NOUN", "PROPN") or mentions.of(anchor.head) is not None:
            break
        anchor = anchor.head
    return None, False


def _apposed_after(doc: Doc, start: int, end: int, mentions: Mentions) -> int | None:
    """«Trump's son-in-law, Jared Kushner»."""
    following = mentions.at.get(end + 1) if end + 1 < len(doc) and doc[end].text == "," else None
    if following is None:
        return None
    mention = mentions.found[following]
    words = doc[mention.start : mention.end]
    return following if any(word.dep_ == "appos" and start <= word.head.i < end for word in words) else None


def tied_holder(doc: Doc, role: Token, start: int, end: int, mentions: Mentions) -> int | None:
    """The holder by the parse: an apposition either way, the subject of «is», of «serves as»."""
    if role.dep_ in ("appos", "conj") and role.head.i < start:
        beside = role.head.head if role.head.like_num else role.head  # «John Smith, 61, the county clerk»
        holder = mentions.of(beside)
        if holder is not None:
            holder = _nearest_joined(holder, start, mentions)
        if holder is not None and _stands_beside(doc, mentions.found[holder].end, start, role):
            return holder
    for child in role.children:
        if child.dep_ == "appos" and child.i >= end and mentions.of(child) is not None:
            return mentions.of(child)
    verb = role.head
    if role.dep_ == "attr" and verb.lemma_ in ("be", "become", "remain"):
        return _subject_mention(verb, mentions)
    if role.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in ("serve", "act", "work"):
        return _subject_mention(verb.head, mentions)
    return None


def _is_title_of(doc: Doc, start: int, end: int, following: int, mentions: Mentions) -> bool:
    mention = mentions.found[following]
    if mention.form is not MentionForm.NAME or doc[end - 1].tag_ in ("VB", "VBP"):
        return False
    last = doc[mention.end - 1]
    root = doc[start:end].root
    return mention.type is EntityType.PERSON and (
        root.head.i in range(mention.start, mention.end) or last.head.i in range(start, end) or root.head == last.head
    )


def _nearest_joined(holder: int, start: int, mentions: Mentions) -> int | None:
    """«Granholm and Maggie Williams, the director»: the last person named before the role; others leave doubt."""
    between = [
        n
        for n, m in enumerate(mentions.found)
        if mentions.found[holder].end <= m.start
        and m.end <= start
        and m.type is EntityType.PERSON
        and mentions.doc[m.end - 1].dep_ not in POSSESSORS
    ]
    if not between:
        return holder
    last = mentions.found[between[-1]]
    joined = mentions.doc[last.end - 1].dep_ == "conj"
    return between[-1] if joined else None


def _stands_beside(doc: Doc, start: int, end: int, role: Token) -> bool:
    """«Kushner, Trump's son-in-law»: a comma, no verb between; joined by «and» it would be somebody else."""
    between = doc[start:end]
    if any(word.pos_ == "VERB" and word.dep_ not in ("amod", "acl", "relcl") for word in between):
        return False
    return role.dep_ == "appos" or (
        len(between) > 0 and between[0].text == "," and not any(word.dep_ == "cc" for word in between)
    )


def _subject_mention(verb: Token, mentions: Mentions) -> int | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            subject = verb.head if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
            return mentions.of(subject)
    return None


def _has_field(role: Token, mentions: Mentions) -> bool:
    """«director of policy studies»: of a part only."""
    fields = [child for prep in role.children if prep.lower_ == "of" for child in prep.children if child.dep_ == "pobj"]
    return any(mentions.of(child) is None for child in fields)


def _complements(
    doc: Doc, head: Token, start: int, end: int, holder: int, mentions: Mentions
) -> Iterator[tuple[int, str | None]]:
    """What the role is of: «of Dow Chemical», «Trump's», «EPA» chief. With the preposition, if one ties it."""
    seen: set[int] = set()
    held = mentions.found[holder]
    owned = any(child.dep_ == "poss" for child in head.children)  # «Clinton's GOP opponent» opposes Clinton
    joined = [role for role in head.conjuncts if role.i >= end and role.pos_ == "NOUN"]  # «son-in-law and adviser of …»
    for token in [head, *doc[start:end], *joined, *([doc[held.end - 1]] if held.start >= end else [])]:
        for child in token.children:
            if child.dep_ == "prep" and child.i >= end and (token in joined or start <= token.i < end):
                for number in _objects(child, mentions):
                    if number not in seen and number != holder:
                        seen.add(number)
                        yield number, child.lower_
            elif child.i < start and child.dep_ in (("poss",) if owned else ("poss", "compound", "nmod", "amod")):
                modifier = mentions.of(child)
                if (
                    modifier is not None
                    and modifier not in seen | {holder}
                    and not _hyphenated(doc, mentions, modifier)
                ):
                    seen.add(modifier)
                    yield modifier, None
    before = _before(doc, start)
    adjacent = mentions.at.get(before) if not owned or doc[before + 1].tag_ == "POS" else None
    if adjacent is not None and adjacent not in seen | {holder} and mentions.found[adjacent].end == before + 1:
        yield adjacent, None


def _hyphenated(doc: Doc, mentions: Mentions, number: int) -> bool:
    """«pro-Russia Ukrainian President»: no president of Russia."""
    start = mentions.found[number].start
    return start > 0 and doc[start - 1].text == "-"


def _before(doc: Doc, start: int) -> int:
    """The token before the role, past its modifiers: «EPA [chief]», «Trump [senior] [adviser]»."""
    position = start - 1
    while position > 0 and titles.is_modifier(doc[position]) and doc[position].ent_type_ == "":
        position -= 1
    if position > 0 and doc[position].tag_ == "POS":
        position -= 1
    return position


def _objects(preposition: Token, mentions: Mentions) -> Iterator[int]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            number = mentions.of(child)
            if number is not None:
                yield number
                for other in child.conjuncts:
                    joined = mentions.of(other)
                    if joined is not None and other.i > child.i and mentions.type(joined) == mentions.type(number):
                        yield joined


def _fits(pattern: Pattern, subject: int, object_: int, mentions: Mentions) -> bool:
    if mentions.chain(subject) == mentions.chain(object_):
        return False
    if mentions.type(subject) not in pattern.subject or mentions.type(object_) not in pattern.object:
        return False
    words = pattern.object_words
    return not words or any(word in words for word in mentions.text(object_).split())


def _by_verbs(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    verbs = lexicon().verbs
    for verb in doc:
        participle = verb.dep_ == "acomp" and verb.tag_ in ("JJ", "VBN")
        lemma = PARTICIPLES.get(verb.lower_, verb.lemma_.lower()) if participle else verb.lemma_.lower()
        if not (verb.pos_ == "VERB" or participle) or lemma not in verbs:
            continue
        for pattern, inverse, must_be_passive, rest in verbs[lemma]:
            passive = (
                participle
                or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
                or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl"))
            )
            if must_be_passive and not passive and verb.tag_ != "VBN":
                continue
            for subject, object_ in _verb_pairs(verb, rest, mentions, passive=passive and not must_be_passive):
                left, right = (object_, subject) if inverse else (subject, object_)
                if _fits(pattern, left, right, mentions):
                    former = (verb.tag_ == "VBD" and lemma in pattern.states) or ended(verb)
                    yield FoundRelation(left, pattern.predicate, right, (verb.i, verb.i + 1), BY_VERB, former)


def _verb_pairs(verb: Token, rest: str | None, mentions: Mentions, *, passive: bool) -> Iterator[tuple[int, int]]:
    subjects = list(_subjects(verb, mentions))
    if passive and rest is None:
        agents = [n for c in verb.children if c.dep_ == "agent" for n in _objects(c, mentions)]
        yield from ((agent, subject) for agent in agents for subject in subjects)
        return
    if passive:
        return
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
            yield from _objects(current, mentions)


def named_by(noun: Token, mentions: Mentions) -> Token:
    """«Mike Lee, a Utah Republican who …»: the name that the noun stands beside."""
    return noun.head if noun.dep_ == "appos" and mentions.of(noun.head) is not None else noun


def _subjects(verb: Token, mentions: Mentions) -> Iterator[int]:
    """The subjects of a verb, those joined by «and» too; the noun before «who …» and before «based in …»."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            head = named_by(verb.head, mentions) if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
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
