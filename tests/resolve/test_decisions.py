"""What people have said about identity comes before everything else."""

from __future__ import annotations

import pytest

from newsgraph.model import Decision, Verdict
from newsgraph.resolve import resolve
from tests.resolve.corpus import chain_id, entity_names, org, told, who

FIRST = told("a", who("Wendy Fairweather"))
SECOND = told("b", who("Wendy Fairweather"))
THIRD = told("c", who("Wendy Fairweather"))
MAIDEN = told("d", who("Wendy Holloway"))
A, B, C = (chain_id(article, "Wendy Fairweather") for article in (FIRST, SECOND, THIRD))
M = chain_id(MAIDEN, "Wendy Holloway")


def said(left: str, verdict: Verdict, right: str, at: str = "2026-01-01") -> Decision:
    """A decision of one person."""
    return Decision(left, right, verdict, by="ana", at=at)


def together(*decisions: Decision) -> set[frozenset[str]]:
    """Which of the four chains are one entity, under these decisions."""
    entities = resolve([FIRST, SECOND, THIRD, MAIDEN], decisions=decisions).entities
    return {frozenset(entity.chain_ids) for entity in entities}


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), [{A, B, C}, {M}]),
        ((said(A, Verdict.SAME, M),), [{A, B, C, M}]),
        ((said(A, Verdict.DIFFERENT, B),), [{A, C}, {B}, {M}]),
        ((said(B, Verdict.DIFFERENT, A),), [{B, C}, {A}, {M}]),
        ((said(A, Verdict.DIFFERENT, B), said(B, Verdict.SAME, M)), [{A, C}, {B, M}]),
        ((said(A, Verdict.UNSURE, B),), [{A, B, C}, {M}]),
        ((said(A, Verdict.SAME, "gone"),), [{A, B, C}, {M}]),
        # the last word counts, whichever side it names first
        ((said(A, Verdict.DIFFERENT, B), said(B, Verdict.SAME, A, at="2026-02-01")), [{A, B, C}, {M}]),
        ((said(A, Verdict.SAME, M), said(A, Verdict.UNSURE, M, at="2026-02-01")), [{A, B, C}, {M}]),
        # a «same» that would bring together what was called different is left out
        (
            (
                said(A, Verdict.DIFFERENT, B),
                said(A, Verdict.SAME, M),
                said(M, Verdict.SAME, B, at="2026-02-01"),
            ),
            [{A, C, M}, {B}],
        ),
    ],
)
def test_decisions(decisions: tuple[Decision, ...], expected: list[set[str]]) -> None:
    assert together(*decisions) == {frozenset(group) for group in expected}
    assert together(*reversed(decisions)) == together(*decisions)


def test_different_parts_two_names_that_would_be_one() -> None:
    mike, michael = told("a", who("Mike Pence")), told("b", who("Michael Pence"))
    decision = said(chain_id(mike, "Mike Pence"), Verdict.DIFFERENT, chain_id(michael, "Michael Pence"))
    assert len(resolve([mike, michael]).entities) == 1
    assert entity_names(resolve([mike, michael], decisions=[decision])) == ["Michael Pence", "Mike Pence"]


def test_a_bare_name_that_a_person_has_explained_is_not_explained_again() -> None:
    corpus = [told(f"h{n}", who("Hillary Clinton", "Clinton")) for n in range(20)]
    bill, bare = told("b", who("Bill Clinton")), told("c", who("Clinton"))
    decision = said(chain_id(bill, "Bill Clinton"), Verdict.SAME, chain_id(bare, "Clinton"))
    resolution = resolve([*corpus, bill, bare], decisions=[decision])
    assert entity_names(resolution) == ["Bill Clinton", "Hillary Clinton"]
    assert resolution.by_chain[chain_id(bare, "Clinton")] == resolution.by_chain[chain_id(bill, "Bill Clinton")]


def test_an_acronym_that_a_person_has_explained_is_not_explained_again() -> None:
    long = told("a", org("National Harbor Safety Council"))
    other, short = told("b", org("Northern Health Service Corps")), told("c", org("NHSC"))
    decision = said(chain_id(other, "Northern Health Service Corps"), Verdict.SAME, chain_id(short, "NHSC"))
    resolution = resolve([long, other, short], decisions=[decision])
    assert len(resolution.entities) == 2


def test_what_is_left_after_a_split_keeps_its_id() -> None:
    whole = resolve([FIRST, SECOND, THIRD])
    parted = resolve([FIRST, SECOND, THIRD], decisions=[said(A, Verdict.DIFFERENT, B)])
    assert parted.by_chain[A] == parted.by_chain[C] == whole.by_chain[A]
    assert parted.by_chain[B] != whole.by_chain[B]
