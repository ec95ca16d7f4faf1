"""Where a cue ends and a content begins: the edges that the reader sets, mended by the parse and the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from newsgraph.extract.clauses import has_to
from newsgraph.extract.cue_contents import tidy
from newsgraph.extract.cue_lexicon import noun_cue, phrase_cue, verb_cue
from newsgraph.extract.lexicons import hedges
from newsgraph.extract.reader.attributions import Attribution

ENDS = (".", "!", "?")


def with_mended_edges(
    doc: Doc, attributions: Sequence[Attribution], quoted: Sequence[bool]
) -> Iterator[tuple[Attribution, tuple[int, int]]]:
    """Each attribution with the tokens of what is said: one content, or two around the cue and the source.

    Contents of pronouns only («spoke out against it») and clauses of their own are left out.
    """
    for attribution in attributions:
        mended = _with_noun(doc, _without_object(doc, _without_deed(doc, attribution)))
        for part in _around_cue(doc, mended):
            content = _content(doc, mended.cue, part, quoted)
            if content is None or all(doc[i].pos_ == "PRON" for i in range(*content)):
                continue
            if not _goes_on_beside(doc, mended.cue, content):
                yield mended, content


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


def _is_cut_apart(doc: Doc, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """«*The talks*, Ana said, *were short*»: one clause, with the cue in its midst."""
    noun = doc[before[0] : before[1]].root
    is_subject = noun.dep_ in ("nsubj", "nsubjpass") and behind[0] <= noun.head.i < behind[1]
    return is_subject or any(word.dep_ == "relcl" and word.head == noun for word in doc[before[1] : behind[1]])


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


def _goes_on_beside(doc: Doc, cue: tuple[int, int], content: tuple[int, int]) -> bool:
    """«the parties *don't agree*, and *nothing they say* is going to change that»: a clause of its own."""
    verb = doc[content[0] : content[1]].root.head
    beside: bool = verb.dep_ == "conj" and cue[0] <= verb.head.i < cue[1]
    return beside and verb.i >= content[1]


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
    start = _behind_title(doc, start, end)
    opening = next((i for i in range(start, end) if quoted[i]), start)
    return opening if opening > start and doc[opening - 1].text in ENDS else start


def _behind_title(doc: Doc, start: int, end: int) -> int:
    """«Ana said on *"Fox News Sunday." | "What …»: behind a title that ends with the sentence."""
    ends = (i for i in range(start + 1, end - 1) if doc[i - 1].text in ENDS and doc[i].is_quote and doc[i + 1].is_quote)
    close = next(ends, start)
    opened = next((i for i in range(close - 1, start - 1, -1) if doc[i].is_quote), start - 1)
    titled = all(not doc[i].is_lower or doc[i].is_stop for i in range(opened + 1, close))
    return close + 1 if close > start and titled else start


def _in_one_paragraph(doc: Doc, cue: tuple[int, int], part: tuple[int, int]) -> tuple[int, int]:
    """The part nearest to the cue; a quotation that is not closed goes on where the next paragraph opens one."""
    start, end = part
    breaks = (i for i in range(start, end) if "\n" in doc[i].text)
    ends = [i for i in breaks if doc[i - 1].is_quote or not (i + 1 < end and doc[i + 1].is_quote)]
    edges = [start, *ends, end]
    parts = [(a, b) for a, b in pairwise(edges) if any(doc[i].is_alpha for i in range(a, b))]
    return min(parts, key=lambda each: max(each[0] - cue[1], cue[0] - each[1], 0), default=part)
