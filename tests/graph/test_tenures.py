"""Posts that are known to have ended before an article came out."""

from __future__ import annotations

import pytest

from newsgraph import ids
from newsgraph.graph.tenures import Tenure, Tenures, tenure_of
from newsgraph.model import Candidate, Entity, EntityType, Resolution
from tests.graph.corpus import source

ENTITIES = {
    "Ronald Reagan": EntityType.PERSON,
    "Democratic President": EntityType.POSITION,
    "chairman": EntityType.POSITION,
    "United States": EntityType.COUNTRY,
    "France": EntityType.COUNTRY,
}
ABOUT = "president of the United States, governor of California (1981–1989)"
KNOWN = "president of the United States, actor (1981–1989)"


def tenures(about: str, *, chosen: bool = True) -> Tenures:
    entities = tuple(Entity(ids.mint_entity(name), name, type_) for name, type_ in ENTITIES.items())
    known = Candidate(ids.mint_entity("Ronald Reagan"), "r", "Ronald Reagan", 0.9, chosen, about)
    return source([], [], Resolution(entities, {}, {}, {}, candidates=(known,)), {}).tenures


def is_over(of: Tenures, predicate: str, name: str, day: str | None) -> bool:
    return of.is_over(ids.mint_entity("Ronald Reagan"), predicate, ids.mint_entity(name), day)


@pytest.mark.parametrize(
    ("about", "tenure"),
    [
        (ABOUT, Tenure("president of the United States", 1999)),
        ("president of France, author (1995–2007)", Tenure("president of France", 2007)),
        ("minister of finance (2020)", Tenure("minister of finance", 2020)),
        ("professor of law (2001–2009)", None),
        ("senator from Iowa (1981–)", None),
        ("president of Ghana", None),
        ("", None),
    ],
)
def test_the_last_year_in_the_post_for_which_somebody_is_known(about: str, tenure: Tenure | None) -> None:
    assert tenure_of(about) == tenure


@pytest.mark.parametrize(
    ("predicate", "name", "day", "over"),
    [
        ("holdsPosition", "Democratic President", "2016-05-01", True),
        ("holdsPosition", "Democratic President", "1990-01-01", True),
        ("holdsPosition", "Democratic President", "1989-12-31", False),
        ("holdsPosition", "Democratic President", None, False),
        ("holdsPosition", "chairman", "2016-05-01", False),
        ("headOfStateOf", "United States", "2016-05-01", True),
        ("headOfStateOf", "France", "2016-05-01", False),
        ("citizenOf", "United States", "2016-05-01", False),
    ],
)
def test_a_post_is_over_in_the_years_after(predicate: str, name: str, day: str | None, over: bool) -> None:  # noqa: FBT001
    assert is_over(tenures(KNOWN), predicate, name, day) is over


def test_who_is_not_surely_known_has_no_tenure() -> None:
    assert not is_over(tenures(ABOUT, chosen=False), "holdsPosition", "Democratic President", "2016-05-01")


def test_what_decides_changes_with_the_name_of_a_post() -> None:
    person, post = ids.mint_entity("Ronald Reagan"), ids.mint_entity("chairman")
    assert tenures(KNOWN).told_by([person, post]) == [Tenure("president of the United States", 1989), "chairman"]
    assert tenures(KNOWN).told_by([post]) == []
