"""The stage itself: evidence, keys, clusters, entities, in this order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsgraph import ids
from newsgraph.kb import KnowledgeBase, open_kb
from newsgraph.model import Decision, Entity, EntityType, Extraction, Resolution
from newsgraph.resolve.acronyms import choose_long_forms, link_acronyms
from newsgraph.resolve.affairs import Outline, group_affairs
from newsgraph.resolve.clusters import Clusters, Node, start_clusters
from newsgraph.resolve.company import Company
from newsgraph.resolve.decisions import Bench, carry_out, find_replaced
from newsgraph.resolve.entities import draft, mint_entities
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.family_names import link_family_names
from newsgraph.resolve.full_names import gather_facts, link_full_names
from newsgraph.resolve.gathered import Gathered, gather
from newsgraph.resolve.happenings import Report, join_reports
from newsgraph.resolve.key import Key
from newsgraph.resolve.keys import Keys, assign_keys
from newsgraph.resolve.known import Known
from newsgraph.resolve.linking import find_candidates
from newsgraph.resolve.misspellings import link_misspellings
from newsgraph.resolve.named_bodies import link_named_bodies
from newsgraph.resolve.namesakes import part_namesakes
from newsgraph.resolve.outlets import author_key, outlet_key, outlet_name
from newsgraph.resolve.reasons import explain, list_doubts
from newsgraph.spelling import tidy

# Bumped when the same articles give other identities: they are then found out anew.
IDENTITY_RULES = "24"
# What keeps the chains of one full name together may be named in this share of the articles; what brings
# together two names that only might be one person's has to be rarer.
KEPT_TOGETHER = 0.05
BROUGHT_TOGETHER = 0.01


def resolve(
    extractions: Iterable[Extraction],
    *,
    outlets: Iterable[str] = (),
    authors: Iterable[tuple[str, str]] = (),
    decisions: Iterable[Decision] = (),
    kb: KnowledgeBase | None = None,
    days: Mapping[str, str] | None = None,
) -> Resolution:
    """Find out which chains of all articles are one entity; the order of the articles does not matter.

    ``outlets`` are names as the articles' metadata give them, ``authors`` pairs of author and outlet; an
    author is a person apart and never one whom articles speak of. ``decisions`` about mentions that no longer exist
    rest until those come back. ``kb`` is what is known from the start; by default the seed.
    ``days`` are the ISO dates on which articles came out, by article id.
    """
    bench, known = Bench.of(decisions), Known(kb or open_kb())
    gathered = (
        gather(bench.take(extraction), known, (days or {}).get(extraction.article_id, "")) for extraction in extractions
    )
    return resolve_gathered(gathered, bench, known, outlets=outlets, authors=authors)


def resolve_gathered(
    gathered: Iterable[Gathered],
    bench: Bench,
    known: Known,
    *,
    outlets: Iterable[str] = (),
    authors: Iterable[tuple[str, str]] = (),
) -> Resolution:
    """As ``resolve``, from the evidence of the articles; ``bench`` has taken the extractions that decisions concern."""
    records: list[Record] = []
    outlines: list[Outline] = []
    reports: list[Report] = []
    for each in gathered:
        records += each.records
        outlines.append(each.outline)
        reports += each.reports
    records.sort(key=lambda record: (record.article_id, record.chain_id))
    rulings = bench.rulings()
    publishers = _publishers(outlets, known)
    affair_of = group_affairs(outlines)
    keys = assign_keys(records, known, affair_of)
    part_namesakes(records, keys, Company(records, keys, affair_of, share=KEPT_TOGETHER))
    company = Company(records, keys, affair_of, share=BROUGHT_TOGETHER)
    long_forms = choose_long_forms(records, keys, company)
    clusters = start_clusters(keys.by_chain, rulings)
    facts = gather_facts(records, keys, company)
    link_full_names(clusters, keys, facts)
    link_misspellings(clusters, records, keys, facts)
    link_acronyms(long_forms, clusters)
    link_named_bodies(clusters, set(keys.by_chain.values()), known)
    link_family_names(records, keys, clusters, company)
    for key in publishers:
        clusters.add(key)
    entities, by_node = _entities(records, keys, clusters, publishers)
    entities = carry_out(rulings, entities, by_node)
    writers, by_author = _authors(authors, known)
    return Resolution(
        entities=tuple(sorted((*entities, *writers), key=lambda entity: entity.id)),
        by_chain={record.chain_id: by_node[record.chain_id] for record in records},
        outlets=dict(sorted((name, by_node[key]) for key, names in publishers.items() for name in names)),
        authors=by_author,
        by_mention={mention_id: by_node[chain_id] for mention_id, chain_id in sorted(bench.by_mention.items())},
        namings=explain(records, keys, clusters, by_node),
        doubts=list_doubts(keys, clusters, by_node),
        candidates=find_candidates(entities, records, keys),
        kb_version=known.kb.version,
        unmet=tuple(sorted(clusters.unmet)),
        replaced=find_replaced(rulings, entities, by_node),
        happenings=join_reports(reports, affair_of, by_node),
    )


def _publishers(outlets: Iterable[str], known: Known) -> dict[Key, list[str]]:
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for name in sorted(set(outlets)):
        found[outlet_key(name, known)].append(name)
    return dict(sorted(found.items()))


def _entities(
    records: Sequence[Record], keys: Keys, clusters: Clusters, publishers: dict[Key, list[str]]
) -> tuple[list[Entity], dict[Node, str]]:
    """The entities, and for each chain and each outlet's key the id of its own."""
    by_chain_id = {record.chain_id: record for record in records}
    drafts = []
    for members in clusters.groups():
        found = sorted(member for member in members if isinstance(member, Key))
        own = [by_chain_id[member] for member in members if isinstance(member, str)]
        own.sort(key=lambda record: record.chain_id)
        if not found:
            found = sorted({keys.by_chain[record.chain_id] for record in own})
            found = [Key(key.kind, key.text, within=own[0].chain_id) for key in found]
        names = sorted({outlet_name(name) for key in found for name in publishers.get(key, ())})
        drafts.append(draft(own, found, keys, names))
    entities = mint_entities(drafts)
    by_node: dict[Node, str] = {}
    for one, entity in zip(drafts, entities, strict=True):
        by_node.update(dict.fromkeys((*one.chain_ids, *one.keys), entity.id))
    return entities, by_node


def _authors(authors: Iterable[tuple[str, str]], known: Known) -> tuple[list[Entity], dict[tuple[str, str], str]]:
    entities: dict[str, Entity] = {}
    by_author: dict[tuple[str, str], str] = {}
    for author, outlet in sorted(set(authors)):
        name = tidy(author) or author
        entity_id = ids.mint_entity(author_key(author), "author", outlet_key(outlet, known).text)
        entities.setdefault(entity_id, Entity(entity_id, name, EntityType.PERSON))
        by_author[author, outlet] = entity_id
    return list(entities.values()), by_author
