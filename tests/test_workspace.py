from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from newsgraph.errors import NotFoundError, WorkspaceError
from newsgraph.model import Extraction, Skipped
from newsgraph.workspace import ArticleTexts, Workspace
from tests.build import article, mention


def test_an_article_and_its_extraction_come_back_as_they_were(tmp_path: Path) -> None:
    one = article("Ana Roth met Ben Ode.", title="A", date="2017-05-30", authors=("C", "D"))
    found = Extraction(one.id, "x", words=5, mentions=(mention(one, "Ana Roth"), mention(one, "Ben Ode")))
    with Workspace.open(tmp_path, create=True) as workspace, workspace.transaction():
        workspace.put_article(one, "a.txt")
        workspace.put_extraction(found, one)
    with Workspace.open(tmp_path) as workspace:
        assert list(workspace.articles()) == [one]
        assert list(workspace.extractions()) == [found]
        assert dict(ArticleTexts(workspace)) == {one.id: one.text}


def test_an_article_is_pending_until_its_text_is_extracted_by_this_extractor(tmp_path: Path) -> None:
    one = article("Ana Roth spoke.", url="https://x.example/1")
    changed = article("Ana Roth wrote.", url="https://x.example/1")
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.put_article(one, "a.txt")
        assert workspace.pending("rules-1") == [one.id]
        workspace.put_extraction(Extraction(one.id, "rules-1"), one)
        assert workspace.pending("rules-1") == []
        assert workspace.pending("rules-2") == [one.id]
        workspace.put_article(changed, "a.txt")
        assert workspace.pending("rules-1") == [one.id]


def test_what_fails_inside_a_transaction_is_not_kept(tmp_path: Path) -> None:
    def put_and_fail(workspace: Workspace) -> None:
        with workspace.transaction():
            workspace.put_article(article("Text."), "a.txt")
            raise ZeroDivisionError

    with Workspace.open(tmp_path, create=True) as workspace:
        with pytest.raises(ZeroDivisionError):
            put_and_fail(workspace)
        assert workspace.article_ids() == []


def test_removing_an_article_removes_its_extraction(tmp_path: Path) -> None:
    one = article("Ana Roth spoke.")
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.put_article(one, "a.txt")
        workspace.put_extraction(Extraction(one.id, "x"), one)
        workspace.remove_article(one.id)
        assert list(workspace.extractions()) == []


def test_skipped_inputs_are_kept_with_their_file(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.close_file("a.jsonl", "f1", [Skipped("a.jsonl:3", "ingest", "no text")])
        workspace.close_file("b.jsonl", "f2", [Skipped("b.jsonl:1", "ingest", "empty")])
        assert [s.where for s in workspace.skipped()] == ["a.jsonl:3", "b.jsonl:1"]
        workspace.close_file("a.jsonl", "f3", [])
        assert [s.where for s in workspace.skipped()] == ["b.jsonl:1"]


def test_a_folder_without_a_workspace_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="build"):
        Workspace.open(tmp_path / "nothing")


def test_a_database_of_somebody_else_is_refused(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "newsgraph.sqlite")
    db.execute("CREATE TABLE t (x)")
    db.close()
    with pytest.raises(WorkspaceError, match="no workspace of newsgraph"):
        Workspace.open(tmp_path)


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    Workspace.open(tmp_path, create=True).close()
    db = sqlite3.connect(tmp_path / "newsgraph.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(WorkspaceError, match="newer"):
        Workspace.open(tmp_path)


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "newsgraph.sqlite").write_text("hello " * 1000, encoding="utf-8")
    with pytest.raises(WorkspaceError, match="cannot be used"):
        Workspace.open(tmp_path)


def test_articles_are_found_by_id_url_and_path(tmp_path: Path) -> None:
    one = article("One.", url="https://x.example/1", location="in/a.jsonl:1")
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.put_article(one, "in/a.jsonl")
        for name in (one.id, "https://x.example/1", "in/a.jsonl:1"):
            assert workspace.find_article(name) == one.id
        with pytest.raises(NotFoundError, match="no article"):
            workspace.find_article("in/b.jsonl:1")
