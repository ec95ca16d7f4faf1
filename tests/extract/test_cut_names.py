"""Names that the reader cut, and those that are words of other names; the names are given by hand, the parse is real."""

from __future__ import annotations

import re

import pytest
import spacy

from newsgraph.config import DEFAULT_MODEL
from newsgraph.extract.candidates import Name
from newsgraph.extract.cut_names import with_rests
from newsgraph.extract.word_list import share_words
from newsgraph.model import EntityType

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    loaded = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    share_words(loaded)
    return loaded


def found(nlp: spacy.language.Language, text: str, type_: str) -> set[tuple[str, str]]:
    """The names left of those in square brackets, the last of which has the type, the others are people."""
    bare = text.replace("[", "").replace("]", "")
    doc = nlp(bare)
    names = []
    for number, match in enumerate(re.finditer(r"\[.*?\]", text)):
        start = match.start() - 2 * number
        span = doc.char_span(start, start + len(match[0]) - 2)
        names.append(Name(span.start, span.end, EntityType.PERSON))
    names[-1] = Name(names[-1].start, names[-1].end, EntityType(type_))
    return {(name.text(doc), name.type.value) for name in with_rests(doc, names)}


@pytest.mark.parametrize(
    ("text", "type_", "whole", "whole_type"),
    [
        ("The ads were paid for by [Harbour Voters] PAC, which has two donors.", "Organization", "Harbour Voters PAC", "Organization"),
        ("She wrote for the European [Council on Foreign Relations] in May.", "Organization", "European Council on Foreign Relations", "Organization"),
        ("Thai Prime Minister [Banharn] Silpa-archa proposed a date.", "Person", "Banharn Silpa-archa", "Person"),
        ("Officials said that Mayor Quist-[Lindahl] would resign.", "Person", "Quist-Lindahl", "Person"),
        ("They fled the rains brought by Hurricane [Dolly] last week.", "Person", "Hurricane Dolly", "Event"),
        ("The poll asked what Cuban [Americans] think of it.", "Group", "Cuban Americans", "Group"),
        ("The poll asked what Muslim-[Americans] think of it.", "Group", "Muslim-Americans", "Group"),
    ],
)  # fmt: skip
def test_a_cut_name_is_whole_again(
    nlp: spacy.language.Language, text: str, type_: str, whole: str, whole_type: str
) -> None:
    assert (whole, whole_type) in found(nlp, text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nobody can tell how the [Trump] Show will end.", "Person"),
        ("He sold [Trump] Vodka and a lot of steaks.", "Person"),
        ("The court looked at the [Commerce] Clause again.", "Organization"),
        ("It would open the [Thrift Savings] Plan to everyone.", "Organization"),
    ],
)
def test_a_word_of_something_else_is_no_name(nlp: spacy.language.Language, text: str, type_: str) -> None:
    assert found(nlp, text, type_) == set()


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("[Ana Holm] and [Per Quist] met. The Holm-[Quist] debate was short.", "Person", "Quist"),
        ("The [Trump] Campaign hired a lawyer.", "Person", "Trump"),
        ("Some [Trump] Republicans stayed at home.", "Person", "Trump"),
        ("The former [Army] Ranger was elected.", "Organization", "Army"),
        ("On Friday [Obama] Press Secretary Ana Lund said so.", "Person", "Obama"),
        ("The attack on the [Harlow] Consulate was over.", "City", "Harlow"),
        ("What [Holm] Did When He Lost His Way At Sea", "Person", "Holm"),
        ("In Lagos the Islamist [Hamas] has no office.", "ArmedGroup", "Hamas"),
        ("Nine [Senate] aides met.", "GovernmentBody", "Senate"),
    ],
)
def test_what_is_whole_stays_so(nlp: spacy.language.Language, text: str, type_: str, name: str) -> None:
    assert (name, type_) in found(nlp, text, type_)
