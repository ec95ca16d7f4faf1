"""Sources that lie elsewhere: object stores and addresses, through fsspec. Only this module opens connections."""

from __future__ import annotations

import glob
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.errors import ConfigError, SourceError
from newsgraph.ingest.sources import STAGE, SourceFile, kind_refused, suffix_of
from newsgraph.model import Skipped

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


def check_remote(source: str) -> None:
    """Raises ``SourceError`` when nothing is there or it cannot be reached, ``ConfigError`` without fsspec."""
    if not _names(source):
        raise SourceError(f"{source}: no file there")


def fetch_files(source: str, suffixes: Collection[str]) -> Iterator[SourceFile | Skipped]:
    """Every file behind an address, a folder of an object store or a glob there; each is copied here while it is read.

    Raises:
        SourceError: when it cannot be reached.
        ConfigError: when fsspec, or what it needs for this kind of address, is not installed.
    """
    system, path = _open(source)
    with tempfile.TemporaryDirectory(prefix="newsgraph-") as folder:
        copy = Path(folder) / "copy"
        for name in _names(source):
            where = system.unstrip_protocol(name)
            if name != path and not glob.has_magic(source) and suffix_of(name) not in suffixes:
                yield Skipped(where, STAGE, kind_refused(name))
                continue
            try:
                system.get_file(name, str(copy))
            except (OSError, ValueError) as error:
                yield Skipped(where, STAGE, f"cannot be fetched: {error}")
            else:
                yield SourceFile(copy, where)


def _names(source: str) -> list[str]:
    system, path = _open(source)
    try:
        if glob.has_magic(source):
            return sorted(map(str, system.glob(path)))
        if system.isfile(path):
            return [path]
        return sorted(map(str, system.find(path)))
    except Exception as error:  # each kind of store has errors of its own
        raise SourceError(f"{source}: cannot be reached: {error}") from error


def _open(source: str) -> tuple[AbstractFileSystem, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ConfigError(f"{source}: addresses need fsspec: pip install 'newsgraph[remote]'") from error
    try:
        return url_to_fs(source)  # type: ignore[no-any-return]
    except (ImportError, ValueError) as error:
        raise ConfigError(f"{source}: {error}") from error
