"""How things can be related: each relation with what may stand at its two ends."""

from __future__ import annotations

from dataclasses import dataclass

from newsgraph.model import KINDS_OF_ORGANIZATION, KINDS_OF_PLACE
from newsgraph.model import EntityType as T

BROADER: dict[T, T] = {
    **dict.fromkeys(sorted(KINDS_OF_ORGANIZATION), T.ORGANIZATION),
    **dict.fromkeys(sorted(KINDS_OF_PLACE), T.PLACE),
}


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation; an empty domain or range means that anything may stand there."""

    name: str
    label: str
    domain: tuple[T, ...]
    range: tuple[T, ...]
    symmetric: bool = False


def fits(kind: T, allowed: tuple[T, ...]) -> bool:
    """Whether a thing of this kind may stand where these are allowed.

    A company may stand where an organization is asked for; and an organization of which no more is known
    may stand where a company is asked for, but a political party may not.
    """
    if not allowed or kind in allowed or BROADER.get(kind) in allowed:
        return True
    return any(BROADER.get(asked) is kind for asked in allowed)


_PERSON = (T.PERSON,)
_ORG = (T.ORGANIZATION,)
_PARTY = (T.PERSON, T.ORGANIZATION)
_ACTOR = (T.PERSON, T.ORGANIZATION, T.COUNTRY)
_PLACE = (T.PLACE,)
_STATE = (T.COUNTRY, T.REGION, T.CITY)
_BUSINESS = (T.COMPANY, T.NEWS_OUTLET, T.SPORTS_TEAM)
_PROPERTY = (T.ORGANIZATION, T.PLACE, T.PRODUCT, T.WORK)
_ANY: tuple[T, ...] = ()

_TYPES = (
    RelationType("holdsPosition", "holds position", _PERSON, (T.POSITION,)),
    RelationType("headOf", "head of", _PERSON, _ORG),
    RelationType("ceoOf", "chief executive of", _PERSON, _BUSINESS),
    RelationType("headOfStateOf", "head of state of", _PERSON, (T.COUNTRY,)),
    RelationType("headOfGovernmentOf", "head of government of", _PERSON, _STATE),
    RelationType("ministerOf", "minister of", _PERSON, (T.COUNTRY, T.REGION, T.GOVERNMENT_BODY)),
    RelationType("officialOf", "official of", _PERSON, (*_STATE, T.GOVERNMENT_BODY, T.INTERNATIONAL_ORGANIZATION)),
    RelationType("boardMemberOf", "board member of", _PERSON, _ORG),
    RelationType("employedBy", "employed by", _PERSON, _ORG),
    RelationType("memberOf", "member of", _ACTOR, _ORG),
    RelationType("memberOfParty", "member of party", _PERSON, (T.POLITICAL_PARTY,)),
    RelationType("spokespersonFor", "spokesperson for", _PERSON, _ACTOR),
    RelationType("advisorTo", "advisor to", _PERSON, _ACTOR),
    RelationType("represents", "represents", _PARTY, _ACTOR),
    RelationType("founderOf", "founder of", _PERSON, _ORG),
    RelationType("candidateIn", "candidate in", _PERSON, (T.EVENT, T.POSITION)),
    RelationType("educatedAt", "educated at", _PERSON, _ORG),
    RelationType("playsFor", "plays for", _PERSON, (T.SPORTS_TEAM, T.COUNTRY)),
    RelationType("coaches", "coaches", _PERSON, (T.SPORTS_TEAM, T.COUNTRY)),
    RelationType("citizenOf", "citizen of", _PERSON, _PLACE),
    RelationType("residesIn", "resides in", _PERSON, _PLACE),
    RelationType("bornIn", "born in", _PERSON, _PLACE),
    RelationType("diedIn", "died in", _PERSON, _PLACE),
    RelationType("spouseOf", "spouse of", _PERSON, _PERSON, symmetric=True),
    RelationType("parentOf", "parent of", _PERSON, _PERSON),
    RelationType("siblingOf", "sibling of", _PERSON, _PERSON, symmetric=True),
    RelationType("relativeOf", "relative of", _PERSON, _PERSON, symmetric=True),
    RelationType("associateOf", "associate of", _PERSON, _PERSON, symmetric=True),
    RelationType("basedIn", "based in", _ORG, _PLACE),
    RelationType("partOf", "part of", _ORG, _ORG),
    RelationType("subsidiaryOf", "subsidiary of", _ORG, _ORG),
    RelationType("agencyOf", "agency of", _ORG, _STATE),
    RelationType("owns", "owns", _ACTOR, _PROPERTY),
    RelationType("investsIn", "invests in", _ACTOR, _PROPERTY),
    RelationType("funds", "funds", _ACTOR, (*_PROPERTY, T.PERSON, T.EVENT, T.GROUP)),
    RelationType("produces", "produces", _ORG, (T.PRODUCT,)),
    RelationType("creatorOf", "creator of", _PARTY, (T.WORK,)),
    RelationType("signatoryOf", "signatory of", _ANY, (T.LAW,)),
    RelationType("locatedIn", "located in", _PLACE, _PLACE),
    RelationType("participatedIn", "participated in", _ANY, (T.EVENT,)),
    RelationType("opposes", "opposes", _ANY, _ANY),
    RelationType("supports", "supports", _ANY, _ANY),
    RelationType("awardReceived", "received award", _ANY, _ANY),
)

RELATIONS: dict[str, RelationType] = {relation.name: relation for relation in _TYPES}
