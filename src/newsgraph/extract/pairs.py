"""Two people or countries in one name: «the *Sanders-Trump* contest», «the *U.S.-Mexico* border»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.lexicons import country_names, demonym_countries, given_names
from newsgraph.extract.overlooked import family_name
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

HYPHENS = frozenset({"-", "–"})


def part_pairs(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, those of two people or countries parted; not «Anne-Marie Slaughter», «Debbie Wasserman-Schultz»."""
    families = {family_name(name.words(doc)) for name in _people(names)}
    return [part for name in names for part in _parts(doc, name, families)]


def _people(names: Sequence[Name]) -> Iterator[Name]:
    return (name for name in names if name.type is EntityType.PERSON)


def _parts(doc: Doc, name: Name, families: set[str]) -> Iterator[Name]:
    hyphens = [i for i in range(name.start + 1, name.end - 1) if doc[i].text in HYPHENS]
    if name.type is EntityType.PERSON and len(hyphens) == 1 and _are_two(doc, name, hyphens[0], families):
        yield Name(name.start, hyphens[0], EntityType.PERSON)
        yield Name(hyphens[0] + 1, name.end, EntityType.PERSON)
    elif len(hyphens) == 1 and len(two := _countries(doc, name, hyphens[0])) == 2:
        yield from two
    else:
        yield name


def _countries(doc: Doc, name: Name, hyphen: int) -> list[Name]:
    """The sides that are countries, or spoken of by their adjectives."""
    sides = Name(name.start, hyphen, EntityType.COUNTRY), Name(hyphen + 1, name.end, EntityType.COUNTRY)
    named = [(side, surface(doc, side.start, side.end)) for side in sides]
    return [
        side if text in country_names() else replace(side, country=demonym_countries()[text])
        for side, text in named
        if text in country_names() or text in demonym_countries()
    ]


def _are_two(doc: Doc, name: Name, hyphen: int, families: set[str]) -> bool:
    """Both sides are whole names, or each is a family name that stands in the article by itself."""
    left, right = doc[name.start : hyphen], doc[hyphen + 1 : name.end]
    if len(left) > 1 and len(right) > 1:
        return left[0].text in given_names() and right[0].text in given_names()
    return len(left) == len(right) == 1 and {left.text, right.text} <= families
