"""One type for one name; the names are given by hand."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.same_types import same_type_throughout
from newsgraph.model import EntityType

PERSON, OUTLET = EntityType.PERSON, EntityType.NEWS_OUTLET


def settled(*names: tuple[str, EntityType | None]) -> list[EntityType]:
    """The types of the names; ``None``: words that are no name."""
    doc = Doc(spacy.blank("en").vocab, words=[word for text, _ in names for word in text.split()])
    placed, end = [], 0
    for text, type_ in names:
        start, end = end, end + len(text.split())
        if type_ is not None:
            placed.append(Name(start, end, type_))
    return [name.type for name in same_type_throughout(doc, placed)]


def test_an_outlet_by_its_first_word_is_no_person() -> None:
    assert settled(("Harlow News", OUTLET), ("Harlow", PERSON)) == [OUTLET, OUTLET]


def test_an_outlet_has_its_reporters() -> None:
    named = ("Fox", PERSON), ("'s", None), ("Wendy Harlow", PERSON)
    assert settled(*named) == [OUTLET, PERSON]
    assert settled(("Harlow", PERSON), ("'s", None), ("Wendy Olsen", PERSON)) == [PERSON, PERSON]


def test_somebody_of_the_outlets_name_is_a_person() -> None:
    named = ("Wendy Harlow", PERSON), ("Harlow News", OUTLET), ("Harlow", PERSON)
    assert settled(*named) == [PERSON, OUTLET, PERSON]


def test_a_type_that_the_others_do_not_have_is_outvoted() -> None:
    others = [("Leeds", EntityType.CITY)] * 4
    assert settled(*others, ("Leeds", EntityType.ORGANIZATION)) == [EntityType.CITY] * 5
    assert settled(*others[1:], ("Leeds", EntityType.ORGANIZATION))[-1] is EntityType.ORGANIZATION


def test_state_beside_its_department_is_that() -> None:
    department = ("State Department", EntityType.GOVERNMENT_BODY)
    assert settled(department, ("State", PERSON))[-1] is EntityType.GOVERNMENT_BODY
    assert settled(("Ellery", EntityType.CITY), ("State", PERSON))[-1] is PERSON


def test_a_state_is_no_body() -> None:
    assert settled(("Ohio", EntityType.ORGANIZATION)) == [EntityType.REGION]


def test_washington_alone_is_the_capital() -> None:
    assert settled(("Washington", PERSON), ("insists", None)) == [EntityType.PLACE]
    assert settled(("Gen.", None), ("Washington", PERSON)) == [PERSON]
    assert settled(("Harlow Washington", PERSON), ("spoke", None), ("Washington", PERSON)) == [PERSON, PERSON]
    assert settled(("George Washington", PERSON), ("'s", None), ("Washington", PERSON)) == [PERSON, PERSON]
