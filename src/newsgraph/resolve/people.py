"""The parts of a person's name, and whether two full names may be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.resolve.facts import name_words
from newsgraph.resolve.given_names import is_initial, known_given_names, may_be_one
from newsgraph.spelling import fold, tidy

_DOTTED_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]{2}")
_ARABIC_ARTICLE = re.compile(r"^(?:al|el)-")
# Posts that swallow what stands before them, and are no family names.
POSTS_INSIDE = frozenset(
    {
        "justice", "governor", "gov", "senator", "sen", "congressman", "congresswoman", "rep", "secretary",
        "ambassador", "director", "general", "sheriff", "speaker", "chairman", "chairwoman", "mayor",
    }
)  # fmt: skip
# «Cory “Spartacus” Booker»: what he is called besides.
_NICKNAME = re.compile(r"\s[\"“‘'][^\"”’']+[\"”’']\s")
# «COLUMBIA, S.C.—Hillary Clinton …»
_DATELINE = re.compile(r"^\S+[—–](?=\w)")
PAIR = 2
# «Democrat Barack Obama», «Senate Whip John Cornyn»: of which party or house.
BEFORE_FULL_NAMES = frozenset(
    {
        "democrat",
        "democrats",
        "republican",
        "republicans",
        "gop",
        "texan",
        "congressmen",
        "senate",
        "house",
        "majority",
        "minority",
        "whip",
        "associate",
    }
)
TRIPLE = 3
NUMBERS = frozenset({"ii", "iii", "iv", "v"})
# The longest syllable of a Korean or Chinese given name («Hyung»): «Kim Kardashian West» is no such name.
LONGEST_SYLLABLE = 5
# Particles that are given names where they stand first: «Van Jones», «Ben Carson», «Al Gore».
GIVEN_OR_PARTICLE = frozenset({"van", "ben", "al"})


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name in folded parts: given «george», middles («h», «w»), family «bush», suffix «jr».

    A bare name has no ``given``: «Trump» is family «trump»; ``tail`` keeps particles: «von der leyen».
    A regnal name has its whole self as given: «pope francis».
    """

    family: str
    given: str = ""
    middles: tuple[str, ...] = ()
    suffix: str = ""
    tail: str = ""
    family_first: bool = False

    @property
    def is_full(self) -> bool:
        """Whether there is more than a family name."""
        return bool(self.given)

    @property
    def short_key(self) -> str:
        """The name without middle initials: «george bush», «debbie wasserman schultz»."""
        return self._spelled(tuple(middle for middle in self.middles if not is_initial(middle)))

    @property
    def full_key(self) -> str:
        """The whole folded name: «george h w bush»."""
        return self._spelled(self.middles)

    def _spelled(self, middles: tuple[str, ...]) -> str:
        if self.given.endswith(f" {self.family}"):
            return " ".join(part for part in (self.given, self.suffix) if part)
        parts = (self.tail, self.given) if self.family_first else (self.given, *middles, self.tail)
        return " ".join(part for part in (*parts, self.suffix) if part)


@lru_cache(maxsize=200_000)
def strip_titles(name: str) -> str:
    """The name without forms of address and posts before it: «President Donald Trump» -> «Donald Trump»."""
    words = re.sub(r"['’]s$", "", _DATELINE.sub("", tidy(name))).split()
    while len(words) > 1 and (_is_title(words[0]) or _is_before_full_name(words)):
        words = words[1:]
    words = words[_behind_last_post(words) :]
    return " ".join(words)


def _is_title(word: str) -> bool:
    return fold(word).strip(".,") in name_words("titles")


def _behind_last_post(words: list[str]) -> int:
    """«U.S. Supreme Court Justice *Antonin Scalia*», «NJ Governor *Christie*»; 0: no post stands inside."""
    last = len(words) - (fold(words[-1]).strip(".") in name_words("suffixes"))
    posts = [place for place in range(1, last - 1) if fold(words[place]).strip(".") in POSTS_INSIDE]
    return posts[-1] + 1 if posts else 0


def _is_before_full_name(words: list[str]) -> bool:
    if len(words) <= PAIR or fold(words[0]) not in BEFORE_FULL_NAMES:
        return False
    following = fold(words[1])
    return following in BEFORE_FULL_NAMES or following in known_given_names() or _is_title(following)


def _tokens(name: str) -> list[str]:
    tokens: list[str] = []
    for word in strip_titles(_NICKNAME.sub(" ", name)).replace(",", " ").split():
        if _DOTTED_INITIALS.fullmatch(word) and fold(word) not in name_words("suffixes"):
            tokens.extend(fold(letter) for letter in word if letter.isalpha())
            continue
        token = re.sub(r"[^\w\-]", "", _ARABIC_ARTICLE.sub("", fold(word))).strip("-_")
        if token:
            tokens.append(token)
    # «Paul Ryan Paul Davis Ryan Retiring»: what a page shows when the name is touched ran into it; «Jeb Bush Bush»: a
    # table's next column.
    again = next(
        (place for place in range(PAIR, len(tokens)) if tokens[place] in (tokens[0], tokens[place - 1])), len(tokens)
    )
    return tokens[:again]


def _family_first(tokens: list[str]) -> PersonName | None:
    """«Xi Jinping», «Moon Jae-in», «Kim Jong Un»: the family name stands first."""
    if len(tokens) not in (PAIR, TRIPLE) or tokens[0] not in name_words("family_first"):
        return None
    double = len(tokens) == TRIPLE or "-" in tokens[1]
    if tokens[0] in name_words("family_first_or_given") and not double:
        return None
    if len(tokens) == TRIPLE and max(map(len, tokens[1:])) > LONGEST_SYLLABLE:
        return None
    return PersonName(tokens[0], given="".join(tokens[1:]).replace("-", ""), tail=tokens[0], family_first=True)


@lru_cache(maxsize=200_000)
def parse_person(name: str, title: str = "") -> PersonName:
    """The parts of a name; ``title`` is a regnal word that stood before it («pope»), else empty."""
    tokens = _tokens(name)
    suffix = ""
    if len(tokens) > 1 and tokens[-1] in name_words("suffixes"):
        suffix = tokens.pop()
    if not tokens:
        return PersonName(fold(tidy(name)) or name, tail=fold(tidy(name)))
    if len(tokens) == 1 and title:
        tokens = [title, *tokens]
    if len(tokens) == PAIR and tokens[0] in name_words("regnal"):
        return PersonName(tokens[1], given=" ".join(tokens), suffix=suffix, tail=tokens[1])
    if eastern := _family_first(tokens):
        return eastern
    start = len(tokens) - 1
    while start > 0 and tokens[start - 1] in name_words("particles"):
        start -= 1
    if start == 0 and len(tokens) > 1 and tokens[0] in GIVEN_OR_PARTICLE:
        start = 1
    tail = " ".join(tokens[start:])
    if start == 0:
        return PersonName(tokens[-1], suffix=suffix, tail=tail)
    return PersonName(tokens[-1], tokens[0], tuple(tokens[1:start]), suffix, tail)


def middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Middle names may be absent on one side, else agree one by one, an initial for a name."""
    if not left or not right:
        return True
    return len(left) == len(right) and all(
        a == b or ((is_initial(a) or is_initial(b)) and a[0] == b[0]) for a, b in zip(left, right, strict=True)
    )


def _lacks_middle(left: PersonName, right: PersonName) -> bool:
    """«M.J. Lee» goes by both letters: «Mike Lee» is not she, «Mary Jane Lee» may be."""
    return is_initial(left.given) and bool(left.middles) and not right.middles and left.given != right.given


def _suffixes_agree(left: PersonName, right: PersonName) -> bool:
    """«Ken Cuccinelli II» goes by «Ken Cuccinelli»; a Jr. beside one without may be the son."""
    is_left_out = not (left.suffix and right.suffix) and left.suffix + right.suffix in NUMBERS
    return left.suffix == right.suffix or (is_left_out and left.given == right.given)


def may_be_same(left: PersonName, right: PersonName) -> bool:
    """Whether nothing in two full names speaks against one person: family equal, the rest fits."""
    if _lacks_middle(left, right) or _lacks_middle(right, left):
        return False
    return (
        left.family == right.family
        and len(left.family) > 1
        and _suffixes_agree(left, right)
        and may_be_one(left.given, right.given)
        and middles_agree(left.middles, right.middles)
    )


def is_common(name: PersonName) -> bool:
    """Whether the family name is so frequent, beside a usual given name, that namesakes are to be expected."""
    return not name.middles and name.given in known_given_names() and has_common_family(name)


def has_common_family(name: PersonName) -> bool:
    """Whether the family name is among the most frequent ones."""
    return name.family in name_words("family")
