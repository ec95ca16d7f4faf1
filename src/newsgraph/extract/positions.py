"""Posts that people are said to hold: «EPA chief Scott Pruitt», «Smith, the county clerk»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.chains import Found
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.past import RANKS, has_left, is_to_come, says_past, was_under
from newsgraph.extract.phrases import of_at
from newsgraph.extract.relations import tied_holder
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

# «VP nominee *Sen.* Tim Kaine»: a post of its own stands behind.
STANDING = frozenset({"nominee", "candidate"})
# What only says that the post is held now, or since when.
PRESENT = frozenset({"-", "outgoing", "current", "newly", "same", "longtime", "veteran"})
# Posts that stand before names in short.
ABBREVIATED, GENERAL = frozenset({"rep.", "sen.", "gov."}), "gen."
# What they are of, and no title of theirs: «Wisconsin Democrats».
THEIR_PARTY = frozenset({"Democrats", "Republicans"})
# What a post is for, before and behind it, and what may stand before that.
FIELD_TIES = frozenset({"compound", "nmod", "amod"})
FIELD_TAGS = frozenset({"NN", "NNS", "NNP", "JJ"})
LONGEST_FIELD = 3
QUALIFIERS = frozenset({"public", "national", "foreign", "political", "financial", "general"})
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
        first, last = mention.title
        whole, last = _without_past(doc, titles.without_part_of_word(doc, first, last), last)
        whole = max((i + 1 for i in range(whole, last) if doc[i].text in THEIR_PARTY), default=whole)
        post = titles.post_before(doc, last)
        for start, end in _parted(doc, whole, post, last) if post is not None else ():
            if start < end and titles.holds_post(doc[end - 1].text) and not _is_ahead(doc, start):
                past = titles.is_past(surface(doc, first, end)) or says_past(doc, start)
                former = past or _has_left(doc[end - 1], mention)
                yield FoundPosition(number, _with_field_before(doc, start), end, former)


def _is_ahead(doc: Doc, start: int) -> bool:
    return start > 0 and (doc[start - 1].lower_ in AHEAD or is_to_come(doc, start) or _is_imagined(doc, start))


def _has_left(post: Token, holder: Found) -> bool:
    """Not who leaves something else: «lobbyist Tom Berg resigned»."""
    return titles.can_be_left(post.text) and has_left(post.doc[holder.end - 1])


def _parted(doc: Doc, start: int, post: int, end: int) -> list[tuple[int, int]]:
    """The posts in a title; ``post`` is where the words of the last begin.

    «his brother *King* Salman», «businessman and former *state Rep.* Mike Braun», «*state chairman* *Rep.* Ken Buck».
    """
    if start >= post:
        return [(start, end)]
    before = doc[post - 1]
    if before.lower_ in titles.kin() | STANDING or (before.text == "state" and doc[post].text == "President"):
        return [(post, end)]  # also «it's a state *President* Obama carried»
    if titles.post_before(doc, post) is not None and _is_apart(doc[post]):
        return [(start, post), (post, end)]
    if titles.post_before(doc, post) is not None and before.is_lower and doc[post].is_title:
        return [(post, end)]  # «the same counsel *President* Bush was hearing»
    joined = [i for i in range(start, post) if doc[i].lower_ == "and" and titles.is_past(doc[i + 1].text)]
    return [(joined[-1] + 2 if joined else start, end)]


def _is_apart(post: Token) -> bool:
    """«committee chairman *Sen.* Tom Berg»; not «Lt. Gen.»."""
    is_general = post.lower_ == GENERAL and post.nbor(-1).is_alpha and post.nbor(-1).lower_ != "attorney"
    return post.lower_ in ABBREVIATED or is_general


def _with_field_before(doc: Doc, start: int) -> int:
    """«*public information* officer Ana Petrov»: what the post is for, in small letters."""
    field = start
    while field > 1 and doc[start].is_lower and _says_what_for(doc[field - 1]):
        field -= 1
    is_qualified = field < start and field and doc[field - 1].lower_ in QUALIFIERS
    return field - 1 if is_qualified else field


def _says_what_for(word: Token) -> bool:
    is_noun = word.is_lower and word.tag_ == "NN" and word.dep_ in FIELD_TIES and word.nbor(-1).text != "-"
    return is_noun and word.lower_ not in STANDING and titles.post_before(word.doc, word.i + 1) is None


def _is_imagined(doc: Doc, start: int) -> bool:
    """«under *a President* Sanders»: he is none; not «*a spokesman* Paul Weiss»."""
    return doc[start - 1].lower_ in ("a", "an") and doc[start].text.istitle()


def _in_apposition(doc: Doc, mentions: Mentions) -> Iterator[FoundPosition]:
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "NOUN" or token.tag_ == "NNS" or token.i in mentions.at:
            continue
        start, end = titles.post_before(doc, token.i + 1), token.i + 1
        if start is None or not titles.holds_post(token.text):
            continue
        holder = tied_holder(doc, token, start, end, mentions)
        if holder is None or mentions.type(holder) is not EntityType.PERSON or mentions.found[holder].end > start:
            continue
        while start > token.left_edge.i and doc[start - 1].dep_ in FIELD_TIES:
            start -= 1
        former = says_past(doc, start) or was_under(token) or _has_left(token, mentions.found[holder])
        start, end = _without_past(doc, titles.without_part_of_word(doc, start, end), end)
        if start < end and not titles.is_not_yet(doc[start].text):
            former = former or titles.is_past(surface(doc, token.left_edge.i, end))
            yield FoundPosition(holder, start, _with_field_behind(token, mentions), former)


def _with_field_behind(post: Token, mentions: Mentions) -> int:
    """The end of «chief *of staff*», «secretary *of labor*»: what the post is for, where no name stands in it."""
    end: int = post.i + 1
    of = of_at(post, end)
    field = None if of is None else next((child for child in of.children if child.dep_ == "pobj"), None)
    if field is None or field.left_edge.i != end + 1 or field.i > end + LONGEST_FIELD:
        return end
    words = mentions.doc[end + 1 : field.i + 1]
    is_bare = all(word.tag_ in FIELD_TAGS and word.i not in mentions.at for word in words)
    return end + 1 + len(words) if is_bare else end


def _without_past(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """«former FBI director», «outgoing FBI director», «the longtime FBI director» -> «FBI director»."""
    while start < end and (
        titles.is_past(doc[start].text)
        or doc[start].lower_ in PRESENT
        or doc[start].text == "new"
        or (doc[start].text == "retired" and doc[end - 1].lower_ not in RANKS)
    ):
        start += 1
    return start, end
