"""Addresses of articles: the same article under one address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_LOOKS_LIKE_ONE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+|[^\s/]+\.[^\s/]+/?\S*")


def normal_url(value: str | None) -> str | None:
    """The address without its fragment and ``utm_`` parameters; ``None`` when it is no address («n/a»)."""
    url = (value or "").strip()
    if not _LOOKS_LIKE_ONE.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # «http://[» is nobody's address
        return None
    kept = [pair for pair in parts.query.split("&") if pair and not pair.lower().startswith("utm_")]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, "&".join(kept), ""))
