"""Places that play; the names are given by hand, marked with brackets."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.teams import with_teams
from newsgraph.model import EntityType

# What makes an article one on sport.
REPORT = (
    "The midfielder scored a goal before half-time and the goalkeeper saved a penalty in the second half of the match ."
)


def teams(text: str, *, report: str = REPORT, type_: EntityType = EntityType.PLACE) -> list[str]:
    """The names in brackets that are taken for teams: «[Belgium] beat [Turkey] 2-1»; in braces stand people."""
    words, placed = [], []
    for word in f"{text} {report}".split():
        if word.startswith(("[", "{")):
            start = len(words)
        words.append(word.strip("[]{}"))
        if word.endswith(("]", "}")):
            placed.append(Name(start, len(words), EntityType.PERSON if word.endswith("}") else type_))
    doc = Doc(spacy.blank("en").vocab, words=words)
    return [n.text(doc) for n in with_teams(doc, placed) if n.is_team or n.type is EntityType.SPORTS_TEAM]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Belgium] beat [Turkey] 2-1 .", ["Belgium", "Turkey"]),
        ("[Armenia] and [Portugal] drew .", ["Armenia", "Portugal"]),
        ("A 3-0 win over the [Netherlands] was enough .", ["Netherlands"]),
        ("[Lindau] 4 , [Kerston] 2 ( half-time 1-0 )", ["Lindau", "Kerston"]),
        ("The [England] striker Marvin Lund is injured .", ["England"]),
        ("Marvin Lund ( [Kerston] ) scored .", ["Kerston"]),
        ("Ana Lund ( [Chad] ) ran in [Paris] on Monday .", []),
        ("[LINDAU] , [Ohio] 1996-08-30 The crowd was small .", []),
        ("[Ohio] 12 years ago was another place .", []),
        ("A [Lindau] native , she left at ten .", []),
        ("{Marvin Lund} of [Norway] defeated {Filip Lund} of [Chad] 6-4 6-4 .", []),
    ],
)
def test_places_that_play_are_teams(text: str, expected: list[str]) -> None:
    assert teams(text) == expected


def test_a_team_is_meant_wherever_its_name_tells_of_no_place() -> None:
    text = "[Kerston] won . The crowd cheered as [Kerston] left . A storm was seen in [Kerston] ."
    assert teams(text) == ["Kerston", "Kerston"]


def test_where_many_countries_play_the_others_do() -> None:
    playing = "[Belgium] beat [Turkey] . [Italy] drew . [Spain] won . [Wales] lost ."
    assert "Finland" in teams(f"{playing} [Finland] is through . They met in [Iceland] .")
    assert "Iceland" not in teams(f"{playing} [Finland] is through . They met in [Iceland] .")
    assert "Norway" in teams(f"{playing} Left are [Iceland] , [Norway] and [Serbia] .")
    assert "Finland" not in teams("[Belgium] beat [Turkey] . [Finland] is through .")


def test_an_article_that_is_not_on_sport_has_no_teams() -> None:
    assert (
        teams("[Belgium] beat [Turkey] .", report="The minister spoke of a goal that the council had set itself .")
        == []
    )


def test_a_body_that_plays_is_a_team_but_for_leagues() -> None:
    assert teams("[Lindau] won .", type_=EntityType.ORGANIZATION) == ["Lindau"]
    assert teams("[NFL] players won .", type_=EntityType.ORGANIZATION) == []
