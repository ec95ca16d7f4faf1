"""Posts that people are said to hold: «EPA chief Scott Pruitt», «Smith, the county clerk»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.chains import Found
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.past import says_past
from newsgraph.extract.relations import tied_holder
from newsgraph.model import EntityType

# «VP nominee *Sen.* Tim Kaine»: a post of its own stands behind.
STANDING = frozenset({"nominee", "candidate"})
# «likely *future* minority leader Chuck Schumer»: not yet.
AHEAD = frozenset({"future", "next", "potential", "prospective", "possible", "aspiring", "likely"})


@dataclass(frozen=True, slots=True)
class FoundPosition:
    """A post in tokens; ``holder`` indexes the mentions."""

    holder: int
    start: int
    end: int
    former: bool


def find_positions(doc: Doc, found: Sequence[Found]) -> list[FoundPosition]:
    """All posts of an article, in order; forms of address and kin words are none."""
    mentions = Mentions(doc, found)
    beside = list(_before_names(doc, found))
    taken = {i for position in beside for i in range(position.start, position.end)}
    apposed = [p for p in _in_apposition(doc, mentions) if taken.isdisjoint(range(p.start, p.end))]
    return sorted([*beside, *apposed], key=lambda position: (position.start, position.holder))


def _before_names(doc: Doc, found: Sequence[Found]) -> Iterator[FoundPosition]:
    for number, mention in enumerate(found):
        if mention.title is None:
            continue
        first, end = mention.title
        start, end = _without_past(doc, titles.without_part_of_word(doc, first, end), end)
        post = titles.post_before(doc, end)
        if post is not None and start < post and doc[post - 1].lower_ in titles.kin() | STANDING:
            start = post  # «his brother *King* Salman»
        if start and (doc[start - 1].lower_ in AHEAD or _is_imagined(doc, start)):
            continue
        if start < end and post is not None and titles.holds_post(doc[end - 1].text):
            yield FoundPosition(
                number, start, end, titles.is_past(doc[mention.title[0] : end].text) or says_past(doc, start)
            )


def _is_imagined(doc: Doc, start: int) -> bool:
    """«under *a President* Sanders»: he is none; not «*a spokesman* Paul Weiss»."""
    return doc[start - 1].lower_ in ("a", "an") and doc[start].text.istitle()


def _in_apposition(doc: Doc, mentions: Mentions) -> Iterator[FoundPosition]:
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "NOUN" or token.i in mentions.at:
            continue
        start, end = titles.post_before(doc, token.i + 1), token.i + 1
        if start is None or not titles.holds_post(token.text):
            continue
        holder = tied_holder(doc, token, start, end, mentions)
        if holder is None or mentions.type(holder) is not EntityType.PERSON or mentions.found[holder].end > start:
            continue
        while start > token.left_edge.i and doc[start - 1].dep_ in ("compound", "amod", "nmod"):
            start -= 1
        former = says_past(doc, start)
        start, end = _without_past(doc, titles.without_part_of_word(doc, start, end), end)
        if start < end and not titles.is_not_yet(doc[start].text):
            yield FoundPosition(holder, start, end, former or titles.is_past(doc[token.left_edge.i : end].text))


def _without_past(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """«former FBI director», «outgoing FBI director» -> «FBI director»."""
    while start < end and (titles.is_past(doc[start].text) or doc[start].lower_ in ("-", "outgoing")):
        start += 1
    return start, end
