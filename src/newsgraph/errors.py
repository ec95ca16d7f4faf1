"""Every error that newsgraph raises on purpose: what is wrong, where, and what to do."""

from __future__ import annotations


class NewsgraphError(Exception):
    """A set-up or a request that cannot be served; its text is one line for the user."""


class ConfigError(NewsgraphError):
    """A setting that is unknown or out of range."""


class WorkspaceError(NewsgraphError):
    """A workspace that is missing, foreign or of another version."""


class SourceError(NewsgraphError):
    """A source named on the command line that does not exist or cannot be read at all."""


class QueryError(NewsgraphError):
    """A query that the store cannot parse or answer."""


class ExportError(NewsgraphError):
    """An export whose format is unknown or whose file cannot be written."""


class SelectionError(NewsgraphError):
    """A part of the network that cannot be meant: an unknown kind, relation or standing, or a day that is none."""


class NotFoundError(NewsgraphError):
    """A name, an article or an entity that the graph does not hold."""
