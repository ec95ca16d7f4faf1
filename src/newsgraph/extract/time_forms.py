"""Forms of time expressions as patterns over words: «{about}? {count} {unit} ago».

Each word of a text becomes one character, so that a form is a plain regular expression over these characters: quick,
and without traps, as no form repeats anything without a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"\n[^\S\n]*\n|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|\S")
FIRST_CODE = 0xE000  # the private use area
UNKNOWN, BREAK = "\x01", "\x02"  # in no form
KNOWN_WORDS = re.compile(f"[^{UNKNOWN}{BREAK}]+")
# Figures by what they can be: a month or an hour, a day of the month, a minute, a year without its century, a year.
FIGURES = {"f12": range(1, 13), "f24": range(13, 25), "f31": range(25, 32), "f59": range(32, 60), "f99": range(60, 100)}
FIGURES |= {
    "zero": range(1),
    "hundreds": range(100, 1000),
    "f_year": range(1000, 2100),
    "thousands": range(2100, 10**6),
}
DECIMAL = "decimal"  # «2.5»; «1,000» is a thousand
PIECE = re.compile(
    r"\{(?P<category>\w+)(?::(?P<name>\w+))?\}|(?P<operator>\(\?<?[=!]|[()|?])|(?P<word>[A-Za-z]\w*|[^\s\w])|\s"
)
# «May» and «March» are months, «may» and «march» are not; in capitals nobody knows.
CAPITALISED = ("month", "holiday")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words in lower case, their places, and one character for each."""

    text: str
    lower: list[str]
    places: list[tuple[int, int]]
    codes: str


class Vocabulary:
    """The words that time expressions are made of, each with its character."""

    def __init__(self, categories: Mapping[str, Mapping[str, Any]], macros: Mapping[str, str]) -> None:
        self._codes: dict[str, str] = {}
        self._macros = macros
        self._members = {name: "".join(map(self._code, words)) for name, words in categories.items()}
        self._members |= {name: self._code(name) for name in (*FIGURES, DECIMAL)}
        self._titled = {word for name in CAPITALISED for word in categories[name]}

    def _code(self, word: str) -> str:
        return self._codes.setdefault(word, chr(FIRST_CODE + len(self._codes)))

    def compile(self, form: str) -> re.Pattern[str]:
        """A form as an expression over the characters of words."""
        return re.compile("".join(self._pieces(form, named=True)))

    def _pieces(self, form: str, *, named: bool) -> Iterator[str]:
        for piece in PIECE.finditer(form):
            category, name = piece["category"], piece["name"]
            if category:
                macro = self._macros.get(category)
                inside = "".join(self._pieces(macro, named=False)) if macro else f"[{self._members[category]}]"
                yield f"(?P<{name or category}>{inside})" if named and (name or not macro) else f"(?:{inside})"
            elif piece["operator"]:
                yield "(?:" if piece["operator"] == "(" else piece["operator"]
            elif piece["word"]:
                yield self._code(piece["word"])

    def read(self, text: str) -> Words:
        """The words of a text; an empty line is a word that stands in no form."""
        lower, places, codes = [], [], []
        for match in WORD.finditer(text):
            surface = match.group()
            word = surface.lower() if surface.isascii() else "'" if surface in "‘’" else surface
            lower.append(word)
            places.append(match.span())
            codes.append(self._code_in_text(surface, word))
        return Words(text, lower, places, "".join(codes))

    def _code_in_text(self, surface: str, word: str) -> str:
        if surface[0] in "0123456789":
            return self._codes[figure_kind(surface)]
        if surface[0] == "\n":
            return BREAK
        if word in self._titled and not surface.istitle():
            return UNKNOWN
        return self._codes.get(word, UNKNOWN)


def figure_kind(figures: str) -> str:
    """What a figure can be by its size: «9» a month, «45» a minute, «1998» a year."""
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", figures):
        return "thousands"
    if not figures.isdigit() or len(figures) > 6:
        return DECIMAL
    return next(kind for kind, numbers in FIGURES.items() if int(figures) in numbers)
