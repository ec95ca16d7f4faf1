"""Precision, recall and F1, from what was counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Scores = dict[str, Any]
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was found, how much of it is right; how much there is to find, how much of it was found.

    The two numerators are one number in most measures, and two in those of clusters.
    """

    found_right: float = 0
    found: float = 0
    gold_right: float = 0
    gold: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found_right + other.found_right,
            self.found + other.found,
            self.gold_right + other.gold_right,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is to find that was found; 0 when there is nothing."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def scores(self) -> dict[str, float]:
        """The three as fractions, rounded."""
        return {
            "precision": round(self.precision, DIGITS),
            "recall": round(self.recall, DIGITS),
            "f1": round(self.f1, DIGITS),
        }


def counts(right: int, found: int, gold: int) -> Counts:
    """Counts of things that are either right or wrong."""
    return Counts(right, found, right, gold)


def count_sets(found: set[Any], gold: set[Any]) -> Counts:
    """Counts of two sets whose members are right when they are in both."""
    return counts(len(found & gold), len(found), len(gold))


def total(parts: Iterable[Counts]) -> Counts:
    """The sum over articles: micro averages come from it."""
    return sum(parts, Counts())


def fraction(part: float, whole: float) -> float:
    """A share, rounded; 0 of nothing."""
    return round(part / whole, DIGITS) if whole else 0.0


def with_main(scores: Scores, name: str) -> Scores:
    """The same, with precision, recall and F1 of one of several measures as those of the task."""
    return {**scores[name], **scores}
