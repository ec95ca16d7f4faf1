"""The graph over HTTP: a SPARQL 1.1 Protocol endpoint, for reading only."""

from newsgraph.serve.app import Application
from newsgraph.serve.workers import Limits, Workers

__all__ = ["Application", "Limits", "Workers"]
