"""Laws that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.ingest import ReadOptions, SourceFile, find_furniture, group_copies, read_file, runs_of, sketch
from newsgraph.ingest.furniture import story_of
from newsgraph.ingest.markdown import find_markup
from newsgraph.model import Article
from tests.ingest.pages import PAGE, PARAGRAPHS
from tests.ingest.promises import assert_in_order

PIECES = st.sampled_from(
    [
        *PAGE.split("\n"),
        *PARAGRAPHS,
        "\n",
        "\r\n",
        "\n\n",
        "By Ana Ruiz",
        "Related",
        "|",
        "MORE",
        "**",
        "[a](b)",
        "`",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("\n".join))


@given(TEXTS, st.one_of(st.none(), st.text(max_size=40)), st.one_of(st.none(), st.just("Tideline")))
@settings(max_examples=300, deadline=None)
def test_furniture_is_sorted_apart_and_in_bounds(text: str, title: str | None, outlet: str | None) -> None:
    pieces = find_furniture(text, title, outlet)
    assert_in_order(text, pieces)
    assert len(story_of(text, pieces)) == len(text)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_markup_is_sorted_apart_and_in_bounds(text: str) -> None:
    assert_in_order(text, find_markup(text))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=200))
@settings(max_examples=100, deadline=None)
def test_the_text_is_kept_as_it_stands_in_the_file(text: str) -> None:
    file = SourceFile("-", "story.txt", (text + PARAGRAPHS[0]).encode())
    for article in read_file(file, ReadOptions()):
        if isinstance(article, Article):
            assert article.text == (text + PARAGRAPHS[0]).removeprefix("\ufeff")
            assert_in_order(article.text, article.furniture)


@given(
    st.binary(max_size=300),
    st.sampled_from([".txt", ".md", ".html", ".jsonl", ".json", ".csv", ".csv.gz", ".jsonl.gz"]),
)
@settings(max_examples=300, deadline=None)
def test_no_bytes_stop_the_run(data: bytes, suffix: str) -> None:
    assert list(read_file(SourceFile("-", "file" + suffix, data), ReadOptions())) is not None


@given(st.permutations(range(6)))
@settings(max_examples=20, deadline=None)
def test_copies_do_not_depend_on_order(order: list[int]) -> None:
    texts = [
        "\n".join(PARAGRAPHS),
        "\n".join(PARAGRAPHS[:3]),
        PARAGRAPHS[0],
        "short",
        "also short",
        PARAGRAPHS[3] * 2,
    ]
    sketches = {f"id{number}": sketch(texts[number], ()) for number in order}
    ordered = dict(sorted(sketches.items()))
    found = [group_copies(each, {}, lambda name: runs_of(texts[int(name[2:])], ())) for each in (sketches, ordered)]
    assert found[0] == found[1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(line_end.join(PARAGRAPHS).encode())
    (article,) = read_file(SourceFile(path, "story.txt"), ReadOptions())
    assert isinstance(article, Article)
    assert article.text == line_end.join(PARAGRAPHS)
