"""What is said of several names at once: «German carmakers Opel, Audi and BMW», «Presidents Petrov of Brazil and …»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.past import says_past
from newsgraph.extract.phrases import HEADS, OF_ROLES, Names, is_bare, is_narrowed, lead_in, role_before
from newsgraph.extract.relation_patterns import fits
from newsgraph.extract.surface import all_lower, surface
from newsgraph.extract.ties import BESIDE_NAME, FoundRelation
from newsgraph.model import EntityType


def find_in_lists(doc: Doc, names: Names) -> Iterator[FoundRelation]:
    """«German carmakers Opel, Audi and BMW»; «Nigerian authors such as Abu Ibra and Chima Adi»."""
    for token in doc:
        end = token.i + 1
        heads = token.tag_ == "VBZ" and token.dep_ in (
            "compound",
            "nmod",
        )  # «Commerzbank [heads] Olga Lund and Jan Bek»
        if not (heads or token.tag_ in ("NNS", "NNPS")) or names.at(token.i) is not None or end >= len(doc):
            continue
        lead = lead_in(doc, end, names)
        role = None if lead is None else role_before(doc, lead.start, end, plural=True)
        if lead is None or role is None or lead.possessive:
            continue
        for number in _listed(doc, _list_start(doc, end), names):
            for pattern, inverse in role[1]:
                narrowed = pattern.predicate.startswith(HEADS)
                if (
                    not inverse
                    and pattern.predicate in OF_ROLES
                    and not pattern.owned_only
                    and not (narrowed and is_narrowed(doc, lead.start, role[0]))
                    and not (pattern.bare and not is_bare(doc, lead.start, role[0]))
                    and fits(pattern, number, lead.owner, names.mentions)
                ):
                    past = titles.is_past(surface(doc, lead.start, role[0])) or says_past(doc, lead.start)
                    yield FoundRelation(number, pattern.predicate, lead.owner, (role[0], end), BESIDE_NAME, past)


def _list_start(doc: Doc, position: int) -> int:
    """Past «such as», «, including», «like»."""
    first = position
    if doc[position].text == "," and position + 1 < len(doc):
        position += 1
    if doc[position].lower_ in ("including", "like"):
        return position + 1
    if surface(doc, position, position + 2).lower() in ("such as", "among them"):
        return position + 2
    return first


def _listed(doc: Doc, position: int, names: Names) -> list[int]:
    """The names of one list, all of one type: «Opel, Audi and BMW»."""
    listed: list[int] = []
    while position < len(doc):
        number = names.starting(position)
        if number is None or (listed and not _are_alike(number, listed[0], names)):
            break
        listed.append(number)
        position = names.mentions.found[number].end
        last = False
        while position < len(doc) and (doc[position].text == "," or doc[position].lower_ in ("and", "&")):
            last = last or doc[position].lower_ in ("and", "&")
            position += 1
        if doc[position - 1].text != "," and not last:
            break
    return listed


def _are_alike(one: int, other: int, names: Names) -> bool:
    types = names.mentions.type(one), names.mentions.type(other)
    return types[0] is types[1] or (names.is_body(one) and names.is_body(other))


def find_presidents(doc: Doc, names: Names) -> Iterator[FoundRelation]:
    """«Presidents Ana Petrov of Brazil, Boris Lind of Russia and …»: each of his country."""
    for presidents in (i for i, word in enumerate(all_lower(doc)) if word == "presidents"):
        position = presidents + 1
        while position < len(doc):
            person = names.starting(position)
            of = names.mentions.found[person].end if person is not None else len(doc)
            country = names.starting(of + 1) if of + 1 < len(doc) and doc[of].lower_ == "of" else None
            if person is None or country is None or names.mentions.type(country) is not EntityType.COUNTRY:
                break
            if names.mentions.type(person) is EntityType.PERSON:
                yield FoundRelation(person, "headOfStateOf", country, (presidents, presidents + 1), BESIDE_NAME)
            position = names.mentions.found[country].end
            while position < len(doc) and (doc[position].text == "," or doc[position].lower_ == "and"):
                position += 1
