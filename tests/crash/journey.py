"""A journey of a workspace, step by step: what is built, changed, removed, decided and exported, and with what result."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsgraph import pipeline
from newsgraph.config import Config
from newsgraph.engines.reading import Outcome
from newsgraph.export import export
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import verify
from newsgraph.identity import Author, keep, merge, rename, try_out
from newsgraph.model import Article, Decision, Extraction
from newsgraph.pipeline import Progress
from newsgraph.workspace import ArticleTexts, Workspace, content_hash
from tests.dumps import dump

SAMPLE = Path(__file__).parents[2] / "sample_corpus"
ADDED = "\nIn a later edition the paper added that Ana Roth had met the mayor of Harlow on Friday.\n"
EXPORTED = ("network.gexf", "graph.nt")


@dataclass(frozen=True)
class Place:
    """Where a journey takes place: the articles, the workspace, what is exported."""

    folder: Path

    @property
    def articles(self) -> Path:
        """The folder that is built from."""
        return self.folder / "articles"

    @property
    def workspace(self) -> Path:
        """The workspace."""
        return self.folder / "workspace"


class Known:
    """An engine that knows what comes of each article: nothing has to be read twice to see what a kill does."""

    def __init__(self, extractions: Mapping[str, Extraction]) -> None:
        self._extractions = extractions

    def read(self, _: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        """As every engine does."""
        for batch in batches:
            for article in batch:
                yield [Outcome(article, self._extractions[content_hash(article)])]


class Journey:
    """The steps, each of which may be taken again when it was cut short."""

    def __init__(self, place: Place, decisions: list[Decision]) -> None:
        self.place = place
        self.decisions = decisions
        self.steps = (
            self.build,
            self.build,
            self.build,
            self.remove,
            lambda _: self.decide(0),
            lambda _: self.decide(1),
            self.export,
            self.build,
        )

    def lay_out(self, number: int) -> None:
        """Lay out the articles for a step; what is laid out already stays."""
        files = sorted(path for path in SAMPLE.rglob("*.*") if path.is_file())
        for path in files[:: 2 if number == 0 else 1]:
            target = self.place.articles / path.relative_to(SAMPLE)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)
        if number == 2:
            for path in self._texts()[:3]:
                text = path.read_text(encoding="utf-8")
                if not text.endswith(ADDED):
                    path.write_text(text + ADDED, encoding="utf-8")

    def build(self, told: Progress) -> None:
        """What is laid out."""
        with Workspace.open(self.place.workspace, create=True) as workspace:
            pipeline.build(workspace, [str(self.place.articles)], Config(), progress=told)

    def remove(self, _: Progress) -> None:
        """Two articles fewer."""
        names = [str(path) for path in self._texts()[3:5]]
        with Workspace.open(self.place.workspace) as workspace:
            there = {article.location for article in workspace.articles()}
            if names := [name for name in names if name in there]:
                pipeline.remove(workspace, names, Config())
            else:
                pipeline.refresh_graph(workspace, Config())

    def decide(self, number: int) -> None:
        """Two people made one, then one called otherwise."""
        with Workspace.open(self.place.workspace) as workspace:
            store = GraphStore.open(workspace.graph_folder)
            if len(self.decisions) <= number:
                self.decisions.append(_decision(store, number))
            decision = self.decisions[number]
            if decision in workspace.decisions():
                pipeline.refresh_graph(workspace, Config())
            else:
                keep(workspace, Config(), [decision], try_out(workspace, Config(), store, [decision]))

    def export(self, _: Progress) -> None:
        """The network for Gephi, and all as N-Triples."""
        store = GraphStore.open(self.place.workspace / "graph")
        for name in EXPORTED:
            export(store, self.place.folder / name)

    def _texts(self) -> list[Path]:
        return sorted(self.place.articles.rglob("*.txt"))


def _decision(store: GraphStore, number: int) -> Decision:
    people = rows_of(store.query("SELECT ?x { ?x a schema:Person ; ng:articleCount ?n } ORDER BY DESC(?n) ?x LIMIT 4"))
    if number == 0:
        return merge(store, people[2]["x"], people[3]["x"], Author("ana"))
    return rename(store, people[0]["x"], "Somebody Else", Author("ana"))


def look(place: Place) -> tuple[int, str]:
    """How many extractions are kept, and a digest of the graph; every value is read, and the database checked."""
    if not (place.workspace / "newsgraph.sqlite").exists():
        return 0, ""
    with closing(sqlite3.connect(place.workspace / "newsgraph.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Workspace.open(place.workspace, create=True) as workspace:
        kept = len(list(workspace.extractions()))
        assert len(list(workspace.articles())) >= kept
    if not (place.workspace / "graph" / "current").exists():
        return kept, ""
    return kept, hashlib.sha256(dump(place.workspace)).hexdigest()


def passes(place: Place) -> bool:
    """Whether the graph verifies."""
    with Workspace.open(place.workspace) as workspace:
        return verify(GraphStore.open(workspace.graph_folder), ArticleTexts(workspace)).holds


def exported(place: Place) -> list[str]:
    """Digests of the files that were exported, empty where one is not there."""
    paths = [place.folder / name for name in EXPORTED]
    return [hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "" for path in paths]
