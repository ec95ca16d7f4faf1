"""Copies of one story are one origin; reports of the same thing in other words are not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsgraph import ids
from newsgraph.ingest import find_furniture, group_copies, sketch
from tests.ingest.pages import PAGE, PARAGRAPHS, STORY

LONG = STORY + "\n\n" + "\n\n".join(
    f"Pier {number} was built in {1900 + number} of {stone} and last mended by {who}, says page {number * 7}."
    for number, (stone, who) in enumerate(
        (stone, who)
        for stone in ("granite", "brick", "oak", "iron")
        for who in ("the navy", "a firm from the islands", "volunteers of the rowing club")
    )
)  # fmt: skip
OTHER_WORDS = (
    "Port Ellery will lose its ferry terminal. The board that runs the harbour decided so this week when it "
    "had seen what "
    "engineers wrote about the piers: three are cracked and mending them would cost more than building "
    "anew. Until there is "
    "a new house for the boats, passengers board beside the fish stalls, whose owners are angry."
)


def same_origin(left: str, right: str) -> bool:
    origins = group_copies({"a": sketch(left, ()), "b": sketch(right, ())})
    return origins["a"] == origins["b"]


COPIES = [
    (LONG, LONG),
    (LONG, "PORT ELLERY (Wire) - " + LONG),
    (LONG, LONG[: len(LONG) * 2 // 3]),
    (LONG, LONG.replace("Tuesday", "Wednesday")),
    (STORY, STORY.upper()),
]


@pytest.mark.parametrize(("left", "right"), COPIES)
def test_copies(left: str, right: str) -> None:
    assert same_origin(left, right)


OTHERS = [
    (STORY, OTHER_WORDS),
    (STORY, PARAGRAPHS[3] + "\n\n" + OTHER_WORDS * 2),  # quotes a paragraph
    (PARAGRAPHS[0] + OTHER_WORDS, PARAGRAPHS[0] + PARAGRAPHS[1] + PARAGRAPHS[2]),  # the same background
    ("Too short to tell.", "Too short to tell."),
]


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_others(left: str, right: str) -> None:
    assert not same_origin(left, right)


def test_furniture_is_no_part_of_the_sketch() -> None:
    bare = "Harbour board closes the old ferry terminal\n\n" + STORY
    assert sketch(PAGE, find_furniture(PAGE, bare.split("\n", maxsplit=1)[0], None)) == sketch(bare, ())


def test_an_origin_is_named_by_its_lowest_member() -> None:
    numbers = sketch(STORY, ())
    assert group_copies({"b": numbers, "a": numbers, "c": ()}) == {
        "a": ids.digest("origin", "a"),
        "b": ids.digest("origin", "a"),
        "c": ids.digest("origin", "c"),
    }


def test_another_process_makes_the_same_sketch() -> None:
    code = "import sys; from newsgraph.ingest import sketch; print(sketch(sys.stdin.read(), ()))"
    found = [
        subprocess.run(
            [sys.executable, "-c", code],
            input=STORY, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout.strip()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert found == [str(sketch(STORY, ()))] * 2


def test_a_wire_story_cut_and_edited_is_a_copy_in_another_outlet_and_none_in_the_same() -> None:
    edited = " ".join(word for number, word in enumerate(LONG.split()[:260]) if number % 45)
    sketches = {"a": sketch(LONG, ()), "b": sketch(edited, ())}
    elsewhere = group_copies(sketches, {"a": "Ledger", "b": "Courier"})
    same = group_copies(sketches, {"a": "Ledger", "b": "Ledger"})
    assert elsewhere["a"] == elsewhere["b"]
    assert same["a"] != same["b"]
