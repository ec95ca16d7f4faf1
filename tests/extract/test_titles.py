"""The title before a name, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from newsgraph.extract import titles
from tests.extract.docs import parsed

# The sentence, the name, the names of bodies in it, the title.
BEFORE = [
    (
        (
            "Former/JJ/amod/2 FBI/NNP/compound/2 Director/NNP/compound/4 James/NNP/compound/4 Comey/NNP/nsubj/5 "
            "testified=testify/VBD/ROOT/5 ././punct/5"
        ),
        "James",
        "FBI",
        "Former FBI Director",
    ),
    (
        (
            "EPA/NNP/compound/1 chief/NN/compound/3 Scott/NNP/compound/3 Pruitt/NNP/nsubj/4 "
            "testified=testify/VBD/ROOT/4 ././punct/4"
        ),
        "Scott",
        "EPA",
        "EPA chief",
    ),
    (
        "President/NNP/compound/2 Donald/NNP/compound/2 Trump/NNP/nsubj/3 spoke=speak/VBD/ROOT/3 ././punct/3",
        "Donald",
        "",
        "President",
    ),
    (
        (
            "Education/NNP/compound/1 Secretary/NNP/compound/3 Ana/NNP/compound/3 Lund/NNP/nsubj/4 "
            "spoke=speak/VBD/ROOT/4 ././punct/4"
        ),
        "Ana",
        "",
        "Education Secretary",
    ),
    ("Mr./NNP/compound/1 Trump/NNP/nsubj/2 spoke=speak/VBD/ROOT/2 ././punct/2", "Trump", "", None),
    (
        (
            "Prime/NNP/compound/1 Minister/NNP/compound/3 Mrs./NNP/compound/3 May/NNP/nsubj/4 spoke=speak/VBD/ROOT/4 "
            "././punct/4"
        ),
        "May",
        "",
        "Prime Minister",
    ),
    # Whose son-in-law he is, is no part of what he is called.
    (
        (
            "Trump/NNP/poss/2 's/POS/case/0 son-in-law/NN/compound/4 Jared/NNP/compound/4 Kushner/NNP/nsubj/5 "
            "testified=testify/VBD/ROOT/5 ././punct/5"
        ),
        "Jared",
        "Trump",
        "son-in-law",
    ),
    (
        (
            "Senior/NNP/amod/3 White/NNP/compound/2 House/NNP/compound/3 adviser/NN/compound/5 Jared/NNP/compound/5 "
            "Kushner/NNP/nsubj/6 testified=testify/VBD/ROOT/6 ././punct/6"
        ),
        "Jared",
        "White House",
        "Senior White House adviser",
    ),
    (
        (
            "Secretary/NNP/nmod/4 of/IN/prep/0 State/NNP/pobj/1 Rex/NNP/compound/4 Tillerson/NNP/nsubj/5 "
            "spoke=speak/VBD/ROOT/5 ././punct/5"
        ),
        "Rex",
        "",
        "Secretary of State",
    ),
    (
        (
            "Then/RB/amod/2 -/HYPH/punct/2 candidate/NN/compound/4 Donald/NNP/compound/4 Trump/NNP/nsubj/5 "
            "spoke=speak/VBD/ROOT/5 ././punct/5"
        ),
        "Donald",
        "",
        "Then-candidate",
    ),
    ("Jared/NNP/compound/1 Kushner/NNP/nsubj/2 testified=testify/VBD/ROOT/2 ././punct/2", "Jared", "", None),
    (
        "Quietly/RB/advmod/3 Jared/NNP/compound/2 Kushner/NNP/nsubj/3 left=leave/VBD/ROOT/3 ././punct/3",
        "Jared",
        "",
        None,
    ),
    # The title of the sentence before is somebody else's.
    (
        (
            "Aides=aide/NNS/nsubj/1 saw=see/VBD/ROOT/1 the/DT/det/3 president/NN/dobj/1 ././punct/1 Former/JJ/amod/6 "
            "governor/NN/compound/8 Mike/NNP/compound/8 Pence/NNP/nsubj/9 left=leave/VBD/ROOT/9 ././punct/9"
        ),
        "Mike",
        "",
        "Former governor",
    ),
    (
        (
            "Cruz/NNP/compound/2 ally/NN/compound/2 Sen./NNP/compound/4 Mike/NNP/compound/4 Lee/NNP/nsubj/5 "
            "left=leave/VBD/ROOT/5 ././punct/5"
        ),
        "Mike",
        "Cruz",
        "Sen.",
    ),
    (
        (
            "wife/NN/nmod/4 and/CC/cc/0 Democratic/JJ/amod/3 nominee/NN/compound/5 Hillary/NNP/compound/5 "
            "Clinton/NNP/nsubj/6 left=leave/VBD/ROOT/6 ././punct/6"
        ),
        "Hillary",
        "",
        "Democratic nominee",
    ),
    (
        ("Rubio/NNP/nsubj/1 came=come/VBD/ROOT/1 to/TO/aux/3 coach/VB/advcl/1 Trump/NNP/dobj/3 ././punct/1"),
        "Trump",
        "",
        None,
    ),
]

# The words, the post as far as it was found, and the whole of it.
PARTS = [
    ("a/DT/det/4 two/CD/nummod/3 -/HYPH/punct/3 term/NN/nmod/4 governor/NN/ROOT/4", "term governor", "governor"),
    ("the/DT/det/3 co/NN/compound/3 -/HYPH/punct/3 chairman/NN/ROOT/3", "chairman", "co-chairman"),
    ("the/DT/det/1 governor/NN/ROOT/1", "governor", "governor"),
]


@pytest.mark.parametrize(("rows", "found", "whole"), PARTS)
def test_a_post_begins_with_a_whole_word(rows: str, found: str, whole: str) -> None:
    doc = parsed(rows)
    end = len(doc)
    start = titles.without_part_of_word(doc, end - len(found.split()), end)
    assert doc[start:end].text == whole


@pytest.mark.parametrize(("rows", "name", "bodies", "title"), BEFORE)
def test_the_title_right_before_a_name(rows: str, name: str, bodies: str, title: str | None) -> None:
    doc = parsed(rows)
    named = [token.text in bodies.split() for token in doc]
    start = next(token.i for token in doc if token.text == name)
    found = titles.title_before(doc, start, named)
    assert (doc[found[0] : found[1]].text if found else None) == title


PAST = [
    ("former FBI Director", True),
    ("then-candidate", True),
    ("ex-wife", True),
    ("Former", True),
    ("FBI Director", False),
    ("Formerly known", True),
    ("president", False),
    ("performer", False),
]


@pytest.mark.parametrize(("title", "past"), PAST)
def test_a_title_says_that_the_post_is_past(title: str, past: bool) -> None:  # noqa: FBT001
    assert titles.is_past(title) is past


@pytest.mark.parametrize(
    ("words", "sex"),
    [
        (["Mr."], "m"),
        (["Ms."], "f"),
        (["White", "House", "spokeswoman"], "f"),
        (["Chairman"], "m"),
        (["Dr."], None),
        ([], None),
    ],
)
def test_a_title_may_tell_the_sex(words: list[str], sex: str | None) -> None:
    assert titles.sex_of_title(words) == sex
