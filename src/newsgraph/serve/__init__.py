"""The graph over HTTP: a SPARQL 1.1 Protocol endpoint, for reading only, and the explorer."""

from newsgraph.serve.app import Application
from newsgraph.serve.explorer import Explorer
from newsgraph.serve.queries import Queries
from newsgraph.serve.workers import Limits, Workers

__all__ = ["Application", "Explorer", "Limits", "Queries", "Workers"]
