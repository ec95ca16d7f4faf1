"""One known entity."""

from __future__ import annotations

from dataclasses import dataclass

from newsgraph.model import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, body or place that is known by name.

    ``weight`` is how often news means it, relatively (1 to 1000); ``watched`` entries are on a user's own list and go
    before all others. ``about`` is a post or a description, ``country`` an ISO code or one of a state («us-oh»),
    ``domain`` that of an outlet's site. ``latitude`` and ``longitude`` are degrees. ``source`` says who knows it.
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    country: str = ""
    about: str = ""
    domain: str = ""
    latitude: float | None = None
    longitude: float | None = None
    weight: float = 1.0
    watched: bool = False
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)
