"""What a sentence says of whom a pronoun can mean; the parse is real, the pronoun is given in square brackets."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Token

from newsgraph.config import DEFAULT_MODEL
from newsgraph.extract.chains import quoted_tokens
from newsgraph.extract.pronouns import is_anybody, is_empty, speakers_beside, subject_of_owner, subject_of_self

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


def marked(nlp: spacy.language.Language, text: str) -> Token:
    """The token in square brackets."""
    place = text.index("[")
    return next(token for token in nlp(text.replace("[", "").replace("]", "")) if token.idx == place)


@pytest.mark.parametrize(
    ("text", "stands_for_nothing"),
    [
        ("The company has made [it] clear that the port is closed.", True),
        ("The company has made [it] harder by missing deadlines.", True),
        ("The company bought the port and made [it] in a year.", False),
        ("The company said that [it] would close the port.", False),
    ],
)
def test_an_empty_it(nlp: spacy.language.Language, text: str, *, stands_for_nothing: bool) -> None:
    assert is_empty(marked(nlp, text)) == stands_for_nothing


@pytest.mark.parametrize(
    ("text", "means_anybody"),
    [('It was a case of "he said, [she] said" at work.', True), ("He left, and [she] said so.", False)],
)
def test_anybodys_he_and_she(nlp: spacy.language.Language, text: str, *, means_anybody: bool) -> None:
    assert is_anybody(marked(nlp, text)) == means_anybody


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"[He] prayed at six," Lund said.', {"Lund"}),
        ('Lund told us: "[He] prayed at six."', {"Lund"}),
        ('"I slept," Lund said. "[He] prayed at six."', {"Lund"}),
        ("Lund said that [he] prayed at six.", set()),
    ],
)
def test_who_speaks_of_somebody(nlp: spacy.language.Language, text: str, speakers: set[str]) -> None:
    token = marked(nlp, text)
    assert {speaker.text for speaker in speakers_beside(token, quoted_tokens(token.doc))} == speakers


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Lund did not name the shooter who killed [himself].", "shooter"),
        ("Lund wanted to hide and defend [himself].", "Lund"),
        ("It was hard to defend [himself].", "It"),
        ("Hurting [himself] is easy.", None),
    ],
)
def test_whom_himself_means(nlp: spacy.language.Language, text: str, subject: str | None) -> None:
    found = subject_of_self(marked(nlp, text))
    assert (None if found is None else found.text) == subject


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Captain Lund gave [his] life.", "Lund"),
        ("Everybody gave [his] life.", None),
        ("[His] brother gave Lund a book.", None),
    ],
)
def test_who_does_something_with_what_is_his(nlp: spacy.language.Language, text: str, owner: str | None) -> None:
    found = subject_of_owner(marked(nlp, text))
    assert (None if found is None else found.text) == owner
