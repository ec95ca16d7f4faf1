"""What many articles say of one thing, added up: one SQLite file, in which a few articles change only their part.

The file is derived. ``state`` names what it was made from; it stands for a graph only if that bears the same name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from math import prod
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsgraph.errors import WorkspaceError
from newsgraph.graph.propositions import Occurrence, Propositions, Statement, day_or_none
from newsgraph.graph.standing import Standing, Voice, denies, standing, vouches
from newsgraph.model import Article, Event, Extraction, Realis, Relation, Span
from newsgraph.transactions import transaction

Proposition = Statement | Occurrence
# An article that tells something: its day, its id, and its outlet or nothing.
Report = tuple[str, str, str]

# The columns of each table, and those that are looked up besides its key.
_TABLES = {
    "meta": ("key TEXT PRIMARY KEY, value BLOB NOT NULL", None),
    "articles": (
        "id TEXT PRIMARY KEY, origin TEXT NOT NULL, outlet TEXT, quotes INTEGER NOT NULL, view BLOB NOT NULL",
        "origin",
    ),
    "mentions": (
        "entity TEXT NOT NULL, article TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (entity, article)",
        "article",
    ),
    "propositions": ("id TEXT PRIMARY KEY, kind TEXT NOT NULL, value BLOB NOT NULL", None),
    "claims": (
        """proposition TEXT NOT NULL, article TEXT NOT NULL, claim TEXT NOT NULL, value BLOB NOT NULL,
        PRIMARY KEY (proposition, article, claim)""",
        "article",
    ),
}
# Comes after all days.
NO_DAY = "9999"
_KINDS: dict[str, type[Proposition]] = {"statement": Statement, "occurrence": Occurrence}


def outlets_of_their_own(stories: Iterable[Collection[Report]]) -> list[str]:
    """The outlets that have a story of their own, of these stories.

    A story that several outlets print counts for one of them: the first that has no other.
    """
    printed_by = [list(dict.fromkeys(outlet for _, _, outlet in sorted(reports) if outlet)) for reports in stories]
    own: set[str] = set()
    for outlets in sorted(printed_by, key=lambda outlets: (len(outlets), outlets)):
        own.update([outlet for outlet in outlets if outlet not in own][:1])
    return sorted(own)


class Said(msgspec.Struct, frozen=True, array_like=True):
    """One claim, as it counts for what it says.

    ``outlet`` is the entity that published it; ``is_turned``: it puts a symmetric statement the other way round.
    """

    article_id: str
    claim_id: str
    origin: str
    outlet: str | None
    voice: Voice
    is_former: bool
    confidence: float
    day: str | None
    evidence: Span
    is_turned: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool, float, str, str, str]:
        """The best evidence has the lowest.

        A sentence that says so, rather than one that denies or reports it; that says it of now; then the surest, then
        the first.
        """
        firm = denies(self.voice), not vouches(self.voice), self.is_former, -self.confidence
        return *firm, self.day or NO_DAY, self.article_id, self.claim_id


@dataclass(slots=True)
class Record:
    """All claims of one statement or event; adding them in another order gives an equal record."""

    voices: set[Voice] = field(default_factory=set)
    confidence_by_origin: dict[str, float] = field(default_factory=dict)
    reports: dict[str, set[Report]] = field(default_factory=dict)
    claims: int = 0
    always_former: bool = True
    holds_now: bool = False
    turned: int = 0
    best: Said | None = None

    def add(self, said: Said) -> None:
        """Takes in one claim of one article."""
        voice = said.voice
        self.voices.add(voice)
        self.claims += 1
        self.confidence_by_origin[said.origin] = max(self.confidence_by_origin.get(said.origin, 0.0), said.confidence)
        self.reports.setdefault(said.origin, set()).add((said.day or NO_DAY, said.article_id, said.outlet or ""))
        self.always_former = self.always_former and said.is_former
        self.holds_now = self.holds_now or (vouches(voice) and not said.is_former)
        self.turned += 1 if said.is_turned else -1
        if self.best is None or said.rank < self.best.rank:
            self.best = said

    @property
    def articles(self) -> set[str]:
        """The ids of the articles that tell it."""
        return {article_id for reports in self.reports.values() for _, article_id, _ in reports}

    @property
    def days(self) -> set[str]:
        """The ISO days of these articles, where they are known."""
        return {day for reports in self.reports.values() for day, _, _ in reports} - {NO_DAY}

    @property
    def standing(self) -> Standing:
        """How it stands, given all claims."""
        return standing(self.voices)

    @property
    def confidence(self) -> float:
        """How sure we are that it is said: one minus the chance that each independent report was misread."""
        # sorted: the order of multiplication must not change the last digit
        return 1.0 - prod(1.0 - each for each in sorted(self.confidence_by_origin.values()))

    @property
    def realis(self) -> Realis:
        """Whether it took place, is planned or only thought of: the firmest; negated when all deny it."""
        found = {voice.realis for voice in self.voices if not denies(voice)}
        firmest = (Realis.ACTUAL, Realis.PLANNED, Realis.HYPOTHETICAL)
        return next((realis for realis in firmest if realis in found), Realis.NEGATED)


def as_told(statement: Statement, record: Record) -> Statement:
    """A symmetric statement in the direction in which most claims put it: «Kushner relativeOf Trump»."""
    if record.turned <= 0:
        return statement
    return replace(statement, subject=statement.object, object=statement.subject)


class Mentioned(NamedTuple):
    """How much is said of an entity: the numbers of its mentions, of its articles, and of the outlets of these."""

    mentions: int = 0
    articles: int = 0
    outlets: int = 0


@dataclass(slots=True)
class Touched:
    """What has changed its sums since the tally was opened; ids."""

    propositions: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)


class Tally:
    """The sums over all articles. Changes inside ``with tally.transaction():`` are kept together or not at all."""

    def __init__(self, path: Path | None = None) -> None:
        """Opens the file, or makes it; without a path all stays in memory.

        Raises:
            WorkspaceError: when the file cannot be used.
        """
        self.touched = Touched()
        self._path = path
        try:
            self._db = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=5)
            if not self._db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
                with self.transaction():
                    self.clear()
        except sqlite3.Error as error:
            raise WorkspaceError(f"{path}: cannot be used: {error}: delete it and build again") from error

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept together or not at all.

        Raises:
            WorkspaceError: when another run is writing the graph, or the disk refuses.
        """
        return transaction(self._db, f"{self._path}: another run is writing the graph")

    def note(self, key: str) -> bytes | None:
        """What was noted under a key."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def put_note(self, key: str, value: bytes) -> None:
        """Note something beside the sums."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def clear(self) -> None:
        """Forget all, tables of another version too."""
        for table, (columns, looked_up) in _TABLES.items():
            self._db.execute(f"DROP TABLE IF EXISTS {table}")
            self._db.execute(f"CREATE TABLE {table} ({columns}) WITHOUT ROWID")
            if looked_up:
                self._db.execute(f"CREATE INDEX {table}_{looked_up} ON {table} ({looked_up})")

    def views(self) -> dict[str, bytes]:
        """The fingerprint under which each article was taken in."""
        return dict(self._db.execute("SELECT id, view FROM articles"))

    def add(
        self,
        article: Article,
        extraction: Extraction,
        found: Propositions,
        origin: str,
        *,
        outlet: str | None = None,
        view: bytes = b"",
    ) -> None:
        """Takes in one article; ``outlet`` is the entity that published it."""
        quotes = sum(quote.said for quote in extraction.quotes)
        self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", (article.id, origin, outlet, quotes, view))
        self.touched.origins.add(origin)
        counts: dict[str, int] = {}
        for mention in extraction.mentions:
            if entity := found.entity_of.get(mention.id):
                counts[entity] = counts.get(entity, 0) + 1
        rows = [(entity, article.id, count) for entity, count in counts.items()]
        self._db.executemany("INSERT INTO mentions VALUES (?, ?, ?)", rows)
        self.touched.entities.update(counts)
        published = day_or_none(article.date)
        for relation, statement in found.statements:
            turned = found.entity_of[relation.subject_id] != statement.subject
            said = _said(relation, article.id, origin, outlet, published, turned=turned)
            self._add_claim("statement", statement, relation, said)
        for event, occurrence in found.occurrences:
            self._add_claim("occurrence", occurrence, event, _said(event, article.id, origin, outlet, published))

    def _add_claim(self, kind: str, proposition: Proposition, claim: Relation | Event, said: Said) -> None:
        self.touched.propositions.add(proposition.id)
        value = msgspec.msgpack.encode(proposition)
        self._db.execute("INSERT OR REPLACE INTO propositions VALUES (?, ?, ?)", (proposition.id, kind, value))
        value = msgspec.msgpack.encode(said)
        self._db.execute(
            "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?)", (proposition.id, said.article_id, claim.id, value)
        )

    def drop(self, article_id: str) -> None:
        """Takes out one article."""
        of = (article_id,)
        self.touched.origins.update(self._column("SELECT origin FROM articles WHERE id = ?", of))
        self.touched.entities.update(self._column("SELECT entity FROM mentions WHERE article = ?", of))
        self.touched.propositions.update(self._column("SELECT proposition FROM claims WHERE article = ?", of))
        self._db.execute("DELETE FROM articles WHERE id = ?", of)
        self._db.execute("DELETE FROM mentions WHERE article = ?", of)
        self._db.execute("DELETE FROM claims WHERE article = ?", of)

    def _column(self, query: str, values: tuple[str, ...]) -> list[str]:
        return [row[0] for row in self._db.execute(query, values)]

    def propositions(self, chosen: Iterable[str] | None = None) -> Iterator[tuple[Proposition, Record]]:
        """Statements and events with what is said of them, by id: all, or the chosen that somebody still tells of."""
        query = "SELECT p.kind, p.value, c.value FROM claims c JOIN propositions p ON p.id = c.proposition"
        if chosen is None:
            yield from _records(self._db.execute(f"{query} ORDER BY c.proposition"))
            return
        for proposition_id in sorted(chosen):
            yield from _records(self._db.execute(f"{query} WHERE c.proposition = ?", (proposition_id,)))

    def known(self, chosen: Iterable[str]) -> Iterator[Proposition]:
        """The chosen statements and events, also those of which nobody tells any more."""
        query = "SELECT kind, value FROM propositions WHERE id = ?"
        for proposition_id in sorted(chosen):
            for kind, value in self._db.execute(query, (proposition_id,)):
                yield msgspec.msgpack.decode(value, type=_KINDS[kind])

    def forget_untold(self, chosen: Iterable[str]) -> None:
        """Of the chosen statements and events forget those of which nobody tells any more."""
        query = "DELETE FROM propositions WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM claims WHERE proposition = ?1)"
        self._db.executemany(query, [(proposition_id,) for proposition_id in chosen])

    def mentioned(self, chosen: Collection[str] | None = None) -> dict[str, Mentioned]:
        """How much is said of each entity: of all that are mentioned, or of the chosen."""
        query = (
            "SELECT m.entity, SUM(m.count), COUNT(*), COUNT(DISTINCT a.outlet) "
            "FROM mentions m JOIN articles a ON a.id = m.article"
        )
        if chosen is None:
            return {row[0]: Mentioned(*row[1:]) for row in self._db.execute(f"{query} GROUP BY m.entity")}
        found = (self._db.execute(f"{query} WHERE m.entity = ?", (entity,)).fetchone() for entity in chosen)
        return {row[0]: Mentioned(*row[1:]) for row in found if row[0] is not None}

    def counts(self) -> dict[str, int]:
        """How many articles, mentions, statements, claims and events there are."""
        queries = {
            "articles": "SELECT COUNT(*) FROM articles",
            "mentions": "SELECT TOTAL(count) FROM mentions",
            "statements": "SELECT COUNT(*) FROM propositions WHERE kind = 'statement'",
            "claims": "SELECT (SELECT COUNT(*) FROM claims) + (SELECT TOTAL(quotes) FROM articles)",
            "events": "SELECT COUNT(*) FROM propositions WHERE kind = 'occurrence'",
        }
        return {name: int(self._db.execute(query).fetchone()[0]) for name, query in queries.items()}

    def origins(self, chosen: Iterable[str] | None = None) -> Iterator[tuple[str, int]]:
        """Origin groups with the number of their articles: all, or the chosen that still have any."""
        query = "SELECT origin, COUNT(*) FROM articles"
        if chosen is None:
            yield from self._db.execute(f"{query} GROUP BY origin ORDER BY origin")
            return
        for origin in sorted(chosen):
            yield from self._db.execute(f"{query} WHERE origin = ? GROUP BY origin", (origin,))


def _said(
    claim: Relation | Event,
    article_id: str,
    origin: str,
    outlet: str | None,
    day: str | None,
    *,
    turned: bool = False,
) -> Said:
    realis = claim.realis if isinstance(claim, Event) else Realis.ACTUAL
    former = claim.former if isinstance(claim, Relation) else False
    voice = Voice(claim.stance, claim.certainty, claim.quote_id is None, realis)
    return Said(article_id, claim.id, origin, outlet, voice, former, claim.confidence, day, claim.evidence, turned)


def _records(rows: Iterable[tuple[str, bytes, bytes]]) -> Iterator[tuple[Proposition, Record]]:
    """Rows of one proposition stand together."""
    last: bytes | None = None
    proposition: Proposition | None = None
    record = Record()
    for kind, value, said in rows:
        if value != last:
            if proposition is not None:
                yield proposition, record
            proposition, record, last = msgspec.msgpack.decode(value, type=_KINDS[kind]), Record(), value
        record.add(msgspec.msgpack.decode(said, type=Said))
    if proposition is not None:
        yield proposition, record
