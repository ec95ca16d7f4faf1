"""The people of one article: who bears which name, and whom a bare name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.candidates import Name
from newsgraph.extract.lexicons import given_names, read_toml
from newsgraph.extract.names import SUFFIXES
from newsgraph.model import EntityType

# The bearer who is named in full at least so many times as often as his namesakes is meant by the bare family name.
DOMINANT = 2


MOST_INITIALS = 2


@dataclass(slots=True)
class Bearer:
    """A person named in full in this article."""

    chain: int
    given: str
    middle: str
    family: str
    suffix: str | None
    sex: str | None
    first: int
    times: int = 0
    posts: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name in parts; initials only of the middle names."""

    given: str
    middle: str
    family: str
    suffix: str | None

    @property
    def is_full(self) -> bool:
        """Whether it has a given and a family name; «Donald Jr.» has not."""
        return bool(self.given)

    def may_be(self, bearer: Bearer) -> bool:
        """«Donald J. Trump» may be «Donald Trump», «George W. Bush» not «George H.W. Bush»."""
        return (
            bearer.family == self.family
            and bearer.suffix == self.suffix
            and _same_given(bearer.given, self.given)
            and (not self.middle or not bearer.middle or self.middle == bearer.middle)
        )


def person_parts(words: Sequence[str]) -> Parts:
    """«Donald J. Trump Jr.» -> given «Donald», middle «J», family «Trump», suffix «Jr»."""
    suffix = next((word.rstrip(".") for word in words if word in SUFFIXES), None)
    rest = [word for word in words if word not in SUFFIXES and word not in (",", "'", "-")]
    if not rest:
        return Parts("", "", words[-1], suffix)
    middle = "".join(
        letter
        for word in rest[1:-1]
        for letter in word
        if letter.isupper() and len(word.replace(".", "")) <= MOST_INITIALS
    )
    return Parts(rest[0] if len(rest) > 1 else "", middle, rest[-1], suffix)


def _words(doc: Doc, name: Name) -> list[str]:
    return [token.text for token in doc[name.start : name.end]]


def fuller_names(doc: Doc, names: Sequence[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """«Wasserman Schultz» -> «Debbie Wasserman Schultz», when one fuller name alone ends with the words."""
    full = {tuple(_words(doc, n)) for n in names if n.type is EntityType.PERSON and n.end - n.start > 1}
    tails: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for words in full:
        for start in range(1, len(words) - 1):
            tails[words[start:]].add(words)
    return {tail: next(iter(wholes)) for tail, wholes in tails.items() if tail in full and len(wholes) == 1}


def find_bearers(doc: Doc, names: Sequence[Name], fuller: dict[tuple[str, ...], tuple[str, ...]]) -> list[Bearer]:
    """The people whom the article names in full, each once."""
    bearers: list[Bearer] = []
    for name in names:
        if name.type is not EntityType.PERSON:
            continue
        words = _words(doc, name)
        words = list(fuller.get(tuple(words), words))
        parts = person_parts(words)
        if not parts.is_full:
            continue
        possible = [b for b in bearers if parts.may_be(b)]
        if len(possible) > 1:
            continue
        if possible:
            bearer = possible[0]
            bearer.middle = bearer.middle or parts.middle
        else:
            sex = given_names().get(parts.given)
            bearer = Bearer(len(bearers), parts.given, parts.middle, parts.family, parts.suffix, sex, name.start)
            bearers.append(bearer)
        bearer.times += 1
        if name.title is not None:
            title = doc[name.title[0] : name.title[1]].text
            bearer.posts.add(title.lower())
            bearer.sex = titles.sex_of_title(title.split()) or bearer.sex
    return bearers


def _same_given(left: str, right: str) -> bool:
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


def person_chain(
    doc: Doc,
    name: Name,
    fuller: dict[tuple[str, ...], tuple[str, ...]],
    bearers: list[Bearer],
    keys: dict[tuple[str, str], int],
) -> int | None:
    """The chain of a person's name; ``None`` when it is not sure who is meant."""
    words = _words(doc, name)
    words = list(fuller.get(tuple(words), words))
    parts = person_parts(words)
    if parts.is_full:
        possible = [b for b in bearers if parts.may_be(b)]
        return possible[0].chain if len(possible) == 1 else None
    fitting = [b for b in bearers if parts.suffix is None or b.suffix == parts.suffix]
    candidates = [b for b in fitting if b.family == parts.family] or [b for b in fitting if b.given == parts.family]
    if not candidates:
        return keys.setdefault(("person", " ".join(words)), len(bearers) + len(keys))
    return _bearer_meant(doc, name, candidates)


def _bearer_meant(doc: Doc, name: Name, candidates: list[Bearer]) -> int | None:
    """Which of several namesakes the bare name means; ``None`` when it is not sure."""
    if len(candidates) == 1:
        return candidates[0].chain
    before = [doc[i].text for i in range(max(0, name.start - 1), name.start)]
    sex = titles.sex_of_title(before)
    candidates = [c for c in candidates if sex is None or c.sex in (None, "either", sex)] or candidates
    if name.title is not None:
        title = doc[name.title[0] : name.title[1]].text.lower()
        titled = [c for c in candidates if title in c.posts]
        if len(titled) == 1:
            return titled[0].chain
        if any(c.posts for c in candidates):
            return None  # «Capt. Khan» where the article speaks of several Khans, none called captain
    candidates = [c for c in candidates if c.suffix is None] or candidates
    earlier = [c for c in candidates if c.first < name.start]
    for pool in (earlier, candidates):
        ranked = sorted(pool, key=lambda c: (-c.times, c.first))
        if len(ranked) == 1 or (len(ranked) > 1 and ranked[0].times >= DOMINANT * ranked[1].times):
            return ranked[0].chain
    return None
