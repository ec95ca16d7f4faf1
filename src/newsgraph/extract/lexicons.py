"""The word lists of this folder, read from the TOML and TSV files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from newsgraph.model import EntityType
from newsgraph.territories import get_territories

# In news these stand for a person, a US state or a first name as often as for the country.
AMBIGUOUS_COUNTRIES = frozenset({"Georgia", "Jordan", "Chad", "Guinea", "Jersey", "Dominica", "Niger", "Mali"})
MORE_COUNTRY_NAMES = {
    "U.S.": "United States",
    "US": "United States",
    "U.S": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "United States of America": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "Turkey": "Turkey",
    "Czech Republic": "Czechia",
    "Democratic People's Republic of Korea": "North Korea",
    "Democratic People’s Republic of Korea": "North Korea",
    "Ivory Coast": "Côte d'Ivoire",
    "Burma": "Myanmar",
    "UAE": "United Arab Emirates",
    "Soviet Union": "Soviet Union",
    "Russian Federation": "Russia",
    "Palestine": "Palestine",
}
STATES_FOR_SHORT = frozenset(
    {
        "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.",
        "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.",
        "N.Y.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "R.I.", "S.C.", "S.D.", "Tenn.", "Tex.", "Va.", "Vt.",
        "W.Va.", "Wash.", "Wis.", "Wyo.",
    }
)  # fmt: skip


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A TOML file of this folder."""
    return tomllib.loads(_read(name))


def _read_rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in _read(name).splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def given_names() -> dict[str, str]:
    """Given name -> ``m``, ``f`` or ``either``."""
    return {row[0]: row[1] for row in _read_rows("given_names.tsv")}


@cache
def country_names() -> dict[str, str]:
    """A country's names in English news -> the name we show."""
    names = {
        territory.name: territory.name
        for territory in get_territories()
        if territory.is_country and not territory.is_historical
    }
    names.update(MORE_COUNTRY_NAMES)
    return {name: shown for name, shown in names.items() if name not in AMBIGUOUS_COUNTRIES}


@cache
def us_states() -> frozenset[str]:
    """The states of the United States, but those whose names mean other things as often."""
    states = {t.name for t in get_territories() if not t.is_country}
    return frozenset(states - {"Georgia", "Washington", "New York"})


@cache
def demonym_countries() -> dict[str, str]:
    """«Russian» -> «Russia»."""
    return {row[1]: row[0] for row in _read_rows("demonyms.tsv") if row[1] != "-"}


@cache
def demonym_peoples() -> frozenset[str]:
    """«Russians», «Danes»: peoples in the plural."""
    return frozenset(
        row[2] or f"{row[1]}s" for row in _read_rows("demonyms.tsv") if row[2] != "-" and row[1:] != ("-", "")
    )


@cache
def known_names() -> dict[str, EntityType]:
    """Names whose type is known beforehand: the gazetteer, countries, US states, peoples."""
    names = {name: EntityType(type_) for type_, entry in read_toml("gazetteer.toml").items() for name in entry["names"]}
    names.update(dict.fromkeys(us_states(), EntityType.REGION))
    names.update(dict.fromkeys(country_names(), EntityType.COUNTRY))
    names.update(dict.fromkeys(demonym_peoples(), EntityType.GROUP))
    return names


@cache
def hedges(key: str) -> frozenset[str]:
    """A word list of ``hedges.toml``: what weakens, shifts or asks."""
    return frozenset(read_toml("hedges.toml")[key])
