"""What the endpoint is and what its graph holds: SPARQL 1.1 Service Description and VoID."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import RDF, VOID, XSD

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD", "N-Quads", "TriG",
)  # fmt: skip
# How VoID counts what ``GraphStore.counts`` does.
_COUNTED = {"quads": VOID.triples, "entities": VOID.entities, "articles": VOID.documents}


def describe(store: GraphStore, endpoint: str, form: RdfFormat) -> bytes:
    """The description of the service at this address, in one of the formats of RDF."""
    service, dataset = NamedNode(endpoint), NamedNode(f"{endpoint}#dataset")
    triples = [
        Triple(service, RDF.type, _sd("Service")),
        Triple(service, _sd("endpoint"), service),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("defaultDataset"), dataset),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in RESULT_FORMATS),
        Triple(dataset, RDF.type, _sd("Dataset")),
        Triple(dataset, RDF.type, VOID.Dataset),
        Triple(dataset, VOID.sparqlEndpoint, service),
        Triple(dataset, _sd("defaultGraph"), NamedNode(f"{endpoint}#default-graph")),
        Triple(NamedNode(f"{endpoint}#default-graph"), RDF.type, _sd("Graph")),
    ]
    counts = store.counts()
    for name, predicate in _COUNTED.items():
        triples.append(Triple(dataset, predicate, Literal(str(counts[name]), datatype=XSD.integer)))
    for prefix, iri in sorted(store.prefixes.items()):
        if prefix in ("ng", "ngr", "nge", "schema", "sem", "nif"):
            triples.append(Triple(dataset, VOID.vocabulary, NamedNode(iri)))
    prefixes = {"sd": SD, "void": VOID.iri, "formats": FORMATS}
    return serialize(triples, format=form, prefixes=prefixes if form.name != "RDF/XML" else None) or b""


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
