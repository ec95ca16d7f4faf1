"""Coreference as brackets in the last column (CoNLL-2012): «(3», «3)», «(3)», «(1|(2)»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


def read_brackets(cells: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Each mention as (chain, first token, last token), counted from 0; each token has a cell."""
    opened: dict[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for part in _parts(cell):
            name = part.strip("()")
            if part.startswith("("):
                opened[name].append(number)
            if part.endswith(")") and opened[name]:
                yield name, opened[name].pop(), number


def _parts(cell: str) -> list[str]:
    """«(1(2)» -> «(1», «(2)»; «|» may stand between."""
    parts, part = [], ""
    for character in cell.replace("_", "").replace("-", ""):
        if character == "|" or (character == "(" and part):
            if part:
                parts.append(part)
            part = "" if character == "|" else character
        else:
            part += character
            if character == ")":
                parts.append(part)
                part = ""
    return [*parts, part] if part else parts
