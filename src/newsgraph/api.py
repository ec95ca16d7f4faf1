"""The library: a workspace opened for building, asking and taking away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph import pipeline
from newsgraph.config import read_config
from newsgraph.graph.card import Card, read_card
from newsgraph.graph.results import QueryResult, rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.ingest import ReadOptions, check_sources
from newsgraph.model import Skipped
from newsgraph.workspace import ArticleTexts, Workspace

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from newsgraph.export import ExportReport
    from newsgraph.graph.verify import Report


class Newsgraph:
    """A graph of news in a folder.

    >>> ws = newsgraph.open("newsgraph-workspace")  # doctest: +SKIP
    >>> ws.build(["articles/"])  # doctest: +SKIP
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.config = read_config(self.folder)

    def build(
        self,
        sources: Sequence[str | Path],
        *,
        options: ReadOptions | None = None,
        model: str | None = None,
        progress: pipeline.Progress = pipeline.no_progress,
        on_skip: Any = lambda _: None,
    ) -> pipeline.Summary:
        """Bring the graph up to date with files, folders and globs of articles.

        Raises:
            NewsgraphError: when the set-up is wrong; a bad article is skipped and counted, and given to ``on_skip``.
        """
        config = self.config if model is None else replace(self.config, model=model)
        named = [str(source) for source in sources]
        check_sources(named)
        with Workspace.open(self.folder, create=True) as workspace:
            return pipeline.build(
                workspace,
                named,
                config,
                options=options,
                progress=progress,
                on_skip=on_skip,
            )

    def remove(self, articles: Sequence[str]) -> int:
        """Forget articles by id, URL or path; how many there were.

        Raises:
            NotFoundError: when one is not there; none is removed then.
        """
        with Workspace.open(self.folder) as workspace:
            return pipeline.remove(workspace, articles, self.config)

    def store(self) -> GraphStore:
        """The SPARQL store, for reading.

        Raises:
            WorkspaceError: when nothing was built here.
        """
        with Workspace.open(self.folder) as workspace:
            return GraphStore.open(workspace.graph_folder, base=self.config.base)

    def query(self, sparql: str) -> list[dict[str, str]]:
        """The rows of a SELECT, as texts by variable; known prefixes need no declaring.

        Raises:
            QueryError: when the query has a fault.
        """
        return rows_of(self.ask(sparql))

    def ask(self, sparql: str) -> QueryResult:
        """The answer to any SPARQL query, typed.

        Raises:
            QueryError: when the query has a fault.
        """
        return self.store().query(sparql)

    def named_query(self, name: str, values: Mapping[str, str] | None = None) -> QueryResult:
        """The answer to a named query.

        Raises:
            NotFoundError: when there is no such query.
            QueryError: when a parameter is missing, unknown, or not of its type.
        """
        from newsgraph.graph.queries import run_named

        return run_named(self.store(), name, values)

    def network(self, **options: bool) -> nx.MultiDiGraph:
        """The network of entities; options and attributes as in ``newsgraph.graph.network``."""
        from newsgraph.graph.network import network

        return network(self.store(), **options)

    def rdflib(self) -> rdflib.Dataset:
        """A copy of the whole graph as an rdflib dataset."""
        from newsgraph.graph.rdflib_view import as_rdflib

        return as_rdflib(self.store())

    def show(self, name: str) -> Card:
        """What the graph knows about an entity.

        Raises:
            NotFoundError: when no entity, or more than one, has this name.
        """
        return read_card(self.store(), name)

    def export(self, out: str | Path, *, format: str | None = None, **selection: Any) -> ExportReport:  # noqa: A002 - the user's word
        """Write the graph to a file; the format is told by the suffix, what is taken as in ``newsgraph.export``.

        Raises:
            ExportError: when the format is unknown or the file cannot be written.
        """
        from newsgraph.export import export

        return export(self.store(), out, format=format, **selection)

    def verify(self) -> Report:
        """Check every span against its article, the shapes, and the counts."""
        from newsgraph.graph.verify import verify

        with Workspace.open(self.folder) as workspace:
            return verify(GraphStore.open(workspace.graph_folder, base=self.config.base), ArticleTexts(workspace))

    def evaluate(self, task: str, data: str | Path, **options: Any) -> dict[str, Any]:
        """Measure newsgraph at a task on gold data; ``limit``, ``gold_mentions`` and ``what`` as in the command.

        Raises:
            GoldError: when there is no such task, or the data is in no form that is known.
        """
        from newsgraph.evaluate import Options, evaluate

        return evaluate(task, data, Options(**{"model": self.config.model, **options}))

    def stats(self) -> dict[str, int]:
        """How many articles, mentions, entities, statements, claims, events and quads there are."""
        return self.store().counts()

    def skipped(self) -> list[Skipped]:
        """What was left out, with the reasons."""
        with Workspace.open(self.folder) as workspace:
            return workspace.skipped()
