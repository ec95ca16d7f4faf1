"""Who said what: source, cue and content of reports and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.content_stance import stance_of_content
from newsgraph.extract.cue_stance import only_says
from newsgraph.extract.found_quotes import LIKELY, SURE, FoundQuote, quotations_of, with_quoted_words
from newsgraph.extract.pronouns import PRONOUN_SEX
from newsgraph.extract.read_quotes import attributed, speeches
from newsgraph.extract.reader.attributions import Attribution
from newsgraph.extract.ruled_quotes import by_rule
from newsgraph.extract.sources import Sources, cue_words
from newsgraph.extract.stance_targets import can_be_put, head_of, is_called
from newsgraph.model import Certainty, QuoteKind, Stance

# These are taken towards words and deeds, not towards people.
OF_WORDS = frozenset({Stance.DENIED, Stance.CONFIRMED, Stance.RETRACTED, Stance.QUESTIONED})


def find_quotes(
    doc: Doc,
    sources: Sources,
    quoted: Sequence[bool],
    attributions: Sequence[Attribution] = (),
    contents: Sequence[tuple[int, int]] = (),
) -> list[FoundQuote]:
    """The quotes of an article in the order of their contents: «"No," *said* Ana», «Ana *denied* the report».

    ``quoted`` tells of each token whether it stands between quotation marks. ``attributions`` are what the reader
    sees, in tokens, and ``contents`` what reads to it like something said; what syntax and quotation marks tell is
    added to it.
    """
    quotations = quotations_of(doc)
    ruled = [_named_by_mention(sources, quote) for quote in by_rule(doc, sources, quotations)]
    seen = [_as_parsed(quote, ruled) for quote in attributed(doc, sources, attributions, quoted)]
    read = [with_quoted_words(quote, quotations) for quote in seen]
    said = [quote for quote in read if quote.said]
    found = [*read, *(quote for quote in ruled if not _is_told(quote, said))]
    found.extend(speeches(doc, contents, sorted(found, key=lambda q: q.content), quoted))
    quotes = _without_doubles(found)
    possible = [_by_whom_it_can_be(sources, _as_far_as_told(doc, sources, quote)) for quote in quotes]
    told = [_unless_bare_name(sources, quote) for quote in possible]
    return [each for quote in told for each in _of_each_source(sources, _as_put(doc, sources, quote))]


def _without_doubles(found: Sequence[FoundQuote]) -> list[FoundQuote]:
    """Each once, in order; of two cues of one source for one content the first: «*walked back* his claim that …»."""
    unique = {(quote.content, quote.cue): quote for quote in sorted(found, key=lambda q: q.confidence)}
    ordered = sorted(unique.values(), key=lambda q: (q.content[0], -q.content[1], q.cue))
    told_first = sorted(ordered, key=lambda q: not q.said)
    first = {(quote.content, quote.source): quote for quote in reversed(told_first)}
    return [quote for quote in ordered if quote.source is None or first[quote.content, quote.source] is quote]


def _as_parsed(quote: FoundQuote, ruled: Sequence[FoundQuote]) -> FoundQuote:
    """What the reader sees has the reader's words; whose they are and how they are put the parse knows better."""
    twin = next((rule for rule in ruled if _share(rule.cue, quote.cue) and _share(rule.content, quote.content)), None)
    if twin is None or twin.source is None:
        return quote
    return replace(quote, source=twin.source, stance=twin.stance, certainty=twin.certainty, confidence=SURE, said=True)


def _share(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _named_by_mention(sources: Sources, quote: FoundQuote) -> FoundQuote:
    if quote.source is None:
        return quote
    mention = sources.found[quote.source]
    return replace(quote, said_by=(mention.start, mention.end))


def _is_told(quote: FoundQuote, told: Sequence[FoundQuote]) -> bool:
    """Whether one of the others has the same cue, or holds its content; a denial in another's words is told apart."""
    nested = quote.stance is Stance.DENIED
    return any(
        _share(other.cue, quote.cue)
        or (_share(other.content, quote.content) and not (nested and _share(other.content, quote.cue)))
        for other in told
    )


def _as_put(doc: Doc, sources: Sources, quote: FoundQuote) -> FoundQuote:
    """With the stance of the content's own main clause, where the cue only says: «said he *will* run»."""
    if quote.stance is Stance.QUESTIONED and quote.kind is QuoteKind.DIRECT and not _asks(doc, quote.content):
        return replace(quote, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN)
    if not quote.said or quote.stance is not Stance.ASSERTED or not only_says(doc, quote.cue):
        return quote
    direct = quote.kind is QuoteKind.DIRECT
    own = stance_of_content(doc, quote.content, lambda token: sources.is_same(quote.source, token), direct=direct)
    return quote if own is None else replace(quote, stance=own[0], certainty=own[1])


def _asks(doc: Doc, content: tuple[int, int]) -> bool:
    """«"Why Nice?" she *asked*. "Because it is known."»: only what has a question mark is asked."""
    return any(token.text == "?" for token in doc[content[0] : min(content[1] + 1, len(doc))])


def _by_whom_it_can_be(sources: Sources, quote: FoundQuote) -> FoundQuote:
    """Without a source where «he» was taken for somebody whom the content names: «He said that *Ana* …»."""
    if sources.speaks_in(quote.source, quote.content):
        return quote
    return replace(quote, source=None, confidence=min(quote.confidence, LIKELY))


def _of_each_source(sources: Sources, quote: FoundQuote) -> Iterator[FoundQuote]:
    """«Smith and Jones said»: each of them says it."""
    yield quote
    for other in sources.joined(quote.source, besides=quote.content):
        yield replace(quote, source=other)


def _unless_bare_name(sources: Sources, quote: FoundQuote) -> FoundQuote:
    """«shrugs off *Trump*»: whom or what one speaks of is nothing said, except between quotation marks."""
    named = quote.kind is QuoteKind.INDIRECT and sources.is_name(quote.content)
    return replace(quote, said=False) if named else quote


def _as_far_as_told(doc: Doc, sources: Sources, quote: FoundQuote) -> FoundQuote:
    """«dismissed *his lawyer*», «denied *a petition*» call nothing untrue; «dismissed it *as a hoax*» calls it one."""
    root = head_of(doc, quote.content)
    if quote.stance is Stance.DENIED and _is_speech(doc, quote):
        in_words = replace(quote, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN)
        return in_words if doc[quote.cue[0]].sent == root.sent else replace(quote, said=False)
    somebody = quote.stance in OF_WORDS and root.pos_ in ("NOUN", "PROPN", "PRON") and _is_somebody(sources, root)
    if not somebody and can_be_put(doc, quote.cue, quote.content, quote.stance):
        return quote
    if quote.stance is Stance.DENIED and is_called(doc, quote.cue, quote.content):
        return replace(quote, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN)
    return replace(quote, said=False)


def _is_somebody(sources: Sources, noun: Token) -> bool:
    if any(child.dep_ == "nummod" for child in noun.children) and noun.pos_ == "NOUN":
        return True  # «questioned *550 voters*»
    word = noun.lower_
    by_role = word in cue_words("sources", "anonymous") and word not in cue_words("sources", "texts")
    return by_role or word in titles.posts() or word in PRONOUN_SEX or sources.is_person(noun)


def _is_speech(doc: Doc, quote: FoundQuote) -> bool:
    """«"It is so," Ana disagreed»: one denies with these words; a sentence on they may be another's."""
    start, end = quote.content
    is_whole = start > 0 and doc[start - 1].is_quote and doc[start:end].root.pos_ in ("VERB", "AUX")
    return quote.kind is QuoteKind.DIRECT and is_whole
