"""Sources at addresses, through fsspec's own store in memory."""

from __future__ import annotations

from collections.abc import Iterator

import fsspec
import pytest

from newsgraph.errors import ConfigError, SourceError
from newsgraph.ingest import ReadOptions, check_sources, find_files, read_file
from newsgraph.ingest.sources import SourceFile
from newsgraph.model import Article, Skipped
from tests.ingest.pages import STORY


@pytest.fixture
def bucket() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    for name, content in {"a.txt": STORY, "deep/b.txt": STORY.replace("Tuesday", "Friday"), "c.pdf": "%PDF-"}.items():
        system.pipe_file(f"/news/{name}", content.encode())
    yield "memory://news"
    system.rm("/news", recursive=True)


def _found(*sources: str) -> list[str]:
    return [found.where if isinstance(found, Skipped) else found.location for found in find_files(sources)]


def test_a_folder_of_an_object_store_is_read(bucket: str) -> None:
    read: list[str] = []
    for found in find_files([bucket]):
        if isinstance(found, SourceFile):
            read += [item.location for item in read_file(found, ReadOptions()) if isinstance(item, Article)]
        else:
            assert found == Skipped("memory:///news/c.pdf", "ingest", "not a kind of file that is read: .pdf")
    assert read == ["memory:///news/a.txt", "memory:///news/deep/b.txt"]


def test_one_file_and_a_glob(bucket: str) -> None:
    assert _found(f"{bucket}/a.txt") == ["memory:///news/a.txt"]
    assert _found(f"{bucket}/**/*.txt", f"{bucket}/a.txt") == ["memory:///news/a.txt", "memory:///news/deep/b.txt"]


@pytest.mark.parametrize("source", ["memory://nowhere", "memory://nowhere/*.txt"])
def test_an_address_where_nothing_is(source: str) -> None:
    with pytest.raises(SourceError, match="no file there"):
        check_sources([source])


def test_an_address_of_no_known_kind() -> None:
    with pytest.raises(ConfigError, match="gopher"):
        check_sources(["gopher://news"])


def test_the_content_tells_whether_a_file_changed(bucket: str) -> None:
    (first,) = find_files([f"{bucket}/a.txt"])
    assert isinstance(first, SourceFile)
    fingerprints = [found.fingerprint() for found in find_files([bucket]) if isinstance(found, SourceFile)]
    assert len(set(fingerprints)) == 2
