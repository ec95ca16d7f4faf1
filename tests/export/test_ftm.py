"""FollowTheMoney: entities by its schema, and links for what is accepted or reported only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from newsgraph.errors import ExportError
from newsgraph.export import export
from newsgraph.export.ftm_schema import Link, link_of, schema_of
from newsgraph.graph.relation_types import RELATIONS, fits
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, OWL, RDF, SCHEMA, WD, XSD
from newsgraph.model import EntityType, Stance
from tests.export import ftm_model
from tests.export.readers import read_lines
from tests.graph.corpus import Corpus, corpus


def read(store: GraphStore, folder: Path, **selection: Any) -> list[dict[str, Any]]:
    return read_lines(export(store, folder / "all.ftm.json", **selection).path)


def by_schema(entities: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def undenied() -> Corpus:
    """The small corpus, in which nobody denies anything."""
    given = corpus()
    extractions = [
        replace(each, relations=tuple(relation for relation in each.relations if relation.stance is not Stance.DENIED))
        for each in given.extractions
    ]
    return replace(given, extractions=extractions)


def test_entities_are_by_the_schema(store: GraphStore, tmp_path: Path) -> None:
    entities = read(store, tmp_path)
    assert by_schema(entities, "Person") == [
        {"name": ["Ana Petrov"], "position": ["harbour master"]},
        {"name": ["Ivan Orlov"]},
    ]
    assert by_schema(entities, "Company") == [{"alias": ["Bolt"], "name": ["Bolt Corp."]}]
    assert by_schema(entities, "Address") == [{"full": ["Strelsau"], "name": ["Strelsau"]}]
    assert {entity["id"][:2] for entity in entities} == {"e-", "a-", "st"}


def test_articles_say_where_they_were_published(store: GraphStore, tmp_path: Path) -> None:
    articles = by_schema(read(store, tmp_path), "Article")
    assert {"publisher": ["Coast Times"], "publishedAt": ["2017-06-01"], "sourceUrl": ["https://coast.example/1"]} in (
        articles
    )
    assert {
        "author": ["Emma Reed"],
        "publishedAt": ["2017-05-30"],
        "publisher": ["The Gazette"],
        "title": ["Petrov's family"],
    } in articles


def test_what_is_known_from_the_start_goes_along(store: GraphStore, tmp_path: Path) -> None:
    city = next(store.quads(None, RDF.type, NG.City)).subject
    known = [
        Quad(city, OWL.sameAs, NamedNode(f"{WD.iri}Q42")),
        Quad(city, SCHEMA.description, Literal("capital of Ruritania")),
        Quad(city, SCHEMA.latitude, Literal("50.1", datatype=XSD.decimal)),
        Quad(city, SCHEMA.longitude, Literal("14.5", datatype=XSD.decimal)),
    ]
    given = GraphStore.open(tmp_path / "graph", read_only=False)
    given.replace_all([*store.quads(), *known])
    (address,) = by_schema(read(given, tmp_path), "Address")
    assert address["wikidataId"] == ["Q42"]
    assert address["summary"] == ["capital of Ruritania"]
    assert (address["latitude"], address["longitude"]) == (["50.1"], ["14.5"])


def test_a_link_has_its_articles_for_proof(store: GraphStore, tmp_path: Path) -> None:
    entities = read(store, tmp_path)
    (kin,) = by_schema(entities, "Family")
    assert kin["relationship"] == ["relative"]
    assert kin["description"] == ["Accepted, in 2 independent reports (3 articles)"]
    assert kin["publisher"] == ["Coast Times", "The Gazette"]
    assert kin["modifiedAt"] == ["2017-06-01"]
    articles = {entity["id"] for entity in entities if entity["schema"] == "Article"}
    assert len(kin["proof"]) == 3
    assert set(kin["proof"]) <= articles
    assert "son-in-law" in kin["summary"][0]
    (accused,) = [link for link in by_schema(entities, "UnknownLink") if link["role"] == ["accusation"]]
    assert len(accused["proof"]) == 1
    assert "startDate" not in {name for entity in entities for name in entity["properties"]}


def test_what_is_past_is_called_former(store: GraphStore, tmp_path: Path) -> None:
    (lived,) = [link for link in by_schema(read(store, tmp_path), "UnknownLink") if link["role"] == ["resides in"]]
    assert lived["status"] == ["former"]


def test_what_is_denied_is_no_link(store: GraphStore, tmp_path: Path) -> None:
    assert by_schema(read(store, tmp_path), "Ownership") == []
    (owns,) = by_schema(read(undenied().store(tmp_path / "graph"), tmp_path), "Ownership")
    assert owns["description"] == ["Reported, in 1 independent report (1 article)"]


def test_the_selection_says_how_firm_links_are(tmp_path: Path) -> None:
    reported = undenied().store(tmp_path / "graph")
    assert by_schema(read(reported, tmp_path, standings=["accepted"]), "Ownership") == []
    links = read(reported, tmp_path, standings=["reported"])
    assert {entity["schema"] for entity in links} == {"Person", "Company", "Article", "Ownership"}


@pytest.mark.parametrize("standing", ["Denied", "Contested", "Alleged"])
def test_what_is_not_said_to_be_so_cannot_be_asked_for(standing: str, store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=f"no links for what is {standing.lower()}: only Accepted and Reported"):
        read(store, tmp_path, standings=["Accepted", standing])
    assert not list(tmp_path.iterdir())


def test_posts_are_occupied(store: GraphStore, tmp_path: Path) -> None:
    entities = read(store, tmp_path, types=["Person", "Position"])
    assert by_schema(entities, "Position") == [{"name": ["harbour master"]}]
    (held,) = by_schema(entities, "Occupancy")
    assert held["holder"][0].startswith("e-ana-petrov-")
    assert held["post"][0].startswith("e-harbour-master-")


@pytest.mark.parametrize("which", ["store", "nasty"])
def test_the_rules_of_the_schema(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    ftm_model.check(read(request.getfixturevalue(which), tmp_path))


@pytest.mark.parametrize("which", ["store", "nasty"])
def test_followthemoney_itself_finds_nothing_wrong(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    for entity in read(request.getfixturevalue(which), tmp_path):
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        # nothing was lost when the values were cleaned
        assert {name: len(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: len(values) for name, values in entity["properties"].items()
        }


def test_the_kept_rules_still_hold() -> None:
    pytest.importorskip("followthemoney")
    now = ftm_model.from_package()
    for name, rules in ftm_model.kept().items():
        assert rules["properties"].items() <= now[name]["properties"].items()
        assert set(rules["is"]) <= set(now[name]["is"])
        assert (rules["required"], rules["edge"]) == (now[name]["required"], now[name]["edge"])


def test_every_kind_of_entity_has_a_schema() -> None:
    rules = ftm_model.kept()
    for kind in EntityType:
        assert "Thing" in rules[schema_of(kind.value)]["is"]


def test_every_relation_has_a_link_between_all_that_it_can_hold_between() -> None:
    rules = ftm_model.kept()
    for relation in RELATIONS.values():
        for subject in EntityType:
            for target in EntityType:
                if fits(subject, relation.domain) and fits(target, relation.range):
                    link = link_of(relation.name, schema_of(subject.value), schema_of(target.value))
                    check_ends(rules, link, schema_of(subject.value), schema_of(target.value))


def check_ends(rules: dict[str, Any], link: Link, subject: str, target: str) -> None:
    properties = rules[link.schema]["properties"]
    assert rules[link.schema]["edge"]
    assert properties[link.subject] in rules[subject]["is"]
    assert properties[link.object] in rules[target]["is"]
    assert link.nature in {"", *properties}


@pytest.mark.parametrize(
    ("predicate", "subject", "target", "expected"),
    [
        ("owns", "Person", "Company", ("Ownership", "owner", "asset")),
        ("owns", "Person", "Organization", ("UnknownLink", "subject", "object")),
        ("subsidiaryOf", "Company", "Company", ("Ownership", "asset", "owner")),
        ("ceoOf", "Person", "Company", ("Directorship", "director", "organization")),
        ("ministerOf", "Person", "PublicBody", ("Employment", "employee", "employer")),
        ("ministerOf", "Person", "Address", ("UnknownLink", "subject", "object")),
        ("memberOf", "PublicBody", "Organization", ("Membership", "member", "organization")),
        ("represents", "Person", "Person", ("Representation", "agent", "client")),
        ("parentOf", "Person", "Person", ("Family", "relative", "person")),
        ("advisorTo", "Person", "Person", ("Associate", "associate", "person")),
        ("advisorTo", "Person", "PublicBody", ("UnknownLink", "subject", "object")),
        ("bornIn", "Person", "Address", ("UnknownLink", "subject", "object")),
        ("Accusation", "Person", "Company", ("UnknownLink", "subject", "object")),
    ],
)
def test_link_of(predicate: str, subject: str, target: str, expected: tuple[str, str, str]) -> None:
    link = link_of(predicate, subject, target)
    assert (link.schema, link.subject, link.object) == expected
