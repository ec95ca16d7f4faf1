"""Which texts are addresses of the web, for formats that take nothing else."""

from __future__ import annotations

import re

# No space, control character, quote or bracket: what an IRI cannot hold (RFC 3987).
_ADDRESS = re.compile(
    r'https?://[^\s\x00-\x20<>"{}|\\^`\x7f-\x9f/?#]+[^\s\x00-\x20<>"{}|\\^`\x7f-\x9f]*', re.IGNORECASE
)


def is_web_address(text: str) -> bool:
    """Whether the text is an absolute address that begins with «http://» or «https://»."""
    return _ADDRESS.fullmatch(text) is not None
