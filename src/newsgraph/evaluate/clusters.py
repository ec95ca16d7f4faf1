"""Measures of clusters: MUC, B³ and CEAF-e, as the reference scorer counts them (Pradhan et al. 2014).

A cluster is a set of mentions, a mention anything that can be compared. Mentions of one side that the other lacks
stay where they are: they cost precision or recall and are never removed or added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from newsgraph.evaluate.matching import best_worth
from newsgraph.evaluate.scores import Counts, Scores, fraction, total

Cluster = frozenset[Any]
Clusters = Sequence[Cluster]


def count_muc(found: Clusters, gold: Clusters) -> Counts:
    """Links (Vilain et al. 1995): how many of those that tie a cluster together survive on the other side."""
    found_right, found_links = _links(found, gold)
    gold_right, gold_links = _links(gold, found)
    return Counts(found_right, found_links, gold_right, gold_links)


def _links(clusters: Clusters, others: Clusters) -> tuple[int, int]:
    where = _where(others)
    kept = sum(len(cluster) - len({where.get(m, m) for m in cluster}) for cluster in clusters)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def count_b3(found: Clusters, gold: Clusters) -> Counts:
    """Mentions (Bagga and Baldwin 1998): the share of each one's cluster that the other side gives it too."""
    shared = _shared(found, gold)
    return Counts(
        sum(n * n / len(found[i]) for (i, _), n in shared.items()),
        sum(map(len, found)),
        sum(n * n / len(gold[j]) for (_, j), n in shared.items()),
        sum(map(len, gold)),
    )


def count_ceafe(found: Clusters, gold: Clusters) -> Counts:
    """Entities (Luo 2005, φ4): each cluster paired with one of the other side, as well as can be."""
    shared = _shared(found, gold)
    similarity = best_worth({(i, j): 2 * n / (len(found[i]) + len(gold[j])) for (i, j), n in shared.items()})
    return Counts(similarity, len(found), similarity, len(gold))


METRICS: dict[str, Callable[[Clusters, Clusters], Counts]] = {
    "muc": count_muc,
    "b3": count_b3,
    "ceafe": count_ceafe,
}


def cluster_scores(pairs: Iterable[tuple[Clusters, Clusters]]) -> Scores:
    """The three measures over (found, gold) of each article, and their means; the mean F1 is «CoNLL F1»."""
    sides = list(pairs)
    counted = {name: total(count(found, gold) for found, gold in sides) for name, count in METRICS.items()}
    conll = sum(c.f1 for c in counted.values()) / len(counted)
    return {
        "precision": fraction(sum(c.precision for c in counted.values()), len(counted)),
        "recall": fraction(sum(c.recall for c in counted.values()), len(counted)),
        "f1": fraction(conll, 1),
        **{name: c.scores() for name, c in counted.items()},
        "conll_f1": fraction(conll, 1),
    }


def group(members: Iterable[tuple[Hashable, Hashable]], *, least: int = 1) -> list[Cluster]:
    """Clusters from (cluster, mention), those of ``least`` mentions or more; a mention is in the first that has it."""
    clusters: dict[Hashable, list[Hashable]] = {}
    seen: set[Hashable] = set()
    for name, mention in members:
        if mention not in seen:
            seen.add(mention)
            clusters.setdefault(name, []).append(mention)
    return [frozenset(cluster) for cluster in clusters.values() if len(cluster) >= least]


def _where(clusters: Clusters) -> dict[Any, tuple[str, int]]:
    return {mention: ("cluster", number) for number, cluster in enumerate(clusters) for mention in cluster}


def _shared(found: Clusters, gold: Clusters) -> Counter[tuple[int, int]]:
    """How many mentions each pair of clusters shares."""
    where = _where(gold)
    return Counter(
        (number, where[mention][1]) for number, cluster in enumerate(found) for mention in cluster if mention in where
    )
