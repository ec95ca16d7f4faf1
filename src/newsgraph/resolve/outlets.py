"""Outlets and authors as the articles' metadata name them."""

from __future__ import annotations

import re

from newsgraph.resolve.bodies import is_local_body
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.known import Known
from newsgraph.spelling import fold, tidy

_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*$")
_SECTION = re.compile(r"\s+[-–—|]\s+(?:News|Opinion|Editorial|Politics|World|Online)\s*$", re.IGNORECASE)
# Marks the key of an outlet whose name says too little to be the one that articles mention: «The Times».
PUBLISHER = "publisher"


def outlet_name(name: str) -> str:
    """The name without its section: «CNN (Web News)» -> «CNN», «Acme Herald - News» -> «Acme Herald»."""
    shorter = _PARENTHESIS.sub("", _SECTION.sub("", name))
    return tidy(shorter) or tidy(name) or name


def outlet_key(name: str, known: Known) -> Key:
    """The key of an outlet, the same that a mention of it has."""
    text = known.key_of_body(outlet_name(name))
    return Key(Kind.ORGANIZATION, text, within=PUBLISHER if is_local_body(text) else "")


def author_key(author: str) -> str:
    """One spelling of an author's name: «Cortney O’Brien», «CORTNEY O'BRIEN» -> «cortney o'brien»."""
    return fold(tidy(author)) or author
