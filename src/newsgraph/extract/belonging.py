"""Who or what belongs to whom by the words beside the name: «Haniya of Hamas», «Lee (R-Utah)», «Apple's iPhone»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.chains import Found
from newsgraph.extract.mentions import Mentions, is_party_word
from newsgraph.extract.parties import find_memberships
from newsgraph.extract.ties import BESIDE_NAME, BY_PARSE, FoundRelation
from newsgraph.extract.verb_relations import objects_of
from newsgraph.model import EntityType, MentionForm

EMPLOYERS = frozenset({EntityType.NEWS_OUTLET, EntityType.COMPANY})
# «Olle Lund of Chalmers University»: one works there.
EMPLOYING = frozenset(
    {"University", "College", "Institute", "School", "Center", "Centre", "Academy", "Museum", "Hospital"}
)


def find_belonging(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """memberOfParty, memberOf, employedBy, citizenOf and produces where no role is named."""
    names = [mention for mention in mentions.found if mention.form is MentionForm.NAME]
    words = {mention.start: number for number, mention in enumerate(mentions.found) if is_party_word(mention)}
    for membership in find_memberships(doc, names):
        person, party = mentions.at[membership.person[0]], words.get(membership.word)
        if party is not None:
            word = membership.word
            yield FoundRelation(person, "memberOfParty", party, (word, word + 1), BESIDE_NAME, former=membership.former)
    yield from _of_body(doc, mentions)
    yield from _made_by(doc, mentions)


def _of_body(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """«Ismail Haniya of Hamas», «Michael Mueller (SPD)», «Fox News's Sean Hannity», «China's Xi Jinping»."""
    for person, mention in enumerate(mentions.found):
        if mention.type is not EntityType.PERSON or mention.form is not MentionForm.NAME:
            continue
        for body, cue in _bodies(doc, mention, mentions):
            predicate = belongs(mentions, body)
            full = mention.end - mention.start > 1 or doc[cue].dep_ == "poss"
            if predicate is not None and full and mentions.found[body].form is MentionForm.NAME:
                yield FoundRelation(person, predicate, body, (cue, cue + 1), BY_PARSE)


def _bodies(doc: Doc, mention: Found, mentions: Mentions) -> Iterator[tuple[int, int]]:
    """The bodies and countries right beside a name, each with the token that ties it."""
    last = doc[mention.end - 1]
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.lower_ == "of" and after.head.i in range(mention.start, mention.end):
        yield from ((body, after.i) for body in islice(objects_of(after, mentions), 1))
    if after is not None and after.text == "(":
        party = mentions.at.get(mention.end + 1)
        if party is not None and mentions.type(party) is EntityType.POLITICAL_PARTY:
            closes = mentions.found[party].end
            if closes < len(doc) and doc[closes].text == ")":
                yield party, after.i
    modifies = last.dep_ in ("compound", "nmod", "poss", "amod") and last.head.i > last.i
    owner = mentions.at.get(mention.start - 2) if mention.start >= 2 and doc[mention.start - 1].tag_ == "POS" else None
    if owner is not None and not modifies and mentions.found[owner].end == mention.start - 1:
        yield owner, mentions.found[owner].end - 1


def _made_by(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """«Apple's iPhone»."""
    for product, mention in enumerate(mentions.found):
        if mention.type is not EntityType.PRODUCT:
            continue
        last = doc[mention.end - 1]
        if last.dep_ in ("compound", "nmod") and last.head.i > last.i:
            continue  # «Apple's iPhone plant»
        for child in last.children:
            maker = mentions.at.get(child.i) if child.dep_ == "poss" else None
            if maker is not None and mentions.type(maker) is EntityType.COMPANY:
                yield FoundRelation(maker, "produces", product, (mention.start, mention.end), BY_PARSE)


def belongs(mentions: Mentions, body: int) -> str | None:
    """How somebody belongs to a body or country whose name alone stands beside his."""
    type_ = mentions.type(body)
    if type_ is EntityType.COUNTRY:
        return "citizenOf"
    if type_ is EntityType.POLITICAL_PARTY:
        return "memberOfParty"
    if type_ in EMPLOYERS or (type_ in ORGANIZATIONS and not EMPLOYING.isdisjoint(mentions.text(body).split())):
        return "employedBy"
    return "memberOf" if type_ in ORGANIZATIONS else None
