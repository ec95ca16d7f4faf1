"""Who bears a family name or a given name in the corpus, and what else the word is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsgraph.resolve.clusters import Clusters, Node
from newsgraph.resolve.evidence import Record, main_gender
from newsgraph.resolve.given_names import is_initial, known_given_names
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.known import Known
from newsgraph.spelling import fold


@dataclass(slots=True)
class Person:
    """What the corpus says of one person with a full name."""

    root: Node
    articles: set[str] = field(default_factory=set)
    mentions: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    called: int = 0
    first_day: str = ""
    suffixes: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)
    keys: set[Key] = field(default_factory=set)
    company: frozenset[Key] | None = None
    affairs: frozenset[str] | None = None

    @property
    def gender(self) -> str:
        """What most of its articles say: «m», «f», or empty."""
        return main_gender(self.genders)


@dataclass(slots=True)
class Bearers:
    """The people of the corpus by family name, and what else the name may be.

    ``families_in`` holds (article, family name) of all whom an article names; ``taken_in`` holds (article,
    word) where the word is someone's given name there, a town («Shelby, N.C.»), or ends what is called like a
    person and taken for none («Harvey» beside an «A.D. Harvey» taken for a company).
    """

    by_family: dict[str, list[Person]]
    by_given: dict[str, list[Person]]
    families_in: set[tuple[str, str]]
    taken_in: set[tuple[str, str]]
    other_uses: Counter[str]
    person_uses: Counter[str]
    bare: Counter[str]
    known: Known


def _people_of(records: Sequence[Record], keys: Keys, clusters: Clusters) -> dict[tuple[str, Node], Person]:
    people: dict[tuple[str, Node], Person] = {}
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None or not name.is_full:
            continue
        root = clusters.find(record.chain_id)
        person = people.get((name.family, root))
        if person is None:
            person = people[name.family, root] = Person(root)
        person.articles.add(record.article_id)
        if record.day:
            person.first_day = min(person.first_day or record.day, record.day)
        person.mentions[record.article_id] += record.size
        for role in record.roles:
            person.roles[role] += 1
        person.called += any(fold(surface) == name.tail for surface in record.surfaces)
        person.suffixes.add(name.suffix)
        person.tails.add(name.tail)
        person.keys.add(key)
        if record.gender:
            person.genders[record.gender] += 1
    return people


def find_bearers(records: Sequence[Record], keys: Keys, clusters: Clusters) -> Bearers:
    """Index the people with full names, and how often a word is a person's name or something else."""
    people = _people_of(records, keys, clusters)
    by_family: defaultdict[str, list[Person]] = defaultdict(list)
    by_given: defaultdict[str, list[Person]] = defaultdict(list)
    for family, root in sorted(people, key=lambda pair: (pair[0], str(pair[1]))):
        person = people[family, root]
        by_family[family].append(person)
        for given in sorted({keys.people[key].given for key in person.keys}):
            by_given[given].append(person)
    families_in: set[tuple[str, str]] = set()
    taken_in: set[tuple[str, str]] = set()
    other_uses: Counter[str] = Counter()
    person_uses: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None:
            other_uses[key.text] += key.kind is not Kind.POSITION
            words = key.text.split()
            if key.kind is Kind.PLACE and (record.state or "," in record.name):
                taken_in.add((record.article_id, words[0]))
            if is_initial(words[0]) or words[0] in known_given_names():
                taken_in.update((record.article_id, word) for word in words[1:][-1:])
            continue
        person_uses[name.family] += 1
        families_in.add((record.article_id, name.family))
        if name.is_full:
            taken_in.add((record.article_id, name.given))
        else:
            bare[name.family] += 1
    return Bearers(dict(by_family), dict(by_given), families_in, taken_in, other_uses, person_uses, bare, keys.known)
