"""Hedges, denials, conditions and futures, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from newsgraph.extract.stance import Modality, modality_of, stance_inside
from newsgraph.model import Certainty, Realis, Stance
from tests.extract.docs import parsed

CLAUSES = [
    ("Flynn/NNP/nsubj/1 met=meet/VBD/ROOT/1 Kislyak/NNP/dobj/1 ././punct/1", "met", {}),
    ("Flynn/NNP/nsubj/3 did=do/VBD/aux/3 not/RB/neg/3 resign/VB/ROOT/3 ././punct/3", "resign", {"negated": True}),
    ("Flynn/NNP/nsubj/2 never/RB/neg/2 resigned=resign/VBD/ROOT/2 ././punct/2", "resigned", {"negated": True}),
    (
        "No/DT/det/1 deal/NN/nsubjpass/3 was=be/VBD/auxpass/3 signed=sign/VBN/ROOT/3 ././punct/3",
        "deal",
        {"negated": True},
    ),
    (
        (
            "Flynn/NNP/nsubj/1 is=be/VBZ/ROOT/1 not/RB/neg/1 only/RB/advmod/5 an/DT/det/5 opponent/NN/attr/1 of/IN/prep/5 "
            "Trump/NNP/pobj/6 ././punct/1"
        ),
        "opponent",
        {},
    ),
    (
        "Flynn/NNP/nsubj/1 was=be/VBD/ROOT/1 n't/RB/neg/1 the/DT/det/5 only/JJ/amod/5 aide/NN/attr/1 ././punct/1",
        "aide",
        {},
    ),
    (
        (
            "Flynn/NNP/nsubj/1 was=be/VBD/ROOT/1 not/RB/neg/1 an/DT/det/4 aide/NN/attr/1 but/CC/cc/1 was=be/VBD/conj/1 "
            "a/DT/det/8 rival/NN/attr/6 ././punct/1"
        ),
        "rival",
        {},
    ),
    ("Flynn/NNP/nsubj/2 did=do/VBD/aux/0 not/RB/neg/1", "did", {"negated": True}),
    ("Flynn/NNP/nsubj/2 may/MD/aux/2 resign/VB/ROOT/2 ././punct/2", "resign", {"possible": True}),
    (
        "Flynn/NNP/nsubj/3 might/MD/aux/3 have/VB/aux/3 lied=lie/VBN/ROOT/3 ././punct/3",
        "lied",
        {"possible": True},
    ),
    (
        "Flynn/NNP/nsubj/2 possibly/RB/advmod/2 lied=lie/VBD/ROOT/2 ././punct/2",
        "lied",
        {"possible": True},
    ),
    (
        "Flynn/NNP/nsubj/2 reportedly/RB/advmod/2 met=meet/VBD/ROOT/2 Kislyak/NNP/dobj/2 ././punct/2",
        "met",
        {"alleged": True},
    ),
    (
        "Flynn/NNP/nsubj/4 allegedly/RB/advmod/4 did=do/VBD/aux/4 not/RB/neg/4 resign/VB/ROOT/4 ././punct/4",
        "resign",
        {"alleged": True, "negated": True},
    ),
    (
        (
            "Aides=aide/NNS/nsubj/1 asked=ask/VBD/ROOT/1 whether/IN/mark/4 Flynn/NNP/nsubj/4 lied=lie/VBD/ccomp/1 "
            "././punct/1"
        ),
        "lied",
        {"questioned": True},
    ),
    (
        "Did=do/VBD/aux/2 Flynn/NNP/nsubj/2 resign/VB/ROOT/2 ?/./punct/2",
        "resign",
        {"questioned": True},
    ),
    (
        (
            "If/IN/mark/2 Flynn/NNP/nsubj/2 resigns=resign/VBZ/advcl/6 ,/,/punct/6 Pence/NNP/nsubj/6 will/MD/aux/6 "
            "speak/VB/ROOT/6 ././punct/6"
        ),
        "resigns",
        {"conditional": True},
    ),
    (
        (
            "Aides=aide/NNS/nsubj/1 wait/VBP/ROOT/1 unless/IN/mark/4 Flynn/NNP/nsubj/4 resigns=resign/VBZ/advcl/1 "
            "././punct/1"
        ),
        "resigns",
        {"conditional": True},
    ),
    ("Flynn/NNP/nsubj/2 will/MD/aux/2 resign/VB/ROOT/2 ././punct/2", "resign", {"planned": True}),
    ("Flynn/NNP/nsubj/2 would/MD/aux/2 resign/VB/ROOT/2 ././punct/2", "resign", {"conditional": True}),
    (
        "Flynn/NNP/nsubj/3 will/MD/aux/3 not/RB/neg/3 resign/VB/ROOT/3 ././punct/3",
        "resign",
        {"planned": True, "negated": True},
    ),
    (
        "Flynn/NNP/nsubj/3 could/MD/aux/3 n't=not/RB/neg/3 resign/VB/ROOT/3 ././punct/3",
        "resign",
        {"negated": True},
    ),
    (
        "Flynn/NNP/nsubj/3 would/MD/aux/3 not/RB/neg/3 resign/VB/ROOT/3 ././punct/3",
        "resign",
        {"negated": True},
    ),
    (
        "Flynn/NNP/nsubj/3 will/MD/aux/3 likely/RB/advmod/3 resign/VB/ROOT/3 ././punct/3",
        "resign",
        {"planned": True, "probable": True},
    ),
    (
        "Flynn/NNP/nsubj/1 plans=plan/VBZ/ROOT/1 to/TO/aux/3 resign/VB/xcomp/1 ././punct/1",
        "resign",
        {"planned": True},
    ),
    (
        "Flynn/NNP/nsubj/1 tried=try/VBD/ROOT/1 to/TO/aux/3 resign/VB/xcomp/1 ././punct/1",
        "resign",
        {"conditional": True},
    ),
    (
        "Flynn/NNP/nsubj/1 refused=refuse/VBD/ROOT/1 to/TO/aux/3 resign/VB/xcomp/1 ././punct/1",
        "resign",
        {"conditional": True},
    ),
    (
        "Flynn/NNP/nsubj/1 seems=seem/VBZ/ROOT/1 to/TO/aux/3 like/VB/xcomp/1 Kislyak/NNP/dobj/3 ././punct/1",
        "like",
        {"probable": True},
    ),
    (
        (
            "Neither/CC/det/1 Trump/NNP/nsubj/4 nor/CC/cc/1 Pence/NNP/conj/1 met=meet/VBD/ROOT/4 Kislyak/NNP/dobj/4 "
            "././punct/4"
        ),
        "met",
        {"negated": True},
    ),
    ("Nobody/NN/nsubj/1 met=meet/VBD/ROOT/1 Kislyak/NNP/dobj/1 ././punct/1", "met", {"negated": True}),
    (
        (
            "Had=have/VBD/aux/2 Trump/NNP/nsubj/2 resigned=resign/VBN/advcl/6 ,/,/punct/6 Pence/NNP/nsubj/6 "
            "would/MD/aux/6 leave/VB/ROOT/6 ././punct/6"
        ),
        "resigned",
        {"conditional": True},
    ),
    (
        (
            "Trump/NNP/nsubjpass/2 was=be/VBD/auxpass/2 said=say/VBN/ROOT/2 to/TO/aux/5 have/VB/aux/5 "
            "fired=fire/VBN/xcomp/2 Bannon/NNP/dobj/5 ././punct/2"
        ),
        "fired",
        {"alleged": True},
    ),
    (
        (
            "There/EX/expl/1 were=be/VBD/ROOT/1 reports=report/NNS/attr/1 that/IN/mark/5 Trump/NNP/nsubj/5 "
            "fired=fire/VBD/acl/2 Bannon/NNP/dobj/5 ././punct/1"
        ),
        "fired",
        {"alleged": True},
    ),
    # «would» is the future of what was told, unless an «if» hangs on it.
    (
        "Pence/NNP/nsubj/1 said=say/VBD/ROOT/1 he/PRP/nsubj/4 would/MD/aux/4 resign/VB/ccomp/1 ././punct/1",
        "resign",
        {"planned": True},
    ),
    (
        (
            "Pence/NNP/nsubj/1 said=say/VBD/ROOT/1 he/PRP/nsubj/4 would/MD/aux/4 resign/VB/ccomp/1 if/IN/mark/7 "
            "Flynn/NNP/nsubj/7 lied=lie/VBD/advcl/4 ././punct/1"
        ),
        "resign",
        {"conditional": True},
    ),
    # Without evidence it is denied, not certainly.
    (
        (
            "There/EX/expl/1 is=be/VBZ/ROOT/1 no/DT/det/3 evidence/NN/attr/1 that/IN/mark/6 Flynn/NNP/nsubj/6 "
            "lied=lie/VBD/acl/3 ././punct/1"
        ),
        "lied",
        {"negated": True, "probable": True},
    ),
    (
        (
            "Aides=aide/NNS/nsubj/1 accused=accuse/VBD/ROOT/1 Flynn/NNP/dobj/1 of/IN/prep/1 lying=lie/VBG/pcomp/3 "
            "././punct/1"
        ),
        "lying",
        {"alleged": True},
    ),
    # What is known to be there is not what is planned or feared.
    (
        (
            "Aides=aide/NNS/nsubj/2 may/MD/aux/2 speak/VB/ROOT/2 about/IN/prep/2 the/DT/det/5 crash/NN/pobj/3 "
            "././punct/2"
        ),
        "crash",
        {},
    ),
    (
        "Aides=aide/NNS/nsubj/2 may/MD/aux/2 plan/VB/ROOT/2 the/DT/det/4 crash/NN/dobj/2 ././punct/2",
        "crash",
        {"possible": True, "planned": True},
    ),
    # What verbs joined by «and» share, and what not.
    (
        (
            "Trump/NNP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 Merkel/NNP/dobj/2 and/CC/cc/2 sign/VB/conj/2 "
            "NAFTA/NNP/dobj/5 ././punct/2"
        ),
        "sign",
        {"planned": True},
    ),
    (
        (
            "Trump/NNP/nsubj/3 did=do/VBD/aux/3 not/RB/neg/3 speak/VB/ROOT/3 and/CC/cc/3 fired=fire/VBD/conj/3 "
            "Comey/NNP/dobj/5 ././punct/3"
        ),
        "fired",
        {},
    ),
    (
        (
            "Trump/NNP/nsubj/1 called=call/VBD/ROOT/1 Flynn/NNP/dobj/1 and/CC/cc/1 fired=fire/VBD/conj/1 "
            "Comey/NNP/dobj/4 ././punct/1"
        ),
        "fired",
        {},
    ),
    # The report's own hedge does not reach into what is reported, nor the other way round.
    (
        (
            "Pence/NNP/nsubj/1 said=say/VBD/ROOT/1 that/IN/mark/5 he/PRP/nsubj/5 might/MD/aux/5 resign/VB/ccomp/1 "
            "././punct/1"
        ),
        "said",
        {},
    ),
    (
        (
            "Pence/NNP/nsubj/2 may/MD/aux/2 say/VB/ROOT/2 that/IN/mark/5 he/PRP/nsubj/5 resigned=resign/VBD/ccomp/2 "
            "././punct/2"
        ),
        "resigned",
        {},
    ),
]


@pytest.mark.parametrize(("rows", "word", "flags"), CLAUSES)
def test_a_clause_is_put_as_its_words_say(rows: str, word: str, flags: dict[str, bool]) -> None:
    token = next(token for token in parsed(rows) if token.text == word)
    assert modality_of(token) == Modality(**flags)


MODALITIES = [
    ({}, Stance.ASSERTED, Certainty.CERTAIN, Realis.ACTUAL),
    ({"negated": True}, Stance.DENIED, Certainty.CERTAIN, Realis.NEGATED),
    ({"possible": True}, Stance.SPECULATED, Certainty.POSSIBLE, Realis.HYPOTHETICAL),
    ({"possible": True, "negated": True}, Stance.SPECULATED, Certainty.POSSIBLE, Realis.NEGATED),
    ({"alleged": True}, Stance.ALLEGED, Certainty.PROBABLE, Realis.ACTUAL),
    ({"probable": True}, Stance.SPECULATED, Certainty.PROBABLE, Realis.ACTUAL),
    ({"questioned": True}, Stance.QUESTIONED, Certainty.POSSIBLE, Realis.HYPOTHETICAL),
    ({"questioned": True, "negated": True}, Stance.QUESTIONED, Certainty.POSSIBLE, Realis.NEGATED),
    ({"conditional": True}, Stance.SPECULATED, Certainty.POSSIBLE, Realis.HYPOTHETICAL),
    ({"conditional": True, "negated": True}, Stance.SPECULATED, Certainty.POSSIBLE, Realis.NEGATED),
    ({"planned": True}, Stance.ASSERTED, Certainty.CERTAIN, Realis.PLANNED),
    ({"planned": True, "negated": True}, Stance.DENIED, Certainty.CERTAIN, Realis.NEGATED),
    ({"planned": True, "probable": True}, Stance.SPECULATED, Certainty.PROBABLE, Realis.PLANNED),
]


@pytest.mark.parametrize(("flags", "stance", "certainty", "realis"), MODALITIES)
def test_modality_decides_stance_certainty_and_realis(
    flags: dict[str, bool], stance: Stance, certainty: Certainty, realis: Realis
) -> None:
    modality = Modality(**flags)
    assert (modality.stance, modality.certainty, modality.realis) == (stance, certainty, realis)


# The quote's stance, how the clause in it is put, and the stance of what the clause tells.
INSIDE = [
    (Stance.ASSERTED, {}, Stance.ASSERTED),
    (Stance.ASSERTED, {"negated": True}, Stance.DENIED),
    (Stance.ASSERTED, {"possible": True}, Stance.SPECULATED),
    (Stance.ALLEGED, {}, Stance.ALLEGED),
    (Stance.ALLEGED, {"negated": True}, Stance.DENIED),
    (Stance.DENIED, {}, Stance.DENIED),
    (Stance.DENIED, {"negated": True}, Stance.ASSERTED),
    (Stance.DENIED, {"alleged": True}, Stance.DENIED),
    (Stance.DENIED, {"possible": True}, Stance.DENIED),
    (Stance.CONFIRMED, {}, Stance.CONFIRMED),
    (Stance.CONFIRMED, {"alleged": True}, Stance.CONFIRMED),
    (Stance.CONFIRMED, {"negated": True}, Stance.DENIED),
    (Stance.RETRACTED, {"alleged": True}, Stance.RETRACTED),
    (Stance.QUESTIONED, {"questioned": True}, Stance.QUESTIONED),
    (Stance.QUESTIONED, {"negated": True}, Stance.QUESTIONED),
    (Stance.PROMISED, {"planned": True}, Stance.PROMISED),
    (Stance.PROMISED, {"negated": True}, Stance.DENIED),
    (Stance.DEMANDED, {"conditional": True}, Stance.DEMANDED),
    (Stance.DEMANDED, {}, Stance.DEMANDED),
    (Stance.SPECULATED, {}, Stance.SPECULATED),
]


@pytest.mark.parametrize(("said", "flags", "expected"), INSIDE)
def test_what_stands_in_a_quote_has_the_stance_of_both(said: Stance, flags: dict[str, bool], expected: Stance) -> None:
    assert stance_inside(said, Modality(**flags)) == expected
