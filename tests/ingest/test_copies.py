"""Copies of one story are one origin; reports of the same thing in other words are not."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from newsgraph import ids
from newsgraph.ingest import Printed, credited_agency, find_furniture, group_copies, runs_of, sketch
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


def same_origin(left: str, right: str, first: Printed | None = None, second: Printed | None = None) -> bool:
    texts = {"a": left, "b": right}
    printed = {"a": first or Printed(), "b": second or Printed()}
    sketches = {name: sketch(text, ()) for name, text in texts.items()}
    origins = group_copies(sketches, printed, lambda name: runs_of(texts[name], ()))
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
    found = group_copies({"b": numbers, "a": numbers, "c": ()}, {}, lambda _: runs_of(STORY, ()))
    assert found == {
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


LEDGER = Printed("Ledger", date(2017, 5, 30))
COURIER = Printed("Courier", date(2017, 6, 8))


@pytest.mark.parametrize(
    ("second", "copied"),
    [(COURIER, True), (replace(LEDGER, day=date(2017, 6, 1)), True), (replace(LEDGER, day=date(2017, 7, 1)), False)],
)
def test_a_story_of_which_a_fifth_is_rewritten(second: Printed, *, copied: bool) -> None:
    edited = " ".join(
        f"Here stands another sentence {number}." if number % 5 == 1 else sentence
        for number, sentence in enumerate(re.split(r"(?<=[.])\s+", LONG))
    )
    assert same_origin(LONG, edited, LEDGER, second) is copied


def test_two_outlets_that_credit_one_agency_print_its_story() -> None:
    half = LONG[: len(LONG) // 2] + " ".join(
        f"Speaker {n} of ward {n * 3} asked about fence {n * 7}." for n in range(15)
    )
    courier = replace(COURIER, day=LEDGER.day)
    assert not same_origin(LONG, half, LEDGER, courier)
    assert same_origin(LONG, half, replace(LEDGER, agency="AP"), replace(courier, agency="AP"))
    assert not same_origin(LONG, half, replace(LEDGER, agency="AP"), replace(courier, agency="Reuters"))
    assert not same_origin(LONG, half, replace(LEDGER, agency="AP"), replace(COURIER, agency="AP"))


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("HARBOR (AP) — The board met.", "Ledger", "AP"),
        ("The board met.", "Reuters", "Reuters"),
        ("The board met, Reuters reported.", "Ledger", None),
        ("(Reuters) " + "The board met. " * 100, None, "Reuters"),
    ],
)
def test_the_agency_that_a_story_credits(text: str, outlet: str | None, agency: str | None) -> None:
    assert credited_agency(text, outlet) == agency
