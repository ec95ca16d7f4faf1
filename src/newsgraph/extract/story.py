"""The text that is analysed: the story alone, with every character still in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.model import Article

# One for one, so that offsets stay: the tagger was trained on straight quotation marks.
STRAIGHT = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\r": " ",
    }
)
WRAPPED_LINE = range(45, 101)
MIN_WRAPPED_LINES = 5
# Still longer lines are paragraphs. Where text is wrapped, this share of lines ends where the next word had no room.
WIDTHS = range(WRAPPED_LINE.stop, 200)
SHARE_WITHOUT_ROOM = 0.8
SENTENCE_END = (".", "!", "?", ":", '"', "'", ")")
DATELINE = re.compile(
    r"^[ ]{0,3}(?:\([A-Z][A-Za-z]{1,12}\)(?: (?:--|-|–|—))? (?=[A-Z])"
    r"|[A-Z][A-Z .'-]{2,30}(?:, [A-Z][A-Za-z. ]{1,20})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([A-Za-z ]{2,20}\))? (?:--|-|–|—) (?![a-z]))",
    re.MULTILINE,
)
SINGLE_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")


def story_text(article: Article) -> str:
    """The article's text with page furniture blanked out; same length, same offsets."""
    characters = list(article.text.translate(STRAIGHT))
    for furniture in article.furniture:
        start, end = furniture.span.start, furniture.span.end
        characters[start:end] = ["\n" if c == "\n" else " " for c in characters[start:end]]
    return _without_dateline(_unwrapped("".join(characters)))


def _without_dateline(text: str) -> str:
    """«PORT ELLERY, May 30 (AP) — »: no part of the first sentence."""
    return DATELINE.sub(lambda found: " " * len(found.group()), text)


def _unwrapped(text: str) -> str:
    """In a text of wrapped lines a single line end is a space; elsewhere every line is a paragraph."""
    lines = [line.rstrip() for line in text.split("\n")]
    filled = sum(len(line) in WRAPPED_LINE for line in lines)
    is_wrapped = filled >= MIN_WRAPPED_LINES and max(map(len, lines)) < WRAPPED_LINE.stop
    return SINGLE_LINE_END.sub(" ", text) if is_wrapped or _breaks_sentences(lines) else text


def _breaks_sentences(lines: Sequence[str]) -> bool:
    """Whether lines end where the next word would not fit, also within sentences: «the chief executive of / Acme»."""
    width = max(map(len, lines))
    ends = [(line, following.split()[0]) for line, following in pairwise(lines) if line and following.strip()]
    full = [line for line, word in ends if len(line) + 1 + len(word) > width]
    is_full = width in WIDTHS and len(full) >= SHARE_WITHOUT_ROOM * len(ends)
    return is_full and any(not line.endswith(SENTENCE_END) for line in full)


# Words. The longest sentences of news have some 150.
LONGEST_SENTENCE = 400
ENDS = frozenset({".", "!", "?"})


@Language.component("newsgraph_paragraphs")  # type: ignore[untyped-decorator]
def paragraphs(doc: Doc) -> Doc:
    """No sentence runs across the end of a paragraph, and none begins with a closing quotation mark.

    What goes on and on without the end of a sentence is cut: no rule looks at more than so many words at a time.
    """
    without_end = 0
    for token, following in pairwise(doc):
        without_end = 0 if token.text in ENDS else without_end + 1
        if without_end == LONGEST_SENTENCE:
            without_end, following.is_sent_start = 0, True
        elif token.is_space and "\n" in token.text:
            following.is_sent_start = True
        elif following.text == '"' and not token.whitespace_ and token.text not in "([":
            following.is_sent_start = False
    return doc


def add_kin_words(nlp: Language, words: Iterable[str]) -> None:
    """Keep «son-in-law» one word; the parser reads it better so."""
    for word in words:
        for form in (word, word.capitalize()):
            if "-" in form:
                nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
