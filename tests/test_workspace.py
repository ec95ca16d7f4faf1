from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
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


def test_what_an_extractor_cannot_read_is_asked_again_of_another_extractor_or_of_another_text(tmp_path: Path) -> None:
    one = article("Ana Roth spoke.", url="https://x.example/1", location="a.txt")
    changed = article("Ana Roth wrote.", url="https://x.example/1", location="a.txt")
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.put_article(one, "a.txt")
        workspace.put_unread(one, "rules-1", "too strange")
        assert workspace.pending("rules-1") == []
        assert workspace.skipped() == [Skipped("a.txt", "extract", "too strange")]
        assert workspace.pending("rules-2") == [one.id]
        workspace.put_article(changed, "a.txt")
        assert workspace.pending("rules-1") == [one.id]
        assert workspace.skipped() == []
        workspace.put_extraction(Extraction(one.id, "rules-1"), changed)
        assert workspace.pending("rules-1") == []


def test_the_longest_articles_are_read_first(tmp_path: Path) -> None:
    texts = [article("Ana Roth spoke."), article("Ana Roth spoke for hours and hours."), article("Ana Roth left.")]
    with Workspace.open(tmp_path, create=True) as workspace:
        for one in texts:
            workspace.put_article(one, "a.txt")
        assert workspace.pending("rules-1") == [texts[1].id, texts[0].id, texts[2].id]


def test_evidence_is_kept_under_its_rules_until_the_article_is_read_anew(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as workspace, workspace.transaction():
        one = article("a")
        workspace.put_article(one, "file")
        workspace.put_extraction(Extraction(one.id, "rules-1"), one)
        assert workspace.ungathered("1") == [one.id]
        workspace.put_evidence(one.id, "1", b"kept")
        assert list(workspace.evidence("1")) == [(one.id, b"kept")]
        assert list(workspace.evidence("2")) == [(one.id, None)]
        workspace.put_extraction(Extraction(one.id, "rules-2"), one)
        assert workspace.ungathered("1") == [one.id]


def test_a_database_of_an_older_version_is_brought_up_to_date_and_kept_beside(tmp_path: Path) -> None:
    one = article("Ana Roth spoke.")
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.put_article(one, "a.txt")
    path = tmp_path / "newsgraph.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("DROP TABLE unread; DROP TABLE evidence; PRAGMA user_version = 1;")
    with Workspace.open(tmp_path) as workspace:
        assert list(workspace.articles()) == [one]
        workspace.put_unread(one, "rules-1", "too strange")
        assert workspace.pending("rules-1") == []
    with closing(sqlite3.connect(tmp_path / "newsgraph.sqlite.v1")) as former:
        assert former.execute("PRAGMA user_version").fetchone() == (1,)
        assert former.execute("SELECT id FROM articles").fetchall() == [(one.id,)]


def test_who_writes_beside_a_writer_is_refused_and_told_who_it_is(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as first, Workspace.open(tmp_path) as second:
        with first.writing(), first.transaction():
            first.put_article(article("Ana Roth spoke."), "a.txt")
            assert second.article_ids() == []
            with pytest.raises(WorkspaceError, match=f"process {os.getpid()} on .* is writing here"), second.writing():
                pass
        with second.writing():
            assert len(second.article_ids()) == 1


def test_the_lock_of_a_process_that_was_killed_is_gone_with_it(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as workspace:
        child = os.fork()
        if not child:
            with workspace.writing():
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(child, 0)
        assert (tmp_path / "writing.txt").exists()
        with workspace.writing():
            assert str(os.getpid()) in (tmp_path / "writing.txt").read_text(encoding="utf-8")
