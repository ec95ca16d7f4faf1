"""Clusters: who is joined with whom, people's decisions first, and nothing that is forbidden.

Chains and keys are the nodes of one forest. A chain hangs on its key, a key may hang on another key; so
joining two names is one link however many chains bear them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph.model import Decision, Verdict
from newsgraph.resolve.keys import Key

Node = str | Key


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes held to be one thing: how sure (0 to 1), and why, in words."""

    left: Node
    right: Node
    score: float
    reason: str


class Clusters:
    """Sets of nodes that grow by links; a link across a forbidden pair is refused."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._forbidden: dict[Node, set[Node]] = {}

    def add(self, node: Node) -> None:
        """Make a node known; one that is linked to nothing is a cluster of its own."""
        if node not in self._parent:
            self._parent[node] = node
            self._members[node] = [node]

    def find(self, node: Node) -> Node:
        """The node that stands for the cluster of this one."""
        self.add(node)
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def members(self, node: Node) -> list[Node]:
        """All nodes of the cluster."""
        return self._members[self.find(node)]

    def keys(self, node: Node) -> list[Key]:
        """The keys in the cluster, sorted."""
        return sorted(member for member in self.members(node) if isinstance(member, Key))

    def forbid(self, left: Node, right: Node) -> None:
        """These two may never be one."""
        a, b = self.find(left), self.find(right)
        self._forbidden.setdefault(a, set()).add(b)
        self._forbidden.setdefault(b, set()).add(a)

    def link(self, link: Link) -> bool:
        """Join two clusters; ``False`` when that is forbidden."""
        a, b = self.find(link.left), self.find(link.right)
        if a == b:
            return True
        if b in self._forbidden.get(a, ()):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a].extend(self._members.pop(b))
        for other in self._forbidden.pop(b, set()):
            self._forbidden[other].discard(b)
            self._forbidden[other].add(a)
            self._forbidden.setdefault(a, set()).add(other)
        return True

    def groups(self) -> list[list[Node]]:
        """The members of every cluster, in no particular order."""
        return list(self._members.values())


def _latest(decisions: Iterable[Decision], known: set[str]) -> list[Decision]:
    """The last word on each pair of chains that still exist, in order of time."""
    last: dict[frozenset[str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.by, d.left_id, d.right_id, d.verdict, d.reason)):
        pair = frozenset((decision.left_id, decision.right_id))
        if len(pair) > 1 and pair <= known:
            last.pop(pair, None)
            last[pair] = decision
    return list(last.values())


def start_clusters(by_chain: dict[str, Key], decisions: Iterable[Decision]) -> Clusters:
    """Chains under their keys, after people's decisions on what is the same and what is different.

    Where both chains of «A is not B» bear one key, the second-named leaves the key and stands alone.
    A «same» that contradicts a «different» is left out.
    """
    clusters = Clusters()
    latest = _latest(decisions, set(by_chain))
    for decision in latest:
        if decision.verdict is Verdict.DIFFERENT:
            clusters.forbid(decision.left_id, decision.right_id)
    for decision in latest:
        if decision.verdict is Verdict.SAME:
            clusters.link(Link(decision.left_id, decision.right_id, 1.0, f"{decision.by} says so"))
    split_off = {decision.right_id for decision in latest if decision.verdict is Verdict.DIFFERENT}
    chains_of: defaultdict[Key, list[str]] = defaultdict(list)
    for chain_id, key in by_chain.items():
        chains_of[key].append(chain_id)
    for key in sorted(chains_of):
        for chain_id in sorted(chains_of[key], key=lambda chain_id: (chain_id in split_off, chain_id)):
            clusters.link(Link(key, chain_id, 1.0, f"named «{key.text}»"))
    return clusters
