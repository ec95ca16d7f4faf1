"""What is read, and what kinds of things it is about."""

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


@dataclass(frozen=True, slots=True)
class Footprint:
    """What identities and graph need to know of an article without reading it.

    ``version`` changes with the article and with what was extracted from it.
    """

    id: str
    version: str
    outlet: str | None
    authors: tuple[str, ...]
    chain_ids: tuple[str, ...]
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """An input left out, with its reason. ``where`` is a path, or ``path:line``."""

    where: str
    stage: str
    reason: str
