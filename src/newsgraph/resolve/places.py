"""Names of places: countries under one code, places in one spelling, names that several places bear."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgraph.model import EntityType
from newsgraph.resolve.facts import read_facts
from newsgraph.spelling import plain_key, tidy
from newsgraph.territories import by_postal_code, get_territories

# Up to this length a name is a country's short form only when written in capitals: «US», not «us».
SHORT_FORM = 4


@dataclass(frozen=True, slots=True)
class Country:
    """A country, by its code and the name that is shown."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that an ambiguous name may mean, and the names beside which it does."""

    key: str
    type: EntityType
    company: frozenset[str]
    country: Country | None = None


@cache
def _countries() -> dict[str, Country]:
    shown = read_facts("places.toml")["shown"]
    return {t.code: Country(t.code, shown.get(t.code, t.name)) for t in get_territories() if t.is_country}


@cache
def _country_names() -> dict[str, Country]:
    facts = read_facts("places.toml")
    countries = _countries()
    names: dict[str, Country] = {}
    for territory in get_territories():
        if country := countries.get(territory.code):
            spelled = (territory.name, territory.full_name, country.name)
            names.update((plain_key(name), country) for name in spelled if "(" not in name)
    for code, aliases in facts["aliases"].items():
        names.update((plain_key(alias), countries[code]) for alias in aliases)
    return {name: country for name, country in names.items() if name not in _ambiguous_names()}


@lru_cache(maxsize=100_000)
def country_named(name: str, *, as_place: bool) -> Country | None:
    """The country that a name means: «U.S.», «America» -> United States.

    ``as_place`` is false when the tagger took it for an organisation: then names that companies and teams
    share («Jordan») do not count.
    """
    key = plain_key(name)
    if len(key) < SHORT_FORM and not tidy(name).replace(".", "").isupper():
        return None
    if not as_place and key in read_facts("places.toml")["only_as_place"]:
        return None
    return _country_names().get(key)


@lru_cache(maxsize=100_000)
def place_key(name: str) -> str:
    """One spelling of a place: «Washington, D.C.» -> «washington dc», «St. Louis» -> «saint louis»."""
    facts = read_facts("places.toml")
    if state := facts["states"].get(tidy(name)):
        return str(state)
    words = plain_key(name).split()
    spelled = {"st": "saint", "mt": "mount", "ft": "fort"}
    if len(words) > 1:
        words[0] = spelled.get(words[0], words[0])
    key = " ".join(words)
    same: dict[str, str] = facts["same"]
    return same.get(key, key)


def state_of_party(name: str, type_: EntityType) -> str | None:
    """The key of the state in «(R-S.C.)» or «(D-LA)», where the reader took «-S.C.» for a name, and in «(D-MD)»."""
    states: dict[str, str] = read_facts("places.toml")["states"]
    if not name.startswith("-"):
        return (_keys_of_states().get(name) or states.get(f"{name}.")) if type_ is EntityType.REGION else None
    bare = name.removeprefix("-")
    return _keys_of_states().get(bare) or states.get(bare) or states.get(f"{bare}.")


def name_of_state(name: str) -> str:
    """The name of a state in full, folded: «Mich.» -> «michigan», «NY» -> «new york»."""
    key = state_of_party(name, EntityType.REGION) or place_key(name)
    return key.removesuffix(" us state").removesuffix(" state")


@cache
def _keys_of_states() -> dict[str, str]:
    states: dict[str, str] = read_facts("places.toml")["states"]
    keys = {code: plain_key(t.name.partition(" (")[0]) for code, t in by_postal_code().items()}
    return {
        code: next((state for state in states.values() if state.startswith(key)), key) for code, key in keys.items()
    }


@cache
def _ambiguous_names() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for entry in read_facts("places.toml")["ambiguous"]:
        readings: list[Reading] = []
        for row in entry["reading"]:
            country = _countries().get(row.get("country", ""))
            key = row.get("place", entry["name"])
            readings.append(Reading(key, EntityType(row["type"]), frozenset(row["company"]), country))
        found[entry["name"]] = tuple(readings)
    return found


def is_ambiguous_place(key: str) -> bool:
    """Whether a place of this spelling may be several: «georgia», «washington»."""
    return key in _ambiguous_names()


def is_shared_name(key: str) -> bool:
    """Whether towns of several states or countries, or houses in several towns, bear a name: «lexington», «hilton»."""
    facts = read_facts("places.toml")
    return key in facts["shared"] or key in facts["houses"]


def is_shared_county(key: str) -> bool:
    """Whether counties of several states bear a name: «jefferson county»."""
    name, _, county = key.rpartition(" ")
    return county == "county" and name in read_facts("places.toml")["shared_counties"]


def choose_reading(key: str, company: AbstractSet[str]) -> Reading | None:
    """The reading of an ambiguous place whose company, and no other's, is beside it; ``None``: cannot say."""
    fitting = _fitting_readings(key, company)
    return fitting[0] if len(fitting) == 1 else None


def may_be_a_country(key: str, company: AbstractSet[str]) -> bool:
    """Whether the company of a country is beside an ambiguous place: «Georgia» in an article on Ukraine and Texas."""
    return any(reading.country is not None for reading in _fitting_readings(key, company))


def _fitting_readings(key: str, company: AbstractSet[str]) -> list[Reading]:
    return [reading for reading in _ambiguous_names()[key] if not reading.company.isdisjoint(company)]
