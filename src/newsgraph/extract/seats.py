"""Where bodies and buildings are, word by word beside their names: «the Museum in Mainz», «Turin's La Stampa»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.locations import (
    DIRECTIONS,
    PARTS_OF_THE_WORLD,
    PLACE_NOUNS,
    SMALL,
    SPREAD,
    WORLDWIDE,
    is_water,
    tie_to_place,
)
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.names import PLACES
from newsgraph.extract.phrases import ARTICLES, BODY_NOUNS, INNER_TAGS, NOUN_TAGS, Names, lead_in, role_before
from newsgraph.extract.relation_patterns import fits
from newsgraph.extract.surface import surface
from newsgraph.extract.ties import BESIDE_NAME, FoundRelation
from newsgraph.model import EntityType

# Bodies and buildings that sit in one place.
SEATED = frozenset(
    {"University", "College", "School", "Academy", "Hospital", "Museum", "Seminary", "Clinic", "Library", "Institute"}
    | {"Court", "Theatre", "Theater", "Centre", "Center", "Campus", "Factory", "Plant", "Mosque", "Church", "Cathedral"}
    | {"Synagogue", "Gallery", "Zoo", "Prison", "Observatory", "Laboratory", "Opera", "Stadium", "Airport", "Hotel"}
    | {"Palace", "Tower", "Council", "Conservatory", "Polytechnic", "Universität", "Institut", "Hochschule"}
    | {"Landesmuseum", "Kunsthalle"}
)
TOWN_NOUNS = frozenset(
    {
        "city",
        "capital",
        "town",
        "village",
        "port",
        "resort",
        "suburb",
        "state",
        "province",
        "region",
        "district",
        "county",
        "island",
    }
)
PART_NOUNS = frozenset({"district", "neighborhood", "neighbourhood", "quarter", "suburb", "area", "borough"})
BUILDING_NOUNS = frozenset(
    {"mosque", "church", "prison", "airport", "stadium", "station", "train", "hospital", "hotel", "museum"}
)
# «the EU's Investment Bank» is a part of it.
WHOLES = frozenset({EntityType.INTERNATIONAL_ORGANIZATION, EntityType.GOVERNMENT_BODY})
# So many words may stand between «Munich-based» and the name.
MOST_BEFORE = 6
TOWNS = frozenset({EntityType.CITY, EntityType.PLACE, EntityType.REGION})


def find_seats(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """basedIn, locatedIn and agencyOf by what stands right before or after the name."""
    names = Names(mentions)
    for number, mention in enumerate(mentions.found):
        if names.starting(mention.start) != number or mention.type in (EntityType.PERSON, EntityType.COUNTRY):
            continue
        if mention.type in ORGANIZATIONS | SMALL:
            yield from _in_place(doc, number, names)
        if mention.type in ORGANIZATIONS:
            yield from _based(doc, number, names)
            yield from _of_kind(doc, number, names)
        if mention.type in (ORGANIZATIONS - WORLDWIDE) | SMALL:
            yield from _of_place(doc, number, names)
        if mention.type in ORGANIZATIONS - {EntityType.INTERNATIONAL_ORGANIZATION}:
            yield from _after_adjective(doc, number, names)
        if mention.type in SMALL - {EntityType.FACILITY}:
            yield from _in_wider(doc, number, names)


def _tie(subject: int, place: int, cue: int, names: Names) -> Iterator[FoundRelation]:
    yield from tie_to_place(subject, place, cue, BESIDE_NAME, names.mentions)


def is_seated(words: list[str]) -> bool:
    """«Chalmers University», «Center for Policy Studies»: what sits in one place, by a word of its name."""
    return not SEATED.isdisjoint(words) and SPREAD.isdisjoint(words)


def _in_place(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«Chalmers University in Gothenburg, Sweden», «the Institute (INSS) in Tel Aviv», «Podemos in Spain»."""
    mentions = names.mentions
    mention = mentions.found[number]
    end, words = mention.end, mentions.text(number).split()
    if end < len(doc) and doc[end].text == ")" and mention.start > 1 and doc[mention.start - 1].text == "(":
        full = names.ending(mention.start - 2)
        words = mentions.text(full).split() if full is not None else words
        end += 1
    some = any(token.lower_ in ("a", "an", "any", "no") for token in doc[max(0, mention.start - 3) : mention.start])
    building = end < len(doc) and doc[end].lower_ in BUILDING_NOUNS
    if some:
        return  # «plans for a new VA hospital in Maine»
    if end < len(doc) and doc[end].lower_ in (BODY_NOUNS | BUILDING_NOUNS):
        end += 1
    if end + 1 >= len(doc) or doc[end].lower_ != "in" or mention.type is EntityType.INTERNATIONAL_ORGANIZATION:
        return
    seated = is_seated(words) or building or mention.type is EntityType.FACILITY
    party = mention.type is EntityType.POLITICAL_PARTY and doc[end].head.i in range(mention.start, end)
    for nth, place in enumerate(_places_after(doc, end + 1, names)):
        type_ = mentions.type(place)
        whole = type_ is EntityType.COUNTRY
        if seated and (not whole or nth or doc[end].head.i in range(mention.start, end)):
            yield from _tie_seat(number, place, end, names)
        elif party and whole:
            yield from _tie(number, place, end, names)


def _based(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«the Munich-based Ifo», «the Baltimore-based clothing firm Lund Wear»."""
    position = names.mentions.found[number].start
    last = max(2, position - MOST_BEFORE)
    while position > last and doc[position - 1].lower_ != "based" and doc[position - 1].tag_ in INNER_TAGS:
        position -= 1
    if position < 3 or doc[position - 1].lower_ != "based" or doc[position - 2].text not in ("-", "–"):
        return
    place = names.ending(position - 3)
    end = names.mentions.found[number].end
    modifies = end < len(doc) and (doc[end].tag_ in NOUN_TAGS and doc[end].lower_ not in BODY_NOUNS)
    if (
        place is not None
        and names.mentions.type(place) in PLACES
        and not modifies
        and not is_water(names.mentions.text(place))
    ):
        yield FoundRelation(number, "basedIn", place, (position - 1, position), BESIDE_NAME)


def _of_kind(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«the Polish news weekly, [Polityka], …»: the noun before the comma says what the body is."""
    mention = names.mentions.found[number]
    end = mention.start - 1
    if end < 1 or doc[end].text != "," or mention.end >= len(doc) or doc[mention.end].text not in (",", ".", ")"):
        return
    if mention.end + 1 < len(doc) and doc[mention.end + 1].lower_ in ("and", "or"):
        return
    lead = lead_in(doc, end, names)
    role = None if lead is None else role_before(doc, lead.start, end)
    if lead is None or role is None:
        return
    for pattern, inverse in role[1]:
        country = names.mentions.type(lead.owner) is EntityType.COUNTRY
        if (
            not inverse
            and country
            and pattern.predicate == "basedIn"
            and fits(pattern, number, lead.owner, names.mentions)
        ):
            yield FoundRelation(number, "basedIn", lead.owner, (role[0], end), BESIDE_NAME)


def _tie_seat(number: int, place: int, cue: int, names: Names) -> Iterator[FoundRelation]:
    """A body sits in a country as in a town: it need not be the country's."""
    for relation in _tie(number, place, cue, names):
        based = relation.predicate == "agencyOf"
        yield FoundRelation(number, "basedIn", place, relation.cue, BESIDE_NAME) if based else relation


def _places_after(doc: Doc, position: int, names: Names) -> list[int]:
    """The places of an address, the nearest first: «[Nigeria]'s capital [Abuja]», «[Bonn], [Germany]»."""
    mentions = names.mentions
    outer: int | None = None
    last = min(len(doc), position + 7)
    while position < last:
        number = names.starting(position)
        if number is not None and mentions.type(number) in PLACES:
            end = mentions.found[number].end
            adjective = end < len(doc) and (doc[end].tag_ == "POS" or _leads_to_town(doc, end))
            if not adjective:
                return [number, *([outer] if outer is not None else _wider_after(doc, end, number, names))]
            outer = number
            position = end + (doc[end].tag_ == "POS")
        elif number is None and (
            doc[position].lower_ in ARTICLES | DIRECTIONS | TOWN_NOUNS | {"of", "-"}
            or (doc[position].tag_ == "JJ" and surface(doc, position + 1, position + 2).lower() in TOWN_NOUNS)
            or (doc[position].text == "," and doc[position - 1].lower_ in TOWN_NOUNS)
        ):
            position += 1
        else:
            return []
    return []


def _leads_to_town(doc: Doc, position: int) -> bool:
    """«the Lithuanian [capital], Vilnius», «the German [state of] Hesse»."""
    return any(token.lower_ in TOWN_NOUNS for token in doc[position : position + 2])


def _wider_after(doc: Doc, end: int, number: int, names: Names) -> list[int]:
    """«Gothenburg, [Sweden]»; not the list «Bonn, Germany and France»."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return []
    position = end + 1
    while position < len(doc) and doc[position].lower_ in DIRECTIONS:
        position += 1
    wider = names.starting(position) if position < len(doc) else None
    if (
        wider is None
        or names.mentions.type(wider) is not EntityType.COUNTRY
        or names.mentions.type(number) not in TOWNS
    ):
        return []
    after = names.mentions.found[wider].end
    closes = after >= len(doc) or doc[after].text in (",", ".", ")", ";", ":")
    listed = after + 1 < len(doc) and (doc[after + 1].lower_ in ("and", "or") or names.at(after + 1) is not None)
    return [wider] if closes and not listed else []


def _of_place(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«Turin's La Stampa», «China's state-run CCTV», «Berlin's Moabit district», «Paris's Orly airport»."""
    mentions = names.mentions
    mention = mentions.found[number]
    start = mention.start - 1 if mention.start and doc[mention.start - 1].text in ('"', "“", "``") else mention.start
    lead = lead_in(doc, start, names) if start else None
    if (
        lead is None
        or not lead.possessive
        or any(token.tag_ in NOUN_TAGS and not _is_kind(token.lower_) for token in doc[lead.start : lead.end])
    ):
        return
    if any(token.tag_ in ("CD", "VBG", "RB") for token in doc[lead.start : lead.end]):
        return
    place, small = mentions.type(lead.owner), mention.type in SMALL
    end = mention.end + (mention.end < len(doc) and doc[mention.end].text in ('"', "”", "''"))
    after = doc[end] if end < len(doc) else None
    kinds = (
        PLACE_NOUNS | PART_NOUNS | BUILDING_NOUNS
        if small
        else BODY_NOUNS | BUILDING_NOUNS | {"intelligence", "university", "chain"}
    )
    if after is not None and (after.text in ("-", "–") or (after.tag_ in NOUN_TAGS and after.lower_ not in kinds)):
        return
    part = after is not None and after.lower_ in PART_NOUNS
    if small and mention.type is not EntityType.FACILITY and place is not EntityType.COUNTRY and not part:
        return
    on_channel = after is not None and after.lower_ == "channel"  # «the EPA's YouTube channel»
    if place in WHOLES and not small and not on_channel and mentions.chain(number) != mentions.chain(lead.owner):
        yield FoundRelation(number, "partOf", lead.owner, (lead.start, lead.start + 1), BESIDE_NAME)
    if place in PLACES and (place is not EntityType.REGION or not small):
        yield from _tie(number, lead.owner, lead.start, names)


def _is_kind(word: str) -> bool:
    return word in BODY_NOUNS | {
        "state",
        "news",
        "government",
        "opposition",
        "intelligence",
        "world",
        "stock",
        "exchange",
    }


def _after_adjective(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«the Swiss Islamic Foundation», «the Afghan Taliban»; not «the French UN envoy»."""
    mentions = names.mentions
    mention = mentions.found[number]
    country = names.ending(mention.start - 1) if mention.start else None
    if country is None or mentions.type(country) is not EntityType.COUNTRY:
        return
    first = mentions.found[country].start
    hyphen = first > 0 and (
        doc[first - 1].text in ("-", "–") or doc[first - 1].lower_ in ("a", "an")
    )  # «an Iranian Airbus»
    adjective = not doc[first].text.isupper() and mentions.text(country) not in ("America", "Germany")
    after = doc[mention.end] if mention.end < len(doc) else None
    modifies = after is not None and (
        after.text in ("-", "–") or after.tag_ == "POS" or (after.tag_ in NOUN_TAGS and after.lower_ not in BODY_NOUNS)
    )
    is_adjective = doc[first].dep_ in ("amod", "compound", "nmod") and doc[mention.end - 1].ent_type_ != "PERSON"
    if adjective and is_adjective and not hyphen and not modifies and mentions.found[country].form.value != "name":
        yield from _tie(number, country, first, names)


def _in_wider(doc: Doc, number: int, names: Names) -> Iterator[FoundRelation]:
    """«Halberstadt, eastern Germany,», «Niigata, in northern Japan,»."""
    mentions = names.mentions
    position = mentions.found[number].end
    if position + 2 >= len(doc) or doc[position].text != ",":
        return
    inside = doc[position + 1].lower_ == "in"
    start = position + 1 + inside
    if inside and doc[start].lower_ == "the" and doc[start + 1].lower_ in TOWN_NOUNS:
        start += 2 + (doc[start + 2].lower_ == "of")
    direction = doc[start].lower_ in DIRECTIONS
    while start < len(doc) and doc[start].lower_ in DIRECTIONS:
        start += 1
    wider = names.starting(start) if start < len(doc) else None
    if wider is None or not (direction or start > position + 2):
        return
    type_ = mentions.type(wider)
    allowed = type_ is EntityType.COUNTRY or (direction is False and type_ in TOWNS)
    end = mentions.found[wider].end
    closes = end >= len(doc) or doc[end].text in (",", ".", ")", ";")
    if allowed and closes and mentions.text(number) not in PARTS_OF_THE_WORLD:
        yield from _tie(number, wider, position, names)
