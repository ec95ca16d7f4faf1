"""What the user named, as files: folders, globs, single files and standard input."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph.errors import SourceError
from newsgraph.model import Skipped

STAGE = "ingest"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. ``location`` is its path as the user gave it; both are «-» for standard input.

    ``data`` is what came over standard input, which can be read only once.
    """

    path: Path | str
    location: str
    data: bytes | None = None

    def fingerprint(self) -> str:
        """SHA-256 of the bytes, in hexadecimal.

        Raises:
            OSError: when the file cannot be read.
        """
        if self.data is not None:
            return hashlib.sha256(self.data).hexdigest()
        with Path(self.path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()


def suffix_of(location: str) -> str:
    """The file's kind, with the one below «.gz»: «a/news.JSONL.gz» -> «.jsonl.gz»."""
    name = Path(location).name.lower()
    inner = Path(name.removesuffix(".gz")).suffix
    return inner + ".gz" if name.endswith(".gz") else inner


def check_sources(sources: Sequence[str]) -> None:
    """Raises ``SourceError`` when a file or folder is not there, or a glob matches nothing."""
    for source in sources:
        if source == "-" or Path(source).exists():
            continue
        if not glob.has_magic(source):
            raise SourceError(f"{source}: no such file or folder")
        if next(glob.iglob(source, recursive=True), None) is None:  # noqa: PTH207 - as in _files_of
            raise SourceError(f"{source}: no file matches")


def find_source_files(sources: Sequence[str], suffixes: Collection[str]) -> Iterator[SourceFile | Skipped]:
    """Every file behind the sources, each once, in a fixed order; inside folders only those of a known
    suffix.

    Raises:
        SourceError: when a source does not exist.
    """
    check_sources(sources)
    seen: set[str] = set()
    for source in sources:
        for found in _files_of(source, suffixes):
            if isinstance(found, SourceFile):
                real = os.path.realpath(found.path) if found.data is None else "-"
                if real in seen:
                    continue  # the same file, named twice
                seen.add(real)
            yield found


def _files_of(source: str, suffixes: Collection[str]) -> Iterator[SourceFile | Skipped]:
    if source == "-":
        yield SourceFile("-", "-", sys.stdin.buffer.read())
        return
    path = Path(source)
    if path.is_dir():
        yield from _folder(path, suffixes)
    elif path.exists():
        yield _file(path)
    else:
        for name in sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute patterns
            # A folder that «**» matched comes with its files: they match too.
            if not Path(name).is_dir():
                yield _file(Path(name))
            elif "**" not in source:
                yield from _folder(Path(name), suffixes)


def _folder(folder: Path, suffixes: Collection[str]) -> Iterator[SourceFile | Skipped]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if name.startswith("."):
                continue
            if suffix_of(name) in suffixes:
                yield _file(path)
            else:
                kind = suffix_of(name)
                reason = f"not a kind of file that is read: {kind}" if kind else "a file without a suffix"
                yield Skipped(path.as_posix(), STAGE, reason)


def _file(path: Path) -> SourceFile | Skipped:
    """The file, when it can be opened: a pipe or a forbidden file is skipped, not waited for."""
    where = path.as_posix()
    if not path.is_file():
        return Skipped(where, STAGE, "not a regular file" if path.exists() else "a link that leads nowhere")
    try:
        with path.open("rb"):
            return SourceFile(path, where)
    except OSError as error:
        return Skipped(where, STAGE, f"cannot be opened: {error.strerror}")
