"""What articles of one affair say of each other's people and places."""

from __future__ import annotations

import pytest

from newsgraph.model import Extraction
from newsgraph.resolve import resolve
from tests.resolve.corpus import Who, org, place, told, who

AFFAIR = (org("Lindmoor Glacier Guides"), who("Kirsti Halvorsen"), org("Tarn Rescue Trust"))
ELSEWHERE = [told(f"e{n}", org(f"Works No. {n}"), who(f"Petra Quill{'abcdefghijkl'[n]}oby")) for n in range(12)]


def _count(name: str, *articles: Extraction) -> int:
    """How many entities of that name there are, or of one that begins like it."""
    return sum(entity.name.startswith(name) for entity in resolve([*articles, *ELSEWHERE]).entities)


@pytest.mark.parametrize(("company", "entities"), [(AFFAIR, 1), ((org("Bolt Works"),), 2)])
def test_a_slip_between_two_rare_names_is_one_in_reports_of_one_affair(company: tuple[Who, ...], entities: int) -> None:
    right, slip = told("a", who("Duncan Raith"), *AFFAIR), told("b", who("Duncan Raithe"), *company)
    assert _count("Duncan", right, slip) == entities


def test_both_spellings_in_one_article_are_two_people() -> None:
    both = told("b", who("Duncan Raithe"), who("Duncan Raith"), *AFFAIR)
    assert _count("Duncan", told("a", who("Duncan Raith"), *AFFAIR), both) == 2


@pytest.mark.parametrize(("company", "towns"), [(AFFAIR, 1), ((org("Bolt Works"),), 2)])
def test_a_town_lies_where_other_reports_of_the_affair_say(company: tuple[Who, ...], towns: int) -> None:
    placed = told("a", place("Springfield"), place("Illinois"), *AFFAIR)
    assert _count("Springfield", placed, told("b", place("Springfield"), *company)) == towns


def test_two_states_in_one_affair_say_nothing_of_a_town() -> None:
    placed = told("a", place("Springfield"), place("Illinois"), *AFFAIR)
    other = told("c", place("Missouri"), *AFFAIR)
    assert _count("Springfield", placed, told("b", place("Springfield"), *AFFAIR), other) == 2
