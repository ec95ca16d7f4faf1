"""``quotes``: who says, the words that say so, what is said; each by itself, and all three tied rightly."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsgraph.evaluate.matching import choose_pairs
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Counts, Scores, count_sets, counts, total
from newsgraph.model import Quote, Span

TOKEN = re.compile(r"\w+|[^\w\s]")
QUOTATION_MARKS = {'"': '"', "“": "”", "«": "»"}
OPENING = re.compile(r"(?:\bthat\s)?[\"“«][^\S\n]?$|\bthat\s$")
CLOSING = re.compile(r"[.,?!…]*[\"”»]|[?!]")
ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed")
# Of the words of a direct quote so many stand between quotation marks; of a mixed one, some.
DIRECT = 0.9


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as ranges of tokens (half open); ``None``: the text has no such part."""

    content: tuple[int, int]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None

    def role(self, name: str) -> tuple[int, int] | None:
        """The source, the cue or the content."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True)
class _Page:
    """One article: its attributions, found and gold, each with its kind."""

    found: Sequence[tuple[Attribution, str]]
    gold: Sequence[tuple[Attribution, str]]

    def only(self, kind: str) -> tuple[list[Attribution], list[Attribution]]:
        found = [attribution for attribution, its in self.found if its == kind]
        return found, [attribution for attribution, its in self.gold if its == kind]

    def all(self) -> tuple[list[Attribution], list[Attribution]]:
        return [attribution for attribution, _ in self.found], [attribution for attribution, _ in self.gold]


def measure_quotes(readings: Iterable[Reading]) -> Scores:
    """The three roles and the whole attributions over all articles, and the same for each kind of quote.

    The kind is told from the content by one rule for both sides: all, none or some of its words stand between
    quotation marks.
    """
    pages = [_page(reading) for reading in readings]
    scores = _scores([page.all() for page in pages])
    by_kind = {kind: _scores([page.only(kind) for page in pages]) for kind in KINDS}
    return {**scores["attribution"]["overlap"], **scores, **by_kind}


def content_span(quote: Quote, text: str) -> Span:
    """The content as PARC 3 and PolNeAR mark it: with «that», its quotation marks, and what closes before the last.

    newsgraph leaves them out.
    """
    start, end = quote.content.start, quote.content.end
    after = CLOSING.match(text, end)
    before = OPENING.search(text, max(start - 8, 0), start)
    return Span(before.start() if before else start, after.end() if after else end)


def joined(quotes: Iterable[Quote], text: str) -> Iterator[tuple[Span, Span | None, Span]]:
    """Content, source and cue; what stands on both sides of one cue («"A," Ana said. "B."») is one content."""
    by_cue: defaultdict[tuple[Span, Span | None], list[Span]] = defaultdict(list)
    for quote in quotes:
        by_cue[quote.cue, quote.source].append(content_span(quote, text))
    for (cue, source), contents in by_cue.items():
        before = [span for span in contents if span.end <= cue.start]
        after = [span for span in contents if cue.end <= span.start]
        if before and after:
            yield Span(max(before).start, min(after).end), source, cue
        rest = [*sorted(before)[:-1], *sorted(after)[1:]] if before and after else contents
        yield from ((content, source, cue) for content in rest)


def _scores(sides: Sequence[tuple[list[Attribution], list[Attribution]]]) -> Scores:
    scores: Scores = {}
    for role in ROLES:
        scores[role] = {
            "exact": total(count_sets(_spans(found, role), _spans(gold, role)) for found, gold in sides).scores(),
            "overlap": total(count_sets(_tokens(found, role), _tokens(gold, role)) for found, gold in sides).scores(),
        }
    scores["attribution"] = {
        "exact": total(count_sets(set(found), set(gold)) for found, gold in sides).scores(),
        "overlap": total(count_tied(found, gold) for found, gold in sides).scores(),
    }
    return scores


def _spans(attributions: Iterable[Attribution], role: str) -> set[tuple[int, int]]:
    return {span for a in attributions if (span := a.role(role)) is not None}


def _tokens(attributions: Iterable[Attribution], role: str) -> set[int]:
    return {token for span in _spans(attributions, role) for token in range(*span)}


def count_tied(found: Sequence[Attribution], gold: Sequence[Attribution]) -> Counts:
    """Attributions paired one to one, where source, cue and content each are half the same."""
    worth = {
        (i, j): 1.0 + _shared(one.content, other.content)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
        if all(_is_half(one.role(role), other.role(role)) for role in ROLES)
    }
    # A pair more is always worth more than better pairs: what is shared adds less than 1 in all.
    most = len(found) + len(gold) + 1
    worth = {pair: 1.0 + (value - 1.0) / most for pair, value in worth.items()}
    return counts(len(list(choose_pairs(worth))), len(found), len(gold))


def _is_half(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether half of either's tokens or more are the other's too; nothing is half of nothing only."""
    if one is None or other is None:
        return one is other
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= max(one[1] - one[0], other[1] - other[0])


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    return (min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))


def _page(reading: Reading) -> _Page:
    text = reading.gold.text
    tokens = [(found.start(), found.end()) for found in TOKEN.finditer(text)]
    in_tokens = _token_ranges(tokens)
    kind_of = _kinds(text, tokens)
    quotes = [q for q in reading.extraction.quotes if reading.gold.is_annotated(q.content.start, q.content.end)]
    found = [(_offsets(content), _offsets(source), _offsets(cue)) for content, source, cue in joined(quotes, text)]
    gold = [(quote.content, quote.source, quote.cue) for quote in reading.gold.quotes]
    sides = []
    for side in (found, gold):
        attributions = {
            Attribution(range_, in_tokens(source), in_tokens(cue))
            for content, source, cue in side
            if (range_ := in_tokens(content)) is not None
        }
        ordered = sorted(attributions, key=lambda a: (a.content, a.source or (), a.cue or ()))
        sides.append([(attribution, kind_of(attribution.content)) for attribution in ordered])
    return _Page(*sides)


def _offsets(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _token_ranges(
    tokens: Sequence[tuple[int, int]],
) -> Callable[[tuple[int, int] | None], tuple[int, int] | None]:
    """A function from offsets to the tokens they touch."""
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]

    def find(span: tuple[int, int] | None) -> tuple[int, int] | None:
        if span is None:
            return None
        first, last = bisect.bisect_right(ends, span[0]), bisect.bisect_left(starts, span[1])
        return (first, last) if first < last else None

    return find


def _kinds(text: str, tokens: Sequence[tuple[int, int]]) -> Callable[[tuple[int, int]], str]:
    """A function that tells the kind of a quote from the tokens of its content."""
    quoted: list[bool] = []
    closing = ""
    for number, (start, _) in enumerate(tokens):
        mark = text[start]
        if number and "\n" in text[tokens[number - 1][1] : start]:
            closing = ""  # a paragraph that goes on with a quote opens it again
        if closing:
            quoted.append(True)
            closing = "" if mark == closing else closing
        else:
            closing = QUOTATION_MARKS.get(mark, "")
            quoted.append(bool(closing))

    def find(content: tuple[int, int]) -> str:
        words = [quoted[n] for n in range(*content) if text[tokens[n][0]].isalnum()]
        share = sum(words) / len(words) if words else 0.0
        return "direct" if share >= DIRECT else "mixed" if share else "indirect"

    return find
