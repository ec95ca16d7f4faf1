"""Which known thing an entity is: candidates by name, scores from how often news means them and what stands beside.

Rather none than a guess: part of the chance always goes to somebody whom the knowledge base does not know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.kb import Entry, name_key
from newsgraph.model import Candidate, Entity, EntityType
from newsgraph.posts import posts_in, role_head
from newsgraph.resolve.evidence import STATES_AND_CITIES, Record
from newsgraph.resolve.facts import is_post, walk_of_life
from newsgraph.resolve.key import Kind, kind_of
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.people import is_common, parse_person, strip_titles

# The chance from which on an entity is held to be the known thing.
SURE = 0.8
MOST_CANDIDATES = 3
# The weight of all that is not known and bears the name, beside the weights of what is (1: seldom in the news).
STRANGERS = {Kind.PERSON: 0.2, Kind.PLACE: 1.0}
STRANGERS_ELSE = 0.1
# Namesakes of a person with a frequent given and family name.
COMMON_STRANGERS = 1.5
# What the articles say makes a candidate so many times likelier, or less likely.
SAME_POST = 5.0
OTHER_WALK = 0.1
ITS_COUNTRY = 10.0
OTHER_TYPE = 0.5
# Who bears the name only as an alias, beside one whose own it is.
BY_ALIAS = 0.02
# A state whose bare name is as often that of its city.
BY_NAME_OF_CITY = 0.002
# A name counts when this part of the articles uses it.
USUAL = 0.2


@dataclass(frozen=True, slots=True)
class Context:
    """What the articles say around an entity: its posts, the countries and states named beside it, by article."""

    articles: frozenset[str]
    roles: Counter[str]
    places: Mapping[str, frozenset[str]]

    def share_with(self, place: str) -> float:
        """In which part of the articles a country or state is named."""
        return sum(place in self.places.get(article, ()) for article in self.articles) / len(self.articles)


def find_candidates(entities: Iterable[Entity], records: Sequence[Record], keys: Keys) -> tuple[Candidate, ...]:
    """For each entity that has a known name the things it may be; at most one of them is ``chosen``; sorted."""
    by_chain = {record.chain_id: record for record in records}
    found: list[Candidate] = []
    for entity in entities:
        own = [by_chain[chain_id] for chain_id in entity.chain_ids if chain_id in by_chain]
        entries = _entries(entity, own, keys)
        if not entries:
            continue
        articles = frozenset(record.article_id for record in own)
        roles = Counter(role for record in own for role in record.roles)
        found += _score(entity, entries, Context(articles, roles, keys.codes))
    return tuple(sorted(found))


def _entries(entity: Entity, records: Sequence[Record], keys: Keys) -> list[Entry]:
    """What the knowledge base has under the names of an entity, of its kind; a country by its code alone."""
    kind = kind_of(entity.type)
    names = _usual_names(entity, records, kind)
    found = {entry.id: entry for name in names for entry in keys.known.kb.named(name) if kind_of(entry.type) is kind}
    if not found:
        return []  # nearly always
    codes = {keys.countries[key].code for key in {keys.by_chain[r.chain_id] for r in records} if key in keys.countries}
    if codes:
        return [e for e in found.values() if e.type is EntityType.COUNTRY and e.country in codes]
    return sorted((e for e in found.values() if e.type is not EntityType.COUNTRY), key=lambda entry: entry.id)


def _usual_names(entity: Entity, records: Sequence[Record], kind: Kind) -> list[str]:
    """The shown name, and those by which a good part of the articles call it; of a person only full ones."""
    articles = Counter(strip_titles(record.name) if kind is Kind.PERSON else record.name for record in records)
    usual = [name for name, count in sorted(articles.items()) if count >= USUAL * len(records)]
    return [name for name in dict.fromkeys([entity.name, *usual]) if kind is not Kind.PERSON or " " in name]


def _score(entity: Entity, entries: Sequence[Entry], context: Context) -> Iterator[Candidate]:
    bearers = {entry.id for entry in entries if name_key(entry.name) == name_key(entity.name)}
    by_alias = {entry.id for entry in entries} - bearers if bearers else set()
    weights = {
        entry.id: entry.weight * _fit(entity, entry, context) * (BY_ALIAS if entry.id in by_alias else 1.0)
        for entry in entries
    }
    total = sum(weights.values()) + _strangers(entity)
    watched = [entry.id for entry in entries if entry.watched]
    if len(watched) == 1:
        weights, total = {watched[0]: 1.0}, 1.0
    best = sorted(weights, key=lambda entry_id: (-weights[entry_id], entry_id))[:MOST_CANDIDATES]
    by_id = {entry.id: entry for entry in entries}
    for place, entry_id in enumerate(best):
        chance, entry = weights[entry_id] / total, by_id[entry_id]
        yield Candidate(entity.id, entry_id, entry.name, round(chance, 3), place == 0 and chance >= SURE, entry.about,
                        entry.wikidata, entry.latitude, entry.longitude)  # fmt: skip


def _strangers(entity: Entity) -> float:
    kind = kind_of(entity.type)
    if kind is Kind.PERSON and is_common(parse_person(entity.name)):
        return COMMON_STRANGERS
    return STRANGERS.get(kind, STRANGERS_ELSE)


def _fit(entity: Entity, entry: Entry, context: Context) -> float:
    """How much likelier the candidate gets by what the articles say."""
    fit = 1.0
    if kind_of(entity.type) is Kind.PERSON and context.roles and entry.about:
        posts = {role_head(post) for post in posts_in(entry.about)} - {""}
        walks = {walk_of_life(post) for post in posts}
        if posts & context.roles.keys():
            fit *= SAME_POST
        elif (own := {walk_of_life(role) for role in context.roles if is_post(role)}) and walks.isdisjoint(own):
            fit *= OTHER_WALK
    if kind_of(entity.type) is Kind.PLACE and entry.country and entry.type is not EntityType.COUNTRY:
        regions = {entry.country, entry.country.partition("-")[0]}
        fit *= 1 + ITS_COUNTRY * max(context.share_with(region) for region in regions)
    if entry.type is EntityType.REGION and entity.name.title() in STATES_AND_CITIES:
        fit *= BY_NAME_OF_CITY
    if entity.type is not entry.type and entity.type not in (EntityType.ORGANIZATION, EntityType.PLACE):
        fit *= OTHER_TYPE
    return fit
