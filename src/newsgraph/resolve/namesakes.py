"""Two people of one name: a very common full name in articles that have nothing else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from newsgraph.resolve.company import Company
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.keys import DOMINANCE, DOMINANCE_ARTICLES, Key, Keys
from newsgraph.resolve.people import is_common


def _ties(record: Record, key: Key, company: Company) -> set[Hashable]:
    """What may tie a record to others of its name: its article, the company it keeps, its post or its employers."""
    ties: set[Hashable] = {("article", record.article_id), *company.beside(record.article_id, key)}
    ties.update(("body", body) for body in record.bodies)
    # «chief executive» of two companies is two people: with an employer named, the post alone ties nobody.
    if not record.bodies:
        ties.update(("role", role) for role in record.roles)
    return ties


def _tied_groups(records: Sequence[Record], key: Key, company: Company) -> list[list[Record]]:
    """Records that hang together through shared ties, in a fixed order."""
    parent = list(range(len(records)))

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first_with: dict[Hashable, int] = {}
    for number, record in enumerate(records):
        for tie in _ties(record, key, company):
            left, right = sorted((find(number), find(first_with.setdefault(tie, number))))
            parent[right] = left
    groups: defaultdict[int, list[Record]] = defaultdict(list)
    for number, record in enumerate(records):
        groups[find(number)].append(record)
    return [groups[number] for number in sorted(groups)]


def _is_described(group: Sequence[Record]) -> bool:
    return any(record.roles or record.bodies for record in group)


def _split(records: Sequence[Record], key: Key, company: Company) -> list[list[Record]]:
    groups = _tied_groups(records, key, company)
    described = [group for group in groups if _is_described(group)]
    if len(described) <= 1:
        return [list(records)]
    # What says nothing of itself goes with the one who is nearly always meant, else stays alone.
    described.sort(key=lambda group: (-len(group), group[0].chain_id))
    rest = [group for group in groups if not _is_described(group)]
    others = sum(len(group) for group in described[1:])
    if len(described[0]) >= max(DOMINANCE_ARTICLES, DOMINANCE * others):
        described[0].extend(record for group in rest for record in group)
        return described
    return described + rest


def part_namesakes(records: Sequence[Record], keys: Keys, company: Company) -> None:
    """Give chains of one common full name several keys, where posts differ and no company is shared.

    A county clerk John Smith and a football coach John Smith stay apart; a John Smith of whom only the name is
    known goes with the only other one there is. Changes ``keys``.
    """
    chains: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        key = keys.by_chain[record.chain_id]
        if key in keys.people and not key.within and is_common(keys.people[key]):
            chains[key].append(record)
    for key, members in sorted(chains.items()):
        groups = _split(members, key, company)
        if len(groups) == 1:
            continue
        for group in groups:
            within = min(record.chain_id for record in group)
            for record in group:
                parted = replace(key, within=within)
                keys.by_chain[record.chain_id] = parted
                keys.people[parted] = keys.people[key]
