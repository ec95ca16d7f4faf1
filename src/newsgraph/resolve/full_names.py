"""Full names that may be one person's: candidates inside a family name, scores with reasons, and conflicts.

«Mike Pence» and «Michael R. Pence» are one; «George Bush» goes with neither «George W. Bush» nor
«George H.W. Bush» where both are in the corpus.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record, main_gender
from newsgraph.resolve.given_names import is_for_either_sex, is_initial, known_given_names, readings
from newsgraph.resolve.key import Key
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.known import Known
from newsgraph.resolve.people import PersonName, has_common_family, is_common, may_be_same

# A name that conflicts with one this many times as frequent is a slip of the pen («Donald R. Trump»).
SLIP = 20
SAME_GIVEN = 0.95
SHORT_FORM = 0.9
INITIAL = 0.85
SECOND_FAMILY_NAME = 0.9
# What may be one but is not sure enough to be joined: people are asked.
NOTHING_SHARED = 0.5
TORN = 0.4
# Two forms of a name side by side in more than this share of the articles of either are two people's.
BESIDE = 0.25
# A family name that goes with so many given names is several people's.
SHARED = 5
# The short name may be in so many times as many articles as the long one.
SHORTENED = 3

Articles = Mapping[Key, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the corpus says of those who bear a full name: articles, posts, gender, company."""

    articles: Articles
    roles: Mapping[Key, frozenset[str]]
    genders: Mapping[Key, str]
    company: Company
    known: Known

    def differ_in_gender(self, left: Key, right: Key) -> bool:
        """Whether the articles say «he» of one and «she» of the other."""
        return {self.genders.get(left), self.genders.get(right)} == {"m", "f"}

    def differ_in_posts(self, left: Key, right: Key) -> bool:
        """Whether the articles give both of them posts, and none to both."""
        one, other = (self.roles.get(key, frozenset()) for key in (left, right))
        return bool(one and other) and one.isdisjoint(other)

    def agree_in_gender(self, left: Key, right: Key) -> bool:
        """Whether the articles say «he», or «she», of both or of neither."""
        return self.genders.get(left, "") == self.genders.get(right, "")

    def shared(self, left: Key, right: Key) -> str | None:
        """A name beside both or a post of both, the first in the alphabet; ``None``: nothing in common."""
        company = self.company.of_all(self.articles[left], left) & self.company.of_all(self.articles[right], right)
        common = {key.text for key in company}
        common |= self.roles.get(left, frozenset()) & self.roles.get(right, frozenset())
        return min(common, default=None)


def gather_facts(records: Sequence[Record], keys: Keys, company: Company) -> Facts:
    """The facts for every key of a person."""
    articles: defaultdict[Key, set[str]] = defaultdict(set)
    roles: defaultdict[Key, set[str]] = defaultdict(set)
    genders: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in keys.people:
            articles[key].add(record.article_id)
            roles[key] |= record.roles
            genders[key].update([record.gender] if record.gender else [])
    return Facts(
        {key: frozenset(found) for key, found in articles.items()},
        {key: frozenset(found) for key, found in roles.items()},
        {key: main_gender(found) for key, found in genders.items()},
        company,
        keys.known,
    )


def _may_be_one(left: Key, right: Key, people: Mapping[Key, PersonName], known: Known) -> bool:
    return may_be_same(people[left], people[right]) and not known.are_two(left.text, right.text)


def _pairs(block: Sequence[Key], people: Mapping[Key, PersonName], known: Known) -> Iterator[tuple[Key, Key]]:
    """Names of one family name whose given names share a reading or a first letter with an initial."""
    buckets: defaultdict[str, list[Key]] = defaultdict(list)
    initials = {people[key].given for key in block if is_initial(people[key].given)}
    for key in block:
        given = people[key].given
        for reading in readings(given):
            buckets[reading].append(key)
        if given[0] in initials and not is_initial(given):
            buckets[given[0]].append(key)
    seen: set[tuple[Key, Key]] = set()
    for reading in sorted(buckets):
        for left, right in combinations(sorted(buckets[reading]), 2):
            if (left, right) not in seen and _may_be_one(left, right, people, known):
                seen.add((left, right))
                yield left, right


def _score(left: PersonName, right: PersonName) -> tuple[float, str]:
    if left.given == right.given:
        return SAME_GIVEN, "a middle name is left out"
    if is_initial(left.given) or is_initial(right.given):
        return INITIAL, "an initial stands for the given name"
    return SHORT_FORM, f"«{left.given}» and «{right.given}» are forms of one given name"


def _needs_more(left: PersonName, right: PersonName, *, is_shared: bool, is_known: bool) -> bool:
    """Whether so little of a name says too little by itself; ``is_shared``: several people bear the family name.

    Who is not known and goes by three names may be another than who goes by two: «David Cay Johnston».
    """
    if left.suffix != right.suffix:
        return True
    if left.given == right.given:
        goes_by_three = not is_known and any(len(middle) > 1 for middle in (*left.middles, *right.middles))
        return goes_by_three or is_common(replace(left, middles=()))
    return is_shared or has_common_family(left) or _is_of_either_sex(left, right)


def _is_of_either_sex(left: PersonName, right: PersonName) -> bool:
    """«Chris» and «Christine»."""
    return left.given != right.given and (is_for_either_sex(left.given) or is_for_either_sex(right.given))


def score_pair(
    left: Key, right: Key, people: Mapping[Key, PersonName], facts: Facts, *, is_shared: bool
) -> Link | None:
    """How likely two names of one family name are one person's, and why; ``None``: something speaks against it.

    Another form of the given name does not count where articles use both as two people. For a family name that is
    frequent or ``is_shared``, or a short form of men and women, it is not sure unless the two share company or a post;
    nor is a middle name for whom many are named alike («Michael A. Brown»).
    """
    score, reason = _score(people[left], people[right])
    if facts.differ_in_gender(left, right):
        return None
    both = len(facts.articles[left] & facts.articles[right])
    if both and people[left].suffix != people[right].suffix:
        return None  # «his son, John Conyers III»
    if score < SAME_GIVEN and both > BESIDE * min(len(facts.articles[left]), len(facts.articles[right])):
        return None
    one, other = facts.known.person(left.text), facts.known.person(right.text)
    is_rare = people[left].given not in known_given_names()
    is_known = (one or other) is not None and (one == other or is_rare)
    if _needs_more(people[left], people[right], is_shared=is_shared, is_known=is_known):
        common = facts.shared(left, right)
        unsure = _is_of_either_sex(people[left], people[right]) and not facts.agree_in_gender(left, right)
        if common is None or unsure:
            return Link(left, right, NOTHING_SHARED, f"{reason}, but nothing else ties the two")
        reason += f", and «{common}» is with both"
    return Link(left, right, score, reason)


def _is_torn(key: Key, others: set[Key], people: Mapping[Key, PersonName], facts: Facts) -> bool:
    """Whether two names that a name fits exclude each other, and neither is a slip beside the rest."""
    for pair in combinations(sorted(others), 2):
        few = min(len(facts.articles[other]) for other in pair)
        many = max(len(facts.articles[name]) for name in (key, *pair))
        if facts.known.are_two(pair[0].text, pair[1].text):
            return True
        if many < SLIP * few and not may_be_same(people[pair[0]], people[pair[1]]):
            return True
    return False


def _find_torn(links: Sequence[Link], people: Mapping[Key, PersonName], facts: Facts) -> set[Key]:
    """The names that fit two others which exclude each other."""
    neighbours: defaultdict[Key, set[Key]] = defaultdict(set)
    for link in links:
        if isinstance(link.left, Key) and isinstance(link.right, Key):
            neighbours[link.left].add(link.right)
            neighbours[link.right].add(link.left)
    return {key for key, others in neighbours.items() if _is_torn(key, others, people, facts)}


def names_agree(clusters: Clusters, link: Link, people: Mapping[Key, PersonName], known: Known) -> bool:
    """Whether all full names of both clusters agree: a slip must not bring two people together."""
    left = [key for key in clusters.keys(link.left) if key in people and people[key].is_full]
    right = [key for key in clusters.keys(link.right) if key in people and people[key].is_full]
    return all(people[a].family != people[b].family or _may_be_one(a, b, people, known) for a in left for b in right)


def _rank(link: Link, articles: Articles) -> tuple[float, int, str, str]:
    """The surest first, then those of the most frequent names."""
    weight = sum(len(articles[node]) for node in (link.left, link.right) if isinstance(node, Key))
    return -link.score, -weight, str(link.left), str(link.right)


def _second_family_names(block: Sequence[Key], people: Mapping[Key, PersonName], facts: Facts) -> Iterator[Link]:
    """«Peña Nieto» is «Enrique Peña Nieto», «Van Hollen» is «Chris Van Hollen», if there is one such name.

    Not where the longer is rare beside the shorter («Pinterest Huma Abedin»), nor where nothing else ties the two
    and it is not known («Julius Wilson» and William Julius Wilson), nor where the shorter is another's who is known:
    «Pierre Trudeau» is not Justin Pierre James Trudeau.
    """
    articles = facts.articles
    for key in block:
        name = people[key]
        whole = f"{name.given} {name.family}"
        is_given = name.given in known_given_names() and name.given not in ("van", "ben", "al")
        if name.middles or is_given or is_initial(name.given):
            continue
        own = facts.known.person(key.text)
        longer = [
            other
            for other in block
            if people[other].suffix == name.suffix
            and (people[other].tail == whole or people[other].middles == (name.given,))
            and len(articles[key]) <= SHORTENED * len(articles[other])
            and own in (None, facts.known.person(other.text))
        ]
        if len(longer) == 1 and (
            articles[key] & articles[longer[0]] or facts.shared(key, longer[0]) or facts.known.person(longer[0].text)
        ):
            yield Link(key, longer[0], SECOND_FAMILY_NAME, f"the only full name that ends in «{whole}»")


def link_full_names(clusters: Clusters, keys: Keys, facts: Facts) -> None:
    """Join the full names that are one person's; names torn between two people stay alone."""
    blocks: defaultdict[str, list[Key]] = defaultdict(list)
    for key, name in sorted(keys.people.items()):
        if name.is_full and not key.within and key in facts.articles:
            blocks[name.family].append(key)
    for _, block in sorted(blocks.items()):
        _link_block(block, clusters, keys, facts)


def _link_block(block: Sequence[Key], clusters: Clusters, keys: Keys, facts: Facts) -> None:
    people = keys.people
    pairs = _pairs(block, people, facts.known)
    is_shared = len({people[key].given for key in block}) >= SHARED
    scored = [link for left, right in pairs if (link := score_pair(left, right, people, facts, is_shared=is_shared))]
    sure = [link for link in scored if link.score > NOTHING_SHARED]
    clusters.doubts += [link for link in scored if link.score <= NOTHING_SHARED]
    torn = _find_torn(sure, people, facts)
    for link in sorted(sure, key=lambda link: _rank(link, facts.articles)):
        if link.left in torn or link.right in torn:
            clusters.doubts.append(replace(link, score=TORN, reason=f"{link.reason}, but it fits another as well"))
        elif not names_agree(clusters, link, people, facts.known):
            clusters.doubts.append(replace(link, score=TORN, reason=f"{link.reason}, but not with all its names"))
        else:
            clusters.link(link)
    for link in _second_family_names(block, people, facts):
        clusters.link(link)
