"""``coref``: which mentions of an article are one; chains of two mentions or more, exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from newsgraph.evaluate.clusters import Cluster, cluster_scores, group
from newsgraph.evaluate.gold import GoldArticle, GoldMention, Offsets
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Scores
from newsgraph.model import Extraction, Mention

# A chain of one mention says nothing about identity, and the data has none.
SHORTEST = 2
# Where the head of a noun phrase lies behind: «the *president* of France», «*Ana Roth*, 44,».
AFTER_HEAD = re.compile(
    r"\s*[,(:;–—]|\s+(?:of|in|for|from|on|at|by|with|to|about|against|who|whom|whose|which|that|where|and|or)\b"
)


def measure_coref(readings: Iterable[Reading], *, gold_mentions: bool = False) -> Scores:
    """MUC, B³ and CEAF-e over all articles; with ``gold_mentions`` over the mentions of the gold data."""
    return cluster_scores(
        (placed_clusters(reading) if gold_mentions else found_clusters(reading), gold_clusters(reading.gold))
        for reading in readings
    )


def gold_clusters(article: GoldArticle) -> list[Cluster]:
    """The chains of the gold data."""
    named = ((m.entity, (m.start, m.end)) for m in article.mentions if m.entity is not None)
    return group(named, least=SHORTEST)


def found_clusters(reading: Reading) -> list[Cluster]:
    """The chains that newsgraph found."""
    phrases = reading.extraction.coreferences
    members = ((number, (span.start, span.end)) for number, spans in enumerate(phrases) for span in spans)
    return group(members, least=SHORTEST)


def placed_clusters(reading: Reading) -> list[Cluster]:
    """The gold mentions, each in the chain of the mention that newsgraph found there; else alone."""
    chain_of = chains_by_mention(reading.extraction)
    chained = gold_clusters(reading.gold)
    wanted = [m for m in reading.gold.mentions if any((m.start, m.end) in cluster for cluster in chained)]
    placed = place_mentions(reading.gold.text, wanted, reading.mentions)
    return group(
        (chain_of.get(placed[span].id, placed[span].id) if span in placed else span, span)
        for span in ((m.start, m.end) for m in wanted)
    )


def chains_by_mention(extraction: Extraction) -> dict[str, str]:
    """The chain of each mention."""
    return {mention_id: chain.id for chain in extraction.chains for mention_id in chain.mention_ids}


def place_mentions(text: str, gold: Iterable[GoldMention], found: Iterable[Mention]) -> Mapping[Offsets, Mention]:
    """For each gold mention the found mention that covers its head and shares most with it; each is given once."""
    candidates = list(found)
    pairs = []
    for mention in gold:
        head = head_of(text, mention.start, mention.end)
        for number, candidate in enumerate(candidates):
            span = candidate.span
            if span.start < head[1] and head[0] < span.end:
                shared = min(span.end, mention.end) - max(span.start, mention.start)
                joined = max(span.end, mention.end) - min(span.start, mention.start)
                pairs.append((-shared / joined, mention.start, mention.end, number))
    placed: dict[Offsets, Mention] = {}
    given: set[int] = set()
    for _, start, end, number in sorted(pairs):
        if (start, end) not in placed and number not in given:
            placed[start, end] = candidates[number]
            given.add(number)
    return placed


def head_of(text: str, start: int, end: int) -> Offsets:
    """The head word of a noun phrase, by a rule of thumb: the last one before «of», «who», a comma and such."""
    first_word = re.match(r"\S+", text[start:end])
    behind = AFTER_HEAD.search(text, start + (first_word.end() if first_word else 1) - 1, end)
    stop = behind.start() if behind else end
    words = list(re.finditer(r"\S+", text[start:stop])) or list(re.finditer(r"\S+", text[start:end]))
    return (start + words[-1].start(), start + words[-1].end()) if words else (start, end)
