"""The shapes hold for what is right, and break for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from newsgraph.graph.relation_types import RELATIONS, RelationType, fits
from newsgraph.graph.shapes import read_shapes, shape_violations
from newsgraph.graph.vocabulary import ENTITY_CLASSES, NGR, ontology_path
from newsgraph.model import EntityType

SHAPE = "https://w3id.org/newsgraph/shape#"
AS_PUBLISHED = rdflib.Graph().parse(ontology_path("shapes.ttl"))
AS_USED = read_shapes()
EXAMPLES = ontology_path("shapes.ttl").parent / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.ttl"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.ttl"))


def broken(data: rdflib.Graph) -> set[str]:
    """The local names of the published shapes that the data break."""
    _, results, _ = pyshacl.validate(data, shacl_graph=AS_PUBLISHED)
    found = set()
    for source in results.objects(None, SH.sourceShape):
        # the results hold a copy of the shape: find its owner by the message
        message = results.value(source, SH.message)
        found |= {
            str(shape).removeprefix(SHAPE)
            for part in AS_PUBLISHED.subjects(SH.message, message)
            for shape in AS_PUBLISHED.subjects(SH.property, part)
        }
    return found


def test_every_shape_of_a_class_has_an_example_of_each_kind() -> None:
    shapes = {str(shape).removeprefix(SHAPE) for shape in AS_PUBLISHED.subjects(RDF.type, SH.NodeShape)}
    of_relations = {f"{name}{end}" for name in RELATIONS for end in ("Subject", "Object")}
    assert {path.stem for path in VALID} == {path.stem for path in INVALID}
    assert shapes - of_relations <= {path.stem for path in VALID} <= shapes


def test_every_message_is_a_sentence_of_one_shape() -> None:
    parts = list(AS_PUBLISHED.objects(None, SH.property))
    messages = [str(AS_PUBLISHED.value(part, SH.message)) for part in parts]
    assert len(set(messages)) == len(parts)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_examples_hold(path: Path) -> None:
    data = rdflib.Graph().parse(path)
    assert shape_violations(data, AS_PUBLISHED) == []
    assert shape_violations(data, AS_USED) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_examples_break_their_shape(path: Path) -> None:
    data = rdflib.Graph().parse(path)
    assert broken(data) == {path.stem}
    assert f"# breaks ngsh:{path.stem}:" in path.read_text(encoding="utf-8")
    # the quicker form of the shapes that `newsgraph verify` uses finds the same
    assert sorted(shape_violations(data, AS_USED)) == sorted(shape_violations(data, AS_PUBLISHED))


def relation_ends(allowed_by: str) -> list[tuple[str, str, EntityType, bool]]:
    return [
        (relation.name, allowed_by, kind, fits(kind, _allowed(relation, allowed_by)))
        for relation in RELATIONS.values()
        for kind in (EntityType.PERSON, EntityType.COMPANY, EntityType.CITY, EntityType.LAW, EntityType.PLACE)
    ]


def _allowed(relation: RelationType, end: str) -> tuple[EntityType, ...]:
    return relation.domain if end == "Subject" else relation.range


@pytest.mark.parametrize("end", ["Subject", "Object"])
def test_the_shapes_of_relations_allow_what_the_code_allows(end: str) -> None:
    data, expected = rdflib.Graph(), set()
    for name, _, kind, fine in relation_ends(end):
        node = rdflib.URIRef(f"https://newsgraph.example/e/{name}-{kind}")
        other = rdflib.URIRef(f"https://newsgraph.example/e/other-{name}")
        for cls in ENTITY_CLASSES[kind]:
            data.add((node, RDF.type, rdflib.URIRef(cls.value)))
        subject, target = (node, other) if end == "Subject" else (other, node)
        data.add((subject, rdflib.URIRef(NGR[name].value), target))
        if not fine:
            expected.add(str(node))
    _, results, _ = pyshacl.validate(data, shacl_graph=AS_PUBLISHED)
    found = {str(node) for node in results.objects(None, SH.focusNode) if "/other-" not in str(node)}
    assert found == expected
    assert expected
