"""Who is who across articles: extractions and people's decisions in, entities out."""

from newsgraph.resolve.decisions import Bench, standing_decisions
from newsgraph.resolve.gathered import Gathered, gather, pack, unpack
from newsgraph.resolve.known import Known
from newsgraph.resolve.resolution import IDENTITY_RULES, resolve, resolve_gathered

__all__ = [
    "IDENTITY_RULES",
    "Bench",
    "Gathered",
    "Known",
    "gather",
    "pack",
    "resolve",
    "resolve_gathered",
    "standing_decisions",
    "unpack",
]
