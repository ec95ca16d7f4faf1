"""What the reader ties, held to what names, sex and kind allow; the reader's ties are given by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.chains import Named
from newsgraph.extract.coreference import SURE_MAIN, SURE_NOUN, SURE_OTHERWISE, Ties, tie
from newsgraph.extract.reader.references import Reference
from newsgraph.model import MentionForm
from tests.extract.docs import found, parsed

TAGS = {
    "he": "PRP", "she": "PRP", "it": "PRP", "her": "PRP$", "his": "PRP$",
    "the": "DT", "met": "VBD", "left": "VBD", "of": "IN",
}  # fmt: skip
NOUNS = frozenset(
    {
        "mayor", "company", "yard", "port", "administration", "kind", "president", "nation", "state", "country", "man",
        "judge", "hideout", "husband",
    }
)  # fmt: skip


def doc(text: str) -> Doc:
    words = text.split()
    tags = [TAGS.get(word.lower(), "NN" if word in NOUNS else "." if word == "." else "NNP") for word in words]
    starts = [number == 0 or words[number - 1] == "." for number in range(len(words))]
    return Doc(spacy.blank("en").vocab, words=words, tags=tags, sent_starts=starts)


def phrases(text: Doc, *rows: tuple[str, str, int | None], probability: float = SURE_OTHERWISE) -> list[Reference]:
    """Phrases as (words, type, antecedent), each the first that comes after the one before."""
    made: list[Reference] = []
    place = 0
    words = [token.text for token in text]
    for surface, type_, antecedent in rows:
        own = surface.split()
        start = next(i for i in range(place, len(words)) if words[i : i + len(own)] == own)
        made.append(Reference(start, start + len(own), start + len(own) - 1, type_, antecedent, probability))
        place = start + len(own)
    return made


def tied(ties: Ties, text: Doc) -> list[tuple[str, str, int]]:
    return [(text[m.start : m.end].text, m.form.value, m.chain) for m in ties.found if m.form is not MentionForm.NAME]


@pytest.mark.parametrize(
    ("name", "type_", "phrase", "kind", "is_tied"),
    [
        ("Obama administration", "GovernmentBody", "the administration", "organization", True),
        ("Energy Information Administration", "GovernmentBody", "the administration", "organization", False),
        ("Norrvik", "Organization", "the kind", "organization", False),
        ("Norrvik", "Organization", "the company", "organization", True),
        ("Norrvik", "Region", "the nation", "place", False),
        ("Norrvik", "Region", "the state", "place", True),
        ("Norrvik", "City", "the country", "place", False),
        ("Norrvik", "Country", "the country", "place", True),
        ("Norrvik", "GovernmentBody", "the company", "organization", False),
        ("Norrvik", "Person", "the man", "person", False),
        ("Norrvik", "Person", "the nation", "person", False),
        ("Norrvik", "Person", "the judge", "person", True),
        ("Norrvik", "Person", "the hideout", "person", False),
    ],
)
def test_what_a_noun_can_mean(name: str, type_: str, phrase: str, kind: str, *, is_tied: bool) -> None:
    text = doc(f"{name} left . {phrase} met Cole .")
    named = found(text, (name, type_), ("Cole", "Person"))
    read = phrases(text, (name, kind, None), (phrase, kind, 0))
    ties = tie(text, Named(named, {}, {}), read, [False] * len(text))
    assert bool(tied(ties, text)) is is_tied


def test_two_that_are_told_side_by_side_are_two() -> None:
    text = Doc(
        spacy.blank("en").vocab,
        ["Norrvik", "won", ".", "his", "university", "and", "Norrvik", "met"],
        heads=[1, 1, 1, 4, 7, 4, 4, 7],
        deps=["nsubj", "ROOT", "punct", "poss", "nsubj", "cc", "conj", "ROOT"],
        tags=["NNP", "VBD", ".", "PRP$", "NN", "CC", "NNP", "VBD"],
    )
    named = found(text, ("Norrvik", "Organization"))
    named = [*named, replace(named[0], start=6, end=7)]
    read = phrases(text, ("Norrvik", "organization", None), ("his university", "organization", 0))
    assert tied(tie(text, Named(named, {}, {}), read, [False] * len(text)), text) == []


@pytest.mark.parametrize(("conjunct", "is_tied"), [("conj/2", False), ("dobj/1", True)])
def test_what_is_told_with_another_is_the_others(conjunct: str, *, is_tied: bool) -> None:
    text = parsed(
        f"Norrvik/NNP/nsubj/1 praised=praise/VBD/ROOT/1 Acme/NNP/dobj/1 and/CC/cc/2 its/PRP$/poss/5 founder/NN/{conjunct}"
    )
    named = found(text, ("Norrvik", "Organization"), ("Acme", "Organization"))
    read = phrases(text, ("Norrvik", "organization", None), ("its", "organization", 0))
    assert bool(tied(tie(text, Named(named, {}, {}), read, [False] * len(text)), text)) is is_tied


@pytest.mark.parametrize(
    ("first", "title", "is_tied"),
    [
        ("Vice President Cole", (0, 2), False),
        ("House Speaker Cole", (0, 2), False),
        ("The President Cole", (1, 2), True),
    ],
)
def test_the_president_is_nobody_who_holds_another_post(first: str, title: tuple[int, int], *, is_tied: bool) -> None:
    text = doc(f"{first} left . the president met .")
    named = [replace(mention, title=title) for mention in found(text, ("Cole", "Person"))]
    read = phrases(text, ("Cole", "person", None), ("the president", "person", 0))
    assert bool(tied(tie(text, Named(named, {}, {0: "m"}), read, [False] * len(text)), text)) is is_tied


def test_a_post_is_that_of_whom_the_article_says_to_hold_it() -> None:
    text = doc("Norrvik left . Judge Cole met the judge .")
    holder = replace(found(text, ("Norrvik", "Person"), ("Cole", "Person"))[1], title=(3, 4))
    named = [found(text, ("Norrvik", "Person"))[0], replace(holder, chain=1)]
    read = phrases(text, ("Norrvik", "person", None), ("Cole", "person", None), ("the judge", "person", 0))
    assert tied(tie(text, Named(named, {}, {}), read, [False] * len(text)), text) == []


@pytest.mark.parametrize(("sex", "is_tied"), [("f", False), ("m", True), (None, True)])
def test_a_word_of_kin_tells_the_sex(sex: str | None, *, is_tied: bool) -> None:
    text = doc("Ana Norrvik left . the husband met Cole .")
    named = found(text, ("Ana Norrvik", "Person"), ("Cole", "Person"))
    read = phrases(text, ("Ana Norrvik", "person", None), ("the husband", "person", 0))
    ties = tie(text, Named(named, {}, {named[0].chain: sex}), read, [False] * len(text))
    assert bool(tied(ties, text)) is is_tied


def test_whose_friend_one_is_is_another() -> None:
    text = parsed(
        "Norrvik/NNP/nsubj/1 left=leave/VBD/ROOT/1 with/IN/prep/1 her/PRP$/poss/4 sister/NN/pobj/2 ././punct/1"
    )
    named = found(text, ("Norrvik", "Person"))
    read = phrases(text, ("Norrvik", "person", None), ("her", "person", 0))
    read.append(Reference(3, 5, 4, "person", 0, SURE_OTHERWISE))
    assert [words for words, *_ in tied(tie(text, Named(named, {}, {}), read, [False] * len(text)), text)] == ["her"]


@pytest.mark.parametrize(
    ("sentence", "pronoun", "is_tied"),
    [
        # Who asks is not asked; who is somebody's is not he; who is named behind is meant.
        ("Cole/NNP/nsubj/1 asked=ask/VBD/ROOT/1 why/WRB/advmod/4 he/PRP/nsubj/4 left=leave/VBD/ccomp/1", "he", False),
        ("Cole/NNP/nsubj/1 asked=ask/VBD/ROOT/1 whether/IN/mark/4 he/PRP/nsubj/4 left=leave/VBD/ccomp/1", "he", True),
        ("Cole/NNP/nsubj/1 is=be/VBZ/ROOT/1 his/PRP$/poss/3 aide/NN/attr/1", "his", False),
        ("Cole/NNP/nsubj/1 left=leave/VBD/ROOT/1 his/PRP$/poss/3 aide/NN/dobj/1", "his", True),
        (
            "Cole/NNP/nsubj/1 left=leave/VBD/ROOT/1 after/IN/prep/1 meeting=meet/VBG/pcomp/2 him/PRP/dobj/3",
            "him",
            False,
        ),
    ],
)
def test_whom_a_sentence_bars(sentence: str, pronoun: str, *, is_tied: bool) -> None:
    text = parsed(sentence)
    named = found(text, ("Cole", "Person"))
    read = phrases(text, ("Cole", "person", None), (pronoun, "person", 0))
    assert bool(tied(tie(text, Named(named, {}, {0: "m"}), read, [False] * len(text)), text)) is is_tied


def test_a_pronoun_and_a_common_noun_join_the_name() -> None:
    text = doc("Ana Lindqvist left . the mayor met Cole . She left .")
    named = found(text, ("Ana Lindqvist", "Person"), ("Cole", "Person"))
    read = phrases(
        text,
        ("Ana Lindqvist", "person", None),
        ("the mayor", "person", 0),
        ("Cole", "person", None),
        ("She", "person", 1),
    )
    ties = tie(text, Named(named, {}, {0: "f"}), read, [False] * len(text))
    assert tied(ties, text) == [("the mayor", "nominal", 0), ("She", "pronoun", 0)]
    assert ties.coreferences == [((0, 2), (4, 6), (9, 10))]


@pytest.mark.parametrize(
    ("pronoun", "type_", "sex", "joins"),
    [
        ("She", "Person", "f", True),
        ("She", "Person", "m", False),
        ("She", "Person", None, True),
        ("It", "Person", None, False),
        ("He", "Company", None, False),
    ],
)
def test_sex_and_kind_must_fit(pronoun: str, type_: str, sex: str | None, joins: bool) -> None:  # noqa: FBT001
    text = doc(f"Norrvik left . {pronoun} met Cole .")
    named = found(text, ("Norrvik", type_))
    kind = "person" if type_ == "Person" else "organization"
    read = phrases(text, ("Norrvik", kind, None), (pronoun, kind, 0))
    assert bool(tied(tie(text, Named(named, {}, {0: sex}), read, [False] * len(text)), text)) is joins


def test_whose_somebody_is_is_not_part_of_the_mention() -> None:
    text = doc("Ana Lindqvist left . her mayor met Cole .")
    named = found(text, ("Ana Lindqvist", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("her mayor", "person", 0))
    assert tied(tie(text, Named(named, {}, {0: "f"}), read, [False] * len(text)), text) == [("mayor", "nominal", 0)]


def test_two_people_are_never_made_one() -> None:
    text = doc("Ana Lindqvist met Maria Lindqvist .")
    named = found(text, ("Ana Lindqvist", "Person"), ("Maria Lindqvist", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("Maria Lindqvist", "person", 0))
    ties = tie(text, Named(named, {}, {}), read, [False] * len(text))
    assert [m.chain for m in ties.found] == [0, 1]
    assert ties.coreferences == []


def test_a_common_noun_between_two_names_does_not_join_them() -> None:
    text = doc("Ana Lindqvist left . the mayor met Cole .")
    named = found(text, ("Ana Lindqvist", "Person"), ("Cole", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("the mayor", "person", 0), ("Cole", "person", 1))
    assert [
        m.chain for m in tie(text, Named(named, {}, {}), read, [False] * len(text)).found if m.form is MentionForm.NAME
    ] == [0, 1]


def test_what_may_be_short_for_two_bodies_is_neither() -> None:
    text = doc("Harlow Savings Bank met Harlow Bank of Ellery . Harlow Bank left .")
    names = "Harlow Savings Bank", "Harlow Bank of Ellery", "Harlow Bank"
    read = phrases(text, *[(name, "organization", None if name != names[2] else 0) for name in names])
    ties = tie(text, Named(found(text, *[(name, "Organization") for name in names]), {}, {}), read, [False] * len(text))
    assert len({mention.chain for mention in ties.found}) == len(names)


def test_the_short_form_of_a_body_is_the_body() -> None:
    text = doc("Ellery Port Authority left . Port Authority met Cole .")
    named = found(text, ("Ellery Port Authority", "Organization"), ("Port Authority met", "Organization"))
    named[1:] = [type(named[1])(5, 7, named[1].type, named[1].form, 1)]
    read = phrases(text, ("Ellery Port Authority", "organization", None), ("Port Authority", "organization", 0))
    names = {0: "Ellery Port Authority", 1: "Port Authority"}
    ties = tie(text, Named(named, names, {}), read, [False] * len(text))
    assert {m.chain for m in ties.found} == {0}
    assert ties.names[0] == "Ellery Port Authority"


def test_the_short_form_that_comes_first_does_not_name_the_body() -> None:
    text = doc("Port Authority left . Ellery Port Authority met Cole .")
    named = found(text, ("Port Authority", "Organization"), ("Ellery Port Authority", "Organization"))
    read = phrases(text, ("Port Authority", "organization", None), ("Ellery Port Authority", "organization", 0))
    ties = tie(text, Named(named, {0: "Port Authority", 1: "Ellery Port Authority"}, {}), read, [False] * len(text))
    assert {m.chain for m in ties.found} == {0}
    assert ties.names[0] == "Ellery Port Authority"


def test_what_is_not_sure_stays_out_of_the_graph_but_is_told() -> None:
    text = doc("Ana Lindqvist left . the mayor met Cole .")
    named = found(text, ("Ana Lindqvist", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("the mayor", "person", 0), probability=SURE_NOUN - 0.1)
    ties = tie(text, Named(named, {}, {}), read, [False] * len(text))
    assert tied(ties, text) == []
    assert len(ties.coreferences) == 1


def test_a_pronoun_is_sure_when_nobody_else_can_be_meant() -> None:
    text = doc("Ana Lindqvist left . She met officials .")
    named = found(text, ("Ana Lindqvist", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("She", "person", 0), probability=SURE_MAIN - 0.1)
    assert tied(tie(text, Named(named, {}, {0: "f"}), read, [False] * len(text)), text) == [("She", "pronoun", 0)]


def test_a_pronoun_is_not_sure_when_the_only_one_who_can_be_meant_is_another() -> None:
    text = doc("Ana Lindqvist met officials . the port left . Maria Cole left . She met officials .")
    named = found(text, ("Ana Lindqvist", "Person"), ("Maria Cole", "Person"))
    read = phrases(text, ("Ana Lindqvist", "person", None), ("She", "person", 0))
    assert tied(tie(text, Named(named, {}, {0: "f", 1: "f"}), read, [False] * len(text)), text) == []


def test_phrases_without_any_name_are_told() -> None:
    text = doc("the company left . It met Cole .")
    read = phrases(text, ("the company", "organization", None), ("It", "organization", 0))
    ties = tie(text, Named([], {}, {}), read, [False] * len(text))
    assert ties.found == []
    assert ties.coreferences == [((0, 2), (4, 5))]


NORRVIK = (
    "Norrvik/NNP/nsubj/1 said=say/VBD/ROOT/1 Cole/NNP/nsubj/3 met=meet/VBD/ccomp/1 its/PRP$/poss/5 chief/NN/dobj/3 "
    "././punct/1"
)
OVER = "Cole/NNP/nsubj/1 left=leave/VBD/ROOT/1 Norrvik/NNP/dobj/1 for/IN/prep/1 its/PRP$/poss/5 rival/NN/pobj/3 ././punct/1"
OBJECT = "Norrvik/NNP/nsubj/1 failed=fail/VBD/ROOT/1 to/TO/aux/3 stop/VB/xcomp/1 it/PRP/dobj/3 ././punct/1"
ITSELF = "Norrvik/NNP/nsubj/1 sold=sell/VBD/ROOT/1 it/PRP/dobj/1 ././punct/1"


@pytest.mark.parametrize(
    ("rows", "at", "tied_to_it"), [(NORRVIK, 4, True), (OVER, 4, False), (OBJECT, 4, False), (ITSELF, 2, False)]
)
def test_it_means_a_subject_above(rows: str, at: int, *, tied_to_it: bool) -> None:
    text = parsed(rows)
    named = found(text, ("Norrvik", "Company"))
    first = named[0].start
    read = [
        Reference(first, first + 1, first, "organization", None, 1.0),
        Reference(at, at + 1, at, "organization", 0, 0.9),
    ]
    ties = tie(text, Named(named, {}, {}), read, [False] * len(text))
    assert any(mention.start == at for mention in ties.found) is tied_to_it


@pytest.mark.parametrize(
    ("probability", "pronouns"),
    [(SURE_OTHERWISE - 0.02, []), (SURE_OTHERWISE, ["He", "his"])],
)
def test_between_two_men_a_pronoun_has_to_be_surer(probability: float, pronouns: list[str]) -> None:
    text = doc("Ivo Lindqvist met Tom Cole . He left his port .")
    named = found(text, ("Ivo Lindqvist", "Person"), ("Tom Cole", "Person"))
    read = phrases(
        text,
        ("Ivo Lindqvist", "person", None),
        ("Tom Cole", "person", None),
        ("He", "person", 0),
        ("his", "person", 2),
        probability=probability,
    )
    ties = tie(text, Named(named, {}, {0: "m", 1: "m"}), read, [False] * len(text))
    assert [surface for surface, _, _ in tied(ties, text)] == pronouns


def test_whom_the_article_names_most_is_meant_sooner() -> None:
    text = doc("Ivo Lindqvist met Tom Cole . He left his port . Lindqvist left .")
    named = found(text, ("Ivo Lindqvist", "Person"), ("Tom Cole", "Person"))
    main = [*named, replace(named[0], start=10, end=11)]
    rows = (("Ivo Lindqvist", "person", None), ("Tom Cole", "person", None), ("He", "person", 0), ("his", "person", 2))
    read = phrases(text, *rows, probability=SURE_MAIN)
    quoted = [False] * len(text)
    assert tied(tie(text, Named(named, {}, {0: "m", 1: "m"}), read, quoted), text) == []
    assert [s for s, _, _ in tied(tie(text, Named(main, {}, {0: "m", 1: "m"}), read, quoted), text)] == ["He", "his"]
