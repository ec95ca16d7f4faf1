"""Proves the graph of a workspace, its articles spread over the processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.engines import processes, processes_worth
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import ArticlePart, Report, named_graphs, verify, verify_articles
from newsgraph.workspace import ArticleTexts, Workspace


def verify_workspace(folder: Path, base: str, *, workers: int | None = None) -> Report:
    """Checks every span against the text of its article, the shapes, and that the two layers of the graph agree.

    ``workers`` is the number of processes, by default as the articles and cores need.

    Raises:
        WorkspaceError: when there is no workspace, or no graph in it.
    """
    with _opened(folder, base) as (store, texts):
        workers = workers or processes_worth(len(texts))
        if workers == 1:
            return verify(store, texts)
        with processes(workers) as pool:
            parts = [pool.submit(_verify_part, folder, base, part, workers) for part in range(workers)]
            return verify(store, texts, (part.result() for part in parts))


def _verify_part(folder: Path, base: str, part: int, parts: int) -> ArticlePart:
    """Every so many-th article, in a process of its own."""
    with _opened(folder, base) as (store, texts):
        return verify_articles(store, texts, list(named_graphs(store))[part::parts])


@contextmanager
def _opened(folder: Path, base: str) -> Iterator[tuple[GraphStore, ArticleTexts]]:
    with Workspace.open(folder) as workspace:
        yield GraphStore.open(workspace.graph_folder, base=base), ArticleTexts(workspace)
