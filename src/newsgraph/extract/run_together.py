"""Words of headlines, captions and buttons that ran into a name: the article shows elsewhere where it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.lexicons import given_names
from newsgraph.extract.overlooked import SUFFIXES, family_name
from newsgraph.model import EntityType

# So many words run into a name.
MOST_WORDS = 2
# What bears a person's name and is none: «the *Joe Rogan Experience*».
SHOWS = frozenset({"Show", "Experience", "Podcast", "Hour", "Radio"})
# What may be a post, a party, a paper beside the name of whom the reader then took for a body.
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY})
PARTICLES = frozenset({"Van", "Von", "De", "Del", "Della", "La", "Le", "Mac", "St.", "Bin", "Al", "El", "Abu", "Ben"})
Words = tuple[str, ...]


def without_neighbors(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, those of people cut where the article's other names say that something else ran into them."""
    people = _People(doc, names)
    return [people.cut(doc, name) for name in names]


class _People:
    """The names of people in an article, as words."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._people = Counter(_words(doc, name) for name in names if name.type is EntityType.PERSON)
        self._whole = Counter({w: n for w, n in self._people.items() if len(w) > 1 and w[0] in given_names()})
        self._small = {token.text for token in doc if token.is_lower}

    def cut(self, doc: Doc, name: Name) -> Name:
        """The name without what ran into it."""
        words = _words(doc, name)
        if name.type is EntityType.PERSON and len(words) > 2 and words[-1] in SHOWS:
            return replace(name, type=EntityType.WORK)
        if name.type is EntityType.PERSON and len(words) == 2 and self._is_no_given_name(words):
            return replace(name, start=name.start + 1)
        if name.type is EntityType.PERSON or name.type in BODIES:
            for first, end in self._inner(words, at_end=name.type in BODIES):
                return Name(name.start + first, name.start + end, EntityType.PERSON)
        return name

    def _inner(self, words: Words, *, at_end: bool) -> Iterator[tuple[int, int]]:
        """Where the whole name of somebody stands in this one, if what is left cannot be part of his name."""
        for taken in range(1, min(MOST_WORDS, len(words) - 2) + 1):
            if words[taken:] in self._whole and not self._may_be_named(words[:taken], words[taken:]):
                yield taken, len(words)
            before = words[:-taken]
            is_whole = self._whole[before] > (before[-1] in given_names())  # «Jo Ann» of Jo Ann Fields, once
            if not at_end and is_whole and not self._may_be_named(words[-taken:], before):
                yield 0, len(words) - taken

    def _may_be_named(self, rest: Words, inner: Words) -> bool:
        """Whether a word beside is a name itself: given, of a family in the article, an initial, «of», «Jr.»."""
        families = {family_name(words) for words in self._people if not set(inner) <= set(words)}
        return any(
            word in given_names() or word in SUFFIXES | PARTICLES | families or not word.istitle() or word.endswith(".")
            for word in rest
        )

    def _is_no_given_name(self, words: Words) -> bool:
        """«*Photos* Kaine» in an article on Tim Kaine that speaks of photos."""
        first, family = words
        bearers = [whole for whole in self._whole if family_name(whole) == family and first not in whole]
        return bool(bearers) and first not in given_names() and first.lower() in self._small


def _words(doc: Doc, name: Name) -> Words:
    return tuple(token.text for token in doc[name.start : name.end])
