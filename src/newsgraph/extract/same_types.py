"""One article, one type for one name: what most of its mentions are, and what the longer names say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from newsgraph.extract.candidates import POSSESSIVE, Name
from newsgraph.extract.lexicons import (
    STATES_FOR_SHORT,
    country_names,
    demonym_countries,
    given_names,
    known_names,
    us_states,
)
from newsgraph.extract.overlooked import families_of
from newsgraph.extract.short_names import LAST_WORDS, STANDS_FOR
from newsgraph.extract.titles import is_addressed, post_before
from newsgraph.model import EntityType

# So many times as often must a name have another type in the article.
OUTVOTED = 4
THREE = 3
# «*State* declined to comment», «struck down *Roe*», where the article names the department or the ruling in full.
TYPES_OF_SHORT = {"State": EntityType.GOVERNMENT_BODY, "Roe": EntityType.LAW}
# Outlets that bear family names: «*Fox*'s Ana Lund reports».
OUTLETS_LIKE_PEOPLE = frozenset({"Bloomberg", "Fox"})
CAPITAL = "Washington"
WITHIN_COUNTRY = frozenset({"in", "to", "from"})


def same_type_throughout(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """One article, one type for one string; a family name is its bearer's wherever it stands alone."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    families: set[str] = set()
    outlets = _short_for_outlets(doc, names)
    told = {text for name in names for text in TYPES_OF_SHORT if name.text(doc) in STANDS_FOR[text]}
    for name in names:
        if name.country is None:
            votes[name.text(doc)][name.type] += 1
        words = name.words(doc)
        if name.type is EntityType.PERSON and len(words) > 1:
            families.update(families_of(words))
            if len(words) == THREE and words[0] in given_names():
                families.add(" ".join(words[1:]))  # «Christine *Blasey Ford*»
    settled = []
    people_not_countries = {text for text in families & country_names().keys() if not _is_country(doc, text)}
    for name in names:
        text = name.text(doc)
        if name.country is None and text in people_not_countries:
            settled.append(replace(name, type=EntityType.PERSON))
        elif told_type := TYPES_OF_SHORT[text] if text in told else _told_type(doc, name, names, families):
            settled.append(replace(name, type=told_type))
        elif text in families & LAST_WORDS and not _is_behind_the(doc, name):
            settled.append(replace(name, type=EntityType.PERSON))  # «Guardian», the mayor, beside «the Guardian»
        elif name.country is not None or text in known_names():
            settled.append(name)
        elif text in families:
            settled.append(replace(name, type=EntityType.PERSON))
        elif text in outlets and name.type is EntityType.PERSON:
            settled.append(replace(name, type=EntityType.NEWS_OUTLET))  # «Fox News said. *Fox* reported»
        else:
            settled.append(replace(name, type=_outvoted(name.type, votes[text])))
    return settled


def _told_type(doc: Doc, name: Name, names: Sequence[Name], families: Collection[str]) -> EntityType | None:
    """«A *Texas* donor» is no body, «*Fla.*» and «*Washington* insists» nobody, «the *Clintons*» are several."""
    text = name.text(doc)
    if text.removesuffix("s") in families and text not in families and _is_behind_the(doc, name):
        return EntityType.GROUP
    if name.type is EntityType.PERSON and _is_capital(doc, name, names):
        return EntityType.PLACE
    is_state = (text in us_states() and name.type is EntityType.ORGANIZATION) or (
        text in STATES_FOR_SHORT and name.type in (EntityType.ORGANIZATION, EntityType.PERSON)
    )
    return EntityType.REGION if is_state else None


def _is_capital(doc: Doc, name: Name, names: Sequence[Name]) -> bool:
    """«*Washington* insists», but not «Gen. *Washington*», nor in an article that names a person so."""
    return (
        name.text(doc) == CAPITAL
        and not is_addressed(doc, name.start)
        and post_before(doc, name.start) is None
        and not any(other.words(doc)[1:][-1:] == (CAPITAL,) for other in names if other.type is EntityType.PERSON)
    )


def _is_behind_the(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ == "the"


def _is_country(doc: Doc, text: str) -> bool:
    """Whether an article that names one Steve Israel speaks of the country too: of Israelis, or of what is in it."""
    country = country_names()[text]
    return any(demonym_countries().get(token.text) == country for token in doc) or any(
        before.lower_ in WITHIN_COUNTRY and token.text == text for before, token in pairwise(doc)
    )


def _short_for_outlets(doc: Doc, names: Sequence[Name]) -> set[str]:
    """By which an outlet may go where nobody in the article has such a name: its first word, «Times», «Fox»."""
    whole = [name for name in names if name.type is EntityType.NEWS_OUTLET and name.end - name.start > 1]
    outlets = {doc[name.start].text for name in whole} | {doc[name.end - 1].text for name in whole} & LAST_WORDS
    people = [name for name in names if name.type is EntityType.PERSON and name.end - name.start > 1]
    whose = {doc[name.start - 2].text for name in people if name.start > 1 and doc[name.start - 1].text in POSSESSIVE}
    outlets |= OUTLETS_LIKE_PEOPLE & whose
    return outlets - {token.text for name in people for token in doc[name.start : name.end]} - given_names().keys()


def _outvoted(type_: EntityType, votes: Counter[EntityType]) -> EntityType:
    """The type that nearly all the others have; «Leeds» may well be a city here and a team there."""
    most = min(votes, key=lambda t: (-votes[t], t))
    return most if votes[most] >= OUTVOTED * votes[type_] else type_
