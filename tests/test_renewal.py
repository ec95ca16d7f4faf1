"""Whatever comes, changes, goes and is decided: the graph that is brought up to date is that of a fresh build."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsgraph import identity
from newsgraph.config import Config
from newsgraph.graph import renewal
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.identity import Author, DecisionError, merge, rename, retype, split, undo
from newsgraph.model import Article, EntityType, Extraction, Resolution
from newsgraph.pipeline import TALLY, refresh_graph, resolve_workspace
from newsgraph.workspace import Workspace
from tests.dumps import dump

pytestmark = pytest.mark.model

STEPS = 9
Kept = list[tuple[Article, Extraction]]


def put(workspace: Workspace, article: Article, extraction: Extraction) -> None:
    with workspace.transaction():
        workspace.put_article(article, article.location)
        workspace.put_extraction(extraction, article)


def from_nothing(folder: Path, workspace: Workspace) -> bytes:
    """The graph of a workspace that gets the articles and decisions of another in one build."""
    shutil.rmtree(folder, ignore_errors=True)
    with Workspace.open(folder, create=True) as fresh:
        for article in workspace.articles():
            put(fresh, article, workspace.extraction(article.id))
        with fresh.transaction():
            for decision in workspace.decisions():
                fresh.put_decision(decision)
        counts = refresh_graph(fresh, Config())
    assert GraphStore.open(folder / "graph").counts() == counts
    return dump(folder)


def decide(workspace: Workspace, chance: random.Random) -> None:
    """A merge, a split, another name or type of entities drawn by lot, or an earlier decision taken back."""
    store = GraphStore.open(workspace.graph_folder)
    people = [
        row["x"] for row in rows_of(store.query("SELECT ?x { ?x a schema:Person ; ng:articleCount ?n } ORDER BY ?x"))
    ]
    left, right = chance.sample(people, 2)
    articles = [
        row["g"].rpartition("/")[2]
        for row in rows_of(store.query(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?m ng:refersTo <{left}> }} }} ORDER BY ?g"))
    ]
    author, made = Author("ana"), workspace.decisions()
    acts = [
        lambda: merge(store, left, right, author),
        lambda: split(store, left, author, articles=articles[:1], mentions=[]),
        lambda: rename(store, left, "Somebody Else", author),
        lambda: retype(store, left, EntityType.COMPANY, author),
        lambda: undo(made, chance.choice(made).id, author),
    ]
    try:
        decision = chance.choice(acts[: 5 if made else 4])()
    except DecisionError:
        return  # of one article nothing can be put apart
    with workspace.transaction():
        workspace.put_decision(decision)


def step(workspace: Workspace, kept: Kept, chance: random.Random) -> None:
    present = workspace.article_ids()
    act = chance.choice(["add", "add", "remove", "change", "decide"])
    if act == "add":
        for article, extraction in chance.sample(kept, 2):
            put(workspace, article, extraction)
    elif act == "remove":
        with workspace.transaction():
            workspace.remove_article(chance.choice(present))
    elif act == "change":
        article = workspace.article(chance.choice(present))
        changed = replace(article, outlet="The Harbour Gazette", date="2017-06-01", title="Another headline")
        put(workspace, changed, workspace.extraction(article.id))
    else:
        decide(workspace, chance)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_graph_brought_up_to_date_is_that_of_a_fresh_build(
    sample_workspace: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "MOST_CHANGED", 1.0)
    chance = random.Random(seed)
    with Workspace.open(sample_workspace) as sample:
        kept = [(article, sample.extraction(article.id)) for article in sample.articles()]
    with Workspace.open(tmp_path / "ws", create=True) as workspace:
        for article, extraction in kept[: len(kept) // 2]:
            put(workspace, article, extraction)
        refresh_graph(workspace, Config())
        for _ in range(STEPS):
            step(workspace, kept, chance)
            counts = refresh_graph(workspace, Config())
            assert dump(tmp_path / "ws") == from_nothing(tmp_path / "fresh", workspace)
            assert GraphStore.open(workspace.graph_folder).counts() == counts


def test_one_article_more_leaves_the_others_as_they_were(
    sample_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_workspace, tmp_path / "ws")
    with Workspace.open(tmp_path / "ws") as workspace:
        article = workspace.article(workspace.article_ids()[0])
        extraction = workspace.extraction(article.id)
        with workspace.transaction():
            workspace.remove_article(article.id)
        refresh_graph(workspace, Config())
        put(workspace, article, extraction)
        monkeypatch.setattr(GraphStore, "replace_all", None)  # a whole graph would fail
        refresh_graph(workspace, Config())
    assert dump(tmp_path / "ws") == dump(sample_workspace)


def test_an_event_follows_the_names_of_its_participants(sample_workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_workspace, tmp_path / "ws")
    store = GraphStore.open(tmp_path / "ws" / "graph")
    agents = rows_of(store.query("SELECT DISTINCT ?x { ?event ng:agent ?x . ?x a schema:Person } ORDER BY ?x"))
    with Workspace.open(tmp_path / "ws") as workspace:
        with workspace.transaction():
            workspace.put_decision(rename(store, agents[0]["x"], "Somebody Else", Author("ana")))
        refresh_graph(workspace, Config())
        assert b"Somebody Else" in dump(tmp_path / "ws")
        assert dump(tmp_path / "ws") == from_nothing(tmp_path / "fresh", workspace)


def test_what_changed_while_a_decision_was_tried_out_is_not_overlooked(
    sample_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_workspace, tmp_path / "ws")
    store = GraphStore.open(tmp_path / "ws" / "graph")
    with Workspace.open(tmp_path / "ws") as workspace:
        decision = rename(store, "Michael Flynn", "Somebody Else", Author("ana"))

        def resolved_too_early(*given: object) -> Resolution:
            resolution = resolve_workspace(*given)  # type: ignore[arg-type]
            with workspace.transaction():
                workspace.remove_article(workspace.article_ids()[0])
            return resolution

        monkeypatch.setattr(identity, "resolve_workspace", resolved_too_early)
        preview = identity.try_out(workspace, Config(), store, [decision])
        identity.keep(workspace, Config(), [decision], preview)
        assert dump(tmp_path / "ws") == from_nothing(tmp_path / "fresh", workspace)


def test_a_tally_of_another_graph_does_not_count(sample_workspace: Path, tmp_path: Path) -> None:
    """As after a run that was killed between the two."""
    shutil.copytree(sample_workspace, tmp_path / "ws")
    pointer = tmp_path / "ws" / "graph" / "current"
    with Workspace.open(tmp_path / "ws") as workspace:
        with workspace.transaction():
            workspace.remove_article(workspace.article_ids()[0])
        refresh_graph(workspace, Config())
        after = dump(tmp_path / "ws")
        pointer.write_text(pointer.read_text().partition(" ")[0] + " of another state")
        refresh_graph(workspace, Config())
    assert dump(tmp_path / "ws") == after


def test_a_tally_of_another_version_is_made_anew(sample_workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_workspace, tmp_path / "ws")
    pointer = tmp_path / "ws" / "graph" / "current"
    with closing(sqlite3.connect(tmp_path / "ws" / "graph" / TALLY)) as tally:
        tally.execute("ALTER TABLE articles DROP COLUMN outlet")
    pointer.write_text(pointer.read_text().partition(" ")[0] + " of another version")
    with Workspace.open(tmp_path / "ws") as workspace:
        refresh_graph(workspace, Config())
    assert dump(tmp_path / "ws") == dump(sample_workspace)
