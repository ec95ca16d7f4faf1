"""Names that the words beside them complete: «Bank of America *Stadium*», «World War *I*», «ABC *15*»."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.begun_names import by_father, edition, headed, law, numbered, paper, ship
from newsgraph.extract.candidates import NAME_TAGS, PLACES, POSSESSIVE, Name, end_of_words
from newsgraph.extract.lexicons import us_states
from newsgraph.extract.of_elsewhere import CHAMBERS
from newsgraph.extract.person_names import QUOTES
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

# Networks whose stations are called by their channels.
STATIONS = frozenset({"ABC", "CBS", "NBC", "FOX", "Fox"})
_CHANNEL = re.compile(r"[1-9][0-9]?")
# What is named after a sponsor.
BUILDINGS = frozenset({"Stadium", "Arena", "Ballpark", "Fieldhouse", "Coliseum", "Amphitheater", "Amphitheatre"})
COURTHOUSES = ("U.S. Courthouse", "United States Courthouse", "Federal Courthouse", "Federal Building")
# What a house may be besides.
JOINED = frozenset({"Tower", "Towers", "Casino", "Museum", "Resort", "Spa", "Library", "Gardens"})
FACULTIES = frozenset({"Business", "Dental", "Divinity", "Kennedy", "Law", "Medical"})
SECOND_HALVES = {
    "Citizenship": ("and", "Immigration", "Services"),
    "Customs": ("and", "Border", "Protection"),
    "Immigration": ("and", "Customs", "Enforcement"),
    "Management": ("and", "Budget"),
}
# What bears the name that stands behind it.
FILMS = frozenset({"biopic", "documentary", "film", "miniseries", "movie", "musical", "novel", "sitcom"})
# «a documentary *HBO* made».
PRODUCERS = frozenset({EntityType.NEWS_OUTLET, EntityType.COMPANY})
# What bears a person's name and is none: «the *Joe Rogan Experience*».
SHOWS = frozenset({"Show", "Experience", "Podcast", "Hour", "Radio"})
LONGEST_NICKNAME = 2
# Bodies that are named after several fields.
ENUMERATING = frozenset({"School", "College", "Faculty", "Department", "Ministry", "Institute", "Office", "Bureau"})
# Bodies that have a branch in each state.
PARTED_BY_STATES = frozenset({"ACLU", "Association", "Federation", "Parenthood", "Union", "Voters"})
# Cities and counties of two names.
TWINS = {"Miami": "Dade", "Winston": "Salem", "Wilkes": "Barre"}
# Companies that have a possessive for a name.
POSSESSIVES = frozenset(
    {
        "Bloomingdale", "Denny", "Hardee", "Kellogg", "Kohl", "Levi", "Lloyd", "Lowe", "Macy", "McDonald", "Moody",
        "Papa John", "Sotheby", "Trader Joe", "Wendy",
    }
)  # fmt: skip
# What is told apart by the word before it: «*Northern* Hemisphere».
DIRECTIONS = frozenset({"Northern", "Southern", "Western", "Eastern"})
DIRECTED = frozenset({"Hemisphere", "District"})
# Universities by their towns: «*UC* Berkeley».
SYSTEMS = frozenset({"UC", "SUNY", "CUNY", "UNC"})
WARS = frozenset({"I", "II", "III", "One", "Two", "Three"})
_YEAR = re.compile(r"(?:19|20)\d\d")
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


def complete(doc: Doc, name: Name) -> Name | None:
    """The whole name; ``None``: nothing beside it completes it."""
    return next((whole for find in COMPLETIONS if (whole := find(doc, name)) is not None), None)


def _station(doc: Doc, name: Name) -> Name | None:
    """«ABC 15», «Fox 5»: a station in one town; not «CNN 10 times»."""
    number = doc[name.end] if name.type is EntityType.NEWS_OUTLET and name.end < len(doc) else None
    if number is None or not _CHANNEL.fullmatch(number.text) or doc[name.end - 1].text not in STATIONS:
        return None
    counts = name.end + 1 < len(doc) and doc[name.end + 1].tag_.startswith(("NN", "JJ"))
    return None if counts else replace(name, end=name.end + 1)


def _building(doc: Doc, name: Name) -> Name | None:
    """«Bank of America *Stadium*»."""
    following = doc[name.end].text if name.end < len(doc) else ""
    is_sponsor = name.type is EntityType.COMPANY and following.title() in BUILDINGS  # «the Wells Fargo *arena*»
    if following in BUILDINGS or is_sponsor:
        return Name(name.start, name.end + 1, EntityType.FACILITY)
    for rest in COURTHOUSES:
        end = name.end + len(rest.split())
        if surface(doc, name.end, min(end, len(doc))) == rest:
            return Name(name.start, end, EntityType.FACILITY)
    end = name.end + (following == "International")
    is_airport = end < len(doc) and doc[end].text == "Airport"
    return Name(name.start, end + 1, EntityType.FACILITY) if is_airport else None


def _joined(doc: Doc, name: Name) -> Name | None:
    """«Acme Hotel *and Tower*», «the Lund Library *and Museum*»."""
    joined = [word.text for word in doc[name.end : name.end + 2]]
    is_whole = name.type is EntityType.FACILITY and len(joined) > 1 and joined[0] in ("and", "&")
    return replace(name, end=name.end + 2) if is_whole and joined[1] in JOINED else None


def _race(doc: Doc, name: Name) -> Name | None:
    """«Boston *Marathon*»."""
    is_race = name.type in PLACES and name.end < len(doc) and doc[name.end].text == "Marathon"
    return Name(name.start, name.end + 1, EntityType.EVENT) if is_race else None


def _faculty(doc: Doc, name: Name) -> Name | None:
    """«Harvard *Law School*»."""
    rest = [word.text for word in doc[name.end : name.end + 2]]
    is_whole = name.type is EntityType.ORGANIZATION and rest[1:] == ["School"] and rest[0] in FACULTIES
    return replace(name, end=name.end + 2) if is_whole else None


def _film(doc: Doc, name: Name) -> Name | None:
    """«the movie *Manhattan*»; in «in the film Ana Petrov plays a spy» she is none."""
    before, root = name.start - 1, doc[name.start : name.end].root
    if before >= 0 and doc[before].text in QUOTES:
        before -= 1
    if before < 0 or doc[before].lower_ not in FILMS or name.type in PRODUCERS:
        return None
    is_title = root.head == doc[before] or (
        doc[before].head == root and doc[before].dep_ in ("amod", "compound", "nmod")
    )
    return replace(name, type=EntityType.WORK) if is_title and name.type is not EntityType.WORK else None


def _show(doc: Doc, name: Name) -> Name | None:
    """«The Alex Jones *Show*»."""
    is_whole = name.type is EntityType.PERSON and name.end - name.start > 1
    is_show = is_whole and name.end < len(doc) and doc[name.end].text in SHOWS
    return Name(name.start, name.end + 1, EntityType.WORK) if is_show else None


def _nicknamed(doc: Doc, name: Name) -> Name | None:
    """«Earvin *"Magic" Johnson*», «Anthony *"The Mooch" Scaramucci*»."""
    if name.type is not EntityType.PERSON or name.end - name.start > 1:
        return None
    opening, *following = [word.text for word in doc[name.end : name.end + LONGEST_NICKNAME + 2]] or [""]
    nickname = list(takewhile(str.istitle, following))
    closing, family = name.end + len(nickname) + 1, name.end + len(nickname) + 2
    is_marked = opening in QUOTES and nickname and family < len(doc) and doc[closing].text in QUOTES
    return replace(name, end=family + 1) if is_marked and doc[family].tag_ in NAME_TAGS else None


def _twin(doc: Doc, name: Name) -> Name | None:
    """«Miami*-Dade*»."""
    other = TWINS.get(name.text(doc))
    if other is None or name.end + 1 >= len(doc) or doc[name.end].text != "-" or doc[name.end + 1].text != other:
        return None
    return Name(name.start, name.end + 2, EntityType.REGION)


def _possessive(doc: Doc, name: Name) -> Name | None:
    """«McDonald*'s*»; not «Mr. McDonald's predecessor»."""
    is_company = name.type in (EntityType.ORGANIZATION, EntityType.COMPANY) and name.text(doc) in POSSESSIVES
    if not is_company or name.end >= len(doc) or doc[name.end].text not in POSSESSIVE:
        return None
    return None if titles.is_addressed(doc, name.start) else Name(name.start, name.end + 1, EntityType.COMPANY)


def _rater(doc: Doc, name: Name) -> Name | None:
    """«Standard & Poor*'s*», «Standard & Poor*'s 500*», «S&P *500*»: the agency, and its index."""
    text, end = name.text(doc), name.end
    if text == "Standard & Poor" and end < len(doc) and doc[end].text in POSSESSIVE:
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
    if doc[end - 1].text == "District" and surface(doc, end, end + 1) == "of":
        last = end_of_words(doc, end + 1)
        if last > end + 1:
            return Name(start, last, EntityType.GOVERNMENT_BODY)
    return replace(name, start=start) if start < name.start else None


def _war(doc: Doc, name: Name) -> Name | None:
    """«World War *I*», «the *Iran*-Iraq War»."""
    before = doc[name.start - 2] if name.start > 1 and doc[name.start - 1].text in ("-", "–") else None
    if before is not None and before.tag_ in NAME_TAGS and doc[name.end - 1].text == "War":
        return Name(before.i, name.end, EntityType.EVENT)
    is_numbered = name.text(doc) == "World War" and name.end < len(doc) and doc[name.end].text in WARS
    return Name(name.start, name.end + 1, EntityType.EVENT) if is_numbered else None


def _dated_act(doc: Doc, name: Name) -> Name | None:
    """«Civil Rights Act *of 1957*», «the *1957* Civil Rights Act»."""
    if doc[name.end - 1].text != "Act" or name.end - name.start == 1:
        return None
    if name.end + 1 < len(doc) and doc[name.end].text == "of" and _YEAR.fullmatch(doc[name.end + 1].text):
        return Name(name.start, name.end + 2, EntityType.LAW)
    is_dated = name.start > 0 and _YEAR.fullmatch(doc[name.start - 1].text)
    return Name(name.start - 1, name.end, EntityType.LAW) if is_dated else None


def _by_system(doc: Doc, name: Name) -> Name | None:
    """«*UC* Berkeley»."""
    is_campus = name.start > 0 and doc[name.start - 1].text in SYSTEMS and name.text(doc) in CAMPUSES
    return Name(name.start - 1, name.end, EntityType.ORGANIZATION) if is_campus else None


def _campus(doc: Doc, name: Name) -> Name | None:
    """«University of Wisconsin, Milwaukee», «University of Texas at Austin»: one of the universities of a state."""
    words = name.text(doc).split()
    if words[:2] != ["University", "of"] or name.end + 1 >= len(doc):
        return None
    start = name.end + (doc[name.end].text in BEFORE_CAMPUS)
    ends = (end for end in (start + 2, start + 1) if surface(doc, start, end) in CAMPUSES)
    return next((replace(name, end=end) for end in ends), None)


def _of_state(doc: Doc, name: Name) -> Name | None:
    """«League of Women Voters *of Florida*»: not that of the whole country."""
    if doc[name.end - 1].text not in PARTED_BY_STATES or name.end + 1 >= len(doc) or doc[name.end].text != "of":
        return None
    ends = (end for end in (name.end + 3, name.end + 2) if surface(doc, name.end + 1, end) in us_states())
    return next((replace(name, end=end) for end in ends), None)


def _by_its_kind(doc: Doc, name: Name) -> Name | None:
    """«Washington *state*»."""
    is_state = name.text(doc) == "Washington" and name.end < len(doc) and doc[name.end].text == "state"
    return replace(name, end=name.end + 1) if is_state else None


def _hospital(doc: Doc, name: Name) -> Name | None:
    """«Children's Hospital *of Philadelphia*»."""
    if doc[name.end - 1].text != "Hospital" or name.end + 1 >= len(doc) or doc[name.end].text != "of":
        return None
    return replace(name, end=end_of_words(doc, name.end + 1)) if doc[name.end + 1].tag_ in NAME_TAGS else None


def _enumerated(doc: Doc, name: Name) -> Name | None:
    """«School of Policy, Government*, and International Affairs*»."""
    if doc[name.start].text not in ENUMERATING or "," not in name.text(doc) or doc[name.start + 1].text != "of":
        return None
    joined = name.end + (name.end < len(doc) and doc[name.end].text == ",")
    is_joined = joined + 1 < len(doc) and doc[joined].lower_ in ("and", "&") and doc[joined + 1].tag_ in NAME_TAGS
    return replace(name, end=end_of_words(doc, joined + 1)) if is_joined else None


def _inspector(doc: Doc, name: Name) -> Name | None:
    """«Office *of the Inspector General*», whosever."""
    office = name.end - 1
    rest = [word.text for word in doc[name.end : name.end + 4]]
    rest = [word for word in rest if word != "the"][:3]
    if doc[office].text != "Office" or rest != ["of", "Inspector", "General"]:
        return None
    end = next(i for i in range(name.end, len(doc)) if doc[i].text == "General") + 1
    return Name(office, end, EntityType.GOVERNMENT_BODY)


def _second_half(doc: Doc, name: Name) -> Name | None:
    """«U.S. Customs *and Border Protection*»."""
    half = SECOND_HALVES.get(doc[name.end - 1].text, ())
    is_next = bool(half) and tuple(word.text for word in doc[name.end : name.end + len(half)]) == half
    return Name(name.start, name.end + len(half), EntityType.GOVERNMENT_BODY) if is_next else None


def _committee(doc: Doc, name: Name) -> Name | None:
    """«the Senate Health *committee*»."""
    is_whole = name.text(doc).startswith(CHAMBERS) and name.end < len(doc) and doc[name.end].text == "committee"
    return Name(name.start, name.end + 1, EntityType.GOVERNMENT_BODY) if is_whole else None


COMPLETIONS = (
    _campus,
    _station,
    ship,
    _building,
    _joined,
    _race,
    _faculty,
    _film,
    _show,
    paper,
    _rater,
    _possessive,
    _twin,
    _directed,
    _war,
    edition,
    _dated_act,
    _by_system,
    _nicknamed,
    _of_state,
    _by_its_kind,
    _hospital,
    _enumerated,
    headed,
    _second_half,
    _inspector,
    _committee,
    numbered,
    law,
    by_father,
)
