"""Kin told of by a pronoun: «his mother, Barbara Bush» is a Bush's, where one is named in the sentence."""

from __future__ import annotations

from newsgraph.extract.mentions import Mentions
from newsgraph.extract.ties import FoundRelation
from newsgraph.model import EntityType, MentionForm

KIN_OF_ONE_NAME = frozenset({"parentOf", "siblingOf"})


def is_of_another_family(relation: FoundRelation, mentions: Mentions) -> bool:
    """Whether the sentence names somebody else of the family name of whom «his mother» or «her brother» is."""
    ends = relation.subject, relation.object
    pronouns = [number for number in ends if mentions.found[number].form is MentionForm.PRONOUN]
    if relation.predicate not in KIN_OF_ONE_NAME or len(pronouns) != 1:
        return False
    (pronoun,) = pronouns
    kin = ends[0] if pronoun == ends[1] else ends[1]
    given, _, family = mentions.text(kin).rpartition(" ")
    named = [
        (number, mention.chain)
        for number, mention in enumerate(mentions.found)
        if given and mention.type is EntityType.PERSON and mentions.text(number).split()[-1] == family
    ]
    if any(chain == mentions.chain(pronoun) for _, chain in named):
        return False
    sentence = mentions.doc[mentions.found[pronoun].start].sent
    return any(
        chain != mentions.chain(kin) and sentence.start <= mentions.found[number].start < sentence.end
        for number, chain in named
    )
