"""``relations``: triples of entity, relation, entity, end to end: names, coreference and relation must be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from newsgraph.evaluate.coref import chains_by_mention
from newsgraph.evaluate.gold import GoldArticle
from newsgraph.evaluate.labels import MAKERS, RelationScheme, relation_scheme
from newsgraph.evaluate.reading import Reading, is_half
from newsgraph.evaluate.scores import Counts, Scores, count_sets, total
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.model import EntityType, Extraction, MentionForm, Span, Stance

Triple = tuple[str, str, str]
# Who denies a tie, or takes it back, does not state it.
UNSTATED = frozenset({Stance.DENIED, Stance.RETRACTED})


def measure_relations(readings: Iterable[Reading]) -> Scores:
    """Triples over all articles, of the relations that the data's makers can have annotated."""
    pages = list(readings)
    scheme = choose_scheme([page.gold for page in pages])
    by_type: defaultdict[str, Counts] = defaultdict(Counts)
    for page in pages:
        same = _same_entities(page.gold, scheme)
        found, gold = found_triples(page, scheme, same), gold_triples(page.gold, scheme, same)
        for name in sorted({triple[1] for triple in found | gold}):
            by_type[name] += count_sets({t for t in found if t[1] == name}, {t for t in gold if t[1] == name})
    by_size = sorted(by_type.items(), key=lambda item: (-item[1].gold, item[0]))
    return {
        **total(by_type.values()).scores(),
        "passed_over": _passed_over([page.gold for page in pages], scheme),
        "by_type": {name: {"gold": int(c.gold), "found": int(c.found), **c.scores()} for name, c in by_size},
    }


def choose_scheme(articles: Sequence[GoldArticle]) -> RelationScheme:
    """The scheme, ours or a maker's, that has most of the data's relations; ours where it is as good."""
    used = _predicates(articles)
    schemes = [relation_scheme(maker) for maker in ("", *MAKERS)]
    return max(schemes, key=lambda scheme: sum(n for name, n in used.items() if scheme.ours(name)))


def _predicates(articles: Iterable[GoldArticle]) -> Counter[str]:
    return Counter(relation.predicate for article in articles for relation in article.relations)


def _passed_over(articles: Iterable[GoldArticle], scheme: RelationScheme) -> dict[str, int]:
    """The relations of the data that have no word of ours, with how often they stand there."""
    used = _predicates(articles)
    return {name: n for name, n in sorted(used.items()) if scheme.ours(name) is None and name not in scheme.same}


def gold_triples(article: GoldArticle, scheme: RelationScheme, same: dict[str, str]) -> set[Triple]:
    """The triples of the data that have a word of ours."""
    triples = set()
    for relation in article.relations:
        ours = scheme.ours(relation.predicate)
        if ours is not None:
            name, turned = ours
            ends = [same.get(relation.subject, relation.subject), same.get(relation.object, relation.object)]
            if turned:
                ends.reverse()
            triples.add(_ordered(ends[0], name, ends[1]))
    return {triple for triple in triples if triple[0] != triple[2]}


def found_triples(reading: Reading, scheme: RelationScheme, same: dict[str, str]) -> set[Triple]:
    """The triples that newsgraph states, between gold entities where its chains are such."""
    entity_of = {chain: same.get(entity, entity) for chain, entity in place_chains(reading).items()}
    chain_of = chains_by_mention(reading.extraction)
    adjectives = _by_adjective_only(reading.extraction)
    triples = set()
    for relation in reading.extraction.relations:
        if relation.stance in UNSTATED or not reading.gold.is_annotated(relation.cue.start, relation.cue.end):
            continue
        subject, object_ = (chain_of.get(end, end) for end in (relation.subject_id, relation.object_id))
        said = scheme.said(relation.predicate)
        for name in said - scheme.not_of_adjectives if object_ in adjectives else said:
            triples.add(_ordered(entity_of.get(subject, subject), name, entity_of.get(object_, object_)))
    return {triple for triple in triples if triple[0] != triple[2]}


def _by_adjective_only(extraction: Extraction) -> set[str]:
    """The chains of countries that the article names by their adjectives only: «German», never «Germany»."""
    named = {m.id for m in extraction.mentions if m.form is MentionForm.NAME}
    return {c.id for c in extraction.chains if c.type is EntityType.COUNTRY and named.isdisjoint(c.mention_ids)}


def place_chains(reading: Reading) -> dict[str, str]:
    """The gold entity that each chain is: the one that most of its names name; a chain without one is not in it.

    Spans of found and gold must be the same by half or more. A chain that has no names counts by all its mentions.
    """
    mentions = {mention.id: mention for mention in reading.extraction.mentions}
    placed = {}
    for chain in reading.extraction.chains:
        members = [mentions[mention_id] for mention_id in chain.mention_ids]
        named = [m for m in members if m.form is MentionForm.NAME] or members
        votes: Counter[str] = Counter()
        for mention in named:
            for gold in reading.gold.mentions:
                if gold.entity is not None and is_half(mention.span, Span(gold.start, gold.end)):
                    votes[gold.entity] += 1
        if votes:
            placed[chain.id] = max(sorted(votes), key=lambda entity: votes[entity])
    return placed


def _same_entities(article: GoldArticle, scheme: RelationScheme) -> dict[str, str]:
    """«German» -> «Germany», where the data has both and says so."""
    return {r.subject: r.object for r in article.relations if r.predicate in scheme.same}


def _ordered(subject: str, name: str, object_: str) -> Triple:
    """A symmetric relation reads one way only."""
    if RELATIONS[name].symmetric and object_ < subject:
        return object_, name, subject
    return subject, name, object_
