"""Names that the words before them complete: «*USS* Harry S. Truman», «*Defense of* Marriage Act»."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract.candidates import NAME_TAGS, Name
from newsgraph.extract.lexicons import known_names
from newsgraph.extract.person_names import SON_OF
from newsgraph.model import EntityType

# «the *USS* Harry S. Truman»: a ship named after somebody.
SHIPS = frozenset({"USS", "U.S.S.", "USNS", "USCGC", "HMS"})
VESSELS = frozenset({"carrier", "destroyer", "frigate", "warship", "submarine", "cruiser", "aboard", "ship", "vessel"})
NEAR = 4
# Second halves of newspapers' names: «Fort Worth Star-*Telegram*».
PAPERS = frozenset(
    {
        "Telegram", "Dispatch", "Picayune", "Constitution", "Gazette", "Tribune", "Sentinel", "Times", "Star", "Herald",
        "Ledger", "Courier", "Press", "Democrat", "Review", "Bee", "Eagle", "Statesman", "Record", "Leader", "Journal",
        "Intelligencer", "Observer", "Examiner", "News",
    }
)  # fmt: skip
# What comes again, told apart by its year: «the *1968* Democratic Convention».
RECURRING = frozenset({"Convention", "Olympics", "Games", "Cup", "Series", "Bowl", "Conference"})
SPEECHES = frozenset({"State of the Union"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# What there are several of, told apart by their numbers.
NUMBERED = frozenset(
    {
        "Amendment", "Army", "Avenue", "Battalion", "Brigade", "Congress", "Corps", "District", "Division", "Fleet",
        "Infantry", "Precinct", "Regiment", "Squadron", "Street", "Ward", "Wing",
    }
)  # fmt: skip
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
)
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY})
# What a body is, where its field follows.
HEADS = frozenset(
    {
        "Association", "Bureau", "Center", "Centers", "Centre", "Citizens", "Coalition", "Commission", "Committee",
        "Council", "Foundation", "Institute", "Office",
    }
)  # fmt: skip
AFTER_HEADS = frozenset({"for", "of", "on"})
ACT = "Act"
SMALL_WORDS_OF_LAWS = frozenset({"against", "for", "of", "to"})
ARTICLES = frozenset({"a", "an", "the"})


def ship(doc: Doc, name: Name) -> Name | None:
    """«*USS* Harry S. Truman», «the aircraft carrier Harry S. Truman», «our carrier, the Harry S. Truman»."""
    before = name.start - 1
    if before >= 0 and doc[before].text in SHIPS:
        return Name(before, name.end, EntityType.PRODUCT)
    if doc[name.start].text in SHIPS and name.end - name.start > 1 and name.type is not EntityType.PRODUCT:
        return replace(name, type=EntityType.PRODUCT)
    is_person = name.type is EntityType.PERSON and name.end - name.start > 1
    if not is_person or before < 0 or doc[before].lower_ not in ("the", "carrier"):
        return None
    is_ship = any(token.lower_ in VESSELS for token in doc[max(0, name.start - NEAR) : name.start])
    return replace(name, type=EntityType.PRODUCT) if is_ship else None


def paper(doc: Doc, name: Name) -> Name | None:
    """«*Fort Worth Star-*Telegram»."""
    hyphen = name.start - 1
    if hyphen < 1 or doc[name.start].text not in PAPERS or doc[hyphen].text != "-" or doc[hyphen].whitespace_:
        return None
    start = hyphen
    while start > 0 and doc[start - 1].tag_ in NAME_TAGS:
        start -= 1
    return Name(start, name.end, EntityType.NEWS_OUTLET) if start < hyphen else None


def edition(doc: Doc, name: Name) -> Name | None:
    """«the *1968* Democratic Convention», «the *1996* State of the Union»."""
    comes_again = doc[name.end - 1].text in RECURRING or name.text(doc) in SPEECHES
    is_of_year = comes_again and name.start > 0 and _YEAR.fullmatch(doc[name.start - 1].text)
    return Name(name.start - 1, name.end, EntityType.EVENT) if is_of_year else None


def headed(doc: Doc, name: Name) -> Name | None:
    """«the *Center on* Budget and Policy Priorities», «the *Committee for a* Responsible Budget»."""
    is_whole = name.text(doc) in known_names() or doc[name.end - 1].text in HEADS  # «the Center of the Acme Institute»
    if name.type not in BODIES or is_whole:
        return None
    preposition = name.start - (doc[name.start].lower_ not in AFTER_HEADS)
    if preposition > 0 and doc[preposition].lower_ in ("a", "the"):
        preposition -= 1
    if preposition < 1 or doc[preposition].lower_ not in AFTER_HEADS or doc[preposition - 1].text not in HEADS:
        return None
    start = preposition - 1
    if doc[start].text == "Office" and doc[preposition].lower_ != "of":
        return None  # «the U.S. Attorney's Office for the Eastern District»
    while start and doc[start].text != "Office" and doc[start - 1].tag_ == "NNP" and doc[start - 1].text.istitle():
        start -= 1  # «the Brent Scowcroft Center on …», but «the White House Office of …»
    return replace(name, start=start)


def numbered(doc: Doc, name: Name) -> Name | None:
    """«the *29th* Infantry Division», «Ohio's *Seventh* Congressional District»."""
    before = name.start - 1
    is_numbered = before >= 0 and name.type is not EntityType.PERSON and doc[name.end - 1].text in NUMBERED
    return replace(name, start=before) if is_numbered and _ORDINAL.fullmatch(doc[before].text) else None


def by_father(doc: Doc, name: Name) -> Name | None:
    """«*Mohammed bin* Salman», «Mohammed *bin Salman*»: a name with that of the father."""
    if name.type is not EntityType.PERSON:
        return None
    start, end = name.start, name.end
    if start > 1 and doc[start - 1].text in SON_OF and _is_capital(doc, start - 2):
        start -= 2
    while end + 1 < len(doc) and doc[end].text in SON_OF | {"al"} and _is_capital(doc, end + 1):
        end += 2
    return Name(start, end, EntityType.PERSON) if (start, end) != (name.start, name.end) else None


def law(doc: Doc, name: Name) -> Name | None:
    """«the *Defense of* Marriage Act», «the *Immigration and* Nationality Act», «the *Violence* Against Women Act»."""
    start = name.start
    if doc[name.end - 1].text != ACT or name.text(doc) in known_names():
        return None
    if doc[start].lower_ in SMALL_WORDS_OF_LAWS:
        start += 1
    while start > 1 and _joins(doc, start - 1):
        start -= 1
        while start and _is_capital(doc, start - 1):
            start -= 1
    return Name(start, name.end, EntityType.LAW) if start < name.start else None


def _joins(doc: Doc, place: int) -> bool:
    """Whether a small word joins two parts of a law's name: «of», or the «and» of what begins with an article."""
    if not _is_capital(doc, place - 1):
        return False
    first = place - 1
    while first and _is_capital(doc, first - 1):
        first -= 1
    word = doc[place].lower_
    return word in SMALL_WORDS_OF_LAWS or (word in ("and", "&") and first > 0 and doc[first - 1].lower_ in ARTICLES)


def _is_capital(doc: Doc, place: int) -> bool:
    token = doc[place]
    return (
        token.text[:1].isupper() and token.text.isalpha() and token.lower_ not in ARTICLES and not token.is_sent_start
    )
