"""Who is who across articles: extractions and people's decisions in, entities out."""

from newsgraph.resolve.resolution import resolve

__all__ = ["resolve"]
