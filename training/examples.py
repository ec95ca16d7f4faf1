"""From gold data to examples: words with tags, pointers, chains and relations, cut into segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from newsgraph.evaluate.gold import GoldArticle, GoldMention
from newsgraph.extract.reader.labels import MENTION_TYPES, TAGS
from newsgraph.extract.reader.segments import Segment, segment
from newsgraph.extract.reader.words import words_of
from newsgraph.extract.story import STRAIGHT

WordRange = tuple[int, int]

# Relations of two names in one sentence, subject first.
RELATIONS = (
    "employedBy", "basedIn", "residesIn", "locatedIn", "bornIn", "diedIn", "citizenOf", "spouseOf", "parentOf",
    "memberOfParty", "educatedAt", "ceoOf", "founderOf", "subsidiaryOf", "killed",
)  # fmt: skip
# Property or label of the data -> our predicate, and whether subject and object change places.
PREDICATES = {
    "Work_For": ("employedBy", False),
    "OrgBased_In": ("basedIn", False),
    "Live_In": ("residesIn", False),
    "Located_In": ("locatedIn", False),
    "Kill": ("killed", False),
    "EMPLOYEE_OR_MEMBER_OF": ("employedBy", False),
    "PLACE_OF_RESIDENCE": ("residesIn", False),
    "SPOUSE": ("spouseOf", False),
    "PLACE_OF_BIRTH": ("bornIn", False),
    "EDUCATED_AT": ("educatedAt", False),
    "HEADQUARTERS": ("basedIn", False),
    "CHILD_OF": ("parentOf", True),
    "FOUNDED_BY": ("founderOf", True),
    "CEO": ("ceoOf", True),
    "NATIONALITY": ("citizenOf", False),
    "POLITICAL_AFFILIATION": ("memberOfParty", False),
    "SUBSIDIARY_OF": ("subsidiaryOf", False),
}
CONLL04_PREDICATES = frozenset({"employedBy", "basedIn", "residesIn", "locatedIn", "killed"})


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A mention in words, with its head word, its type and its chain."""

    start: int
    end: int
    head: int
    type: int
    chain: str | None


@dataclass(slots=True)
class Example:
    """One article in words. Tags are numbers of ``TAGS``; a task that the data does not know is absent."""

    words: list[str]
    pos: list[str]
    sentences: list[int]
    quoted: list[bool]
    segments: list[Segment]
    tags: dict[str, list[int]] = field(default_factory=dict)
    pointers: list[tuple[str, int, int]] = field(default_factory=list)
    mentions: list[GoldSpan] = field(default_factory=list)
    # First and last word of two names, and for each predicate 1, 0 or -1 (not known).
    pairs: list[tuple[int, int, list[int]]] = field(default_factory=list)
    spans: list[WordRange] = field(default_factory=list)

    def range(self, start: int, end: int) -> WordRange | None:
        """The words that the characters touch."""
        touched = [n for n, (first, last) in enumerate(self.spans) if first < end and start < last]
        return (touched[0], touched[-1] + 1) if touched else None


def begin(
    nlp: Language, tokenizer: Tokenizer, article: GoldArticle, *, parsed: bool
) -> tuple[Example, Doc, tuple[int, ...]]:
    """The article in words, without what people found in it."""
    text = article.text.translate(STRAIGHT)
    doc = nlp(text) if parsed else nlp.make_doc(text)
    words = words_of(doc)
    tokens = [doc[i] for i in words.tokens]
    sentences, quoted, number, inside = [], [], 0, False
    for token in tokens:
        number += bool(parsed and token.is_sent_start)
        inside = inside != (token.text in ('"', "``", "''"))
        sentences.append(number)
        quoted.append(inside)
    example = Example(
        words=[token.text for token in tokens],
        pos=[token.tag_ for token in tokens] if parsed else [],
        sentences=sentences,
        quoted=quoted,
        segments=list(segment(tokenizer, words.lines)),
        spans=[(token.idx, token.idx + len(token)) for token in tokens],
    )
    return example, doc, words.tokens


def bio(example: Example, ranges: Iterable[tuple[WordRange, str]], task: str) -> list[int]:
    """Tags from ranges; the longer of two that overlap stays."""
    tags = [0] * len(example.words)
    labels = TAGS[task]
    taken: set[int] = set()
    for (start, end), label in sorted(ranges, key=lambda r: r[0][0] - r[0][1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            suffix = f"-{label}" if label else ""
            tags[start:end] = [labels.index(f"B{suffix}"), *[labels.index(f"I{suffix}")] * (end - start - 1)]
    return tags


def names(nlp: Language, tokenizer: Tokenizer, article: GoldArticle) -> Example:
    """Names with their types."""
    example, _, _ = begin(nlp, tokenizer, article, parsed=False)
    ranges = [(r, m.type) for m in article.mentions if m.type and (r := example.range(m.start, m.end))]
    example.tags["name"] = bio(example, ranges, "name")
    return example


def quotes(nlp: Language, tokenizer: Tokenizer, article: GoldArticle) -> Example:
    """Sources, cues and contents, and which belong together: pointers from the last word of the cue."""
    example, _, _ = begin(nlp, tokenizer, article, parsed=False)
    found: dict[str, list[tuple[WordRange, str]]] = {"source": [], "cue": [], "content": []}
    for quote in article.quotes:
        ranges = {role: example.range(*span) if (span := getattr(quote, role)) else None for role in found}
        for role, words in ranges.items():
            if words is not None:
                found[role].append((words, ""))
        cue = ranges["cue"]
        if cue is None:
            continue
        anchor = cue[1] - 1
        for role in ("source", "content"):
            words = ranges[role]
            first, last = (words[0], words[1] - 1) if words is not None else (anchor, anchor)
            example.pointers += [(f"{role}_start", anchor, first), (f"{role}_end", anchor, last)]
    for role, of_role in found.items():
        example.tags[role] = bio(example, of_role, role)
    return example


def chains(nlp: Language, tokenizer: Tokenizer, chained: GoldArticle, typed: GoldArticle | None) -> Example:
    """Mentions and the chains they are in; ``typed`` has the mentions of things mentioned once too."""
    example, doc, tokens = begin(nlp, tokenizer, chained, parsed=True)
    number_of = {token: number for number, token in enumerate(tokens)}
    types = {name: entity.type for name, entity in typed.entities.items()} if typed is not None else {}
    spans: dict[int, GoldSpan] = {}
    # Chained mentions last: they win where two share a head.
    for article, is_chained in ((typed, False), (chained, True)):
        for mention in sorted(article.mentions, key=lambda m: m.end - m.start) if article is not None else ():
            span = _gold_span(example, doc, tokens, number_of, mention, types)
            if span is not None:
                known = spans.get(span.head)
                type_ = known.type if known is not None and is_chained and span.type == other() else span.type
                spans[span.head] = GoldSpan(
                    span.start, span.end, span.head, type_, mention.entity if is_chained else None
                )
    example.mentions = [spans[head] for head in sorted(spans)]
    for span in example.mentions:
        example.pointers += [("mention_start", span.head, span.start), ("mention_end", span.head, span.end - 1)]
    if typed is not None:
        example.tags["mention"] = [spans[n].type if n in spans else 0 for n in range(len(example.words))]
    return example


def other() -> int:
    """The number of the type of mentions whose type the data does not tell."""
    return MENTION_TYPES.index("other") + 1


def _gold_span(
    example: Example,
    doc: Doc,
    tokens: Sequence[int],
    number_of: dict[int, int],
    mention: GoldMention,
    types: dict[str, str | None],
) -> GoldSpan | None:
    words = example.range(mention.start, mention.end)
    if words is None:
        return None
    root = doc[tokens[words[0]] : tokens[words[1] - 1] + 1].root.i
    type_ = types.get(mention.entity or "")
    number = MENTION_TYPES.index(type_) + 1 if type_ in MENTION_TYPES else other()
    return GoldSpan(*words, number_of.get(root, words[1] - 1), number, mention.entity)


def events(nlp: Language, tokenizer: Tokenizer, article: GoldArticle) -> Example:
    """The words that tell events, in the sentences that people read."""
    kept = [article.text[start:end] for start, end in article.annotated or ()]
    moved = []
    offset = 0
    for (start, end), text in zip(article.annotated or (), kept, strict=True):
        moved += [
            (e.start - start + offset, e.end - start + offset)
            for e in article.events
            if start <= e.start and e.end <= end
        ]
        offset += len(text) + 1
    example, _, _ = begin(nlp, tokenizer, GoldArticle(article.id, "\n".join(kept)), parsed=False)
    ranges = [(r, "") for start, end in moved if (r := example.range(start, end))]
    example.tags["event"] = bio(example, ranges, "event")
    return example


def relations(nlp: Language, tokenizer: Tokenizer, article: GoldArticle, *, complete: bool) -> Example:
    """Pairs of names with what ties them; where the data is not ``complete``, predicates not told are unknown."""
    example, _, _ = begin(nlp, tokenizer, article, parsed=False)
    at = {m.entity: r for m in article.mentions if m.entity and (r := example.range(m.start, m.end))}
    told: dict[tuple[str, str], set[str]] = {}
    for relation in article.relations:
        if relation.predicate in PREDICATES:
            predicate, turned = PREDICATES[relation.predicate]
            pair = (relation.object, relation.subject) if turned else (relation.subject, relation.object)
            told.setdefault(pair, set()).add(predicate)
            if predicate == "spouseOf":
                told.setdefault(pair[::-1], set()).add(predicate)
    asked = CONLL04_PREDICATES if complete else {p for predicates in told.values() for p in predicates}
    for subject, first in at.items():
        for object_, second in at.items():
            if first != second and asked:
                truth = told.get((subject, object_), set())
                labels = [int(p in truth) if p in asked else -1 for p in RELATIONS]
                example.pairs.append((first[1] - 1, second[1] - 1, labels))
    if complete:
        ranges = [(r, m.type) for m in article.mentions if m.type and (r := example.range(m.start, m.end))]
        example.tags["name"] = bio(example, ranges, "name")
    return example
