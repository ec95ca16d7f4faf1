"""Extractions and identities become quads: one named graph an article, and the default graph for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode, Quad

from newsgraph import ids
from newsgraph.graph.article_layer import article_graph
from newsgraph.graph.propositions import day_or_none, entity_types, read_propositions
from newsgraph.graph.tally import Mentioned, Proposition, Record, Tally
from newsgraph.graph.tenures import Tenures
from newsgraph.graph.terms import Mint
from newsgraph.graph.world_layer import (
    Identity,
    article_metadata,
    entity_quads,
    identity_quads,
    identity_subjects,
    origin_quads,
    proposition_quads,
)
from newsgraph.model import Article, Candidate, Entity, EntityType, Extraction, Resolution

# Bumped when the same articles and identities give other quads: graphs are then made anew.
LAYOUT = "4"


@dataclass(frozen=True)
class Corpus:
    """What a graph is made from. ``article`` and ``extraction`` give those of an id, ``text`` the text alone.

    ``origins`` names the origin group of each article id; an article that it does not name is its own.
    """

    article: Callable[[str], Article]
    extraction: Callable[[str], Extraction]
    text: Callable[[str], str]
    resolution: Resolution
    origins: Mapping[str, str]
    base: str = ids.DEFAULT_BASE

    @property
    def mint(self) -> Mint:
        """What makes the IRIs."""
        return Mint(self.base)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.resolution.entities}

    @cached_property
    def types(self) -> dict[str, EntityType]:
        """The type of each entity."""
        return entity_types(self.resolution)

    @cached_property
    def known(self) -> dict[str, Candidate]:
        """The known thing that an entity is held to be."""
        return {candidate.entity_id: candidate for candidate in self.resolution.candidates if candidate.chosen}

    @cached_property
    def tenures(self) -> Tenures:
        """Which posts are known to have ended."""
        return Tenures(self.known, self.resolution.entities)

    @cached_property
    def identity(self) -> dict[NamedNode, Identity]:
        """What is said of the identity of entities, by the node that stands for it."""
        return dict(identity_subjects(self.resolution, self.mint))

    def article_quads(self, article_id: str, tally: Tally, view: bytes = b"") -> Iterator[Quad]:
        """One article: its metadata, and the graph of what it says; the tally takes it in."""
        article, extraction = self.article(article_id), self.extraction(article_id)
        found = read_propositions(extraction, self.resolution, self.types, self.tenures, day_or_none(article.date))
        origin = self.origins.get(article_id, article_id)
        outlet = self.resolution.outlets.get(article.outlet or "")
        tally.add(article, extraction, found, origin, outlet=outlet, view=view)
        yield from article_metadata(
            article, extraction, self.resolution, origin, found.entity_of.values(), mint=self.mint
        )
        yield from article_graph(article, extraction, self.resolution, found, mint=self.mint)

    def entity_quads(self, entity_ids: Iterable[str], mentioned: Mapping[str, Mentioned]) -> Iterator[Quad]:
        """Some entities; ``mentioned`` says how much is said of those that are mentioned."""
        for entity_id in entity_ids:
            known, counts = self.known.get(entity_id), mentioned.get(entity_id, Mentioned())
            yield from entity_quads(self.entities[entity_id], known, counts, mint=self.mint)

    def proposition_quads(self, proposition: Proposition, record: Record) -> Iterator[Quad]:
        """A statement or an event with all that is said of it."""
        yield from proposition_quads(proposition, record, self._evidence(record), self.entities, mint=self.mint)

    def _evidence(self, record: Record) -> str:
        """The best sentence, on one line."""
        if record.best is None:
            return ""
        span = record.best.evidence
        return " ".join(self.text(record.best.article_id)[span.start : span.end].split())

    def identity_quads(self, subjects: Iterable[NamedNode]) -> Iterator[Quad]:
        """What is said of the identity of entities, of some nodes."""
        for subject in subjects:
            yield from identity_quads(subject, self.identity[subject], self.resolution.kb_version, mint=self.mint)


def graph_quads(corpus: Corpus, views: Mapping[str, bytes], tally: Tally) -> Iterator[Quad]:
    """The whole graph, both layers, into an empty tally; ``views`` are the fingerprints of the articles by id.

    Each article is read once and not kept.
    """
    for article_id, view in sorted(views.items()):
        yield from corpus.article_quads(article_id, tally, view)
    yield from corpus.entity_quads(corpus.entities, tally.mentioned())
    for proposition, record in tally.propositions():
        yield from corpus.proposition_quads(proposition, record)
    for origin, articles in tally.origins():
        yield from origin_quads(origin, articles, mint=corpus.mint)
    yield from corpus.identity_quads(corpus.identity)
