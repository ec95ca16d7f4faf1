"""«he» and «she» by themselves: whom the sentence and the one before leave as the only one to be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from newsgraph.extract import titles
from newsgraph.extract.chains import Found
from newsgraph.extract.common_nouns import NAMELESS
from newsgraph.extract.surface import all_lower
from newsgraph.model import EntityType, MentionForm

PRONOUN_SEX = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
PRESSING = frozenset({"challenge", "grill", "press", "push", "quiz", "urge"})
# «Lund left *after* meeting her»: it is Lund who met her.
BEHIND_SUBJECT = frozenset({"after", "before", "by", "since", "without"})
SOMEBODY_ELSE = frozenset({"him", "her"})
OBJECTS = frozenset({"dobj", "pobj", "dative"})
# «Putin is the *man* who …», «Levine, a *student* who …»
SAME_AS_OTHERS = frozenset({"attr", "appos"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONTENTS = SUBJECTS | OBJECTS | {"ccomp", "xcomp", "compound", "poss", "prep", "attr"}
# «X praises Y for his …»: it is Y's.
JUDGING = frozenset(
    {
        "accuse", "admire", "applaud", "attack", "berate", "blame", "castigate", "chide", "commend", "condemn",
        "congratulate", "criticise", "criticize", "denounce", "fault", "fire", "forgive", "hail", "honor", "honour",
        "jail", "laud", "mock", "pardon", "praise", "prosecute", "punish", "rebuke", "ridicule", "salute", "scold",
        "slam", "thank",
    }
)  # fmt: skip
# «He thinks *it* wise that …».
JUDGED_SO = frozenset({"believe", "consider", "deem", "find", "make", "think"})
SAYING = frozenset(
    {
        "add", "argue", "ask", "claim", "conclude", "continue", "declare", "explain", "insist", "joke", "note",
        "recall", "remark", "reply", "respond", "say", "tell", "tweet", "write",
    }
)  # fmt: skip
# So near, in words, to the quotation marks stands who speaks.
BESIDE = 6
# Somebody whom the article does not name.
NOBODY = -1


def find_sole_antecedents(
    doc: Doc, found: Sequence[Found], sexes: Mapping[int, str | None], quoted: Sequence[bool]
) -> dict[int, int]:
    """Token of «he» -> the chain of the only person, here and one sentence before, who can be meant, or ``NOBODY``."""
    by_sentence: dict[int, list[Found]] = defaultdict(list)
    for mention in found:
        if mention.type is EntityType.PERSON:
            by_sentence[doc[mention.start].sent.start].append(mention)
    sole: dict[int, int] = {}
    previous: list[Found] = []
    lower = all_lower(doc)
    for sentence in doc.sents:
        if not any(word.isalpha() for word in lower[sentence.start : sentence.end]):
            continue
        here = [mention for mention in by_sentence.get(sentence.start, ()) if not _is_credited(doc, mention.end)]
        for i in range(sentence.start, sentence.end):
            sex = PRONOUN_SEX.get(lower[i])
            if sex is None:
                continue
            token = doc[i]
            before = [*previous, *(m for m in here if m.start < token.i)]
            chain = _antecedent(token, sex, before, sexes, quoted)
            subject = _subject_behind(token)
            if subject is not None and any(
                m.start <= subject.i < m.end and sexes.get(m.chain) in (None, "either", sex) and m.chain != chain
                for m in by_sentence.get(sentence.start, ())
            ):
                chain = NOBODY
            if chain is not None:
                sole[token.i] = chain
            if chain is not None and chain != NOBODY:
                here.append(Found(token.i, token.i + 1, EntityType.PERSON, MentionForm.PRONOUN, chain))
        previous = [] if _is_caption(sentence, here) else here
    return sole


def _is_credited(doc: Doc, end: int) -> bool:
    """«*Mandel Ngan*/AFP via Getty Images»."""
    return end + 1 < len(doc) and (
        (doc[end].text == "/" and doc[end + 1].text[:1].isupper()) or doc[end : end + 2].text == "via Getty"
    )


def _is_caption(sentence: Span, people: Sequence[Found]) -> bool:
    """A name by itself, or a headline in capitals that was set between the paragraphs."""
    named = {i for mention in people for i in range(mention.start, mention.end)}
    words = [token for token in sentence if token.is_alpha]
    return all(token.i in named for token in words) or (len(words) > 1 and all(token.is_upper for token in words))


def _antecedent(
    token: Token, sex: str, window: Sequence[Found], sexes: Mapping[int, str | None], quoted: Sequence[bool]
) -> int | None:
    actor = subject_of_object(token)
    acting = {m.chain for m in window if actor is not None and m.start <= actor.i < m.end}
    possible = [
        m
        for m in window
        if sexes.get(m.chain) in (None, "either", sex)
        and (not quoted[token.i] or quoted[m.start])
        and m.chain not in acting
    ]
    is_object = token.dep_ in OBJECTS
    if not is_object and any(_is_somebody_else(above, sex, window) for above in _people_above(token)):
        return NOBODY
    owner = _subject_of_own(token) or _judged(token) or _stressed(token)
    if owner is not None:
        return next((m.chain for m in possible if owner.left_edge.i <= m.start <= owner.right_edge.i), NOBODY)
    chains = {m.chain for m in possible}
    if len(chains) == 1:
        return chains.pop()
    speaker = _speaker_of_clause(token)
    if speaker is not None and not quoted[token.i]:
        said = [m for m in possible if m.start <= speaker.i < m.end]
        between = {m.chain for m in possible if speaker.i < m.start < token.i} - {m.chain for m in said}
        if said and not between:
            return said[0].chain
    joined = _subject_of_clause_before(token)
    if joined is not None and not quoted[token.i]:
        return next((m.chain for m in possible if m.start <= joined.i < m.end), None)
    return None


def _is_somebody_else(subject: Token, sex: str, window: Sequence[Found]) -> bool:
    """«The *president* said he …», «a *woman* who claimed that she …»: whom no name stands for.

    Unlike «the editor, Ana Cole, said she …».
    """
    word = subject.lower_
    is_nameless = subject.tag_ == "NN" and is_somebody(subject)
    can_be_meant = titles.sex_of_title([word]) in (None, sex)
    return (
        is_nameless
        and can_be_meant
        and not any(
            m.start <= subject.i < m.end
            or (subject.i < m.start <= subject.right_edge.i and _is_one_phrase(subject.doc[subject.i : m.start]))
            for m in window
        )
    )


def _is_one_phrase(words: Span) -> bool:
    """«the *editor,* Ana Cole», «*billionaire and donor* Ana Cole»; not «the *aide to* Ana Cole»."""
    return words[-1].text == "," or all(word.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ") for word in words)


def _subject_behind(token: Token) -> Token | None:
    """«Asked whether *he* had known, *Cole* said no»: the subject of the sentence, where it stands behind."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS and c.i > token.i), None)
    if subject is None:
        return None
    ways = {above.dep_ for above in (token, *token.ancestors) if above is not root}
    return None if ways.isdisjoint(("advcl", "prep", "pcomp")) else subject


def _speaker_of_clause(token: Token) -> Token | None:
    """«Ana said she would …»: the subject of the verb that governs the pronoun's clause."""
    for ancestor in token.ancestors:
        if ancestor.dep_ in ("ccomp", "xcomp") and ancestor.head.pos_ == "VERB":
            for child in ancestor.head.children:
                if child.dep_ == "nsubj" and child.i < token.i:
                    return child
            return None
    return None


def _subject_of_clause_before(token: Token) -> Token | None:
    """«Ana urged Ruiz to go, and she thanked him»: the subject of the clause that hers is joined to."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ != "conj":
        return None
    return next((child for child in verb.head.children if child.dep_ == "nsubj" and child.i < token.i), None)


def _people_above(word: Token) -> Iterator[Token]:
    """The subjects above; for the «who» of «an *officer* who lost *his* way» the noun before it."""
    for subject in subjects_above(word):
        noun = subject.head.head if subject.tag_ == "WP" and subject.head.dep_ == "relcl" else subject
        if noun.dep_ not in SAME_AS_OTHERS:
            yield noun


def _stressed(token: Token) -> Token | None:
    """«*the president* himself»."""
    return token.nbor(-1) if is_stressed(token) else None


def is_stressed(token: Token) -> bool:
    """«the president *himself*»."""
    before = token.nbor(-1) if token.i and token.lower_ in ("himself", "herself") else None
    return before is not None and (before.pos_ == "PROPN" or before.lower_ in titles.posts())


def _judged(token: Token) -> Token | None:
    """«Lund praised *the mayor* for *his* work»."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return None
    verb = noun.head.head
    objects = (child for child in verb.children if child.dep_ == "dobj" and child.i < token.i)
    return next(objects, None) if verb.lemma_.lower() in JUDGING else None


def subject_of_object(token: Token) -> Token | None:
    """Who does something to somebody else: «*Lund* does not know *him*», «*Lund* hopes to meet *her*».

    Also where the clause leaves it out: «*Lund* left, having met *her*», «*Lund* left after meeting *her*».
    """
    if token.dep_ not in ("dobj", "dative") or token.lower_ not in SOMEBODY_ELSE:
        return None
    verb = token.head
    while not any(child.dep_ in SUBJECTS for child in verb.children):
        has_object = any(child.dep_ in ("dobj", "dative") for child in verb.head.children)
        is_participle = verb.dep_ == "advcl" and any(child.lower_ == "having" for child in verb.children)
        is_behind = verb.dep_ == "pcomp" and verb.head.lower_ in BEHIND_SUBJECT
        if verb.dep_ != "conj" and not is_participle and not is_behind and (verb.dep_ != "xcomp" or has_object):
            return None
        verb = verb.head.head if is_behind else verb.head
    return next(child for child in verb.children if child.dep_ in SUBJECTS)


def others_beside(token: Token, quoted: Sequence[bool]) -> Iterator[Token]:
    """Those of whom the sentence says that they are not meant: who speaks, and who is somebody's."""
    yield from speakers_beside(token, quoted)
    yield from _of_whom_one_is(token)
    yield from _askers(token)


def _askers(token: Token) -> Iterator[Token]:
    """Who asks another: «*Cole* asked why *he* left», «*Cole* pushed him to say whether *he* would leave»."""
    clause = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if clause is None:
        return
    is_open = any(child.lower_ in ("if", "whether") for child in clause.children)
    for above in clause.ancestors:
        lemma = above.lemma_.lower()
        if lemma in PRESSING or (lemma == "ask" and not is_open):
            yield from (child for child in above.children if child.dep_ == "nsubj")


def rivals_of(token: Token, quoted: Sequence[bool]) -> Iterator[Token]:
    """Names that are meant rather than any other: «when *he* left, *Lund* said», «*Lund* said that *she* would»."""
    if quoted[token.i]:
        return
    behind, verb = _subject_behind(token), token.head
    if behind is not None:
        yield behind
    if token.dep_ in SUBJECTS and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAYING - {"ask", "tell"}:
        yield from (child for child in verb.head.children if child.dep_ in SUBJECTS and child.pos_ == "PROPN")


def _of_whom_one_is(token: Token) -> Iterator[Token]:
    """Who is somebody's: «*Lund* is *his* aide», «*Lund*, *his* aide», «she made *Lund* *her* aide»."""
    noun = token.head
    if token.dep_ != "poss" or (token.i + 1 < len(token.doc) and token.nbor().lower_ == "own"):
        return
    if noun.dep_ == "appos" and is_somebody(noun):
        yield noun.head
    elif noun.dep_ == "attr":
        yield from (child for child in noun.head.children if child.dep_ in SUBJECTS)
    elif noun.dep_ == "oprd":
        yield from (child for child in noun.head.children if child.dep_ in ("dobj", "nsubjpass"))


def _subject_of_own(token: Token) -> Token | None:
    """«Ana founded it with *her own* father»: the subject of the clause."""
    if token.i + 1 == len(token.doc) or token.nbor().lower_ != "own":
        return None
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token)
    founder = verb.head if verb.dep_ == "acl" else None
    return next((child for child in verb.children if child.dep_ == "nsubj"), founder)


def is_somebody(noun: Token) -> bool:
    """Whether a common noun is that of a person: «the *cleric*»."""
    return noun.lower_ in titles.posts() or noun.lower_ in NAMELESS or noun.lower_ in titles.kin()


def is_titled(name: Token) -> bool:
    """«Captain *Lund*»."""
    return name.i > 0 and titles.is_title_word(name.nbor(-1))


def is_empty(token: Token) -> bool:
    """«He made *it* clear that …»: it stands for nothing."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    is_object = any(verb.lemma_ in JUDGED_SO for verb in (token.head, token.head.head))
    is_judged = behind is not None and (behind.pos_ == "ADJ" or behind.tag_ in ("JJR", "RBR"))
    return token.lower_ == "it" and is_object and is_judged


def is_anybody(token: Token) -> bool:
    """«"he said, *she* said"»."""
    around = [word.lower_ for word in token.doc[max(0, token.i - 3) : token.i + 2]]
    return around in (["he", "said", ",", "she", "said"], ["she", "said", ",", "he", "said"])


def speakers_beside(token: Token, quoted: Sequence[bool]) -> Iterator[Token]:
    """Who says what the token stands in, between quotation marks: «"*He* prayed," Lund said», where he is not Lund."""
    if not quoted[token.i]:
        return
    doc = token.doc
    start = next((i + 1 for i in range(token.i, -1, -1) if not quoted[i]), 0)
    end = next((i for i in range(token.i, len(doc)) if not quoted[i]), len(doc))
    for word in (*doc[max(0, start - BESIDE) : start], *doc[end : end + BESIDE]):
        if word.lemma_ in SAYING:
            yield from (child for child in word.children if child.dep_ in SUBJECTS)


def subject_of_self(token: Token) -> Token | None:
    """Whom «himself» means: the subject of its clause, or the noun that a clause with «who» belongs to.

    ``None``: cannot say.
    """
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    while verb is not None and not any(child.dep_ in SUBJECTS for child in verb.children):
        below = verb.head if verb.dep_ == "pcomp" else verb
        verb = below.head if below.dep_ in ("conj", "xcomp", "advcl", "prep") else None
    if verb is None:
        return None
    subject = next(child for child in verb.children if child.dep_ in SUBJECTS)
    noun = verb.head if subject.tag_ == "WP" and verb.dep_ == "relcl" else subject
    return None if noun.dep_ in SAME_AS_OTHERS else noun


def subject_of_owner(token: Token) -> Token | None:
    """The name that does something with what is «his»: «*Lund* gave his life»."""
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    if token.dep_ != "poss" or verb is None:
        return None
    named = (c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN" and c.i < token.i)
    return next((subject for subject in named if not subject.is_ancestor(token)), None)


def governs(verb: Token, word: Token) -> bool:
    """Whether the word stands in what the verb is about: «He urged her to fire *Lund*»; not «He left, so *Lund* …»."""
    way = takewhile(lambda above: above != verb, (word, *word.ancestors))
    return all(above.dep_ in CONTENTS or (above.dep_ == "conj" and above.pos_ != "VERB") for above in way)


def subjects_above(word: Token) -> Iterator[Token]:
    """The subjects before a word of the verbs that it hangs on, from the nearest outwards.

    Not of those whose object it is: in «Congress failed to authorize *it*» it is not Congress.
    """
    object_of = [word.head] if word.dep_ == "dobj" else []
    while object_of and object_of[-1].dep_ == "xcomp":
        object_of.append(object_of[-1].head)
    for above in word.ancestors:
        if above.pos_ in ("VERB", "AUX") and above not in object_of:
            yield from (child for child in above.children if child.dep_ in SUBJECTS and child.i < word.i)
