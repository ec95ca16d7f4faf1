"""Who or what belongs to whom by the words beside the name: «Haniya of Hamas», «Lee (R-Utah)», «Apple's iPhone»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.extract.chains import ORGANIZATIONS
from newsgraph.extract.mentions import Mentions, is_party_word
from newsgraph.extract.parties import find_memberships
from newsgraph.extract.ties import BESIDE_NAME, BY_PARSE, FoundRelation
from newsgraph.extract.verb_relations import objects_of
from newsgraph.model import EntityType, MentionForm

EMPLOYERS = frozenset({EntityType.NEWS_OUTLET, EntityType.COMPANY})


def find_belonging(doc: Doc, mentions: Mentions) -> Iterator[FoundRelation]:
    """memberOfParty, memberOf, employedBy and produces where no role is named."""
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
    """«Ismail Haniya of Hamas», «Bill Gale of the Cato Institute»."""
    for person, mention in enumerate(mentions.found):
        full = (
            mention.type is EntityType.PERSON and mention.form is MentionForm.NAME and mention.end - mention.start > 1
        )
        if not full or mention.end >= len(doc) or doc[mention.end].lower_ != "of":
            continue
        preposition = doc[mention.end]
        if preposition.head.i not in range(mention.start, mention.end):
            continue
        for body in objects_of(preposition, mentions):
            if mentions.type(body) in ORGANIZATIONS and mentions.found[body].form is MentionForm.NAME:
                yield FoundRelation(
                    person, _belongs(mentions.type(body)), body, (preposition.i, preposition.i + 1), BY_PARSE
                )
            break


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


def _belongs(type_: EntityType) -> str:
    if type_ is EntityType.POLITICAL_PARTY:
        return "memberOfParty"
    return "employedBy" if type_ in EMPLOYERS else "memberOf"
