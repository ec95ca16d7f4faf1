"""Words that ran into names, told by the article's other names; the names are given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.run_together import without_neighbors
from newsgraph.model import EntityType


def cut(words: str, *, type_: EntityType = EntityType.PERSON) -> set[str]:
    """The names left of those in square brackets; the last has the type, the others are people."""
    names, tokens, start = [], [], 0
    for word in words.split():
        start = len(tokens) if word.startswith("[") else start
        tokens.append(word.strip("[]"))
        if word.endswith("]"):
            names.append(Name(start, len(tokens), EntityType.PERSON))
    names[-1] = Name(names[-1].start, names[-1].end, type_)
    doc = Doc(spacy.blank("en").vocab, words=tokens)
    return {f"{name.text(doc)} {name.type}" for name in without_neighbors(doc, names)}


@pytest.mark.parametrize(
    "words",
    [
        "[Paul Holm] spoke of his fellow [Harlowite Paul Holm]",
        "[Paul Holm] spoke . [Paul Holm Endorses] Cole , said the headline",
        "[Paul Holm] spoke . [Paul Holm Show Hide] who was he",
        "[Paul Holm] likes photos . [Photos Holm] waved",
    ],
)
def test_what_ran_into_a_name_is_cut(words: str) -> None:
    assert cut(words) <= {"Paul Holm Person", "Holm Person"}


@pytest.mark.parametrize(
    "words",
    [
        "[Paul Holm] and his son [Paul Holm Jr.]",
        "[Paul Holm] and [Jean Paul Holm]",
        "[Mary Holm] and [Mary Holm Cole] and [Cole]",
        "[Mary Ann] and [Mary Ann Quist]",
        "[Paul Holm] and [Chip Holm]",
        "[Chris Van] and [Chris Van Holm]",
    ],
)
def test_another_name_is_left_whole(words: str) -> None:
    longest = max(words.split(" ["), key=len).strip("[]")
    assert f"{longest.split(']')[0]} Person" in cut(words)


def test_a_show_is_no_person_and_a_person_no_body() -> None:
    assert cut("the [Paul Holm Show]") == {"Paul Holm Show Work"}
    assert cut("[Paul Holm] and [State Paul Holm]", type_=EntityType.ORGANIZATION) == {"Paul Holm Person"}
    assert cut("[Paul Holm] and [Paul Holm Fund]", type_=EntityType.ORGANIZATION) == {
        "Paul Holm Person",
        "Paul Holm Fund Organization",
    }
