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

    from newsgraph.answers import Changes, Claim, Community, Contradiction, FirstMention, Moment, Ranked, Told
    from newsgraph.answers import Path as Connection
    from newsgraph.export import ExportReport
    from newsgraph.graph.selection import Selection
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
        engine: str = "local",
        workers: int | None = None,
        progress: pipeline.Progress = pipeline.no_progress,
        on_skip: Any = lambda _: None,
    ) -> pipeline.Summary:
        """Bring the graph up to date with files, folders and globs of articles.

        ``engine`` is «local» or «ray», ``workers`` how many processes read (``None``: as the work needs).

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
                spread=pipeline.Spread(engine, workers),
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

    def network(self, *, collapse: bool = False, **selection: Any) -> nx.Graph:
        """The network of entities; what is taken as in ``newsgraph.graph.selection.Selection``.

        Attributes of nodes and edges are those that ``newsgraph.graph.network`` lists. With ``collapse`` one
        undirected edge stands for all ties of a pair.

        Raises:
            SelectionError: when a type, a relation, a standing or a day is none.
        """
        from newsgraph.graph.network import collapsed
        from newsgraph.graph.selection import select_network

        network = select_network(self.store(), _selection(selection))
        return collapsed(network) if collapse else network

    def path(self, start: str, end: str, **options: Any) -> list[Connection]:
        """How two entities are connected; ``by``, ``count``, ``via_types``, ``cooccurrence`` as in ``find_paths``.

        Raises:
            NotFoundError: when a name means no entity, or several.
        """
        from newsgraph.answers import find_paths

        return find_paths(self.store(), start, end, **options)

    def timeline(self, name: str, *, since: str = "", until: str = "") -> list[Moment]:
        """What is told of an entity in the order of its days; errors as for ``path``."""
        from newsgraph.answers import read_timeline

        return read_timeline(self.store(), name, since=since, until=until)

    def claims(self, *, most: int | None = None, **asked: str) -> list[Claim]:
        """Who says what: ``source``, ``about``, ``stance``, ``since``, ``until``; errors as for ``path``."""
        from newsgraph.answers import find_claims

        return find_claims(self.store(), most=most, **asked)

    def contradictions(self, about: str | None = None) -> list[Contradiction]:
        """What is both asserted and denied; errors as for ``path``."""
        from newsgraph.answers import find_contradictions

        return find_contradictions(self.store(), about)

    def new(self, since: str, *, about: str | None = None) -> list[Told]:
        """What was not reported before an ISO day; errors as for ``path``."""
        from newsgraph.answers import find_new

        return find_new(self.store(), since, about=about)

    def first(self, name: str) -> list[FirstMention]:
        """The first mention of an entity in each outlet; errors as for ``path``."""
        from newsgraph.answers import find_first_mentions

        with Workspace.open(self.folder) as workspace:
            return find_first_mentions(self.store(), name, ArticleTexts(workspace))

    def top(self, *, by: str = "degree", count: int = 20, **selection: Any) -> list[Ranked]:
        """Who stands out in the network, by «degree», «betweenness», «pagerank» or «articles»."""
        from newsgraph.answers import rank

        return rank(self.store(), _selection(selection), by=by, count=count)

    def communities(self, *, count: int = 10, **selection: Any) -> list[Community]:
        """Who belongs together in the network."""
        from newsgraph.answers import find_communities

        return find_communities(self.store(), _selection(selection), count=count)

    def diff(self, after: Newsgraph) -> Changes:
        """What differs between this graph and another."""
        from newsgraph.answers import find_changes

        return find_changes(self.store(), after.store())

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

    def verify(self, *, workers: int | None = None) -> Report:
        """Check every span against its article, the shapes, and the counts, with so many processes."""
        from newsgraph.verification import verify_workspace

        return verify_workspace(self.folder, self.config.base, workers=workers)

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


def _selection(given: Mapping[str, Any]) -> Selection:
    """What of the network is wanted; types, predicates and standings may come in any collection."""
    from newsgraph.graph.selection import Selection

    sets = {name: frozenset(given[name]) for name in ("types", "predicates", "standings") if name in given}
    return Selection(**{**given, **sets})
