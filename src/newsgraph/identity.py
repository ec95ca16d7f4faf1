"""People's decisions on who is who: made, tried out, kept, taken back, and shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from newsgraph import ids
from newsgraph.config import Config
from newsgraph.errors import NewsgraphError, NotFoundError
from newsgraph.graph.anchors import local_id, part_side, read_side
from newsgraph.graph.find import find_entity
from newsgraph.graph.propositions import entities_of_articles
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.world_checks import read_entity_types
from newsgraph.model import Act, Decision, EntityType, Resolution, Side
from newsgraph.pipeline import Progress, no_progress, refresh_graph, resolve_workspace
from newsgraph.workspace import Workspace

_ENTITIES = "SELECT ?entity ?name ?articles { ?entity skos:prefLabel ?name ; ng:articleCount ?articles }"


class DecisionError(NewsgraphError):
    """A decision that contradicts another, or that is about nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Shown:
    """An entity as a preview shows it, with the number of its articles."""

    id: str
    name: str
    type: str
    articles: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What decisions would change: entities that go, that come, and that change (as they were, as they would be).

    ``resolution`` is who is who under them, if the workspace is still in ``state``.
    """

    gone: tuple[Shown, ...]
    new: tuple[Shown, ...]
    changed: tuple[tuple[Shown, Shown], ...]
    resolution: Resolution
    state: str


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why."""

    by: str
    reason: str = ""

    def decide(self, act: Act, *sides: Side, value: str = "") -> Decision:
        """The decision, as of now."""
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        return with_id(Decision("", act, sides, self.by, at, self.reason, value))


def with_id(decision: Decision) -> Decision:
    """The decision under the id that its content gives it."""
    content = msgspec.json.encode(replace(decision, id="")).decode()
    return replace(decision, id=ids.digest("decision", content, length=10))


def merge(store: GraphStore, left: str, right: str, author: Author) -> Decision:
    """«These two are one»; names, ids or IRIs.

    Raises:
        NotFoundError: when a name means no entity, or several.
        DecisionError: when both are one already, or one has no mention to hold on to.
    """
    return author.decide(Act.SAME, *_two_sides(store, left, right))


def tell_apart(store: GraphStore, left: str, right: str, author: Author) -> Decision:
    """«These two are not one»; arguments and errors as for ``merge``."""
    return author.decide(Act.DIFFERENT, *_two_sides(store, left, right))


def settle(store: GraphStore, left: str, right: str, *, same: bool, author: Author) -> Decision:
    """«These two are one» or «are not one», as a reviewer says; errors as for ``merge``."""
    return (merge if same else tell_apart)(store, left, right, author)


def split(
    store: GraphStore, name: str, author: Author, *, articles: Sequence[str], mentions: Sequence[str]
) -> Decision:
    """«What stands in these articles, and these mentions, is another»; ids of articles and mentions.

    Raises:
        NotFoundError: when a name means no entity, or several, or something chosen is no part of it.
        DecisionError: when nothing would be left.
    """
    stays, chosen, strange = part_side(store, find_entity(store, name), articles, mentions)
    if strange:
        raise NotFoundError(f"{', '.join(strange)}: no mention of {stays.name}; `newsgraph show` gives its articles")
    if not stays.anchors:
        raise DecisionError(f"{stays.name}: nothing would be left of it; use `rename` to give all of it another name")
    return author.decide(Act.DIFFERENT, stays, chosen)


def rename(store: GraphStore, name: str, new_name: str, author: Author) -> Decision:
    """«It is called otherwise».

    Raises:
        NotFoundError: when a name means no entity, or several.
        DecisionError: when it has no mention to hold on to.
    """
    return author.decide(Act.RENAME, _side(store, name), value=new_name)


def retype(store: GraphStore, name: str, new_type: EntityType, author: Author) -> Decision:
    """«It is of another type»; errors as for ``rename``."""
    return author.decide(Act.RETYPE, _side(store, name), value=new_type.value)


def undo(decisions: Iterable[Decision], decision_id: str, author: Author) -> Decision:
    """«That decision shall not count»; undoing an undoing brings it back.

    Raises:
        NotFoundError: when no decision, or more than one, begins with this id.
    """
    found = [decision for decision in decisions if decision.id.startswith(decision_id)]
    if len(found) != 1:
        what = "no decision" if not found else f"{len(found)} decisions"
        raise NotFoundError(f"{decision_id}: {what} of this id; `newsgraph decisions` lists them")
    return author.decide(Act.UNDO, *found[0].sides, value=found[0].id)


def _side(store: GraphStore, name: str) -> Side:
    side = read_side(store, find_entity(store, name))
    if not side.anchors:
        raise DecisionError(f"{name}: no article mentions it, so that a decision has nothing to hold on to")
    return side


def _two_sides(store: GraphStore, left: str, right: str) -> tuple[Side, Side]:
    sides = _side(store, left), _side(store, right)
    if sides[0].entity_id == sides[1].entity_id:
        raise DecisionError(f"{left} and {right} are one entity already: {sides[0].name}")
    return sides


def try_out(workspace: Workspace, config: Config, store: GraphStore, new: Sequence[Decision]) -> Preview:
    """What some decisions would change, beside those that are kept.

    Raises:
        DecisionError: when one of them contradicts another.
    """
    state = workspace.state()  # before anything is read: what changes meanwhile makes it another
    decisions = [*workspace.decisions(), *new]
    resolution = resolve_workspace(workspace, config, decisions)
    by_id, made = {decision.id: decision for decision in decisions}, {decision.id for decision in new}
    for unmet in resolution.unmet:
        if made & {unmet.decision_id, unmet.because_id}:
            one, other = in_words(by_id[unmet.decision_id]), in_words(by_id[unmet.because_id])
            raise DecisionError(f"«{one}» contradicts «{other}»: undo one of the two first")
    return _compare(store, workspace, resolution, state)


def _compare(store: GraphStore, workspace: Workspace, resolution: Resolution, state: str) -> Preview:
    types = read_entity_types(store)
    shown = [
        Shown(local_id(row["entity"]), row["name"], types[row["entity"]].value, int(row["articles"]))
        for row in rows_of(store.query(_ENTITIES))
    ]
    before = {entity.id: entity for entity in shown}
    counts = _count_articles(workspace, resolution)
    after = {e.id: Shown(e.id, e.name, e.type.value, counts[e.id]) for e in resolution.entities}
    both = sorted(before.keys() & after.keys())
    return Preview(
        gone=tuple(before[entity] for entity in sorted(before.keys() - after.keys())),
        new=tuple(after[entity] for entity in sorted(after.keys() - before.keys())),
        changed=tuple((before[entity], after[entity]) for entity in both if before[entity] != after[entity]),
        resolution=resolution,
        state=state,
    )


def _count_articles(workspace: Workspace, resolution: Resolution) -> Counter[str]:
    return Counter(
        entity
        for _, entities in entities_of_articles(workspace.footprints(), resolution)
        for entity in set(entities) - {""}
    )


def keep(
    workspace: Workspace, config: Config, new: Sequence[Decision], preview: Preview, progress: Progress = no_progress
) -> None:
    """Keep decisions and bring the graph up to date with them; ``preview`` is of the same decisions.

    Raises:
        WorkspaceError: when another run is writing, or the disk refuses.
    """
    with workspace.writing():
        with workspace.transaction():
            resolution = preview.resolution if workspace.state() == preview.state else None
            for decision in new:
                workspace.put_decision(decision)
        refresh_graph(workspace, config, progress, resolution)


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Decisions as JSON lines, to share."""
    return "".join(f"{msgspec.json.encode(decision).decode()}\n" for decision in decisions)


def read_decisions(path: Path) -> list[Decision]:
    """Decisions of a file of JSON lines.

    Raises:
        DecisionError: when a line is no decision, or its id is not that of its content.
    """
    decisions = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            decision = msgspec.json.decode(line, type=Decision)
        except msgspec.DecodeError as error:
            raise DecisionError(f"{path}:{number}: no decision: {error}") from error
        if with_id(decision) != decision:
            raise DecisionError(f"{path}:{number}: decision {decision.id} was changed after it was made")
        decisions.append(decision)
    return decisions


def in_words(decision: Decision) -> str:
    """«3fa1c2 (ana, 2026-01-02): Mike Rogers is not Mike Rogers»."""
    names = [side.name for side in decision.sides]
    said = {
        Act.SAME: " is ".join(names),
        Act.DIFFERENT: " is not ".join(names),
        Act.RENAME: f"{' '.join(names)} is called {decision.value}",
        Act.RETYPE: f"{' '.join(names)} is of type {decision.value}",
        Act.UNDO: f"decision {decision.value} does not count",
    }
    return f"{decision.id} ({decision.by}, {decision.at[:10]}): {said[decision.act]}"
