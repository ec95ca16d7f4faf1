"""What many articles say of one thing, added up: who puts it how, in how many independent reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from math import prod

from newsgraph.graph.propositions import Occurrence, Propositions, Statement, day_or_none
from newsgraph.graph.standing import Standing, Voice, denies, standing, vouches
from newsgraph.model import Article, Event, Extraction, Realis, Relation


@dataclass(slots=True)
class Record:
    """All claims of one statement or event; adding them in another order gives an equal record."""

    voices: set[Voice] = field(default_factory=set)
    confidence_by_origin: dict[str, float] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    claims: int = 0
    days: set[str] = field(default_factory=set)
    always_former: bool = True
    holds_now: bool = False
    # the best evidence has the smallest key
    evidence_key: tuple[bool, bool, float, str, str, str] | None = None
    evidence: str = ""

    def add(self, claim: Relation | Event, article: Article, origin: str) -> None:
        """Takes in one claim of one article."""
        realis = claim.realis if isinstance(claim, Event) else Realis.ACTUAL
        former = claim.former if isinstance(claim, Relation) else False
        voice = Voice(claim.stance, claim.certainty, claim.quote_id is None, realis)
        self.voices.add(voice)
        self.claims += 1
        self.articles.add(article.id)
        self.confidence_by_origin[origin] = max(self.confidence_by_origin.get(origin, 0.0), claim.confidence)
        self.always_former = self.always_former and former
        self.holds_now = self.holds_now or (vouches(voice) and not former)
        published = day_or_none(article.date)
        if published:
            self.days.add(published)
        # a sentence that says so, rather than one that denies or reports it; then the surest, then the first
        key = (
            denies(voice),
            not vouches(voice),
            -claim.confidence,
            published or "9999",
            article.id,
            claim.id,
        )
        if self.evidence_key is None or key < self.evidence_key:
            self.evidence_key = key
            self.evidence = " ".join(article.text[claim.evidence.start : claim.evidence.end].split())

    @property
    def evidence_article(self) -> str:
        """The id of the article that the best evidence stands in."""
        return self.evidence_key[4] if self.evidence_key else ""

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


@dataclass(slots=True)
class Tally:
    """What all articles say, added up while they pass by one at a time; holds no article's text."""

    statements: dict[Statement, Record] = field(default_factory=dict)
    occurrences: dict[Occurrence, Record] = field(default_factory=dict)
    turned: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    origins: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, article: Article, extraction: Extraction, found: Propositions, origin: str) -> None:
        """Takes in one article."""
        self.origins[origin].add(article.id)
        mentioned = [found.entity_of[mention.id] for mention in extraction.mentions if mention.id in found.entity_of]
        self.mentions.update(mentioned)
        self.articles.update(set(mentioned))
        for relation, statement in found.statements:
            self.statements.setdefault(statement, Record()).add(relation, article, origin)
            self.turned[statement.id] += -1 if found.entity_of[relation.subject_id] == statement.subject else 1
        for event, occurrence in found.occurrences:
            self.occurrences.setdefault(occurrence, Record()).add(event, article, origin)

    def as_told(self, statement: Statement) -> Statement:
        """A symmetric statement in the direction in which most claims put it: «Kushner relativeOf Trump»."""
        if self.turned[statement.id] <= 0:
            return statement
        return replace(statement, subject=statement.object, object=statement.subject)
