"""A file takes its place only when it is whole: written beside, then renamed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import ExportError


@contextmanager
def placed(out: Path, *, folder: bool) -> Iterator[Path]:
    """A path to write to; it becomes ``out`` at the end, and goes away when anything fails before.

    A folder that is there already keeps its other files; of those with the same name each is replaced whole.

    Raises:
        ExportError: when ``out`` cannot be written, or is a folder where a file is wanted, or the reverse.
    """
    target = out.resolve()  # the file behind a link is replaced, not the link
    _check_target(out, target, folder=folder)
    partial = target.with_name(f".{target.name}.partial")
    try:
        _discard(partial)  # of a run that was killed
        yield partial
        if partial.is_dir() and target.is_dir():
            for file in sorted(partial.iterdir()):
                file.replace(target / file.name)
        else:
            partial.replace(target)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written: {error.strerror or error}") from error
    finally:
        _discard(partial)


def _check_target(out: Path, target: Path, *, folder: bool) -> None:
    if not target.parent.is_dir():
        raise ExportError(f"{out}: there is no folder {target.parent}: make it first")
    if target.exists() and not (target.is_dir() if folder else target.is_file()):
        wanted = "a folder" if folder else "a file"
        raise ExportError(f"{out}: this is not {wanted}: name another place")


def _discard(partial: Path) -> None:
    if partial.is_dir():
        shutil.rmtree(partial, ignore_errors=True)
    else:
        partial.unlink(missing_ok=True)
