"""The text that is analysed: furniture blanked, quotation marks straight, every character in its place."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.extract.story import story_text
from newsgraph.model import Furniture, FurnitureReason, Span
from tests import build
from tests.extract.sentences import GAPS, SENTENCES

WRAPPED = [
    "The council of the small town voted on Monday night to close",
    "the old bridge over the river, which no longer carries the",
    "weight of the trucks that cross it on their way to the big",
    "quarry in the hills, and to ask the state for the money to",
    "build another one in its place before the winter begins in",
    "earnest.",
]


def without(text: str, *pieces: str) -> str:
    furniture = [
        Furniture(Span(text.index(piece), text.index(piece) + len(piece)), FurnitureReason.WIDGET) for piece in pieces
    ]
    return story_text(build.article(text, furniture=tuple(furniture)))


def test_furniture_is_blanked() -> None:
    assert without("A story. SHARE THIS It ends.", "SHARE THIS") == "A story.            It ends."


def test_the_line_ends_of_furniture_stay() -> None:
    assert without("A story.\n\nMORE\nFROM\n\nIt ends.", "MORE\nFROM") == "A story.\n\n    \n    \n\nIt ends."


CHARACTERS = [
    ("“No,” she said.", '"No," she said.'),
    ("„No“ and ‘yes’", "\"No\" and 'yes'"),
    ("Trump’s", "Trump's"),
    ("a\u00a0b\u2009c\u202fd\te\rf", "a b c d e f"),
    ("— … é 😀", "— … é 😀"),
]


@pytest.mark.parametrize(("text", "story"), CHARACTERS)
def test_characters_are_exchanged_one_for_one(text: str, story: str) -> None:
    assert without(text) == story


@pytest.mark.parametrize("width", [50, 60, 110, 120, 160])
def test_lines_wrapped_at_any_width_are_joined(width: int) -> None:
    story = " ".join(WRAPPED)
    wrapped = textwrap.fill(story, width)
    assert without(wrapped + "\n\nA second paragraph.") == story + "\n\nA second paragraph."
    paragraphs = f"{story}\n{story} It rained.\nNobody came."
    assert without(paragraphs) == paragraphs


def test_wrapped_lines_are_joined() -> None:
    text = "\n".join(WRAPPED) + "\n\nA second paragraph."
    assert without(text) == " ".join(WRAPPED) + "\n\nA second paragraph."


@pytest.mark.parametrize(
    "text",
    [
        "A headline\nThe first paragraph.\nThe second paragraph.",
        "\n".join(WRAPPED[:3]),
        "\n".join([*WRAPPED, "A paragraph " + "that is one very long line " * 8]),
    ],
)
def test_other_line_ends_are_paragraphs(text: str) -> None:
    assert without(text) == text


DATELINES = [
    ("PORT ELLERY, May 30 (AP) — The council met.", "The council met."),
    ("WASHINGTON -- The Senate met.", "The Senate met."),
    ("A headline\n\nBOSTON (Reuters) - The council met.", "The council met."),
]


@pytest.mark.parametrize(("text", "rest"), DATELINES)
def test_a_dateline_is_no_part_of_the_first_sentence(text: str, rest: str) -> None:
    story = without(text)
    assert len(story) == len(text)
    assert story.splitlines()[-1].strip() == rest


@pytest.mark.parametrize("text", ["Ana Ruiz — a clerk — left.", "The EPA - an agency - met.", "NATO — a league — met."])
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert without(text) == text


PIECES = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(GAPS), st.text(max_size=10))


@given(st.lists(PIECES, max_size=12).map("".join), st.data())
@settings(max_examples=100, deadline=None)
def test_every_character_keeps_its_place(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    article = build.article(text, furniture=tuple(Furniture(span, FurnitureReason.WIDGET) for span in spans))
    story = story_text(article)
    assert len(story) == len(text)
    for span in spans:
        assert story[span.start : span.end].strip() == ""
    kept = [i for i in range(len(text)) if not any(s.start <= i < s.end for s in spans)]
    assert all(story[i] == text[i] for i in kept if text[i].isalpha() and story[i] != " ")
