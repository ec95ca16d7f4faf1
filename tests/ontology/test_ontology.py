"""The ontology and the code speak of the same terms, and each term is explained."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS

import newsgraph
from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.relation_types import BROADER, RELATIONS
from newsgraph.graph.vocabulary import ENTITY_CLASSES, NG, NGE, NGR, ontology_path
from newsgraph.model import EntityType

ONTOLOGY = rdflib.Graph().parse(ontology_path("newsgraph.ttl"))
ALIGNMENTS = rdflib.Graph().parse(ontology_path("alignments.ttl"))
OURS = (NG, NGR, NGE)
EXTRACT = Path(newsgraph.__file__).parent / "extract"


def defined() -> set[str]:
    return {str(term) for term in ONTOLOGY.subjects(RDF.type, None) if isinstance(term, rdflib.URIRef) and "#" in term}


def test_code_and_ontology_have_the_same_terms() -> None:
    in_code = {node.value for namespace in OURS for node in namespace.terms.values()}
    assert defined() == in_code


@pytest.mark.parametrize("term", sorted(defined()))
def test_every_term_is_explained(term: str) -> None:
    node = rdflib.URIRef(term)
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        (text,) = ONTOLOGY.objects(node, predicate)
        assert isinstance(text, rdflib.Literal)
        assert text.language == "en"
        assert text.strip()
    (home,) = ONTOLOGY.objects(node, RDFS.isDefinedBy)
    assert term.startswith(f"{home}#")
    assert str(ONTOLOGY.value(node, SKOS.definition)).endswith(".")


def test_labels_are_unique_within_a_namespace() -> None:
    for namespace in (NGR, NGE):
        found = [str(ONTOLOGY.value(rdflib.URIRef(t.value), RDFS.label)) for t in namespace.terms.values()]
        assert len(found) == len(set(found))


def classes(node: rdflib.term.Node | None) -> set[str]:
    """The classes of a domain or range; none when anything goes."""
    if node is None:
        return set()
    if isinstance(node, rdflib.URIRef):
        return {str(node)}
    union = ONTOLOGY.value(node, OWL.unionOf)
    assert union is not None
    return {str(member) for member in Collection(ONTOLOGY, union)}


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_relations_are_the_same(name: str) -> None:
    relation, node = RELATIONS[name], rdflib.URIRef(NGR[name].value)
    assert str(ONTOLOGY.value(node, RDFS.label)) == relation.label
    assert classes(ONTOLOGY.value(node, RDFS.domain)) == {ENTITY_CLASSES[t][0].value for t in relation.domain}
    assert classes(ONTOLOGY.value(node, RDFS.range)) == {ENTITY_CLASSES[t][0].value for t in relation.range}
    assert ((node, RDF.type, OWL.SymmetricProperty) in ONTOLOGY) is relation.symmetric
    if relation.symmetric:
        assert relation.domain == relation.range


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_event_types_are_the_same(name: str) -> None:
    assert str(ONTOLOGY.value(rdflib.URIRef(NGE[name].value), RDFS.label)) == EVENT_TYPES[name]


def test_there_are_as_many_as_designed() -> None:
    assert len(RELATIONS) >= 42
    assert len(EVENT_TYPES) == 26


@pytest.mark.parametrize("kind", sorted(EntityType))
def test_entity_classes_are_the_same(kind: EntityType) -> None:
    narrow, *broad = (rdflib.URIRef(node.value) for node in ENTITY_CLASSES[kind])
    assert list(ONTOLOGY.objects(narrow, RDFS.subClassOf)) == broad
    if kind in BROADER:
        assert ENTITY_CLASSES[BROADER[kind]][0].value == str(broad[0])


@pytest.mark.parametrize("file", ["newsgraph.ttl", "alignments.ttl", "shapes.ttl"])
def test_every_file_has_its_version(file: str) -> None:
    graph = rdflib.Graph().parse(ontology_path(file))
    ontologies = list(graph.subjects(RDF.type, OWL.Ontology))
    assert ontologies
    for ontology in ontologies:
        assert str(graph.value(ontology, OWL.versionIRI)).startswith(f"{ontology}/")


def test_alignments_speak_of_our_terms() -> None:
    subjects = {str(s) for s in ALIGNMENTS.subjects() if isinstance(s, rdflib.URIRef) and "#" in s}
    assert subjects
    assert subjects <= defined()


@pytest.mark.parametrize(
    ("file", "table", "key", "known"),
    [
        ("relations.toml", "relation", "predicate", set(RELATIONS)),
        ("events.toml", "event", "type", set(EVENT_TYPES)),
    ],
)
def test_the_rules_name_terms_of_the_ontology(file: str, table: str, key: str, known: set[str]) -> None:
    if not (EXTRACT / file).exists():
        pytest.skip(f"{file} is not written yet")
    rules = tomllib.loads((EXTRACT / file).read_text(encoding="utf-8"))[table]
    assert rules
    assert {rule[key] for rule in rules} <= known


def test_the_rules_ask_for_kinds_that_the_relation_can_have() -> None:
    from newsgraph.graph.relation_types import fits

    if not (EXTRACT / "relations.toml").exists():
        pytest.skip("relations.toml is not written yet")
    rules = tomllib.loads((EXTRACT / "relations.toml").read_text(encoding="utf-8"))["relation"]
    wrong = [
        (rule["predicate"], end, kind)
        for rule in rules
        for end, allowed in (
            ("subject", RELATIONS[rule["predicate"]].domain),
            ("object", RELATIONS[rule["predicate"]].range),
        )
        for kind in rule.get(end, [])
        if not fits(EntityType(kind), allowed)
    ]
    assert wrong == []
