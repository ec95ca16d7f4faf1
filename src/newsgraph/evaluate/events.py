"""``events``: the words that tell that something happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsgraph.evaluate.gold import Offsets
from newsgraph.evaluate.matching import choose_pairs
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Scores, count_sets, counts, fraction, total


def measure_events(readings: Iterable[Reading]) -> Scores:
    """Triggers in what people looked at: ``overlap`` (a shared character, one to one; it is the main one), ``exact``.

    The types of the data are seldom ours: ``by_type`` is the share of its triggers found, by its types.
    """
    exact, overlap = [], []
    by_type: defaultdict[str, list[bool]] = defaultdict(list)
    for reading in readings:
        found = sorted(
            {
                (trigger.start, trigger.end)
                for trigger in reading.extraction.triggers
                if reading.gold.is_annotated(trigger.start, trigger.end)
            }
        )
        types = {
            (event.start, event.end): event.type or ""
            for event in reading.gold.events
            if reading.gold.is_annotated(event.start, event.end)
        }
        gold = sorted(types)
        pairs = pair_spans(found, gold)
        exact.append(count_sets(set(found), set(gold)))
        overlap.append(counts(len(pairs), len(found), len(gold)))
        hit = set(pairs.values())
        for number, span in enumerate(gold):
            by_type[types[span]].append(number in hit)
    return {
        **total(overlap).scores(),
        "overlap": total(overlap).scores(),
        "exact": total(exact).scores(),
        "by_type": {
            kind: {"gold": len(hits), "recall": fraction(sum(hits), len(hits))}
            for kind, hits in sorted(by_type.items())
        },
    }


def pair_spans(found: list[Offsets], gold: list[Offsets]) -> dict[int, int]:
    """Which found span is which gold one: pairs that share a character, as many as can be, the likest first."""
    worth = {}
    for i, one in enumerate(found):
        for j, other in enumerate(gold):
            shared = min(one[1], other[1]) - max(one[0], other[0])
            if shared > 0:
                joined = max(one[1], other[1]) - min(one[0], other[0])
                worth[i, j] = 1.0 + shared / joined / (len(found) + len(gold))
    return dict(choose_pairs(worth))
