from __future__ import annotations

import pytest

from newsgraph.errors import NotFoundError
from newsgraph.graph.relation_types import RELATIONS, fits
from newsgraph.graph.vocabulary import ENTITY_CLASSES, NG, PREFIXES, known_prefixes, ontology_path, shorten
from newsgraph.model import EntityType


def test_a_misspelt_term_raises() -> None:
    assert NG.Claim.value == "https://w3id.org/newsgraph/ns#Claim"
    with pytest.raises(AttributeError, match="Clame"):
        _ = NG.Clame


def test_every_entity_type_has_a_class() -> None:
    assert set(ENTITY_CLASSES) == set(EntityType)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/newsgraph/ns#Claim", "ng:Claim"),
        ("https://newsgraph.example/e/ana-1", "e:ana-1"),
        ("https://newsgraph.example/a/1#char=0,3", "a:1#char=0,3"),
        ("https://schema.org/Person", "schema:Person"),
        ("https://elsewhere.example/x", "https://elsewhere.example/x"),
        ("https://schema.org/", "https://schema.org/"),
    ],
)
def test_iris_are_shown_short(iri: str, expected: str) -> None:
    assert shorten(iri, PREFIXES) == expected


def test_data_prefixes_stand_on_the_base() -> None:
    assert known_prefixes("http://x.example/")["e"] == "http://x.example/e/"
    assert {"e", "a", "st", "c", "ev", "og", "ng", "ngr", "nge", "void"} <= set(PREFIXES)


def test_ontology_files_are_found() -> None:
    assert ontology_path("newsgraph.ttl").is_file()
    with pytest.raises(NotFoundError):
        ontology_path("no-such.ttl")


@pytest.mark.parametrize(
    ("kind", "relation", "may"),
    [
        (EntityType.COMPANY, "ceoOf", True),
        (EntityType.ORGANIZATION, "ceoOf", True),
        (EntityType.POLITICAL_PARTY, "ceoOf", False),
        (EntityType.PERSON, "ceoOf", False),
        (EntityType.COMPANY, "headOf", True),
        (EntityType.CITY, "basedIn", True),
        (EntityType.PLACE, "headOfStateOf", True),
        (EntityType.CITY, "headOfStateOf", False),
        (EntityType.ANONYMOUS_SOURCE, "spouseOf", False),
        (EntityType.LAW, "opposes", True),
    ],
)
def test_what_may_stand_as_object(kind: EntityType, relation: str, may: bool) -> None:  # noqa: FBT001
    assert fits(kind, RELATIONS[relation].range) is may
