"""Names that the words beside them complete; the names are given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.completed_names import complete
from newsgraph.model import EntityType


@pytest.mark.parametrize(
    ("before", "name", "whole"),
    [
        ("the 29th", "Infantry Division", "29th Infantry Division"),
        ("Ohio 's Seventh", "Congressional District", "Seventh Congressional District"),
        ("the first", "Congress", None),
        ("the 29th", "Olsen", None),
    ],
)
def test_what_there_are_several_of_keeps_its_number(before: str, name: str, whole: str | None) -> None:
    words = [*before.split(), *name.split()]
    doc = Doc(spacy.blank("en").vocab, words=words)
    found = complete(doc, Name(len(before.split()), len(words), EntityType.ORGANIZATION))
    assert (found and found.text(doc)) == whole


@pytest.mark.parametrize(
    ("before", "name", "after", "whole"),
    [
        ("the Center on", "Budget Priorities", "", "Center on Budget Priorities"),
        ("the Committee for a", "Responsible Budget", "", "Committee for a Responsible Budget"),
        ("the Institute", "for Lasting Peace", "", "Institute for Lasting Peace"),
        ("the head of", "Lasting Peace", "", None),
        ("the Office of", "FEMA", "", None),
        ("the Center of the", "Mind Institute", "", None),
        ("the Office for the", "Eastern District", "", None),
        ("the", "Senate Health", "committee", "Senate Health committee"),
        ("the", "Senate Health", "bill", None),
        ("the", "U.S. Customs", "and Border Protection", "U.S. Customs and Border Protection"),
        ("the", "U.S. Customs", "and others", None),
    ],
)
def test_what_a_body_is_belongs_to_its_name(before: str, name: str, after: str, whole: str | None) -> None:
    words = [*before.split(), *name.split()]
    doc = Doc(spacy.blank("en").vocab, words=[*words, *after.split()])
    found = complete(doc, Name(len(before.split()), len(words), EntityType.ORGANIZATION))
    assert (found and found.text(doc)) == whole


@pytest.mark.parametrize(
    ("before", "name", "whole"),
    [
        ("in the Defense of", "Marriage Act", "Defense of Marriage Act"),
        ("in the Immigration and", "Nationality Act", "Immigration and Nationality Act"),
        ("in the Violence", "Against Women Act", "Violence Against Women Act"),
        ("of senators and the", "Patriot Act", None),
        ("said Jonas Lund and", "Nationality Act", None),
        ("in Olsen 's", "Nationality Act", None),
    ],
)
def test_a_law_begins_where_its_name_does(before: str, name: str, whole: str | None) -> None:
    words = [*before.split(), *name.split()]
    doc = Doc(spacy.blank("en").vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1))
    found = complete(doc, Name(len(before.split()), len(words), EntityType.LAW))
    assert (found and found.text(doc)) == whole
