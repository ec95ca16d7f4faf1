"""Who said what: source, cue and content of reports and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.sources import Sources, cue_words, owner_of
from newsgraph.extract.stance import modality_of
from newsgraph.model import Certainty, QuoteKind, Stance

# A quotation shorter than this is a borrowed word («derogatory»), not speech.
MIN_QUOTED_WORDS = 4
# How far from the quotation marks its reporting verb may stand.
REACH = 12
SURE, LIKELY = 0.9, 0.75
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote in tokens. ``source`` indexes the mentions; content and cue are half-open token ranges."""

    source: int | None
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: QuoteKind
    stance: Stance
    certainty: Certainty
    confidence: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb's stance and the contents it takes."""

    stance: Stance
    contents: frozenset[str]


@cache
def cues() -> dict[str, Cue]:
    """Lemma -> cue."""
    return {
        verb: Cue(Stance(entry["stance"]), frozenset(entry["content"]))
        for entry in read_toml("cues.toml")["cue"]
        for verb in entry["verbs"]
    }


def find_quotes(doc: Doc, sources: Sources) -> list[FoundQuote]:
    """The quotes of an article in the order of their contents: «"No," *said* Ana», «Ana *denied* the report»."""
    quotations = _quotations(doc)
    found = [*_reported(doc, sources), *_according_to(doc, sources)]
    found = [_with_quoted_words(quote, quotations) for quote in found]
    found.extend(_spoken(doc, sources, quotations, found))
    unique = {(quote.content, quote.cue): quote for quote in sorted(found, key=lambda q: q.confidence)}
    return sorted(unique.values(), key=lambda q: (q.content[0], -q.content[1], q.cue))


def _quotations(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges inside a pair of quotation marks; a pair never runs across a paragraph's end."""
    ranges = []
    opened: int | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = None
        elif token.text in ('"', "``", "''"):
            if opened is None:
                opened = token.i + 1
            else:
                if token.i > opened:
                    ranges.append((opened, token.i))
                opened = None
    return ranges


def _reported(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    for verb in doc:
        cue = cues().get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
        if cue is None or _unsaid(verb):
            continue
        content = _content(verb, cue)
        if content is None:
            continue
        subject = _subject(verb)
        source = sources.at(subject) if subject is not None else None
        if subject is None or (source is None and not _can_speak(subject)):
            continue
        if source is None and cue.stance in (Stance.SPECULATED, Stance.QUESTIONED):
            continue
        modality = modality_of(verb)
        if modality.conditional or modality.questioned or modality.possible:
            continue
        yield FoundQuote(
            source=source,
            cue=(verb.i, verb.i + 1),
            content=content,
            kind=QuoteKind.INDIRECT,
            stance=Stance.ALLEGED if modality.alleged else cue.stance,
            certainty=_certainty_within(doc, content),
            confidence=SURE if source is not None else LIKELY,
        )


def _can_speak(subject: Token) -> bool:
    """A source that is not tied to anyone: a pronoun, or a role we have no list for."""
    return subject.lower_ in ("he", "she", "they") or subject.pos_ == "PROPN"


def _unsaid(verb: Token) -> bool:
    """«declined to say», «did not confirm», «to say that»: nothing was said."""
    negated = any(
        child.dep_ == "neg"
        or child.lower_ == "never"
        or (child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children))
        for child in verb.children
    )
    return negated or (
        verb.dep_ in ("xcomp", "advcl", "acl", "relcl")
        and verb.tag_ == "VB"
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    )


def _subject(verb: Token) -> Token | None:
    """Who says: the subject, that of the verb it is joined to («denied …, saying …»), or the «who» clause's noun."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
                    return verb.head
                return child
        for child in verb.children:
            if child.dep_ == "agent":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        if verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
            verb = verb.head
        else:
            return None
    return None


def _content(verb: Token, cue: Cue) -> tuple[int, int] | None:
    for child in (*verb.rights, *verb.lefts):
        if "clause" in cue.contents and (child.dep_ == "ccomp" or (child.dep_ == "advcl" and _begins_with_that(child))):
            return _clause_range(child, verb)
        if child.dep_ == "xcomp" and (
            ("infinitive" in cue.contents and child.tag_ == "VB") or ("gerund" in cue.contents and child.tag_ == "VBG")
        ):
            return _clause_range(child, verb)
    if verb.dep_ == "parataxis" or (verb.dep_ in ("ccomp", "advcl") and _is_aside(verb)):
        return _rest_of_sentence(verb)
    if "noun" in cue.contents:
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ in cue_words("noun_content", "heads"):
                return _clause_range(child, verb)
    return None


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
        return _tidy(verb.doc, verb.i + 1, verb.sent.end)
    return _tidy(verb.doc, verb.sent.start, subject.left_edge.i)


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
            subject = _subject(verb)
            end = min(
                verb.i,
                subject.left_edge.i
                if subject is not None and subject.i < verb.i and subject.left_edge.i > start
                else verb.i,
            )
    return _tidy(verb.doc, start, end)


def _tidy(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (
        doc[start].is_punct or doc[start].is_space or (doc[start].dep_ == "mark" and doc[start].lower_ == "that")
    ):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return (start, end) if end - start >= 1 else None


def _certainty_within(doc: Doc, content: tuple[int, int]) -> Certainty:
    root = doc[content[0] : content[1]].root
    return modality_of(root).certainty


def _with_quoted_words(quote: FoundQuote, quotations: list[tuple[int, int]]) -> FoundQuote:
    """Direct when the content is a quotation, mixed when it holds one; a quotation is never cut in two."""
    start, end = quote.content
    for opened, closed in quotations:
        if opened < end and start < closed:
            if not (opened <= quote.cue[0] < closed):
                start, end = min(start, opened), max(end, closed)
                if quote.cue[0] < end and start < quote.cue[1]:
                    start, end = quote.content
            whole = opened <= start and end <= closed + 1
            kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
            return replace(quote, content=(start, end), kind=kind)
    return quote


def _according_to(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    """«According to CNN's report, …»: the rest of the sentence is the content."""
    for token in doc[:-2]:
        if token.lower_ != "according" or doc[token.i + 1].lower_ != "to":
            continue
        head = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
        if head is None:
            continue
        source = sources.at(owner_of(head))
        if source is None:
            continue
        sentence = token.sent
        phrase_end = head.right_edge.i + 1
        before = _tidy(doc, sentence.start, token.i)
        after = _tidy(doc, min(phrase_end, sentence.end), sentence.end)
        content = before if before is not None and before[1] - before[0] >= MIN_QUOTED_WORDS else after
        if content is None or content[1] - content[0] < MIN_QUOTED_WORDS:
            continue
        yield FoundQuote(
            source,
            (token.i, token.i + 2),
            content,
            QuoteKind.INDIRECT,
            Stance.ASSERTED,
            _certainty_within(doc, content),
            SURE,
        )


def _spoken(
    doc: Doc, sources: Sources, quotations: list[tuple[int, int]], reported: list[FoundQuote]
) -> Iterator[FoundQuote]:
    """Quotations that the parser tied to no verb: the nearest reporting verb tells, else the last speaker goes on."""
    covered = [quote.content for quote in reported]
    last: FoundQuote | None = None
    for opened, closed in quotations:
        inside = next((q for q in reported if q.content[0] <= opened and closed <= q.content[1] + 1), None)
        if inside is not None:
            last = inside
            continue
        if any(start < closed and opened < end for start, end in covered):
            continue
        if sum(token.is_alpha for token in doc[opened:closed]) < MIN_QUOTED_WORDS:
            continue
        quote = _by_nearest_verb(doc, sources, opened, closed)
        if quote is None and last is not None and _goes_on(doc, last, opened):
            quote = replace(
                last,
                content=_tidy(doc, opened, closed) or (opened, closed),
                kind=QuoteKind.DIRECT,
                confidence=LIKELY,
            )
        if quote is not None:
            last = quote
            yield quote


def _by_nearest_verb(doc: Doc, sources: Sources, opened: int, closed: int) -> FoundQuote | None:
    paragraph = _paragraph(doc, opened)
    after = range(closed + 1, min(closed + REACH, paragraph[1]))
    before = range(opened - 2, max(opened - REACH, paragraph[0] - 1), -1)
    for side in (after, before):
        for i in side:
            if doc[i].text in ('"', "``", "''"):
                break
            if side is after and doc[i].text in ".!?" and doc[i].is_punct:
                break
            if side is before and doc[i].text in ".!?" and doc[i].is_punct:
                break
            verb = doc[i]
            cue = cues().get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
            if cue is None or _unsaid(verb):
                continue
            subject = _subject(verb)
            source = sources.at(subject) if subject is not None and not opened <= subject.i < closed else None
            if source is None:
                continue
            content = _tidy(doc, opened, closed)
            if content is None:
                return None
            stance = cue.stance if cue.stance is not Stance.DENIED else Stance.ASSERTED
            return FoundQuote(
                source, (verb.i, verb.i + 1), content, QuoteKind.DIRECT, stance, Certainty.CERTAIN, LIKELY
            )
    return None


def _paragraph(doc: Doc, i: int) -> tuple[int, int]:
    start = end = i
    while start > 0 and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        start -= 1
    while end < len(doc) and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return start, end


def _goes_on(doc: Doc, last: FoundQuote, opened: int) -> bool:
    """«"A," Ana said. "B."»: the second quotation follows at once, in the same paragraph."""
    if last.kind is not QuoteKind.DIRECT or _paragraph(doc, opened) != _paragraph(doc, last.content[0]):
        return False
    end = max(last.content[1], last.cue[1])
    return 0 <= opened - end <= REACH and not any(doc[i].pos_ == "VERB" for i in range(end, opened))
