"""Events: what happened, to whom, where and when. The triggers are data: events.toml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.chains import Found
from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.mentions import Mentions
from newsgraph.extract.names import PLACES
from newsgraph.extract.surface import tokens_of
from newsgraph.extract.verb_relations import named_by
from newsgraph.model import EntityType, Role

ACTORS = ORGANIZATIONS | {EntityType.PERSON, EntityType.GROUP, EntityType.COUNTRY, EntityType.ANONYMOUS_SOURCE}
THINGS = frozenset({EntityType.LAW, EntityType.PRODUCT, EntityType.WORK, EntityType.EVENT})
PARTICIPANTS = ACTORS | PLACES | THINGS
WHERE = PLACES | {EntityType.FACILITY}
MENTIONABLE = PARTICIPANTS | WHERE
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside"})
# Prepositions whose complement takes the same role whatever the event.
COMMON_ROLES = {"about": Role.TOPIC, "over": Role.TOPIC}
BY_VERB, BY_NOUN = 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Kind:
    """An event type's roles."""

    type: str
    object: Role
    subject_alone: Role
    by_preposition: dict[str, Role]
    place_alone: bool
    object_types: frozenset[EntityType]
    agent_types: frozenset[EntityType]
    possessor: Role
    subject_words: frozenset[str]
    no_objects: frozenset[str]
    no_object_types: frozenset[EntityType]
    not_within: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event in tokens; arguments index the mentions, the time the time expressions."""

    type: str
    trigger: tuple[int, int]
    arguments: tuple[tuple[Role, int], ...]
    time: int | None
    confidence: float


@cache
def triggers() -> tuple[dict[str, tuple[tuple[Kind, tuple[str, ...]], ...]], dict[str, Kind]]:
    """Verb lemma -> its kinds, each with the words that must follow; noun -> kind."""
    verbs: dict[str, list[tuple[Kind, tuple[str, ...]]]] = defaultdict(list)
    nouns: dict[str, Kind] = {}
    for entry in read_toml("events.toml")["event"]:
        by_preposition = {
            key: Role(value)
            for key, value in entry.items()
            if key in ("with", "to", "into", "against", "on", "of", "for", "in")
        }
        kind = Kind(
            entry["type"],
            Role(entry.get("object", "Patient")),
            Role(entry.get("subject_alone", "Agent")),
            by_preposition,
            entry.get("place_alone", False),
            frozenset(EntityType(t) for t in entry.get("object_types", ())),
            frozenset(EntityType(t) for t in entry.get("agent_types", ())),
            Role(entry.get("possessor", entry.get("subject_alone", "Agent"))),
            frozenset(entry.get("subject_words", ())),
            frozenset(entry.get("no_objects", ())),
            frozenset(EntityType(t) for t in entry.get("no_object_types", ())),
            frozenset(entry.get("not_within", ())),
        )
        for verb in entry.get("verbs", ()):
            lemma, *rest = verb.split()
            verbs[lemma].append((kind, tuple(rest)))
        for noun in entry.get("nouns", ()):
            nouns[noun] = kind
    return {lemma: tuple(sorted(kinds, key=lambda k: -len(k[1]))) for lemma, kinds in verbs.items()}, nouns


def find_events(doc: Doc, found: Sequence[Found], times: Sequence[tuple[int, int]]) -> list[FoundEvent]:
    """The events of an article in the order of their triggers.

    An event is kept when somebody takes part in it, and another participant, a place or a time is known.
    ``times`` are the time expressions as token ranges.
    """
    mentions = Mentions(doc, found)
    events = []
    for token in tokens_of(doc, "VERB", "NOUN", "PROPN"):
        event = None
        if token.pos_ == "VERB":
            event = _verbal(token, mentions, times)
        elif mentions.of(token) is None:
            event = _nominal(token, mentions, times)
        if event is not None and _is_full(event, mentions):
            events.append(event)
    return events


def _is_full(event: FoundEvent, mentions: Mentions) -> bool:
    actors = {
        mentions.chain(n) for role, n in event.arguments if role is not Role.PLACE and mentions.type(n) in PARTICIPANTS
    }
    chains = {mentions.chain(n) for _, n in event.arguments}
    if event.type in _place_alone() and chains:
        return True
    acts = any(mentions.type(n) in ACTORS for role, n in event.arguments if role is not Role.PLACE)
    return acts and (len(chains) > 1 or (bool(actors) and event.time is not None))


@cache
def _place_alone() -> frozenset[str]:
    verbs, nouns = triggers()
    kinds = [kind for entries in verbs.values() for kind, _ in entries] + list(nouns.values())
    return frozenset(kind.type for kind in kinds if kind.place_alone)


def _verbal(verb: Token, mentions: Mentions, times: Sequence[tuple[int, int]]) -> FoundEvent | None:
    for kind, rest in triggers()[0].get(verb.lemma_.lower(), ()):
        if not _continues(verb, rest) or _means_something_else(verb, kind, rest, mentions):
            continue
        arguments = dict.fromkeys(_verb_arguments(verb, kind, rest, mentions))
        if arguments and _fits(kind, arguments, mentions):
            return FoundEvent(kind.type, (verb.i, verb.i + 1), tuple(arguments), _time_of(verb, times), BY_VERB)
    return None


def _fits(kind: Kind, arguments: Iterable[tuple[Role, int]], mentions: Mentions) -> bool:
    """Whether who does it and to whom are of types that fit: one releases persons, not reports."""
    for role, types in ((kind.object, kind.object_types), (Role.AGENT, kind.agent_types)):
        if types and not any(found is role and mentions.type(n) in types for found, n in arguments):
            return False
    return True


def _means_something_else(verb: Token, kind: Kind, rest: tuple[str, ...], mentions: Mentions) -> bool:
    """«sell out», «sign on», «fire back»; a hall that «explodes» in cheers; «kill a bill»; «leads in the poll»."""
    if any(child.dep_ == "prt" and child.lower_ not in rest for child in verb.children):
        return True
    if any(_is_no_object(child, kind, mentions) for child in verb.children if child.dep_ in ("dobj", "nsubjpass")):
        return True
    within = (pobj for child in verb.children if child.dep_ == "prep" for pobj in child.children)
    if any(word.lemma_.lower() in kind.not_within for word in within):
        return True
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return bool(kind.subject_words) and not any(child.lemma_.lower() in kind.subject_words for child in subjects)


def _is_no_object(noun: Token, kind: Kind, mentions: Mentions) -> bool:
    number = mentions.of(noun)
    return noun.lemma_.lower() in kind.no_objects or (
        number is not None and mentions.type(number) in kind.no_object_types
    )


def _continues(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether the words that must follow the verb hang on it in the parse."""
    current = verb
    for word in rest:
        following = next((c for c in current.children if c.lower_ == word and c.i > verb.i), None)
        if following is None:
            return False
        current = following
    return True


def _verb_arguments(verb: Token, kind: Kind, rest: tuple[str, ...], mentions: Mentions) -> Iterator[tuple[Role, int]]:
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN"
    )
    objects = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    subject_role = Role.AGENT if objects or passive else kind.subject_alone
    for number in _subject_numbers(verb, mentions):
        yield (kind.object if passive else subject_role), number
    for child in objects:
        for number in _with_conjuncts(child, mentions):
            yield (
                kind.object if mentions.type(number) not in WHERE or kind.object is not Role.AGENT else Role.PLACE,
                number,
            )
        if mentions.of(child) is None:
            for preposition in (c for c in child.children if c.dep_ == "prep" and c.lower_ != "of"):
                yield from _noun_preposition(preposition, kind, mentions)
    for child in verb.children:
        if child.dep_ == "agent":
            yield from ((Role.AGENT, n) for n in _prepositional(child, mentions))
        elif child.dep_ == "dative":
            yield from (
                (Role.RECIPIENT, n)
                for n in (_with_conjuncts(child, mentions) if child.pos_ != "ADP" else _prepositional(child, mentions))
            )
        elif child.dep_ in ("prep", "prt"):
            yield from _by_preposition(child, kind, rest, mentions)


def _by_preposition(
    preposition: Token, kind: Kind, rest: tuple[str, ...], mentions: Mentions
) -> Iterator[tuple[Role, int]]:
    word = preposition.lower_
    if rest and word == rest[-1] and len(rest) == 1:
        role = kind.by_preposition.get(word, kind.object)
        yield from ((role, n) for n in _prepositional(preposition, mentions))
        return
    for number in _prepositional(preposition, mentions):
        if word in PLACE_PREPOSITIONS and mentions.type(number) in WHERE:
            yield Role.PLACE, number
        elif word in kind.by_preposition and word != "of":
            yield kind.by_preposition[word], number
        elif word in COMMON_ROLES:
            yield COMMON_ROLES[word], number


def _prepositional(preposition: Token, mentions: Mentions) -> list[int]:
    return [n for child in preposition.children if child.dep_ == "pobj" for n in _with_conjuncts(child, mentions)]


def _with_conjuncts(token: Token, mentions: Mentions) -> list[int]:
    tokens = [token, *(c for c in token.conjuncts if c.i > token.i)]
    numbers = [n for t in tokens if not _owns(t) and (n := mentions.of(t)) is not None]
    return [n for n in numbers if mentions.type(n) in MENTIONABLE]


def _owns(token: Token) -> bool:
    """«voted against Feinstein's plan»: not against Feinstein."""
    return any(child.tag_ == "POS" for child in token.children)


def _subject_numbers(verb: Token, mentions: Mentions) -> list[int]:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            head = named_by(verb.head, mentions) if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
            return [n for n in _with_conjuncts(head, mentions) if mentions.found[n].start < verb.i]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        number = mentions.of(verb.head)
        return [number] if number is not None else []
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "auxpass" for c in verb.children):
        return (
            _subject_numbers(verb.head, mentions) if not any(c.dep_ == "nsubjpass" for c in verb.head.children) else []
        )
    if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" and not _has_another_doer(verb):
        return _subject_numbers(verb.head, mentions)
    return []


def _has_another_doer(verb: Token) -> bool:
    """«urged Trump to fire», «called on Russia to release»: not the subject of the upper verb."""
    return any(
        child.dep_ == "dobj" or (child.lower_ in ("on", "upon", "for") and child.i < verb.i)
        for child in verb.head.children
    )


def _nominal(noun: Token, mentions: Mentions, times: Sequence[tuple[int, int]]) -> FoundEvent | None:
    kind = triggers()[1].get(noun.lower_)
    if kind is None or noun.dep_ in ("compound", "amod"):
        return None
    arguments: dict[tuple[Role, int], None] = {}
    whose = [child for child in noun.children if child.dep_ == "poss"]
    done_to_another = kind.by_preposition.get("of") is Role.PATIENT and any(
        child.lower_ == "of" and _prepositional(child, mentions) for child in noun.children
    )  # «Clinton's nomination of Garland»; «Garland's nomination»
    for child in noun.children:
        if child.dep_ == "poss":
            number = mentions.of(child)
            if number is not None and mentions.type(number) in PARTICIPANTS:
                arguments[Role.AGENT if done_to_another else kind.possessor, number] = None
        elif child.dep_ == "prep":
            if child.lower_ in ("between", "among") or child.lower_ == "by":
                arguments.update(dict.fromkeys((Role.AGENT, n) for n in _prepositional(child, mentions)))
            else:
                arguments.update(dict.fromkeys(_noun_preposition(child, kind, mentions)))
    if not whose and noun.dep_ == "dobj" and _is_light(noun.head):
        arguments.update(dict.fromkeys((Role.AGENT, n) for n in _subject_numbers(noun.head, mentions)))
        for child in noun.head.children:
            if child.dep_ == "prep":
                arguments.update(dict.fromkeys(_noun_preposition(child, kind, mentions)))
    if not arguments:
        return None
    return FoundEvent(kind.type, (noun.i, noun.i + 1), tuple(arguments), _time_of(noun, times), BY_NOUN)


def _is_light(verb: Token) -> bool:
    """«holds a meeting»; not «holds up a nomination»."""
    particle = any(child.dep_ == "prt" for child in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_ in LIGHT_VERBS and not particle


LIGHT_VERBS = frozenset(
    {
        "hold",
        "have",
        "impose",
        "sign",
        "reach",
        "make",
        "file",
        "launch",
        "open",
        "conduct",
        "take",
        "strike",
        "announce",
        "begin",
        "start",
        "lead",
        "give",
        "attend",
        "issue",
        "bring",
        "declare",
    }
)


def _noun_preposition(preposition: Token, kind: Kind, mentions: Mentions) -> Iterator[tuple[Role, int]]:
    word = preposition.lower_
    for number in _prepositional(preposition, mentions):
        if word in kind.by_preposition and not (word in PLACE_PREPOSITIONS and mentions.type(number) not in WHERE):
            yield kind.by_preposition[word], number
        elif word in PLACE_PREPOSITIONS and mentions.type(number) in WHERE:
            yield Role.PLACE, number


def _time_of(trigger: Token, times: Sequence[tuple[int, int]]) -> int | None:
    """The time expression that hangs on the trigger, with no other verb between."""
    best: int | None = None
    for number, (start, end) in enumerate(times):
        head = trigger.doc[start:end].root
        for _ in range(4):
            head = head.head
            if head == trigger or (
                head.pos_ == "VERB" and trigger.dep_ == "dobj" and trigger.head == head and head.lemma_ in LIGHT_VERBS
            ):
                distance = abs(start - trigger.i)
                if best is None or distance < abs(times[best][0] - trigger.i):
                    best = number
                break
            if head.pos_ == "VERB" or head.head == head:
                break
    return best
