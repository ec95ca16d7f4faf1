"""What each chain brings to the question of who it is: its names, posts, gender, employers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newsgraph.model import KINDS_OF_PLACE, Chain, EntityType, Extraction, Mention, MentionForm
from newsgraph.posts import role_head
from newsgraph.resolve.facts import name_words
from newsgraph.resolve.key import Called
from newsgraph.resolve.people import strip_titles
from newsgraph.spelling import fold, tidy
from newsgraph.territories import get_territories

# Relations whose object is a post, and those whose object is the body that a person is of.
POST_PREDICATES = frozenset({"holdsPosition"})
BODY_PREDICATES = frozenset(
    {
        "headOf", "ceoOf", "employedBy", "memberOf", "playsFor", "coaches", "founderOf",
    }
)  # fmt: skip
PLACES = KINDS_OF_PLACE | {EntityType.PLACE}
STATES_AND_CITIES = frozenset({"New York", "Washington"})
# Kinds that keep their name whatever the form of their mentions: a post is a common noun.
NAMED_BY_ANY_FORM = frozenset({EntityType.POSITION})
# «Russian officials» and «(R-Ohio)» speak of Russia and the Republican Party though neither is named.
NAMED_BY_ADJECTIVE = frozenset({EntityType.COUNTRY, EntityType.POLITICAL_PARTY})
# The state stands behind a town where that is named first, or first behind the headline: «Aurora, Ill.» later on is
# another Aurora.
INTRODUCED = 2
FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "sir", "dame", "lady", "lord", "madam", "mme"})


@dataclass(frozen=True, slots=True)
class Record:
    """One chain, as evidence. ``name`` is on one line; ``surfaces`` are the different name forms.

    ``roles`` are the heads of its titles and posts («clerk»), ``bodies`` the names it works for, folded;
    ``gender`` is «m», «f» or empty; ``regnal`` a royal or papal word that stood before the name;
    ``size`` the number of its mentions; ``day`` the ISO day of its article, empty where none is known; ``state`` the
    state that stands behind a town («Fla.») or beside a politician («R-Fla.»). ``is_relative``: it is called somebody's
    son or wife by one word.
    ``by_place``: it is a team that goes by the name of its country or city. ``called`` is what it is called by itself,
    ``None`` where others have to be asked.
    """

    chain_id: str
    article_id: str
    name: str
    type: EntityType
    surfaces: tuple[str, ...]
    roles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    gender: str = ""
    regnal: str = ""
    size: int = 1
    day: str = ""
    state: str = ""
    is_relative: bool = False
    by_place: bool = False
    called: Called | None = None

    @property
    def place_in_time(self) -> tuple[str, str]:
        """Day and chain: the lowest of a cluster stays the lowest while articles come in by their days."""
        return self.day, self.chain_id

    @property
    def is_named(self) -> bool:
        """Whether the article gives it a name at all."""
        return bool(self.surfaces) and self.type is not EntityType.ANONYMOUS_SOURCE


def main_gender(genders: Counter[str]) -> str:
    """«m» or «f» when most chains that say so agree, else empty."""
    top = genders.most_common(1)
    return top[0][0] if top and 2 * top[0][1] > genders.total() else ""


def _gender(mentions: list[Mention]) -> str:
    words = [fold(m.surface) for m in mentions if m.form is MentionForm.PRONOUN]
    words += [word.strip(".") for m in mentions if m.title for word in fold(m.title).split()]
    male = sum(word in name_words("male") for word in words)
    female = sum(word in name_words("female") for word in words)
    return "" if male == female else "m" if male > female else "f"


def _regnal(mentions: list[Mention]) -> str:
    words = sorted({fold(m.title).split()[-1].strip(".") for m in mentions if m.title and m.title.split()})
    return next((word for word in words if word in name_words("regnal")), "")


def _is_relative(names: Sequence[Mention], others: Iterable[Mention]) -> bool:
    """«his son *Ryan*», «*Ryan*, his teenage son»: such a word is a given name."""
    if any(" " not in name.surface and role_head(name.title or "") in name_words("kin") for name in names):
        return True
    is_bare = bool(names) and all(" " not in name.surface for name in names)
    return is_bare and any(role_head(other.surface) in name_words("kin") for other in others)


def _relation_objects(extraction: Extraction, chain_of: dict[str, Chain]) -> dict[str, tuple[set[str], set[str]]]:
    """Chain id -> heads of the posts it holds, names of the bodies it is of."""
    surfaces = {mention.id: mention.surface for mention in extraction.mentions}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for relation in extraction.relations:
        subject = chain_of.get(relation.subject_id)
        target = chain_of.get(relation.object_id)
        if subject is None:
            continue
        posts, bodies = found.setdefault(subject.id, (set(), set()))
        if relation.predicate in POST_PREDICATES:
            posts.add(role_head(surfaces.get(relation.object_id, "")))
        elif relation.predicate in BODY_PREDICATES and target is not None:
            bodies.add(fold(tidy(target.name)))
    return found


def _states_behind(extraction: Extraction) -> dict[str, str]:
    """Mention of a town -> the state behind it: «St. Petersburg, Fla.»; in full only where it is no list of places."""
    places = sorted((m for m in extraction.mentions if m.type in PLACES), key=lambda mention: mention.span.start)
    joined = [right.span.start - left.span.end == len(", ") for left, right in pairwise(places)]
    found: dict[str, str] = {}
    for number, (town, state) in enumerate(pairwise(places)):
        in_list = any(joined[max(0, number - 1) : number] + joined[number + 1 : number + 2])
        if joined[number] and (state.surface.endswith(".") or (state.surface in _states() and not in_list)):
            found[town.id] = state.surface
    return found


@cache
def _states() -> frozenset[str]:
    """The states of the United States whose names are no city's."""
    named = {territory.name for territory in get_territories() if territory.code.startswith("us-")}
    return frozenset(named - STATES_AND_CITIES)


def _states_of_politicians(extraction: Extraction, chain_of: dict[str, Chain]) -> dict[str, str]:
    """Chain of a person -> the state for which he stands.

    «Ana Lund (D-*Fla.*)», «Ana Lund, a *Florida* Democrat», «*Florida* Sen. Ana Lund», «Ana Lund of *Florida*».
    """
    states = [m for m in extraction.mentions if m.type in PLACES and m.id in chain_of]
    starting, ending = {m.span.start: m for m in states}, {m.span.end: m for m in states}
    spans = {m.id: m.span for m in extraction.mentions}
    beside: list[tuple[str, Mention | None]] = []
    for relation in extraction.relations:
        if relation.predicate == "memberOfParty" and relation.subject_id in chain_of:
            party, chain_id = spans[relation.object_id], chain_of[relation.subject_id].id
            beside += [(chain_id, starting.get(party.end + 1)), (chain_id, ending.get(party.start - 1))]
    for mention in extraction.mentions:
        if mention.type is EntityType.PERSON and mention.title and mention.id in chain_of:
            chain_id, title = chain_of[mention.id].id, mention.span.start - len(mention.title) - 1
            beside += [(chain_id, starting.get(title)), (chain_id, starting.get(mention.span.end + len(" of ")))]
    found: dict[str, str] = {}
    for chain_id, state in beside:
        if state is not None:
            found.setdefault(chain_id, tidy(chain_of[state.id].name))
    return found


def records_of(extraction: Extraction, day: str = "") -> Iterator[Record]:
    """A record a chain; ``day`` is the article's."""
    mentions = {mention.id: mention for mention in extraction.mentions}
    chain_of = {mention_id: chain for chain in extraction.chains for mention_id in chain.mention_ids}
    objects = _relation_objects(extraction, chain_of)
    states = _states_behind(extraction)
    states_of_politicians = _states_of_politicians(extraction, chain_of)
    for chain in extraction.chains:
        members = [mentions[mention_id] for mention_id in chain.mention_ids if mention_id in mentions]
        names = [m for m in members if m.form is MentionForm.NAME or m.type in NAMED_BY_ANY_FORM]
        surfaces = {strip_titles(m.surface) if m.type is EntityType.PERSON else tidy(m.surface) for m in names}
        if chain.type in NAMED_BY_ADJECTIVE and not surfaces:
            surfaces = {tidy(chain.name)}
        posts, bodies = objects.get(chain.id, (set(), set()))
        roles = {role_head(m.title) for m in members if m.title} | posts
        person = chain.type is EntityType.PERSON
        yield Record(
            chain_id=chain.id,
            article_id=extraction.article_id,
            name=tidy(chain.name) or chain.name,
            type=chain.type,
            surfaces=tuple(sorted(surface for surface in surfaces if surface)),
            roles=frozenset(role for role in roles if role and role not in FORMS_OF_ADDRESS | name_words("kin")),
            bodies=frozenset(bodies),
            gender=(chain.sex or _gender(members)) if person else "",
            regnal=_regnal(members) if person else "",
            size=len(members),
            day=day,
            state=states_of_politicians.get(chain.id)
            or min((states[m.id] for m in names[:INTRODUCED] if m.id in states), default=""),
            is_relative=person and _is_relative(names, [m for m in members if m.form is MentionForm.NOMINAL]),
            by_place=chain.type is EntityType.SPORTS_TEAM and any(m.type in PLACES for m in members),
        )
