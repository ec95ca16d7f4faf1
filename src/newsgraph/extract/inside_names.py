"""Names that the reader saw inside longer ones: «University of *Toronto*», «*Roe* v. Wade»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, Name
from newsgraph.extract.person_names import QUOTES, SAINT
from newsgraph.model import KINDS_OF_PLACE, EntityType

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
VERSUS, AGAINST = frozenset({"v.", "v"}), frozenset({"vs.", "vs"})
# «the *USS* Harry S. Truman»: a ship named after somebody.
SHIPS = frozenset({"USS", "U.S.S.", "USNS", "USCGC", "HMS"})
VESSELS = frozenset({"carrier", "destroyer", "frigate", "warship", "submarine", "cruiser", "aboard", "ship", "vessel"})
NEAR = 4
# What is counted: «9th *Circuit*», «82nd *Airborne*».
COUNTED = frozenset({"Circuit", "Amendment", "District", "Congress", "Division", "Fleet", "Brigade", "Airborne"})
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
)
# Networks whose stations are called by their channels.
STATIONS = frozenset({"ABC", "CBS", "NBC", "FOX", "Fox"})
_CHANNEL = re.compile(r"[1-9][0-9]?")
# Departments of two fields, of which the reader sees the first.
TWO_FIELDS = {
    "Housing": ("and", "Urban", "Development"),
    "Health": ("and", "Human", "Services"),
    "Immigration": ("and", "Customs", "Enforcement"),
    "Customs": ("and", "Border", "Protection"),
    "Food": ("and", "Drug", "Administration"),
}

BEFORE_CAMPUS = frozenset({",", "at", "in", "-", "–"})
CAMPUSES = frozenset(
    {
        "Amherst", "Anchorage", "Ann Arbor", "Arlington", "Asheville", "Austin", "Baltimore",
        "Baltimore County", "Berkeley", "Birmingham", "Boston", "Boulder", "Chapel Hill", "Charlotte",
        "Chattanooga", "Chicago", "College Park", "Colorado Springs", "Columbia", "Dallas", "Dartmouth",
        "Davis", "Dearborn", "Denver", "Duluth", "Eau Claire", "El Paso", "Fairbanks", "Fayetteville", "Flint",
        "Green Bay", "Greensboro", "Hilo", "Huntsville", "Irvine", "Kansas City", "Kearney", "Knoxville",
        "La Crosse", "Las Vegas", "Lincoln", "Little Rock", "Los Angeles", "Lowell", "Madison", "Manoa",
        "Merced", "Milwaukee", "Minneapolis", "Omaha", "Oshkosh", "Pembroke", "Pine Bluff", "Reno", "Riverside",
        "Rolla", "San Antonio", "San Diego", "San Francisco", "Santa Barbara", "Santa Cruz", "Springfield",
        "St. Louis", "Stevens Point", "Tuscaloosa", "Twin Cities", "Tyler", "Urbana", "Whitewater",
        "Wilmington",
    }
)  # fmt: skip
# What is named after a sponsor.
BUILDINGS = frozenset({"Stadium", "Arena", "Ballpark", "Fieldhouse", "Coliseum", "Amphitheater", "Amphitheatre"})
# What is told apart by the word before it: «*Northern* Hemisphere».
DIRECTIONS = frozenset({"Northern", "Southern", "Western", "Eastern"})
DIRECTED = frozenset({"Hemisphere", "District"})
# Universities by their towns: «*UC* Berkeley».
SYSTEMS = frozenset({"UC", "SUNY", "CUNY", "UNC"})
WARS = frozenset({"I", "II", "III", "One", "Two", "Three"})
# What comes again, told apart by its year: «the *1968* Democratic Convention».
RECURRING = frozenset({"Convention", "Olympics", "Games", "Cup", "Series", "Bowl", "Conference"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# Companies that have a possessive for a name.
POSSESSIVES = frozenset(
    {
        "Bloomingdale", "Denny", "Hardee", "Kellogg", "Kohl", "Levi", "Lloyd", "Lowe", "Macy", "McDonald", "Moody",
        "Papa John", "Sotheby", "Trader Joe", "Wendy",
    }
)  # fmt: skip
# Cities and counties of two names.
TWINS = {"Miami": "Dade", "Winston": "Salem", "Wilkes": "Barre"}
# Second halves of newspapers' names: «Fort Worth Star-*Telegram*».
PAPERS = frozenset(
    {
        "Telegram", "Dispatch", "Picayune", "Constitution", "Gazette", "Tribune", "Sentinel", "Times", "Star", "Herald",
        "Ledger", "Courier", "Press", "Democrat", "Review", "Bee", "Eagle", "Statesman", "Record", "Leader", "Journal",
        "Intelligencer", "Observer", "Examiner", "News",
    }
)  # fmt: skip
# A nickname between its quotation marks.
NICKNAME = 3
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
            or _campus(doc, name)
            or _branch(name, starting)
            or _with_initials(doc, name, taken)
            or _station(doc, name)
            or _ship(doc, name)
            or _building(doc, name)
            or _paper(doc, name)
            or _rater(doc, name)
            or _possessive(doc, name)
            or _twin(doc, name)
            or _directed(doc, name)
            or _war(doc, name)
            or _edition(doc, name)
            or _by_system(doc, name)
            or _nicknamed(doc, name)
        )
        if found and _is_body_of(doc, found[-1], name):
            longer = replace(found[-1], end=name.end)
        longer = _campus(doc, longer) or longer if longer is not None else None
        if longer is not None and found and found[-1].start == longer.start:
            found.pop()  # the «Gulf» of the Gulf of Aden
        found.append(longer or name)
    return found


def _is_body_of(doc: Doc, body: Name, place: Name) -> bool:
    """«Order of *Malta*»: the place is a word of the body's name."""
    follows = body.end + 1 == place.start and doc[body.end].text == "of"
    return follows and place.type in KINDS_OF_PLACE | {EntityType.PLACE} and doc[body.end - 1].text in OF_A_PLACE


def _station(doc: Doc, name: Name) -> Name | None:
    """«ABC 15», «Fox 5»: a station in one town; not «CNN 10 times»."""
    number = doc[name.end] if name.type is EntityType.NEWS_OUTLET and name.end < len(doc) else None
    if number is None or not _CHANNEL.fullmatch(number.text) or doc[name.end - 1].text not in STATIONS:
        return None
    counts = name.end + 1 < len(doc) and doc[name.end + 1].tag_.startswith(("NN", "JJ"))
    return None if counts else replace(name, end=name.end + 1)


def _ship(doc: Doc, name: Name) -> Name | None:
    """«*USS* Harry S. Truman», «the aircraft carrier Harry S. Truman», «our carrier, the Harry S. Truman»."""
    before = name.start - 1
    if before >= 0 and doc[before].text in SHIPS:
        return Name(before, name.end, EntityType.PRODUCT)
    is_person = name.type is EntityType.PERSON and name.end - name.start > 1
    beside = {token.lower_ for token in doc[max(0, name.start - NEAR) : name.start]}
    is_ship = is_person and before >= 0 and doc[before].lower_ in ("the", "carrier") and not beside.isdisjoint(VESSELS)
    return replace(name, type=EntityType.PRODUCT) if is_ship else None


def _building(doc: Doc, name: Name) -> Name | None:
    """«Bank of America *Stadium*»."""
    following = doc[name.end].text if name.end < len(doc) else ""
    is_sponsor = name.type is EntityType.COMPANY and following.title() in BUILDINGS  # «the Wells Fargo *arena*»
    is_inside = following in BUILDINGS or is_sponsor
    return Name(name.start, name.end + 1, EntityType.FACILITY) if is_inside else None


def _nicknamed(doc: Doc, name: Name) -> Name | None:
    """«Earvin *"Magic" Johnson*»."""
    if name.type is not EntityType.PERSON or name.end - name.start > 1 or name.end + NICKNAME >= len(doc):
        return None
    opening, nickname, closing, family = doc[name.end : name.end + NICKNAME + 1]
    is_whole = (
        opening.text in QUOTES and closing.text in QUOTES and nickname.text.istitle() and family.tag_ in NAME_TAGS
    )
    return replace(name, end=family.i + 1) if is_whole else None


def _possessive(doc: Doc, name: Name) -> Name | None:
    """«McDonald*'s*»; not «Mr. McDonald's predecessor»."""
    is_company = name.type in (EntityType.ORGANIZATION, EntityType.COMPANY) and name.text(doc) in POSSESSIVES
    if not is_company or name.end >= len(doc) or doc[name.end].text not in ("'s", "’s"):
        return None
    return None if titles.is_addressed(doc, name.start) else Name(name.start, name.end + 1, EntityType.COMPANY)


def _twin(doc: Doc, name: Name) -> Name | None:
    """«Miami*-Dade*»."""
    other = TWINS.get(name.text(doc))
    if other is None or name.end + 1 >= len(doc) or doc[name.end].text != "-" or doc[name.end + 1].text != other:
        return None
    return Name(name.start, name.end + 2, EntityType.REGION)


def _paper(doc: Doc, name: Name) -> Name | None:
    """«*Fort Worth Star-*Telegram»."""
    hyphen = name.start - 1
    if hyphen < 1 or doc[name.start].text not in PAPERS or doc[hyphen].text != "-" or doc[hyphen].whitespace_:
        return None
    start = hyphen
    while start > 0 and doc[start - 1].tag_ in NAME_TAGS:
        start -= 1
    return Name(start, name.end, EntityType.NEWS_OUTLET) if start < hyphen else None


def _rater(doc: Doc, name: Name) -> Name | None:
    """«Standard & Poor*'s*», «Standard & Poor*'s 500*», «S&P *500*»: the agency, and its index."""
    text, end = name.text(doc), name.end
    if text == "Standard & Poor" and end < len(doc) and doc[end].text in ("'s", "’s"):
        end += 1
    elif text != "S&P":
        return None
    is_index = end < len(doc) and doc[end].text == "500"
    return Name(name.start, end + is_index, EntityType.PRODUCT if is_index else EntityType.COMPANY)


def _directed(doc: Doc, name: Name) -> Name | None:
    """«*Northern* Hemisphere», «Eastern District *of New York*»."""
    start, end = name.start, name.end
    if doc[end - 1].text not in DIRECTED:
        return None
    start -= start > 0 and doc[start - 1].text in DIRECTIONS
    if doc[end - 1].text == "District" and doc[end : end + 1].text == "of":
        last = end + 1
        while last < len(doc) and doc[last].tag_ in NAME_TAGS:
            last += 1
        if last > end + 1:
            return Name(start, last, EntityType.GOVERNMENT_BODY)
    return replace(name, start=start) if start < name.start else None


def _war(doc: Doc, name: Name) -> Name | None:
    """«World War *I*»."""
    is_numbered = name.text(doc) == "World War" and name.end < len(doc) and doc[name.end].text in WARS
    return Name(name.start, name.end + 1, EntityType.EVENT) if is_numbered else None


def _edition(doc: Doc, name: Name) -> Name | None:
    """«the *1968* Democratic Convention»."""
    is_of_year = name.start > 0 and doc[name.end - 1].text in RECURRING and _YEAR.fullmatch(doc[name.start - 1].text)
    return Name(name.start - 1, name.end, EntityType.EVENT) if is_of_year else None


def _by_system(doc: Doc, name: Name) -> Name | None:
    """«*UC* Berkeley»."""
    is_campus = name.start > 0 and doc[name.start - 1].text in SYSTEMS and name.text(doc) in CAMPUSES
    return Name(name.start - 1, name.end, EntityType.ORGANIZATION) if is_campus else None


def _unfinished(doc: Doc, name: Name) -> Name | None:
    """«U.S. Office of» the Special Counsel."""
    if doc[name.end - 1].lower_ != "of" or name.end - name.start == 1:
        return None
    end = first = name.end + (name.end < len(doc) and doc[name.end].lower_ == "the")
    while end < len(doc) and doc[end].tag_ in NAME_TAGS:
        end += 1
    return replace(name, end=end if end > first else name.end - 1)


def _case(doc: Doc, name: Name, starting: dict[int, Name]) -> Name | None:
    """«Roe v. Wade», «Elonis vs. U.S.»; not «Trump vs. Clinton», which is a contest."""
    before = name.start - 1
    if before > 0 and doc[before].text in VERSUS and doc[before - 1].tag_ in NAME_TAGS:
        return Name(before - 1, name.end, EntityType.LAW)  # «*King v.* Burwell»
    other = starting.get(name.end + 1)
    if other is None or doc[name.end].text not in VERSUS | AGAINST:
        return None
    is_case = doc[name.end].text in VERSUS or other.type in (EntityType.COUNTRY, EntityType.REGION)
    return Name(name.start, other.end, EntityType.LAW) if is_case else None


def _of(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    start = name.start - 2
    if start < 0 or start in taken or doc[start].text not in OF_NAMES:
        return None
    if doc[start + 1].text != "of" and doc[start : start + 2].text != "University at":
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
    if doc[name.start : name.end].text.endswith("Court of Appeals") and doc[name.end : name.end + 2].text == "for the":
        last = next((i for i in range(name.end + 2, min(name.end + 7, len(doc))) if doc[i].text == "Circuit"), None)
        return None if last is None else replace(name, end=last + 1)
    return None


def _two_fields(doc: Doc, name: Name) -> Name | None:
    rest = TWO_FIELDS.get(name.text(doc), ())
    if not rest or tuple(token.text for token in doc[name.end : name.end + len(rest)]) != rest:
        return None
    return Name(name.start, name.end + len(rest), EntityType.GOVERNMENT_BODY)


def _of_saint(doc: Doc, name: Name) -> Name | None:
    """The church, school or publisher that is named after one: «St. Martin's Press»."""
    if doc[name.start].text not in SAINT or name.end >= len(doc) or doc[name.end].text not in ("'s", "’s"):
        return None
    end = name.end + 1
    while end < len(doc) and doc[end].tag_ in NAME_TAGS:
        end += 1
    return Name(name.start, end, EntityType.ORGANIZATION) if end > name.end + 1 else None


def _campus(doc: Doc, name: Name) -> Name | None:
    """«University of Wisconsin, Milwaukee», «University of Texas at Austin»: one of the universities of a state."""
    words = doc[name.start : name.end].text.split()
    if words[:2] != ["University", "of"] or name.end + 1 >= len(doc) or doc[name.end].text not in BEFORE_CAMPUS:
        return None
    ends = (end for end in (name.end + 3, name.end + 2) if doc[name.end + 1 : end].text in CAMPUSES)
    return next((replace(name, end=end) for end in ends), None)


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
