"""Stretches of words as the encoder takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from newsgraph.extract.reader.marks import WEIGHTS
from newsgraph.extract.reader.segments import LONGEST, load_tokenizer, segment

WORDS = st.lists(
    st.lists(st.text(st.characters(exclude_categories=["Z", "Cs", "Cc"]), min_size=1), min_size=1), max_size=6
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(WEIGHTS / "tokenizer.json")


@given(lines=WORDS)
def test_each_word_is_in_one_segment(tokenizer: Tokenizer, lines: list[list[str]]) -> None:
    segments = list(segment(tokenizer, lines))
    covered = [word for one in segments for word in range(one.start, one.end)]
    assert covered == list(range(sum(map(len, lines))))
    for one in segments:
        assert len(one.firsts) == one.end - one.start
        assert len(one.pieces) == len(one.shapes) <= LONGEST + 2


def test_a_segment_ends_where_a_line_ends(tokenizer: Tokenizer) -> None:
    lines = [["harbour"] * 150, ["ferry"] * 150]
    assert [(one.start, one.end) for one in segment(tokenizer, lines)] == [(0, 150), (150, 300)]


def test_a_long_line_is_cut_where_a_sentence_ends(tokenizer: Tokenizer) -> None:
    line = [*["harbour"] * 199, ".", *["ferry"] * 100]
    assert [one.end for one in segment(tokenizer, [line])] == [200, 300]


def test_a_word_of_many_pieces_is_cut(tokenizer: Tokenizer) -> None:
    (one,) = segment(tokenizer, [["ab12" * 400, "ferry"]])
    assert one.end == 2
