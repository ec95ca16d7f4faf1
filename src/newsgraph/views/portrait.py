"""An entity on one page: what it is called and why, the posts it held, with whom it is tied."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from newsgraph.answers.lookup import value_of
from newsgraph.answers.told import Told, read_told
from newsgraph.graph.card import Identity, read_identity
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, SCHEMA
from newsgraph.model import EntityType
from newsgraph.views.atlas import Atlas
from newsgraph.views.picture import Shape, shape_of

MOST_POSTS = 60


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds or held, and what shows it."""

    name: str
    told: Told


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity; ``posts`` by their days, ``latitude`` and ``longitude`` in degrees, empty where not known."""

    shape: Shape
    mentions: int
    identity: Identity
    posts: tuple[Post, ...]
    latitude: str
    longitude: str


def read_portrait(store: GraphStore, atlas: Atlas, number: int) -> Portrait:
    """The portrait of an entity, by its number."""
    shape = shape_of(atlas, number)
    node = NamedNode(shape.iri)
    return Portrait(
        shape=shape,
        mentions=int(value_of(store, node, NG.mentionCount)),
        identity=read_identity(store, shape.iri),
        posts=_posts(store, atlas, number),
        latitude=value_of(store, node, SCHEMA.latitude),
        longitude=value_of(store, node, SCHEMA.longitude),
    )


def _posts(store: GraphStore, atlas: Atlas, number: int) -> tuple[Post, ...]:
    names = {
        told.iri: atlas.nodes[edge.beyond(number)].label
        for edge in atlas.ties_of.get(number, ())
        for told in edge.told
        if EntityType.POSITION.value in (atlas.nodes[edge.one].type, atlas.nodes[edge.other].type)
    }
    told = read_told(store, list(names)[:MOST_POSTS])
    posts = [Post(names[iri], each) for iri, each in told.items()]
    return tuple(sorted(posts, key=lambda post: (post.told.first or "9", post.name, post.told.iri)))
