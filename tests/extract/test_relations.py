"""Relations and how they are put, on sentences parsed by hand; a few on text."""

from __future__ import annotations

import pytest

from newsgraph.extract.relations import find_relations
from tests.extract.docs import found, parsed
from tests.extract.reading import Extract

PERSON, BODY, COMPANY, COUNTRY = "Person", "GovernmentBody", "Company", "Country"
KUSHNER, TRUMP = ("Jared Kushner", PERSON), ("Donald Trump", PERSON)

# The sentence, its names, and the relations: subject, predicate, object, whether it is over.
HAND_PARSED = [
    pytest.param(
        (
            "Jared/NNP/compound/1 Kushner/NNP/nsubj/9 ,/,/punct/1 the/DT/det/4 son-in-law/NN/appos/1 of/IN/prep/4 "
            "Donald/NNP/compound/7 Trump/NNP/pobj/5 ,/,/punct/1 testified=testify/VBD/ROOT/9 ././punct/9"
        ),
        [KUSHNER, TRUMP],
        [("Jared Kushner", "relativeOf", "Donald Trump", False)],
        id="apposition",
    ),
    pytest.param(
        (
            "Donald/NNP/compound/1 Trump/NNP/poss/3 's/POS/case/1 son-in-law/NN/nsubj/8 ,/,/punct/3 "
            "Jared/NNP/compound/6 Kushner/NNP/appos/3 ,/,/punct/3 testified=testify/VBD/ROOT/8 ././punct/8"
        ),
        [TRUMP, KUSHNER],
        [("Jared Kushner", "relativeOf", "Donald Trump", False)],
        id="possessive, then apposition",
    ),
    pytest.param(
        (
            "Donald/NNP/compound/1 Trump/NNP/poss/3 's/POS/case/1 son-in-law/NN/compound/5 Jared/NNP/compound/5 "
            "Kushner/NNP/nsubj/6 testified=testify/VBD/ROOT/6 ././punct/6"
        ),
        [TRUMP, KUSHNER],
        [("Jared Kushner", "relativeOf", "Donald Trump", False)],
        id="possessive, beside the name",
    ),
    pytest.param(
        (
            "Christopher/NNP/compound/1 Wray/NNP/nsubj/2 is=be/VBZ/ROOT/2 the/DT/det/4 director/NN/attr/2 "
            "of/IN/prep/4 the/DT/det/7 FBI/NNP/pobj/5 ././punct/2"
        ),
        [("Christopher Wray", PERSON), ("FBI", BODY)],
        [("Christopher Wray", "headOf", "FBI", False)],
        id="copula",
    ),
    pytest.param(
        (
            "The/DT/det/1 FBI/NNP/nsubjpass/3 is=be/VBZ/auxpass/3 led=lead/VBN/ROOT/3 by/IN/agent/3 "
            "Christopher/NNP/compound/6 Wray/NNP/pobj/4 ././punct/3"
        ),
        [("FBI", BODY), ("Christopher Wray", PERSON)],
        [("Christopher Wray", "headOf", "FBI", False)],
        id="passive",
    ),
    pytest.param(
        (
            "EPA/NNP/compound/1 chief/NN/compound/3 Scott/NNP/compound/3 Pruitt/NNP/nsubj/4 met=meet/VBD/ROOT/4 "
            "the/DT/det/6 chairman/NN/dobj/4 of/IN/prep/6 Dow/NNP/compound/9 Chemical/NNP/pobj/7 ././punct/4"
        ),
        [("EPA", BODY), ("Scott Pruitt", PERSON), ("Dow Chemical", COMPANY)],
        [("Scott Pruitt", "headOf", "EPA", False)],
        id="beside the name; the chairman he met is not named",
    ),
    pytest.param(
        (
            "James/NNP/compound/1 Comey/NNP/nsubj/10 ,/,/punct/1 the/DT/det/5 former/JJ/amod/5 director/NN/appos/1 "
            "of/IN/prep/5 the/DT/det/8 FBI/NNP/pobj/6 ,/,/punct/1 testified=testify/VBD/ROOT/10 ././punct/10"
        ),
        [("James Comey", PERSON), ("FBI", BODY)],
        [("James Comey", "headOf", "FBI", True)],
        id="former",
    ),
    pytest.param(
        "Time/NNP/compound/1 Warner/NNP/nsubj/2 owns=own/VBZ/ROOT/2 CNN/NNP/dobj/2 ././punct/2",
        [("Time Warner", COMPANY), ("CNN", "NewsOutlet")],
        [("Time Warner", "owns", "CNN", False)],
        id="verb",
    ),
    pytest.param(
        "Time/NNP/compound/1 Warner/NNP/nsubj/2 owned=own/VBD/ROOT/2 CNN/NNP/dobj/2 ././punct/2",
        [("Time Warner", COMPANY), ("CNN", "NewsOutlet")],
        [("Time Warner", "owns", "CNN", True)],
        id="verb of a state, in the past",
    ),
    pytest.param(
        (
            "Edward/NNP/compound/1 Snowden/NNP/nsubj/2 worked=work/VBD/ROOT/2 for/IN/prep/2 the/DT/det/5 "
            "NSA/NNP/pobj/3 ././punct/2"
        ),
        [("Edward Snowden", PERSON), ("NSA", BODY)],
        [("Edward Snowden", "employedBy", "NSA", True)],
        id="verb and preposition",
    ),
    pytest.param(
        (
            "Al/NNP/compound/1 Gore/NNP/nsubj/2 sits=sit/VBZ/ROOT/2 on/IN/prep/2 the/DT/det/5 board/NN/pobj/3 "
            "of/IN/prep/5 Apple/NNP/pobj/6 ././punct/2"
        ),
        [("Al Gore", PERSON), ("Apple", COMPANY)],
        [("Al Gore", "boardMemberOf", "Apple", False)],
        id="verb and a chain of words",
    ),
    pytest.param(
        (
            "Barack/NNP/compound/1 Obama/NNP/nsubjpass/3 was=be/VBD/auxpass/3 born=bear/VBN/ROOT/3 in/IN/prep/3 "
            "Hawaii/NNP/pobj/4 ././punct/3"
        ),
        [("Barack Obama", PERSON), ("Hawaii", "Region")],
        [("Barack Obama", "bornIn", "Hawaii", False)],
        id="verb that must be passive",
    ),
    pytest.param(
        (
            "Sergey/NNP/compound/1 Lavrov/NNP/nsubj/2 met=meet/VBD/ROOT/2 the/DT/det/4 minister/NN/dobj/2 "
            "of/IN/prep/4 Japan/NNP/pobj/5 ././punct/2"
        ),
        [("Sergey Lavrov", PERSON), ("Japan", COUNTRY)],
        [],
        id="the role of somebody not named",
    ),
    pytest.param(
        (
            "Thiel/NNP/nsubj/2 then/RB/advmod/2 bought=buy/VBD/ROOT/2 Gawker/NNP/dobj/2 from/IN/prep/2 "
            "Denton/NNP/pobj/4 ././punct/2"
        ),
        [("Thiel", PERSON), ("Gawker", COMPANY), ("Denton", PERSON)],
        [("Thiel", "owns", "Gawker", False)],
        id="then bought it from",
    ),
    pytest.param(
        "Time/NNP/compound/1 Warner/NNP/nsubj/2 owns=own/VBZ/ROOT/2 Hawaii/NNP/dobj/2 ././punct/2",
        [("Time Warner", COMPANY), ("Hawaii", "Region")],
        [],
        id="a type that cannot be owned",
    ),
]


@pytest.mark.parametrize(("rows", "names", "expected"), HAND_PARSED)
def test_a_relation_in_a_parsed_sentence(
    rows: str, names: list[tuple[str, str]], expected: list[tuple[str, str, str, bool]]
) -> None:
    doc = parsed(rows)
    mentions = found(doc, *names)
    surfaces = [doc[m.start : m.end].text for m in mentions]
    relations = find_relations(doc, mentions)
    assert [(surfaces[r.subject], r.predicate, surfaces[r.object], r.former) for r in relations] == expected


def test_nobody_is_his_own_relative() -> None:
    doc = parsed(
        "Donald/NNP/compound/1 Trump/NNP/nsubj/8 ,/,/punct/1 the/DT/det/4 cousin/NN/appos/1 of/IN/prep/4 "
        "Mr./NNP/compound/7 Trump/NNP/pobj/5 testified=testify/VBD/ROOT/8 ././punct/8"
    )
    names = (TRUMP, ("Mr. Trump", PERSON))
    assert len(find_relations(doc, found(doc, *names))) == 1
    assert find_relations(doc, found(doc, *names, chains=(0, 0))) == []


FORMER = [
    ("He helped Michael Cohen, then Donald Trump’s personal lawyer, to leave.", "Michael Cohen", True),
    ("The pardon of former Maricopa County, Ariz., Sheriff Joe Arpaio was praised.", "Joe Arpaio", True),
    ("Then-CNN White House Correspondent Suzanne Malveaux told it to them.", "Suzanne Malveaux", True),
    ("Then Donald Trump's lawyer Tom Cole left.", "Tom Cole", False),
    ("Kevin Cole, a one-time adviser to Donald Trump, spoke.", "Kevin Cole", True),
    ("It is one time director Kevin Cole spoke.", "Kevin Cole", False),
    ("Michael Flynn, a former aide to President Donald Trump, spoke.", "Donald Trump", False),
    ("Michael Flynn, a former aide to President Donald Trump, spoke.", "Michael Flynn", True),
    ("Late on Tuesday, President Donald Trump spoke.", "Donald Trump", False),
    ("The former senator met President Donald Trump.", "Donald Trump", False),
    ("He flew to Rome, then to Paris, where President Emmanuel Macron spoke.", "Emmanuel Macron", False),
    ("The outgoing mayor called EPA chief Scott Pruitt.", "Scott Pruitt", False),
    ("A former lawyer for EPA chief Scott Pruitt spoke.", "Scott Pruitt", False),
    ("Former EPA chief Scott Pruitt spoke.", "Scott Pruitt", True),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "holder", "former"), FORMER)
def test_former_is_said_of_one_post_alone(extract: Extract, text: str, holder: str, former: bool) -> None:  # noqa: FBT001
    held = [r.former for r in extract(text).relations("holdsPosition", "headOf") if r.subject == holder]
    assert set(held) == {former}


APART = [
    ("Jared Kushner, who met the son-in-law of Donald Trump, testified.", "relativeOf"),
    ("Jared Kushner met Ivanka Trump and the wife of Mike Pence.", "spouseOf"),
    ("Donald Trump wants to own CNN.", "owns"),
    ("The next president of Ukraine, Petro Poroshenko hopes, will be a friend.", "headOfStateOf"),
    ("They looked into the inquiry, led by Hillary Clinton, from the White House.", "memberOf"),
    ("Like Ted Cruz, Barack Obama's mother was a citizen on the day of his birth.", "parentOf"),
    ("At least three posts in Imam Sahib district of Kunduz were hit.", "locatedIn"),
    ("He leads in most of the Intermountain West, Texas, the mid-south and the plains.", "locatedIn"),
    ("He sent his brother and mother, former First Lady Barbara Bush, home. Jeb Bush won.", "siblingOf"),
    (
        "Ari Cole, former secretary under George W. Bush, CNN contributor and board member of Acme, left.",
        "boardMemberOf",
    ),
    ("Randall Cole, an oil company owner and interim headmaster of Woodward Christian Academy, paid for it.", "owns"),
    ("Scott Walker and Mike Huckabee were practically living in Iowa.", "residesIn"),
    ("Four Republicans opposed the bill — Reps. Jim Bridenstine of Oklahoma and Ralph Hall of Texas.", "opposes"),
    ("Democratic Senate leader Chuck Schumer said he spoke with Paul Ryan.", "headOf"),
    ("Erik Lund criticized his mother, Anna Dahl, said Jonas Dahl.", "parentOf"),
    ("FBI Special Counsel Robert Mueller spoke.", "represents"),
    ("He is pulling 1 point ahead of Clinton, the GOP nominee spent Tuesday launching an ad.", "memberOfParty"),
    ("He is the Republican Barack Obama, they said.", "memberOfParty"),
]


@pytest.mark.model
def test_which_is_nobody(extract: Extract) -> None:
    reading = extract("It was so, said Carsten Spohr, CEO of Lufthansa, which owns Germanwings.")
    assert [(r.subject, r.object) for r in reading.relations("owns")] == [("Lufthansa", "Germanwings")]


@pytest.mark.model
def test_an_embassy_is_no_ministry(extract: Extract) -> None:
    reading = extract("Israeli government minister and former ambassador to Norway Michael Oren called it sad.")
    assert [r.object for r in reading.relations("ministerOf")] == ["Israel"]


@pytest.mark.model
@pytest.mark.parametrize(("text", "predicate"), APART)
def test_no_relation(extract: Extract, text: str, predicate: str) -> None:
    asserted = [r for r in extract(text).relations(predicate) if r.stance == "Asserted"]
    assert asserted == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        'James Asher wrote that Sidney Blumenthal "told me in person" that Barack Obama was born in Kenya.',
        "Extremists still believe that Barack Obama was born in Kenya.",
        '"Barack Obama was born in Kenya, plain and simple." Nobody knows who shouted it.',
    ],
)
def test_what_somebody_says_is_never_the_outlets_own_assertion(extract: Extract, text: str) -> None:
    claims = [r for r in extract(text).extraction.relations if r.predicate == "bornIn"]
    assert claims
    assert all(r.quote_id is not None or r.stance != "Asserted" for r in claims)


@pytest.mark.parametrize(
    "text", ["Under a President Bernie Sanders taxes would rise.", "Voters fear a President Trump."]
)
def test_who_is_imagined_in_a_post_does_not_hold_it(extract: Extract, text: str) -> None:
    assert extract(text).relations("holdsPosition") == []


@pytest.mark.parametrize(
    "text",
    [
        'Ana Costa denied that "President Obama suggested it."',
        '"I do not think President Obama was involved in it," Ana Costa, a voter, said.',
        'Ana Costa asked: "Was President Obama involved in it?"',
    ],
)
def test_a_title_in_quoted_words_is_not_what_they_deny_or_ask(extract: Extract, text: str) -> None:
    (held,) = extract(text).relations("holdsPosition")
    assert (held.subject, held.object, held.stance) == ("Obama", "President", "Asserted")


@pytest.mark.parametrize(
    "text",
    [
        "They call the city a “swamp”—a word of old—and Ana Lund, the mayor of Harlow, never did.",
        "“It is late,” said Tom Berg, a lawyer.“It is news.” Ana Lund, the mayor of Harlow, left.",
        'She came to "the mill"—Ana Lund, the mayor of Harlow, was there.',
    ],
)
def test_a_quotation_ends_where_its_mark_stands_though_a_word_follows_at_once(extract: Extract, text: str) -> None:
    held = [r for r in extract(text).relations("holdsPosition") if r.subject == "Ana Lund"]
    assert [(r.object, r.stance) for r in held] == [("mayor", "Asserted")]


@pytest.mark.parametrize(
    ("text", "predicate", "former"),
    [
        ("President Donald Trump fired FBI Director James Comey on Tuesday.", "headOf", True),
        ("The mayor fired Tom Berg, the brother of Ana Berg.", "siblingOf", False),
    ],
)
def test_a_post_is_over_for_who_is_dismissed_kinship_is_not(
    extract: Extract,
    text: str,
    predicate: str,
    former: bool,  # noqa: FBT001
) -> None:
    assert [r.former for r in extract(text).relations(predicate)] == [former]


def test_a_post_behind_a_free_dash_is_whole(extract: Extract) -> None:
    (held,) = extract("Testimony today - Director of National Intelligence Ana Cole will speak.").relations(
        "holdsPosition"
    )
    assert (held.subject, held.object) == ("Ana Cole", "Director of National Intelligence")
