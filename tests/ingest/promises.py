"""What is promised of every article, whatever bytes it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.model import Furniture


def assert_in_order(text: str, pieces: Sequence[Furniture]) -> None:
    end = 0
    for piece in pieces:
        assert end <= piece.span.start < piece.span.end <= len(text)
        end = piece.span.end
