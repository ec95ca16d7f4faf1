"""What the graph knows about one entity: its card, each line with the sentence it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from newsgraph.errors import NotFoundError
from newsgraph.graph.find import find_entity
from newsgraph.graph.results import local_name, rows_of
from newsgraph.graph.store import GraphStore

_FACTS = """
SELECT ?label ?articles ?mentions $entity {
    $entity skos:prefLabel ?label ; ng:articleCount ?articles ; ng:mentionCount ?mentions
}"""

_ALIASES = "SELECT ?alias $entity { $entity skos:altLabel ?alias } ORDER BY ?alias"

# Of ?article: what ``place_of`` reads.
OF_ARTICLE = """
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article schema:publisher ?paper . ?paper skos:prefLabel ?outlet }
    OPTIONAL { ?article schema:datePublished ?date }"""

_STATEMENTS = f"""
SELECT ?subject ?predicate ?object ?standing ?origins ?articles ?former ?evidence ?headline ?outlet ?date $entity {{
    {{ ?statement rdf:subject $entity }} UNION {{ ?statement rdf:object $entity }}
    ?statement a ng:Statement ; rdf:subject/skos:prefLabel ?subject ; rdf:predicate ?predicate ;
        rdf:object/skos:prefLabel ?object ; ng:standing ?standing ; ng:originCount ?origins ;
        ng:articleCount ?articles ; ng:former ?former ; ng:evidence ?evidence ; ng:evidenceArticle ?article{OF_ARTICLE}
}} ORDER BY DESC(?origins) DESC(?articles) ?predicate ?subject ?object"""

_NAMES = """
SELECT ?name ?articles ?score ?reason $entity {
    ?naming ng:namingOf $entity ; rdfs:label ?name ; ng:articleCount ?articles ;
        ng:confidence ?score ; ng:reason ?reason
} ORDER BY DESC(?articles) ?name ?reason"""

_DOUBTS = """
SELECT ?other ?name ?articles ?score ?reason $entity {
    ?doubt ng:between $entity, ?other ; ng:confidence ?score ; ng:reason ?reason .
    ?other skos:prefLabel ?name ; ng:articleCount ?articles
    FILTER(?other != $entity)
} ORDER BY DESC(?articles) ?name ?other"""

_CANDIDATES = """
SELECT ?entry ?name ?score ?chosen ?about ?wikidata $entity {
    ?candidate ng:candidateOf $entity ; ng:entry ?entry ; rdfs:label ?name ; ng:confidence ?score ; ng:chosen ?chosen
    OPTIONAL { ?candidate schema:description ?about }
    OPTIONAL { $entity owl:sameAs ?wikidata FILTER(?chosen) }
} ORDER BY DESC(?score) ?entry"""

_CLAIMS = f"""
SELECT ?stance ?certainty ?content ?headline ?outlet ?date $entity {{
    GRAPH ?article {{
        ?claim a ng:Quote ; ng:source $entity ; ng:stance ?stance ; ng:certainty ?certainty ; ng:content ?content
    }}{OF_ARTICLE}
}} ORDER BY ?date ?article ?claim"""


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
class Naming:
    """A name of the entity, in how many articles, how sure it is (0 to 1) that it is meant, and why."""

    name: str
    articles: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another entity that may be this one."""

    iri: str
    name: str
    articles: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """A known thing that the entity may be, how likely (0 to 1), and whether it is held to be it."""

    entry: str
    name: str
    about: str
    score: float
    chosen: bool
    wikidata: str


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
    names: tuple[Naming, ...]
    others: tuple[Other, ...]
    candidates: tuple[Known, ...]


def read_card(store: GraphStore, name: str) -> Card:
    """What the graph knows about the entity of this name.

    Raises:
        NotFoundError: as ``find_entity``.
    """
    entity = find_entity(store, name)
    identity = read_identity(store, entity)
    facts = _rows(store, _FACTS, entity)
    if not facts:
        raise NotFoundError(f"{name}: no entity has this IRI")
    types = [row["class"] for row in _rows(store, "SELECT ?class $entity { $entity a ?class } ORDER BY ?class", entity)]
    own = [t for t in types if t.startswith(store.prefixes["ng"])] or types
    return Card(
        iri=entity,
        name=facts[0]["label"],
        type=local_name(own[0]),
        aliases=identity.aliases,
        articles=int(facts[0]["articles"]),
        mentions=int(facts[0]["mentions"]),
        ties=tuple(_tie(row) for row in _rows(store, _STATEMENTS, entity)),
        said=tuple(
            Said(local_name(row["stance"]), local_name(row["certainty"]), row["content"], place_of(row))
            for row in _rows(store, _CLAIMS, entity)
        ),
        names=identity.names,
        others=identity.others,
        candidates=identity.candidates,
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entity is called, why its mentions are held to be one, and what else it may be."""

    aliases: tuple[str, ...]
    names: tuple[Naming, ...]
    others: tuple[Other, ...]
    candidates: tuple[Known, ...]


def read_identity(store: GraphStore, entity: str) -> Identity:
    """The identity of an entity, by its IRI."""
    return Identity(
        aliases=tuple(row["alias"] for row in _rows(store, _ALIASES, entity)),
        names=tuple(
            Naming(row["name"], int(row["articles"]), float(row["score"]), row["reason"])
            for row in _rows(store, _NAMES, entity)
        ),
        others=tuple(
            Other(row["other"], row["name"], int(row["articles"]), float(row["score"]), row["reason"])
            for row in _rows(store, _DOUBTS, entity)
        ),
        candidates=tuple(_known(row) for row in _rows(store, _CANDIDATES, entity)),
    )


def _rows(store: GraphStore, query: str, entity: str) -> list[dict[str, str]]:
    return rows_of(store.query(query, substitutions={"entity": NamedNode(entity)}))


def _known(row: dict[str, str]) -> Known:
    return Known(
        entry=row["entry"],
        name=row["name"],
        about=row.get("about", ""),
        score=float(row["score"]),
        chosen=row["chosen"] == "true",
        wikidata=row.get("wikidata", ""),
    )


def _tie(row: dict[str, str]) -> Tie:
    return Tie(
        subject=row["subject"],
        predicate=local_name(row["predicate"]),
        object=row["object"],
        standing=local_name(row["standing"]),
        origins=int(row["origins"]),
        articles=int(row["articles"]),
        former=row["former"] == "true",
        evidence=row["evidence"],
        place=place_of(row),
    )


def place_of(row: Mapping[str, str]) -> Place:
    """Where a sentence stands, from a row that has what ``OF_ARTICLE`` asks for."""
    return Place(row.get("headline", ""), row.get("outlet", ""), row.get("date", ""))
