"""Figures worked out by hand, on pages of a few words."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsgraph.evaluate.clean import Counts, compare_shingles, count_passages, measure_clean, read_story
from newsgraph.evaluate.gold import GoldError
from tests.ingest.pages import HTML, PARAGRAPHS, STORY

SHINGLES = [
    # gold: «a b c d», «b c d e»; found: «a b c d», «b c d x»; three in all
    ("a b c d e", "a b c d x", Counts(1 / 3, 1 / 3, 1 / 3)),
    ("a b c d", "A b, c. D!", Counts(0, 1 / 2, 1 / 2)),
    ("a b c d", "a, b. c d!", Counts(1, 0, 0)),
    # printed twice: «a b c d» is right once, and wrong once; the three across the seam are wrong
    ("a b c d", "a b c d a b c d", Counts(1 / 5, 4 / 5, 0)),
    # fewer than four words are one sequence
    ("a b", "a b", Counts(1, 0, 0)),
    ("a b", "", Counts(0, 0, 1)),
    ("", "a b", Counts(0, 1, 0)),
    ("", "", Counts(0, 0, 0)),
]


@pytest.mark.parametrize(("gold", "found", "counts"), SHINGLES)
def test_shingles_of_four_words(gold: str, found: str, counts: Counts) -> None:
    assert compare_shingles(gold, found) == pytest.approx(counts)


def test_passages_are_found_across_line_ends() -> None:
    found = "The board  met.\nIt voted. Read more"
    assert count_passages(["board met. It", "It left."], ["Read more", "Share"], found) == (1, 1, 1)


def write_whole_texts(folder: Path, pages: dict[str, tuple[str, str]]) -> None:
    (folder / "html").mkdir()
    for name, (_, page) in pages.items():
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
    bodies = {name: {"articleBody": text, "url": "https://tideline.example"} for name, (text, _) in pages.items()}
    (folder / "ground-truth.json").write_text(json.dumps(bodies), encoding="utf-8")


def test_precision_and_recall_are_means_over_pages(tmp_path: Path) -> None:
    write_whole_texts(tmp_path, {"one": ("a b c d e", ""), "two": ("a b c d", ""), "zero": ("", "")})
    found = {"one": "a b c d x", "two": "", "zero": ""}
    figures = measure_clean(tmp_path, clean=lambda page: found[page.name.removesuffix(".html.gz")])
    # precision: only «one» has anything found; recall: 1/2 and 0; «zero» has neither
    assert figures == pytest.approx(
        {"precision": 1 / 2, "recall": 1 / 4, "f1": 1 / 3, "documents": 3, "words": 5}, abs=1e-4
    )


def test_passages_count_over_all_pages(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "eval").mkdir()
    (tmp_path / "cache" / "one.html").write_text("", encoding="utf-8")
    (tmp_path / "eval" / "two.html").write_text("", encoding="utf-8")
    marked = {
        "https://one.example": {"file": "one.html", "with": ["The board", "voted"], "without": ["Share", "Print"]},
        "https://two.example": {"file": "two.html", "with": ["A ferry"], "without": ["Home"]},
        "https://x.example": {"file": "absent.html", "with": ["It"], "without": ["Home"]},
    }
    (tmp_path / "evaldata_en.json").write_text(json.dumps(marked), encoding="utf-8")
    found = {"one.html": "The board voted. Share", "two.html": "Ferries leave."}
    figures = measure_clean(tmp_path, clean=lambda page: found[page.name])
    assert figures == pytest.approx(
        {"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "documents": 2, "words": 6}, abs=1e-4
    )
    assert measure_clean(tmp_path, 1, clean=lambda page: found[page.name])["documents"] == 1


def test_what_is_measured_is_the_story_that_newsgraph_reads(tmp_path: Path) -> None:
    page = HTML.replace(PARAGRAPHS[1] + "</p>", PARAGRAPHS[1] + "</p><p>Photo by Anders Holt</p>")
    assert page != HTML
    write_whole_texts(tmp_path, {"one": (STORY, page)})
    story = read_story(tmp_path / "html" / "one.html.gz")
    assert "Photo by" not in story
    assert measure_clean(tmp_path)["recall"] == 1


def test_a_page_without_a_story_counts_as_nothing_found(tmp_path: Path) -> None:
    write_whole_texts(tmp_path, {"one": (STORY, "<html><body></body></html>")})
    assert measure_clean(tmp_path) == {"precision": 0, "recall": 0, "f1": 0, "documents": 1, "words": 0}


def test_a_folder_of_no_known_kind_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no marked web pages"):
        measure_clean(tmp_path)


def test_a_damaged_file_of_texts_is_told(tmp_path: Path) -> None:
    (tmp_path / "ground-truth.json").write_text("[", encoding="utf-8")
    with pytest.raises(GoldError, match="ground-truth"):
        measure_clean(tmp_path)
