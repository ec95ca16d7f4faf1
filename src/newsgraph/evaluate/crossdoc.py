"""``crossdoc``: which mentions of different articles are one; clusters never cross topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from newsgraph.evaluate.clusters import Cluster, cluster_scores, group
from newsgraph.evaluate.coref import chains_by_mention, head_of, place_mentions
from newsgraph.evaluate.events import pair_spans
from newsgraph.evaluate.gold import GoldError, GoldMention, Offsets
from newsgraph.evaluate.readers.linking import PRONOUNS
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Counts, Scores, fraction, total
from newsgraph.model import MentionForm
from newsgraph.resolve import resolve

WHAT = ("entities", "events")
# Times are no entities to newsgraph; ECB+ marks them beside participants and places.
TIME = "TIME"

Member = tuple[Hashable, Hashable]  # the cluster, and the mention: article and offsets
Sides = tuple[list[Cluster], list[Cluster]]


def measure_crossdoc(readings: Iterable[Reading], *, what: str = "entities", gold_mentions: bool = False) -> Scores:
    """MUC, B³, CEAF-e over topics, whose articles are resolved together; sums over all topics (micro).

    Without ``gold_mentions`` entities are those with names, on both sides.
    """
    topics: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        topics[reading.gold.topic or ""].append(reading)
    measure = _entities if what == "entities" else _events
    sides = [measure(pages, gold_mentions=gold_mentions) for _, pages in sorted(topics.items())]
    if not any(gold for _, gold in sides):
        raise GoldError(f"no {what} with identity across articles in this data")
    merged, split = total(count_merges(*side) for side in sides), total(count_splits(*side) for side in sides)
    return {
        **cluster_scores(sides),
        "what": what,
        "topics": len(sides),
        "false_merge_rate": fraction(merged.found_right, merged.found),
        "split_rate": fraction(split.found_right, split.found),
    }


def count_merges(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Counts:
    """Of the pairs of mentions of different articles that were put together, those that are two things."""
    return _count_parted(found, gold)


def count_splits(found: Sequence[Cluster], gold: Sequence[Cluster]) -> Counts:
    """Of the pairs of mentions of different articles that are one thing, those that were kept apart."""
    return _count_parted(gold, found)


def _count_parted(together: Sequence[Cluster], others: Sequence[Cluster]) -> Counts:
    """Pairs in one cluster here, and of these the ones in two clusters there; mentions that both sides have."""
    where = {mention: number for number, cluster in enumerate(others) for mention in cluster}
    pairs = parted = 0
    for cluster in together:
        for one, other in combinations(sorted(mention for mention in cluster if mention in where), 2):
            if one[0] != other[0]:
                pairs += 1
                parted += where[one] != where[other]
    return Counts(found_right=parted, found=pairs)


def _entities(pages: Sequence[Reading], *, gold_mentions: bool) -> Sides:
    resolution = resolve(page.extraction for page in pages)
    found: list[Member] = []
    gold: list[Member] = []
    for page in pages:
        chain_of = chains_by_mention(page.extraction)
        entity_of = {mention: resolution.by_chain.get(chain, chain) for mention, chain in chain_of.items()}
        wanted = [m for m in page.gold.mentions if m.entity is not None and not (m.type or "").startswith(TIME)]
        if not gold_mentions:
            wanted = [m for m in wanted if _is_named(page.gold.text, m)]
        gold += _members(page, ((m.entity, (m.start, m.end)) for m in wanted))
        if gold_mentions:
            placed = place_mentions(page.gold.text, wanted, page.mentions)
            names = {span: entity_of.get(mention.id, mention.id) for span, mention in placed.items()}
            spans = [(m.start, m.end) for m in wanted]
            found += _members(page, ((names.get(span, (page.gold.id, span)), span) for span in spans))
        else:
            named = [m for m in page.mentions if m.form is MentionForm.NAME]
            found += _members(page, ((entity_of.get(m.id, m.id), (m.span.start, m.span.end)) for m in named))
    return group(found), group(gold)


def _events(pages: Sequence[Reading], *, gold_mentions: bool) -> Sides:
    """An event is one with another when newsgraph says so; as yet it never does, so that each stands alone."""
    found: list[Member] = []
    gold: list[Member] = []
    for page in pages:
        wanted = [(event.entity, (event.start, event.end)) for event in page.gold.events if event.entity is not None]
        spans = sorted({span for _, span in wanted})
        events = [e for e in page.extraction.events if page.gold.is_annotated(e.trigger.start, e.trigger.end)]
        triggers = [(e.trigger.start, e.trigger.end) for e in events]
        gold += _members(page, wanted)
        if gold_mentions:
            pairs = pair_spans(triggers, spans)
            names = {spans[there]: events[here].id for here, there in pairs.items()}
            found += _members(page, ((names.get(span, (page.gold.id, span)), span) for span in spans))
        else:
            found += _members(page, ((event.id, span) for event, span in zip(events, triggers, strict=True)))
    return group(found), group(gold)


def _members(page: Reading, members: Iterable[tuple[Hashable, Offsets]]) -> Iterator[Member]:
    return ((cluster, (page.gold.id, *span)) for cluster, span in members)


def _is_named(text: str, mention: GoldMention) -> bool:
    """Whether a gold mention is a name: the data says so, or its head begins with a capital."""
    if mention.form is not None:
        return mention.form == "name"
    start, end = head_of(text, mention.start, mention.end)
    return text[start].isupper() and text[start:end].lower() not in PRONOUNS
