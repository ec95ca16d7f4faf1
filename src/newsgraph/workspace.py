"""The workspace: a folder with one SQLite database. This is the only code that knows its tables.

What cannot be computed again is here: articles, extractions, decisions, the files they came from. All else
in the folder is derived.
"""

from __future__ import annotations

import hashlib
import os
import socket
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec
from filelock import FileLock, Timeout

from newsgraph.errors import NotFoundError, WorkspaceError
from newsgraph.model import Article, Decision, Extraction, Footprint, Skipped
from newsgraph.transactions import transaction

DATABASE = "newsgraph.sqlite"
GRAPH_FOLDER = "graph"
LOCK = "writing.lock"
WRITER = "writing.txt"
# Seconds until a database that another process writes to is given up.
PATIENCE = 5.0
VERSION = 3

UNREAD = """
CREATE TABLE unread (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    article_hash TEXT NOT NULL, extractor TEXT NOT NULL, reason TEXT NOT NULL
);
"""
EVIDENCE = """
CREATE TABLE evidence (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, rules TEXT NOT NULL, value BLOB NOT NULL
);
"""
SCHEMA = f"""{UNREAD}{EVIDENCE}
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE files (location TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, location TEXT NOT NULL, url TEXT, hash TEXT NOT NULL, value BLOB NOT NULL
);
CREATE INDEX articles_file ON articles (file);
CREATE TABLE extractions (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    article_hash TEXT NOT NULL, extractor TEXT NOT NULL, value BLOB NOT NULL
);
CREATE TABLE skipped (file TEXT NOT NULL, place TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE decisions (number INTEGER PRIMARY KEY, value BLOB NOT NULL);
"""

# What leads from the version before to each version.
MIGRATIONS = {2: UNREAD, 3: EVIDENCE}

# An extraction of another text of the article does not count.
_EXTRACTED = "articles a JOIN extractions e ON e.article_id = a.id AND e.article_hash = a.hash"
_GATHERED = f"{_EXTRACTED} LEFT JOIN evidence v ON v.article_id = a.id AND v.rules = ?"


class _Head(msgspec.Struct):
    outlet: str | None = None
    authors: tuple[str, ...] = ()


class _Part(msgspec.Struct):
    id: str


class _Parts(msgspec.Struct):
    chains: list[_Part]
    events: list[_Part]


class Workspace:
    """A folder with the articles, their extractions and people's decisions.

    Use it as a context manager, or call ``close``. Changes inside ``with workspace.transaction():`` are kept
    together or not at all.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = connection

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Workspace:
        """Open the workspace in a folder.

        Raises:
            WorkspaceError: when there is none (and ``create`` is false), or it is not ours, or of a newer version.
        """
        path = folder / DATABASE
        if not path.exists():
            if not create:
                raise WorkspaceError(f"{folder}: no workspace here: run `newsgraph -w {folder} build SOURCE` first")
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WorkspaceError(f"{folder}: cannot be made: {error}") from error
        try:
            db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA journal_mode = WAL")
            _prepare(db, path)
        except sqlite3.Error as error:
            raise WorkspaceError(f"{path}: cannot be used: {error}") from error
        return cls(folder, db)

    @property
    def graph_folder(self) -> Path:
        """Where the SPARQL store is."""
        return self.folder / GRAPH_FOLDER

    def close(self) -> None:
        """Give the database back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept together or not at all.

        Raises:
            WorkspaceError: when another process is writing, or the disk refuses.
        """
        return transaction(self._db, f"{self.folder}: another run is writing here, or the disk refuses")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes here meanwhile; the lock of a process that was killed is gone with it.

        Raises:
            WorkspaceError: when another process does, or the folder is for reading only; it says which process.
        """
        note = self.folder / WRITER
        lock = FileLock(self.folder / LOCK, timeout=0)
        try:
            lock.acquire()
            note.write_text(f"process {os.getpid()} on {socket.gethostname()}, since {_now()}\n", encoding="utf-8")
        except Timeout as error:
            who = note.read_text(encoding="utf-8").strip() if note.exists() else "another process"
            raise WorkspaceError(f"{self.folder}: {who} is writing here: wait until it is done") from error
        except OSError as error:
            lock.release()
            raise WorkspaceError(f"{self.folder}: cannot be written: {error.strerror or error}") from error
        try:
            yield
        finally:
            note.unlink(missing_ok=True)
            lock.release()

    def fingerprint(self, file: str) -> str | None:
        """What a file looked like when it was last read; ``None``: never read to its end."""
        row = self._db.execute("SELECT fingerprint FROM files WHERE location = ?", (file,)).fetchone()
        return None if row is None else str(row[0])

    def close_file(self, file: str, fingerprint: str, skipped: Iterable[Skipped]) -> None:
        """Note that a file was read to its end, and what of it was skipped."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (file, fingerprint))
        self._db.execute("DELETE FROM skipped WHERE file = ?", (file,))
        self._db.executemany(
            "INSERT INTO skipped VALUES (?, ?, ?, ?)",
            [(file, s.where, s.stage, s.reason) for s in sorted(skipped)],
        )

    def skipped(self, file: str | None = None) -> list[Skipped]:
        """What was skipped: of one file as it was read, or of all files and as articles were extracted."""
        if file is None:
            rows = self._db.execute("SELECT place, stage, reason FROM skipped")
            return sorted([*(Skipped(*row) for row in rows), *self.unread()])
        query = "SELECT place, stage, reason FROM skipped WHERE file = ? ORDER BY 1, 2, 3"
        return [Skipped(*row) for row in self._db.execute(query, (file,))]

    def unread(self) -> list[Skipped]:
        """The articles of which the extractor could make nothing."""
        query = "SELECT location, reason FROM articles a JOIN unread u ON article_id = a.id AND article_hash = a.hash"
        rows = self._db.execute(query)
        return sorted(Skipped(location, "extract", reason) for location, reason in rows)

    def article_ids(self, file: str | None = None) -> list[str]:
        """The ids of all articles, or of those that came from a file; sorted."""
        if file is None:
            return [row[0] for row in self._db.execute("SELECT id FROM articles ORDER BY id")]
        return [row[0] for row in self._db.execute("SELECT id FROM articles WHERE file = ? ORDER BY id", (file,))]

    def article_state(self, article_id: str) -> tuple[str, str, str] | None:
        """The file, the location and the content hash under which an article is kept."""
        row = self._db.execute("SELECT file, location, hash FROM articles WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def put_article(self, article: Article, file: str) -> None:
        """Keep an article in place of the one with its id, if any."""
        value = msgspec.json.encode(article)
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "file = excluded.file, location = excluded.location, url = excluded.url, "
            "hash = excluded.hash, value = excluded.value",
            (article.id, file, article.location, article.url, content_hash(article), value),
        )

    def remove_article(self, article_id: str) -> None:
        """Forget an article and its extraction."""
        self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def find_article(self, name: str) -> str:
        """The id of the article with this id, URL, or location.

        Raises:
            NotFoundError: when there is none, or several.
        """
        rows = self._db.execute(
            "SELECT id FROM articles WHERE id = ?1 OR url = ?1 OR location = ?1 ORDER BY id", (name,)
        ).fetchall()
        if len(rows) != 1:
            found = "no article" if not rows else f"{len(rows)} articles"
            raise NotFoundError(f"{name}: {found} with this id, URL or path; `newsgraph stats --articles` lists them")
        return str(rows[0][0])

    def articles(self) -> Iterator[Article]:
        """All articles, by id."""
        for (value,) in self._db.execute("SELECT value FROM articles ORDER BY id"):
            yield msgspec.json.decode(value, type=Article)

    def article(self, article_id: str) -> Article:
        """One article.

        Raises:
            NotFoundError: when there is none with this id.
        """
        row = self._db.execute("SELECT value FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            raise NotFoundError(f"{article_id}: no article with this id")
        return msgspec.json.decode(row[0], type=Article)

    def pending(self, extractor: str) -> list[str]:
        """The ids of the articles whose present text this extractor has yet to read; the longest first."""
        done = "t.article_id = a.id AND t.article_hash = a.hash AND t.extractor = ?"
        rows = self._db.execute(
            f"SELECT a.id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM extractions t WHERE {done}) "  # noqa: S608
            f"AND NOT EXISTS (SELECT 1 FROM unread t WHERE {done}) ORDER BY length(a.value) DESC, a.id",
            (extractor, extractor),
        )
        return [row[0] for row in rows]

    def put_unread(self, article: Article, extractor: str, reason: str) -> None:
        """Note that an extractor could make nothing of an article; it is not asked again for the same text."""
        self._db.execute("DELETE FROM extractions WHERE article_id = ?", (article.id,))
        self._db.execute(
            "INSERT OR REPLACE INTO unread VALUES (?, ?, ?, ?)", (article.id, content_hash(article), extractor, reason)
        )

    def put_extraction(self, extraction: Extraction, article: Article) -> None:
        """Keep an extraction in place of the article's former one."""
        self._db.execute("DELETE FROM unread WHERE article_id = ?", (article.id,))
        self._db.execute("DELETE FROM evidence WHERE article_id = ?", (article.id,))
        self._db.execute(
            "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?)",
            (article.id, content_hash(article), extraction.extractor, msgspec.json.encode(extraction)),
        )

    def extractions(self) -> Iterator[Extraction]:
        """All extractions of what the articles say now, by article id."""
        for (value,) in self._db.execute(f"SELECT e.value FROM {_EXTRACTED} ORDER BY a.id"):  # noqa: S608
            yield msgspec.json.decode(value, type=Extraction)

    def extraction(self, article_id: str) -> Extraction:
        """The extraction of one article.

        Raises:
            NotFoundError: when there is none.
        """
        row = self._db.execute("SELECT value FROM extractions WHERE article_id = ?", (article_id,)).fetchone()
        if row is None:
            raise NotFoundError(f"{article_id}: nothing was extracted from an article with this id")
        return msgspec.json.decode(row[0], type=Extraction)

    def evidence(self, rules: str) -> Iterator[tuple[str, bytes | None]]:
        """What is kept of each extraction under these rules, by article id; ``None``: nothing yet."""
        yield from self._db.execute(f"SELECT a.id, v.value FROM {_GATHERED} ORDER BY a.id", (rules,))  # noqa: S608

    def ungathered(self, rules: str) -> list[str]:
        """The articles of whose extraction nothing is kept yet under these rules, by id."""
        query = f"SELECT a.id FROM {_GATHERED} WHERE v.article_id IS NULL ORDER BY a.id"  # noqa: S608
        return [row[0] for row in self._db.execute(query, (rules,))]

    def put_evidence(self, article_id: str, rules: str, value: bytes) -> None:
        """Keep what was gathered from the article's extraction."""
        self._db.execute("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?)", (article_id, rules, value))

    def footprints(self) -> Iterator[Footprint]:
        """What identities and graph need to know of the articles that have an extraction, by id."""
        query = f"SELECT a.id, a.hash, e.extractor, a.value, e.value FROM {_EXTRACTED} ORDER BY a.id"  # noqa: S608
        for article_id, version, extractor, article, extraction in self._db.execute(query):
            head = msgspec.json.decode(article, type=_Head)
            parts = msgspec.json.decode(extraction, type=_Parts)
            yield Footprint(
                article_id,
                f"{version} {extractor}",
                head.outlet,
                head.authors,
                tuple(chain.id for chain in parts.chains),
                tuple(event.id for event in parts.events),
            )

    def decisions(self) -> list[Decision]:
        """People's decisions, in the order they were made."""
        rows = self._db.execute("SELECT value FROM decisions ORDER BY number")
        return [msgspec.json.decode(row[0], type=Decision) for row in rows]

    def put_decision(self, decision: Decision) -> None:
        """Keep a decision after all others."""
        self._db.execute("INSERT INTO decisions (value) VALUES (?)", (msgspec.json.encode(decision),))

    def state(self, *also: str) -> str:
        """A fingerprint of all that the graph is derived from."""
        state = hashlib.sha256("\x1f".join(also).encode())
        queries = (
            "SELECT article_id, article_hash, extractor FROM extractions ORDER BY 1",
            "SELECT id, hash, location FROM articles ORDER BY 1",
            "SELECT number, value FROM decisions ORDER BY 1",
        )
        for query in queries:
            for row in self._db.execute(query):
                state.update(repr(row).encode())
        return state.hexdigest()


class ArticleTexts(Mapping[str, str]):
    """The text of each article by its id, read when asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __getitem__(self, article_id: str) -> str:
        try:
            return self._workspace.article(article_id).text
        except NotFoundError as error:
            raise KeyError(article_id) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._workspace.article_ids())

    def __len__(self) -> int:
        return len(self._workspace.article_ids())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def content_hash(article: Article) -> str:
    """A fingerprint of all that an article says of itself, but not of where it was read."""
    return hashlib.sha256(msgspec.json.encode(replace(article, location=""))).hexdigest()


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found == VERSION:
        return
    if found > VERSION:
        raise WorkspaceError(
            f"{path}: made by a newer newsgraph (version {found}): upgrade newsgraph, or choose another workspace"
        )
    if found:
        _migrate(db, path, found)
        return
    if db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        raise WorkspaceError(f"{path}: a database, but no workspace of newsgraph: choose another folder")
    db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")


def _migrate(db: sqlite3.Connection, path: Path, found: int) -> None:
    """Bring an older database up to this version; the one that was stays beside it, under its version."""
    backup = sqlite3.connect(path.with_name(f"{path.name}.v{found}"))
    with closing(backup):
        db.backup(backup)
    steps = "".join(MIGRATIONS[version] for version in range(found + 1, VERSION + 1))
    db.executescript(f"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {VERSION}; COMMIT;")
