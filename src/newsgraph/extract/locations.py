"""Where places lie and bodies sit, by what stands beside their names: «Munich, Germany», «Germany's Bundestag»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.names import PLACES
from newsgraph.extract.ties import BESIDE_NAME, BY_PARSE, FoundRelation
from newsgraph.model import EntityType, MentionForm

WIDE = frozenset({EntityType.COUNTRY, EntityType.REGION})
SMALL = frozenset({EntityType.CITY, EntityType.REGION, EntityType.PLACE, EntityType.FACILITY})
SEATS = frozenset({EntityType.COUNTRY, EntityType.CITY})
# Bodies that a country has, not that sit in it.
ORGANS = frozenset({EntityType.GOVERNMENT_BODY})
WORLDWIDE = frozenset({EntityType.INTERNATIONAL_ORGANIZATION, EntityType.ARMED_GROUP})
# Too wide to lie in a country.
PARTS_OF_THE_WORLD = frozenset(
    {
        "Europe",
        "Asia",
        "Africa",
        "America",
        "Middle East",
        "Latin America",
        "South America",
        "North America",
        "Central America",
        "Southeast Asia",
        "Central Asia",
        "Arabian Peninsula",
        "Korean Peninsula",
        "Horn of Africa",
        "Balkans",
        "Caucasus",
        "Scandinavia",
        "Persian Gulf",
    }
)
DIRECTIONS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upstate", "rural"}
    | {f"{a}{b}" for a in ("north", "south") for b in ("eastern", "western", "east", "west")}
)
PLACE_NOUNS = frozenset({"province", "state", "region", "county", "district", "governorate", "prefecture"})
# No place lies in these.
WATERS = frozenset(
    {"Pacific", "Atlantic", "Mediterranean", "Baltic", "Arctic", "Gulf", "Ocean", "Sea", "River", "Caribbean"}
)
BEFORE_PLACES = frozenset({"in", "at", "near", "outside", "inside", "from", "of", "to", "around", "through", "into"})
# Bodies of one place: «Stanford University in California».
LOCAL_BODIES = frozenset(
    {"University", "College", "School", "Academy", "Hospital", "Church", "Museum", "Seminary", "Clinic", "Library"}
)

# Churches, courts and councils of a whole country or of the world have no one seat in it.
SPREAD = frozenset(
    {"Catholic", "Orthodox", "Anglican", "Evangelical", "Lutheran", "Security", "World", "Methodist", "Baptist"}
)


def find_locations(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """locatedIn, basedIn and agencyOf between two names that stand side by side."""
    for number, mention in enumerate(mentions.found):
        if mention.form is not MentionForm.NAME:
            continue
        if mention.type in SMALL or _is_local_body(number, mentions):
            yield from _lies_in(doc, number, mentions)
        if mention.type in SMALL | ORGANIZATIONS:
            yield from _of_owner(doc, number, mentions)
        if mention.type in ORGANIZATIONS - WORLDWIDE:
            yield from _of_country(doc, number, mentions)


def is_water(name: str) -> bool:
    """«Pacific», «Black Sea»: a city may lie on it, not in it."""
    return not WATERS.isdisjoint(name.split())


def tie_to_place(
    subject: int, object_: int, cue: int, confidence: float, mentions: Mentions
) -> Iterator[FoundRelation]:
    """A country's body, a body's seat or a place's place; seas and parts of the world are none."""
    place = mentions.text(object_)
    if mentions.chain(subject) == mentions.chain(object_) or is_water(place) or place in PARTS_OF_THE_WORLD:
        return
    type_ = mentions.type(subject)
    if type_ is EntityType.POLITICAL_PARTY and mentions.type(object_) is not EntityType.COUNTRY:
        return  # «Ohio's Republican Party» is a part of it
    # «News Agency of Nigeria»: no body of the state's by its name.
    if type_ in ORGANS and mentions.type(object_) is EntityType.COUNTRY and "News" not in mentions.text(subject):
        predicate = "agencyOf"
    else:
        predicate = "basedIn" if type_ in ORGANIZATIONS else "locatedIn"
    yield FoundRelation(subject, predicate, object_, (cue, cue + 1), confidence)


def _is_local_body(number: int, mentions: Mentions) -> bool:
    words = mentions.text(number).split()
    local = words[-1] in LOCAL_BODIES or words[0] in LOCAL_BODIES
    return local and mentions.type(number) in ORGANIZATIONS and SPREAD.isdisjoint(words)


def _lies_in(doc: Doc, number: int, mentions: Mentions) -> Iterator[FoundRelation]:
    """«Munich, Germany»; «Mosul in northern Iraq»; «Helmand province in Afghanistan»."""
    mention = mentions.found[number]
    if mentions.text(number) in PARTS_OF_THE_WORLD:
        return
    end = mention.end
    if end < len(doc) and doc[end].lower_ in PLACE_NOUNS:
        end += 1
    if end + 1 >= len(doc):
        return
    between = doc[end]
    if between.text == "," and doc[end + 1].lower_ == "in" and doc[end + 1].head.i in range(mention.start, end):
        end, between = end + 1, doc[end + 1]  # «Niigata, in northern Japan»
    if between.text == ",":
        wider = mentions.at.get(end + 1)
        if wider is not None and _is_address(doc, number, wider, mentions):
            yield from tie_to_place(number, wider, end, BESIDE_NAME, mentions)
    elif between.lower_ == "in" and _is_where(doc, mention.start, between, mention.end):
        start = end + 1
        while start < len(doc) and (doc[start].lower_ in DIRECTIONS or doc[start].lower_ in ("the", "-")):
            start += 1
        wider = mentions.at.get(start)
        if wider is not None and mentions.found[wider].start == start and _is_wider(number, wider, mentions):
            yield from tie_to_place(number, wider, end, BY_PARSE, mentions)


def _is_wider(number: int, wider: int, mentions: Mentions) -> bool:
    """A country or region around a place, a city around a building."""
    if mentions.found[wider].form is not MentionForm.NAME:
        return False
    type_ = mentions.type(wider)
    if mentions.type(number) is EntityType.FACILITY or _is_local_body(number, mentions):
        return type_ in WIDE | {EntityType.CITY}
    return type_ is EntityType.COUNTRY or (
        type_ is EntityType.REGION and mentions.type(number) is not EntityType.REGION
    )


def _is_address(doc: Doc, number: int, wider: int, mentions: Mentions) -> bool:
    """«Munich, Germany, » but not the list «Gaza, Syria and Iraq»."""
    first, second = mentions.found[number], mentions.found[wider]
    if (
        second.start != first.end + 1
        or mentions.type(number) in ORGANIZATIONS
        or not _is_wider(number, wider, mentions)
    ):
        return False
    last = doc[second.end - 1]
    begins_clause = last.dep_ in ("nsubj", "nsubjpass") or _modifies(last)  # «In Moscow, Russia won»
    in_list = first.start >= 2 and doc[first.start - 1].text == "," and _is_place(first.start - 2, mentions)
    return not begins_clause and not in_list and not _goes_on(doc, second.end, mentions)


def _goes_on(doc: Doc, end: int, mentions: Mentions) -> bool:
    """Whether a list of places goes on after this token."""
    if end + 1 >= len(doc):
        return False
    after, following = doc[end], doc[end + 1]
    if after.text == ",":
        return following.lower_ in ("and", "or", "the") or _is_place(following.i, mentions)
    return after.lower_ in ("and", "or", "&", "-") or after.tag_ == "POS"


def _is_place(token: int, mentions: Mentions) -> bool:
    number = mentions.at.get(token)
    return number is not None and mentions.type(number) in PLACES


def _is_where(doc: Doc, start: int, preposition: Token, end: int) -> bool:
    """«in Mosul in Iraq», «the siege of Mosul in Iraq»; not «talks with Moscow in Syria»."""
    if start <= preposition.head.i < end or (preposition.i > end and preposition.head.i == end):
        return bool(doc[start].dep_ not in ("nsubj", "poss"))
    before = start - 1
    while before >= 0 and doc[before].tag_ in ("DT", "NNP", "JJ"):
        before -= 1
    return before >= 0 and doc[before].lower_ in BEFORE_PLACES


def _of_owner(doc: Doc, number: int, mentions: Mentions) -> Iterator[FoundRelation]:
    """«Germany's Bundestag», «Syria's Aleppo», «London's Financial Times»; not «Russia's NATO envoy»."""
    last = doc[mentions.found[number].end - 1]
    if _modifies(last) or mentions.type(number) in WORLDWIDE:
        return
    for child in last.children:
        owner = mentions.at.get(child.i) if child.dep_ == "poss" else None
        if owner is None or mentions.found[owner].form is not MentionForm.NAME:
            continue
        small = mentions.type(number) in SMALL
        allowed = {EntityType.COUNTRY} if small and mentions.type(number) is not EntityType.FACILITY else SEATS
        between = range(mentions.found[owner].end, mentions.found[number].start)
        before = mentions.found[owner].end <= mentions.found[number].start and mentions.at.keys().isdisjoint(between)
        if before and mentions.type(owner) in allowed:
            yield from tie_to_place(number, owner, child.i, BY_PARSE, mentions)


def _of_country(doc: Doc, number: int, mentions: Mentions) -> Iterator[FoundRelation]:
    """«Gazprom of Russia», «the Foreign Ministry of Russia», «the German Defense Ministry»."""
    mention = mentions.found[number]
    last = doc[mention.end - 1]
    for child in last.children:
        if child.lower_ == "of" and child.i == mention.end:
            for country in (mentions.at.get(c.i) for c in child.children if c.dep_ == "pobj"):
                if (
                    country is not None
                    and mentions.type(country) is EntityType.COUNTRY
                    and mentions.text(country) != "America"
                ):
                    yield from tie_to_place(number, country, child.i, BY_PARSE, mentions)
    before = mentions.at.get(mention.start - 1) if mention.start else None
    if (
        before is not None
        and mention.type in ORGANS | {EntityType.POLITICAL_PARTY}
        and mentions.type(before) is EntityType.COUNTRY
        and not _modifies(last)
        and doc[mentions.found[before].end - 1].dep_ in ("amod", "compound", "nmod")
        and doc[mentions.found[before].end - 1].head.i in range(mention.start, mention.end)
    ):
        yield from tie_to_place(number, before, mentions.found[before].start, BESIDE_NAME, mentions)


def _modifies(word: Token) -> bool:
    """«Russia's [NATO] envoy»: the name only says which envoy."""
    return word.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod") and word.head.i > word.i
