"""Which entity a name means, and the nearest names where it means none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from newsgraph.errors import NotFoundError
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import string
from newsgraph.graph.vocabulary import NG
from newsgraph.spelling import lookup_key

# Below this a name is no suggestion: «Kushnar» finds «Kushner», «Trump» does not find «Trudeau».
NEAR = 70
MOST_CHOICES = 8
# Of several bearers of a name one is meant without asking when so many times as many articles speak of him.
FAR_MORE = 10
MOST_SUGGESTIONS = 3
IRI_STARTS = ("http://", "https://", "urn:")

_NAMED = """
SELECT ?entity ?label ?articles ?class $key {
    ?entity ng:nameKey $key ; skos:prefLabel ?label ; ng:articleCount ?articles ; a ?class
} ORDER BY DESC(?articles) ?entity ?class"""

_REPLACED = "SELECT ?entity $gone { $gone dcterms:isReplacedBy ?entity }"
_ALL_NAMES = "SELECT DISTINCT ?name { ?entity skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that has a name; ``type`` is the most specific kind."""

    iri: str
    label: str
    type: str
    articles: int

    def __str__(self) -> str:
        """«John Smith · Person · 1 article · https://…»."""
        return f"{self.label} · {self.type} · {self.articles} article{'s' * (self.articles != 1)} · {self.iri}"


def find_entity(store: GraphStore, name: str) -> str:
    """The IRI of the entity with this name, or alias, whatever its case; of what has come of it, if it was merged.

    Of several the one that is plainly meant: it alone is shown under the name, or ten times as many articles speak of
    it as of all others.

    Raises:
        NotFoundError: when there is none (the nearest names are told), or several (they are listed).
    """
    if name.startswith(IRI_STARTS):
        now = rows_of(store.query(_REPLACED, substitutions={"gone": NamedNode(name)}))
        return now[0]["entity"] if now else name
    found = entities_named(store, name)
    if len(found) == 1 or (found and _is_plainly_meant(found, name)):
        return found[0].iri
    if not found:
        raise NotFoundError(f"{name}: no entity of this name{_suggestion(store, name)}")
    lines = [f"  {each}" for each in found[:MOST_CHOICES]]
    left = [f"  and {len(found) - MOST_CHOICES} more"] if len(found) > MOST_CHOICES else []
    head = f"{name}: {len(found)} entities have this name; give the IRI of one:"
    raise NotFoundError("\n".join([head, *lines, *left]))


def entities_named(store: GraphStore, name: str) -> list[Named]:
    """What has this name or alias, whatever its case; what stands in most articles first."""
    return named_of(rows_of(store.query(_NAMED, substitutions={"key": string(lookup_key(name))})))


def named_of(rows: Iterable[Mapping[str, str]]) -> list[Named]:
    """The entities of rows with ``entity``, ``label``, ``class``, ``articles``: one each, of its narrowest class."""
    found: dict[str, Named] = {}
    for row in rows:
        if row["entity"] not in found or row["class"].startswith(NG.iri):
            found[row["entity"]] = Named(row["entity"], row["label"], local_name(row["class"]), int(row["articles"]))
    return list(found.values())


def _is_plainly_meant(found: list[Named], name: str) -> bool:
    """Whether the one in most articles alone is shown under the name, or stands in far more than all others."""
    shown = [each for each in found if lookup_key(each.label) == lookup_key(name)]
    return shown == found[:1] or found[0].articles >= FAR_MORE * sum(each.articles for each in found[1:])


def _suggestion(store: GraphStore, name: str) -> str:
    names = [row["name"] for row in rows_of(store.query(_ALL_NAMES))]
    words = set(name.lower().split())
    longer = [known for known in names if words and words <= set(known.lower().split())]
    alike = process.extract(name, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=NEAR)
    near = list(dict.fromkeys([*longer, *(match[0] for match in alike)]))[:MOST_SUGGESTIONS]
    return f"; did you mean {', '.join(map(repr, near))}?" if near else ""
