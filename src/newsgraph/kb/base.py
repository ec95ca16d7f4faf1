"""The knowledge base: one SQLite file, read only; names in one spelling lead to entries."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from newsgraph.errors import NewsgraphError
from newsgraph.kb.entry import Entry
from newsgraph.spelling import is_acronym, plain_key, tidy

FORMAT = 1
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (id TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE names (key TEXT NOT NULL, entry_id TEXT NOT NULL, PRIMARY KEY (key, entry_id)) WITHOUT ROWID;
"""
# Entries are written in batches of this size: a dump of millions takes no more memory than one batch.
_BATCH = 10_000


class KbError(NewsgraphError):
    """A knowledge base, or a source of one, that cannot be read."""


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """The spelling under which a name is looked up.

    Short forms in capitals keep them («WHO» is not «Who»), all else is folded as ``plain_key`` does.
    """
    return tidy(name).replace(".", "") if is_acronym(name) else plain_key(name)


class KnowledgeBase:
    """Entries by name. ``version`` is a fingerprint of all that it holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._found: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    def open(cls, path: Path) -> KnowledgeBase:
        """The knowledge base in a file.

        Raises:
            KbError: when there is none, or it is no knowledge base, or one of another format.
        """
        if not path.is_file():
            raise KbError(f"{path}: no knowledge base here: make one with `newsgraph kb build {path} SOURCE…`")
        try:
            db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            found = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.Error as error:
            raise KbError(f"{path}: no knowledge base: {error}") from error
        if found is None or int(found[0]) != FORMAT:
            raise KbError(f"{path}: a knowledge base of another version: build it again with `newsgraph kb build`")
        return cls(db)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> KnowledgeBase:
        """A knowledge base in memory."""
        db = sqlite3.connect(":memory:")
        write_entries(db, entries, {})
        return cls(db)

    def named(self, name: str) -> tuple[Entry, ...]:
        """The entries that bear this name, those that are watched first, then those that news means most."""
        key = name_key(name)
        if key not in self._keys:
            return ()  # nearly always: most names are nobody's who is known
        if key not in self._found:
            rows = self._db.execute(
                "SELECT value FROM entries JOIN names ON entry_id = id WHERE key = ? ORDER BY id", (key,)
            )
            entries = [msgspec.json.decode(value, type=Entry) for (value,) in rows]
            self._found[key] = tuple(sorted(entries, key=lambda e: (not e.watched, -e.weight, e.id)))
        return self._found[key]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key for (key,) in self._db.execute("SELECT DISTINCT key FROM names"))

    def entries(self) -> Iterable[Entry]:
        """All entries, by id."""
        for (value,) in self._db.execute("SELECT value FROM entries ORDER BY id"):
            yield msgspec.json.decode(value, type=Entry)

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """What is known of the knowledge base itself: format, version, number of entries, sources."""
        return dict(self._db.execute("SELECT key, value FROM meta ORDER BY key"))

    @property
    def version(self) -> str:
        """A fingerprint of all entries."""
        return self.meta["version"]

    def close(self) -> None:
        """Give the file back."""
        self._db.close()


def _without_initials(name: str) -> str:
    """«Eric H. Holder Jr.» is «Eric Holder Jr.» too; without a suffix («George W. Bush») initials tell people apart."""
    words = name_key(name).split()
    if words[-1] not in SUFFIXES:
        return name_key(name)
    return " ".join(word for place, word in enumerate(words) if place == 0 or len(word) > 1)


def write_entries(db: sqlite3.Connection, entries: Iterable[Entry], sources: Mapping[str, str]) -> int:
    """Write a knowledge base into an empty database; how many entries there are. The order of entries is free.

    Of several entries with one id the first is kept. ``sources`` tell where they come from, for ``kb info``.
    """
    db.executescript(_SCHEMA)
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == _BATCH:
            _write_batch(db, batch)
            batch = []
    _write_batch(db, batch)
    digest = hashlib.sha256()
    count = 0
    for (value,) in db.execute("SELECT value FROM entries ORDER BY id"):
        digest.update(value)
        count += 1
    meta = {"format": str(FORMAT), "version": digest.hexdigest()[:12], "entries": str(count), **sources}
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    db.commit()
    return count


def _write_batch(db: sqlite3.Connection, batch: Iterable[Entry]) -> None:
    for entry in batch:
        done = db.execute("INSERT OR IGNORE INTO entries VALUES (?, ?)", (entry.id, msgspec.json.encode(entry)))
        if done.rowcount:
            keys = {key for name in entry.names if tidy(name) for key in (name_key(name), _without_initials(name))}
            db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(key, entry.id) for key in sorted(keys)])
