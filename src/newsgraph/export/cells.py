"""What a value becomes where only texts, numbers and yes or no can stand; what fits nowhere is left out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from numbers import Integral, Real

Cell = bool | int | float | str

# All that XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
_UNREADABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_INTEGER = 64  # bits, with the sign: what Gephi, XML and databases call a long


def readable(text: str) -> str:
    """The text with each character that XML, or UTF-8, cannot hold replaced by «\ufffd», one for one."""
    return _UNREADABLE.sub("\ufffd", text)


def cell(value: object) -> Cell | None:
    """One value for one cell: lists are joined by «|», days are ISO; ``None`` when there is none.

    NaN, infinity and whole numbers of more than 64 bits are none, as is anything with parts of its own.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return readable(str(value))
    if isinstance(value, Real):  # NumPy's numbers too
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    return _joined(value) if isinstance(value, list | tuple) else None


def _number(value: Real) -> int | float | None:
    if isinstance(value, Integral):
        bound = 2 ** (_LONGEST_INTEGER - 1)
        return int(value) if -bound <= value < bound else None
    return float(value) if math.isfinite(value) else None


def _joined(values: Iterable[object]) -> str:
    """«Bolt|Bolt Corp.»; a bar inside a value becomes «¦», so that the list can be taken apart again."""
    cells = (cell(value) for value in values)
    return "|".join(str(each).replace("|", "¦") for each in cells if each is not None)
