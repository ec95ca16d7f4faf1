"""Queries that would make this graph ask another server: none is let through."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"""#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>""", re.DOTALL
)
_SERVICE = re.compile(r"(?<![\w:?$@.-])service(?![\w:.-])", re.IGNORECASE)


def asks_others(sparql: str) -> bool:
    """Whether a query holds SERVICE, the clause that opens a connection to another server.

    The word in strings, IRIs, comments, names of variables and of prefixes does not count.
    """
    return _SERVICE.search(_QUOTED.sub(" ", sparql)) is not None
