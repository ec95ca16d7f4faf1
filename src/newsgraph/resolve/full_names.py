"""Full names that may be one person's: candidates inside a family name, scores with reasons, and conflicts.

«Mike Pence» and «Michael R. Pence» are one; «George Bush» goes with neither «George W. Bush» nor
«George H.W. Bush» where both are in the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newsgraph.resolve.clusters import Clusters, Link
from newsgraph.resolve.company import Company
from newsgraph.resolve.given_names import is_initial, known_given_names, readings
from newsgraph.resolve.keys import Key, Keys
from newsgraph.resolve.people import PersonName, has_common_family, may_be_same

# A name that conflicts with one this many times as frequent is a slip of the pen («Donald R. Trump»), no rival.
SLIP = 50
SAME_GIVEN = 0.95
SHORT_FORM = 0.9
INITIAL = 0.85
SECOND_FAMILY_NAME = 0.9

Articles = Mapping[Key, frozenset[str]]


def _pairs(block: Sequence[Key], people: Mapping[Key, PersonName]) -> Iterator[tuple[Key, Key]]:
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
            if (left, right) not in seen and may_be_same(people[left], people[right]):
                seen.add((left, right))
                yield left, right


def _score(left: PersonName, right: PersonName) -> tuple[float, str]:
    if left.given == right.given:
        return SAME_GIVEN, "a middle name is left out"
    if is_initial(left.given) or is_initial(right.given):
        return INITIAL, "an initial stands for the given name"
    return SHORT_FORM, f"«{left.given}» and «{right.given}» are forms of one given name"


def score_pair(
    left: Key, right: Key, people: Mapping[Key, PersonName], articles: Articles, company: Company
) -> Link | None:
    """How sure two names of one family name are one person's, and why; ``None``: something speaks against it.

    Another form of the given name does not count where one article uses both as two people, nor for a frequent
    family name unless the two share company.
    """
    score, reason = _score(people[left], people[right])
    if score < SAME_GIVEN:
        if articles[left] & articles[right]:
            return None
        if has_common_family(people[left]):
            shared = company.of_all(articles[left], left) & company.of_all(articles[right], right)
            if not shared:
                return None
            reason += f", and «{min(shared).text}» is named beside both"
    return Link(left, right, score, reason)


def _is_rival(key: Key, other: Key, people: Mapping[Key, PersonName], articles: Articles) -> bool:
    if may_be_same(people[key], people[other]):
        return False
    few, many = sorted((len(articles[key]), len(articles[other])))
    return many < SLIP * few


def _drop_torn(links: Sequence[Link], people: Mapping[Key, PersonName], articles: Articles) -> Iterator[Link]:
    """Leave out the links of names that fit two others which exclude each other."""
    neighbours: defaultdict[Key, set[Key]] = defaultdict(set)
    for link in links:
        if isinstance(link.left, Key) and isinstance(link.right, Key):
            neighbours[link.left].add(link.right)
            neighbours[link.right].add(link.left)
    torn = {
        key
        for key, others in neighbours.items()
        if any(_is_rival(a, b, people, articles) for a, b in combinations(sorted(others), 2))
    }
    return (link for link in links if link.left not in torn and link.right not in torn)


def _fit(clusters: Clusters, link: Link, people: Mapping[Key, PersonName]) -> bool:
    """Whether all full names of both clusters agree: a slip must not bring two people together."""
    left = [people[key] for key in clusters.keys(link.left) if key in people and people[key].is_full]
    right = [people[key] for key in clusters.keys(link.right) if key in people and people[key].is_full]
    return all(a.family != b.family or may_be_same(a, b) for a in left for b in right)


def _rank(link: Link, articles: Articles) -> tuple[float, int, str, str]:
    """The surest first, then those of the most frequent names."""
    weight = sum(len(articles[node]) for node in (link.left, link.right) if isinstance(node, Key))
    return -link.score, -weight, str(link.left), str(link.right)


def _second_family_names(block: Sequence[Key], people: Mapping[Key, PersonName]) -> Iterator[Link]:
    """«Peña Nieto» is «Enrique Peña Nieto», «Van Hollen» is «Chris Van Hollen», if there is one such name."""
    for key in block:
        name = people[key]
        whole = f"{name.given} {name.family}"
        if name.middles or (name.given in known_given_names() and name.given not in ("van", "ben", "al")):
            continue
        longer = [
            other
            for other in block
            if people[other].suffix == name.suffix
            and (people[other].tail == whole or people[other].middles[-1:] == (name.given,))
        ]
        if len(longer) == 1:
            yield Link(key, longer[0], SECOND_FAMILY_NAME, f"the only full name that ends in «{whole}»")


def link_full_names(clusters: Clusters, keys: Keys, articles: Articles, company: Company) -> None:
    """Join the full names that are one person's; names torn between two people stay alone."""
    blocks: defaultdict[str, list[Key]] = defaultdict(list)
    for key, name in sorted(keys.people.items()):
        if name.is_full and not key.within and key in articles:
            blocks[name.family].append(key)
    for _, block in sorted(blocks.items()):
        scored = [
            score_pair(left, right, keys.people, articles, company)
            for left, right in _pairs(block, keys.people)
        ]
        sure = _drop_torn([link for link in scored if link is not None], keys.people, articles)
        for link in sorted(sure, key=lambda link: _rank(link, articles)):
            if _fit(clusters, link, keys.people):
                clusters.link(link)
        for link in _second_family_names(block, keys.people):
            clusters.link(link)
