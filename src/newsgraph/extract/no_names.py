"""Words that look like a name and are none, or somebody else's: «the state *Senate*», «the *SEC* primary»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import NAME_TAGS
from newsgraph.extract.lexicons import (
    country_names,
    demonym_countries,
    given_names,
    known_names,
    read_toml,
    us_states,
)
from newsgraph.extract.meant_otherwise import is_meant_otherwise
from newsgraph.extract.of_elsewhere import CHAMBERS, is_of_elsewhere
from newsgraph.extract.short_names import LAST_WORDS
from newsgraph.extract.surface import all_words, surface
from newsgraph.model import EntityType

HALVES_OF_DAY = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m"})
TIME_ZONES = frozenset(
    {
        "CT", "ET", "MT", "PT", "CST", "EST", "MST", "PST", "CDT", "EDT", "MDT", "PDT", "GMT", "UTC", "BST", "Pacific",
    }
)  # fmt: skip
# «a *New Yorker*» is no magazine.
BEFORE_INHABITANTS = frozenset(
    {"a", "an", "another", "any", "each", "every", "fellow", "lifelong", "native", "no", "one", "said", "single"}
)
# «*U.* Chicago» is a university.
UNIVERSITIES = frozenset({"U", "U.", "UMass"})
REPORTING = frozenset(
    {
        "ask", "call", "describe", "detail", "dub", "feature", "find", "get", "have", "interview", "name", "note",
        "obtain", "point", "print", "profile", "publish", "quote", "report", "reveal", "run", "say", "tell", "write",
    }
)  # fmt: skip
TO_COME = frozenset({"another", "mini", "new", "next"})
POSSIBLE = frozenset({"a", "an", "another", "any", "future", "hypothetical", "next", "possible", "potential"})
# «The five airports, *JFK* among them».
AIRPORTS = frozenset({"JFK", "Dulles"})
OF_AIRPORTS = frozenset({"airport", "airports", "flight", "flights", "terminal", "travelers"})
SPEAKING = frozenset({"speak", "speaks", "spoke", "speaking", "spoken", "fluent"})
SPOKEN = frozenset({"speaking", "speaker", "speakers"})
ENGLISH = "English"
MODIFIED = frozenset({"ADJ", "NOUN", "PROPN"})
LANGUAGES = frozenset({"language", "languages"})
# What is in a language.
WRITTEN = frozenset(
    {
        "class", "classes", "edition", "instructions", "interpreter", "interpreters", "lesson", "lessons", "phrase",
        "phrases", "subtitles", "translation", "translations", "translator", "translators", "version", "word", "words",
    }
)  # fmt: skip
COMMITTEES = frozenset({"committees", "subcommittees"})
# «*Illinois* Route 29» is a road, «the northern *Amazon*» no company.
ROADS = frozenset({"Route", "Highway", "Interstate"})
# «*St. Louis* county» is not the city.
COUNTY = "county"
# «*Malaysia* Flight 370» is an airline's.
FLIGHT = "Flight"
TOWERS = frozenset({"Trump Tower", "Trump International Hotel"})
HOME_OF_TOWERS = frozenset({"Manhattan", "NYC", "Washington"})
PARTS_OF_LANDS = frozenset({"central", "eastern", "northern", "southern", "western", "upper", "lower"})
# «the North *Vietnamese*», «East *German*», «southeast *Asia*».
HALVES = {
    "Vietnamese": ("North", "South"), "German": ("East", "West"), "Germans": ("East", "West"),
    "Asia": ("southeast", "south", "central", "east"), "Korea": ("divided", "reunified", "unified", "united"),
    "Indian": ("American",), "Indians": ("American",), "Ireland": ("Northern",),
    "Bill of Rights": ("GI",),
}  # fmt: skip
PARTIES = frozenset({"R", "D", "I"})
# «Fla.», «CA», «Tenn» behind a party; what is longer is a state in full, or a county.
LONGEST_ABBREVIATION = 5
# «D-*Mass*», «Boston, *Mass*»: the state, where it stands without its point.
BEFORE_STATES = frozenset({"-", "–", ",", "("})
BEFORE_MONTHS = frozenset({"in", "last", "since", "until", "early", "late", "mid", "next", "this", "through"})
PARTS_OF_MONTHS = frozenset({"end", "beginning", "start", "middle", "month", "first", "last"})
TOWNS = frozenset({"town", "village", "city", "community", "suburb", "hamlet"})
LIKE_OTHERS = frozenset({"Georgia", "Washington", "New York"})
NICKNAMES_OF_STATES = frozenset(
    {
        "Badger", "Bay", "Beaver", "Beehive", "Buckeye", "Centennial", "Cornhusker", "Empire", "Equality", "Evergreen",
        "Garden", "Gem", "Golden", "Granite", "Hawkeye", "Hoosier", "Keystone", "Magnolia", "Palmetto", "Peach",
        "Pelican", "Prairie", "Silver", "Sooner", "Sunflower", "Sunshine", "Treasure", "Volunteer", "Wolverine",
    }
)  # fmt: skip
# Words before any name that make it somebody's title, a field of study, or the rest of a body's name.
BEFORE_OTHERS = frozenset(
    {
        "Association for", "Bank of", "Commissioner for", "Office on", "Subcommittee on", "Union of", "York at",
        "Duke of", "Duchess of", "Earl of", "Prince of", "Princess of",
        "professor of", "professors of", "lecturer in", "lecturers in", "Heads of", "heads of",
    }
)  # fmt: skip
# A doctrine, not a person: «Trumpism»; but «Prism» is the agency's.
_DOCTRINE = re.compile(r"(?!Prism)[A-Z]\w+ism")
# «(*D*-Va.)», «*I-Vt*.»
_PARTY_MARK = re.compile(r"[DIR](?:-[A-Z][a-z]*)?")
# «*TRUMP OFFICIALS* SOUND ALARM»
SEVERAL = frozenset({"aides", "allies", "backers", "fans", "lawyers", "officials", "supporters", "voters"})
# «the *Dayton* peace agreement»: where it was signed.
SIGNED_AT = frozenset(
    {
        "Camp David", "Copenhagen", "Dayton", "Geneva", "Helsinki", "Kyoto", "Lisbon", "Maastricht", "Minsk", "Oslo",
        "Paris", "Potsdam", "Rome", "Schengen", "Versailles", "Yalta",
    }
)  # fmt: skip
AGREEMENTS = frozenset({"accord", "accords", "agreement", "agreements", "convention", "protocol", "treaty"})
OF_AGREEMENTS = frozenset({"climate", "peace"})
STATE_OF_THE_UNION = "State of the Union"
# What several names are, behind or before them; so many words at most lie between.
LISTED = frozenset({"counties", "parishes", "townships", "beaches", "rivers"})
BETWEEN_LISTED = frozenset({",", "and", "or"})
LONGEST_LIST = 20
DASHES = frozenset({"-", "–", "—", "--", ":"})
WITHIN = 6


@cache
def _never() -> frozenset[str]:
    """What is no name wherever it stands."""
    return frozenset(word for words in read_toml("no_names.toml")["never"].values() for word in words)


def _around(where: str, text: str) -> Sequence[str]:
    """The words «before» a name, or «behind» it, that make it another's."""
    words: Sequence[str] = read_toml("no_names.toml")[where].get(text, ())
    return words


def is_something_else(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens name nothing, or not what is usually called so."""
    text = surface(doc, start, end)
    is_none = text.replace("’", "'") in _never() or _PARTY_MARK.fullmatch(text)
    if is_none or (_DOCTRINE.fullmatch(text) and text not in known_names()):
        return True
    if not start:
        return False
    two_before = surface(doc, max(0, start - 2), start)
    before, after = doc[start - 1], doc[end] if end < len(doc) else None
    return (
        two_before in _around("before", text)
        or two_before in BEFORE_OTHERS
        or (text.isupper() and doc[end - 1].lower_ in SEVERAL)
        or (text == STATE_OF_THE_UNION and _is_show(doc, start, end))
        or (text in AIRPORTS and any(token.lower_ in OF_AIRPORTS for token in doc[start].sent))
        or _is_told_by_word_before(text, before)
        or (after is not None and _is_told_by_word_after(text, after))
        or is_of_elsewhere(doc, start, text)
        or is_meant_otherwise(doc, start, end, text)
        or _is_district(text, before)
        or _is_nickname(doc, start, end)
        or _is_small_town(doc, end, text)
        or _is_month(doc, start, end)
        or (text == "Amazon" and before.lower_ == "the" and not (after is not None and after.tag_.startswith("NN")))
        or _is_listed(doc, start, end)
        or _is_agreement(doc, end, text)
        or _is_language(doc, start, end, text)
        or _is_partner(doc, start, end)
    )


def _is_show(doc: Doc, start: int, end: int) -> bool:
    """«told CNN's "*State of the Union*"», «Watch *State of the Union* with Ana Lund»."""
    is_quoted = doc[start - 1].is_quote and any(token.is_quote for token in doc[end : end + 2])
    is_with = end < len(doc) and doc[end].lower_ in ("with", "show", "host")
    return is_quoted or is_with or any(token.text == "CNN" for token in doc[max(0, start - WITHIN) : start])


def _is_partner(doc: Doc, start: int, end: int) -> bool:
    """«the law firm *Katz*, Marshall & Banks»."""
    after = all_words(doc)[end : end + 3]
    return end - start == 1 and after[:1] == [","] and after[2:] == ["&"]


def _is_told_by_word_before(text: str, before: Token) -> bool:
    """«7:09 p.m. *CT*», «the state *Senate*», «a *Clinton administration*» that never was, «a *Mass*»."""
    is_zone = before.lower_ in HALVES_OF_DAY and text in TIME_ZONES
    is_possible = text.lower().endswith(("administration", "presidency")) and _is_possible(before)
    is_possible = is_possible or (text.endswith(" War") and _is_to_come(before))
    is_service = text == "Mass" and before.text not in BEFORE_STATES
    is_of_new_mexico = before.text == "New" and text in ("Mexican", "Mexicans")
    is_measure = text == "BP" and before.like_num  # basis points
    is_university = before.text in UNIVERSITIES
    is_of_new_york = text == "New Yorker" and _is_inhabitant(before)
    is_forest = text == "Amazon" and (before.lower_ in PARTS_OF_LANDS or before.text in demonym_countries())
    is_bird = text == "Phoenix" and before.lower_ == "a" and before.nbor().dep_ != "compound"
    is_satellite = text == "Moon" and before.lower_ == "the"
    is_lincoln = text == "Abe" and before.text == "Honest"
    is_divided_country = text == "Americas" and before.lower_ != "the"  # «the two *Americas*»
    is_one_of_two = before.text in HALVES.get(text, ())
    is_other = (
        is_university
        or is_bird
        or is_satellite
        or is_one_of_two
        or is_of_new_mexico
        or is_of_new_york
        or is_forest
        or is_divided_country
        or is_lincoln
    )
    return is_zone or is_possible or is_service or is_measure or is_other


def _is_possible(before: Token) -> bool:
    """«a *Clinton administration*», «a second *Clinton administration*»; ``before`` stands right before it."""
    return before.lower_ in POSSIBLE or (before.tag_ == "JJ" and before.i > 0 and before.nbor(-1).lower_ in POSSIBLE)


def _is_to_come(before: Token) -> bool:
    """«a new *Cold War*», «a mini-*Cold War*»."""
    word = before.nbor(-1) if before.text == "-" and before.i > 0 else before
    return word.lower_ in TO_COME


def _is_inhabitant(before: Token) -> bool:
    """«a *New Yorker*», «another moderate *New Yorker*», «the *New Yorker* has portrayed himself»."""
    last = before.nbor(2)
    is_subject = last.dep_ == "nsubj" and last.head.lemma_ not in REPORTING
    is_for = last.dep_ == "pobj" and last.head.text == "for" and last.head.head.lemma_ not in REPORTING
    is_somebody = before.text == "the" and (is_subject or is_for)
    return before.lower_ in BEFORE_INHABITANTS or is_somebody or (before.tag_ == "JJ" and last.dep_ != "compound")


def _is_told_by_word_after(text: str, after: Token) -> bool:
    """«the *Chevron* doctrine», «the *Keystone* state», «the *Iowa State* Fair», «the *Armed Services* committees»."""
    is_numbered = after.i + 1 < len(after.doc) and after.nbor().like_num
    return (
        (is_numbered and after.text in ROADS and text in us_states())
        or (is_numbered and after.text == FLIGHT and text in country_names())
        or after.text in _around("behind", text)
        or (text in NICKNAMES_OF_STATES and after.lower_ == "state")
        or (text.endswith(" State") and after.text.istitle() and after.tag_ in NAME_TAGS)
        or (after.lower_ in COMMITTEES and not text.startswith(CHAMBERS))
        or (after.text == COUNTY and text not in us_states() and text not in country_names())
        or (text.endswith("Court of Appeals") and after.text == "for")
        or (text == "Nice" and after.text.islower() and after.tag_.startswith("NN"))
        or (text == "RT" and after.text.startswith("@"))  # what somebody else wrote
        or (text == "Federalist" and after.like_num)
        or (after.text in LAST_WORDS and after.tag_ in NAME_TAGS)
        or (text in TOWERS and _is_elsewhere(after))
    )


def _is_elsewhere(after: Token) -> bool:
    """«the *Trump Tower* in Baku»."""
    place = after.nbor().text if after.lower_ == "in" and after.i + 1 < len(after.doc) else ""
    is_place = known_names().get(place) is EntityType.CITY or place in country_names() or place in us_states()
    return is_place and place not in HOME_OF_TOWERS


def _is_district(text: str, before: Token) -> bool:
    """«Senate President Joe Lund (R–*Jefferson*)»: a county of his state."""
    is_of_party = before.text in ("-", "–") and before.i > 0 and before.nbor(-1).text in PARTIES
    is_state = len(text) <= LONGEST_ABBREVIATION or "." in text or text in us_states() | LIKE_OTHERS
    return is_of_party and not is_state


def _is_month(doc: Doc, start: int, end: int) -> bool:
    """«in *May*», «*May* 2019», «the end of *May*»."""
    if surface(doc, start, end) != "May":
        return False
    is_of_part = doc[start - 1].lower_ == "of" and start > 1 and doc[start - 2].lower_ in PARTS_OF_MONTHS
    return is_of_part or doc[start - 1].lower_ in BEFORE_MONTHS or (end < len(doc) and doc[end].is_digit)


def _is_language(doc: Doc, start: int, end: int, text: str) -> bool:
    """«They speak *Chinese*», «*Chinese*-speaking callers», «in English and *Chinese*», «*Chinese* subtitles»."""
    if text not in demonym_countries():
        return False
    before, after = doc[start - 1], doc[end : end + 2]
    is_spoken = before.lower_ in SPEAKING or any(token.lower_ in SPOKEN for token in after)
    is_beside = before.lower_ in ("and", "or") and start > 1 and doc[start - 2].text == ENGLISH
    is_before = [token.text for token in after] == ["and", ENGLISH]
    is_modifier = doc[end - 1].dep_ in ("amod", "compound") and len(after) > 0 and after[0].pos_ in MODIFIED
    is_among = before.lower_ == "in" or any(token.lower_ in LANGUAGES for token in doc[start].sent)
    is_written = len(after) > 0 and after[0].lower_ in WRITTEN
    return is_spoken or is_written or ((is_beside or is_before or is_among) and not is_modifier)


def _is_small_town(doc: Doc, end: int, text: str) -> bool:
    """«*Denmark*, a small town where …»; «*Moscow*, another village»; but «Ferguson, a suburb» is known."""
    apposed = [word.lower_ for word in doc[end : end + 5]]
    is_of_several = apposed[:2] == [",", "another"]
    is_country = text in country_names() and (is_of_several or apposed[:2] in ([",", "a"], [",", "the"]))
    is_city = known_names().get(text) is EntityType.CITY and is_of_several
    return (is_country or is_city) and not TOWNS.isdisjoint(apposed[2:])


def _is_agreement(doc: Doc, end: int, text: str) -> bool:
    """«the *Dayton* accords», «the *Paris* climate agreement»."""
    word = next((token.lower_ for token in doc[end : end + 2] if token.lower_ not in OF_AGREEMENTS), "")
    return text in SIGNED_AT and word in AGREEMENTS


def _is_nickname(doc: Doc, start: int, end: int) -> bool:
    """«James "*Duke*" Aiona», «C. A. (*Dutch*) Ruppersberger»."""
    if end - start != 1 or start < 2 or end + 1 >= len(doc):
        return False
    before, after = doc[start - 1], doc[end]
    is_within: bool = (before.text, after.text) == ("(", ")") or (before.is_quote and after.is_quote)
    first = doc[start - 2].text
    return is_within and (first in given_names() or first.endswith(".")) and doc[end + 1].text.istitle()


def _is_listed(doc: Doc, start: int, end: int) -> bool:
    """«*Chester* and *Bucks* counties», «the counties of *Orange* and *Fresno*», «two counties: *Bucks*, *Chester*»."""
    after = range(end, min(end + LONGEST_LIST, len(doc)))
    before = range(start - 1, max(0, start - LONGEST_LIST), -1)
    last, first = (next((i for i in side if not _goes_on(doc[i])), None) for side in (after, before))
    is_before = last is not None and doc[last].lower_ in LISTED
    if is_before or first is None:
        return is_before
    is_told = doc[first].text in DASHES and any(t.lower_ in LISTED for t in doc[max(0, first - WITHIN) : first])
    return is_told or (doc[first].lower_ == "of" and doc[first - 1].lower_ in LISTED)


def _goes_on(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower_ in BETWEEN_LISTED
