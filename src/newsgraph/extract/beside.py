"""People by the words right before and after their names: «Angolan preacher João Silva», «Silva, a retired runner»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.listed import find_in_lists, find_presidents
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.of_bodies import (
    belonging,
    body_after,
    by_role_of,
    find_after_head_of,
    find_of_body,
    find_own_party,
)
from newsgraph.extract.past import says_past
from newsgraph.extract.phrases import (
    ARTICLES,
    CLOSING,
    HEADS,
    INNER_TAGS,
    LONGEST_PHRASE,
    LOWER,
    NOUN_TAGS,
    OF_ROLES,
    SIDES,
    LeadIn,
    Names,
    is_bare,
    is_in_passing,
    is_narrowed,
    is_of_field,
    lead_in,
    role_before,
)
from newsgraph.extract.relation_patterns import Pattern, fits
from newsgraph.extract.surface import surface
from newsgraph.extract.ties import BESIDE_NAME, FoundRelation
from newsgraph.model import EntityType, MentionForm

# «Ana Petrov, Treasury Secretary *pick* Jonas Lind»: what is read as a verb.
CHOSEN = frozenset({"choice", "hopeful", "pick"})
# «the Senate Republican leader» leads the Republicans there.


def find_beside(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """What people are and belong to by the phrase before or after the name."""
    names = Names(mentions)
    for person in names.people():
        start = mentions.found[person].start
        while start and titles.is_honorific(doc[start - 1].text):
            start -= 1
        yield from _before(doc, person, start, names)
        yield from _before_comma(doc, person, start, names)
        yield from _after(doc, person, names)
        yield from find_of_body(doc, person, names)
        yield from find_after_head_of(doc, person, start, names)
        yield from find_own_party(doc, person, names)
    yield from _by_phrase(doc, names)
    yield from find_in_lists(doc, names)
    yield from find_presidents(doc, names)


def _is_people(number: int, names: Names) -> bool:
    """«[Norwegian] Jonas Lind»: a country by its adjective."""
    return (
        names.mentions.type(number) is EntityType.COUNTRY and names.mentions.found[number].form is MentionForm.NOMINAL
    )


def _before(doc: Doc, person: int, end: int, names: Names) -> Iterator[FoundRelation]:
    """«German author and journalist [Carla Emmer]», «Dortmund coach [Ulf Klopp]», «Wacker's young [Anke Sutter]»."""
    lead = lead_in(doc, end, names)
    if lead is None:
        return
    yield from _by_role(doc, person, lead, names)
    between = doc[lead.start : lead.end]
    for token in between[1:-1]:
        if token.lower_ == "and":
            yield from _by_role(doc, person, replace(lead, end=token.i), names)
    mention = names.mentions.found[person]
    full = mention.end - mention.start > 1 and not _modifies(doc, mention.end)
    if (
        not between
        and full
        and _is_people(lead.owner, names)
        and doc[lead.start - 1].head.i in range(mention.start, mention.end)
    ):
        yield FoundRelation(person, "citizenOf", lead.owner, (lead.start - 1, lead.start), BESIDE_NAME)
    plain = len(between) > 0 and all(token.tag_ in ("JJ", "VBN") for token in between)
    if lead.possessive and plain and names.is_body(lead.owner) and full:
        yield from belonging(person, lead.owner, lead.start, names)


def _before_comma(doc: Doc, person: int, start: int, names: Names) -> Iterator[FoundRelation]:
    """«Italy's prime minister at the time, [Ugo Bini]», «Greenpeace's energy expert, [Frida Thiel]»."""
    end, mention = start - 1, names.mentions.found[person]
    if end < 1 or doc[end].text != "," or mention.end >= len(doc) or doc[mention.end].text not in CLOSING:
        return
    then = surface(doc, max(0, end - 3), end).lower() in ("at the time", "back then")
    lead = lead_in(doc, end - 3 if then else end, names)
    if lead is not None and lead.possessive and (then or doc[mention.end - 1].dep_ == "appos"):
        yield from _by_role(doc, person, lead, names, former=then)


def _by_role(doc: Doc, person: int, lead: LeadIn, names: Names, *, former: bool = False) -> Iterator[FoundRelation]:
    """The relations of the role that the lead-in ends with."""
    role = role_before(doc, lead.start, lead.end)
    mentions = names.mentions
    if role is None or mentions.type(lead.owner) is EntityType.PERSON:
        return
    start, patterns = role
    between = doc[lead.start : start]
    if any(titles.is_not_yet(token.text) for token in between):
        return
    owner = mentions.found[lead.owner]
    hyphen = owner.start - 1 if owner.start and doc[owner.start - 1].text in ("-", "–") else owner.start
    word = doc[owner.start - 1].lower_ if owner.start else ""
    # «Deputy FBI Director», «Democratic Senate leader»
    lower = word in LOWER or (word in SIDES and doc[lead.end - 1].lower_ == "leader")
    past = former or titles.is_past(between.text) or says_past(doc, owner.start)
    past = past or (hyphen > 0 and titles.is_past(doc[hyphen - 1].text))
    for pattern, inverse in patterns:
        of_part = lower or _has_field(doc, lead.end) or is_of_field(doc, start)
        if (of_part and pattern.predicate.startswith(HEADS)) or pattern.predicate not in OF_ROLES:
            continue
        if (
            not inverse
            and _applies(doc, pattern, lead, start)
            and fits(pattern, person, lead.owner, mentions, owned=lead.possessive)
        ):
            yield FoundRelation(
                person,
                pattern.predicate,
                lead.owner,
                (start, lead.end),
                BESIDE_NAME,
                past and not pattern.by_adjective,
            )


def _has_field(doc: Doc, end: int) -> bool:
    """«the White House director [of intergovernmental affairs]»."""
    return end < len(doc) and doc[end].lower_ == "of"


def _modifies(doc: Doc, end: int) -> bool:
    """«the party's liberal [Elizabeth Lund] wing»: the name only says which."""
    return end < len(doc) and doc[end].tag_ in (*NOUN_TAGS, "HYPH")


def _applies(doc: Doc, pattern: Pattern, lead: LeadIn, role: int) -> bool:
    """«CIA station chief», «deputy FBI director» head nothing; «a NATO expert» is not of NATO, «NATO's expert» is."""
    between = doc[lead.start : role]
    if pattern.predicate.startswith(HEADS):
        fields = pattern.predicate == "ministerOf"
        if any(token.lower_ in LOWER | SIDES for token in between) or (
            not fields and is_narrowed(doc, lead.start, role)
        ):
            return False
    if pattern.predicate == "spokespersonFor" and is_narrowed(doc, lead.start, role):
        return False  # «U.N. refugee agency spokeswoman»
    if pattern.bare and not is_bare(doc, lead.start, role):
        return False
    return lead.possessive or not pattern.owned_only


def _after(doc: Doc, person: int, names: Names) -> Iterator[FoundRelation]:
    """«Moses Asa, a retired Ugandan athlete», «Gerda Dux, an expert at Oxfam», «Ben Lind, also from Norway,»."""
    position = names.mentions.found[person].end
    if position + 2 >= len(doc) or doc[position].text not in (",", "(") or is_in_passing(doc[position - 1]):
        return
    position += 1
    if doc[position].tag_ == "CC":
        return  # «an aide to Ana Petrov, and afterwards counsel of Acme»
    if doc[position].lower_ in ("also", "himself", "herself"):
        position += 1
    if doc[position].lower_ == "from":
        yield from _from_country(doc, person, position, names)
        return
    if doc[position].lower_ in ARTICLES:
        position += 1
    end = position
    while (
        end < len(doc)
        and end - position < LONGEST_PHRASE
        and (doc[end].tag_ in INNER_TAGS or doc[end].lower_ == "and" or names.at(end) is not None)
    ):
        end += 1
    if end - position == LONGEST_PHRASE or _begins_clause(doc, position, end) or _names_person(position, end, names):
        return
    if end < len(doc) and doc[end].lower_ in CHOSEN:
        return
    for stop in range(position + 1, end + 1):
        ends_group = stop == end or doc[stop].lower_ == "and"
        if ends_group and names.at(stop - 1) is None:
            lead = lead_in(doc, stop, names)
            if lead is not None and names.mentions.found[lead.owner].start >= position:
                yield from _by_role(doc, person, lead, names)
            yield from _with_body(doc, person, position, stop, names)


def _names_person(start: int, end: int, names: Names) -> bool:
    """«Ana Petrov, former Virginia Senator Jonas Lind and …»: the words lead to somebody else."""
    found = (names.at(token) for token in range(start, end))
    return any(number is not None and names.mentions.type(number) is EntityType.PERSON for number in found)


def _begins_clause(doc: Doc, start: int, end: int) -> bool:
    """«According to Ana Petrov, the Norwegian novelist died»: the words begin a clause of their own."""
    if start < end < len(doc) and doc[end].tag_ in ("MD", "VBD", "VBZ"):
        return True
    return start < end and any(token.dep_ in ("nsubj", "nsubjpass") and token.head.i >= end for token in doc[start:end])


def _from_country(doc: Doc, person: int, position: int, names: Names) -> Iterator[FoundRelation]:
    country = names.starting(position + 1)
    if country is None or names.mentions.type(country) is not EntityType.COUNTRY:
        return
    end = names.mentions.found[country].end
    if end < len(doc) and doc[end].text in CLOSING:
        yield FoundRelation(person, "citizenOf", country, (position, position + 1), BESIDE_NAME)


def _with_body(doc: Doc, person: int, start: int, end: int, names: Names) -> Iterator[FoundRelation]:
    """«an expert on energy policy at the Council», «a political scientist with the Institute»."""
    role = role_before(doc, start, end)
    if role is None or end >= len(doc):
        return
    position = end
    of = body_after(doc, position + 1, names) if doc[position].lower_ == "of" else None
    if of is not None:
        yield from by_role_of(doc, person, of, role, end, names)
    if doc[position].lower_ in ("on", "in", "for", "of") and doc[position].tag_ == "IN":
        position += 1
        while position < min(len(doc), end + LONGEST_PHRASE) and (
            doc[position].tag_ in INNER_TAGS or doc[position].lower_ in ("and", "the", "of")
        ):
            position += 1
    if position >= len(doc) or doc[position].lower_ not in ("at", "with"):
        return
    body = body_after(doc, position + 1, names)
    for pattern, inverse in role[1]:
        if (
            body is not None
            and not inverse
            and pattern.predicate in ("employedBy", "educatedAt")
            and doc[position].lower_ in pattern.prepositions
            and fits(pattern, person, body, names.mentions)
        ):
            past = says_past(doc, role[0]) or titles.is_past(surface(doc, start, role[0]))
            yield FoundRelation(person, pattern.predicate, body, (role[0], end), BESIDE_NAME, past)


def _by_phrase(doc: Doc, names: Names) -> Iterator[FoundRelation]:
    """«Dynamo lost. The [Ukrainian club] went home»; «Guerrera left. The [Peruvian striker] had scored»."""
    found = names.mentions.found
    named = {mention.chain for mention in found if mention.form is MentionForm.NAME}
    for number, mention in enumerate(found):
        if mention.form is not MentionForm.NOMINAL or mention.chain not in named or mention.end - mention.start < 2:
            continue
        lead = lead_in(doc, mention.end, names)
        if lead is None or found[lead.owner].start < mention.start or lead.owner == number:
            continue
        yield from _by_role(doc, number, lead, names)
