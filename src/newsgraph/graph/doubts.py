"""The pairs that may be one, the most consequential first, each side with sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.graph.anchors import read_anchors
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.model import Anchor

# How many sentences of each side are shown, and how far they may reach around the mention, in code points.
SENTENCES = 2
REACH = 160

_DOUBTS = """
SELECT ?left ?leftName ?leftArticles ?right ?rightName ?rightArticles ?score ?reason {
    ?doubt a ng:Doubt ; ng:between ?left, ?right ; ng:confidence ?score ; ng:reason ?reason .
    FILTER(STR(?left) < STR(?right))
    ?left skos:prefLabel ?leftName ; ng:articleCount ?leftArticles .
    ?right skos:prefLabel ?rightName ; ng:articleCount ?rightArticles .
}"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a pair in doubt."""

    iri: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one, how likely (0 to 1), and why."""

    left: Candidate
    right: Candidate
    score: float
    reason: str

    @property
    def weight(self) -> float:
        """How much hangs on it: the articles that a wrong answer touches, by how likely the pair is one."""
        return self.score * min(self.left.articles, self.right.articles)


def read_doubts(store: GraphStore) -> list[Pair]:
    """All pairs in doubt, those first on which most hangs."""
    pairs = [
        Pair(
            Candidate(row["left"], row["leftName"], int(row["leftArticles"])),
            Candidate(row["right"], row["rightName"], int(row["rightArticles"])),
            float(row["score"]),
            row["reason"],
        )
        for row in rows_of(store.query(_DOUBTS))
    ]
    return sorted(pairs, key=lambda pair: (-pair.weight, -pair.score, pair.left.name, pair.left.iri, pair.right.iri))


def read_sentences(store: GraphStore, iri: str, texts: Mapping[str, str]) -> list[str]:
    """The sentences around some mentions of an entity, of different articles, each on one line."""
    shown: dict[str, Anchor] = {}
    for anchor in read_anchors(store, iri):
        shown.setdefault(anchor.article_id, anchor)
        if len(shown) == SENTENCES:
            break
    return [sentence_around(texts[anchor.article_id], anchor) for anchor in shown.values()]


def sentence_around(text: str, anchor: Anchor) -> str:
    """What stands around a mention, to the ends of its line or sentence, on one line."""
    before = text[max(0, anchor.span.start - REACH) : anchor.span.start]
    after = text[anchor.span.end : anchor.span.end + REACH]
    start = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in (". ", "\n", "? ", "! "))
    ends = [after.find(mark) + 1 for mark in (". ", "\n", "? ", "! ") if mark in after]
    return " ".join(f"{before[start:]}{anchor.surface}{after[: min(ends, default=REACH)]}".split())
