"""``link``: which thing of Wikidata a mention is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsgraph.evaluate.coref import chains_by_mention
from newsgraph.evaluate.reading import Reading
from newsgraph.evaluate.scores import Scores, count_sets, total
from newsgraph.model import Chain, Extraction, Mention

# What stands for «Wikidata has no such thing».
NIL = "NIL"

Linked = Callable[[Mention, Chain | None, Extraction], str | None]


def linked(mention: Mention, chain: Chain | None, extraction: Extraction) -> str | None:  # noqa: ARG001 - see below
    """The Q number of a mention: none, as long as newsgraph has no knowledge base."""
    return None


def measure_link(readings: Iterable[Reading], *, linked: Linked = linked) -> Scores:
    """Micro F1 over spans with their Q numbers: ignoring NIL (the main one), and with NIL as an answer.

    Only forms of mention that the data has are asked for: most data has names only. Ignoring NIL, what was found at
    the place of a gold NIL counts neither for nor against.
    """
    ignoring, with_nil = [], []
    pages = list(readings)
    forms = {mention.form or "name" for page in pages for mention in page.gold.mentions}
    for page in pages:
        gold = {}
        for mention in page.gold.mentions:
            entity = page.gold.entities.get(mention.entity or "")
            gold[mention.start, mention.end] = (entity.wikidata if entity else None) or NIL
        chains = {chain.id: chain for chain in page.extraction.chains}
        chain_of = chains_by_mention(page.extraction)
        found = {
            (m.span.start, m.span.end): linked(m, chains.get(chain_of.get(m.id, "")), page.extraction) or NIL
            for m in page.mentions
            if m.form in forms
        }
        with_nil.append(count_sets(set(found.items()), set(gold.items())))
        known = {(span, name) for span, name in found.items() if name != NIL and gold.get(span) != NIL}
        ignoring.append(count_sets(known, {(span, name) for span, name in gold.items() if name != NIL}))
    return {
        **total(ignoring).scores(),
        "ignoring_nil": total(ignoring).scores(),
        "with_nil": total(with_nil).scores(),
    }
