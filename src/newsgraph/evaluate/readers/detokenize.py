"""From tokens back to running text, as it was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NO_SPACE_BEFORE = frozenset(
    {
        ".",
        ",",
        ":",
        ";",
        "?",
        "!",
        ")",
        "]",
        "}",
        "%",
        "'s",
        "'S",
        "n't",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "'",
        "’",
        "’s",
        "”",
        "…",
    }
)
NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "£", "€", "#", "“", "‘"})


class RunningText:
    """Text that grows by tokens; keeps where each of them stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.spans: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """What has been added."""
        return "".join(self._parts)

    def add(self, token: str, *, space: bool) -> None:
        """Append a token, after a space or at once."""
        if space and self._length:
            self._append(" ")
        start = self._length
        self._append(token)
        self.spans.append((start, self._length))

    def add_sentence(self, tokens: Sequence[str]) -> None:
        """Append the tokens of a sentence, with spaces where print has them."""
        for token, space in zip(tokens, spaces_before(tokens), strict=True):
            self.add(token, space=space)

    def add_break(self, between: str = "\n") -> None:
        """End a line or paragraph."""
        if self._length:
            self._append(between)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def spaces_before(tokens: Sequence[str]) -> Iterable[bool]:
    """Whether a space stands before each token of a sentence; straight quotation marks open and close in turn."""
    is_open = {'"': False, "'": False}
    glue = True
    for number, word in enumerate(tokens):
        closes = is_open.get(word, False)
        if word == "'" and not closes and number and tokens[number - 1].endswith("s"):
            yield False  # «the brothers' house»
            glue = False
            continue
        yield not (glue or closes or (word in NO_SPACE_BEFORE and word not in is_open))
        glue = word in NO_SPACE_AFTER
        if word in is_open:
            glue = not closes
            is_open[word] = not closes
