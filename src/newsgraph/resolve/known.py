"""What the knowledge base says about names: which of them are one, before an article is looked at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from newsgraph.kb import Entry, KnowledgeBase, name_key
from newsgraph.model import EntityType
from newsgraph.posts import posts_in, role_head
from newsgraph.resolve.bodies import body_key
from newsgraph.resolve.facts import walk_of_life
from newsgraph.resolve.given_names import known_given_names
from newsgraph.resolve.key import Kind, kind_of
from newsgraph.resolve.people import PersonName, may_be_same, parse_person, strip_titles
from newsgraph.spelling import fold, is_acronym, plain_key

# Of several things of one name the first is meant when news means it so many times as often as the next.
DOMINANT = 10
# A place of such a weight is meant by its name, where it is taken for an organisation («Texas sued»).
OFTEN_IN_THE_NEWS = 100
# Somebody of such a weight may be meant by one word that is no family name.
KNOWN = 10
# Short forms of so many letters are written as words by some outlets: «Isis», «Nafta».
SPELLED_AS_WORD = 4
# Two spellings of one family name share so much, in per cent («Gadhafi», «Qaddafi»); a maiden name does not.
SPELLINGS = 60
# «Department of Justice and», «CNN &»: where a name was cut.
_LOOSE_ENDS = re.compile(r"\s+(?:and|&|of|for|the)$")
NATIONAL = "national "
# «NATO Alliance», «ABC network»: what a body is, behind its name.
GENERIC = frozenset({"agency", "alliance", "organization"})
OF_OUTLETS = frozenset({"network", "television", "tv", "website"})
# «the Defence Department» of Canada, «the Labour Department» are spelled as no American one is.
_BRITISH = re.compile(r"(?:Department of )?(?:Defence|Labour)\b")
_DEPARTMENT = re.compile(r"\bDept\b\.?")
_COUNTRY_PREFIX = re.compile(r"^(?:us|u\.s\.|united states) ", re.IGNORECASE)
# «the Obama Justice Department»: the same department under whomever.
_PRESIDENT = re.compile(r"^(?:Obama|Trump|Biden|Clinton|Reagan|Nixon|Carter|(?:George (?:H\. ?)?W\. )?Bush) ")


class Known:
    """The names of a knowledge base, as identity needs them. Only names that mean one thing say anything."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self._bodies: dict[str, Entry | None] = {}
        self._people: dict[tuple[str, str], Entry | None] = {}
        self._apart: dict[str, bool] = {}

    def body(self, name: str) -> Entry | None:
        """The body, company or outlet that a name means; short forms count in capitals only: «WHO», not «Who»."""
        if name not in self._bodies:
            self._bodies[name] = self._find_body(name)
        return self._bodies[name]

    def _find_body(self, name: str) -> Entry | None:
        """As named; else as what a cut or an adjective has left of a name."""
        found = self._body_named(name.removesuffix("-TV"))
        if found is not None and found.country == "us" and _BRITISH.match(name):
            found = None
        if found is not None and found.name == f"{name}'s":
            return None  # «McDonald» is somebody
        if found is None and (whole := _LOOSE_ENDS.sub("", name)) not in (name, ""):
            found = self._body_named(whole)
        before, _, last = name.rpartition(" ")
        if found is None and before and last.casefold() in GENERIC | OF_OUTLETS:
            body = self._body_named(before)
            is_other = body is not None and body.type is not EntityType.NEWS_OUTLET  # a «Samsung TV»
            found = None if is_other and last.casefold() in OF_OUTLETS else body
        if found is None and name.casefold().startswith(NATIONAL):
            party = self._body_named(name[len(NATIONAL) :])
            found = party if party is not None and party.type is EntityType.POLITICAL_PARTY else None
        return found

    def _body_named(self, name: str) -> Entry | None:
        found = self._meant(_DEPARTMENT.sub("Department", name), _is_body)
        if found is None and body_key(name) != plain_key(name):
            found = self._meant(body_key(name), lambda entry: entry.type is EntityType.COMPANY)
        if found is None and len(name) >= SPELLED_AS_WORD and name.isalpha() and name.istitle():
            found = self._meant(name.upper(), _is_body)
        bare = _PRESIDENT.sub("", _COUNTRY_PREFIX.sub("", _DEPARTMENT.sub("Department", name)))
        if found is not None or bare == name:
            return found
        found = self._meant(bare, lambda entry: entry.type in (EntityType.GOVERNMENT_BODY, EntityType.POLITICAL_PARTY))
        return found if found is not None and found.country in ("", "us") else None

    def key_of_body(self, name: str) -> str:
        """The spelling that stands for an organisation: that of its full name where it is known."""
        body = self.body(name)
        if body is None:
            return body_key(name)
        key = body_key(body.name)
        is_whole = body.type is EntityType.NEWS_OUTLET and " " not in key and self.body(key.title()) is None
        return plain_key(body.name) if is_whole else key  # «Fast Company» is no FAST, «Space.com» no space

    def is_bare_acronym(self, name: str) -> bool:
        """An acronym that the knowledge base does not know, as a body or anything else («ISS», the space station)."""
        return is_acronym(name) and self.body(name) is None and not self.kb.named(name)

    def person(self, name: str, regnal: str = "") -> Entry | None:
        """The person whom a full name, initials («FDR») or one name («Pelé») mean, in whatever spelling.

        ``regnal`` is as in ``parse_person``.
        """
        asked = name, regnal
        if asked not in self._people:
            spelled = [f"{regnal} {name}"] if regnal else []
            spelled.append(strip_titles(name))
            whole = (each for each in spelled if " " in each or is_acronym(each) or self._is_whole(each))
            borne = (each for each in whole if any(map(_is_person, self.kb.named(each))))
            first = next(borne, None)
            self._people[asked] = None if first is None else self._meant(first, _is_person)
        return self._people[asked]

    def _is_whole(self, word: str) -> bool:
        """«Suharto», «Oprah»: who is known goes by this one word, and others whose family name it is are known less."""
        bearers = self._bearers(word)
        if len(bearers) != 1 or bearers[0].weight < (OFTEN_IN_THE_NEWS if fold(word) in known_given_names() else KNOWN):
            return False
        own = fullest_name(bearers[0]).full_key
        others = (weight for name, weight in self.weights(fold(word)).items() if name != own)
        return bearers[0].weight >= DOMINANT * max(others, default=0.0)

    def is_of_several(self, name: str) -> bool:
        """Whether several known people bear the name, and none is meant first: «King Abdullah»."""
        return any(map(_is_person, self.kb.named(name))) and self._meant(name, _is_person) is None

    def is_short_for_several(self, name: PersonName) -> bool:
        """Whether a name that is nobody's own leaves out by what two known people are told apart: «George Bush»."""
        if name.middles:
            return False
        whole = map(parse_person, self.weights(name.family))
        fitting = [each for each in whole if (each.given, each.suffix) == (name.given, name.suffix)]
        return len(fitting) > 1 and all(each.middles for each in fitting)

    def are_two(self, one: str, other: str) -> bool:
        """Whether two full names are those of two known people: «Stephen Miller», «Steven Miller»."""
        left, right = self.person(one), self.person(other)
        return left is not None and right is not None and left.id != right.id

    def places(self, name: str) -> list[Entry]:
        """The places of this name that are no countries, those first that news means most."""
        found = self.kb.named(name)
        return [e for e in found if kind_of(e.type) is Kind.PLACE and e.type is not EntityType.COUNTRY]

    def is_place(self, name: str) -> bool:
        """Whether a name is that of a place that news speaks of often, and of nothing else that is known."""
        entries = self.kb.named(name)
        of_places = all(kind_of(entry.type) is Kind.PLACE for entry in entries)
        return bool(entries) and of_places and entries[0].weight >= OFTEN_IN_THE_NEWS

    def is_named_by_one_word(self, body: Entry, kind: Kind) -> bool:
        """Whether a body is meant by one word that was taken for this kind.

        A place, where no place is so called; a person, where nobody who is known is («Al-Qaida», not «Ford»).
        """
        if kind is kind_of(body.type):
            return True
        if kind not in (Kind.PLACE, Kind.PERSON) or body.weight < OFTEN_IN_THE_NEWS:
            return False
        if kind is Kind.PERSON:
            return not any(self._is_borne(parse_person(name).family) for name in body.names)
        return not any(kind_of(entry.type) is Kind.PLACE for name in body.names for entry in self.kb.named(name))

    def is_body_not_person(self, name: str) -> bool:
        """Whether a longer name is a known body's, and not like a person's: «Social Security», not «Charles Schwab»."""
        words = plain_key(name).split()
        return len(words) > 1 and words[0] not in known_given_names() and self.body(name) is not None

    def _bearers(self, name: str) -> list[Entry]:
        """The known people of a name."""
        return [entry for entry in self.kb.named(name) if _is_person(entry)]

    def told(self, name: str, roles: AbstractSet[str], bodies: AbstractSet[str], state: str) -> Entry | None:
        """Of several known people of a name the only one of such a state, employer, post or walk of life.

        «Rep. Mike Rogers (R-Mich.)», «John Roberts of Fox News», «Sen. John Kennedy», «host John Roberts»; ``bodies``
        and ``state`` are folded.
        """
        bearers = self._bearers(strip_titles(name))
        if len(bearers) <= 1:
            return None  # nearly always
        walks = set(map(walk_of_life, roles))
        bodies |= {fold(body.name) for body in map(self.body, bodies) if body is not None}
        ways: tuple[Callable[[Entry], bool], ...] = (
            lambda entry: state != "" and _tells_of(entry, f"from {state}"),
            lambda entry: any(_tells_of(entry, body) for body in bodies),
            lambda entry: any(role_head(post) in roles for post in posts_in(entry.about)),
            lambda entry: any(walk_of_life(role_head(post)) in walks for post in posts_in(entry.about)),
        )
        told = (list(filter(tells, bearers)) for tells in ways)
        return next((found[0] for found in told if len(found) == 1), None)

    def is_apart(self, entry: Entry) -> bool:
        """Whether the name does not tell somebody known from others who are known: of two, neither is meant first."""
        if entry.id not in self._apart:
            own = fullest_name(entry)
            others = {other.id: other for name in entry.names for other in self._bearers(name)}
            self._apart[entry.id] = any(
                entry.weight < DOMINANT * other.weight and may_be_same(own, fullest_name(other))
                for other in others.values()
                if other.id != entry.id
            )
        return self._apart[entry.id]

    def parse(self, name: str, regnal: str = "") -> PersonName:
        """The parts of a person's name: of the one spelling of it, where it is known."""
        entry = self.person(name, regnal)
        if entry is not None:
            return fullest_name(entry)
        parsed = parse_person(name, regnal)
        family = _spellings(self.kb).get(parsed.family)
        if family is None or parsed.is_full:
            return parsed
        return PersonName(family, tail=family, suffix=parsed.suffix)

    def _meant(self, name: str, fits: Callable[[Entry], bool]) -> Entry | None:
        """Of what bears a name and fits the one that is meant."""
        return _foremost([entry for entry in self.kb.named(name) if fits(entry)], name)

    def weights(self, family: str) -> dict[str, float]:
        """The known people of a family name, with how often news means them; by their full folded name."""
        return _families(self.kb).get(family, {})

    def _is_borne(self, name: str) -> bool:
        return bool(self.weights(name)) or name in known_given_names()


@lru_cache(maxsize=2)
def _families(kb: KnowledgeBase) -> dict[str, dict[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for entry in filter(_is_person, kb.entries()):
        name = fullest_name(entry)
        found[name.family][name.full_key] = entry.weight
    return dict(found)


@lru_cache(maxsize=2)
def _spellings(kb: KnowledgeBase) -> dict[str, str]:
    """Other spellings of family names, and the one that is shown: «qaddafi» -> «gadhafi».

    Only where all who are known by the shown one are spelled so too: «malki» is one «maliki», not the other.
    """
    bearers: Counter[str] = Counter()
    other: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in filter(_is_person, kb.entries()):
        family = parse_person(entry.name).family
        bearers[family] += 1
        for spelled in {parse_person(alias).family for alias in entry.aliases} - {family}:
            if fuzz.ratio(spelled, family) >= SPELLINGS:
                other[spelled][family] += 1
    one = {spelled: next(iter(families)) for spelled, families in other.items() if len(families) == 1}
    return {
        spelled: family
        for spelled, family in one.items()
        if spelled not in bearers and other[spelled][family] == bearers[family]
    }


@lru_cache(maxsize=50_000)
def fullest_name(entry: Entry) -> PersonName:
    """The parts of a known person's name with all middle names that its aliases tell; one word is a given name."""
    shown = parse_person(entry.name)
    if not shown.is_full:
        return replace(shown, given=shown.family, tail="")
    spelled = [shown, *map(parse_person, entry.aliases)]
    alike = [n for n in spelled if (n.family, n.given, n.suffix) == (shown.family, shown.given, shown.suffix)]
    return max(alike, key=lambda name: (len(name.middles), sum(map(len, name.middles))))


def _tells_of(entry: Entry, words: str) -> bool:
    """Whether what is known of somebody names a body or a state; ``words`` are folded."""
    return f" {plain_key(words)} " in f" {plain_key(entry.about)} "


def _is_body(entry: Entry) -> bool:
    return kind_of(entry.type) not in (Kind.PERSON, Kind.PLACE, Kind.POSITION, Kind.GROUP)


def _is_person(entry: Entry) -> bool:
    return entry.type is EntityType.PERSON


def _foremost(found: Sequence[Entry], name: str) -> Entry | None:
    """The one that is meant: the only one, the watched one, or the one that news means far oftener than the next.

    Who bears a name as an alias is never meant where another bears it as his own.
    """
    if len(found) <= 1 or (found[0].watched and not found[1].watched):
        return found[0] if found else None
    own = [name_key(entry.name) == name_key(name) for entry in found]
    if any(own) and not all(own):
        return None
    return found[0] if found[0].weight >= DOMINANT * found[1].weight else None
