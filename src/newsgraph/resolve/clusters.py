"""Clusters: who is joined with whom, people's decisions first, and nothing that is forbidden.

Chains and keys are the nodes of one forest. A chain hangs on its key, a key may hang on another key; so
joining two names is one link however many chains bear them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from newsgraph.model import Act, Unmet
from newsgraph.resolve.decisions import Ruling
from newsgraph.resolve.key import Key

Node = str | Key


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes held to be one thing: how sure (0 to 1), and why, in words."""

    left: Node
    right: Node
    score: float
    reason: str


class Clusters:
    """Sets of nodes that grow by links; a link across a forbidden pair is refused.

    ``links`` are those that joined two clusters, in their order; ``doubts`` those that may hold but are not sure
    enough; ``unmet`` the decisions that others stood against.
    """

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.doubts: list[Link] = []
        self.unmet: set[Unmet] = set()
        self._parent: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._forbidden: dict[Node, dict[Node, str]] = {}

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

    def forbid(self, left: Node, right: Node, decision_id: str) -> None:
        """These two may never be one, by this decision."""
        a, b = self.find(left), self.find(right)
        if a != b:
            self._forbidden.setdefault(a, {}).setdefault(b, decision_id)
            self._forbidden.setdefault(b, {}).setdefault(a, decision_id)

    def forbidden_by(self, left: Node, right: Node) -> str | None:
        """The decision that keeps the two apart; ``None``: nothing does."""
        return self._forbidden.get(self.find(left), {}).get(self.find(right))

    def link(self, link: Link) -> bool:
        """Join two clusters; ``False`` when that is forbidden."""
        a, b = self.find(link.left), self.find(link.right)
        if a == b:
            return True
        if b in self._forbidden.get(a, ()):
            return False
        self.links.append(link)
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a].extend(self._members.pop(b))
        for other, decision_id in self._forbidden.pop(b, {}).items():
            del self._forbidden[other][b]
            self._forbidden[other].setdefault(a, decision_id)
            self._forbidden.setdefault(a, {}).setdefault(other, decision_id)
        return True

    def hang(self, key: Key, chain_ids: Iterable[str]) -> None:
        """Chains under their key, those that nothing is known of without further ado."""
        for chain_id in chain_ids:
            if chain_id in self._parent:
                self.link(Link(key, chain_id, 1.0, f"named «{key.text}»"))
            else:
                self._parent[chain_id] = root = self.find(key)
                self._members[root].append(chain_id)

    def groups(self) -> list[list[Node]]:
        """The members of every cluster, in no particular order."""
        return list(self._members.values())


def _leavers(rulings: Iterable[Ruling], by_chain: Mapping[str, Key]) -> set[str]:
    """The chains that a person put apart from others of their own key."""
    leavers: set[str] = set()
    for ruling in rulings:
        stayers = {by_chain[chain_id] for chain_id in ruling.left}
        leavers.update(chain_id for chain_id in ruling.right if by_chain[chain_id] in stayers)
    return leavers


def start_clusters(by_chain: Mapping[str, Key], rulings: Sequence[Ruling]) -> Clusters:
    """Chains under their keys, after people's decisions on what is the same and what is different.

    Where chains of both sides of «A is not B» bear one key, those of the second leave it and stand together apart.
    A «same» that contradicts a «different» is left out, and noted as unmet.
    """
    clusters = Clusters()
    parted = [ruling for ruling in rulings if ruling.decision.act is Act.DIFFERENT]
    for ruling in parted:
        for left, right in product(ruling.left, ruling.right):
            clusters.forbid(left, right, ruling.decision.id)
    leavers = _leavers(parted, by_chain)
    for ruling in parted:
        own = [chain_id for chain_id in ruling.right if chain_id in leavers]
        for chain_id in own[1:]:
            clusters.link(Link(own[0], chain_id, 1.0, f"{ruling.decision.by} put them apart from others of the name"))
    for ruling in rulings:
        if ruling.decision.act is Act.SAME:
            _join(ruling, clusters)
    chains_of: defaultdict[Key, list[str]] = defaultdict(list)
    for chain_id, key in by_chain.items():
        chains_of[key].append(chain_id)
    for key in sorted(chains_of):
        chain_ids = sorted(chains_of[key])
        clusters.hang(key, chain_ids if not leavers else sorted(chain_ids, key=leavers.__contains__))
    return clusters


def _join(ruling: Ruling, clusters: Clusters) -> None:
    chains = sorted({chain_id for side in ruling.sides for chain_id in side})
    for chain_id in chains[1:]:
        if not clusters.link(Link(chains[0], chain_id, 1.0, f"{ruling.decision.by} says so")):
            because = clusters.forbidden_by(chains[0], chain_id)
            clusters.unmet.add(Unmet(ruling.decision.id, because or ""))
