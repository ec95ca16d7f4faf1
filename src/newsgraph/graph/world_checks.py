"""Whether the statements of the default graph make sense, and plain triples stand on accepted ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode

from newsgraph.graph.relation_types import RELATIONS, fits
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import ENTITY_CLASSES, NGR, RDF, shorten
from newsgraph.model import EntityType

_TYPE_OF_CLASS = {classes[0]: kind for kind, classes in ENTITY_CLASSES.items()}

_STATEMENTS = """
SELECT ?statement ?subject ?predicate ?object {
    ?statement a ng:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object
}"""

# a plain triple that no accepted statement about the present stands behind, in this direction or, for
# symmetric relations, in the other
_ACCEPTED = """
SELECT ?subject ?predicate ?object {
    ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
        ng:standing ng:Accepted ; ng:former false
}"""


def check_statement_ends(store: GraphStore) -> Iterator[str]:
    """Every statement with an unknown relation, or with an end of a kind that it cannot have."""
    kinds = read_entity_types(store)
    for row in rows_of(store.query(_STATEMENTS)):
        statement, subject, predicate, target = (shorten(row[name], store.prefixes) for name in row)
        relation = RELATIONS.get(row["predicate"].removeprefix(NGR.iri))
        if relation is None:
            yield f"{statement}: {predicate} is no relation of the ontology"
            continue
        for end, iri, shown, allowed in (
            ("subject", row["subject"], subject, relation.domain),
            ("object", row["object"], target, relation.range),
        ):
            kind = kinds.get(iri)
            if kind is None:
                yield f"{statement}: its {end} {shown} is no entity of the graph"
            elif not fits(kind, allowed):
                yield f"{statement}: {shown} is of type {kind} and cannot be the {end} of {predicate}"


def check_plain_triples(store: GraphStore) -> Iterator[str]:
    """Every plain triple without an accepted statement."""
    accepted = set()
    for row in rows_of(store.query(_ACCEPTED)):
        subject, predicate, target = row["subject"], row["predicate"], row["object"]
        accepted.add((subject, predicate, target))
        relation = RELATIONS.get(predicate.removeprefix(NGR.iri))
        if relation is not None and relation.symmetric:
            accepted.add((target, predicate, subject))
    for name, predicate_node in NGR.terms.items():
        for quad in store.quads(None, predicate_node, None, DefaultGraph()):
            ends = [term.value for term in (quad.subject, quad.object) if isinstance(term, NamedNode)]
            if (ends[0], predicate_node.value, ends[-1]) not in accepted:
                subject, target = (shorten(end, store.prefixes) for end in (ends[0], ends[-1]))
                yield f"{subject} ngr:{name} {target}: a plain triple, but no accepted statement says so"


def read_entity_types(store: GraphStore) -> dict[str, EntityType]:
    """The most specific type of each entity, by its IRI."""
    classes: dict[str, list[EntityType]] = defaultdict(list)
    for node, kind in _TYPE_OF_CLASS.items():
        for quad in store.quads(None, RDF.type, node, DefaultGraph()):
            if isinstance(quad.subject, NamedNode):
                classes[quad.subject.value].append(kind)
    # narrow kinds are ng: terms and come with schema.org's broad one
    return {iri: max(kinds, key=lambda kind: len(ENTITY_CLASSES[kind])) for iri, kinds in classes.items()}
