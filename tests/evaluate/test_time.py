"""TempEval-3's counts by hand, and the reader of TimeML."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from newsgraph.evaluate.gold import GoldArticle, GoldError, GoldTime
from newsgraph.evaluate.readers.timeml import read_timeml
from newsgraph.evaluate.time import measure_time
from newsgraph.model import Span

TEXT = "She left late Monday and came back two years ago."


class Found(NamedTuple):
    """What was found, as much of it as is measured."""

    span: Span
    value: str


def gold(*times: tuple[str, str, str]) -> GoldArticle:
    return GoldArticle(
        id="a",
        text=TEXT,
        times=tuple(GoldTime(TEXT.index(w), TEXT.index(w) + len(w), type_, value) for w, type_, value in times),
    )


def found(*times: tuple[str, str]) -> list[Found]:
    return [Found(Span(TEXT.index(words), TEXT.index(words) + len(words)), value) for words, value in times]


TWO = gold(("late Monday", "DATE", "2017-06-26"), ("two years ago", "DATE", "2015"))


def scores(*times: tuple[str, str], article: GoldArticle = TWO) -> dict[str, float]:
    measured = measure_time([(article, found(*times))])
    return {name: measured[name]["f1"] for name in ("strict", "relaxed", "value")}


def test_all_right() -> None:
    same = scores(("late Monday", "2017-06-26"), ("two years ago", "2015"))
    assert same == {"strict": 1.0, "relaxed": 1.0, "value": 1.0}


def test_a_part_of_the_span_is_relaxed_only() -> None:
    half = scores(("Monday", "2017-06-26"), ("two years ago", "2015"))
    assert half == {"strict": 0.5, "relaxed": 1.0, "value": 1.0}


def test_the_right_span_with_a_wrong_value() -> None:
    wrong = scores(("late Monday", "2017-06-19"), ("two years ago", "2015"))
    assert wrong == {"strict": 1.0, "relaxed": 1.0, "value": 0.5}


def test_what_is_missed_and_what_is_too_much() -> None:
    measured = measure_time([(TWO, found(("left", "PAST_REF"), ("came", "PAST_REF"), ("Monday", "2017-06-26")))])
    # one of three found is right, one of two in the gold is found: 2 * 1 / (3 + 2)
    assert measured["strict"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert measured["value"] == {"precision": pytest.approx(1 / 3), "recall": 0.5, "f1": pytest.approx(0.4)}


def test_two_found_in_one_of_the_gold_are_one_match() -> None:
    measured = measure_time([(TWO, found(("late", "X"), ("Monday", "2017-06-26")))])
    assert measured["relaxed"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert measured["value"]["f1"] == 0.5  # the larger overlap is the match


def test_the_scores_by_type() -> None:
    article = gold(("late Monday", "DATE", "2017-06-26"), ("two years", "DURATION", "P2Y"))
    measured = measure_time([(article, found(("Monday", "2017-06-26"), ("two years", "P3Y")))])
    assert measured["by_type"] == {
        "DATE": {"gold": 1, "strict": 0.0, "relaxed": 1.0, "value": 1.0},
        "DURATION": {"gold": 1, "strict": 1.0, "relaxed": 1.0, "value": 0.0},
    }


def test_nothing_found_in_nothing() -> None:
    assert scores(article=gold()) == {"strict": 0.0, "relaxed": 0.0, "value": 0.0}


def test_what_nobody_looked_at_does_not_count() -> None:
    article = GoldArticle(id="a", text=TEXT, times=TWO.times[:1], annotated=((0, TEXT.index(" and")),))
    assert scores(("late Monday", "2017-06-26"), ("two years ago", "2015"), article=article)["strict"] == 1.0


TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2017-06-27" functionInDocument="CREATION_TIME">06/27/2017</TIMEX3></DCT>
<TITLE>Rain</TITLE>
<TEXT>
It <EVENT eid="e1" class="OCCURRENCE">rained</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2017-06-26"><SIGNAL sid="s1">late</SIGNAL> Monday</TIMEX3> &amp; for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3><TIMEX3 tid="t3" type="DURATION" value="P1D"/>.
</TEXT>
</TimeML>
"""


def test_timeml_is_read_without_the_date_of_the_document(tmp_path: Path) -> None:
    (tmp_path / "rain.tml").write_text(TIMEML)
    (tmp_path / "._rain.tml").write_bytes(b"\x00\x05")
    (article,) = read_timeml(tmp_path)
    assert (article.id, article.date) == ("rain", "2017-06-27")
    assert article.text == "\nIt rained on\nlate Monday & for\ntwo days.\n"
    assert [(article.text[t.start : t.end], t.type, t.value) for t in article.times] == [
        ("late Monday", "DATE", "2017-06-26"),
        ("two days", "DURATION", "P2D"),
    ]
    assert list(read_timeml(tmp_path / "rain.tml")) == [article]


@pytest.mark.parametrize("text", ["no xml", "<TimeML><DOCID>x</DOCID></TimeML>"])
def test_what_is_no_timeml_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.tml"
    path.write_text(text)
    with pytest.raises(GoldError, match="not TimeML"):
        list(read_timeml(path))
