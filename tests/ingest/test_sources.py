"""Which files are found, and which are not read."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsgraph.errors import SourceError
from newsgraph.ingest import SourceFile, find_files
from newsgraph.model import Skipped


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.txt",
        "in/a.jsonl.gz",
        "in/sub/c.HTML",
        "in/.hidden.txt",
        "in/.git/d.txt",
        "in/x.png",
        "in/README",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def found(*sources: str) -> list[str | tuple[str, str]]:
    return [
        item.location if isinstance(item, SourceFile) else (item.where, item.reason) for item in find_files(sources)
    ]


IN = [
    ("in/README", "a file without a suffix"),
    "in/a.jsonl.gz",
    "in/b.txt",
    ("in/x.png", "not a kind of file that is read: .png"),
    "in/sub/c.HTML",
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["in"], IN),
        (["in/"], IN),
        (["in/x.png"], ["in/x.png"]),
        (["in/README", "in/README"], ["in/README"]),
        (["in/*.txt"], ["in/b.txt"]),
        (["in/**/*.HTML"], ["in/sub/c.HTML"]),
        (["in/s*"], ["in/sub/c.HTML"]),
        (["in/b.txt", "in/../in/b.txt"], ["in/b.txt"]),
    ],
)
def test_files_behind_sources(sources: list[str], expected: list[str]) -> None:
    assert found(*sources) == expected


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("source", ["nowhere", "in/nothing*.txt"])
def test_a_source_that_does_not_exist(source: str) -> None:
    with pytest.raises(SourceError, match=r"^[^\n]+: no [^\n]+$"):
        found(source)


def test_absolute_paths_stay_as_given(folder: Path) -> None:
    assert found(str(folder / "in" / "b.txt")) == [(folder / "in" / "b.txt").as_posix()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe.txt")
    assert ("in/pipe.txt", "not a regular file") in found("in")


def test_a_link_that_leads_nowhere(folder: Path) -> None:
    (folder / "in" / "lost.txt").symlink_to(folder / "gone.txt")
    assert ("in/lost.txt", "a link that leads nowhere") in found("in")


def test_standard_input_is_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"a story")))
    (file,) = find_files(["-"])
    assert file == SourceFile("-", "-", b"a story")


def test_a_fingerprint_is_of_the_bytes(folder: Path) -> None:
    same = SourceFile(folder / "in" / "b.txt", "in/b.txt").fingerprint()
    assert same == SourceFile("-", "-", b"x").fingerprint()
    assert same != SourceFile("-", "-", b"y").fingerprint()
    assert len(same) == 64


def test_what_is_left_out_says_its_stage(folder: Path) -> None:
    assert {item.stage for item in find_files([str(folder)]) if isinstance(item, Skipped)} == {"ingest"}


def test_a_link_that_leads_out_of_the_folder(folder: Path) -> None:
    (folder / "secret.txt").write_text("Text.", encoding="utf-8")
    (folder / "in" / "link.txt").symlink_to(folder / "secret.txt")
    (folder / "in" / "own.txt").symlink_to(folder / "in" / "b.txt")
    assert ("in/link.txt", "a link that leads out of the folder") in found("in")
    assert "in/link.txt" in found("in/link.txt")
