"""Which reports are of one event, and which articles of one affair."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from newsgraph.model import Role
from newsgraph.resolve.affairs import Outline, group_affairs
from newsgraph.resolve.happenings import Report, join_reports, word_stem

FIRST = Report("e1", "a", "Attack", "bomb", ((Role.AGENT, "roth"), (Role.PLACE, "harlow")), is_negated=False)
ENTITIES = {name: name for name in ("roth", "olsen", "harlow", "ellery")}


def told_as_one(*reports: Report, affair_of: dict[str, str] | None = None) -> bool:
    affairs = {"a": "a", "b": "a", "c": "a"} if affair_of is None else affair_of
    return len({happening.id for happening in join_reports(reports, affairs, ENTITIES).values()}) == 1


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ({}, True),
        ({"stem": "attack"}, True),
        ({"arguments": ()}, True),
        ({"arguments": (), "stem": "attack"}, False),
        ({"arguments": ((Role.AGENT, "olsen"),)}, False),
        ({"arguments": ((Role.AGENT, "roth"), (Role.PLACE, "ellery"))}, False),
        ({"type": "Meeting"}, False),
        ({"is_negated": True}, False),
        ({"begin": "2017-05-30", "end": "2017-05-30"}, True),
    ],
)
def test_two_reports(other: dict[str, object], *, one: bool) -> None:
    assert told_as_one(FIRST, replace(FIRST, event_id="e2", article_id="b", **other)) is one  # type: ignore[arg-type]


def test_reports_of_two_affairs_or_one_article_are_left_alone() -> None:
    second = replace(FIRST, event_id="e2", article_id="b")
    assert not told_as_one(FIRST, second, affair_of={"a": "a", "b": "b"})
    assert not told_as_one(FIRST, replace(second, article_id="a"))


def test_days_keep_events_apart() -> None:
    first = replace(FIRST, begin="2017-05-30", end="2017-05-30")
    assert told_as_one(first, replace(first, event_id="e2", article_id="b", begin="2017-05-31", end="2017-05-31"))
    assert not told_as_one(first, replace(first, event_id="e2", article_id="b", begin="2016-05-01", end="2016-05-31"))


def test_a_report_that_is_at_odds_with_one_joins_none_of_the_group() -> None:
    second = replace(FIRST, event_id="e2", article_id="b", arguments=((Role.AGENT, "roth"), (Role.AGENT, "olsen")))
    third = replace(FIRST, event_id="e3", article_id="c", arguments=((Role.AGENT, "olsen"), (Role.PLACE, "ellery")))
    found = join_reports([third, second, FIRST], {"a": "a", "b": "a", "c": "a"}, ENTITIES)
    assert sorted(found) == ["e1", "e2"]
    assert found["e1"].participants == ((Role.AGENT, "olsen"), (Role.AGENT, "roth"), (Role.PLACE, "harlow"))


@pytest.mark.parametrize("word", ["arrests", "arrested", "arresting", "Arrest"])
def test_word_stem(word: str) -> None:
    assert word_stem(word) == "arrest"


def outlined(name: str, words: str, day: str | None = None) -> Outline:
    return Outline(name, Counter(words.split()), date.fromisoformat(day) if day else None)


FIRE = "harlow mill fire burn evacuate roth"
VOTE = "ellery senate vote elect olsen debate"


def test_affairs_are_told_apart_by_their_words_and_days() -> None:
    articles = [
        outlined("a", f"{FIRE} smoke", "2017-05-01"),
        outlined("b", f"{FIRE} chief", "2017-05-02"),
        outlined("c", f"{VOTE} poll", "2017-05-01"),
        outlined("d", f"{VOTE} county", "2017-05-03"),
        outlined("e", f"{FIRE} insurer", "2018-05-02"),
    ]
    expected = {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e"}
    assert group_affairs(articles) == expected
    assert group_affairs(articles[::-1]) == expected
