"""What one article says, in terms of entities: its relations as statements, its events with participants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from newsgraph import ids
from newsgraph.errors import NewsgraphError
from newsgraph.graph.relation_types import RELATIONS, fits
from newsgraph.graph.tenures import Tenures
from newsgraph.model import EntityType, Event, Extraction, Footprint, Relation, Resolution, Role, Skipped, Span

# Two articles that tell of the same kind of event, with the same participants, within the same stretch of
# at most this many days, tell of one event. Longer, or undated: each article keeps its own.
SAME_EVENT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Statement:
    """«subject predicate object» between entity ids, whoever says it."""

    id: str
    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event between entity ids; ``begin`` and ``end`` are ISO dates, both inclusive."""

    id: str
    type: str
    participants: tuple[tuple[Role, str], ...]
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Propositions:
    """The relations and events of one article that hold between entities, and what was left out and why."""

    entity_of: dict[str, str]
    statements: tuple[tuple[Relation, Statement], ...]
    occurrences: tuple[tuple[Event, Occurrence], ...]
    left_out: tuple[Skipped, ...]


def entity_types(resolution: Resolution) -> dict[str, EntityType]:
    """The type of each entity, by its id."""
    return {entity.id: entity.type for entity in resolution.entities}


def read_propositions(
    extraction: Extraction,
    resolution: Resolution,
    types: Mapping[str, EntityType],
    tenures: Tenures | None = None,
    day: str | None = None,
) -> Propositions:
    """What the article says about entities; posts that ``tenures`` know to have ended before its ISO day are former.

    A relation of a thing to itself, or between things that it cannot hold between (a company that is a
    spouse), is left out; so is an event of which neither participant, place nor time is known.
    """
    entity_of = entities_by_mention(extraction, resolution)
    statements, occurrences, left_out = [], [], []
    for relation in extraction.relations:
        found = _statement(relation, entity_of, types)
        if isinstance(found, Statement):
            is_over = tenures is not None and tenures.is_over(found.subject, found.predicate, found.object, day)
            statements.append((replace(relation, former=True) if is_over else relation, found))
        else:
            left_out.append(_skipped(extraction, relation.evidence, f"{relation.predicate}: {found}"))
    dates = {time.id: (time.begin, time.end) for time in extraction.times}
    for event in extraction.events:
        begin, end = dates.get(event.time_id or "", (None, None))
        shared = resolution.happenings.get(event.id)
        if shared is not None:
            happened = Occurrence(shared.id, shared.type, shared.participants, shared.begin, shared.end)
        else:
            happened = _occurrence(event, entity_of, day_or_none(begin), day_or_none(end))
        if happened.participants or happened.begin or happened.end:
            occurrences.append((event, happened))
        else:
            reason = f"{event.type}: neither participant, place nor time is known"
            left_out.append(_skipped(extraction, event.evidence, reason))
    return Propositions(entity_of, tuple(statements), tuple(occurrences), tuple(left_out))


def relations_left_out(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[Skipped]:
    """The relations and events that do not reach the graph, each with its place and its reason."""
    types = entity_types(resolution)
    for extraction in extractions:
        yield from read_propositions(extraction, resolution, types).left_out


def entities_by_mention(extraction: Extraction, resolution: Resolution) -> dict[str, str]:
    """The entity id of each mention that stands in a chain; the others refer to nothing we know."""
    return {
        mention_id: resolution.by_mention.get(mention_id) or resolution.by_chain[chain.id]
        for chain in extraction.chains
        if chain.id in resolution.by_chain
        for mention_id in chain.mention_ids
    }


def entities_of_articles(
    footprints: Iterable[Footprint], resolution: Resolution
) -> Iterator[tuple[Footprint, list[str]]]:
    """Each article with the entity ids of its chains in their order, then of the mentions that people took out of them.

    An empty id stands for a chain that refers to nothing we know.
    """
    put_apart: defaultdict[str, list[str]] = defaultdict(list)
    for mention_id, entity in resolution.by_mention.items():
        put_apart[mention_id.partition("#")[0]].append(entity)
    for article in footprints:
        of_chains = [resolution.by_chain.get(chain_id, "") for chain_id in article.chain_ids]
        yield article, of_chains + put_apart.get(article.id, [])


def day_or_none(value: str | None) -> str | None:
    """The ISO day that a text begins with («2017-05-30T10:00Z» -> «2017-05-30»), when it is a real one."""
    try:
        return date.fromisoformat((value or "")[:10]).isoformat()
    except ValueError:
        return None


def _skipped(extraction: Extraction, evidence: Span, reason: str) -> Skipped:
    return Skipped(ids.mint_mention(extraction.article_id, evidence), "graph", reason)


def _statement(relation: Relation, entity_of: Mapping[str, str], types: Mapping[str, EntityType]) -> Statement | str:
    """The statement, or the reason why there is none."""
    kind = RELATIONS.get(relation.predicate)
    if kind is None:
        raise NewsgraphError(f"the ontology has no relation {relation.predicate!r}: add it, or fix the rule")
    subject, target = entity_of.get(relation.subject_id), entity_of.get(relation.object_id)
    if subject is None or target is None:
        return "an end of the relation refers to nothing known"
    if subject == target:
        return "both ends are the same"
    if not fits(types[subject], kind.domain):
        return f"the subject cannot be of type {types[subject]}"
    if not fits(types[target], kind.range):
        return f"the object cannot be of type {types[target]}"
    if kind.symmetric:
        subject, target = sorted((subject, target))
    statement_id = ids.mint_statement(subject, relation.predicate, target)
    return Statement(statement_id, subject, relation.predicate, target)


def _occurrence(event: Event, entity_of: Mapping[str, str], begin: str | None, end: str | None) -> Occurrence:
    participants = tuple(
        sorted({(a.role, entity_of[a.mention_id]) for a in event.arguments if a.mention_id in entity_of})
    )
    event_id = event.id
    actors = {entity for role, entity in participants if role is not Role.PLACE}
    if begin and end and len(actors) > 1 and _days(begin, end) <= SAME_EVENT_DAYS:
        flat = [part for participant in participants for part in participant]
        event_id = ids.digest("occurrence", event.type, begin, end, *flat, length=16)
    return Occurrence(event_id, event.type, participants, begin, end)


def _days(begin: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days + 1
