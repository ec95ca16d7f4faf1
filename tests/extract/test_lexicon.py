"""The word lists: each example in them is found, each counter-example is not, and no entry is misspelt."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import spacy
from spacy.tokenizer import Tokenizer

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.pipeline import Pipeline
from newsgraph.extract.relations import LONGEST_ROLE
from newsgraph.extract.titles import LONGEST_POST
from newsgraph.model import Certainty, EntityType, Role, Stance
from tests.extract.reading import Reading, read_texts

RELATIONS = read_toml("relations.toml")["relation"]
EVENTS = read_toml("events.toml")["event"]
CUES = read_toml("cues.toml")
KINDS_OF_CUE = ("verbs", "nouns", "adjectives", "phrases")

ROLES = ("roles", "inverse_roles", "roles_outside_companies")
VERBS = ("verbs", "inverse_verbs", "passive_verbs")
RELATION_WORDS = frozenset({*ROLES, *VERBS, "states", "prepositions"})
RELATION_KEYS = RELATION_WORDS | {
    "predicate",
    "subject",
    "object",
    "object_words",
    "field_of",
    "names_by_of",
    "after_name",
    "by_adjective",
    "bare",
    "owned_only",
    "unsorted",
    "examples",
    "not_examples",
}
EVENT_PREPOSITIONS = frozenset({"with", "to", "into", "against", "on", "of", "for", "in"})
EVENT_KEYS = EVENT_PREPOSITIONS | {
    "type", "verbs", "nouns", "object", "subject_alone", "place_alone", "object_types", "agent_types", "possessor",
    "subject_words", "no_objects", "no_object_types", "not_within", "examples", "not_examples",
}  # fmt: skip

POSITIVE_RELATIONS = [(entry["predicate"], *row) for entry in RELATIONS for row in entry["examples"]]
NEGATIVE_RELATIONS = [(entry["predicate"], text) for entry in RELATIONS for text in entry["not_examples"]]
POSITIVE_EVENTS = [(entry["type"], *row) for entry in EVENTS for row in entry["examples"]]
NEGATIVE_EVENTS = [(entry["type"], text) for entry in EVENTS for text in entry["not_examples"]]


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, Reading]:
    """Every sentence of the lists as an article, read in one batch."""
    rows = [*POSITIVE_RELATIONS, *NEGATIVE_RELATIONS, *POSITIVE_EVENTS, *NEGATIVE_EVENTS]
    texts = sorted({row[1] for row in rows})
    return dict(zip(texts, read_texts(pipeline, texts), strict=True))


@pytest.mark.model
@pytest.mark.parametrize(("predicate", "text", "subject", "target"), POSITIVE_RELATIONS)
def test_a_relation_is_found(
    readings: dict[str, Reading], predicate: str, text: str, subject: str, target: str
) -> None:
    assert (subject, predicate, target) in readings[text].triples()


@pytest.mark.model
@pytest.mark.parametrize(("predicate", "text"), NEGATIVE_RELATIONS)
def test_no_relation_is_found(readings: dict[str, Reading], predicate: str, text: str) -> None:
    assert readings[text].triples(predicate) == set()


@pytest.mark.model
@pytest.mark.parametrize(("type_", "text", "agent", "other"), POSITIVE_EVENTS)
def test_an_event_is_found(readings: dict[str, Reading], type_: str, text: str, agent: str, other: str) -> None:
    (event,) = readings[text].events(type_)
    assert not agent or ("Agent", agent) in event.arguments
    roles = {role for role, name in event.arguments if name == other}
    assert not other or roles & ({str(role) for role in Role} - {"Agent"})


@pytest.mark.model
@pytest.mark.parametrize(("type_", "text"), NEGATIVE_EVENTS)
def test_no_event_is_found(readings: dict[str, Reading], type_: str, text: str) -> None:
    assert readings[text].events(type_) == []


@pytest.mark.parametrize("entry", RELATIONS, ids=lambda entry: entry["predicate"])
def test_a_relation_is_written_as_the_code_reads_it(entry: dict[str, Any]) -> None:
    assert set(entry) <= RELATION_KEYS
    assert RELATION_WORDS & set(entry), "nothing calls it up"
    words = [word for key in RELATION_WORDS for word in entry.get(key, ())]
    assert words == [word.lower() for word in words]
    assert all(len(set(entry[key])) == len(entry[key]) for key in RELATION_WORDS & set(entry)), "a word twice"
    assert {EntityType(name) for name in entry["subject"] + entry["object"]}
    assert entry["examples"]
    assert entry["not_examples"]
    heads = {verb.split()[0] for key in VERBS for verb in entry.get(key, ())}
    assert set(entry.get("states", ())) <= heads, "a state that is no verb of the relation"


@pytest.mark.parametrize("entry", EVENTS, ids=lambda entry: entry["type"])
def test_an_event_is_written_as_the_code_reads_it(entry: dict[str, Any]) -> None:
    assert set(entry) <= EVENT_KEYS
    verbs, nouns = entry.get("verbs", []), entry.get("nouns", [])
    assert verbs + nouns == [word.lower() for word in verbs + nouns] != []
    assert (len(set(verbs)), len(set(nouns))) == (len(verbs), len(nouns)), "a word twice"
    assert {
        Role(entry[key]) for key in EVENT_PREPOSITIONS | {"object", "subject_alone", "possessor"} if key in entry
    } <= set(Role)
    assert {EntityType(name) for name in entry.get("object_types", ())} <= set(EntityType)
    assert entry["examples"]
    assert entry["not_examples"]


def test_each_noun_triggers_one_type_of_event() -> None:
    nouns = Counter(noun for entry in EVENTS for noun in entry.get("nouns", ()))
    assert [noun for noun, times in nouns.items() if times > 1] == []


def test_nouns_that_trigger_events_are_single_words() -> None:
    nouns = [noun for entry in EVENTS for noun in entry.get("nouns", ()) if " " in noun]
    assert nouns == []


def test_cues_are_written_as_the_code_reads_them() -> None:
    assert set(CUES) == {"cue", "noun_content", "clause_only", "sources"}
    for entry in CUES["cue"]:
        assert set(entry) <= {"stance", "certainty", "negated", "attitude", "content", *KINDS_OF_CUE}
        assert Stance(entry["stance"])
        assert Stance(entry.get("negated", "Denied"))
        assert Certainty(entry.get("certainty", "Certain"))
        assert set(entry["content"]) <= {"clause", "noun", "gerund", "infinitive", "of", "on", "for", "complement"}
        words = [word for kind in KINDS_OF_CUE for word in entry.get(kind, ())]
        assert words == [word.lower() for word in words] != []
        assert all((" " in word) == (kind == "phrases") for kind in KINDS_OF_CUE for word in entry.get(kind, ()))


@pytest.mark.parametrize("kind", ["verbs", "nouns", "adjectives", "phrases"])
def test_a_word_gives_one_stance(kind: str) -> None:
    words = Counter(word for entry in CUES["cue"] for word in entry.get(kind, ()))
    assert [word for word, times in words.items() if times > 1] == []


def test_words_that_name_sources_are_lower_case() -> None:
    for words in CUES["sources"].values():
        assert words == [word.lower() for word in words]
    assert set(CUES["sources"]["texts"]) <= set(CUES["sources"]["anonymous"])


@pytest.mark.parametrize("key", ["posts", "kin", "modifiers", "past"])
def test_titles_are_lower_case(key: str) -> None:
    words = read_toml("titles.toml")[key]
    assert words == [word.lower() for word in words]


def test_roles_and_posts_are_no_longer_than_the_code_looks() -> None:
    tokenizer = spacy.blank("en").tokenizer
    roles = [r for e in RELATIONS for k in ROLES for r in e.get(k, ())]
    assert [role for role in roles if _length(tokenizer, role) > LONGEST_ROLE and role not in _kept_whole()] == []
    assert [post for post in read_toml("titles.toml")["posts"] if len(tokenizer(post)) > LONGEST_POST] == []


def _length(tokenizer: Tokenizer, role: str) -> int:
    """How many tokens it is as news writes it: «Lt. Gov.»."""
    return min(len(tokenizer(role)), len(tokenizer(role.title())))


def _kept_whole() -> frozenset[str]:
    """«son-in-law» is one word: the pipeline sees to it."""
    return frozenset(read_toml("titles.toml")["kin"])


def test_a_known_name_has_one_type() -> None:
    names = Counter(name for entry in read_toml("gazetteer.toml").values() for name in set(entry["names"]))
    assert [name for name, times in names.items() if times > 1] == []


def test_the_gazetteer_speaks_of_types_of_the_ontology() -> None:
    assert {EntityType(type_) for type_ in read_toml("gazetteer.toml")} <= set(EntityType)
    assert all(set(entry) == {"names"} for entry in read_toml("gazetteer.toml").values())
