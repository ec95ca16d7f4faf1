"""The key of each chain: chains of one key are held to be one thing, unless something speaks against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from newsgraph.kb import Entry
from newsgraph.model import EntityType
from newsgraph.posts import SPELLED_OUT
from newsgraph.resolve.bodies import (
    body_key,
    is_common_word,
    is_local_body,
    is_of_a_party,
    is_outlet_or_word,
    parties_of_one_name,
)
from newsgraph.resolve.editions import act_key, acts_of_several_years, edition_key
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.kinds import Kind, is_surely_person, kind_of, settle_kinds
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
    state_of_party,
)
from newsgraph.resolve.regions import (
    choose_place,
    codes_by_affair,
    codes_by_article,
    is_elsewhere,
    state_code,
    towns_of_states,
)
from newsgraph.spelling import fold, is_acronym, plain_key

# A place or an organisation of one word that is people's family name this many times as often is a person
# whose name the tagger took for something else («Trump» the organisation).
DOUBT = 4
# Without a telling context a name goes with what it means elsewhere only if that meaning is this much more
# frequent than all others together, in at least so many articles.
DOMINANCE = 10
DOMINANCE_ARTICLES = 3
# An unknown acronym of two letters has too many readings.
TOO_SHORT = 2
# A town of less weight in the news is not meant where only other states are named.
SMALL_TOWN = 10
# The short name is the elder's in articles of these years, and the younger's in all others.
BUSH_ADMINISTRATION, ELDER_BUSH_ADMINISTRATION = "bush administration", "george h w bush administration"
YEARS_OF_BUSH_THE_ELDER = frozenset({"1989", "1990", "1991", "1992"})
# Of the posts that are spelled out, those that stand before names.
BEFORE_NAMES = frozenset({"sen", "sens", "senators", "rep", "reps", "gov", "governors", "gen", "presidents"})


class Key(NamedTuple):
    """What a chain is called, in one spelling, among things of its kind.

    ``within`` is the article or chain to which a name that says too little is confined; empty: the corpus.
    """

    kind: Kind
    text: str
    within: str = ""


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


def dominates(counts: Mapping[str, int]) -> str | None:
    """The one that outnumbers all others together tenfold, in three articles or more; ``None``: none does."""
    if not counts:
        return None
    best = max(sorted(counts), key=lambda name: counts[name])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= max(DOMINANCE_ARTICLES, DOMINANCE * others) else None


def position_key(name: str) -> str:
    """«the former Sen.» -> «senator»."""
    words = [SPELLED_OUT[word] if word in BEFORE_NAMES else word for word in plain_key(name).split()]
    while len(words) > 1 and words[0] in {"former", "then", "ex", "a", "an", "the", "acting", "late"}:
        words = words[1:]
    return " ".join(words)


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


def _key_person(record: Record, keys: Keys) -> Key:
    roles = record.roles
    if record.bodies or "executive" in roles:
        roles -= {"president"}  # of a company
    called = _name_known(record, keys.known)
    name = keys.known.parse(called, record.regnal, roles)
    namesake = keys.known.namesake(called, roles, record.bodies)
    is_told = name.is_full and (namesake != "" or not _is_of_several(record, name, keys.known))
    key = Key(Kind.PERSON, name.full_key, within=namesake if is_told else record.article_id)
    keys.people[key] = name
    return key


def _name_known(record: Record, known: Known) -> str:
    """The name of a known person by which the article calls who is once «Hillary Rotten Clinton»."""
    if known.person(record.name) is None:
        return next((surface for surface in record.surfaces if known.person(surface) is not None), record.name)
    return record.name


def _is_of_several(record: Record, name: PersonName, known: Known) -> bool:
    """Whether several who are known bear the name, and no post tells which."""
    return known.is_short_for_several(name) or (
        known.is_of_several(f"{record.regnal} {record.name}".strip())
        and name == known.parse(record.name, record.regnal)
    )


def _name_of_body(record: Record) -> str:
    """«Senate Judiciary Committee» where the article says «Judiciary Committee» as a rule."""
    if not is_local_body(body_key(record.name)):
        return record.name
    whole = (surface for surface in record.surfaces if surface.endswith(f" {record.name}"))
    return next((surface for surface in whole if not is_local_body(body_key(surface))), record.name)


def _key_body(record: Record, keys: Keys) -> Key:
    name = _name_of_body(record)
    text = keys.known.key_of_body(name)
    if text == BUSH_ADMINISTRATION and record.day[:4] in YEARS_OF_BUSH_THE_ELDER:
        return Key(Kind.ORGANIZATION, ELDER_BUSH_ADMINISTRATION)
    is_word = is_outlet_or_word(plain_key(name)) and record.type is not EntityType.NEWS_OUTLET
    if not is_word and (body := keys.known.body(name)):
        key = Key(kind_of(body.type), text)
        keys.types[key] = body.type
        return key
    is_word = is_word or (is_common_word(text) and record.type is not EntityType.COMPANY)
    is_word = is_word or (len(text) <= TOO_SHORT and is_acronym(record.name))
    # «the Trump organization» is what runs his campaign, too
    is_word = (
        is_word
        or record.by_place
        or name.endswith(" organization")
        or (record.type is EntityType.SPORTS_TEAM and _is_of_a_place(name, keys.known))
        or (record.type is EntityType.ORGANIZATION and _is_towns(name, keys.known))
    )
    return Key(Kind.ORGANIZATION, text, within=record.article_id if is_word or is_local_body(text) else "")


def _is_of_a_place(name: str, known: Known) -> bool:
    """«Belgium», «Chicago»: several teams go by the name alone."""
    return country_named(name, as_place=True) is not None or bool(known.places(name))


def _is_towns(name: str, known: Known) -> bool:
    """«Berkeley»: a university and the town's police go by the name alone."""
    return " " not in name and any(place.type is EntityType.CITY for place in known.places(name))


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
    return alone if is_town and is_elsewhere(place, codes) else Key(Kind.PLACE, text)


def _key_by_kind(record: Record, kind: Kind, keys: Keys, codes: Sequence[AbstractSet[str]]) -> Key:
    if kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE) and is_of_a_party(record.name):
        return Key(kind, plain_key(record.name), within=record.chain_id)
    if kind is Kind.PERSON:
        return _key_person(record, keys)
    if kind is Kind.ORGANIZATION:
        of_country = parties_of_one_name().get(plain_key(record.name))
        return _key_party(record, of_country, keys, codes) if of_country else _key_body(record, keys)
    if kind is Kind.POSITION:
        return Key(kind, position_key(record.name))
    if kind is Kind.PLACE:
        return _key_place(record, keys, codes)
    text = act_key(plain_key(record.name), keys.acts_of_several_years)
    edition = edition_key(text, record.day[:4]) if kind is Kind.EVENT else text
    says_too_little = edition is None or (is_common_word(text) and kind is not Kind.GROUP)
    return Key(kind, edition or text, within=record.article_id if says_too_little else "")


def _country_of(record: Record, known: Known) -> Country | None:
    """The country that is meant; «San Marino, Calif.» and «Lebanon, Ohio» are none."""
    kind = kind_of(record.type)
    if kind is not Kind.PLACE and record.type not in (EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY):
        return None
    country = country_named(record.name, as_place=kind is Kind.PLACE)
    is_town = country is not None and country.code != "us" and record.state and state_code(record.state, known)
    return None if is_town else country


def _is_known_body(record: Record, known: Known) -> bool:
    """Whether the name is a known body's; a person or a people is not, unless written as its acronym."""
    body = known.body(record.name)
    if body is None or plain_key(record.name) in parties_of_one_name():
        return False
    if is_outlet_or_word(plain_key(record.name)) and record.type is not EntityType.NEWS_OUTLET:
        return False
    if is_acronym(record.name):
        return True
    kind = kind_of(record.type)
    if len(record.name.split()) == 1:
        return not is_surely_person(record) and known.is_named_by_one_word(body, kind)
    if kind is Kind.PERSON:
        return not is_surely_person(record) and known.is_body_not_person(record.name)
    return kind not in (Kind.GROUP, Kind.POSITION)


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
        if not record.is_named:
            text = fold(record.name)
            keys.by_chain[record.chain_id] = Key(kind_of(record.type), text, within=record.chain_id)
        elif state := state_of_party(record.name, record.type):
            keys.by_chain[record.chain_id] = Key(Kind.PLACE, state)
        elif country := _country_of(record, known):
            key = Key(Kind.PLACE, plain_key(country.name))
            keys.countries[key] = country
            keys.by_chain[record.chain_id] = key
        elif _is_known_body(record, known):
            keys.by_chain[record.chain_id] = _key_body(record, keys)
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
        keys.by_chain[record.chain_id] = _key_by_kind(record, settled[record.chain_id], keys, codes)
    _confine_family_names(open_records, keys)
    _part_by_gender(open_records, keys)
    return keys
