"""The one mint of nodes and literals: ids become IRIs here, and nowhere else in the graph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from newsgraph import ids
from newsgraph.graph.vocabulary import WD, XSD
from newsgraph.model import Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mint:
    """Makes the IRIs of the data, all of which stand on one base."""

    base: str = ids.DEFAULT_BASE

    def entity(self, entity_id: str) -> NamedNode:
        """``<base>e/jared-kushner-1f2a90cd``."""
        return NamedNode(f"{self.base}e/{entity_id}")

    def article(self, article_id: str) -> NamedNode:
        """``<base>a/41c…``: the article, and the named graph of what it says."""
        return NamedNode(f"{self.base}a/{article_id}")

    def span(self, article_id: str, span: Span) -> NamedNode:
        """``<base>a/41c…#char=12,17``: a mention or a time expression."""
        return NamedNode(f"{self.base}a/{ids.mint_mention(article_id, span)}")

    def statement(self, statement_id: str) -> NamedNode:
        """``<base>st/…``."""
        return NamedNode(f"{self.base}st/{statement_id}")

    def claim(self, claim_id: str) -> NamedNode:
        """``<base>c/…``: a relation, an event or a quote as one article has it."""
        return NamedNode(f"{self.base}c/{claim_id}")

    def event(self, event_id: str) -> NamedNode:
        """``<base>ev/…``."""
        return NamedNode(f"{self.base}ev/{event_id}")

    def origin(self, origin_id: str) -> NamedNode:
        """``<base>og/…``: the articles that are copies of one story."""
        return NamedNode(f"{self.base}og/{origin_id}")

    def naming(self, *parts: str) -> NamedNode:
        """``<base>na/…``: why a name is an entity's."""
        return NamedNode(f"{self.base}na/{ids.digest('naming', *parts)}")

    def doubt(self, left_id: str, right_id: str) -> NamedNode:
        """``<base>do/…``: two entities that may be one."""
        return NamedNode(f"{self.base}do/{ids.digest('doubt', left_id, right_id)}")

    def candidate(self, entity_id: str, entry_id: str) -> NamedNode:
        """``<base>ca/…``: a known thing that an entity may be."""
        return NamedNode(f"{self.base}ca/{ids.digest('candidate', entity_id, entry_id)}")


def wikidata(item: str) -> NamedNode:
    """The item of Wikidata with this Q number."""
    return NamedNode(f"{WD.iri}{item}")


def readable(text: str) -> str:
    """The text with lone surrogates, which RDF cannot hold, replaced one for one."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def string(text: str) -> Literal:
    """A plain string."""
    return Literal(readable(text))


def label(text: str) -> Literal:
    """A name in English."""
    return Literal(readable(text), language="en")


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(value)


def decimal(value: float) -> Literal:
    """A number with at most three decimals."""
    # Decimal of the rounded text: 0.930 and 0.93 must be the same bytes
    digits = format(Decimal(f"{value:.3f}").normalize(), "f")
    return Literal(digits, datatype=XSD.decimal)


def degrees(value: float) -> Literal:
    """A number with at most four decimals."""
    return Literal(format(Decimal(f"{value:.4f}").normalize(), "f"), datatype=XSD.decimal)


def boolean(value: bool) -> Literal:  # noqa: FBT001  # the value itself, not an option
    """True or false."""
    return Literal(value)


def day(value: str) -> Literal:
    """An ISO day."""
    return Literal(value, datatype=XSD.date)
