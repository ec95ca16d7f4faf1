"""Where an entity stands in the articles: the mentions by which decisions about it find it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import FORMS
from newsgraph.ids import mint_mention
from newsgraph.model import Anchor, MentionForm, Side, Span

# A decision keeps so many mentions of each side: enough to outlive the removal of most articles.
MOST_ANCHORS = 60

_MENTIONS = """
SELECT ?article ?begin ?end ?text ?form $entity {
    GRAPH ?article {
        ?mention ng:refersTo $entity ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?text ; ng:form ?form
    }
}"""
_LABEL = "SELECT ?label $entity { $entity skos:prefLabel ?label }"
_RANK = {FORMS[MentionForm.NAME].value: 0, FORMS[MentionForm.NOMINAL].value: 1, FORMS[MentionForm.PRONOUN].value: 2}


def read_side(store: GraphStore, iri: str) -> Side:
    """The entity as one side of a decision: every name in some articles, and some article with every name."""
    return Side(local_id(iri), _label(store, iri), tuple(_choose(read_anchors(store, iri))))


def part_side(
    store: GraphStore, iri: str, articles: Iterable[str], mentions: Iterable[str]
) -> tuple[Side, Side, list[str]]:
    """An entity parted: what stays, what is chosen, and what was named but is no part of it.

    ``articles`` are ids, all mentions in them are chosen; ``mentions`` are ids or IRIs, each chosen by itself.
    """
    whole, wanted = set(articles), {local_id(mention) for mention in mentions}
    stays, chosen, met = [], [], set()
    for anchor in read_anchors(store, iri):
        mention_id = mint_mention(anchor.article_id, anchor.span)
        if mention_id in wanted:
            chosen.append(Anchor(anchor.article_id, anchor.span, anchor.surface, alone=True))
            met.add(mention_id)
        elif anchor.article_id in whole:
            chosen.append(anchor)
            met.add(anchor.article_id)
        else:
            stays.append(anchor)
    entity_id, name = local_id(iri), _label(store, iri)
    return (
        Side(entity_id, name, tuple(_choose(stays))),
        Side(entity_id, name, tuple(chosen)),
        sorted((whole | wanted) - met),
    )


def read_anchors(store: GraphStore, iri: str) -> list[Anchor]:
    """All mentions of an entity: names before nominals before pronouns, by article and place."""
    rows = rows_of(store.query(_MENTIONS, substitutions={"entity": NamedNode(iri)}))
    found = [
        (
            _RANK[row["form"]],
            Anchor(local_id(row["article"]), Span(int(row["begin"]), int(row["end"])), row["text"]),
        )
        for row in rows
    ]
    return [anchor for _, anchor in sorted(found)]


def local_id(iri: str) -> str:
    """What stands after the last slash: the id of an entity or an article."""
    return iri.rsplit("/", 1)[-1]


def _label(store: GraphStore, iri: str) -> str:
    rows = rows_of(store.query(_LABEL, substitutions={"entity": NamedNode(iri)}))
    return rows[0]["label"] if rows else ""


def _choose(anchors: Sequence[Anchor]) -> list[Anchor]:
    """One mention a surface and article, the rarest surfaces first taken, up to a number that is kept."""
    by_surface: defaultdict[str, dict[str, Anchor]] = defaultdict(dict)
    named = {anchor.article_id for anchor in anchors if anchor.surface[:1].isupper()}
    for anchor in anchors:
        if anchor.surface[:1].isupper() or anchor.article_id not in named:
            by_surface[anchor.surface].setdefault(anchor.article_id, anchor)
    chosen: list[Anchor] = []
    surfaces = sorted(by_surface.items(), key=lambda item: (len(item[1]), item[0]))
    for place, (_, by_article) in enumerate(surfaces):
        share = max(1, (MOST_ANCHORS - len(chosen)) // (len(surfaces) - place))
        chosen += sorted(by_article.values())[:share]
    return sorted(chosen)


def is_mention(name: str) -> bool:
    """Whether a text names a mention by its place: «…#char=12,17»."""
    return "#char=" in name
