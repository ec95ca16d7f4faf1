"""Two people of one name: a very common full name, or a lawmaker's, in articles that have nothing else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from newsgraph.kb import Entry
from newsgraph.posts import posts_in, role_head
from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.facts import walk_of_life
from newsgraph.resolve.key import Key
from newsgraph.resolve.keys import DOMINANCE, DOMINANCE_ARTICLES, Keys
from newsgraph.resolve.people import is_common, parse_person

# A known person of this weight is meant by a name that others bear too, unless something speaks against it.
IN_THE_NEWS = 10
# Whoever serves in one of these is told apart from who holds a public post.
UNIFORMED = frozenset({"arms", "sports"})
PUBLIC = "public"
# Who sits in Congress and is called so somewhere is no «director» elsewhere, nor what no politician is.
OF_CONGRESS = frozenset({"representative", "senator"})
NO_POLITICIANS = frozenset({"arts", "business", "faith", "learning", "media", *UNIFORMED})
DIRECTOR = "director"
# So many years between articles make two of one name who hold different posts.
LONG_AGO = 10


def _ties(record: Record, key: Key, company: Company) -> set[Hashable]:
    """What may tie a record to others of its name: the affair, the company it keeps, post or employers."""
    beside = company.beside(record.article_id, key)
    ties: set[Hashable] = {("affair", company.affair(record.article_id))}
    ties.update((("listed", other) for other in beside) if company.is_list(record.article_id) else beside)
    ties.update(("body", body) for body in record.bodies)
    # «chief executive» of two companies is two people: with an employer named, the post alone ties nobody.
    if not record.bodies:
        ties.update(("role", role) for role in record.roles)
    return ties


def _serves_or_plays(record: Record) -> bool | None:
    """Whether the record's posts are those of soldiers, policemen and sportsmen; ``None``: no post tells."""
    walks = {walk_of_life(role) for role in record.roles}
    return None if not walks & (UNIFORMED | {PUBLIC}) else PUBLIC not in walks


def _tied_groups(records: Sequence[Record], key: Key, company: Company, *, is_known: bool) -> list[list[Record]]:
    """Records that hang together through shared ties, in a fixed order.

    A captain is not tied by company to somebody known who holds a public post: the patrol's Ron Johnson to the senator.
    """
    parent = list(range(len(records)))
    uniformed = [_serves_or_plays(record) if is_known else None for record in records]

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    firsts_with: defaultdict[Hashable, dict[bool, int]] = defaultdict(dict)
    # Whose post is not told goes with the one who is known, before the others are looked at.
    for number in sorted(range(len(records)), key=lambda number: uniformed[number] is True):
        for tie in _ties(records[number], key, company):
            firsts = firsts_with[tie]
            firsts.setdefault(uniformed[number] is True, number)
            for first in firsts.values():
                left, right = sorted((find(number), find(first)))
                if {uniformed[left], uniformed[right]} != {True, False}:
                    parent[right] = left
                    uniformed[left] = uniformed[right] if uniformed[left] is None else uniformed[left]
    groups: defaultdict[int, list[Record]] = defaultdict(list)
    for number, record in enumerate(records):
        groups[find(number)].append(record)
    return [groups[number] for number in sorted(groups)]


@dataclass(frozen=True, slots=True)
class _Group:
    records: list[Record]
    walks: frozenset[str]
    bodies: frozenset[str]
    posts: frozenset[str]
    years: frozenset[int]

    def differs(self, other: _Group) -> bool:
        """Both say in what walk of life they are, for whom they work or, years apart, what they are: not the same."""
        is_long_ago = _are_years_apart(self.years, other.years) and _are_at_odds(self.posts, other.posts)
        return _are_at_odds(self.walks, other.walks) or _are_at_odds(self.bodies, other.bodies) or is_long_ago


def _are_at_odds(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and left.isdisjoint(right)


def _are_years_apart(left: frozenset[int], right: frozenset[int]) -> bool:
    return bool(left and right) and max(min(left) - max(right), min(right) - max(left)) >= LONG_AGO


def _group(records: list[Record]) -> _Group:
    posts = frozenset(role for record in records for role in record.roles)
    bodies = frozenset(body for record in records for body in record.bodies)
    years = frozenset(int(record.day[:4]) for record in records if record.day)
    return _Group(records, frozenset(map(walk_of_life, posts)), bodies, posts, years)


def _split(records: Sequence[Record], key: Key, company: Company, *, is_known: bool) -> list[list[Record]]:
    groups = [_group(tied) for tied in _tied_groups(records, key, company, is_known=is_known)]
    distinct = [group for group in groups if any(group.differs(other) for other in groups)]
    if not distinct:
        return [list(records)] if is_known else [group.records for group in groups]
    # What differs from none goes with the one who is nearly always meant, else stays alone.
    distinct.sort(key=lambda group: (-len(group.records), group.records[0].chain_id))
    rest = [group for group in groups if group not in distinct]
    others = sum(len(group.records) for group in distinct[1:])
    if len(distinct[0].records) >= max(DOMINANCE_ARTICLES, DOMINANCE * others):
        distinct[0].records.extend(record for group in rest for record in group.records)
        rest = []
    return [group.records for group in (*distinct, *rest)]


def _strangers(records: Sequence[Record], key: Key, company: Company, entry: Entry) -> list[Record]:
    """Those of a lawmaker's name who have another calling, and nothing in common with the others.

    «Steve Cohen, director of an institute» is no representative from Tennessee.
    """
    if not {role_head(post) for post in posts_in(entry.about)} <= OF_CONGRESS:
        return []
    if not any(record.roles & OF_CONGRESS for record in records):
        return []
    called_otherwise = [r for r in records if r.roles and all(map(_is_no_politicians, r.roles))]
    if not called_otherwise:
        return []  # nearly always
    ties = {record.chain_id: _ties(record, key, company) for record in records}
    return [
        record
        for record in called_otherwise
        if all(ties[record.chain_id].isdisjoint(ties[other.chain_id]) for other in records if other is not record)
    ]


def _is_no_politicians(role: str) -> bool:
    return role == DIRECTOR or walk_of_life(role) in NO_POLITICIANS


def part_namesakes(records: Sequence[Record], keys: Keys, company: Company) -> None:
    """Give chains of one full name several keys, where posts differ and no company is shared.

    A county clerk John Smith and a football coach John Smith stay apart; so does a John Smith of whom only the name
    is known, unless the name is that of somebody often in the news. Of names that are not so common only those who
    bear a lawmaker's are parted. Changes ``keys``.
    """
    chains: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in keys.people and not key.within and keys.people[key].is_full:
            chains[key].append(record)
    for key, members in sorted(chains.items()):
        if len(members) > 1:
            for group in _groups(members, key, keys, company):
                _part(group, key, keys)


def _groups(records: Sequence[Record], key: Key, keys: Keys, company: Company) -> list[list[Record]]:
    """Those who get a key of their own."""
    entry = keys.known.person(records[0].name)
    if not is_common(replace(keys.people[key], middles=())):
        return [[record] for record in _strangers(records, key, company, entry)] if entry is not None else []
    # The middle name may be known of one of them alone: «John Allen», the general and the spokesman.
    if keys.people[key].middles and all(parse_person(record.name).middles for record in records):
        return []
    groups = _split(records, key, company, is_known=entry is not None and entry.weight >= IN_THE_NEWS)
    return groups if len(groups) > 1 else []


def _part(group: Sequence[Record], key: Key, keys: Keys) -> None:
    within = min(group, key=lambda record: record.place_in_time).chain_id
    for record in group:
        parted = key._replace(within=within)
        keys.by_chain[record.chain_id] = parted
        keys.people[parted] = keys.people[key]
