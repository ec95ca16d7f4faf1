"""Words that ran into names, told by the article's other names; the names are given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.run_together import without_neighbors
from newsgraph.model import EntityType


def cut(words: str, *, type_: EntityType = EntityType.PERSON) -> set[str]:
    """The names left of those in square brackets; the last has the type, the others are people."""
    names, tokens, start = [], [], 0
    for word in words.split():
        start = len(tokens) if word.startswith("[") else start
        tokens.append(word.strip("[]"))
        if word.endswith("]"):
            names.append(Name(start, len(tokens), EntityType.PERSON))
    names[-1] = Name(names[-1].start, names[-1].end, type_)
    doc = Doc(spacy.blank("en").vocab, words=tokens)
    return {f"{name.text(doc)} {name.type}" for name in without_neighbors(doc, names)}


@pytest.mark.parametrize(
    "words",
    [
        "[Paul Holm] spoke of his fellow [Harlowite Paul Holm]",
        "[Paul Holm] spoke . [Paul Holm Endorses] Cole , said the headline",
        "[Paul Holm] spoke . [Paul Holm Show Hide] who was he",
        "[Paul Holm] likes photos . [Photos Holm] waved",
        "[Paul Holm FIRED] , a great day",
        "[Paul Holm] , (R) and [R-Ky. Holm]",
    ],
)
def test_what_ran_into_a_name_is_cut(words: str) -> None:
    assert cut(words) <= {"Paul Holm Person", "Holm Person"}


@pytest.mark.parametrize(
    "words",
    [
        "[Paul Holm] and his son [Paul Holm Jr.]",
        "[Paul Holm] and [Jean Paul Holm]",
        "[Mary Holm] and [Mary Holm Cole] and [Cole]",
        "[Mary Ann] and [Mary Ann Quist]",
        "[Paul Holm] and [Chip Holm]",
        "[Chris Van] and [Chris Van Holm]",
        '[Mary Holm] and [Paul " Mary " Holm]',
    ],
)
def test_another_name_is_left_whole(words: str) -> None:
    longest = max(words.split(" ["), key=len).strip("[]")
    assert f"{longest.split(']')[0]} Person" in cut(words)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("[Paul Holm] left . He called [Paul Holm Mark Quist] a friend", {"Paul Holm", "Mark Quist"}),
        ("[Paul Holm] and [Mark Quist] . [Holm Over Quist]", {"Paul Holm", "Mark Quist", "Holm", "Quist"}),
        ("[Holm] left . It was [Paul Holm Mark Quist]", {"Holm", "Paul Holm", "Mark Quist"}),
        ("[Paul Holm] left . [Tuesday Holm]", {"Paul Holm", "Holm"}),
        ("To strengthen the hand [Against Putin]", {"Putin"}),
        ("[Carter Page] and [Page]", {"Carter Page", "Page"}),
        ("[Jean - Claude Duvalier] and [Duvalier]", {"Jean - Claude Duvalier", "Duvalier"}),
        ("[Jose Luis] and [Maria Jose Luis Quist] and [Quist]", {"Jose Luis", "Maria Jose Luis Quist", "Quist"}),
    ],
)
def test_people_who_ran_into_one_another(words: str, parts: set[str]) -> None:
    assert cut(words) == {f"{part} Person" for part in parts}


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("the [NSA and FBI]", {"NSA GovernmentBody", "FBI GovernmentBody"}),
        ("the [GOP Senate]", {"Senate GovernmentBody"}),
        ("the [Senate Democratic] leader", {"Senate GovernmentBody"}),
        ("the [House - Senate] conference", {"House GovernmentBody", "Senate GovernmentBody"}),
        ("a [CNN / ORC] poll", {"CNN NewsOutlet", "ORC Organization"}),
        ("a [Washington Post - ABC News] poll", {"Washington Post NewsOutlet", "ABC News NewsOutlet"}),
        ("the [Fox - Meyer Drug Co.]", {"Fox - Meyer Drug Co. Organization"}),
        ("the [WNBC - TV] tower", {"WNBC - TV Organization"}),
        ("the [Federal Reserve Thursday]", {"Federal Reserve GovernmentBody"}),
        ("a [CNN Charlotte] affiliate", {"CNN NewsOutlet"}),
        ("a [State Department Iran] staffer", {"State Department GovernmentBody"}),
        ("a [Senate Harbor Committee] analyst", {"Senate Harbor Committee Organization"}),
        ("[Acme Inc and Bolt Inc] said", {"Acme Inc Company", "Bolt Inc Company"}),
        ("| [REUTERS FBI] to act", {"REUTERS NewsOutlet", "FBI GovernmentBody"}),
        ("an [April FBI] raid", {"FBI GovernmentBody"}),
        (
            "[Paul Holm] and the [Paul Holm Supreme Court] hearings",
            {"Paul Holm Person", "Supreme Court GovernmentBody"},
        ),
        (
            "[Paul Holm] and [Paul Holm 's Justice Department]",
            {"Paul Holm Person", "Justice Department GovernmentBody"},
        ),
        ("They asked [AG Holm]", {"Holm Person"}),
        ("[VP Holm] shared it", {"Holm Person"}),
        ("[Paul Holm] was [FBI Director Holm]", {"Paul Holm Person", "Holm Person"}),
        ("the [State Department press]", {"State Department GovernmentBody"}),
        ("the [Oversight Committee Ranking]", {"Oversight Committee Organization"}),
        ("[Paul Holm] to [USA Today Holm]", {"Paul Holm Person", "USA Today NewsOutlet", "Holm Person"}),
        ("[Paul Holm] and [Speaker Holm]", {"Paul Holm Person", "Holm Person"}),
        ("[Paul Holm] and the [Holm and Quist]", {"Paul Holm Person", "Holm and Quist Organization"}),
        (
            "the [Friends of Paul Holm] and [Paul Holm Fund]",
            {"Friends of Paul Holm Person", "Paul Holm Fund Organization"},
        ),
    ],
)
def test_bodies_and_what_ran_into_them(words: str, parts: set[str]) -> None:
    assert cut(words, type_=EntityType.ORGANIZATION) == parts


def test_a_plural_is_nobody() -> None:
    assert cut("[Paul Holm] and the [Paul Holms] of the world") == {"Paul Holm Person"}
    assert cut("[Paul Gates] and the [Ann Gates] of the world") == {"Paul Gates Person", "Ann Gates Person"}


def test_a_show_is_no_person_and_a_person_no_body() -> None:
    assert cut("the [Paul Holm Show]") == {"Paul Holm Show Work"}
    assert cut("[Paul Holm] and [State Paul Holm]", type_=EntityType.ORGANIZATION) == {"Paul Holm Person"}
    assert cut("[Paul Holm] and [Paul Holm Fund]", type_=EntityType.ORGANIZATION) == {
        "Paul Holm Person",
        "Paul Holm Fund Organization",
    }


def test_a_country_ran_into_somebody() -> None:
    parts = cut("[Paul Holm] spoke . Chief Justice of the [United States Paul Holm]", type_=EntityType.PLACE)
    assert parts == {"Paul Holm Person"}
