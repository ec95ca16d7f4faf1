"""Ids and IRIs. All are minted here, and all from content: no counters, no clock, no random."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from newsgraph.model import Span

DEFAULT_BASE = "https://newsgraph.example/"


def digest(*parts: str, length: int = 12) -> str:
    """A short hexadecimal fingerprint of some strings; the parts are kept apart."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:length]


def slug(name: str, limit: int = 48) -> str:
    """A readable ASCII form: «Société Générale» -> «societe-generale»; «x» when nothing is left."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:limit].strip("-") or "x"


def mint_article(url: str | None, text: str) -> str:
    """An article's id: from its URL, else from its content."""
    return digest("url", url, length=16) if url else digest("text", text, length=16)


def mint_mention(article_id: str, span: Span) -> str:
    """``41c…#char=12,17`` (RFC 5147)."""
    return f"{article_id}#char={span.start},{span.end}"


def mint_part(kind: str, article_id: str, *parts: str) -> str:
    """The id of a chain, quote, relation, event or time of one article."""
    return digest(kind, article_id, *parts)


def mint_entity(name: str, *parts: str) -> str:
    """``jared-kushner-1f2a90cd``: readable, and a function of the cluster alone."""
    return f"{slug(name)}-{digest(name, *parts, length=8)}"


def mint_statement(subject_id: str, predicate: str, object_id: str) -> str:
    """The id of «subject predicate object», whoever says it."""
    return digest("statement", subject_id, predicate, object_id, length=16)
