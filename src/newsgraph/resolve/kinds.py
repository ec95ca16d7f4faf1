"""Kinds: types among which a name means one thing, and disputes over them, settled by the whole corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsgraph.model import EntityType
from newsgraph.posts import role_head
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.facts import is_post
from newsgraph.resolve.key import KINDS, Kind, kind_of
from newsgraph.resolve.people import strip_titles
from newsgraph.spelling import is_acronym, plain_key

# A minority is outvoted when the majority has this many times its chains.
MAJORITY = 4
# A bare name taken for a body or a place is a person's when so many times as many chains call people so.
CALLED_SO = 20
# A specific type is believed over the general one («Organization») when it has this share of the votes.
SPECIFIC_SHARE = 0.25

_GENERAL = {Kind.ORGANIZATION: EntityType.ORGANIZATION, Kind.PLACE: EntityType.PLACE}
# Which kinds may turn out to be which. Buildings, ships, books and laws are named after people, so those two
# never outvote each other.
_THINGS = frozenset({Kind.EVENT, Kind.WORK, Kind.PRODUCT, Kind.LAW})
_MAY_BECOME: dict[Kind, frozenset[Kind]] = {
    Kind.PERSON: frozenset({Kind.ORGANIZATION, Kind.PLACE}),
    Kind.ORGANIZATION: frozenset({Kind.PERSON, Kind.PLACE, Kind.GROUP}) | _THINGS,
    Kind.PLACE: frozenset({Kind.PERSON, Kind.ORGANIZATION}),
    Kind.GROUP: frozenset({Kind.ORGANIZATION}),
    **{thing: _THINGS | {Kind.ORGANIZATION, Kind.PLACE} for thing in _THINGS},
}
# A single word is many things («Amazon»), but a company and what it makes share their name as a rule.
_ONE_WORD_MAY_BECOME: dict[Kind, frozenset[Kind]] = {
    Kind.ORGANIZATION: frozenset({Kind.PRODUCT, Kind.WORK}),
    Kind.PRODUCT: frozenset({Kind.ORGANIZATION}),
    Kind.WORK: frozenset({Kind.ORGANIZATION}),
}


def _spelling(record: Record) -> str:
    return plain_key(strip_titles(record.name) if record.type is EntityType.PERSON else record.name)


def is_surely_person(record: Record) -> bool:
    """Whether its article says «he» of it, or gives it a post."""
    return record.type is EntityType.PERSON and bool(record.gender or record.roles or record.regnal)


def _called(records: Sequence[Record]) -> Counter[str]:
    """How many people are called by a bare word somewhere: «Obama»."""
    people = (record for record in records if record.type is EntityType.PERSON)
    return Counter(plain_key(surface) for record in people for surface in record.surfaces if " " not in surface)


@dataclass(frozen=True)
class _Votes:
    """How the corpus takes a spelling: by kind, how often for a building, how many people are called so."""

    name: str
    kinds: Counter[Kind]
    facilities: int
    called: int

    @cached_property
    def majority(self) -> Kind:
        return max(sorted(self.kinds), key=lambda kind: self.kinds[kind])

    @property
    def is_clear(self) -> bool:
        most = self.kinds[self.majority]
        return most >= MAJORITY * (self.kinds.total() - most)


def _settled(record: Record, votes: _Votes, is_place: Callable[[str], bool]) -> Kind:
    own, majority = kind_of(record.type), votes.majority
    others = votes.kinds.total() - votes.kinds[Kind.PERSON]
    if record.type in _GENERAL.values() and votes.called >= CALLED_SO * others and not is_place(record.name):
        return Kind.PERSON  # «the Obama coalition», «Trump country»
    if own is Kind.ORGANIZATION and " " in votes.name and is_post(role_head(record.name)):
        return Kind.POSITION
    is_team_of_place = record.type is EntityType.SPORTS_TEAM and majority is Kind.PLACE
    if own is Kind.ORGANIZATION and majority is Kind.PLACE and is_place(record.name) and not is_team_of_place:
        return majority
    if is_team_of_place or majority is own or not votes.is_clear:
        return own
    is_building = own is Kind.PERSON and majority is Kind.PLACE and 2 * votes.facilities > votes.kinds[Kind.PLACE]
    is_named_after = record.type is EntityType.FACILITY and majority is Kind.PERSON
    if is_surely_person(record) or is_named_after or is_building:
        return own
    telling = " " in votes.name or is_acronym(record.name)
    table = _MAY_BECOME if telling else _ONE_WORD_MAY_BECOME
    return majority if majority in table.get(own, ()) else own


def settle_kinds(records: Sequence[Record], is_place: Callable[[str], bool]) -> dict[str, Kind]:
    """Chain id -> its kind, after the chains of one spelling have voted over the whole corpus.

    An outvoted chain takes the majority's kind; without a clear majority each stays what its article says.
    ``is_place`` tells names that are known to be places'.
    """
    spelled = [(record, _spelling(record)) for record in records]
    kinds: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    facilities: Counter[str] = Counter()
    for record, name in spelled:
        kinds[name][kind_of(record.type)] += 1
        facilities[name] += record.type is EntityType.FACILITY
    called = _called(records)
    votes = {name: _Votes(name, found, facilities[name], called[name]) for name, found in kinds.items()}
    return {record.chain_id: _settled(record, votes[name], is_place) for record, name in spelled}


def choose_type(kind: Kind, types: Iterable[EntityType]) -> EntityType:
    """The type that most chains of a cluster have; a specific one comes first if it has a fair share."""
    votes = Counter(type_ for type_ in types if kind_of(type_) is kind)
    general = _GENERAL.get(kind)
    if general is None:
        return next((type_ for type_, own in KINDS.items() if own is kind))
    specific = {type_: count for type_, count in votes.items() if type_ is not general}
    if not specific:
        return general
    best = max(sorted(specific), key=lambda type_: specific[type_])
    return best if specific[best] >= SPECIFIC_SHARE * votes.total() else general
