"""Names of people in parts, and whether two of them may be one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph.extract.lexicons import given_names, read_toml
from newsgraph.extract.overlooked import SUFFIXES

MOST_INITIALS = 2
SAINT = frozenset({"Saint", "St.", "St"})
SON_OF = frozenset({"bin", "ibn", "bint"})
QUOTES, PAIR = frozenset({'"', "“", "”"}), 2
TWO_SYLLABLES, LONGEST_SYLLABLE = 2, 5


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name in parts; initials only of the middle names, the suffix without its dot."""

    given: str
    middle: str
    family: str
    suffix: str | None

    @property
    def is_full(self) -> bool:
        """Whether it has a given and a family name; «Donald Jr.» has not."""
        return bool(self.given)

    def may_be(self, other: Parts) -> bool:
        """«Donald J. Trump» may be «Donald Trump», «George W. Bush» not «George H.W. Bush»."""
        return (
            other.family == self.family
            and other.suffix == self.suffix
            and same_given(other.given, self.given)
            and (not self.middle or not other.middle or self.middle == other.middle)
        )


def person_parts(whole: Sequence[str]) -> Parts:
    """«Donald J. Trump Jr.» -> given «Donald», middle «J», family «Trump», suffix «Jr»."""
    suffix = next((word.rstrip(".").replace("JR", "Jr") for word in whole if word in SUFFIXES), None)
    words = [word for word in _without_nickname(whole) if word not in SUFFIXES and word not in (",", "'")]
    plain = [word for word in words if word != "-"]
    if not plain:
        return Parts("", "", whole[-1], suffix)
    if _is_family_first(plain):
        return Parts("".join(plain[1:]).lower(), "", plain[0], suffix)
    if len(plain) == 2 and plain[0] in SAINT:
        return Parts("", "", " ".join(plain), suffix)
    rest = _join_compounds(words)
    initials = [word for word in rest[1:-1] if len(word.replace(".", "")) <= MOST_INITIALS]
    middle = "".join(letter for word in initials for letter in word if letter.isupper())
    return Parts(rest[0] if len(rest) > 1 else "", middle, rest[-1], suffix)


def _without_nickname(words: Sequence[str]) -> Sequence[str]:
    """«Earvin "Magic" Johnson» -> «Earvin Johnson»."""
    quotes = [i for i, word in enumerate(words) if word in QUOTES]
    return [*words[: quotes[0]], *words[quotes[-1] + 1 :]] if len(quotes) == PAIR else words


def _is_family_first(words: Sequence[str]) -> bool:
    """«Kim Jong Un», «Moon Jae-in», «Xi Jinping»: a family name of East Asia before its bearer's own."""
    family, *own = words
    is_eastern = family.lower() in read_toml("titles.toml")["family_first"]
    if not is_eastern or len(own) not in (1, TWO_SYLLABLES) or not all(map(str.isalpha, own)):
        return False
    if len(own) == 1:
        return family.lower() not in read_toml("titles.toml")["family_first_or_given"] and len(own[0]) > 1
    is_given = family in given_names() and own[0] in given_names()
    return not is_given and all(1 < len(word) <= LONGEST_SYLLABLE for word in own)


def _join_compounds(words: Sequence[str]) -> list[str]:
    """«Cindy Hyde - Smith» -> «Cindy», «Hyde-Smith»: a Smith is another; but «Bashar al - Assad» goes by «Assad»."""
    joined: list[str] = []
    for word in words:
        if len(joined) > 1 and joined[-1] == "-" and joined[-2][:1].isupper() and word[:1].isupper():
            joined[-2:] = [f"{joined[-2]}-{word}"]
        else:
            joined.append(word)
    return [word for word in joined if word != "-"]


def same_given(left: str, right: str) -> bool:
    """«J.» and «James», «Jim» and «James», «Ben» and «Benjamin»."""
    left, right = left.rstrip("."), right.rstrip(".")
    short, long = sorted((left, right), key=len)
    if left == right or (len(short) == 1 and short == long[0]):
        return True
    shorts = read_toml("titles.toml")["short_names"]
    return (
        long in shorts.get(short, ())
        or short in shorts.get(long, ())
        or (len(short) > MOST_INITIALS and long.startswith(short) and long in given_names())
    )


def fuller_names(names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """«Wasserman Schultz» -> «Debbie Wasserman Schultz», when one fuller name alone ends with the words.

    Not «Franklin Graham», who is the son of William Franklin Graham.
    """
    full = {words for words in names if len(words) > 1}
    tails: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for words in full:
        for start in range(1, len(words) - 1):
            tails[words[start:]].add(words)
    return {
        tail: next(iter(wholes))
        for tail, wholes in tails.items()
        if tail in full and len(wholes) == 1 and tail[0] not in given_names()
    }
