"""What a value becomes in a cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from newsgraph.export.cells import Cell, cell, readable
from newsgraph.export.columns import Column, Holds
from newsgraph.graph.standing import Standing


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (-(2**63), -(2**63)),
        (2**63, None),
        (0.25, 0.25),
        (float("nan"), None),
        (float("inf"), None),
        (Standing.ACCEPTED, "Accepted"),
        ("a\x00b", "a\ufffdb"),
        (dt.date(2017, 5, 30), "2017-05-30"),
        (dt.datetime(2017, 5, 30, 9, 0, tzinfo=dt.UTC), "2017-05-30T09:00:00+00:00"),
        (["b", "a"], "b|a"),
        (("a|b", None, 1, True), "a¦b|1|True"),
        ({"b", "a"}, "a|b"),
        ([], ""),
        ({"a": 1}, None),
        (Decimal("0.5"), None),
        (object(), None),
    ],
)
def test_cell(value: object, expected: Cell | None) -> None:
    found = cell(value)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain \t\n\r é 中 \U0001f600", "plain \t\n\r é 中 \U0001f600"),
        ("\x00\x08\x0b\x0c\x1f", "\ufffd" * 5),
        ("\ud800 \udfff", "\ufffd \ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
    ],
)
def test_readable(text: str, expected: str) -> None:
    assert readable(text) == expected


@pytest.mark.parametrize(
    ("holds", "value", "expected"),
    [
        (Holds.STRING, 3, "3"),
        (Holds.STRING, False, "false"),
        (Holds.LONG, 3, 3),
        (Holds.LONG, "3", None),
        (Holds.LONG, 3.0, None),
        (Holds.LONG, True, None),
        (Holds.DOUBLE, 3, 3.0),
        (Holds.DOUBLE, "x", None),
        (Holds.DOUBLE, True, None),
        (Holds.BOOLEAN, True, True),
        (Holds.BOOLEAN, 1, None),
        (Holds.STRING, None, None),
    ],
)
def test_a_column_holds_only_what_it_says(holds: Holds, value: object, expected: Cell | None) -> None:
    found = Column("title", "attribute", holds).of({"attribute": value})
    assert (found, type(found)) == (expected, type(expected))
