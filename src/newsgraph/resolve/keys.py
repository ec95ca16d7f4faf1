"""The key of each chain: chains of one key are held to be one thing, unless something speaks against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from newsgraph.kb import Entry
from newsgraph.model import EntityType
from newsgraph.resolve.alone import call_as, country_of
from newsgraph.resolve.bodies import is_common_word, is_of_a_party, parties_of_one_name
from newsgraph.resolve.editions import acts_of_several_years
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Called, Key, Kind, kind_of
from newsgraph.resolve.kinds import settle_kinds
from newsgraph.resolve.known import Known
from newsgraph.resolve.people import PersonName
from newsgraph.resolve.places import (
    Country,
    choose_reading,
    country_named,
    is_ambiguous_place,
    is_shared_county,
    is_shared_name,
    may_be_a_country,
    place_key,
)
from newsgraph.resolve.regions import (
    choose_place,
    codes_by_affair,
    codes_by_article,
    is_elsewhere,
    state_code,
    towns_of_states,
)
from newsgraph.spelling import is_acronym, plain_key

# A place or an organisation of one word that is people's family name this many times as often is a person
# whose name the tagger took for something else («Trump» the organisation).
DOUBT = 4
# Without a telling context a name goes with what it means elsewhere only if that meaning is this much more
# frequent than all others together, in at least so many articles.
DOMINANCE = 10
DOMINANCE_ARTICLES = 3
# A town of less weight in the news is not meant where only other states are named.
SMALL_TOWN = 10


@dataclass(slots=True)
class Keys:
    """The key of every chain; for people the parsed name; for countries and known bodies what they are.

    ``codes`` are those of the countries and states that each article names, ``towns`` the states of towns of one name,
    ``acts_of_several_years`` laws that only their year tells apart.
    """

    known: Known
    by_chain: dict[str, Key] = field(default_factory=dict)
    people: dict[Key, PersonName] = field(default_factory=dict)
    countries: dict[Key, Country] = field(default_factory=dict)
    types: dict[Key, EntityType] = field(default_factory=dict)
    codes: dict[str, frozenset[str]] = field(default_factory=dict)
    towns: dict[str, list[Entry]] = field(default_factory=dict)
    acts_of_several_years: frozenset[str] = frozenset()

    def put(self, record: Record, called: Called) -> None:
        """Give a chain what it is called."""
        key = called.key
        self.by_chain[record.chain_id] = key
        if called.person is not None:
            self.people[key] = called.person
        if called.type is EntityType.COUNTRY:
            if key not in self.countries and (country := country_of(record, self.known)):
                self.countries[key] = country
        elif called.type is not None:
            self.types[key] = called.type


def dominates(counts: Mapping[str, int]) -> str | None:
    """The one that outnumbers all others together tenfold, in three articles or more; ``None``: none does."""
    if not counts:
        return None
    best = max(sorted(counts), key=lambda name: counts[name])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= max(DOMINANCE_ARTICLES, DOMINANCE * others) else None


def _companies(records: Iterable[Record], articles: set[str]) -> dict[str, set[str]]:
    """Article -> all names in it, for the articles where a name may mean several places."""
    company: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.article_id in articles:
            for name in (record.name, *record.surfaces):
                company[record.article_id].update((plain_key(name), place_key(name)))
    return company


def _key_ambiguous_places(records: Sequence[Record], pending: list[Record], keys: Keys) -> None:
    company = _companies(records, {record.article_id for record in pending})
    readings = {r.chain_id: choose_reading(place_key(r.name), company[r.article_id]) for r in pending}
    found = {reading.key: reading for reading in readings.values() if reading is not None}
    articles: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for record in pending:
        if reading := readings[record.chain_id]:
            articles[place_key(record.name)].add((reading.key, record.article_id))
    usual = {name: dominates(Counter(key for key, _ in pairs)) for name, pairs in articles.items()}
    for record in pending:
        name = place_key(record.name)
        reading = readings[record.chain_id]
        if reading is None and not may_be_a_country(name, company[record.article_id]):
            reading = found.get(usual.get(name) or "")
        if reading is None:
            keys.by_chain[record.chain_id] = Key(Kind.PLACE, name, within=record.article_id)
            continue
        key = Key(Kind.PLACE, plain_key(reading.country.name) if reading.country else reading.key)
        keys.types[key] = reading.type
        if reading.country:
            keys.countries[key] = reading.country
        keys.by_chain[record.chain_id] = key


def _key_party(record: Record, of_country: Mapping[str, str], keys: Keys, codes: Sequence[AbstractSet[str]]) -> Key:
    """«Labour Party»: that of the one country which the article, else its affair, names; or it stays in its article."""
    told = next((own for named in codes if (own := named & of_country.keys())), frozenset[str]())
    if len(told) != 1:
        return Key(Kind.ORGANIZATION, plain_key(record.name), within=record.article_id)
    (code,) = told
    key = Key(Kind.ORGANIZATION, of_country[code])
    keys.types[key] = EntityType.POLITICAL_PARTY
    return key


def _key_place(record: Record, keys: Keys, codes: Sequence[AbstractSet[str]]) -> Key:
    """«Athens» is that of Greece or that of Georgia, or stays in its article."""
    town, _, behind = record.name.partition(", ")
    if behind and state_code(behind, keys.known):
        record = replace(record, name=town, state=behind)
    text = place_key(record.name)
    places = keys.known.places(record.name) or keys.towns.get(text, [])
    shared, is_county = is_shared_name(text), is_shared_county(text)
    of_several = bool(places) or shared or is_county or country_named(record.name, as_place=True) is not None
    state = state_code(record.state, keys.known) if of_several and record.state else None
    if state and state_code(record.name, keys.known) is None:  # «Iowa, New Hampshire» is a list
        return Key(Kind.PLACE, text if places and places[0].country == state else f"{text} {state}")
    alone = Key(Kind.PLACE, text, within=record.article_id)
    if is_county and not places:
        states = [code for code in codes[0] if "-" in code]
        return Key(Kind.PLACE, f"{text} {states[0]}") if len(states) == 1 else alone
    if not places:
        return alone if shared or is_common_word(text) else Key(Kind.PLACE, text)
    place = choose_place(places, codes) if len(places) > 1 else places[0]
    if place is None or is_common_word(text):
        return alone
    if place is not places[0]:
        return Key(Kind.PLACE, f"{text} {place.country}")
    is_town = shared or ("-" in place.country and place.weight < SMALL_TOWN)
    is_sole = keys.known.places(place.name) == [place]
    in_full = Key(Kind.PLACE, place_key(place.name) if is_sole else text)
    return alone if is_town and is_elsewhere(place, codes) else in_full


def _key_by_kind(record: Record, kind: Kind, keys: Keys, codes: Sequence[AbstractSet[str]]) -> None:
    of_country = parties_of_one_name().get(plain_key(record.name)) if kind is Kind.ORGANIZATION else None
    if kind is Kind.PLACE and is_of_a_party(record.name):
        keys.by_chain[record.chain_id] = Key(kind, plain_key(record.name), within=record.chain_id)
    elif kind is Kind.PLACE:
        keys.by_chain[record.chain_id] = _key_place(record, keys, codes)
    elif of_country:
        keys.by_chain[record.chain_id] = _key_party(record, of_country, keys, codes)
    elif record.called is not None and kind is kind_of(record.type):
        keys.put(record, record.called)
    else:
        keys.put(record, call_as(kind, record, keys.known, keys.acts_of_several_years))


def _confine_family_names(records: Sequence[Record], keys: Keys) -> None:
    """A one-word «place» or «organisation» that is far oftener people's family name stays in its article."""
    families = Counter(keys.people[key].family for key in keys.by_chain.values() if key in keys.people)
    named = Counter(key for key in keys.by_chain.values() if not key.within)
    for record in records:
        key = keys.by_chain[record.chain_id]
        sure = key in keys.countries or key.kind in (Kind.PERSON, Kind.POSITION, Kind.GROUP)
        if sure or key.within or " " in key.text or is_acronym(record.name):
            continue
        if families[key.text] >= DOUBT * named[key]:
            keys.by_chain[record.chain_id] = Key(key.kind, key.text, within=record.article_id)


def _part_by_gender(records: Sequence[Record], keys: Keys) -> None:
    """«Mr. McCabe» and «Mrs. McCabe» are two in their article, whoever they are; so are «Obama» and «Mrs. Obama»."""
    genders: defaultdict[Key, set[str]] = defaultdict(set)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key.within == record.article_id and key in keys.people:
            genders[key].add(record.gender)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if len(genders.get(key, ())) > 1:
            own = key._replace(within=record.chain_id)
            keys.people[own] = keys.people[key]
            keys.by_chain[record.chain_id] = own


def assign_keys(records: Sequence[Record], known: Known, affair_of: Mapping[str, str]) -> Keys:
    """A key for every chain, from the names and types of the whole corpus, and from what is known.

    What an article does not say of where its places lie, others of its affair may: ``affair_of`` maps articles to them.
    """
    keys = Keys(known)
    open_records: list[Record] = []
    pending: list[Record] = []
    for record in records:
        if record.called is not None and record.called.is_sure:
            keys.put(record, record.called)
        elif kind_of(record.type) is Kind.PLACE and is_ambiguous_place(place_key(record.name)):
            pending.append(record)
        else:
            open_records.append(record)
    _key_ambiguous_places(records, pending, keys)
    told = {record.chain_id: keys.by_chain[record.chain_id].text for record in pending}
    keys.codes = codes_by_article(records, known, told)
    keys.towns = towns_of_states(open_records, known)
    keys.acts_of_several_years = acts_of_several_years(plain_key(record.name) for record in open_records)
    in_affair = codes_by_affair(keys.codes, affair_of)
    settled = settle_kinds(open_records, known.is_place)
    for record in open_records:
        nowhere: frozenset[str] = frozenset()
        affair = affair_of.get(record.article_id, "")
        codes = keys.codes.get(record.article_id, nowhere), in_affair.get(affair, nowhere)
        _key_by_kind(record, settled[record.chain_id], keys, codes)
    _confine_family_names(open_records, keys)
    _part_by_gender(open_records, keys)
    return keys
