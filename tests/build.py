"""Builders for tests: the shortest way to a value of the model."""

from __future__ import annotations

from newsgraph import ids
from newsgraph.model import Article, Chain, EntityType, Extraction, Mention, MentionForm, Span


def article(text: str, **fields: object) -> Article:
    """An article of this text; its id comes from the text, as in ingest."""
    url = fields.get("url")
    fields.setdefault("id", ids.mint_article(url if isinstance(url, str) else None, text))
    fields.setdefault("location", "memory")
    return Article(text=text, **fields)  # type: ignore[arg-type]


def mention(of: Article, surface: str, type_: str = "Person", nth: int = 0, **fields: object) -> Mention:
    """The nth occurrence of a surface in the article, as a mention."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(surface, start + 1)
    span = Span(start, start + len(surface))
    fields.setdefault("form", MentionForm.NAME)
    return Mention(
        id=ids.mint_mention(of.id, span),
        span=span,
        surface=surface,
        type=EntityType(type_),
        **fields,  # type: ignore[arg-type]
    )


def chain(of: Article, *mentions: Mention) -> Chain:
    """A chain of these mentions, named by the longest surface."""
    longest = max(mentions, key=lambda m: len(m.surface))
    member_ids = tuple(m.id for m in mentions)
    return Chain(ids.mint_part("chain", of.id, *member_ids), longest.surface, longest.type, member_ids)


def extraction(of: Article, *chains_of_mentions: tuple[Mention, ...], **fields: object) -> Extraction:
    """An extraction with these chains and nothing else, unless fields say more."""
    mentions = tuple(sorted((m for group in chains_of_mentions for m in group), key=lambda m: m.span))
    chains = tuple(chain(of, *group) for group in chains_of_mentions)
    return Extraction(of.id, "test", mentions=mentions, chains=chains, **fields)  # type: ignore[arg-type]
