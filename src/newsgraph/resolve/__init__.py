"""Who is who across articles: extractions and people's decisions in, entities out."""

from newsgraph.resolve.decisions import standing_decisions
from newsgraph.resolve.resolution import IDENTITY_RULES, resolve

__all__ = ["IDENTITY_RULES", "resolve", "standing_decisions"]
