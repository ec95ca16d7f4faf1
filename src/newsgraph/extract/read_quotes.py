"""Quotes as the reader model sees them, cut and judged by what the parse and the quotation marks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from newsgraph.extract.cue_contents import tidy
from newsgraph.extract.cue_lexicon import noun_cue
from newsgraph.extract.cue_stance import (
    Verdict,
    is_only_told,
    points,
    says_what,
    stance_of_cue,
    tells,
    tells_of_nobody,
)
from newsgraph.extract.found_quotes import LIKELY, UNSURE, FoundQuote
from newsgraph.extract.quote_edges import with_mended_edges
from newsgraph.extract.reader.attributions import Attribution
from newsgraph.extract.sources import Sources
from newsgraph.extract.stance import KNOWN
from newsgraph.extract.stance_targets import is_clause
from newsgraph.model import Certainty, QuoteKind, Stance

# Speech that no cue was found for: so long, and so much of it between quotation marks and not yet told.
MIN_SPOKEN_WORDS, MOSTLY = 8, 0.7
UNSAID = (Stance.QUESTIONED, Certainty.POSSIBLE)
# Parts of speech that tell nothing by themselves: «ruled *them out*».
EMPTY = frozenset({"PRON", "ADP", "ADV", "PART", "SCONJ", "CCONJ", "DET", "PUNCT", "SPACE"})
# «Reports that …»: the article does not tell whose.
SOMEBODY_SAYS = (Stance.ALLEGED, Certainty.PROBABLE)


def attributed(
    doc: Doc, sources: Sources, attributions: Sequence[Attribution], quoted: Sequence[bool]
) -> Iterator[FoundQuote]:
    """What the reader sees, and whether it was said at all."""
    mended = list(with_mended_edges(doc, attributions, quoted))
    cues = Counter(attribution.cue for attribution, _ in mended)
    asides = [cue for cue in cues if doc[cue[1] - 1].lower_ == KNOWN]
    for attribution, whole in mended:
        content = _before_aside(doc, whole, asides)
        if cues[attribution.cue] > 1 and _is_occasion(doc, attribution.cue, content):
            continue
        said_by = _said_by(doc, sources, attribution)
        verdict = _verdict(doc, sources, attribution.cue, content, said_by, quoted)
        stance, certainty = verdict or UNSAID
        if said_by is None and stance is Stance.ASSERTED:
            if attribution.cue in asides:
                continue
            stance, certainty = SOMEBODY_SAYS
        yield FoundQuote(
            source=_mention_of(doc, sources, said_by) if said_by is not None else None,
            cue=attribution.cue,
            content=content,
            kind=QuoteKind.INDIRECT,
            stance=stance,
            certainty=certainty,
            confidence=attribution.confidence,
            said_by=said_by,
            said=verdict is not None,
        )


def _before_aside(doc: Doc, content: tuple[int, int], asides: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """«said that he would leave*, a day after it became known* that …»: what the article adds."""
    start, end = content
    for aside, _ in asides:
        comma = next((i for i in range(aside, start, -1) if doc[i].text == ","), None)
        if aside < end and comma is not None:
            return start, comma
    return content


def _is_occasion(doc: Doc, cue: tuple[int, int], content: tuple[int, int]) -> bool:
    """«“…,” Lund *said at a* news conference in Turin»: where something else was said by the same words."""
    root = doc[content[0] : content[1]].root
    last = doc[cue[1] - 1]
    return last.dep_ in ("det", "poss") and last.head == root and root.dep_ == "pobj" and cue[0] <= root.head.i < cue[1]


def _verdict(
    doc: Doc,
    sources: Sources,
    cue: tuple[int, int],
    content: tuple[int, int],
    said_by: tuple[int, int] | None,
    quoted: Sequence[bool],
) -> Verdict | None:
    """The stance that a cue gives to a content; ``None`` when nothing was said, or nobody said it."""
    is_empty = all(doc[i].pos_ in EMPTY for i in range(*content))
    if is_empty or not _is_speech(doc, cue, content, quoted) or _is_nobodys(doc, sources, cue, said_by):
        return None
    verdict = stance_of_cue(doc, cue)
    alone = said_by is None and verdict is not None and _is_left_alone(doc, cue, content, quoted, verdict[0])
    return None if alone else verdict


def _said_by(doc: Doc, sources: Sources, attribution: Attribution) -> tuple[int, int] | None:
    """The source, unless it is who is asked or expected to do something; of «Trump raised *Moore's* denials» Moore."""
    source, (first, last) = attribution.source, attribution.cue
    if source is None or is_only_told(doc, attribution.cue, source):
        return None
    nouns = (word for word in doc[first:last] if word.pos_ == "NOUN" and noun_cue(word) is not None)
    owner = next((child for noun in nouns for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None or _is_source_itself(owner, doc[source[0] : source[1]].root, sources):
        return source
    return owner.left_edge.i, owner.i + 1


def _is_source_itself(owner: Token, source: Token, sources: Sources) -> bool:
    """«*Ana* repeated *her* claim»; what she heard of was «*her* denial» is another's."""
    if owner.pos_ == "PROPN" or sources.differ(owner, source):
        return False
    return sources.at(owner) is not None or owner.head.dep_ == "dobj"


def _is_nobodys(doc: Doc, sources: Sources, cue: tuple[int, int], said_by: tuple[int, int] | None) -> bool:
    """«*It* shows that …», «it *is expected* that …»: nobody says it whom the reader could ask."""
    if said_by is None:
        return tells_of_nobody(doc, cue)
    head = doc[said_by[0] : said_by[1]].root
    return points(head) and sources.at(head) is None


def _is_left_alone(
    doc: Doc, cue: tuple[int, int], content: tuple[int, int], quoted: Sequence[bool], stance: Stance
) -> bool:
    """«the *talks* were described», «*the aide* was accused»: without a source and a clause nothing is left said."""
    start, end = content
    if is_clause(doc[start:end].root) or all(quoted[i] for i in range(start, end)):
        return False
    return stance is Stance.ASSERTED or (stance is Stance.ALLEGED and end <= cue[0])


def _is_speech(doc: Doc, cue: tuple[int, int], content: tuple[int, int], quoted: Sequence[bool]) -> bool:
    """«named Cole to the post», «endorsed Cole» tell what was done; what stands in quotes was said."""
    if doc[content[0]].lower_ == "by":
        return False
    if sum(quoted[i] for i in range(*content)) >= MOSTLY * (content[1] - content[0]):
        return True
    is_clause = doc[content[0] : content[1]].root.pos_ in ("VERB", "AUX")
    return tells(doc, cue) and (is_clause or says_what(doc, cue))


def _mention_of(doc: Doc, sources: Sources, said_by: tuple[int, int]) -> int | None:
    """The mention that the head of the words for a source means; of «NBC News' *Andrea Cole*» the last."""
    words = doc[said_by[0] : said_by[1]]
    subjects = [word for word in words if word.dep_ == "nsubj" and word.head not in words]
    return sources.at(subjects[-1] if subjects else words.root)


def speeches(
    doc: Doc, contents: Sequence[tuple[int, int]], told: Sequence[FoundQuote], quoted: Sequence[bool]
) -> Iterator[FoundQuote]:
    """Long speech between quotation marks without a cue: it goes on from the one before, or it is not known whose."""
    covered = {i for quote in told for start, end in (quote.content, quote.cue) for i in range(start, end)}
    last: FoundQuote | None = None
    for start, end in contents:
        words = [i for i in range(start, end) if not doc[i].is_space]
        speech = sum(quoted[i] and i not in covered for i in words)
        content = tidy(doc, start, end)
        if len(words) < MIN_SPOKEN_WORDS or speech < MOSTLY * len(words) or content is None:
            continue
        before = max((q for q in told if q.content[0] < start), key=lambda q: q.content, default=None)
        if last is not None and (before is None or last.content > before.content):
            before = last
        if before is not None and before.kind is QuoteKind.DIRECT and _follows_at_once(doc, before, start):
            last = replace(before, content=content, confidence=LIKELY)
        else:
            mark = next((i for i in range(content[0] - 1, max(content[0] - 3, -1), -1) if doc[i].is_quote), None)
            cue = mark if mark is not None else content[0]
            # «a "disjunction of means and ends that nobody wants"»: words borrowed, not speech.
            is_whole = mark is not None and doc[content[0]].is_title
            last = FoundQuote(None, (cue, cue + 1), content, QuoteKind.DIRECT, *SOMEBODY_SAYS, UNSURE, said=is_whole)
        yield last


def _follows_at_once(doc: Doc, before: FoundQuote, start: int) -> bool:
    """Whether nothing but marks and white space lies between a speech and where the next begins."""
    end = before.content[1]
    return end <= start and all(doc[i].is_punct or doc[i].is_space for i in range(end, start))
