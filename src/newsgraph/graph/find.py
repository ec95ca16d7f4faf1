"""Which entity a name means, and the nearest names where it means none."""

from __future__ import annotations

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from newsgraph.errors import NotFoundError
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import string

# Below this a name is no suggestion: «Kushnar» finds «Kushner», «Trump» does not find «Trudeau».
NEAR = 70
MOST_CHOICES = 8
MOST_SUGGESTIONS = 3

_NAMES = """
SELECT ?entity ?label ?name ?shown ?articles ?class $wanted {
    ?entity skos:prefLabel ?label ; ng:articleCount ?articles ; a ?class
    { ?entity skos:prefLabel ?name BIND(true AS ?shown) } UNION { ?entity skos:altLabel ?name BIND(false AS ?shown) }
    FILTER(LCASE(STR(?name)) = LCASE($wanted))
} ORDER BY DESC(?articles) ?entity ?class"""

_REPLACED = "SELECT ?entity $gone { $gone dcterms:isReplacedBy ?entity }"


def find_entity(store: GraphStore, name: str) -> str:
    """The IRI of the entity with this name, or alias, whatever its case; of what has come of it, if it was merged.

    Raises:
        NotFoundError: when there is none (the nearest names are told), or several (they are listed).
    """
    if name.startswith(("http://", "https://", "urn:")):
        now = rows_of(store.query(_REPLACED, substitutions={"gone": NamedNode(name)}))
        return now[0]["entity"] if now else name
    rows = entities_named(store, name)
    shown = {row["entity"] for row in rows if row["shown"] == "true"}
    found = shown if len(shown) == 1 else {row["entity"] for row in rows}
    if len(found) == 1:
        return found.pop()
    choices = list(dict.fromkeys((row["entity"], row["label"], row["articles"]) for row in rows))
    lines = "; ".join(f"{label} ({articles} articles) <{iri}>" for iri, label, articles in choices[:MOST_CHOICES])
    raise NotFoundError(f"{name}: {len(choices)} entities have this name; give the IRI of one: {lines}")


def entities_named(store: GraphStore, name: str) -> list[dict[str, str]]:
    """What has this name or alias, whatever its case: ``entity``, ``label``, ``shown`` (no alias), ``articles``.

    Raises:
        NotFoundError: when there is none; the nearest names are told.
    """
    rows = rows_of(store.query(_NAMES, substitutions={"wanted": string(name)}))
    if not rows:
        raise NotFoundError(f"{name}: no entity of this name{_suggestion(store, name)}")
    return rows


def _suggestion(store: GraphStore, name: str) -> str:
    rows = rows_of(store.query("SELECT DISTINCT ?name { ?entity skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"))
    names = [row["name"] for row in rows]
    words = set(name.lower().split())
    longer = [known for known in names if words and words <= set(known.lower().split())]
    alike = process.extract(name, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=NEAR)
    near = list(dict.fromkeys([*longer, *(match[0] for match in alike)]))[:MOST_SUGGESTIONS]
    return f"; did you mean {', '.join(map(repr, near))}?" if near else ""
