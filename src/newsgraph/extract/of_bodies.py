"""Whom bodies have, by the phrase that names the body: «Ugo Tarli of the Filt union», «Petrov's ruling Union Party»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.extract.belonging import belongs
from newsgraph.extract.chains import Found
from newsgraph.extract.past import says_past
from newsgraph.extract.phrases import (
    ARTICLES,
    BODY_NOUNS,
    CLOSING,
    HEADS,
    INNER_TAGS,
    LONGEST_PHRASE,
    LOWER,
    NOUN_TAGS,
    OF_ROLES,
    Names,
    Roles,
    is_of_field,
    role_before,
)
from newsgraph.extract.relation_patterns import fits
from newsgraph.extract.ties import BESIDE_NAME, FoundRelation
from newsgraph.model import EntityType

PLACED = frozenset({EntityType.COUNTRY, EntityType.REGION, EntityType.CITY, EntityType.PLACE})
SAYING = frozenset({"say", "tell", "explain", "add", "warn", "note", "argue", "write", "ask"})
MODIFIED = frozenset({"new", "current", "former", "longtime", "acting", "deputy", "vice", "-", "then"})
# So many words may stand between «the head of» and the comma before the name.
MOST_BETWEEN = 12
PARTY_ADJECTIVES = frozenset(
    {
        "conservative",
        "ruling",
        "governing",
        "own",
        "left",
        "right",
        "far",
        "wing",
        "center",
        "centre",
        "liberal",
        "populist",
    }
    | {
        "opposition",
        "socialist",
        "islamist",
        "pro",
        "centrist",
        "green",
        "leftist",
        "rightist",
        "republican",
        "democratic",
    }
    | {"new", "nationalist"}
)


def body_after(doc: Doc, position: int, names: Names) -> int | None:
    """The body that a phrase leads to: «the [IG Metall] union», «the globalization-critical network [Attac]»."""
    if position < len(doc) and doc[position].lower_ in ARTICLES:
        position += 1
    last = min(len(doc), position + LONGEST_PHRASE)
    while (
        position < last
        and names.at(position) is None
        and (doc[position].tag_ in INNER_TAGS or doc[position].text in ('"', "“"))
    ):
        position += 1
    body = names.starting(position) if position < len(doc) else None
    if body is not None and names.mentions.type(body) in PLACED and names.mentions.found[body].end < len(doc):
        after = names.mentions.found[body].end  # «Tokyo's Hosei University», «the German Left Party»
        body = names.starting(after + 1 if doc[after].tag_ == "POS" else after)
    if body is None or not names.is_body(body):
        return None
    end = names.mentions.found[body].end
    while end < len(doc) and doc[end].lower_ in BODY_NOUNS:
        end += 1
    return None if end < len(doc) and doc[end].tag_ in (*NOUN_TAGS, "POS", "HYPH", "JJ", "VBN") else body


def find_of_body(doc: Doc, person: int, names: Names) -> Iterator[FoundRelation]:
    """«Ugo Tarli of the Filt union», «Aydan Ozal, of the Left Party,», «Svetlana Nova from the Institute».

    «Ana Lund, with the Institute, said …» speaks for it.
    """
    mention = names.mentions.found[person]
    position = mention.end
    if position + 2 >= len(doc) or mention.end - mention.start == 1:
        return
    apart = doc[position].text in (",", "(")
    if apart:
        position += 1
    word = doc[position].lower_
    if word == "from":
        verb = doc[mention.start - 1] if mention.start else None
        moved = verb is not None and verb.pos_ == "VERB" and verb.lemma_ not in SAYING
        if moved or not (apart or doc[position].head.i in range(mention.start, mention.end)):
            return
    elif word not in ("of", "with") or (word == "with" and not apart):
        return
    body = body_after(doc, position + 1, names)
    if word == "with" and (body is None or not _says(doc, names.mentions.found[body].end)):
        return
    if body is not None and not (word == "from" and apart and _ends_the_clause(doc, position, body, mention, names)):
        yield from belonging(person, body, position, names)


def _says(doc: Doc, comma: int) -> bool:
    """«…, said»; «Ana Lund, with the Institute, sued Acme» may have gone with it."""
    return comma + 1 < len(doc) and doc[comma].text == "," and doc[comma + 1].lemma_ in SAYING


def _ends_the_clause(doc: Doc, preposition: int, body: int, person: Found, names: Names) -> bool:
    """«the inquiry, led by Ana Lund, *from the Institute*.»: it was led from there."""
    tied = doc[preposition].head.i in range(person.start, person.end)
    after = names.mentions.found[body].end
    return not tied and (after >= len(doc) or doc[after].text != ",")


def belonging(person: int, body: int, cue: int, names: Names) -> Iterator[FoundRelation]:
    """The tie of a person to the body whose name alone stands beside his."""
    predicate = belongs(names.mentions, body)
    if predicate is not None:
        yield FoundRelation(person, predicate, body, (cue, cue + 1), BESIDE_NAME)


def find_after_head_of(doc: Doc, person: int, start: int, names: Names) -> Iterator[FoundRelation]:
    """«The head of the Halo think tank in Munich, [Clara Lund], …»: the parse ties her to Munich or to Halo."""
    mention = names.mentions.found[person]
    comma = start - 1 - (start >= 2 and doc[start - 1].text in ('"', "”"))
    if comma < 3 or doc[comma].text != "," or mention.end >= len(doc) or doc[mention.end].text not in CLOSING:
        return
    for of in range(comma - 2, max(doc[comma].sent.start, comma - MOST_BETWEEN) - 1, -1):
        role = role_before(doc, max(0, of - 3), of) if doc[of].lower_ == "of" and names.at(of) is None else None
        if role is None or doc[role[0] - 1].lower_ not in ARTICLES | MODIFIED:
            continue
        body = body_after(doc, of + 1, names)
        if body is None or not _fills(doc, names.mentions.found[body].end, comma) or not _begins(doc, role[0]):
            return
        yield from by_role_of(doc, person, body, role, of, names)
        return


def _begins(doc: Doc, role: int) -> bool:
    """The role begins the clause or follows a verb of saying: «Later, the head of …», «said the head of …»."""
    start = role
    while start > doc[role].sent.start and (doc[start - 1].lower_ in ARTICLES | MODIFIED):
        start -= 1
    before = doc[start - 1] if start > doc[role].sent.start else None
    return before is None or before.text in (",", '"', "”") or before.lemma_ in SAYING or before.is_space


def _fills(doc: Doc, start: int, end: int) -> bool:
    """Nothing but «economic think tank in Munich» and the like stands between the body and the comma."""
    return all(
        token.tag_ in INNER_TAGS
        or token.lower_ in ("in", "of", "the")
        or token.tag_ == "POS"
        or token.text in ('"', "(", ")")
        for token in doc[start:end]
    )


def by_role_of(
    doc: Doc, person: int, body: int, role: tuple[int, Roles], end: int, names: Names
) -> Iterator[FoundRelation]:
    """The relations that the role before «of» says: «leader of the IG Metall union»."""
    before = doc[role[0] - 1] if role[0] else None
    lower = before is not None and (before.lower_ in LOWER or before.text == "-" or is_of_field(doc, role[0]))
    past = says_past(doc, role[0])
    for pattern, inverse in role[1]:
        if (
            inverse
            or "of" not in pattern.prepositions
            or pattern.predicate not in OF_ROLES
            or (lower and pattern.predicate.startswith(HEADS))
        ):
            continue
        if fits(pattern, person, body, names.mentions):
            yield FoundRelation(person, pattern.predicate, body, (role[0], end), BESIDE_NAME, past)


def find_own_party(doc: Doc, person: int, names: Names) -> Iterator[FoundRelation]:
    """«Ana Petrov's conservative Union Party»; not «Petrov's allied Union Party», «Petrov's Union Party rivals»."""
    end = names.mentions.found[person].end
    if end + 1 >= len(doc) or doc[end].tag_ != "POS":
        return
    position = end + 1
    while position < len(doc) and (doc[position].lower_ in PARTY_ADJECTIVES or doc[position].tag_ == "HYPH"):
        position += 1
    party = names.starting(position) if position < len(doc) else None
    if party is None or names.mentions.type(party) is not EntityType.POLITICAL_PARTY:
        return
    after = names.mentions.found[party].end
    if after < len(doc) and (doc[after].tag_ in (*NOUN_TAGS, "POS", "HYPH") and doc[after].lower_ != "party"):
        return
    yield FoundRelation(person, "memberOfParty", party, (end, end + 1), BESIDE_NAME)
