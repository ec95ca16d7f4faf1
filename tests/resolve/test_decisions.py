"""What people have said about identity comes before everything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.model import Act, Decision, EntityType, Extraction, Resolution, Span, Unmet
from newsgraph.resolve import resolve
from tests.resolve.corpus import chain_id, entity_names, org, told, who
from tests.resolve.decided import decided, side

FIRST = told("a", who("Wendy Fairweather"))
SECOND = told("b", who("Wendy Fairweather"))
THIRD = told("c", who("Wendy Fairweather"))
MAIDEN = told("d", who("Wendy Holloway"))
CORPUS = [FIRST, SECOND, THIRD, MAIDEN]
A, B, C = (chain_id(article, "Wendy Fairweather") for article in (FIRST, SECOND, THIRD))
M = chain_id(MAIDEN, "Wendy Holloway")


def said(left: str, act: Act, right: str, at: str = "2026-01-01") -> Decision:
    return decided(act, side(CORPUS, left), side(CORPUS, right), at=at)


def undo(decision: Decision, at: str = "2026-03-01") -> Decision:
    return decided(Act.UNDO, at=at, value=decision.id)


def together(resolution: Resolution) -> set[frozenset[str]]:
    return {frozenset(entity.chain_ids) for entity in resolution.entities}


SAME, DIFFERENT = Act.SAME, Act.DIFFERENT
A_IS_M = said(A, SAME, M)
A_IS_NOT_B = said(A, DIFFERENT, B)


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), [{A, B, C}, {M}]),
        ((A_IS_M,), [{A, B, C, M}]),
        ((A_IS_NOT_B,), [{A, C}, {B}, {M}]),
        ((said(B, DIFFERENT, A),), [{B, C}, {A}, {M}]),
        ((A_IS_NOT_B, said(B, SAME, M)), [{A, C}, {B, M}]),
        ((said(A, SAME, "gone"),), [{A, B, C}, {M}]),
        # what is undone counts no more, unless undoing it is undone
        ((A_IS_M, undo(A_IS_M)), [{A, B, C}, {M}]),
        ((A_IS_M, undo(A_IS_M), undo(A_IS_M, at="2026-04-01")), [{A, B, C}, {M}]),
        ((A_IS_M, undo(A_IS_M), undo(undo(A_IS_M), at="2026-04-01")), [{A, B, C, M}]),
        # a «same» that would bring together what was called different is left out
        ((A_IS_NOT_B, A_IS_M, said(M, SAME, B, at="2026-02-01")), [{A, C, M}, {B}]),
        ((A_IS_NOT_B, A_IS_M, said(M, SAME, B, at="2026-02-01"), undo(A_IS_NOT_B)), [{A, B, C, M}]),
    ],
)
def test_decisions(decisions: tuple[Decision, ...], expected: list[set[str]]) -> None:
    assert together(resolve(CORPUS, decisions=decisions)) == {frozenset(group) for group in expected}
    assert resolve(CORPUS, decisions=decisions[::-1]) == resolve(CORPUS, decisions=decisions)


def test_a_contradiction_is_told_with_both_decisions() -> None:
    late = said(M, SAME, B, at="2026-02-01")
    resolution = resolve(CORPUS, decisions=[A_IS_NOT_B, A_IS_M, late])
    assert resolution.unmet == (Unmet(late.id, A_IS_NOT_B.id),)


def test_different_parts_two_names_that_would_be_one() -> None:
    corpus = [told("a", who("Mike Pence")), told("b", who("Michael Pence"))]
    mike, michael = chain_id(corpus[0], "Mike Pence"), chain_id(corpus[1], "Michael Pence")
    decision = decided(DIFFERENT, side(corpus, mike), side(corpus, michael))
    assert len(resolve(corpus).entities) == 1
    assert entity_names(resolve(corpus, decisions=[decision])) == ["Michael Pence", "Mike Pence"]


def test_several_articles_put_apart_stand_together() -> None:
    decision = decided(DIFFERENT, side(CORPUS, A), side(CORPUS, B, C))
    assert together(resolve(CORPUS, decisions=[decision])) == {frozenset({A}), frozenset({B, C}), frozenset({M})}


def test_a_bare_name_that_a_person_has_explained_is_not_explained_again() -> None:
    corpus = [told(f"h{n}", who("Hillary Clinton", "Clinton")) for n in range(20)]
    corpus += [told("b", who("Bill Clinton")), told("c", who("Clinton"))]
    bill, bare = chain_id(corpus[-2], "Bill Clinton"), chain_id(corpus[-1], "Clinton")
    resolution = resolve(corpus, decisions=[decided(SAME, side(corpus, bill), side(corpus, bare))])
    assert entity_names(resolution) == ["Bill Clinton", "Hillary Clinton"]
    assert resolution.by_chain[bare] == resolution.by_chain[bill]


def test_an_acronym_that_a_person_has_explained_is_not_explained_again() -> None:
    corpus = [
        told("a", org("National Harbor Safety Council")),
        told("b", org("Northern Health Service Corps")),
        told("c", org("NHSC")),
    ]
    other, short = chain_id(corpus[1], "Northern Health Service Corps"), chain_id(corpus[2], "NHSC")
    decision = decided(SAME, side(corpus, other), side(corpus, short))
    assert len(resolve(corpus, decisions=[decision]).entities) == 2


def test_what_is_left_after_a_split_keeps_its_id() -> None:
    whole, parted = resolve(CORPUS), resolve(CORPUS, decisions=[A_IS_NOT_B])
    assert parted.by_chain[A] == parted.by_chain[C] == whole.by_chain[A]
    assert parted.by_chain[B] != whole.by_chain[B]


def moved(extraction: Extraction, by: int) -> Extraction:
    """The same article as another version of it would have it: all later by some characters, chains of other ids."""
    mentions = tuple(
        replace(m, id=f"moved {m.id}", span=Span(m.span.start + by, m.span.end + by)) for m in extraction.mentions
    )
    chains = tuple(
        replace(c, id=f"moved {c.id}", mention_ids=tuple(f"moved {m}" for m in c.mention_ids))
        for c in extraction.chains
    )
    return replace(extraction, mentions=mentions, chains=chains)


def test_a_decision_finds_its_chain_in_another_version_of_the_article() -> None:
    resolution = resolve([FIRST, moved(SECOND, 40), THIRD, MAIDEN], decisions=[A_IS_NOT_B])
    assert together(resolution) == {frozenset({A, C}), frozenset({f"moved {B}"}), frozenset({M})}


def test_one_mention_can_be_put_apart_from_its_chain() -> None:
    article = told("a", who("Donald Trump", "Trump", pronouns=("he",)), who("Mary Trump"))
    corpus = [article]
    donald, mary = chain_id(article, "Donald Trump"), chain_id(article, "Mary Trump")
    taken = article.mentions[1]
    alone = side(corpus, donald, alone=True)
    alone = replace(alone, anchors=(replace(alone.anchors[0], span=taken.span, surface=taken.surface),))
    decisions = [decided(DIFFERENT, side(corpus, donald), alone), decided(SAME, alone, side(corpus, mary))]
    resolution = resolve(corpus, decisions=decisions)
    assert resolution.by_mention == {taken.id: resolution.by_chain[mary]}
    assert resolution.by_chain[donald] != resolution.by_chain[mary]
    assert entity_names(resolution) == ["Donald Trump", "Mary Trump"]


def test_names_and_types_given_by_people_change_no_id() -> None:
    named = decided(Act.RENAME, side(CORPUS, A), value="Wendy F.")
    typed = decided(Act.RETYPE, side(CORPUS, A), value="Company")
    resolution = resolve(CORPUS, decisions=[named, typed])
    entity = next(entity for entity in resolution.entities if A in entity.chain_ids)
    assert (entity.name, entity.type) == ("Wendy F.", EntityType.COMPANY)
    assert "Wendy Fairweather" in entity.aliases
    assert entity.id == resolve(CORPUS).by_chain[A]


def test_the_ids_of_merged_entities_lead_to_what_has_come_of_them() -> None:
    before = resolve(CORPUS)
    sides = [replace(side(CORPUS, chain), entity_id=before.by_chain[chain]) for chain in (A, M)]
    after = resolve(CORPUS, decisions=[decided(SAME, *sides)])
    gone = {before.by_chain[A], before.by_chain[M]} - {after.by_chain[A]}
    assert after.replaced == dict.fromkeys(gone, after.by_chain[A])
