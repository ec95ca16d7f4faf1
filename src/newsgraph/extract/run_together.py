"""Words of headlines, captions and the next name that ran into a name: the article's other names show where it ends."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.candidates import ORGANIZATIONS, PLACES, POSSESSIVE, Name, type_by_last_word
from newsgraph.extract.completed_names import SHOWS
from newsgraph.extract.lexicons import given_names, known_names, read_toml
from newsgraph.extract.overlooked import MONTHS, SUFFIXES, family_name
from newsgraph.extract.pairs import HYPHENS
from newsgraph.extract.person_names import QUOTES
from newsgraph.extract.purposes import DAYS
from newsgraph.extract.surface import all_words
from newsgraph.extract.word_list import NO_NOUNS, is_word
from newsgraph.model import EntityType

# So many words run into a name.
MOST_WORDS = 2
PARTICLES = frozenset({"Van", "Von", "De", "Del", "Della", "La", "Le", "Mac", "St.", "Bin", "Al", "El", "Abu", "Ben"})
# «*Senate* Democratic leader», «*House* and *Senate*»
ADJECTIVES = frozenset({"Democratic", "Republican"})
CHAMBERS = frozenset({"House", "Senate"})
PARTISAN = frozenset({"GOP", "Republican", "Democratic", "Democrat"})
# Words that begin a post behind a body: «House Intelligence Committee *Ranking* Member».
BEFORE_POSTS = frozenset({"Ranking", "Assistant", "Under", "Deputy", "Acting", "Associate"})
# What is named after people.
STREETS = frozenset({"Drive", "Street", "Avenue", "Road", "Boulevard", "Lane", "Way", "Day"})
QUANTITIES = frozenset({"Numerous", "Several", "Many", "Some", "Most", "Other", "Local"})
# Posts in short that begin what is taken for a body: «*AG* Barr».
SHORT_POSTS = frozenset({"AG", "DAG", "SecDef", "VP"})
JOINTS = frozenset({"and", "&"})
# «the *CNN/ORC* poll», «the *House-Senate* conference»
MARKS = frozenset({"-", "–", "/"})
LEGAL_FORMS = frozenset({"Inc", "Inc.", "Corp", "Corp.", "LLC", "Co.", "Ltd", "Ltd.", "PLC", "AG"})
# Agencies whose name under a picture runs into the next headline.
CREDITS = frozenset({"REUTERS", "AFP", "GETTY"})
# Whom a body has, beside those with a title.
ROLES = frozenset({"affiliate", "analyst", "bureau", "contributor", "correspondent", "editor", "reporter", "staffer"})
PARTS_OF_OUTLETS = frozenset({"International", "News", "Radio", "Online", "Business", "Sports", "Politics", "Digital"})
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][A-Za-z.]*")
BETWEEN_RIVALS = frozenset({"Over", "Vs", "Vs.", "Versus", "Against"})
THREE, SHOUT = 3, 4
Words = tuple[str, ...]


def without_neighbors(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, cut and parted where the article's other names, or known ones, say that something else ran in."""
    people = _People(doc, names)
    return [part for name in names for part in _parts(doc, name, people)]


def _parts(doc: Doc, name: Name, people: _People) -> Iterator[Name]:
    if name.country is not None or name.party is not None or name.text(doc) in known_names():
        yield name
    elif (bare := _without_time(doc, name)) is not None:
        yield bare
    elif name.type is EntityType.PERSON:
        yield from people.parts(name)
    elif name.type in ORGANIZATIONS:
        yield from people.parts_of_body(name) or _bodies(doc, name)
    elif name.type in PLACES:
        yield from people.at_end(name) or [name]
    else:
        yield name


def _without_time(doc: Doc, name: Name) -> Name | None:
    """«an *April* FBI raid», «*Numerous* Tea Party chapters»."""
    first, *rest = name.words(doc)
    known = known_names().get(" ".join(rest)) if first in MONTHS or first in QUANTITIES else None
    return Name(name.start + 1, name.end, known) if known else None


def _bodies(doc: Doc, name: Name) -> Iterator[Name]:
    """«*NSA* and *FBI*», «*NBC News* *White House*», «GOP *Senate*», «*Federal Reserve* Thursday»."""
    words = name.words(doc)
    if words[0] in CREDITS and len(words) > 1:
        known = known_names().get(" ".join(words[1:]))
        yield Name(name.start, name.start + 1, EntityType.NEWS_OUTLET)
        yield from [] if known is None else [Name(name.start + 1, name.end, known)]
        return
    for end in range(1, len(words) - 1):
        if words[end] in JOINTS and words[end - 1] in LEGAL_FORMS:
            yield Name(name.start, name.start + end, EntityType.COMPANY)
            yield Name(name.start + end + 1, name.end, EntityType.COMPANY)
            return
    for end in range(1, len(words)):
        start = end + (words[end] in JOINTS | MARKS)
        left, right = _known(words[:end]), _known(words[start:])
        are_bodies = start > end and left in ORGANIZATIONS and right in ORGANIZATIONS
        is_where_outlet_is = left is EntityType.NEWS_OUTLET and right is EntityType.GOVERNMENT_BODY
        is_poll = words[end] in MARKS and EntityType.NEWS_OUTLET in (left, right) and _is_pollster(words, end)
        if (left and right and (are_bodies or is_where_outlet_is)) or is_poll:
            yield Name(name.start, name.start + end, left or EntityType.ORGANIZATION)
            yield Name(name.start + start, name.end, right or EntityType.ORGANIZATION)
            return
    rest = known_names().get(" ".join(words[1:]))
    if words[0] in PARTISAN and rest is EntityType.GOVERNMENT_BODY:
        yield Name(name.start + 1, name.end, rest)
        return
    end = len(words)
    behind = DAYS | BEFORE_POSTS | ADJECTIVES | {"-"}
    while end > 1 and (words[end - 1] in behind or (words[end - 1].islower() and end > 2)):
        end -= 1
    known = _known(words[:end])
    if known is None and (whole := _before_role(doc, name)) is not None:
        yield whole
        return
    is_cut = known in ORGANIZATIONS or words[-1] in DAYS | BEFORE_POSTS
    yield replace(name, end=name.start + end, type=known or name.type) if is_cut else name


def _is_pollster(words: Words, mark: int) -> bool:
    """«CNN*/ORC*», «*Suffolk University/*Boston Globe», «CNN*-ORC*»; not «WNBC-TV», «Fox-Meyer Drug»."""
    others = words[mark + 1 :]
    is_whole = words[mark] == "/" or (len(others) == 1 and others[0].isupper() and len(others[0]) >= THREE)
    return bool(others) and is_whole


def _known(words: Sequence[str]) -> EntityType | None:
    text = " ".join(words)
    return EntityType.GOVERNMENT_BODY if text in CHAMBERS else known_names().get(text)


def _before_role(doc: Doc, name: Name) -> Name | None:
    """«*CNN* Charlotte affiliate», «*State Department* Iran staffer»: what is known by itself, before its people."""
    words, following = name.words(doc), doc[name.end].lower_ if name.end < len(doc) else ""
    is_role = following in ROLES or following in titles.posts()
    if not is_role or words[-1] in type_by_last_word() or words[-1] in PARTS_OF_OUTLETS:
        return None
    for end in range(len(words) - 1, max(0, len(words) - MOST_WORDS - 1), -1):
        known = known_names().get(" ".join(words[:end]))
        if known in ORGANIZATIONS and (end > 1 or words[0].isupper()):
            return Name(name.start, name.start + end, known)
    return None


class _People:
    """The names of people in an article, as words."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._doc = doc
        self._people = Counter(name.words(doc) for name in names if name.type is EntityType.PERSON)
        self._whole = Counter({w: n for w, n in self._people.items() if len(w) > 1 and w[0] in given_names()})
        self._bearers: defaultdict[str, list[Words]] = defaultdict(list)
        for words in (*self._whole, *_known_by_family()):
            self._bearers[family_name(words)].append(words)
        self._small = {word for word in all_words(doc) if word.islower()}

    def parts(self, name: Name) -> list[Name]:
        """A person's name without what ran into it; more than one where it was another's name."""
        words = name.words(self._doc)
        if (in_headline := self._in_headline(name, words)) is not None:
            return in_headline
        several = list(self._several(words))
        if several:
            return [Name(name.start + first, name.start + end, EntityType.PERSON) for first, end in several]
        if len(words) == 2:
            return [self._family_alone(name, words)]
        return [self._inner(name, words) or name]

    def _in_headline(self, name: Name, words: Words) -> list[Name] | None:
        """What headlines and lists make of names; ``None``: none of it is here."""
        if len(words) == 2 and words[1].endswith("s") and self._is_somebody((words[0], words[1][:-1])):
            return []  # «the Marco Rubios of the world»
        if len(words) > 2 and words[-1] in SHOWS:
            return [replace(name, type=EntityType.WORK)]
        if len(words) > 2 and _is_shout(words[-1]) and not all(map(str.isupper, words)):
            return self.parts(replace(name, end=name.end - 1))  # «Andrew McCabe *FIRED*»
        if len(words) > 1 and _PARTY_AND_STATE.fullmatch(words[0]):
            return [replace(name, start=name.start + 1)]
        if len(words) == THREE and words[1] in BETWEEN_RIVALS and {words[0], words[2]} <= self._bearers.keys():
            return [replace(name, end=name.start + 1), replace(name, start=name.end - 1)]
        return None

    def parts_of_body(self, name: Name) -> list[Name]:
        """What was taken for a body and is somebody: «State *John Kerry*», «Speaker *Ryan*», «*CBS News* *Kirby*»."""
        if at_end := self.at_end(name):
            return at_end
        words = name.words(self._doc)
        if owned := self._body_of_somebody(name, words):
            return owned
        before = name.end - 1
        if len(words) == 2 and words[0] in SHORT_POSTS:
            return [Name(before, name.end, EntityType.PERSON)]
        if len(words) < 2 or words[-1] not in self._bearers:
            return []
        other = known_names().get(" ".join(words[:-1]))
        person = Name(before, name.end, EntityType.PERSON)
        if other is not None:
            return [Name(name.start, before, other), person]
        first = name.start + (words[0] in known_names())  # «*FBI* Director Mueller»
        is_titled = first < before and all(map(titles.is_title_word, self._doc[first:before]))
        return [person] if is_titled else []

    def at_end(self, name: Name) -> list[Name]:
        """«United States *John Roberts*»: somebody whom the article names elsewhere."""
        words = name.words(self._doc)
        for taken in range(1, len(words) - 1):
            is_whole = len(words) - taken < 4 and self._is_somebody(words[taken:])
            if is_whole and words[taken - 1] not in ("of", "with", "and", "&", "for"):
                return [Name(name.start + taken, name.end, EntityType.PERSON)]
        return []

    def _body_of_somebody(self, name: Name, words: Words) -> list[Name]:
        """«*Eric Holder*'s *Justice Department*», «the *Brett Kavanaugh* *Supreme Court* hearings»."""
        for end in range(2, len(words)):
            start = end + (words[end] in POSSESSIVE)
            known = known_names().get(" ".join(words[start:]))
            if known is EntityType.GOVERNMENT_BODY and words[:end] in self._whole:
                return [
                    Name(name.start, name.start + end, EntityType.PERSON),
                    Name(name.start + start, name.end, known),
                ]
        return []

    def _is_somebody(self, words: Words) -> bool:
        """Whether the article names somebody so, or by this family name, or needs not."""
        by_family = words[0] in given_names() and words[-1:] in self._people
        return words in self._whole or words in _known_by_family() or by_family

    def _several(self, words: Words) -> Iterator[tuple[int, int]]:
        """«Marco Rubio Mark Zuckerberg»: two whole names, one of which the article has elsewhere."""
        for middle in range(2, len(words) - 1) if (SUFFIXES | HYPHENS | QUOTES).isdisjoint(words) else ():
            left, right = words[:middle], words[middle:]
            are_named = {left[0], right[0]} <= given_names().keys() and left[-1] not in given_names()
            are_whole = self._whole[left] > 0 and self._whole[right] > 0
            if are_whole or (are_named and (self._is_somebody(left) or self._is_somebody(right))):
                yield 0, middle
                yield middle, len(words)
                return

    def _inner(self, name: Name, words: Words) -> Name | None:
        """The whole name of somebody that stands in this one, if what is left cannot be part of his name."""
        for taken in range(1, min(MOST_WORDS, len(words) - 2) + 1):
            if words[taken:] in self._whole and not self._may_be_named(words[:taken], words[taken:]):
                return replace(name, start=name.start + taken)
            is_called_so = len(words) == 3 and words[1] in given_names() and words[0] not in given_names()
            if is_called_so and is_word(self._doc[name.start], NO_NOUNS):
                return replace(name, start=name.start + 1)  # «Shady *James Comey*»
            before = words[:-taken]
            is_whole = self._whole[before] > (before[-1] in given_names())  # «Jo Ann» of Jo Ann Fields, once
            if is_whole and not self._may_be_named(words[-taken:], before):
                return replace(name, end=name.end - taken)
        return None

    def _may_be_named(self, rest: Words, inner: Words) -> bool:
        """Whether a word beside is a name itself: given, of a family in the article, an initial, «of», «Jr.»."""
        known = (given_names(), type_by_last_word(), SUFFIXES | PARTICLES | STREETS)
        if any(word in words for words in known for word in rest):
            return True
        if any(not word.istitle() or word.endswith(".") for word in rest):
            return True
        families = {family_name(words) for words in self._people if not set(inner) <= set(words)}
        return not families.isdisjoint(rest)

    def _family_alone(self, name: Name, words: Words) -> Name:
        """«*Photos* Kaine» in an article on Tim Kaine that speaks of photos; «Obama *Elevates*»."""
        first, last = words
        if any(first not in whole for whole in self._bearers[last]) and self._is_no_name(name.start):
            return replace(name, start=name.start + 1)
        is_bearer = first not in given_names() and any(last not in whole for whole in self._bearers[first])
        is_none_of_its_own = first in read_toml("titles.toml")["sole"] and last not in SUFFIXES
        if is_bearer and (is_none_of_its_own or self._is_no_name(name.end - 1)):
            return replace(name, end=name.end - 1)
        return name

    def _is_no_name(self, i: int) -> bool:
        word = self._doc[i].text
        if word in given_names() or word in SUFFIXES | PARTICLES:
            return word in MONTHS and self._doc[i - 1].lower_ == "in"
        is_other = self._doc[i].is_stop or word in DAYS | MONTHS or known_names().get(word) in ORGANIZATIONS
        return is_other or self._doc[i].tag_ != "NNP" or word.lower() in self._small or is_word(self._doc[i], NO_NOUNS)


def _is_shout(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) >= SHOUT


@cache
def _known_by_family() -> frozenset[Words]:
    """Whom the family name alone means, so that articles need not name them in full."""
    return frozenset((given, family) for family, names in read_toml("titles.toml")["sole"].items() for given in names)
