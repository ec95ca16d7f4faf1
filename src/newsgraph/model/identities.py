"""Who is who: people's decisions, entities, and why they are what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from newsgraph.model.articles import EntityType, Span
from newsgraph.model.extractions import Role


class Act(StrEnum):
    """What a person decided about identity."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"
    RETYPE = "retype"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A mention by which a decision finds its chain again, also in another reading of the article.

    ``alone``: the decision is about this mention by itself, not about the chain it stands in.
    """

    article_id: str
    span: Span
    surface: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One thing that a person spoke of: the id and the name of the entity at that time, and mentions of it."""

    entity_id: str
    name: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about one entity or two; kept for ever.

    ``at`` is an ISO time. ``value`` is the new name, the new type, or the id of the decision that is undone.
    """

    id: str
    act: Act
    sides: tuple[Side, ...]
    by: str
    at: str
    reason: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing in the world: the chains held to be one, under one name."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    chain_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """Why a name belongs to an entity: how sure (0 to 1), the reason, and in how many articles."""

    entity_id: str
    name: str
    score: float
    reason: str
    articles: int


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one: how likely (0 to 1), and why; the lower id is ``left``."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Unmet:
    """A decision that could not be carried out, and the one that it contradicts; ids."""

    decision_id: str
    because_id: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What several articles tell as one event: its participants are entity ids, its days ISO dates, both inclusive."""

    id: str
    type: str
    participants: tuple[tuple[Role, str], ...]
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A known thing that an entity may be: how likely (0 to 1), and whether it is held to be it.

    ``latitude`` and ``longitude`` are degrees, ``wikidata`` a Q number; what is not known is empty.
    """

    entity_id: str
    entry_id: str
    name: str
    score: float
    chosen: bool
    about: str = ""
    wikidata: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities, and which entity each chain, outlet and author is.

    ``outlets`` maps the outlet's name as articles give it, ``authors`` (author, outlet), to an entity id.
    ``by_mention`` has the mentions that people took out of their chains. ``replaced`` maps the ids of entities that
    people merged to what has come of them. ``happenings`` has the events that others tell too, by event id.
    ``candidates`` are things of the knowledge base of version ``kb_version``.
    """

    entities: tuple[Entity, ...]
    by_chain: dict[str, str]
    outlets: dict[str, str]
    authors: dict[tuple[str, str], str]
    by_mention: dict[str, str] = field(default_factory=dict)
    namings: tuple[Naming, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)
    happenings: dict[str, Happening] = field(default_factory=dict)
    kb_version: str = ""
