"""What one article says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsgraph.model.articles import EntityType, Span


class MentionForm(StrEnum):
    """A name («Donald Trump»), a nominal («the president's son-in-law»), a pronoun («he»)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article that refers to an entity.

    ``type`` is what the name names: «Belgium» a country, also where its chain is a team. ``title`` is the role that
    stands beside the name and is no part of it: «President», «EPA chief».
    """

    id: str
    span: Span
    surface: str
    type: EntityType
    form: MentionForm
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one article that refer to one thing; ``name`` is the fullest name among them.

    ``sex`` is «m» or «f» where the article calls a person «Mr.» or «Mrs.».
    """

    id: str
    name: str
    type: EntityType
    mention_ids: tuple[str, ...]
    sex: str | None = None


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
    words that tell that something happens, whether it is an event of a known type or not, ``lemmas`` their dictionary
    forms, in the same order.
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
    lemmas: tuple[str, ...] = ()
