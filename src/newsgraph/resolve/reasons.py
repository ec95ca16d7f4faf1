"""Why the names of an entity are together, and which entities may be one: links in, namings and doubts out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsgraph.model import Doubt, Naming
from newsgraph.resolve.bodies import body_key
from newsgraph.resolve.clusters import Clusters, Link, Node
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.key import Key, Kind
from newsgraph.resolve.keys import Keys
from newsgraph.resolve.people import parse_person, strip_titles

SO_NAMED = "so named"
KNOWN_SO = "known by this name too"
OF_ONE_NAME = 0.5


def explain(
    records: Sequence[Record], keys: Keys, clusters: Clusters, entity_of: Mapping[Node, str]
) -> tuple[Naming, ...]:
    """The names of each entity that has several, with the reason of each; sorted.

    The name of most articles needs no reason but itself. Names confined to one article count together when the
    reason is one.
    """
    joined = _first_links(clusters.links, keys.by_chain)
    told: defaultdict[tuple[str, Key, str, Node], set[str]] = defaultdict(set)
    for record in records:
        key = keys.by_chain[record.chain_id]
        tied: Node = record.chain_id if record.chain_id in joined else key
        told[entity_of[record.chain_id], key, record.name, tied].add(record.article_id)
    widest = _widest_keys((entity, key, where) for (entity, key, _, _), where in told.items())
    articles: defaultdict[tuple[str, str, float, str], set[str]] = defaultdict(set)
    for (entity, key, called, tied), where in told.items():
        link = joined.get(tied)
        name = strip_titles(called) if key.kind is Kind.PERSON else called
        if link is None or widest[entity] == key:
            link = Link(key, key, 1.0, SO_NAMED if _is_spelled(name, key) else KNOWN_SO)
        articles[entity, name, link.score, link.reason] |= where
    found = [Naming(*naming, len(where)) for naming, where in articles.items()]
    names = Counter(naming.entity_id for naming in found)
    return tuple(sorted(naming for naming in found if names[naming.entity_id] > 1))


def _is_spelled(name: str, key: Key) -> bool:
    """Whether a key stands for the name by itself, but for middle names, and not by what is known of it."""
    if key.kind is Kind.PERSON:
        return set(parse_person(name).full_key.split()) <= set(key.text.split())
    return key.kind is not Kind.ORGANIZATION or body_key(name) == key.text


def _first_links(links: Iterable[Link], by_chain: Mapping[str, Key]) -> dict[Node, Link]:
    """For each node the link that first tied it to another name; hanging on one's own key is none."""
    first: dict[Node, Link] = {}
    for link in links:
        tied: list[Node] = [link.left, link.right]
        if isinstance(link.right, str):
            if isinstance(link.left, Key):
                continue
            tied += [by_chain[link.left], by_chain[link.right]]
        elif isinstance(link.left, str):
            tied = [link.left]  # a bare name tells nothing of the person it is tied to
        for node in tied:
            first.setdefault(node, link)
    return first


def _widest_keys(told: Iterable[tuple[str, Key, set[str]]]) -> dict[str, Key]:
    """For each entity the key that most articles use; ``told`` are entities with keys and articles."""
    articles: defaultdict[tuple[str, Key], set[str]] = defaultdict(set)
    for entity, key, where in told:
        articles[entity, key] |= where
    widest: dict[str, Key] = {}
    for (entity, key), _ in sorted(articles.items(), key=lambda item: (-len(item[1]), item[0])):
        widest.setdefault(entity, key)
    return widest


def list_doubts(keys: Keys, clusters: Clusters, entity_of: Mapping[Node, str]) -> tuple[Doubt, ...]:
    """The pairs that may be one but are not surely so, but for those that people have settled; sorted.

    Of several doubts about one pair the likeliest is kept.
    """
    best: dict[tuple[str, str], Doubt] = {}
    for doubt in _open_doubts([*clusters.doubts, *_of_one_name(keys)], clusters, entity_of):
        pair = doubt.left, doubt.right
        known = best.get(pair)
        if known is None or (doubt.score, doubt.reason) > (known.score, known.reason):
            best[pair] = doubt
    return tuple(sorted(best.values()))


def _of_one_name(keys: Keys) -> Iterator[Link]:
    """Longer names that stand for two things: of two kinds, or two people told apart by their posts."""
    bearers: defaultdict[str, set[Key]] = defaultdict(set)
    for key in keys.by_chain.values():
        if " " in key.text and key.kind is not Kind.ANONYMOUS_SOURCE and (not key.within or key in keys.people):
            bearers[key.text].add(key)
    for _, found in sorted(bearers.items()):
        for left, right in pairwise(sorted(found)):
            of_two_kinds = left.kind is not right.kind
            reason = (
                f"one name, as a {left.kind} and a {right.kind}" if of_two_kinds else "one name in different company"
            )
            yield Link(left, right, OF_ONE_NAME, reason)


def _open_doubts(doubts: Iterable[Link], clusters: Clusters, entity_of: Mapping[Node, str]) -> Iterator[Doubt]:
    for link in doubts:
        left, right = sorted((entity_of[link.left], entity_of[link.right]))
        if left != right and clusters.forbidden_by(link.left, link.right) is None:
            yield Doubt(left, right, link.score, link.reason)
