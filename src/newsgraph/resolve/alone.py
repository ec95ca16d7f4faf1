"""What a chain is called by itself, by its own name and post and by what is known; other articles are not asked."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from newsgraph.model import EntityType
from newsgraph.posts import SPELLED_OUT
from newsgraph.resolve.bodies import (
    body_key,
    is_common_word,
    is_local_body,
    is_of_a_party,
    is_outlet_or_word,
    parties_of_one_name,
)
from newsgraph.resolve.editions import act_key, amendment_key, dated_act, edition_key
from newsgraph.resolve.evidence import Record
from newsgraph.resolve.facts import read_facts
from newsgraph.resolve.key import Called, Key, Kind, kind_of
from newsgraph.resolve.kinds import is_surely_person
from newsgraph.resolve.known import OFTEN_IN_THE_NEWS, Known, fullest_name
from newsgraph.resolve.people import PersonName, has_common_family
from newsgraph.resolve.places import Country, country_named, name_of_state, state_of_party
from newsgraph.resolve.regions import state_code
from newsgraph.spelling import fold, is_acronym, plain_key

# An unknown acronym of two letters has too many readings.
TOO_SHORT = 2
# The short name is the elder's in articles of these years, and the younger's in all others.
BUSH_ADMINISTRATION, ELDER_BUSH_ADMINISTRATION = "bush administration", "george h w bush administration"
YEARS_OF_BUSH_THE_ELDER = frozenset({"1989", "1990", "1991", "1992"})
# Of the posts that are spelled out, those that stand before names.
BEFORE_NAMES = frozenset({"sen", "sens", "senators", "rep", "reps", "gov", "governors", "gen", "presidents"})


def call(record: Record, known: Known, families: AbstractSet[str] = frozenset()) -> Called | None:
    """What a chain is called by itself, of the kind that its article says; ``None``: others have to be asked.

    ``families`` are the family names of the people in the article.
    """
    kind = kind_of(record.type)
    if kind is Kind.GROUP and _is_unknown_family(record.name, known, families):
        return Called(Key(kind, plain_key(record.name), within=record.article_id), is_sure=True)
    if not record.is_named:
        return Called(Key(kind, fold(record.name), within=record.chain_id), is_sure=True)
    if state := state_of_party(record.name, record.type):
        return Called(Key(Kind.PLACE, state), is_sure=True)
    if country := country_of(record, known):
        return Called(Key(Kind.PLACE, plain_key(country.name)), type=EntityType.COUNTRY, is_sure=True)
    if _is_known_body(record, known):
        return replace(call_body(record, known), is_sure=True)
    is_of_country = kind is Kind.ORGANIZATION and plain_key(record.name) in parties_of_one_name()
    is_dated = kind not in (Kind.PERSON, Kind.ORGANIZATION, Kind.POSITION) and dated_act(plain_key(record.name))
    return None if kind is Kind.PLACE or is_of_country or is_dated else call_as(kind, record, known)


def _is_unknown_family(name: str, known: Known, families: AbstractSet[str]) -> bool:
    """«the Smiths», whoever they are; not «the Clintons»."""
    family = name.removesuffix("s")
    weights = known.weights(fold(family))
    return family in families - {name} and (
        has_common_family(PersonName(fold(family))) or max(weights.values(), default=0.0) < OFTEN_IN_THE_NEWS
    )


def call_as(kind: Kind, record: Record, known: Known, acts: AbstractSet[str] = frozenset()) -> Called:
    """What a chain is called as one of a kind, but for places; ``acts`` are laws that only their year tells apart."""
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and is_of_a_party(record.name):
        return Called(Key(kind, plain_key(record.name), within=record.chain_id))
    if kind is Kind.PERSON:
        return call_person(record, known)
    if kind is Kind.ORGANIZATION:
        return call_body(record, known)
    if kind is Kind.POSITION:
        return Called(Key(kind, position_key(record.name)))
    text = amendment_key(act_key(plain_key(record.name), acts))
    if kind is Kind.GROUP:
        text = read_facts("bodies.toml")["same_groups"].get(text, text)
    edition = edition_key(text, record.day[:4]) if kind is Kind.EVENT else text
    says_too_little = edition is None or (is_common_word(text) and kind is not Kind.GROUP)
    return Called(Key(kind, edition or text, within=record.article_id if says_too_little else ""))


def position_key(name: str) -> str:
    """«the former Sen.» -> «senator»."""
    words = [SPELLED_OUT[word] if word in BEFORE_NAMES else word for word in plain_key(name).split()]
    while len(words) > 1 and words[0] in {"former", "then", "ex", "a", "an", "the", "acting", "late"}:
        words = words[1:]
    return " ".join(words)


def call_person(record: Record, known: Known) -> Called:
    """«Gov. Jane Doe» -> «jane doe»; whose name is no full one, or several known people's, stays in its article."""
    roles = record.roles
    if record.bodies or "executive" in roles:
        roles -= {"president"}  # of a company
    called = _name_known(record, known)
    meant = known.told(called, roles, record.bodies, name_of_state(record.state))
    name = known.parse(called, record.regnal) if meant is None else fullest_name(meant)
    if meant is None and (not name.is_full or _is_of_several(record, name, known)):
        return Called(Key(Kind.PERSON, name.full_key, within=record.article_id), person=name)
    meant = meant or known.person(called, record.regnal)
    apart = meant.id if meant is not None and known.is_apart(meant) else ""
    return Called(Key(Kind.PERSON, name.full_key, within=apart), person=name)


def _name_known(record: Record, known: Known) -> str:
    """The name of a known person by which the article calls who is once «Hillary Rotten Clinton»."""
    if known.person(record.name) is None:
        return next((surface for surface in record.surfaces if known.person(surface) is not None), record.name)
    return record.name


def _is_of_several(record: Record, name: PersonName, known: Known) -> bool:
    """Whether several who are known bear the name, and no post tells which."""
    return known.is_short_for_several(name) or (
        known.is_of_several(f"{record.regnal} {record.name}".strip())
        and name == known.parse(record.name, record.regnal)
    )


def _name_of_body(record: Record) -> str:
    """«Senate Judiciary Committee» where the article says «Judiciary Committee» as a rule."""
    if not is_local_body(body_key(record.name)):
        return record.name
    whole = (surface for surface in record.surfaces if surface.endswith(f" {record.name}"))
    return next((surface for surface in whole if not is_local_body(body_key(surface))), record.name)


def call_body(record: Record, known: Known) -> Called:
    """«Acme Corp.» -> «acme»; a name that says too little stays in its article."""
    name = _name_of_body(record)
    text = known.key_of_body(name)
    if text == BUSH_ADMINISTRATION and record.day[:4] in YEARS_OF_BUSH_THE_ELDER:
        return Called(Key(Kind.ORGANIZATION, ELDER_BUSH_ADMINISTRATION))
    is_word = is_outlet_or_word(plain_key(name)) and record.type is not EntityType.NEWS_OUTLET
    if not is_word and (body := known.body(name)):
        return Called(Key(kind_of(body.type), text), type=body.type)
    is_word = is_word or (is_common_word(text) and record.type is not EntityType.COMPANY)
    is_word = is_word or (len(text) <= TOO_SHORT and is_acronym(record.name))
    # «the Trump organization» is what runs his campaign, too
    is_word = (
        is_word
        or record.by_place
        or name.endswith(" organization")
        or (record.type is EntityType.SPORTS_TEAM and _is_of_a_place(name, known))
        or (record.type is EntityType.ORGANIZATION and _is_towns(name, known))
    )
    return Called(Key(Kind.ORGANIZATION, text, within=record.article_id if is_word or is_local_body(text) else ""))


def _is_of_a_place(name: str, known: Known) -> bool:
    """«Belgium», «Chicago»: several teams go by the name alone."""
    return country_named(name, as_place=True) is not None or bool(known.places(name))


def _is_towns(name: str, known: Known) -> bool:
    """«Berkeley»: a university and the town's police go by the name alone."""
    return " " not in name and any(place.type is EntityType.CITY for place in known.places(name))


def country_of(record: Record, known: Known) -> Country | None:
    """The country that is meant; «San Marino, Calif.» and «Lebanon, Ohio» are none."""
    kind = kind_of(record.type)
    if kind is not Kind.PLACE and record.type not in (EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY):
        return None
    country = country_named(record.name, as_place=kind is Kind.PLACE)
    is_town = country is not None and country.code != "us" and record.state and state_code(record.state, known)
    return None if is_town else country


def _is_known_body(record: Record, known: Known) -> bool:
    """Whether the name is a known body's; a person or a people is not, unless written as its acronym."""
    body = known.body(record.name)
    if body is None or plain_key(record.name) in parties_of_one_name():
        return False
    if is_outlet_or_word(plain_key(record.name)) and record.type is not EntityType.NEWS_OUTLET:
        return False
    if is_acronym(record.name):
        return True
    kind = kind_of(record.type)
    if len(record.name.split()) == 1:
        return not is_surely_person(record) and known.is_named_by_one_word(body, kind)
    if kind is Kind.PERSON:
        return not is_surely_person(record) and known.is_body_not_person(record.name)
    return kind not in (Kind.GROUP, Kind.POSITION)
