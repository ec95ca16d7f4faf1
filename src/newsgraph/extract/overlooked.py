"""Names that the reader overlooked where they stand again: the same words, a family name, a company's first word."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, Name
from newsgraph.extract.lexicons import given_names
from newsgraph.extract.no_names import is_something_else
from newsgraph.model import EntityType

SUFFIXES = frozenset({"Jr.", "Jr", "JR.", "JR", "Sr.", "Sr", "II", "III", "IV"})
MAX_PERSON_TOKENS = 6
ARABIC_ARTICLES = frozenset({"al", "el", "ul", "ur"})
MONTHS = frozenset(calendar.month_name[1:])
BEFORE_MONTHS = frozenset({"in", "since", "until", "during", "last", "next", "this"})
COMPANIES = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.NEWS_OUTLET})
Words = tuple[str, ...]


def with_overlooked(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names and the places where one of them stands again unmarked, in order."""
    known = _Known(doc, names)
    taken = [False] * len(doc)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    found = list(names)
    for token in doc:
        if taken[token.i] or not known.may_begin(token) or _is_month(token):
            continue
        for words in known.beginning_with(token):
            end = token.i + len(words)
            fits = end <= len(doc) and all(doc[token.i + i].text == word for i, word in enumerate(words))
            if not fits or any(taken[token.i : end]) or (words[0] in known.families and _is_thing(doc, token.i, end)):
                continue
            whole = with_suffix(doc, end) if words[0] in known.families else end
            if (whole == end and _inside_longer_name(doc, token.i, end)) or is_something_else(doc, token.i, end):
                continue
            found.append(Name(token.i, whole, known.type(words)))
            taken[token.i : whole] = [True] * (whole - token.i)
            break
    return sorted(found, key=lambda n: n.start)


def family_name(words: Sequence[str]) -> str:
    """«Trump» of Donald J. Trump Jr."""
    rest = [word for word in words if word not in SUFFIXES and word != ","]
    return rest[-1] if rest else words[-1]


def families_of(words: Sequence[str]) -> frozenset[str]:
    """The family name by which a person goes alone: none for George Washington, beside whom it is the city."""
    family = family_name(words)
    return frozenset() if (words[0], family) == ("George", "Washington") else frozenset({family})


def with_suffix(doc: Doc, end: int) -> int:
    """Where a person's name ends that goes on with «Jr.», or behind an article: «Bashar al»-Assad."""
    if end + 1 < len(doc) and doc[end - 1].lower_ in ARABIC_ARTICLES and doc[end].text == "-":
        end += 2
    if end < len(doc) and doc[end].text in SUFFIXES:
        return end + 1
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in SUFFIXES:
        return end + 2
    return end


class _Known:
    """The names of an article by their first word."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self.families: set[str] = set()
        self._by_first: dict[str, set[Words]] = defaultdict(set)
        self._types: dict[Words, Counter[EntityType]] = defaultdict(Counter)
        longer: dict[str, set[Words]] = defaultdict(set)
        for name in names:
            if name.country is not None:
                continue
            words = name.words(doc)
            self._add(words, name.type)
            if name.type is EntityType.PERSON and 1 < len(words) <= MAX_PERSON_TOKENS:
                for family in families_of(words):
                    self.families.add(family)
                    self._add((family,), EntityType.PERSON)
            if name.type in COMPANIES and len(words) > 1:
                longer[words[0]].add(words)
        self._short = {word for word, of_word in longer.items() if len(of_word) == 1 and word not in given_names()}
        for word in self._short:
            self._add((word,), self.type(next(iter(longer[word]))))

    def _add(self, words: Words, type_: EntityType) -> None:
        self._types[words][type_] += 1
        self._by_first[words[0]].add(words)

    def type(self, words: Words) -> EntityType:
        """What it mostly is."""
        return self._types[words].most_common(1)[0][0]

    def may_begin(self, token: Token) -> bool:
        """Whether a name may stand here again."""
        if token.text not in self._by_first or not token.text[0].isupper():
            return False
        return token.tag_ in NAME_TAGS or token.text in self.families

    def beginning_with(self, token: Token) -> Iterator[Words]:
        """The names that may begin here, longest first; a company's first word only where the reader sees a name."""
        for words in sorted(self._by_first[token.text], key=lambda words: (-len(words), words)):
            if len(words) > 1 or token.text not in self._short or token.ent_type_:
                yield words


def _is_month(token: Token) -> bool:
    """«in May», in an article on Theresa May."""
    return token.text in MONTHS and token.i > 0 and token.doc[token.i - 1].lower_ in BEFORE_MONTHS


def _is_thing(doc: Doc, start: int, end: int) -> bool:
    """«the House» in an article on Matt House; not «the Trump campaign»."""
    return start > 0 and doc[start - 1].lower_ == "the" and (end == len(doc) or doc[end].pos_ not in ("NOUN", "PROPN"))


def _inside_longer_name(doc: Doc, start: int, end: int) -> bool:
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and before.tag_ in NAME_TAGS and before.head.i >= start and before.dep_ == "compound":
        return not (titles.is_honorific(before.text) or before.lower_ in titles.posts())
    return (
        after is not None and after.tag_ in NAME_TAGS and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end
    )
