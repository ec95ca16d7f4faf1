"""Which texts are addresses of the web."""

from __future__ import annotations

import pytest

from newsgraph.export.web_address import is_web_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://coast.example/1", True),
        ("HTTP://coast.example", True),
        ("https://coast.example/?q=a&b=%20#c", True),
        ("https://coast.example/größe", True),
        ("", False),
        ("coast.example/1", False),
        ("https://", False),
        ("https:///path", False),
        ("ftp://coast.example/1", False),
        ("javascript:alert(1)", False),
        ("https://coast.example/a b", False),
        ("https://coast.example/\n", False),
        ("https://coast.example/<b>", False),
        ("https://coast.example/\x00", False),
    ],
)
def test_is_web_address(text: str, *, expected: bool) -> None:
    assert is_web_address(text) is expected
