"""The values that flow through the stages. They do not change; a step returns new ones.

All offsets are code points of ``Article.text``; spans are half open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: ``article.text[span.start:span.end]``.

    Raises:
        ValueError: when the range is empty or starts before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class EntityType(StrEnum):
    """What a thing is; the names are those of the ontology's classes."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COMPANY = "Company"
    GOVERNMENT_BODY = "GovernmentBody"
    POLITICAL_PARTY = "PoliticalParty"
    NEWS_OUTLET = "NewsOutlet"
    ARMED_GROUP = "ArmedGroup"
    SPORTS_TEAM = "SportsTeam"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    PLACE = "Place"
    COUNTRY = "Country"
    CITY = "City"
    REGION = "Region"
    FACILITY = "Facility"
    EVENT = "Event"
    WORK = "Work"
    PRODUCT = "Product"
    LAW = "Law"
    GROUP = "Group"
    POSITION = "Position"
    ANONYMOUS_SOURCE = "AnonymousSource"


KINDS_OF_ORGANIZATION = frozenset(
    {
        EntityType.COMPANY,
        EntityType.GOVERNMENT_BODY,
        EntityType.POLITICAL_PARTY,
        EntityType.NEWS_OUTLET,
        EntityType.ARMED_GROUP,
        EntityType.SPORTS_TEAM,
        EntityType.INTERNATIONAL_ORGANIZATION,
    }
)
KINDS_OF_PLACE = frozenset({EntityType.COUNTRY, EntityType.CITY, EntityType.REGION, EntityType.FACILITY})


class FurnitureReason(StrEnum):
    """Why a span of the page is no part of the story."""

    FRONT_MATTER = "front matter"
    MARKUP = "markup"
    REPEATED_HEADLINE = "repeated headline"
    PICTURE_CREDIT = "picture credit"
    CAPTION = "caption"
    WIDGET = "widget"
    NEWSLETTER = "newsletter call"
    AUTHOR_BOX = "author box"
    BYLINE = "byline"
    RELATED = "related stories"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A span of the page that is set aside, and why."""

    span: Span
    reason: FurnitureReason


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with its metadata.

    ``text`` is kept exactly as read. ``location`` says where it was read: a path, or ``path:line``.
    ``date`` is an ISO date. ``sketch`` is the MinHash of the story, for finding copies.
    """

    id: str
    text: str
    location: str
    title: str | None = None
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """An input left out, with its reason. ``where`` is a path, or ``path:line``."""

    where: str
    stage: str
    reason: str


class MentionForm(StrEnum):
    """A name («Donald Trump»), a nominal («the president's son-in-law»), a pronoun («he»)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article that refers to an entity.

    ``title`` is the role that stands beside the name and is no part of it: «President», «EPA chief».
    """

    id: str
    span: Span
    surface: str
    type: EntityType
    form: MentionForm
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one article that refer to one thing; ``name`` is the fullest name among them."""

    id: str
    name: str
    type: EntityType
    mention_ids: tuple[str, ...]


class Stance(StrEnum):
    """How a source stands to what it says."""

    ASSERTED = "Asserted"
    DENIED = "Denied"
    ALLEGED = "Alleged"
    SPECULATED = "Speculated"
    QUESTIONED = "Questioned"
    PROMISED = "Promised"
    DEMANDED = "Demanded"
    RETRACTED = "Retracted"
    CONFIRMED = "Confirmed"


class Certainty(StrEnum):
    """How sure the source says it is (values of GRaSP)."""

    CERTAIN = "Certain"
    PROBABLE = "Probable"
    POSSIBLE = "Possible"


class QuoteKind(StrEnum):
    """Direct («"No," she said»), indirect («she said that …»), mixed (indirect with quoted words)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what, and with which words. ``source_id`` is a mention; ``None``: not named.

    ``source`` is all the words that name the source, in their place. ``parent_id`` is the quote in whose content this
    one stands: «CNN reported that officials said …». ``evidence`` is the sentence. What the article says was *not* said
    («declined to comment on the report») is a quote that is not ``said``; it claims nothing.
    """

    id: str
    source_id: str | None
    cue: Span
    content: Span
    kind: QuoteKind
    stance: Stance
    certainty: Certainty
    evidence: Span
    confidence: float
    parent_id: str | None = None
    source: Span | None = None
    said: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link that the article claims between two mentions.

    ``quote_id`` is the quote in whose content it stands; ``None``: the outlet's own voice.
    ``former`` is true when the article says that it held in the past («former director»).
    """

    id: str
    subject_id: str
    predicate: str
    object_id: str
    cue: Span
    evidence: Span
    stance: Stance
    certainty: Certainty
    confidence: float
    quote_id: str | None = None
    former: bool = False


class Role(StrEnum):
    """What a participant is in an event."""

    AGENT = "Agent"
    PATIENT = "Patient"
    RECIPIENT = "Recipient"
    INSTRUMENT = "Instrument"
    TOPIC = "Topic"
    PLACE = "Place"


class Realis(StrEnum):
    """Whether the event took place, is planned, is only thought of, or did not take place."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    HYPOTHETICAL = "Hypothetical"
    NEGATED = "Negated"


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention that takes part in an event."""

    role: Role
    mention_id: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: type, the word that says so, who took part as what, and when.

    ``time_id`` is a time expression; ``quote_id`` as in ``Relation``.
    """

    id: str
    type: str
    trigger: Span
    arguments: tuple[Argument, ...]
    evidence: Span
    realis: Realis
    stance: Stance
    certainty: Certainty
    confidence: float
    time_id: str | None = None
    quote_id: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or period in the text, with its TIMEX3 value («2017-05-30», «2017-05», «2016-W23»).

    ``begin`` and ``end`` are ISO dates, both inclusive; ``None`` when the value is not anchored.
    """

    id: str
    span: Span
    value: str
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says, in terms of its own mentions only.

    ``extractor`` names code, model and rules; another name means that the article is extracted again.
    ``coreferences`` are the noun phrases that speak of one thing each, whether it has a name or not; ``triggers`` the
    words that tell that something happens, whether it is an event of a known type or not.
    """

    article_id: str
    extractor: str
    words: int = 0
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    quotes: tuple[Quote, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    coreferences: tuple[tuple[Span, ...], ...] = ()
    triggers: tuple[Span, ...] = ()


class Verdict(StrEnum):
    """What a person said about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about two chains; kept for ever."""

    left_id: str
    right_id: str
    verdict: Verdict
    by: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing in the world: the chains held to be one, under one name."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    chain_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities, and which entity each chain, outlet and author is.

    ``outlets`` maps the outlet's name as articles give it, ``authors`` (author, outlet), to an entity id.
    """

    entities: tuple[Entity, ...]
    by_chain: dict[str, str]
    outlets: dict[str, str]
    authors: dict[tuple[str, str], str]
