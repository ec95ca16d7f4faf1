"""Quotes as the reader model sees them, cut and judged by what the parse and the quotation marks tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from newsgraph.extract.clauses import has_to
from newsgraph.extract.cue_contents import tidy
from newsgraph.extract.cue_lexicon import noun_cue, phrase_cue, verb_cue
from newsgraph.extract.cue_stance import (
    is_only_told,
    points,
    says_what,
    stance_of_cue,
    tells,
    tells_of_nobody,
)
from newsgraph.extract.found_quotes import LIKELY, UNSURE, FoundQuote
from newsgraph.extract.lexicons import hedges
from newsgraph.extract.reader.attributions import Attribution
from newsgraph.extract.sources import Sources
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
    told = [_with_noun(doc, _without_object(doc, _without_deed(doc, each))) for each in attributions]
    for attribution, part in ((each, part) for each in told for part in _around_cue(doc, each)):
        content = _content(doc, attribution.cue, part, quoted)
        if content is None or all(doc[i].pos_ == "PRON" for i in range(*content)):
            continue  # «spoke out against it»
        if _goes_on_beside(doc, attribution.cue, content):
            continue
        verdict = stance_of_cue(doc, attribution.cue) if _is_speech(doc, attribution.cue, content, quoted) else None
        said_by = _said_by(doc, sources, attribution)
        is_empty = all(doc[i].pos_ in EMPTY for i in range(*content))
        if is_empty or _is_nobodys(doc, sources, attribution.cue, said_by):
            verdict = None
        if (
            said_by is None
            and verdict is not None
            and _is_left_alone(doc, attribution.cue, content, quoted, verdict[0])
        ):
            verdict = None
        stance, certainty = verdict or UNSAID
        if said_by is None and stance is Stance.ASSERTED:
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


def _without_deed(doc: Doc, attribution: Attribution) -> Attribution:
    """«denied *meeting with* | Putin»: what one denies to have done belongs to the content."""
    (first, last), (start, end) = attribution.cue, attribution.content
    deeds = (i for i in range(first + 1, last) if doc[i].tag_ == "VBG" and doc[i].dep_ == "xcomp")
    deed = next((i for i in deeds if first <= doc[i].head.i < i), None)
    if start != last or deed is None:
        return attribution
    return replace(attribution, cue=(first, deed), content=(deed, end))


def _without_object(doc: Doc, attribution: Attribution) -> Attribution:
    """«claimed *credit* | for it»: what is claimed or threatened belongs to the content."""
    (first, last), (start, end) = attribution.cue, attribution.content
    objects = (i for i in range(first + 1, last) if doc[i].dep_ == "dobj" and first <= doc[i].head.i < i)
    thing = next((i for i in objects if doc[i].pos_ == "NOUN" and noun_cue(doc[i]) is None), None)
    tells_by_verb = thing is not None and verb_cue(doc[thing].head) is not None and phrase_cue(doc[thing].head) is None
    if start != last or thing is None or not tells_by_verb or doc[thing].head.lemma_.lower() in hedges("light"):
        return attribution
    if doc[start:end].root.head.i != thing:
        return attribution  # «told *reporters* | that it failed»
    left = max(doc[thing].left_edge.i, doc[thing].head.i + 1)
    return replace(attribution, cue=(first, left), content=(left, end))


def _with_noun(doc: Doc, attribution: Attribution) -> Attribution:
    """«repeated | *his denial of* any role»: a noun that tells how it is put belongs to a cue that only lends it."""
    (first, last), (start, end) = attribution.cue, attribution.content
    lenders = [i for i in range(first, last) if doc[i].lemma_.lower() in hedges("light")]
    nouns = (i for i in range(start, min(start + 3, end)) if doc[i].dep_ == "dobj" and doc[i].head.i in lenders)
    noun = next((i for i in nouns if noun_cue(doc[i]) is not None), None)
    if start != last or noun is None:
        return attribution
    rest = noun + 2 if doc[min(noun + 1, end - 1)].lower_ == "of" else noun + 1
    return attribution if rest >= end else replace(attribution, cue=(first, rest), content=(rest, end))


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


def _is_cut_apart(doc: Doc, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """«*The talks*, Ana said, *were short*»: one clause, with the cue in its midst."""
    noun = doc[before[0] : before[1]].root
    is_subject = noun.dep_ in ("nsubj", "nsubjpass") and behind[0] <= noun.head.i < behind[1]
    return is_subject or any(word.dep_ == "relcl" and word.head == noun for word in doc[before[1] : behind[1]])


def _around_cue(doc: Doc, attribution: Attribution) -> list[tuple[int, int]]:
    """«"A," *Ana said*. "B."»: what stands before and behind the cue and the source, each by itself."""
    (start, end), (first, last) = attribution.content, attribution.cue
    if not start < first < end:
        return [attribution.content]
    if attribution.source is not None and start <= attribution.source[0] < end:
        first, last = min(first, attribution.source[0]), max(last, attribution.source[1])
    if start < first and last < end and _is_cut_apart(doc, (start, first), (last, end)):
        return [attribution.content]
    return [part for part in ((start, first), (last, end)) if part[0] < part[1]]


def _content(doc: Doc, cue: tuple[int, int], part: tuple[int, int], quoted: Sequence[bool]) -> tuple[int, int] | None:
    """What the reader takes for said, without what the cue's verb tells besides: «denied *to NBC* that …»."""
    (start, end), (first, last) = _in_one_paragraph(doc, cue, part), cue
    start = _from_speech(doc, start, end, quoted)
    for token in doc[start:end]:
        if token.dep_ == "mark" and token.lower_ == "that" and first <= token.head.head.i < last <= start:
            if all(before.pos_ not in ("VERB", "AUX") for before in doc[start : token.i]):
                start = token.i
        elif token.dep_ == "conj" and token.head.i < last <= start and first <= token.head.i:
            joint = (child.i for child in token.head.children if start < child.i < token.i and child.dep_ == "cc")
            end = min((token.left_edge.i, *joint))
            break
    noun = doc[start:end].root.head
    if last <= noun.i < start and noun.pos_ == "NOUN" and noun_cue(noun) is None:
        start = max(noun.left_edge.i, last)  # «denied a *petition* that two groups filed»
    return tidy(doc, _with_antecedent(doc, start, end, cue), _with_verb(doc, start, end, cue))


def _with_antecedent(doc: Doc, start: int, end: int, cue: tuple[int, int]) -> int:
    """«*policies* that she said | would fail»: where a clause begins whose subject stands before the cue."""
    verb = doc[start:end].root
    noun = verb.head if verb.dep_ == "relcl" else verb.head.head
    relative = "relcl" in (verb.dep_, verb.head.dep_) and noun.pos_ in ("NOUN", "PROPN") and noun.i < min(cue[0], start)
    finite = verb.pos_ in ("VERB", "AUX") and verb.tag_ not in ("VBG", "VBN") and not has_to(verb)
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i >= start), None)
    lacks_subject = subject is None or "WDT" in (subject.tag_, doc[start].tag_)
    if not (relative and finite and lacks_subject):
        return start
    antecedent: int = noun.left_edge.i
    return antecedent if doc[antecedent].sent == doc[start].sent else start


def _goes_on_beside(doc: Doc, cue: tuple[int, int], content: tuple[int, int]) -> bool:
    """«the parties *don't agree*, and *nothing they say* is going to change that»: a clause of its own."""
    verb = doc[content[0] : content[1]].root.head
    beside: bool = verb.dep_ == "conj" and cue[0] <= verb.head.i < cue[1]
    return beside and verb.i >= content[1]


def _with_verb(doc: Doc, start: int, end: int, cue: tuple[int, int]) -> int:
    """«denied that the data | *was sold*»: where a clause ends of which only the subject was taken."""
    root = doc[start:end].root
    subjects = (t for t in doc[start:end] if t.dep_ in ("nsubj", "nsubjpass") and end <= t.head.i < root.sent.end)
    subject = next((t for t in subjects if t == root or start <= t.head.head.i < end), None)
    if subject is None or subject.head.i <= cue[0]:
        return end
    verb = subject.head
    if any(doc[i].is_quote or cue[0] <= i < cue[1] for i in range(end, verb.i + 1)):
        return end
    clause_end: int = verb.right_edge.i + 1
    return max(end, clause_end)


def _from_speech(doc: Doc, start: int, end: int, quoted: Sequence[bool]) -> int:
    """«Ana asked *reporters*. "Because …"»: where the speech begins behind the end of a sentence."""
    opening = next((i for i in range(start, end) if quoted[i]), start)
    return opening if opening > start and doc[opening - 1].text in (".", "!", "?") else start


def _in_one_paragraph(doc: Doc, cue: tuple[int, int], part: tuple[int, int]) -> tuple[int, int]:
    """The part nearest to the cue; a quotation that is not closed goes on where the next paragraph opens one."""
    start, end = part
    breaks = (i for i in range(start, end) if "\n" in doc[i].text)
    ends = [i for i in breaks if doc[i - 1].is_quote or not (i + 1 < end and doc[i + 1].is_quote)]
    edges = [start, *ends, end]
    parts = [(a, b) for a, b in pairwise(edges) if any(doc[i].is_alpha for i in range(a, b))]
    return min(parts, key=lambda each: max(each[0] - cue[1], cue[0] - each[1], 0), default=part)


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
