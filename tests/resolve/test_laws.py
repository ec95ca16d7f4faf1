"""What holds for every corpus."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsgraph.kb import open_kb
from newsgraph.model import Act, Decision, EntityType, Extraction
from newsgraph.resolve import Bench, Known, gather, pack, resolve, resolve_gathered, unpack
from newsgraph.resolve.affairs import group_affairs, outline
from tests.resolve.corpus import Who, told
from tests.resolve.decided import decided, side

NAMES = [
    ("Person", "Donald Trump"),
    ("Person", "Donald J. Trump"),
    ("Person", "Donald Trump Jr."),
    ("Person", "Trump"),
    ("Person", "Ivanka Trump"),
    ("Person", "Mr. Trump"),
    ("Person", "George Bush"),
    ("Person", "George W. Bush"),
    ("Person", "George H.W. Bush"),
    ("Person", "Bush"),
    ("Person", "John Smith"),
    ("Person", "Smith"),
    ("Person", "Mike Johnson"),
    ("Person", "Michael Johnson"),
    ("Person", "Jordan"),
    ("Person", "Washington"),
    ("Person", "Paris Hilton"),
    ("Person", "Chris Abbott"),
    ("Person", "Christina Abbott"),
    ("Person", "Christopher Abbott"),
    ("Person", "Amazon"),
    ("Person", "Peña Nieto"),
    ("Person", "Pope Francis"),
    ("Person", "Enrique Peña Nieto"),
    ("Person", "Francis"),
    ("Organization", "Trump Organization"),
    ("Organization", "Trump"),
    ("Organization", "EPA"),
    ("Organization", "Environmental Protection Agency"),
    ("Organization", "Times"),
    ("Organization", "Amazon"),
    ("Organization", "New York Times"),
    ("Organization", "Amazon.com Inc."),
    ("Organization", "ABA"),
    ("Organization", "American Bar Association"),
    ("Organization", "American Bicycle Association"),
    ("Organization", "U.S."),
    ("Organization", "White House"),
    ("Place", "Georgia"),
    ("Place", "Atlanta"),
    ("Place", "Tbilisi"),
    ("Place", "Washington"),
    ("Place", "Seattle"),
    ("Place", "Washington, D.C."),
    ("Place", "Jordan"),
    ("Place", "America"),
    ("Place", "Amazon"),
    ("Place", "Paris Hilton"),
    ("Place", "White House"),
    ("Group", "Americans"),
    ("AnonymousSource", "officials"),
    ("Position", "former Senator"),
]
TITLES = [None, None, None, "President", "County clerk", "football coach", "Mrs.", "Pope"]


@st.composite
def _who(draw: st.DrawFn) -> Who:
    type_, name = draw(st.sampled_from(NAMES))
    more = (draw(st.sampled_from(NAMES))[1],) if draw(st.integers(0, 9)) == 0 else ()
    pronouns = draw(st.sampled_from([(), (), ("he",), ("she",)]))
    return Who((name, *more), type_, draw(st.sampled_from(TITLES)), pronouns)


@st.composite
def corpora(draw: st.DrawFn) -> list[Extraction]:
    """Up to a dozen articles over a small pool of treacherous names."""
    sizes = draw(st.lists(st.lists(_who(), min_size=1, max_size=6), min_size=1, max_size=12))
    return [told(f"article {number}", *people) for number, people in enumerate(sizes)]


def _decisions(corpus: list[Extraction], seed: int) -> list[Decision]:
    chains = [chain.id for extraction in corpus for chain in extraction.chains]
    dice = random.Random(seed)
    return [
        decided(
            dice.choice([Act.SAME, Act.DIFFERENT]),
            *(side(corpus, dice.choice(chains)) for _ in range(2)),
            at=f"2026-01-0{nth}",
        )
        for nth in range(1, 6)
    ]


OUTLETS = ["CNN (Web News)", "New York Times - News", "The Times", "Amazon"]
AUTHORS = [("John Smith", "CNN"), ("Donald Trump", "The Times")]


@settings(max_examples=150, deadline=None)
@given(corpora(), st.integers(0, 10**6))
def test_the_order_of_articles_and_decisions_leaves_no_trace(corpus: list[Extraction], seed: int) -> None:
    decisions = _decisions(corpus, seed)
    expected = resolve(corpus, outlets=OUTLETS, authors=AUTHORS, decisions=decisions)
    dice = random.Random(seed)
    for items in (corpus, decisions, outlets := list(OUTLETS), authors := list(AUTHORS)):
        dice.shuffle(items)
    again = resolve(corpus, outlets=outlets, authors=authors, decisions=decisions)
    assert repr(again) == repr(expected)


@settings(max_examples=100, deadline=None)
@given(corpora(), st.integers(0, 10**6))
def test_evidence_that_was_kept_tells_the_same(corpus: list[Extraction], seed: int) -> None:
    decisions = _decisions(corpus, seed)
    bench = Bench.of(decisions)
    known = Known(open_kb())
    kept = [unpack(pack(gather(bench.take(extraction), known))) for extraction in corpus]
    again = resolve_gathered(kept, bench, known, outlets=OUTLETS, authors=AUTHORS)
    assert repr(again) == repr(resolve(corpus, outlets=OUTLETS, authors=AUTHORS, decisions=decisions))


@settings(max_examples=100, deadline=None)
@given(corpora())
def test_every_chain_is_in_exactly_one_entity_and_ids_are_unique(corpus: list[Extraction]) -> None:
    resolution = resolve(corpus, outlets=OUTLETS, authors=AUTHORS)
    assert max(Counter(entity.id for entity in resolution.entities).values()) == 1
    held = {chain_id: entity.id for entity in resolution.entities for chain_id in entity.chain_ids}
    assert held == resolution.by_chain
    assert set(held) == {chain.id for extraction in corpus for chain in extraction.chains}
    assert sum(len(entity.chain_ids) for entity in resolution.entities) == len(held)
    known = {entity.id for entity in resolution.entities}
    assert known >= {*resolution.outlets.values(), *resolution.authors.values()}
    assert set(resolution.outlets) == set(OUTLETS)
    assert set(resolution.authors) == set(AUTHORS)


@settings(max_examples=100, deadline=None)
@given(corpora())
def test_an_unrelated_article_changes_no_other_entity(corpus: list[Extraction]) -> None:
    before = resolve(corpus, outlets=OUTLETS)
    other = told("unrelated", Who(("Wendy Fairweather", "Fairweather")), Who(("Meridian Bank",), "Company"))
    # Beside one more article the words of the others are rarer: two of them may now tell of one matter.
    affairs = group_affairs([outline(extraction) for extraction in corpus])
    assume(group_affairs([outline(extraction) for extraction in [*corpus, other]]).items() >= affairs.items())
    after = resolve([*corpus, other], outlets=OUTLETS)
    assert set(before.entities) < set(after.entities)
    assert len(after.entities) == len(before.entities) + 2


@settings(max_examples=100, deadline=None)
@given(corpora(), st.integers(0, 10**6))
def test_what_people_call_different_is_never_one(corpus: list[Extraction], seed: int) -> None:
    decisions = _decisions(corpus, seed)
    resolution = resolve(corpus, decisions=decisions)
    chains = {
        (extraction.article_id, mention.span): chain.id
        for extraction in corpus
        for chain in extraction.chains
        for mention in extraction.mentions
        if mention.id in chain.mention_ids
    }
    for one in decisions:
        left, right = (chains[anchor.article_id, anchor.span] for side in one.sides for anchor in side.anchors)
        if one.act is Act.DIFFERENT and left != right:
            assert resolution.by_chain[left] != resolution.by_chain[right]
        elif one.id not in {unmet.decision_id for unmet in resolution.unmet}:
            assert left == right or resolution.by_chain[left] == resolution.by_chain[right]


@settings(max_examples=200, deadline=None)
@given(corpora())
def test_the_traps_are_never_sprung(corpus: list[Extraction]) -> None:
    names = {chain.id: (chain.name, chain.type) for extraction in corpus for chain in extraction.chains}
    surfaces = {mention.id: mention.surface for extraction in corpus for mention in extraction.mentions}
    # What an article itself puts together: one chain that bears both names.
    together = [{surfaces[m] for m in chain.mention_ids} for extraction in corpus for chain in extraction.chains]
    for entity in resolve(corpus).entities:
        held = {names[chain_id][0] for chain_id in entity.chain_ids}
        types = {names[chain_id][1] for chain_id in entity.chain_ids}
        for pair in (
            {"Donald Trump", "Donald Trump Jr."},
            {"Donald Trump", "Ivanka Trump"},
            {"George W. Bush", "George H.W. Bush"},
            {"Christina Abbott", "Christopher Abbott"},
            {"American Bar Association", "American Bicycle Association"},
            {"Trump Organization", "Donald Trump"},
            {"Times", "New York Times"},
            {"Americans", "America"},
        ):
            assert not pair <= held or any(pair <= chained for chained in together)
        if held & {"Jordan", "Amazon", "Trump"} and EntityType.PERSON in types:
            assert types == {EntityType.PERSON}
