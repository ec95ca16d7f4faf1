"""Bare family names: «Trump» in an article that never gives the full name, tied to a person or left alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsgraph.resolve.clusters import Clusters, Link, Node
from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.keys import DOMINANCE, DOMINANCE_ARTICLES, DOUBT, Key, Keys
from newsgraph.resolve.kinds import Kind
from newsgraph.resolve.people import PersonName, has_common_family

SAME_ARTICLE = 0.9
ONLY_BEARER = 0.8
BY_ROLE = 0.85
MOSTLY_MEANT = 0.75
# Of two people of one family in an article, a bare name means the one who is named this many times as often.
LEAD_IN_ARTICLE = 3


@dataclass(slots=True)
class Person:
    """What the corpus says of one person with a full name."""

    root: Node
    articles: set[str] = field(default_factory=set)
    mentions: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    suffixes: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)
    keys: set[Key] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """«m» or «f» when most chains that say so agree, else empty."""
        top = self.genders.most_common(1)
        return top[0][0] if top and 2 * top[0][1] > self.genders.total() else ""


@dataclass(slots=True)
class Bearers:
    """The people of the corpus by family name, and who of them is in which article."""

    by_family: dict[str, list[Person]]
    given_in: set[tuple[str, str]]
    other_uses: Counter[str]
    person_uses: Counter[str]


def _people_of(records: Sequence[Record], keys: Keys, clusters: Clusters) -> dict[tuple[str, Node], Person]:
    people: dict[tuple[str, Node], Person] = {}
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None or not name.is_full:
            continue
        root = clusters.find(record.chain_id)
        person = people.setdefault((name.family, root), Person(root))
        person.articles.add(record.article_id)
        person.mentions[record.article_id] += record.size
        person.roles |= record.roles
        person.suffixes.add(name.suffix)
        person.tails.add(name.tail)
        person.keys.add(key)
        if record.gender:
            person.genders[record.gender] += 1
    return people


def find_bearers(records: Sequence[Record], keys: Keys, clusters: Clusters) -> Bearers:
    """Index the people with full names, and how often a word is a person's name and how often something else."""
    people = _people_of(records, keys, clusters)
    by_family: defaultdict[str, list[Person]] = defaultdict(list)
    for family, root in sorted(people, key=lambda pair: (pair[0], str(pair[1]))):
        by_family[family].append(people[family, root])
    given_in: set[tuple[str, str]] = set()
    other_uses: Counter[str] = Counter()
    person_uses: Counter[str] = Counter()
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None:
            other_uses[key.text] += key.kind is not Kind.POSITION
            continue
        person_uses[name.family] += 1
        if name.is_full:
            given_in.add((record.article_id, name.given))
    return Bearers(dict(by_family), given_in, other_uses, person_uses)


def _fitting(record: Record, name: PersonName, people: Iterable[Person]) -> list[Person]:
    """The bearers whom suffix, particles and gender do not exclude."""
    return [
        person
        for person in people
        if (not name.suffix or name.suffix in person.suffixes)
        and (name.tail == name.family or name.tail in person.tails)
        and not (record.gender and person.gender and record.gender != person.gender)
    ]


def _dominant(people: Sequence[Person], counts: Sequence[int], factor: int, least: int) -> Person | None:
    best = max(range(len(people)), key=lambda i: counts[i])
    others = sum(counts) - counts[best]
    return people[best] if counts[best] >= max(least, factor * others) else None


def _choose_in_article(record: Record, present: Sequence[Person]) -> tuple[Person, float, str] | None:
    """Among the bearers whom the same article names in full."""
    if len(present) == 1:
        return present[0], SAME_ARTICLE, "the article gives one full name of this family name"
    told = [person for person in present if record.roles & person.roles]
    if len(told) == 1:
        return told[0], BY_ROLE, "only one of those in the article holds this post"
    lead = _dominant(present, [p.mentions[record.article_id] for p in present], LEAD_IN_ARTICLE, 1)
    usual = _dominant(present, [len(p.articles) for p in present], DOMINANCE, DOMINANCE_ARTICLES)
    if lead is not None and lead is usual:
        return lead, MOSTLY_MEANT, "the article and the corpus speak mostly of this one"
    return None


def _choose_in_corpus(
    record: Record, name: PersonName, people: Sequence[Person], company: Company
) -> tuple[Person, float, str] | None:
    """Among all bearers of the name, when the article names none of them in full."""
    told = [person for person in people if record.roles & person.roles]
    if len(told) == 1 and len(told[0].articles) >= DOMINANCE_ARTICLES:
        return told[0], BY_ROLE, "the only one of this family name who holds this post"
    usual = _dominant(people, [len(p.articles) for p in people], DOMINANCE, DOMINANCE_ARTICLES)
    if has_common_family(name):
        # A frequent family name has bearers whom no article of the corpus gives in full.
        if usual is None or not company.beside(record.article_id) & company.of_all(
            usual.articles, *usual.keys
        ):
            return None
    elif len(people) == 1:
        return people[0], ONLY_BEARER, "the only one of this family name in the corpus"
    return (usual, MOSTLY_MEANT, "nearly always meant by this family name") if usual else None


def choose_bearer(
    record: Record, name: PersonName, bearers: Bearers, company: Company
) -> tuple[Person, float, str] | None:
    """The person whom a bare family name means, with score and reason; ``None``: it stays in its article."""
    people = _fitting(record, name, bearers.by_family.get(name.family, ()))
    titled = bool(record.roles or record.gender)
    doubtful = bearers.person_uses[name.family] < DOUBT * bearers.other_uses[name.family]
    if not people or (doubtful and not titled) or (record.article_id, name.family) in bearers.given_in:
        return None
    present = [person for person in people if record.article_id in person.articles]
    if present:
        return _choose_in_article(record, present)
    return _choose_in_corpus(record, name, people, company)


def link_family_names(records: Sequence[Record], keys: Keys, clusters: Clusters, company: Company) -> None:
    """Tie bare family names to the people they mean; all choices are made before the first is carried out."""
    bearers = find_bearers(records, keys, clusters)
    links: list[Link] = []
    for record in records:
        key = keys.by_chain[record.chain_id]
        name = keys.people.get(key)
        if name is None or name.is_full or len(clusters.keys(key)) > 1:
            continue
        if chosen := choose_bearer(record, name, bearers, company):
            person, score, reason = chosen
            links.append(Link(record.chain_id, person.root, score, reason))
    for link in _agreed(links, keys):
        clusters.link(link)


def _agreed(links: Sequence[Link], keys: Keys) -> list[Link]:
    """Leave out the bare names of an article that were tied to different people."""
    chosen: defaultdict[Key, set[Node]] = defaultdict(set)
    for link in links:
        chosen[keys.by_chain[str(link.left)]].add(link.right)
    return [link for link in links if len(chosen[keys.by_chain[str(link.left)]]) == 1]
