"""The command and its twin on a tiny file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import newsgraph
from newsgraph.cli import main
from newsgraph.evaluate import TASKS, GoldError, evaluate
from newsgraph.evaluate.gold import (
    GoldArticle,
    GoldEntity,
    GoldEvent,
    GoldMention,
    GoldQuote,
    GoldRelation,
    GoldTime,
    write_gold,
)

TEXT = "Ana Roth said in Lisbon on Monday that the yard would close. She left."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    mentions = (
        GoldMention(0, 8, type="Person", form="name", entity="E1"),
        GoldMention(17, 23, type="City", form="name", entity="E2"),
        GoldMention(61, 64, form="pronoun", entity="E1"),
    )
    gold = GoldArticle(
        "a",
        TEXT,
        date="2024-03-06",
        mentions=mentions,
        entities={"E1": GoldEntity(), "E2": GoldEntity(wikidata="Q597")},
        quotes=(GoldQuote((39, 59), (0, 8), (9, 13)),),
        relations=(GoldRelation("E1", "citizenOf", "E2"),),
        events=(GoldEvent(53, 58),),
        times=(GoldTime(27, 33, "DATE", "2024-03-04"),),
    )
    other = GoldArticle("b", "Nobody came.")
    write_gold([gold, other], tmp_path / "tiny.jsonl")
    return tmp_path / "tiny.jsonl"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.mark.model
@pytest.mark.parametrize("task", [task for task in TASKS if task != "clean"])
def test_each_task_prints_one_json_object(task: str, data: Path) -> None:
    result = run(task, "--data", data)
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert list(scores)[:6] == ["task", "data", "documents", "skipped", "words", "seconds"]
    assert (scores["task"], scores["documents"], scores["words"]) == (task, 2, 16)
    assert all(0 <= number <= 1 for number in _fractions(scores))


def _fractions(value: object) -> list[float]:
    if isinstance(value, dict):
        return [
            number
            for key, each in value.items()
            if key not in {"documents", "skipped", "words", "seconds", "topics", "gold", "found"}
            for number in _fractions(each)
        ]
    return [float(value)] if isinstance(value, int | float) else []


@pytest.mark.model
def test_names_are_found_in_raw_text(data: Path) -> None:
    scores = json.loads(run("ner", "--data", data, "--limit", 1).stdout)
    assert (scores["documents"], scores["f1"]) == (1, 1.0)
    assert set(scores["by_type"]) == {"PER", "LOC"}


@pytest.mark.model
def test_the_library_says_the_same(data: Path, tmp_path: Path) -> None:
    printed = json.loads(run("coref", "--data", data, "--gold-mentions").stdout)
    scores = newsgraph.open(tmp_path / "ws").evaluate("coref", data, gold_mentions=True)
    assert {**scores, "seconds": 0} == {**printed, "seconds": 0}


@pytest.mark.model
def test_an_article_that_is_not_read_is_counted_and_its_names_are_missed(tmp_path: Path) -> None:
    gold = GoldArticle("a", " \n ", mentions=(GoldMention(0, 1, type="PER", form="name"),))
    write_gold([gold], tmp_path / "empty.jsonl")
    scores = evaluate("ner", tmp_path / "empty.jsonl")
    assert (scores["skipped"], scores["recall"]) == (1, 0.0)


def test_faults_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing marked.\n", encoding="utf-8")
    result = run("ner", "--data", tmp_path / "a.txt")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "none of the formats" in result.output
    assert run("tea", "--data", tmp_path).exit_code == 2
    with pytest.raises(GoldError, match="no task 'tea'"):
        evaluate("tea", tmp_path)


def test_data_without_anything_for_the_task_is_told(tmp_path: Path) -> None:
    write_gold([GoldArticle("a", "Nobody came.")], tmp_path / "empty.jsonl")
    with pytest.raises(GoldError, match="nothing is marked for quotes in the 1 documents read"):
        evaluate("quotes", tmp_path / "empty.jsonl")


@pytest.mark.model
def test_labels_that_nobody_knows_are_told(data: Path, tmp_path: Path) -> None:
    text = data.read_text().replace('"citizenOf"', '"knows"').replace('"City"', '"Town"')
    changed = tmp_path / "changed.jsonl"
    changed.write_text(text)
    assert evaluate("relations", changed)["passed_over"] == {"knows": 1}
    assert evaluate("ner", changed)["passed_over"] == {"Town": 1}


@pytest.mark.model
def test_one_unknown_relation_does_not_change_whose_words_the_others_are(data: Path, tmp_path: Path) -> None:
    more = '"predicate":"citizenOf","object":"E2"},{"subject":"E1","predicate":"head_of","object":"E2"}'
    changed = tmp_path / "changed.jsonl"
    changed.write_text(data.read_text().replace('"predicate":"citizenOf","object":"E2"}', more))
    scores = evaluate("relations", changed)
    assert scores["passed_over"] == {"head_of": 1}
    assert list(scores["by_type"]) == ["citizenOf"]
