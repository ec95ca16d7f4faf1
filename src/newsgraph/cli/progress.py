"""Progress with time left on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsgraph.cli.main import Settings
from newsgraph.pipeline import Progress as Tell
from newsgraph.pipeline import no_progress


@contextmanager
def shown_progress(settings: Settings) -> Iterator[Tell]:
    """A function to tell of progress, which shows it on standard error if that is a terminal."""
    if settings.verbosity < 0 or not sys.stderr.isatty():
        yield no_progress
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)

        def tell(stage: str, done: int, total: int | None) -> None:
            shown.update(task, description=stage, completed=done, total=total)

        yield tell
