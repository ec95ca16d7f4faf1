"""What is known of a name, where an article takes it for something else."""

from __future__ import annotations

import pytest

from newsgraph.model import EntityType, Extraction
from newsgraph.resolve import resolve
from tests.resolve.corpus import Who, org, place, told, who


@pytest.mark.parametrize(
    ("one", "other", "types"),
    [
        (org("Wolf Blitzer"), who("Wolf Blitzer"), ["Person"]),
        (place("Celinda Lake", type="Region"), who("Celinda Lake"), ["Person"]),
        (who("Beverly Hills"), place("Beverly Hills", type="City"), ["City"]),
        (who("Beverly Hills", pronouns=("she",)), place("Beverly Hills", type="City"), ["City", "Person"]),
        (who("Ferguson"), place("Ferguson", type="City"), ["City"]),
        (place("Gitmo", type="Facility"), place("Guantanamo Bay", type="Facility"), ["Facility"]),
        (place("Kiev", type="City"), place("Kyiv", type="City"), ["City"]),
        (place("Capitol Hill", type="Facility"), place("U.S. Capitol", type="Facility"), ["Facility", "Facility"]),
        (who("Ferguson", pronouns=("he",)), place("Ferguson", type="City"), ["City", "Person"]),
        (who("Washington"), place("Washington", type="City"), ["City", "City"]),
        (who("Austin"), place("Austin", type="City"), ["City", "Person"]),
        (org("Atlantic Council", type="GovernmentBody"), org("Atlantic Council"), ["Organization"]),
        (place("Harry S. Truman", type="Product"), who("Harry S. Truman"), ["Person", "Product"]),
        (place("Newtown, Conn."), place("Newtown"), ["Place"]),
        (org("Dems", type="Group"), org("Democrats", type="Group"), ["Group"]),
        (org("Fourteenth Amendment", type="Law"), org("14th Amendment", type="Law"), ["Law"]),
        (org("First Amendment", type="Law"), org("14th Amendment", type="Law"), ["Law", "Law"]),
        (org("Second World War", type="Event"), org("World War II", type="Event"), ["Event"]),
        (org("George W. Bush administration"), org("Bush administration"), ["Organization"]),
    ],
)
def test_a_known_name_is_what_it_is_known_to_be(one: Who, other: Who, types: list[str]) -> None:
    entities = resolve([told("a", one), told("b", other)]).entities
    assert sorted(entity.type.value for entity in entities) == types


@pytest.mark.parametrize(
    ("told_of", "nodes"), [("Congress", 1), ("Senate Intelligence Committee", 1), ("Minnesota", 2), ("Senate", 2)]
)
def test_the_capitol_is_that_of_congress_where_congress_is_named(told_of: str, nodes: int) -> None:
    articles = [told(a, place("Capitol", type="Facility"), org(told_of)) for a in ("a", "b")]
    capitols = [entity for entity in resolve(articles).entities if "Capitol" in entity.name]
    assert len(capitols) == nodes


def test_who_publishes_is_an_outlet_unless_known_to_be_something_else() -> None:
    found = resolve([told("a", org("Brookings Institution"))], outlets=["Brookings Institution", "The Hill Bugle"])
    assert {e.name: e.type.value for e in found.entities} == {
        "Brookings Institution": "Organization",
        "The Hill Bugle": "NewsOutlet",
    }


def test_who_bears_the_name_of_a_town_in_full_is_no_town() -> None:
    found = resolve([told("a", who("Tom Ferguson", "Ferguson")), told("b", who("Ann Ferguson"), who("Ferguson"))])
    assert {entity.type.value for entity in found.entities} == {"Person"}


@pytest.mark.parametrize(("family", "entities"), [("Clinton", 1), ("Smith", 2), ("Lindqvist", 2)])
def test_families_of_one_name_are_one_where_all_know_them(family: str, entities: int) -> None:
    articles = [told(a, who(f"Bill {family}"), org(f"{family}s", type="Group")) for a in ("a", "b")]
    groups = [entity for entity in resolve(articles).entities if entity.type is EntityType.GROUP]
    assert len(groups) == entities


def test_a_republican_makes_no_family_of_republicans() -> None:
    articles = [told(a, who("Texas Republican"), org("Republicans", type="Group")) for a in ("a", "b")]
    assert [e.name for e in resolve(articles).entities if e.type is EntityType.GROUP] == ["Republicans"]


def test_who_is_foremost_in_news_and_corpus_is_meant_though_others_are_called_so() -> None:
    ronald = [told(f"r{n}", who("Ronald Reagan", "Reagan")) for n in range(20)]
    nancy = [told(f"n{n}", who("Nancy Reagan", "Reagan")) for n in range(3)]

    def entities(*others: Extraction) -> int:
        found = resolve([*ronald, *nancy, *others, told("bare", who("Reagan"))]).entities
        return len([entity for entity in found if "Reagan" in entity.name])

    assert entities() == 2
    assert entities(*[told(f"m{n}", who("Nancy Reagan", "Reagan")) for n in range(3)]) == 3
