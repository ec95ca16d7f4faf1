"""Posts that those who are known no longer held when an article came out, though it calls them by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsgraph.model import Candidate, Entity, EntityType
from newsgraph.posts import posts_in, role_head

_YEARS = re.compile(r" \((?P<first>\d{4})(?P<to>–(?P<last>\d{4})?)?\)\Z")
# The years of somebody who held several offices are not told apart: only so many years later all of them are over.
_LONG_AFTER = 10
_HEADS = frozenset({"headOfStateOf", "headOfGovernmentOf"})
# Posts with a first and a last day. Of a founder or a professor the years only tell when he was in the news.
_OFFICES = frozenset(
    {
        "president", "senator", "representative", "governor", "mayor", "justice", "secretary", "minister", "chancellor",
        "premier", "speaker", "pope", "king", "queen", "emperor", "emir", "shah",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tenure:
    """The office for which somebody is best known, and a year after which he no longer held it."""

    post: str
    last: int


def tenure_of(about: str) -> Tenure | None:
    """By what is known of somebody: «president of France, mayor of Paris (1995–2007)»; ``None``: of no office's end."""
    found = _YEARS.search(about)
    if found is None or (found["to"] and not found["last"]):
        return None
    offices = [post for post in posts_in(about) if role_head(post) in _OFFICES]
    last = int(found["last"] or found["first"]) + (_LONG_AFTER if len(offices) > 1 else 0)
    return Tenure(offices[0], last) if offices else None


class Tenures:
    """The tenures of those whom the knowledge base knows, and the names of what they may hold or head."""

    def __init__(self, known: Mapping[str, Candidate], entities: Iterable[Entity]) -> None:
        """``known`` has what an entity is held to be, by its id."""
        self._tenures = {entity: tenure for entity, each in known.items() if (tenure := tenure_of(each.about))}
        self._names = {
            entity.id: entity.name
            for entity in entities
            if entity.type in (EntityType.POSITION, EntityType.COUNTRY, EntityType.REGION, EntityType.CITY)
        }

    def told_by(self, entities: Sequence[str]) -> list[Tenure | str]:
        """All that decides what is over in an article that mentions these entities."""
        tenures = [self._tenures[entity] for entity in entities if entity in self._tenures]
        names = [self._names[entity] for entity in entities if entity in self._names]
        return [*tenures, *names] if tenures else []

    def is_over(self, subject: str, predicate: str, object_: str, day: str | None) -> bool:
        """Whether the post had ended the year before an article of that ISO day, or earlier.

        «President Ronald Reagan» in an article of 2016; the head of a state by the name of the state.
        """
        tenure, name = self._tenures.get(subject), self._names.get(object_)
        if tenure is None or name is None or not day or int(day[:4]) <= tenure.last:
            return False
        if predicate == "holdsPosition":
            return role_head(name) == role_head(tenure.post)
        return predicate in _HEADS and name in tenure.post
