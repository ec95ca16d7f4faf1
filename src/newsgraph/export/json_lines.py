"""JSON, one value a line."""

from __future__ import annotations

import json

# Characters that JSON lets stand as they are, and at which some readers break lines.
_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_line(value: object) -> str:
    """The value in one line, with its end; texts keep their characters.

    Raises:
        ValueError: when there is a number in it that JSON does not have, such as NaN.
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for character, escaped in _BREAKS.items():
        line = line.replace(character, escaped)
    return line + "\n"
