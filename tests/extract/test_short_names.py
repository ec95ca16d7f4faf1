"""Which name of a body is short for which."""

from __future__ import annotations

import pytest

from newsgraph.extract.short_names import may_shorten


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Dow", "Dow Chemical"),
        ("Harvard", "Harvard University"),
        ("Port Authority", "Port Authority of Ellery"),
        ("Supreme Court", "U.S. Supreme Court"),
        ("EPA", "U.S. EPA"),
        ("EPA", "Environmental Protection Agency"),
        ("Justice Department", "Obama Justice Department"),
        ("Fox", "Fox News"),
        ("State", "State Department"),
        ("NWA", "Northfield Water Authority"),
        ("Microsoft", "Microsoft Corp."),
    ],
)
def test_short_forms(short: str, long: str) -> None:
    assert may_shorten(short, long, {"Petrov"})


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Senate", "Senate Finance Committee"),
        ("al Qaeda", "al Qaeda in the Arabian Peninsula"),
        ("Fox", "Fox Business"),
        ("US Navy", "US Navy Seventh Fleet"),
        ("State", "State Farm"),
        ("GOP", "Growth and Opportunity Project"),
        ("White House", "White House Correspondents' Association"),
        ("House", "White House"),
        ("Petrov", "Petrov Foundation"),
        ("Olsen", "Olsen campaign"),
        ("Supreme Court", "Ohio Supreme Court"),
        ("White House", "White House staff"),
        ("Dow Chemical", "Dow"),
        ("Dow", "Dow"),
        ("U.N.", "U.N. Security Council"),
        ("CNN", "CNN Health"),
        ("Republican National Committee", "National Republican Congressional Committee"),
        ("United Nations", "United Nations Security Council"),
        ("Google", "Google Search"),
        ("Washington", "Washington Post"),
        ("Latino", "Latino Decisions"),
        ("Business", "National Federation of Independent Business"),
        ("Education", "National Education Association"),
        ("Syrian", "Syrian Democratic Forces"),
        ("Microsoft", "Microsoft Edge"),
        ("Norrvik", "Norrvik Cloud"),
        ("University of California", "University of Southern California"),
        ("Fed", "New York Fed"),
        ("Harbour Force", "Harbour Operations Force"),
        ("House of Representatives", "New Hampshire House of Representatives"),
    ],
)
def test_no_short_forms(short: str, long: str) -> None:
    assert not may_shorten(short, long, {"Petrov"})
