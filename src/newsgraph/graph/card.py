"""What the graph knows about one entity: its card, each line with the sentence it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from newsgraph.errors import NotFoundError
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.terms import string

# Below this a name is no suggestion: «Kushnar» finds «Kushner», «Trump» does not find «Trudeau».
NEAR = 70
MOST_CHOICES = 8

_NAMES = """
SELECT ?entity ?label ?name ?shown ?articles ?class $wanted {
    ?entity skos:prefLabel ?label ; ng:articleCount ?articles ; a ?class
    { ?entity skos:prefLabel ?name BIND(true AS ?shown) } UNION { ?entity skos:altLabel ?name BIND(false AS ?shown) }
    FILTER(LCASE(STR(?name)) = LCASE($wanted))
} ORDER BY DESC(?articles) ?entity ?class"""

_FACTS = """
SELECT ?label ?articles ?mentions $entity {
    $entity skos:prefLabel ?label ; ng:articleCount ?articles ; ng:mentionCount ?mentions
}"""

_STATEMENTS = """
SELECT ?subject ?predicate ?object ?standing ?origins ?articles ?former ?evidence ?headline ?outlet ?date $entity {
    { ?statement rdf:subject $entity } UNION { ?statement rdf:object $entity }
    ?statement a ng:Statement ; rdf:subject/skos:prefLabel ?subject ; rdf:predicate ?predicate ;
        rdf:object/skos:prefLabel ?object ; ng:standing ?standing ; ng:originCount ?origins ;
        ng:articleCount ?articles ; ng:former ?former ; ng:evidence ?evidence ; ng:evidenceArticle ?article
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article schema:publisher/skos:prefLabel ?outlet }
    OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY DESC(?origins) DESC(?articles) ?predicate ?subject ?object"""

_CLAIMS = """
SELECT ?stance ?certainty ?content ?headline ?outlet ?date $entity {
    GRAPH ?article {
        ?claim a ng:Quote ; ng:source $entity ; ng:stance ?stance ; ng:certainty ?certainty ; ng:content ?content
    }
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article schema:publisher/skos:prefLabel ?outlet }
    OPTIONAL { ?article schema:datePublished ?date }
} ORDER BY ?date ?article ?claim"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: headline, outlet, day; what is not known is empty."""

    headline: str = ""
    outlet: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A statement about the entity, with its best sentence."""

    subject: str
    predicate: str
    object: str
    standing: str
    origins: int
    articles: int
    former: bool
    evidence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Said:
    """What the entity said, and how it stood to it."""

    stance: str
    certainty: str
    content: str
    place: Place


@dataclass(frozen=True, slots=True)
class Card:
    """All of it."""

    iri: str
    name: str
    type: str
    aliases: tuple[str, ...]
    articles: int
    mentions: int
    ties: tuple[Tie, ...]
    said: tuple[Said, ...]


def find_entity(store: GraphStore, name: str) -> str:
    """The IRI of the entity with this name, or alias, whatever its case.

    Raises:
        NotFoundError: when there is none (the nearest names are told), or several (they are listed).
    """
    if name.startswith(("http://", "https://", "urn:")):
        return name
    rows = rows_of(store.query(_NAMES, substitutions={"wanted": string(name)}))
    shown = {row["entity"] for row in rows if row["shown"] == "true"}
    found = shown if len(shown) == 1 else {row["entity"] for row in rows}
    if len(found) == 1:
        return found.pop()
    if not found:
        raise NotFoundError(f"{name}: no entity of this name{_suggestion(store, name)}")
    choices = list(dict.fromkeys((row["entity"], row["label"], row["articles"]) for row in rows))
    lines = "; ".join(f"{label} ({articles} articles) <{iri}>" for iri, label, articles in choices[:MOST_CHOICES])
    raise NotFoundError(f"{name}: {len(choices)} entities have this name; give the IRI of one: {lines}")


def read_card(store: GraphStore, name: str) -> Card:
    """What the graph knows about the entity of this name.

    Raises:
        NotFoundError: as ``find_entity``.
    """
    entity = NamedNode(find_entity(store, name))
    bound = {"entity": entity}
    facts = rows_of(
        store.query(
            _FACTS,
            substitutions=bound,
        )
    )
    if not facts:
        raise NotFoundError(f"{name}: no entity has this IRI")
    classes = rows_of(store.query("SELECT ?class $entity { $entity a ?class } ORDER BY ?class", substitutions=bound))
    types = [row["class"] for row in classes]
    own = [t for t in types if t.startswith(store.prefixes["ng"])] or types
    aliases = rows_of(
        store.query("SELECT ?alias $entity { $entity skos:altLabel ?alias } ORDER BY ?alias", substitutions=bound)
    )
    return Card(
        iri=entity.value,
        name=facts[0]["label"],
        type=_local(own[0]),
        aliases=tuple(row["alias"] for row in aliases),
        articles=int(facts[0]["articles"]),
        mentions=int(facts[0]["mentions"]),
        ties=tuple(_tie(row) for row in rows_of(store.query(_STATEMENTS, substitutions=bound))),
        said=tuple(
            Said(_local(row["stance"]), _local(row["certainty"]), row["content"], _place(row))
            for row in rows_of(store.query(_CLAIMS, substitutions=bound))
        ),
    )


def _tie(row: dict[str, str]) -> Tie:
    return Tie(
        subject=row["subject"],
        predicate=_local(row["predicate"]),
        object=row["object"],
        standing=_local(row["standing"]),
        origins=int(row["origins"]),
        articles=int(row["articles"]),
        former=row["former"] == "true",
        evidence=row["evidence"],
        place=_place(row),
    )


def _place(row: dict[str, str]) -> Place:
    return Place(row.get("headline", ""), row.get("outlet", ""), row.get("date", ""))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _suggestion(store: GraphStore, name: str) -> str:
    rows = rows_of(store.query("SELECT DISTINCT ?name { ?entity skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"))
    near = process.extract(
        name, [row["name"] for row in rows], scorer=fuzz.ratio, processor=str.lower, score_cutoff=NEAR, limit=3
    )
    return f"; did you mean {', '.join(repr(match[0]) for match in near)}?" if near else ""
