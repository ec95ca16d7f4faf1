"""What is right, and how much of it is reached: own passages always, benchmarks where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newsgraph.evaluate.gold import read_gold
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.relation_types import RELATIONS, fits
from newsgraph.model import EntityType
from tests.gold import CORPUS, DEMONYM, FOLDER, all_gold, gold_of, paragraphs, read_passages, unmark
from tests.gold.floors import EPSILON, VARIABLE, Floor, measure, moved, path_of, read_floors, score_of, write_floors

FLOORS = read_floors()
FEWEST_PASSAGES = 20
PASSAGES = read_passages()


@cache
def measured(floor: Floor) -> dict[str, Any] | None:
    return measure(floor)


@pytest.mark.model
@pytest.mark.parametrize(
    "floor", FLOORS, ids=lambda floor: f"{floor.task}-{floor.data}-{floor.score}".replace(" ", "-")
)
def test_what_was_reached_is_not_lost(floor: Floor) -> None:
    if path_of(floor.data) is None:
        pytest.skip(f"{floor.data} is not there; name the folder of benchmarks in {VARIABLE}")
    first = next(each for each in FLOORS if each.run == floor.run)
    scores = measured(first)
    assert scores is not None
    assert score_of(scores, floor.score) >= floor.floor - EPSILON


def test_own_passages_are_written_from_their_marks() -> None:
    assert list(read_gold(FOLDER / "passages.jsonl")) == list(all_gold())
    assert len(PASSAGES) >= FEWEST_PASSAGES


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_own_passages_are_of_the_sample_corpus_and_speak_our_words(passage: Any) -> None:
    gold = gold_of(passage)
    assert gold.text in paragraphs([(CORPUS / passage.file).read_text(encoding="utf-8")])
    assert {mention.type for mention in gold.mentions} <= {*EntityType, DEMONYM}
    assert {event.type for event in gold.events} <= set(EVENT_TYPES)
    assert {mention.entity for mention in gold.mentions} == set(gold.entities)
    for relation in gold.relations:
        kind = RELATIONS[relation.predicate]
        ends = [EntityType(gold.entities[end].type or "") for end in (relation.subject, relation.object)]
        assert fits(ends[0], kind.domain), relation
        assert fits(ends[1], kind.range), relation


def test_marks_stand_inside_each_other() -> None:
    text, marks = unmark("[s:1 [n:E1 Ana], a [m:P1 mayor]], left.")
    assert text == "Ana, a mayor, left."
    assert sorted(marks) == [("m", "P1", 7, 12), ("n", "E1", 0, 3), ("s", "1", 0, 12)]


def test_a_floor_rises_by_itself_and_falls_with_a_reason_only(tmp_path: Path) -> None:
    floor = Floor("ner", "passages", "f1", 0.8)
    assert moved(floor, 0.8567).floor == 0.85
    assert moved(floor, 0.7) == floor
    lowered = moved(floor, 0.7, reason="demonyms are no names any more")
    assert (lowered.floor, lowered.reason) == (0.7, "demonyms are no names any more")
    assert moved(lowered, 0.9).reason is None
    write_floors([floor, lowered], tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == [floor, lowered]
