"""What things and ties are called in FollowTheMoney, by version 4 of its schema; all of it is in version 3.5 too."""

from __future__ import annotations

from dataclasses import dataclass

from newsgraph.graph.relation_types import BROADER
from newsgraph.model import EntityType as T

_SCHEMATA: dict[T, str] = {
    T.PERSON: "Person",
    T.ORGANIZATION: "Organization",
    # what does business can be owned
    T.COMPANY: "Company",
    T.NEWS_OUTLET: "Company",
    T.SPORTS_TEAM: "Company",
    # states act in the news more often than they are a place: they have heads, ministers, lawyers
    T.GOVERNMENT_BODY: "PublicBody",
    T.COUNTRY: "PublicBody",
    T.PLACE: "Address",
    T.EVENT: "Event",
    T.POSITION: "Position",
    T.PRODUCT: "Asset",
    T.WORK: "Asset",
    T.LAW: "Document",
    # many, or unknown, who act: the schema has no words for those
    T.GROUP: "LegalEntity",
    T.ANONYMOUS_SOURCE: "LegalEntity",
}

# what else a thing of a schema is, as far as the ends of ties ask for it
_ALSO: dict[str, frozenset[str]] = {
    "Person": frozenset({"LegalEntity"}),
    "Organization": frozenset({"LegalEntity"}),
    "Company": frozenset({"LegalEntity", "Organization", "Asset"}),
    "PublicBody": frozenset({"LegalEntity", "Organization"}),
}

# what may stand at an end of a tie
_ENDS: dict[str, str] = {
    "agent": "LegalEntity",
    "asset": "Asset",
    "associate": "Person",
    "client": "LegalEntity",
    "director": "LegalEntity",
    "employee": "Person",
    "employer": "Organization",
    "holder": "Person",
    "member": "LegalEntity",
    "organization": "Organization",
    "owner": "LegalEntity",
    "person": "Person",
    "post": "Position",
    "relative": "Person",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A schema of ties, with the properties in which the subject and the object stand, and the nature of the tie."""

    schema: str
    subject: str
    object: str
    nature: str = "role"


_DIRECTORSHIP = Link("Directorship", "director", "organization")
_EMPLOYMENT = Link("Employment", "employee", "employer")
_MEMBERSHIP = Link("Membership", "member", "organization")
_OWNERSHIP = Link("Ownership", "owner", "asset")
_REPRESENTATION = Link("Representation", "agent", "client")
# «Ana is a parent of Ivan»: of the person Ivan, the relative Ana is the parent
_FAMILY = Link("Family", "relative", "person", "relationship")
_ASSOCIATE = Link("Associate", "associate", "person", "relationship")
_UNKNOWN = Link("UnknownLink", "subject", "object")

_LINKS: dict[str, Link] = {
    "holdsPosition": Link("Occupancy", "holder", "post", ""),
    "headOf": _DIRECTORSHIP,
    "ceoOf": _DIRECTORSHIP,
    "boardMemberOf": _DIRECTORSHIP,
    "headOfStateOf": _DIRECTORSHIP,
    "headOfGovernmentOf": _DIRECTORSHIP,
    "ministerOf": _EMPLOYMENT,
    "officialOf": _EMPLOYMENT,
    "employedBy": _EMPLOYMENT,
    "playsFor": _EMPLOYMENT,
    "coaches": _EMPLOYMENT,
    "memberOf": _MEMBERSHIP,
    "memberOfParty": _MEMBERSHIP,
    "represents": _REPRESENTATION,
    "spokespersonFor": _REPRESENTATION,
    "owns": _OWNERSHIP,
    "investsIn": _OWNERSHIP,
    "subsidiaryOf": Link("Ownership", "asset", "owner"),
    "spouseOf": _FAMILY,
    "parentOf": _FAMILY,
    "siblingOf": _FAMILY,
    "relativeOf": _FAMILY,
    "associateOf": _ASSOCIATE,
    "advisorTo": _ASSOCIATE,
}


def schema_of(kind: str) -> str:
    """The schema of an entity of this type: «NewsOutlet» -> «Company»."""
    type_ = T(kind)
    return _SCHEMATA.get(type_) or _SCHEMATA[BROADER[type_]]


def link_of(predicate: str, subject: str, target: str) -> Link:
    """The schema of a tie between things of two schemata; an unknown link where none has such ends."""
    link = _LINKS.get(predicate, _UNKNOWN)
    return link if _fits(subject, link.subject) and _fits(target, link.object) else _UNKNOWN


def _fits(schema: str, end: str) -> bool:
    wanted = _ENDS.get(end, schema)
    return schema == wanted or wanted in _ALSO.get(schema, ())
