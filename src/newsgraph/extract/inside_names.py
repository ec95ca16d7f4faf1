"""Names that the reader saw inside longer ones: «University of *Toronto*», «*Roe* v. Wade»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract.candidates import NAME_TAGS, PLACES, POSSESSIVE, Name, end_of_words
from newsgraph.extract.completed_names import complete
from newsgraph.extract.person_names import SAINT
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

# «… of» before a name, and what the whole then is.
OF_NAMES = {
    **dict.fromkeys(("University", "College", "Institute", "Museum"), EntityType.ORGANIZATION),
    **dict.fromkeys(("Diocese", "Archdiocese", "Church"), EntityType.ORGANIZATION),
    **dict.fromkeys(("Battle", "Siege"), EntityType.EVENT),
    "Port": EntityType.FACILITY,
    **dict.fromkeys(("Gulf", "Strait", "Bay", "Isle", "Sea"), EntityType.PLACE),
}
# Bodies of a place: «Islamic Society *of Milwaukee*».
OF_A_PLACE = frozenset({"Society", "Order", "Bank", "Association", "Federation", "League", "Chamber", "Alliance"})
# «… on» before a name: «Panel on *Climate Change*».
ON_NAMES = frozenset({"Panel", "Committee", "Commission", "Conference", "Council"})
PARTNERS = frozenset({"LLP", "L.L.P.", "LLC", "L.L.C.", "PLLC", "P.C.", "LP", "Inc.", "Inc", "Ltd.", "Ltd"})
# So many words may stand between a name and the legal form: «Boies Schiller Flexner L.L.P.».
MOST_PARTNERS = 4
# Whom one sues by the name of the body: «*City* of Chicago».
PUBLIC_BODIES = frozenset(
    {"Board", "City", "Commonwealth", "County", "Department", "District", "People", "State", "Town"}
)
VERSUS, AGAINST = frozenset({"v.", "v"}), frozenset({"vs.", "vs"})
# What is counted: «9th *Circuit*», «82nd *Airborne*».
COUNTED = frozenset({"Circuit", "Amendment", "District", "Congress", "Division", "Fleet", "Brigade", "Airborne"})
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
)
# Departments of two fields, of which the reader sees the first.
TWO_FIELDS = {
    "Housing": ("and Urban Development",),
    "Health": ("and Human Services",),
    "Immigration": ("and Customs Enforcement", "and Naturalization Service"),
    "Customs": ("and Border Protection",),
    "Food": ("and Drug Administration",),
}

_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
# Capitals with points that are no initials of people.
NO_INITIALS = frozenset(
    {
        "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "N.Y.", "N.J.", "N.C.", "N.D.", "N.H.", "N.M.", "S.C.",
        "S.D.", "R.I.", "F.B.I.", "C.I.A.", "N.S.A.", "E.P.A.", "I.R.S.", "G.O.P.", "P.M.", "A.M.", "Ph.D.",
        "M.D.", "B.A.", "M.A.",
    }
)  # fmt: skip


def with_longer(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, those that are part of a longer one given way to it; in order, as they came."""
    starting = {name.start: name for name in names}
    taken = {i for name in names for i in range(name.start, name.end)}
    taken -= {name.start for name in names if name.end - name.start == 1 and name.text(doc) in OF_NAMES}
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue  # taken in by the longer name before it
        longer = (
            _unfinished(doc, name)
            or _case(doc, name, starting)
            or _of(doc, name, taken)
            or _on(doc, name, starting, taken)
            or _partners(doc, name, taken)
            or _counted(doc, name)
            or _two_fields(doc, name)
            or _of_saint(doc, name)
            or _branch(name, starting)
            or _with_initials(doc, name, taken)
        )
        if found and _is_body_of(doc, found[-1], name):
            longer = replace(found[-1], end=name.end)
        longer = complete(doc, longer or name) or longer
        if longer is not None and found and found[-1].start == longer.start:
            found.pop()  # the «Gulf» of the Gulf of Aden
        found.append(longer or name)
    return found


def _is_body_of(doc: Doc, body: Name, place: Name) -> bool:
    """«Order of *Malta*»: the place is a word of the body's name."""
    follows = body.end + 1 == place.start and doc[body.end].text == "of"
    return follows and place.type in PLACES and doc[body.end - 1].text in OF_A_PLACE


def _unfinished(doc: Doc, name: Name) -> Name | None:
    """«U.S. Office of» the Special Counsel, «Holm &» Lund."""
    if doc[name.end - 1].lower_ not in ("of", "&") or name.end - name.start == 1:
        return None
    first = name.end + (name.end < len(doc) and doc[name.end].lower_ == "the")
    end = end_of_words(doc, first)
    return replace(name, end=end if end > first else name.end - 1)


def _case(doc: Doc, name: Name, starting: dict[int, Name]) -> Name | None:
    """«Roe v. Wade», «Elonis vs. U.S.»; not «Trump vs. Clinton», which is a contest."""
    before = name.start - 1
    if before > 0 and doc[before].text in VERSUS and doc[before - 1].tag_ in NAME_TAGS:
        return Name(before - 1, name.end, EntityType.LAW)  # «*King v.* Burwell»
    if any(word.text in VERSUS for word in doc[name.start : name.end]):
        return _case_against(doc, name.start, name.end)
    versus = doc[name.end].text if name.end + 1 < len(doc) else ""
    other = starting.get(name.end + 1)
    if versus in VERSUS and (other is not None or doc[name.end + 1].tag_ in NAME_TAGS):
        return _case_against(doc, name.start, end_of_words(doc, name.end + 1) if other is None else other.end)
    is_against = versus in AGAINST and other is not None and other.type in (EntityType.COUNTRY, EntityType.REGION)
    return Name(name.start, other.end, EntityType.LAW) if other is not None and is_against else None


def _case_against(doc: Doc, start: int, end: int) -> Name:
    """«McDonald v. City *of Chicago*»; up to ``end`` it is read already."""
    while end + 1 < len(doc) and doc[end - 1].text in PUBLIC_BODIES and doc[end].text == "of":
        end = end_of_words(doc, end + 1)
    return Name(start, end, EntityType.LAW)


def _of(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    start = name.start - 2
    if start < 0 or start in taken or doc[start].text not in OF_NAMES:
        return None
    if doc[start + 1].text != "of" and surface(doc, start, start + 2) != "University at":
        return None
    return Name(start, name.end, OF_NAMES[doc[start].text])


def _on(doc: Doc, name: Name, starting: dict[int, Name], taken: set[int]) -> Name | None:
    """The panel and what it is on, each of which may have been read as a name of its own."""
    if name.end + 1 < len(doc) and doc[name.end].text == "on" and doc[name.end - 1].text in ON_NAMES:
        field = starting.get(name.end + 1)
        return None if field is None else Name(name.start, field.end, name.type)
    start = name.start - 2
    if start < 0 or start in taken or doc[start + 1].text != "on" or doc[start].text not in ON_NAMES:
        return None
    while start > 0 and start - 1 not in taken and doc[start - 1].tag_ in NAME_TAGS:
        start -= 1
    return Name(start, name.end, EntityType.ORGANIZATION)


def _counted(doc: Doc, name: Name) -> Name | None:
    """«*9th* U.S. Circuit Court of Appeals», «U.S. Court of Appeals *for the Ninth Circuit*»."""
    first = name.start + (doc[name.start].text in ("U.S.", "US") and name.end - name.start > 1)
    if name.start > 0 and doc[first].text in COUNTED and _ORDINAL.fullmatch(doc[name.start - 1].text):
        return replace(name, start=name.start - 1)
    if name.text(doc).endswith("Court of Appeals") and surface(doc, name.end, name.end + 2) == "for the":
        last = next((i for i in range(name.end + 2, min(name.end + 7, len(doc))) if doc[i].text == "Circuit"), None)
        return None if last is None else replace(name, end=last + 1)
    return None


def _two_fields(doc: Doc, name: Name) -> Name | None:
    for rest in TWO_FIELDS.get(name.text(doc), ()):
        end = name.end + len(rest.split())
        if surface(doc, name.end, end) == rest:
            return Name(name.start, end, EntityType.GOVERNMENT_BODY)
    return None


def _of_saint(doc: Doc, name: Name) -> Name | None:
    """The church, school or publisher that is named after one: «St. Martin's Press»."""
    if doc[name.start].text not in SAINT or name.end >= len(doc) or doc[name.end].text not in POSSESSIVE:
        return None
    end = end_of_words(doc, name.end + 1)
    return Name(name.start, end, EntityType.ORGANIZATION) if end > name.end + 1 else None


def _branch(name: Name, starting: dict[int, Name]) -> Name | None:
    """«ChildFund *Ethiopia*»: a body's branch in a country."""
    country = starting.get(name.end)
    if name.type not in (EntityType.ORGANIZATION, EntityType.COMPANY) or country is None:
        return None
    is_country = country.type is EntityType.COUNTRY and country.country is None
    return replace(name, end=country.end) if is_country else None


def _with_initials(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    """«O.E. *Hallsten*»; not «in the U.S. *Hallsten*»."""
    start = name.start - 1
    if name.type is not EntityType.PERSON or name.end - name.start > 1 or start < 0 or start in taken:
        return None
    word = doc[start].text
    return replace(name, start=start) if _INITIALS.fullmatch(word) and word not in NO_INITIALS else None


def _partners(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    """The firm that begins with a person's name."""
    if name.type is not EntityType.PERSON:
        return None
    if doc[name.end - 1].text in PARTNERS:
        return Name(name.start, name.end, EntityType.COMPANY)
    for end in range(name.end, min(len(doc), name.end + MOST_PARTNERS)):
        if doc[end].text in PARTNERS:
            return Name(name.start, end + 1, EntityType.COMPANY)
        if end in taken or not (doc[end].tag_ in NAME_TAGS or doc[end].text in ("&", ",")):
            return None
    return None
