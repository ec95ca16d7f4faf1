"""``crossdoc``: which mentions of different articles are one; clusters never cross topics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from networkx.utils import UnionFind

from newsgraph.evaluate.clusters import Cluster, cluster_scores, group
from newsgraph.evaluate.coref import chains_by_mention, head_of, place_mentions
from newsgraph.evaluate.events import pair_spans
from newsgraph.evaluate.gold import GoldError, GoldMention, Offsets
from newsgraph.evaluate.readers.linking import PRONOUNS
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Counts, Scores, fraction, total
from newsgraph.model import EntityType, MentionForm
from newsgraph.resolve import resolve
from newsgraph.resolve.affairs import group_affairs, outline
from newsgraph.resolve.happenings import word_stem

WHAT = ("entities", "events")
# Times are no entities to newsgraph; ECB+ marks them beside participants and places.
TIME = "TIME"
# What ECB+ marks that is neither person, body nor place.
THINGS = ("NON_HUMAN_PART", "HUMAN_PART_VEH", "HUMAN_PART_MET", "HUMAN_PART_GENERIC")
NO_ENTITIES = frozenset(
    {
        EntityType.POSITION, EntityType.ANONYMOUS_SOURCE, EntityType.EVENT, EntityType.LAW, EntityType.PRODUCT,
        EntityType.WORK,
    }
)  # fmt: skip

# Marks that stand behind a word.
MARKS = ".,;:!?\"'’”“‘"

Member = tuple[Hashable, Hashable]  # the cluster, and the mention: article and offsets
Sides = tuple[list[Cluster], list[Cluster]]


def measure_crossdoc(readings: Iterable[Reading], *, what: str = "entities", gold_mentions: bool = False) -> Scores:
    """MUC, B³, CEAF-e by topic, sums over all topics (micro); all articles are resolved together.

    With ``gold_mentions`` phrases without a name are one where their heads are, in articles of one affair, or where the
    reader of the article ties them.

    Without ``gold_mentions`` entities are the people, bodies and places with names, on both sides; a found name takes
    the place of the gold mention whose head it covers («in Queens», «Queens»).
    """
    pages = list(readings)
    topics: defaultdict[str, list[Reading]] = defaultdict(list)
    for page in pages:
        topics[page.gold.topic or ""].append(page)
    affair_of = group_affairs([outline(page.extraction) for page in pages])
    if what == "entities":
        entity_of = resolve(page.extraction for page in pages).by_chain
        sides = [
            _phrases(topic, entity_of, affair_of) if gold_mentions else _named(topic, entity_of)
            for _, topic in sorted(topics.items())
        ]
    else:
        sides = [_events(topic, affair_of, gold_mentions=gold_mentions) for _, topic in sorted(topics.items())]
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


def _named(pages: Sequence[Reading], entity_of: Mapping[str, str]) -> Sides:
    """The names that were found, against the names of the gold data."""
    found: list[Member] = []
    gold: list[Member] = []
    for page in pages:
        wanted = [m for m in page.gold.mentions if _is_asked(page, m, named=True)]
        gold += _members(page, ((m.entity, (m.start, m.end)) for m in wanted))
        named = [m for m in page.mentions if m.form is MentionForm.NAME and m.type not in NO_ENTITIES]
        place_of = {m.id: span for span, m in place_mentions(page.gold.text, wanted, named).items()}
        entities = _entities_by_mention(page, entity_of)
        found += _members(
            page, ((entities.get(m.id, m.id), place_of.get(m.id, (m.span.start, m.span.end))) for m in named)
        )
    return group(found), group(gold)


def _phrases(pages: Sequence[Reading], entity_of: Mapping[str, str], affair_of: Mapping[str, str]) -> Sides:
    """The phrases of the gold data with or without a name, each tied to what it is held to be one with."""
    gold: list[Member] = []
    ties = UnionFind()
    asked: list[tuple[Reading, Offsets]] = []
    entities_of_head: defaultdict[Hashable, set[str]] = defaultdict(set)
    articles = Counter(entity for page in pages for entity in set(_entities_by_mention(page, entity_of).values()))
    for page in pages:
        wanted = [m for m in page.gold.mentions if _is_asked(page, m, named=False)]
        gold += _members(page, ((m.entity, (m.start, m.end)) for m in wanted))
        entities = _entities_by_mention(page, entity_of)
        entity_at = {
            span: entities[mention.id]
            for span, mention in place_mentions(page.gold.text, wanted, page.mentions).items()
            if mention.id in entities
        }
        for span in sorted({(m.start, m.end) for m in wanted}):
            asked.append((page, span))
            start, end = head_of(page.gold.text, *span)
            word = page.gold.text[start:end].rstrip(MARKS)
            end = start + len(word)
            head = "head", affair_of[page.extraction.article_id], word.casefold()
            phrase = page.gold.id, span
            entity = entity_at.get(span)
            if entity is not None:
                ties.union(entity, phrase)
            elif (told := _coreference(page, start, end)) is not None:
                ties.union(("coreference", page.gold.id, told), phrase)
            if word.casefold() in PRONOUNS:
                continue
            if entity is not None and articles[entity] > 1:
                entities_of_head[head].add(entity)
            else:
                ties.union(head, phrase)
    for shared_head, named in entities_of_head.items():
        if len(named) == 1:
            ties.union(shared_head, *named)
    found = [member for page, span in asked for member in _members(page, [(ties[page.gold.id, span], span)])]
    return group(found), group(gold)


def _entities_by_mention(page: Reading, entity_of: Mapping[str, str]) -> dict[str, str]:
    return {mention: entity_of.get(chain, chain) for mention, chain in chains_by_mention(page.extraction).items()}


def _coreference(page: Reading, start: int, end: int) -> int | None:
    """The number of the set of phrases of one thing in which one ends with this head."""
    for number, spans in enumerate(page.extraction.coreferences):
        if any(span.start <= start and span.end == end for span in spans):
            return number
    return None


def _is_asked(page: Reading, mention: GoldMention, *, named: bool) -> bool:
    """Whether a gold mention counts: in what people looked at; ``named``: only names of people, bodies and places."""
    type_ = mention.type or ""
    if mention.entity is None or type_.startswith(TIME) or not page.gold.is_annotated(mention.start, mention.end):
        return False
    return not named or (not type_.startswith(THINGS) and _is_named(page.gold.text, mention))


def _events(pages: Sequence[Reading], affair_of: Mapping[str, str], *, gold_mentions: bool) -> Sides:
    """Words that tell events: those of one stem in articles of one affair are one event."""
    found: list[Member] = []
    gold: list[Member] = []
    for page in pages:
        asked = [e for e in page.gold.events if e.entity is not None and page.gold.is_annotated(e.start, e.end)]
        gold += _members(page, ((event.entity, (event.start, event.end)) for event in asked))
        lemma_at = {
            (trigger.start, trigger.end): lemma
            for trigger, lemma in zip(page.extraction.triggers, page.extraction.lemmas, strict=True)
            if page.gold.is_annotated(trigger.start, trigger.end)
        }
        if gold_mentions:
            lemma_at = _at_gold(page.gold.text, lemma_at, sorted({(event.start, event.end) for event in asked}))
        affair = affair_of[page.extraction.article_id]
        found += _members(page, (((affair, word_stem(lemma)), span) for span, lemma in lemma_at.items()))
    return group(found), group(gold)


def _at_gold(text: str, lemma_at: Mapping[Offsets, str], gold: list[Offsets]) -> dict[Offsets, str]:
    """The lemmas at the places of the gold data; where none was found, the first word that stands there."""
    triggers = list(lemma_at)
    pairs = pair_spans(triggers, gold)
    words = {span: text[span[0] : span[1]].split(maxsplit=1)[0] for span in gold}
    return words | {gold[there]: lemma_at[triggers[here]] for here, there in pairs.items()}


def _members(page: Reading, members: Iterable[tuple[Hashable, Offsets]]) -> Iterator[Member]:
    return ((cluster, (page.gold.id, *span)) for cluster, span in members)


def _is_named(text: str, mention: GoldMention) -> bool:
    """Whether a gold mention is a name: the data says so, or its head begins with a capital."""
    if mention.form is not None:
        return mention.form == "name"
    start, end = head_of(text, mention.start, mention.end)
    return text[start].isupper() and text[start:end].lower() not in PRONOUNS
