from __future__ import annotations

import pytest

from newsgraph.resolve.editions import act_key, acts_of_several_years, edition_key


@pytest.mark.parametrize(
    ("key", "year", "expected"),
    [
        ("winter olympics", "2014", "winter olympics 2014"),
        ("2018 winter olympics", "2014", "winter olympics 2018"),
        ("winter olympics 2018", "2014", "winter olympics 2018"),
        ("winter olympics", "", None),
        ("2018 winter olympics", "", "winter olympics 2018"),
        ("super bowl xlix", "2015", "super bowl xlix"),
        ("cold war", "2015", "cold war"),
        ("2008", "2015", "2008"),
        ("winter olympic games", "2014", "winter olympics 2014"),
        ("state of the union", "2014", "state of the union address 2014"),
    ],
)
def test_what_comes_again_is_told_apart_by_its_year(key: str, year: str, expected: str | None) -> None:
    assert edition_key(key, year) == expected


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (["voting act of 1965", "1965 voting act", "voting act"], {"voting act"}),
        (
            ["voting act of 1965", "1970 voting act", "voting act"],
            {"voting act of 1965", "voting act of 1970", "voting act"},
        ),
        (["voting act of 1965", "bank act of 1970"], {"voting act", "bank act"}),
    ],
)
def test_the_year_of_an_act_counts_where_several_are_told(names: list[str], keys: set[str]) -> None:
    several = acts_of_several_years(names)
    assert {act_key(name, several) for name in names} == keys
