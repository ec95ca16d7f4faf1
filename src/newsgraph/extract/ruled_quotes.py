"""Quotes that syntax and quotation marks tell: «"No," *said* Ana», «Ana *denied* the report», tweets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.cue_contents import content_of_verb, find_noun_reports, find_tweets, subject_of, tidy
from newsgraph.extract.cue_lexicon import verb_cue
from newsgraph.extract.cue_stance import stance_of_cue
from newsgraph.extract.found_quotes import LIKELY, SURE, FoundQuote, with_quoted_words
from newsgraph.extract.sources import Sources, owner_of
from newsgraph.extract.surface import all_lower, tokens_of
from newsgraph.model import Certainty, QuoteKind, Stance

# A quotation shorter than this is a borrowed word («derogatory»), not speech.
MIN_QUOTED_WORDS = 4
# How far from the quotation marks its reporting verb may stand.
REACH = 12


def by_rule(doc: Doc, sources: Sources, quotations: list[tuple[int, int]]) -> list[FoundQuote]:
    """What syntax and quotation marks tell."""
    found = list(_reported(doc, sources))
    found.extend(quote for quote in _reported_by_nouns(doc, sources) if not _is_own(quote, found, sources))
    found.extend(_according_to(doc, sources))
    found = [with_quoted_words(quote, quotations) for quote in found]
    found.extend(_tweeted(doc, sources))
    found.extend(_spoken(doc, sources, quotations, found))
    return found


def _reported(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    for verb in tokens_of(doc, "VERB"):
        cue = verb_cue(verb)
        content = content_of_verb(verb, cue) if cue is not None and cue.contents else None
        subject = subject_of(verb) if content is not None else None
        verdict = stance_of_cue(doc, (verb.i, verb.i + 1)) if subject is not None else None
        if subject is None or content is None or verdict is None:
            continue
        source = sources.at(subject)
        if source is None and (not _can_speak(subject) or verdict[0] in (Stance.SPECULATED, Stance.QUESTIONED)):
            continue
        confidence = SURE if source is not None else LIKELY
        said_by = _phrase(subject, before=verb) if source is None else None
        yield FoundQuote(source, (verb.i, verb.i + 1), content, QuoteKind.INDIRECT, *verdict, confidence, said_by)


def _phrase(noun: Token, before: Token) -> tuple[int, int]:
    """A noun with what describes it, up to the first mark or its verb: «the *embassy* in Damascus»."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    end = min(end, before.i) if noun.i < before.i else end
    return start, next((i for i in range(noun.i + 1, end) if noun.doc[i].is_punct), end)


def _can_speak(subject: Token) -> bool:
    """A source that is not tied to anyone: a pronoun, or a role we have no list for."""
    word = subject.lower_
    return word in ("he", "she", "they") or word in titles.posts() or subject.pos_ == "PROPN"


def _reported_by_nouns(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    """«Smith's *claim* that the talks failed»."""
    for report in find_noun_reports(doc):
        source = sources.at(report.source)
        verdict = stance_of_cue(doc, report.cue)
        if source is not None and verdict is not None:
            yield FoundQuote(source, report.cue, report.content, QuoteKind.INDIRECT, *verdict, LIKELY)


def _is_own(quote: FoundQuote, found: list[FoundQuote], sources: Sources) -> bool:
    """«walked back *his claim* that …»: what he does to it is told already."""
    return any(
        quote.source is not None
        and other.content[0] <= quote.cue[0] < other.content[1]
        and sources.is_same(other.source, sources.doc[sources.found[quote.source].start])
        for other in found
    )


def _tweeted(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    """«It is done. — Ana Cole (@anacole) May 3, 2017»: a tweet shown with its author."""
    for report in find_tweets(doc):
        source = sources.at(report.source)
        if source is not None:
            yield FoundQuote(
                source, report.cue, report.content, QuoteKind.DIRECT, Stance.ASSERTED, Certainty.CERTAIN, SURE
            )


def _according_to(doc: Doc, sources: Sources) -> Iterator[FoundQuote]:
    """«According to CNN's report, …»: the rest of the sentence is the content."""
    for token in (doc[i] for i, two in enumerate(pairwise(all_lower(doc))) if two == ("according", "to")):
        head = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
        if head is None:
            continue
        source = sources.at(owner_of(head))
        if source is None:
            continue
        sentence = token.sent
        phrase_end = head.right_edge.i + 1
        before = tidy(doc, sentence.start, token.i)
        after = tidy(doc, min(phrase_end, sentence.end), sentence.end)
        content = before if before is not None and before[1] - before[0] >= MIN_QUOTED_WORDS else after
        if content is None or content[1] - content[0] < MIN_QUOTED_WORDS:
            continue
        yield FoundQuote(
            source,
            (token.i, token.i + 2),
            content,
            QuoteKind.INDIRECT,
            Stance.ASSERTED,
            Certainty.CERTAIN,
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
                content=tidy(doc, opened, closed) or (opened, closed),
                kind=QuoteKind.DIRECT,
                confidence=LIKELY,
            )
        if quote is not None:
            last = quote
            yield quote


def _by_nearest_verb(doc: Doc, sources: Sources, opened: int, closed: int) -> FoundQuote | None:
    paragraph = _paragraph(doc, opened)
    # After a full stop or a bracket another sentence begins: «"It is over." Ana said that …».
    ended = doc[closed - 1].text == "." or (closed + 1 < len(doc) and doc[closed + 1].text in ")]")
    after = range(closed + 1, closed + 1 if ended else min(closed + REACH, paragraph[1]))
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
            cue = verb_cue(verb) if verb.pos_ == "VERB" else None
            verdict = stance_of_cue(doc, (i, i + 1)) if cue is not None and "clause" in cue.contents else None
            if cue is None or verdict is None or _reports_unquoted(verb, content_of_verb(verb, cue)):
                continue
            subject = subject_of(verb)
            source = sources.at(subject) if subject is not None and not opened <= subject.i < closed else None
            if source is None:
                continue
            content = tidy(doc, opened, closed)
            if content is None:
                return None
            # What one denies with are one's own words: «"I never met him," he denied».
            stance, certainty = verdict if verdict[0] is not Stance.DENIED else (Stance.ASSERTED, Certainty.CERTAIN)
            return FoundQuote(source, (verb.i, verb.i + 1), content, QuoteKind.DIRECT, stance, certainty, LIKELY)
    return None


def _reports_unquoted(verb: Token, content: tuple[int, int] | None) -> bool:
    """«Ana said *it was wrong*»: a quotation nearby is somebody else's."""
    if content is None:
        return False
    return all(token.text != '"' for token in verb.doc[max(content[0] - 1, 0) : content[0] + 1])


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
