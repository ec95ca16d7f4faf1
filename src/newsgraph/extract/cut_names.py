"""Names that the reader cut, and those inside others: «Jewish National *Fund*», «*Ocasio-*Cortez», «the *Trump* Show».

The words beside a name that are capitalised, and that the parser holds to be of one phrase with it, belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, PLACES, Name, type_by_last_word, without_overlaps
from newsgraph.extract.lexicons import demonym_countries, given_names, known_names, read_toml
from newsgraph.extract.of_elsewhere import OF_A_COUNTRY
from newsgraph.extract.overlooked import MONTHS, SUFFIXES, families_of
from newsgraph.extract.purposes import DAYS
from newsgraph.extract.run_together import CHAMBERS
from newsgraph.extract.surface import surface
from newsgraph.extract.word_list import is_word
from newsgraph.model import EntityType

# Kinds whose names are not dropped as mere words.
OTHER_KINDS = PLACES | {EntityType.PERSON, EntityType.GROUP}
WITHIN_PHRASE = frozenset({"compound", "nmod"})
BEFORE_IN_PHRASE = WITHIN_PHRASE | {"amod"}
# «Hurricane *Katrina*», «Operation *Fast and Furious*»: called so, and nobody.
CALLED = frozenset({"Hurricane", "Typhoon", "Cyclone", "Operation"})
# Peoples and believers, of whom there are several kinds.
OF_KINDS = frozenset({"Americans", "Muslims", "Jews", "Christians", "Catholics"})
KINDS_OF_PEOPLE = frozenset(
    {
        "African", "American", "Arab", "Asian", "Black", "British", "Catholic", "Central", "Chinese", "Cuban",
        "Evangelical", "Gay", "German", "Hispanic", "Indian", "Iranian", "Irish", "Italian", "Japanese", "Jewish",
        "Korean", "Latin", "Latino", "LGBT", "Mexican", "Muslim", "Native", "North", "Orthodox", "Polish", "Shia",
        "Shiite", "South", "Sunni", "Syrian", "Turkish", "Vietnamese", "White",
    }
)  # fmt: skip
# Bodies and what else goes by a name of several words.
COMPOSED = frozenset(
    {
        EntityType.FACILITY, EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANIZATION, EntityType.LAW,
        EntityType.NEWS_OUTLET, EntityType.ORGANIZATION,
    }
)  # fmt: skip
# What stands before a body's name and is no word of it.
NO_FIRST_WORDS = DAYS | MONTHS | CHAMBERS | KINDS_OF_PEOPLE
# A body of this name is another than the one that is known: «*European* Council on Foreign Relations».
OF_ANOTHER = frozenset({"African", "Arab", "Asian", "European", "International", "State", "World"})
# First words of towns and regions.
BEFORE_TOWNS = frozenset(
    {
        "Cape", "East", "Fort", "Glen", "Grand", "Lake", "Los", "Lower", "Mount", "New", "North", "Old", "Point",
        "Port", "Saint", "San", "Santa", "South", "Upper", "West",
    }
)  # fmt: skip
# What people are in or behind, and is not called after them: «the Trump *Campaign*».
OF_PEOPLE = frozenset({"Administration", "Campaign", "Cabinet", "Family", "White", "House", "Era", "Democrat"})
# A line without a full stop in which so many words are capitalised is a headline, in which capitals tell nothing; so is
# one in which so many are that are no names.
HEADLINE = 0.5
STOPS = frozenset(".?!")
SHOUT = 4


def with_rests(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names with what belongs to them; without those that are a word of something else."""
    names = _with_hyphens(doc, names)
    page = _Page(doc, names)
    return without_overlaps([whole for name in names if (whole := page.whole(name)) is not None])


def _with_hyphens(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """«*Wilson-Clark*» is one name where the article has «Dawn Wilson-Clark»."""
    hyphens = [i for name in names if name.type is EntityType.PERSON for i in range(name.start + 1, name.end - 1)]
    double = {surface(doc, i - 1, i + 2) for i in hyphens if doc[i].text == "-"}
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if last is not None and name.start - last.end <= 1 and surface(doc, last.end - 1, name.start + 1) in double:
            found[-1] = Name(last.start, name.end, EntityType.PERSON)
        elif surface(doc, name.start - 2, name.start + 1) in double and (last is None or last.end < name.start - 1):
            found.append(Name(name.start - 2, name.end, EntityType.PERSON))
        else:
            found.append(name)
    return found


class _Page:
    """An article's names, by the tokens they take, and the family names among them."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._doc = doc
        self._taken = {i for name in names for i in range(name.start, name.end)}
        people = [name for name in names if name.type is EntityType.PERSON and name.end - name.start > 1]
        self._families = {
            family for name in people for family in families_of([word.text for word in doc[name.start : name.end]])
        } | read_toml("titles.toml")["sole"].keys()

    def whole(self, name: Name) -> Name | None:
        """The name with its rest; ``None``: it names nothing by itself."""
        if name.country is not None or name.party is not None:
            return name
        whole = self._to_the_right(name)
        whole = None if whole is None else self._to_the_left(whole)
        return name if whole != name and _is_headline(self._doc[name.start].sent) else whole

    def _to_the_left(self, name: Name) -> Name:
        before = name.start - 1
        if before >= 0 and self._doc[before].text in CALLED and name.type not in (EntityType.COUNTRY, EntityType.EVENT):
            return Name(before, name.end, EntityType.EVENT)
        if name.type in (EntityType.CITY, EntityType.PLACE):
            return self._of_place(name)
        if before < 0 or before in self._taken or not _is_capitalised(self._doc[before]):
            return self._behind_hyphen(name)
        if name.type is EntityType.GROUP:
            return self._of_kind(before, name)
        start = name.start
        while start > 0 and start - 1 not in self._taken and self._begins(self._doc[start - 1], name):
            start -= 1
        return name if start == name.start or name.type not in COMPOSED else self._named(start, name.end, name.type)

    def _of_place(self, name: Name) -> Name:
        """«*North* Manchester», «*Fort* Lauderdale»."""
        word = self._doc[name.start - 1] if name.start else None
        if (
            word is None
            or word.text not in BEFORE_TOWNS
            or word.dep_ not in WITHIN_PHRASE
            or word.head.i != name.end - 1
        ):
            return name
        return self._named(word.i, name.end, EntityType.PLACE)

    def _behind_hyphen(self, name: Name) -> Name:
        """«*Ocasio-*Cortez», «Muslim-*Americans*»; not «Clinton-*Sanders*», who are two."""
        doc, first = self._doc, name.start - 2
        if first < 0 or doc[first + 1].text != "-" or doc[first].whitespace_ or doc[first + 1].whitespace_:
            return name
        word = doc[first]
        if name.type is EntityType.GROUP:
            return self._of_kind(first, name)
        is_joined = word.dep_ in WITHIN_PHRASE and word.head.i in range(name.start, name.end)
        is_named = any(text in self._families or text in known_names() for text in (word.text, name.text(doc)))
        is_of_two = first in self._taken or is_named or len(word) == 1
        is_bare = name.type is EntityType.PERSON and name.end - name.start == 1
        if not is_bare or not _is_capitalised(word) or not is_joined or is_of_two:
            return name
        return self._named(first, name.end, name.type)

    def _of_kind(self, first: int, name: Name) -> Name:
        """«*Cuban* Americans», «*Muslim-*Americans»."""
        is_of_kind = name.text(self._doc) in OF_KINDS and self._doc[first].text in KINDS_OF_PEOPLE
        return Name(first, name.end, name.type) if is_of_kind else name

    def _begins(self, word: Token, name: Name) -> bool:
        """«*European* Council on Foreign Relations»; not «the Obama White House», «Iowa Republican Party»."""
        is_joined = word.dep_ in BEFORE_IN_PHRASE and word.head.i in range(name.start, name.end)
        if not is_joined or word.is_sent_start or word.nbor(-1).is_punct or not _is_capitalised(word):
            return False
        is_other = (
            word.text in NO_FIRST_WORDS
            or word.text in self._families
            or word.text in given_names()
            or word.text in type_by_last_word()
            or (word.text not in OF_ANOTHER and name.text(self._doc) in known_names())
            or word.text in known_names()
            or word.text in demonym_countries()
            or titles.is_title_word(word)
        )
        return not is_other

    def _to_the_right(self, name: Name) -> Name | None:
        """The name with the capitalised words behind it up to the one that they all hang on."""
        end = name.end
        while end < len(self._doc) and end not in self._taken and _goes_on(self._doc[end]):
            end += 1
        last, rest = self._doc[name.end - 1], self._doc[name.end : end]
        if not len(rest) or last.dep_ not in WITHIN_PHRASE or last.head.i not in range(name.end, end):
            return name
        is_body = name.type in COMPOSED and len(rest) == 1 and rest.text in type_by_last_word()
        if not is_body and any(titles.is_title_word(w) or w.text in DAYS | MONTHS | SUFFIXES for w in rest):
            return name
        return self._of_person(name, rest) if name.type is EntityType.PERSON else self._of_thing(name, rest)

    def _of_thing(self, name: Name, rest: Span) -> Name | None:
        """«Jewish National *Fund*», «F-*Secure*»; «the *Commerce* Clause» names nothing that we know."""
        text = name.text(self._doc)
        if text in known_names() or name.type in PLACES | {EntityType.GROUP}:
            return name
        by_last = type_by_last_word().get(rest[-1].text)
        if by_last is not None and surface(self._doc, rest.end, rest.end + 1) == "of":
            return name  # «Washington University School of Law»
        if by_last is not None or (len(text) == 1 and rest[0].text == "-"):
            return Name(name.start, rest.end, by_last or name.type)
        return None if self._is_unknown_word(name) and is_word(rest[-1]) and not rest[-1].is_upper else name

    def _is_unknown_word(self, name: Name) -> bool:
        """«*Commerce* Clause», «*Health Savings* Accounts»: words that name nothing; not «Capitol Police»."""
        text = name.text(self._doc)
        if name.type in OTHER_KINDS or text in known_names() or text in CHAMBERS:
            return False
        words = self._doc[name.start : name.end]
        is_whole = words[-1].text in type_by_last_word() or text in OF_A_COUNTRY
        return not is_whole and all(is_word(w) and not w.is_upper and w.text not in given_names() for w in words)

    def _of_person(self, name: Name, rest: Span) -> Name | None:
        """«Banharn *Silpa-archa*» is whole then; «the *Trump* Show» is no person; «Trump *Republicans*» are his."""
        is_bare = name.end - name.start == 1
        by_last = type_by_last_word().get(rest[-1].text)
        if not is_bare or rest[-1].tag_ == "NNPS" or rest[0].text in OF_PEOPLE or rest.text in known_names():
            return Name(name.start, rest.end, by_last) if by_last is not None and not is_bare else name
        if self._doc[name.start].text in self._families:
            return None if is_word(rest[-1]) and rest[-1].text not in given_names() else name
        is_post = self._doc[name.start].is_upper and not rest[0].is_upper  # «AG Barr»
        return name if is_post or is_word(rest[0]) else replace(name, end=rest.end)

    def _named(self, start: int, end: int, type_: EntityType) -> Name:
        return Name(start, end, known_names().get(surface(self._doc, start, end), type_))


def _is_capitalised(word: Token) -> bool:
    is_shouted = word.is_upper and len(word) >= SHOUT
    is_name = word.tag_ in NAME_TAGS and word.text[-1] != "."
    return is_name and bool(word.is_title or word.is_upper) and not is_shouted


def _goes_on(word: Token) -> bool:
    """«Silpa-archa»: a hyphen and what it joins go on as well."""
    if word.i and word.text == "-":
        return not (word.nbor(-1).whitespace_ or word.whitespace_)
    is_joined = word.i > 0 and word.nbor(-1).text == "-" and not word.nbor(-1).whitespace_
    return _is_capitalised(word) or (is_joined and word.tag_ in NAME_TAGS)


def _is_headline(line: Span) -> bool:
    words = [word for word in line[1:] if word.is_alpha]
    others = [word for word in words if word.tag_ not in NAME_TAGS]
    is_stopped = any(word.text in STOPS for word in line[-2:])
    return (_are_capitalised(words) and not is_stopped) or _are_capitalised(others)


def _are_capitalised(words: Sequence[Token]) -> bool:
    return bool(words and sum(word.text[0].isupper() for word in words) >= HEADLINE * len(words))
