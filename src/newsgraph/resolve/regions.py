"""Which of several places of one name an article means, by the countries and states that it names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsgraph.kb import Entry
from newsgraph.model import EntityType
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Kind, kind_of
from newsgraph.resolve.known import DOMINANT, OFTEN_IN_THE_NEWS, Known
from newsgraph.resolve.places import country_named, place_key

# The keys of states that share their names with others, where it is told which.
TOLD = {"georgia us state": "us-ga", "washington state": "us-wa"}


def codes_by_article(records: Iterable[Record], known: Known, told: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Article -> codes of the countries and states that it names: «us», «us-oh».

    ``told`` are the keys of the chains of which it is told already which of several places they are.
    """
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.is_named and kind_of(record.type) is Kind.PLACE:
            if state := TOLD.get(told.get(record.chain_id, "")):
                codes[record.article_id].add(state)
            elif country := country_named(record.name, as_place=True):
                codes[record.article_id].add(country.code)
            elif state := state_code(record.name, known):
                codes[record.article_id].add(state)
    return {article: frozenset(found) for article, found in codes.items()}


def codes_by_affair(codes: Mapping[str, frozenset[str]], affair_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Affair -> the codes that any of its articles names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article_id, named in codes.items():
        found[affair_of.get(article_id, article_id)] |= named
    return {affair: frozenset(named) for affair, named in found.items()}


def state_code(name: str, known: Known) -> str | None:
    """«Florida», «Fla.» -> «us-fl»; ``None``: no state that is known."""
    spelled = place_key(name).removesuffix(" us state") if name.endswith(".") else name
    regions = [entry for entry in known.kb.named(spelled) if entry.type is EntityType.REGION and "-" in entry.country]
    return regions[0].country if len(regions) == 1 else None


def towns_of_states(records: Iterable[Record], known: Known) -> dict[str, list[Entry]]:
    """Town that is not known -> the states in which articles say that one of this name lies, if several."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        if kind_of(record.type) is Kind.PERSON or not record.state:
            continue
        if (code := state_code(record.state, known)) and not known.places(record.name):
            told[place_key(record.name)][code] += 1
    return {
        town: [Entry("", town, EntityType.CITY, country=code) for code in sorted(codes, key=lambda c: (-codes[c], c))]
        for town, codes in told.items()
        if len(codes) > 1
    }


def is_elsewhere(place: Entry, codes: Sequence[AbstractSet[str]]) -> bool:
    """Whether a town that shares its name can hardly be meant: only other states are named.

    Of a town abroad that news seldom means also where only other countries are. ``codes`` are those of the article,
    then those of its affair, which count where the article names none.
    """
    told = next((each for each in codes if each), frozenset[str]())
    is_in_the_news, is_of_a_state = place.weight >= OFTEN_IN_THE_NEWS, "-" in place.country
    if place.country in told or not place.country or (is_in_the_news and is_of_a_state):
        return False
    return any("-" in code for code in told) if is_of_a_state or is_in_the_news else bool(told)


def choose_place(places: Sequence[Entry], codes: Sequence[AbstractSet[str]]) -> Entry | None:
    """Which of several places an article means; ``None``: cannot say. They come by falling weight.

    ``codes`` are those that the article names, then those that any article of its affair names, which count where its
    own tell of none of the places.

    The one that news means far oftener than all others gives way only to one whose state the article names, or, where
    it is not often in the news and its country not named, to any that is near; a town of a state («Springfield») is
    never meant without it.
    """
    first, second = places[0], places[1]
    far_more = first.weight >= DOMINANT * second.weight
    is_state_town = "-" in first.country and first.weight < OFTEN_IN_THE_NEWS
    usual = first if far_more and not is_state_town else None
    told = next((each for each in codes if any(place.country in each for place in places)), frozenset[str]())
    gives_way = usual is None or (usual.weight < OFTEN_IN_THE_NEWS and usual.country not in told)
    near = [place for place in places if place.country in told and (gives_way or "-" in place.country)]
    if len(near) != 1 or (usual is not None and usual.country in told):
        return usual
    return near[0]
