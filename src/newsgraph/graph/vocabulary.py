"""The words that the graph speaks: every class, property and individual, and the known prefixes.

A term that is not listed here does not exist: ``NG.Clame`` raises. ``ontologies/newsgraph.ttl`` says what
each of ours means; a test keeps the two equal, both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import NamedNode

from newsgraph.errors import NotFoundError
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.ids import DEFAULT_BASE
from newsgraph.model import (
    KINDS_OF_ORGANIZATION,
    KINDS_OF_PLACE,
    Certainty,
    EntityType,
    MentionForm,
    QuoteKind,
    Realis,
    Role,
    Stance,
)


class Namespace:
    """A closed set of terms: ``NG.Claim`` is a node, ``NG["Claim"]`` too; ``NG.Clame`` is an error."""

    def __init__(self, iri: str, *names: str) -> None:
        self.iri = iri
        self.terms: dict[str, NamedNode] = {name: NamedNode(iri + name) for name in names}

    def __getattr__(self, name: str) -> NamedNode:
        try:
            return self.terms[name]
        except KeyError:
            raise AttributeError(f"{self.iri} has no term {name!r}") from None

    def __getitem__(self, name: str) -> NamedNode:
        return self.terms[name]


# fmt: off
NG = Namespace(
    "https://w3id.org/newsgraph/ns#",
    # classes of the article layer and of the world layer
    "Mention", "Claim", "Quote", "TimeExpression", "Statement", "OriginGroup", "Naming", "Doubt", "Candidate",
    # kinds of entity that schema.org does not have under this name
    "Company", "GovernmentBody", "PoliticalParty", "NewsOutlet", "ArmedGroup", "SportsTeam",
    "InternationalOrganization", "Country", "City", "Region", "Facility", "Work", "Law", "Group",
    "Position", "AnonymousSource",
    # lists of values, and the values
    "Stance", "Certainty", "Standing", "Realis", "QuoteKind", "MentionForm", "Role",
    "Asserted", "Denied", "Alleged", "Speculated", "Questioned", "Promised", "Demanded", "Retracted",
    "Confirmed", "Certain", "Probable", "Possible", "Accepted", "Contested", "Reported",
    "Actual", "Planned", "Hypothetical", "Negated", "Direct", "Indirect", "Mixed",
    "Name", "Nominal", "Pronoun",
    "Agent", "Patient", "Recipient", "Instrument", "Topic", "Place", "Time", "Amount",
    # links
    "refersTo", "proposition", "source", "within", "stance", "certainty", "form", "quoteKind", "standing",
    "realis", "originGroup", "evidenceArticle", "datedBy", "namingOf", "between", "candidateOf",
    "agent", "patient", "recipient", "instrument", "topic", "involves", "reportedBy",
    # texts and numbers
    "nameKey", "title", "quote", "cueText", "cueBegin", "cueEnd", "content", "contentBegin", "contentEnd",
    "sourceText", "sourceBegin", "sourceEnd",
    "confidence", "former", "wordCount", "mentionCount", "articleCount", "outletCount", "originCount",
    "claimCount", "firstReported", "lastReported", "evidence", "reason", "entry", "chosen", "knowledgeBase",
    "timeValue", "beginDate", "endDate", "extractor",
)
NGR = Namespace("https://w3id.org/newsgraph/rel#", *RELATIONS)
NGE = Namespace("https://w3id.org/newsgraph/event#", *EVENT_TYPES)
SCHEMA = Namespace(
    "https://schema.org/",
    "NewsArticle", "Person", "Organization", "Place", "Event", "Product", "CreativeWork", "Legislation",
    "headline", "mentions", "datePublished", "publisher", "author", "url", "inLanguage", "description",
    "latitude", "longitude",
)
NIF = Namespace(
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "beginIndex", "endIndex", "anchorOf",
)
SEM = Namespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "Event", "hasPlace", "hasBeginTimeStamp", "hasEndTimeStamp",
)
PROV = Namespace("http://www.w3.org/ns/prov#", "wasGeneratedBy", "Activity")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#", "prefLabel", "altLabel")
DCTERMS = Namespace("http://purl.org/dc/terms/", "identifier", "isReplacedBy")
RDF = Namespace(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type", "subject", "predicate", "object", "reifies",
)
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label")
OWL = Namespace("http://www.w3.org/2002/07/owl#", "sameAs", "versionInfo")
WD = Namespace("http://www.wikidata.org/entity/")
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#", "integer", "decimal", "boolean", "date", "anyURI", "string",
)
VOID = Namespace(
    "http://rdfs.org/ns/void#", "Dataset", "triples", "entities", "documents", "sparqlEndpoint", "vocabulary",
)
# fmt: on

ENTITY_CLASSES: dict[EntityType, tuple[NamedNode, ...]] = {
    # the most specific class first, then schema.org's broader one
    EntityType.PERSON: (SCHEMA.Person,),
    EntityType.ORGANIZATION: (SCHEMA.Organization,),
    EntityType.PLACE: (SCHEMA.Place,),
    EntityType.EVENT: (SCHEMA.Event,),
    EntityType.PRODUCT: (SCHEMA.Product,),
    EntityType.WORK: (NG.Work, SCHEMA.CreativeWork),
    EntityType.LAW: (NG.Law, SCHEMA.Legislation),
    EntityType.GROUP: (NG.Group,),
    EntityType.POSITION: (NG.Position,),
    EntityType.ANONYMOUS_SOURCE: (NG.AnonymousSource,),
    **{kind: (NG[kind.value], SCHEMA.Organization) for kind in sorted(KINDS_OF_ORGANIZATION)},
    **{kind: (NG[kind.value], SCHEMA.Place) for kind in sorted(KINDS_OF_PLACE)},
}

STANCES: dict[Stance, NamedNode] = {value: NG[value.value] for value in Stance}
CERTAINTIES: dict[Certainty, NamedNode] = {value: NG[value.value] for value in Certainty}
REALIS: dict[Realis, NamedNode] = {value: NG[value.value] for value in Realis}
QUOTE_KINDS: dict[QuoteKind, NamedNode] = {value: NG[value.value.capitalize()] for value in QuoteKind}
FORMS: dict[MentionForm, NamedNode] = {value: NG[value.value.capitalize()] for value in MentionForm}
ROLES: dict[Role, NamedNode] = {
    value: SEM.hasPlace if value is Role.PLACE else NG[value.value.lower()] for value in Role
}

_VOCABULARIES = {
    "ng": NG,
    "ngr": NGR,
    "nge": NGE,
    "schema": SCHEMA,
    "nif": NIF,
    "sem": SEM,
    "prov": PROV,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "wd": WD,
    "xsd": XSD,
    "void": VOID,
}
# what the data IRIs hold: entities, articles, statements, claims, events, origin groups, namings, doubts, candidates
_DATA_FOLDERS = ("e", "a", "st", "c", "ev", "og", "na", "do", "ca")


def known_prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """The prefixes that no query needs to declare; ``e: a: st: c:`` and so on stand on the base of the data."""
    prefixes = {prefix: namespace.iri for prefix, namespace in _VOCABULARIES.items()}
    return prefixes | {folder: f"{base}{folder}/" for folder in _DATA_FOLDERS}


PREFIXES: dict[str, str] = known_prefixes()


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """``https://w3id.org/newsgraph/ns#Claim`` -> ``ng:Claim``; the whole IRI when no prefix fits."""
    for prefix, start in prefixes.items():
        rest = iri.removeprefix(start)
        if rest != iri and rest and "/" not in rest:
            return f"{prefix}:{rest}"
    return iri


def ontology_path(name: str) -> Path:
    """Where a file of ``ontologies/`` lies, in an installed package or in a checkout.

    Raises:
        NotFoundError: when neither holds it.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "ontologies", package.parents[1] / "ontologies"):
        if (folder / name).is_file():
            return folder / name
    raise NotFoundError(f"no ontology file {name!r}: the installation is incomplete")
