"""The measures of clusters against the examples that their makers worked by hand."""

from __future__ import annotations

import pytest

from newsgraph.evaluate.clusters import Cluster, cluster_scores, count_b3, count_ceafe, count_muc, group
from newsgraph.evaluate.crossdoc import count_merges, count_splits
from newsgraph.evaluate.matching import best_worth, choose_pairs


def clusters(*members: str) -> list[Cluster]:
    return [frozenset(each) for each in members]


# Luo 2005, figure 1 and table 1: one truth, four responses.
TRUTH = clusters("12345", "67", "89ABC")
RESPONSES = {
    "a": clusters("12345", "6789ABC"),
    "b": clusters("1234589ABC", "67"),
    "c": clusters("123456789ABC"),
    "d": clusters(*"123456789ABC"),
}


@pytest.mark.parametrize(
    ("response", "muc", "b3", "ceafe"),
    [("a", 0.947, 0.865, 0.733), ("b", 0.947, 0.737, 0.667), ("c", 0.900, 0.545, 0.294), ("d", 0.0, 0.400, 0.178)],
)
def test_the_examples_of_luo(response: str, muc: float, b3: float, ceafe: float) -> None:
    found = RESPONSES[response]
    assert count_muc(found, TRUTH).f1 == pytest.approx(muc, abs=0.0005)
    assert count_b3(found, TRUTH).f1 == pytest.approx(b3, abs=0.0005)
    assert count_ceafe(found, TRUTH).f1 == pytest.approx(ceafe, abs=0.0005)


def test_the_example_of_pradhan_with_mentions_that_one_side_lacks() -> None:
    key, response = clusters("abc", "defg"), clusters("ab", "cd", "fghi")
    muc, b3, ceafe = (count(response, key) for count in (count_muc, count_b3, count_ceafe))
    assert (muc.recall, muc.precision) == (pytest.approx(2 / 5), pytest.approx(2 / 5))
    # (2²/3 + 1²/3 + 1²/4 + 2²/4) of 7; (2²/2 + 1²/2 + 1²/2 + 2²/4) of 8
    assert (b3.recall, b3.precision) == (pytest.approx(35 / 12 / 7), pytest.approx(4 / 8))
    # abc ~ ab: 4/5, defg ~ fghi: 4/8
    assert (ceafe.recall, ceafe.precision) == (pytest.approx(1.3 / 2), pytest.approx(1.3 / 3))
    scores = cluster_scores([(response, key)])
    assert scores["conll_f1"] == pytest.approx((muc.f1 + b3.f1 + ceafe.f1) / 3, abs=0.0001)
    assert scores["muc"] == {"precision": 0.4, "recall": 0.4, "f1": 0.4}


def test_articles_are_summed_not_averaged() -> None:
    scores = cluster_scores([(clusters("ab"), clusters("ab")), (clusters(), clusters("abcd"))])
    assert scores["muc"]["recall"] == 0.25
    assert scores["b3"]["recall"] == pytest.approx(2 / 6, abs=0.0001)
    assert scores["ceafe"]["recall"] == 0.5


def test_nothing_found_and_nothing_there_is_no_error() -> None:
    assert cluster_scores([([], [])])["conll_f1"] == 0.0


def test_pairs_are_chosen_for_their_sum_not_greedily() -> None:
    worth = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}
    assert sorted(choose_pairs(worth)) == [(0, 1), (1, 0)]
    assert best_worth(worth) == pytest.approx(1.5)


def test_a_mention_stands_in_one_cluster_only() -> None:
    assert group([("x", 1), ("x", 2), ("y", 2), ("y", 3)], least=2) == [frozenset({1, 2})]


def test_merges_and_splits_count_pairs_of_different_articles() -> None:
    gold = [frozenset({("a", 1), ("b", 1), ("c", 1)}), frozenset({("b", 2), ("c", 2)})]
    found = [frozenset({("a", 1), ("b", 1), ("b", 2)}), frozenset({("c", 1)}), frozenset({("c", 2)})]
    merged, split = count_merges(found, gold), count_splits(found, gold)
    assert (merged.found_right, merged.found) == (1, 2)  # a1 with b2; b1 and b2 are of one article
    assert (split.found_right, split.found) == (3, 4)  # a1-c1, b1-c1, b2-c2; a1-b1 stayed together
