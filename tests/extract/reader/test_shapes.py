"""How a word is written."""

import pytest

from newsgraph.extract.reader.shapes import SHAPES, pattern_of, shapes


@pytest.mark.parametrize(
    ("word", "pattern"),
    [
        ("Trump", "Xx"),
        ("U.S.", "X.X."),
        ("EPA", "XX"),
        ("I", "X"),
        ("McCain", "XxXx"),
        ("2017", "d"),
        ("1,000", "d,d"),
        ("Abu-Jamal", "Xx-Xx"),
        ("said", "x"),
        ("Zürich", "Xx"),
    ],
)
def test_pattern(word: str, pattern: str) -> None:
    assert pattern_of(word) == pattern


def test_the_same_word_differs_at_the_start_of_a_sentence() -> None:
    first, _, again = shapes([["Lindqvist", "met", "Lindqvist"]])
    assert first != again


def test_a_headline_in_capitals_is_told_from_running_text() -> None:
    headline, running = shapes([["Mayor", "Denies", "Harbour", "Report"]]), shapes([["the", "Mayor", "denies", "it"]])
    assert headline[1] != running[1]


def test_every_shape_has_its_row() -> None:
    lines = [["Ana", "«", "\u200b", "x" * 50, "@ana", "ǅ", "٣"], ["…", "EPA's"]]
    assert all(0 <= number < SHAPES for number in shapes(lines))
