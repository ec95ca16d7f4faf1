"""From the graph that was to the graph that is: only what has changed is taken out and put in.

The result is that of making the whole graph anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec
from pyoxigraph import DefaultGraph, NamedNode, Quad

from newsgraph.graph.anchors import local_id
from newsgraph.graph.mapping import LAYOUT, Corpus, graph_quads
from newsgraph.graph.propositions import Statement, entities_of_articles
from newsgraph.graph.store import Change, GraphStore
from newsgraph.graph.tally import Tally
from newsgraph.graph.vocabulary import NG, NGR
from newsgraph.graph.world_layer import origin_quads, plain_triples
from newsgraph.model import Footprint

STATE = "state"
FORMER = "described"
COUNTS = "counts"
# When more than this share of the articles has changed, the whole graph is made anew: that is faster.
MOST_CHANGED = 0.2
VIEW_BYTES = 12


def write_graph(
    store: GraphStore, tally: Tally, corpus: Corpus, footprints: Iterable[Footprint], state: str
) -> Change | None:
    """Bring the store and its tally up to date; ``state`` names what the graph is made from.

    Returns what was changed; ``None`` when the whole graph was made anew.

    Raises:
        WorkspaceError: when another run is writing the graph, or the disk refuses.
    """
    views = view_articles(footprints, corpus)
    described = dict(_described(corpus))
    with tally.transaction():
        belongs = store.state and tally.note(STATE) == store.state.encode()
        former = tally.views() if belongs else {}
        changed = sorted(article_id for article_id, view in views.items() if former.get(article_id) != view)
        gone = sorted(former.keys() - views.keys())
        if not former or len(changed) + len(gone) > MOST_CHANGED * len(former):
            tally.clear()
            store.replace_all(graph_quads(corpus, views, tally), state)
            quads, change = len(store), None
        else:
            replaced = _Replaced(store, tally, corpus)
            replaced.articles(changed, gone, views)
            was = msgspec.msgpack.decode(tally.note(FORMER) or b"", type=dict[str, bytes])
            replaced.world({iri for iri in was.keys() | described.keys() if was.get(iri) != described.get(iri)})
            change = Change(replaced.removed - replaced.added, replaced.added - replaced.removed)
            store.change(change, state)
            quads = noted_counts(tally)["quads"] - len(change.removed) + len(change.added)
        tally.put_note(STATE, state.encode())
        tally.put_note(FORMER, msgspec.msgpack.encode(described))
        counts = tally.counts() | {"entities": len(corpus.entities), "quads": quads}
        tally.put_note(COUNTS, msgspec.msgpack.encode(counts))
    return change


def noted_counts(tally: Tally) -> dict[str, int]:
    """How many articles, mentions, entities, statements, claims, events and quads there are; empty: no graph yet."""
    return msgspec.msgpack.decode(tally.note(COUNTS) or b"\x80", type=dict[str, int])


def _fingerprint(*parts: object) -> bytes:
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=VIEW_BYTES).digest()


def view_articles(footprints: Iterable[Footprint], corpus: Corpus) -> dict[str, bytes]:
    """A fingerprint of each article's graph: of all that it is made from."""
    resolution, types = corpus.resolution, corpus.types
    views: dict[str, bytes] = {}
    for article, entities in entities_of_articles(footprints, resolution):
        views[article.id] = _fingerprint(
            LAYOUT,
            corpus.base,
            article.version,
            corpus.origins.get(article.id, article.id),
            resolution.outlets.get(article.outlet or ""),
            *[resolution.authors.get((author, article.outlet or "")) for author in article.authors],
            *entities,
            *[types[entity] for entity in entities if entity],
            *corpus.tenures.told_by(entities),
            *[happening for event in article.event_ids if (happening := resolution.happenings.get(event))],
        )
    return views


def _described(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """A fingerprint of what is said of each entity, and of its identity, by IRI."""
    mint = corpus.mint
    for entity in corpus.resolution.entities:
        known = corpus.known.get(entity.id)
        yield mint.entity(entity.id).value, _fingerprint(entity.name, entity.type, *entity.aliases, known)
    for subject, value in corpus.identity.items():
        yield subject.value, _fingerprint(value, corpus.resolution.kb_version)


class _Replaced:
    """The quads that go and those that come in their place."""

    def __init__(self, store: GraphStore, tally: Tally, corpus: Corpus) -> None:
        self.removed: set[Quad] = set()
        self.added: set[Quad] = set()
        self._store, self._tally, self._corpus = store, tally, corpus
        self._mint = corpus.mint

    def articles(self, changed: Iterable[str], gone: Iterable[str], views: Mapping[str, bytes]) -> None:
        """Articles as they were, and as they are."""
        changed = list(changed)
        for article_id in (*changed, *gone):
            article = self._mint.article(article_id)
            self.removed.update(self._store.quads(graph=article))
            self._remove_subject(article)
            self._tally.drop(article_id)
        for article_id in changed:
            self.added.update(self._corpus.article_quads(article_id, self._tally, views[article_id]))

    def world(self, described: Collection[str]) -> None:
        """What the articles touched, and what is described otherwise than it was."""
        own = self._mint.entity("").value
        renamed = {local_id(iri) for iri in described if iri.startswith(own)}
        identity = {NamedNode(iri) for iri in described}
        self._entities(self._tally.touched.entities | renamed)
        self._propositions(self._tally.touched.propositions | self._told_of(renamed))
        for origin in self._tally.touched.origins:
            self._remove_subject(self._mint.origin(origin))
        for origin, articles in self._tally.origins(self._tally.touched.origins):
            self.added.update(origin_quads(origin, articles, mint=self._mint))
        for subject in identity:
            self._remove_subject(subject)
        self.added.update(self._corpus.identity_quads(identity & self._corpus.identity.keys()))

    def _entities(self, touched: set[str]) -> None:
        for entity_id in touched:
            self._remove_subject(self._mint.entity(entity_id))
        living = sorted(touched & self._corpus.entities.keys())
        self.added.update(self._corpus.entity_quads(living, self._tally.mentioned(living)))

    def _told_of(self, entities: Iterable[str]) -> set[str]:
        """The statements and events that entities take part in: their labels hold the names."""
        return {
            local_id(str(quad.subject)[1:-1])
            for entity_id in entities
            for quad in self._store.quads(None, NG.involves, self._mint.entity(entity_id), DefaultGraph())
        }

    def _propositions(self, touched: set[str]) -> None:
        for proposition in self._tally.known(touched):
            if isinstance(proposition, Statement):
                self._remove_subject(self._mint.statement(proposition.id))
                plain = plain_triples(proposition, self._mint)
                self.removed.update(quad for quad in plain if self._store.holds(quad))
            else:
                self._remove_subject(self._mint.event(proposition.id))
        for proposition, record in self._tally.propositions(touched):
            self.added.update(self._corpus.proposition_quads(proposition, record))
        self._tally.forget_untold(touched)

    def _remove_subject(self, subject: NamedNode) -> None:
        """What the default graph says of a node, but for plain triples, which statements bring."""
        self.removed.update(
            quad
            for quad in self._store.quads(subject, None, None, DefaultGraph())
            if not quad.predicate.value.startswith(NGR.iri)
        )
