"""Who is who across articles: extractions and people's decisions in, entities out."""

from newsgraph.resolve.decisions import standing_decisions
from newsgraph.resolve.resolution import resolve

__all__ = ["resolve", "standing_decisions"]
