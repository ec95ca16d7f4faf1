"""The labels of others in our words; ``mapping.toml`` holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from newsgraph.graph.relation_types import RELATIONS
from newsgraph.model import EntityType

# Whose relations ``mapping.toml`` has.
MAKERS = ("dwie", "conll04", "knowledgenet")


@dataclass(frozen=True, slots=True)
class RelationScheme:
    """The relations of one maker of data: ``names`` in our words, what is ``also`` said, what means ``same``.

    ``not_of_adjectives`` they never say of a place that stands there by its adjective only.
    """

    names: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    same: frozenset[str]
    not_of_adjectives: frozenset[str] = frozenset()

    def ours(self, theirs: str) -> tuple[str, bool] | None:
        """Our relation, and whether its ends change places; ``None`` when we have none."""
        name = self.names.get(theirs) or self.names.get(theirs.removesuffix("-x"))
        return None if name is None else (name.removeprefix("^"), name.startswith("^"))

    @property
    def counted(self) -> frozenset[str]:
        """Our relations that this maker's data can say something about."""
        return frozenset(name.removeprefix("^") for name in self.names.values())

    def said(self, ours: str) -> frozenset[str]:
        """All relations that a statement of ours amounts to, among those that count."""
        return self.counted & {ours, *self.also.get(ours, ())}


@cache
def _mapping() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("mapping.toml").read_text(encoding="utf-8"))


def name_type(label: str | EntityType | None) -> str | None:
    """«PER», «ORG» or «LOC» for a label of theirs or of ours; ``None`` for all else."""
    kind: str | None = _mapping()["names"].get((label or "").lower())
    return kind


@cache
def relation_scheme(maker: str) -> RelationScheme:
    """The relations of a maker: «dwie»; those of the neutral form, which are ours, for the empty name."""
    if not maker:
        return RelationScheme({name: name for name in RELATIONS}, {}, frozenset())
    table = _mapping()[maker]
    also = {name: tuple(broader) for name, broader in table["also"].items()}
    return RelationScheme(
        table["relations"], also, frozenset(table.get("same", ())), frozenset(table.get("not_of_adjectives", ()))
    )
