"""What a post is, in a word, however it is written."""

from __future__ import annotations

import re

from newsgraph.spelling import fold, tidy

SPELLED_OUT = {
    "sen": "senator", "sens": "senator", "senators": "senator", "rep": "representative", "reps": "representative",
    "presidents": "president", "gov": "governor", "governors": "governor", "gen": "general", "sgt": "sergeant",
    "lt": "lieutenant", "col": "colonel", "capt": "captain", "adm": "admiral", "prof": "professor",
    "rev": "reverend", "ceo": "executive",
    "congressman": "representative", "congresswoman": "representative", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman", "adviser": "advisor",
}  # fmt: skip


_YEARS = re.compile(r"\s*\(\d{4}[^)]*\)")


def posts_in(about: str) -> list[str]:
    """The posts in what is known of somebody: «secretary of state, senator from Ohio (2013–2017)»."""
    return [post.strip() for post in _YEARS.sub("", about).split(",")]


def role_head(phrase: str) -> str:
    """What a post is, in a word: «former county clerk» -> «clerk», «president of Acme» -> «president»."""
    words = fold(tidy(phrase)).replace(".", "").replace("-", " ").split()
    for stop in ("of", "for", "from", "at", "in", "to", "on"):
        if stop in words[1:]:
            words = words[: words.index(stop, 1)]
    if words[-2:] in (["chief", "executive"], ["executive", "officer"]):
        return "executive"
    return SPELLED_OUT.get(words[-1], words[-1]) if words else ""
