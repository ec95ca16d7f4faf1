"""What the user named, as files: folders, globs, single files and standard input."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Collection, Iterator
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

    @property
    def identity(self) -> str:
        """The same for one file that was named in two ways."""
        return self.location if self.data is not None or "://" in self.location else os.path.realpath(self.path)

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


def kind_refused(name: str) -> str:
    """Why a file in a folder is not read, for want of a known suffix."""
    kind = suffix_of(name)
    return f"not a kind of file that is read: {kind}" if kind else "a file without a suffix"


def check_local(source: str) -> None:
    """Raises ``SourceError`` when a file or folder is not there, or a glob matches nothing."""
    if source == "-" or Path(source).exists():
        return
    if not glob.has_magic(source):
        raise SourceError(f"{source}: no such file or folder")
    if next(glob.iglob(source, recursive=True), None) is None:  # noqa: PTH207 - as in find_local
        raise SourceError(f"{source}: no file matches")


def find_local(source: str, suffixes: Collection[str]) -> Iterator[SourceFile | Skipped]:
    """Every file behind a file, a folder, a glob or «-», in a fixed order; inside folders only of a known suffix."""
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
            if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(folder.resolve()):
                yield Skipped(path.as_posix(), STAGE, "a link that leads out of the folder")
            elif suffix_of(name) in suffixes:
                yield _file(path)
            else:
                yield Skipped(path.as_posix(), STAGE, kind_refused(name))


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
