"""``link``: which thing of Wikidata a mention is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from newsgraph.evaluate.coref import chains_by_mention
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Scores, count_sets, total
from newsgraph.kb import KnowledgeBase
from newsgraph.resolve import resolve

# What stands for «Wikidata has no such thing».
NIL = "NIL"
# Entities, and things, of more mentions than this are asked whether they are one.
FEW = 5


def measure_link(readings: Iterable[Reading], *, kb: KnowledgeBase | None = None) -> Scores:
    """Micro F1 over spans with their Q numbers: ignoring NIL (the main one), and with NIL as an answer.

    Only forms of mention that the data has are asked for: most data has names only. Ignoring NIL, what was found at
    the place of a gold NIL counts neither for nor against. All articles are resolved together, as a user's are.
    """
    ignoring, with_nil = [], []
    together: list[tuple[str, str]] = []
    pages = list(readings)
    resolution = resolve((page.extraction for page in pages), kb=kb)
    items = {candidate.entity_id: candidate.wikidata for candidate in resolution.candidates if candidate.chosen}
    forms = {mention.form or "name" for page in pages for mention in page.gold.mentions}
    for page in pages:
        gold = {}
        for mention in page.gold.mentions:
            entity = page.gold.entities.get(mention.entity or "")
            gold[mention.start, mention.end] = (entity.wikidata if entity else None) or NIL
        entity_of = {
            mention_id: resolution.by_chain[chain_id]
            for mention_id, chain_id in chains_by_mention(page.extraction).items()
        }
        found = {
            (m.span.start, m.span.end): items.get(entity_of.get(m.id, "")) or NIL
            for m in page.mentions
            if m.form in forms
        }
        together += [
            (entity_of[m.id], thing)
            for m in page.mentions
            if m.id in entity_of and (thing := gold.get((m.span.start, m.span.end), NIL)) != NIL
        ]
        with_nil.append(count_sets(set(found.items()), set(gold.items())))
        known = {(span, name) for span, name in found.items() if name != NIL and gold.get(span) != NIL}
        ignoring.append(count_sets(known, {(span, name) for span, name in gold.items() if name != NIL}))
    return {
        **total(ignoring).scores(),
        "ignoring_nil": total(ignoring).scores(),
        "with_nil": total(with_nil).scores(),
        "identity": _identity(together),
    }


def _identity(together: Iterable[tuple[str, str]]) -> Scores:
    """Whether our entities are one thing each, and things one entity each, whatever we link them to.

    ``misplaced`` mentions are those whose entity is another thing for most of its mentions; ``mixed`` entities hold two
    things, ``split`` things stand in two entities; of either only those of more than five mentions count.
    """
    things: defaultdict[str, Counter[str]] = defaultdict(Counter)
    entities: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity, thing in together:
        things[entity][thing] += 1
        entities[thing][entity] += 1
    large = [counts for counts in things.values() if counts.total() > FEW]
    frequent = [counts for counts in entities.values() if counts.total() > FEW]
    return {
        "mentions": sum(counts.total() for counts in things.values()),
        "misplaced": sum(counts.total() - max(counts.values()) for counts in things.values()),
        "entities": len(large),
        "mixed": sum(len(counts) > 1 for counts in large),
        "things": len(frequent),
        "split": sum(len(counts) > 1 for counts in frequent),
    }
