"""Writing to SQLite: all or nothing, by one writer at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from newsgraph.errors import WorkspaceError


@contextmanager
def transaction(db: sqlite3.Connection, refused: str) -> Iterator[None]:
    """All that is written inside is kept together or not at all; ``refused`` says what it means when none can begin.

    Raises:
        WorkspaceError: when another process is writing, or the disk refuses.
    """
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        raise WorkspaceError(f"{refused}: {error}") from error
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
