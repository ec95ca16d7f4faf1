"""Small corpora: an article is a list of who is named in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph import ids
from newsgraph.model import (
    Certainty,
    Chain,
    EntityType,
    Extraction,
    Mention,
    MentionForm,
    Relation,
    Resolution,
    Span,
    Stance,
)


@dataclass(frozen=True)
class Who:
    """One chain to be: its names (the fullest first), type, title, pronouns, common nouns, its post and employer."""

    names: tuple[str, ...]
    type: str = "Person"
    title: str | None = None
    pronouns: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    post: str | None = None
    body: str | None = None
    form: MentionForm = MentionForm.NAME


def who(*names: str, **fields: object) -> Who:
    """A person, unless ``type`` says otherwise."""
    return Who(names, **fields)  # type: ignore[arg-type]


def org(*names: str, **fields: object) -> Who:
    """An organisation."""
    return Who(names, **{"type": "Organization", **fields})  # type: ignore[arg-type]


def place(*names: str, type: str = "Place") -> Who:  # noqa: A002
    """A place."""
    return Who(names, type=type)


class _Writer:
    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        self.offset = 0
        self.mentions: list[Mention] = []
        self.chains: list[Chain] = []
        self.relations: list[Relation] = []

    def mention(self, surface: str, type_: str, form: MentionForm, title: str | None = None) -> Mention:
        span = Span(self.offset, self.offset + len(surface))
        self.offset = span.end + len(", ")
        mention = Mention(ids.mint_mention(self.article_id, span), span, surface, EntityType(type_), form, title)
        self.mentions.append(mention)
        return mention

    def chain(self, *mentions: Mention) -> None:
        member_ids = tuple(m.id for m in mentions)
        chain_id = ids.mint_part("chain", self.article_id, *member_ids)
        self.chains.append(Chain(chain_id, mentions[0].surface, mentions[0].type, member_ids))

    def relation(self, subject: Mention, predicate: str, target: Mention) -> None:
        self.relations.append(
            Relation(
                ids.mint_part("relation", self.article_id, subject.id, predicate, target.id),
                subject.id,
                predicate,
                target.id,
                subject.span,
                subject.span,
                Stance.ASSERTED,
                Certainty.CERTAIN,
                1.0,
            )
        )

    def write(self, one: Who) -> None:
        named = [
            self.mention(name, one.type, one.form, one.title if nth == 0 else None)
            for nth, name in enumerate(one.names)
        ]
        named += [self.mention(word, one.type, MentionForm.PRONOUN) for word in one.pronouns]
        named += [self.mention(noun, one.type, MentionForm.NOMINAL) for noun in one.nouns]
        self.chain(*named)
        if one.post:
            post = self.mention(one.post, "Position", MentionForm.NOMINAL)
            self.chain(post)
            self.relation(named[0], "holdsPosition", post)
        if one.body:
            body = self.mention(one.body, "Organization", MentionForm.NAME)
            self.chain(body)
            self.relation(named[0], "employedBy", body)


def told(name: str, *people: Who) -> Extraction:
    """The extraction of an article that names these, in this order."""
    writer = _Writer(ids.mint_article(None, name))
    for one in people:
        writer.write(one)
    return Extraction(
        writer.article_id,
        "test",
        mentions=tuple(writer.mentions),
        chains=tuple(writer.chains),
        relations=tuple(writer.relations),
    )


def chain_id(extraction: Extraction, name: str, nth: int = 0) -> str:
    """The id of the nth chain of that name."""
    return [chain.id for chain in extraction.chains if chain.name == name][nth]


def groups(resolution: Resolution, extractions: Iterable[Extraction]) -> set[frozenset[tuple[int, str]]]:
    """Who is together: for each entity the (number of the article, name) of its chains."""
    found: dict[str, set[tuple[int, str]]] = {}
    for number, extraction in enumerate(extractions):
        for chain in extraction.chains:
            found.setdefault(resolution.by_chain[chain.id], set()).add((number, chain.name))
    return {frozenset(group) for group in found.values()}


def entity_names(resolution: Resolution) -> list[str]:
    """The names of all entities, sorted."""
    return sorted(entity.name for entity in resolution.entities)
