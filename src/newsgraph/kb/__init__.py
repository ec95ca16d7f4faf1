"""Known entities: what is known of the world before an article is read, in one SQLite file."""

from newsgraph.kb.base import KbError, KnowledgeBase, name_key
from newsgraph.kb.entry import Entry
from newsgraph.kb.seed import open_kb, workspace_kb

__all__ = ["Entry", "KbError", "KnowledgeBase", "name_key", "open_kb", "workspace_kb"]
