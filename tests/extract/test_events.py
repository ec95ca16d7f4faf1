"""Events and their roles, on sentences parsed by hand; when and how sure, on text."""

from __future__ import annotations

import pytest

from newsgraph.extract.events import find_events
from tests.extract.docs import found, parsed
from tests.extract.reading import Extract

PERSON, BODY, COUNTRY, CITY = "Person", "GovernmentBody", "Country", "City"

# The sentence, its names, its times (words), the type, the trigger, the roles, the time.
HAND_PARSED = [
    pytest.param(
        "Trump/NNP/nsubj/1 fired=fire/VBD/ROOT/1 Comey/NNP/dobj/1 in/IN/prep/1 May/NNP/pobj/3 ././punct/1",
        [("Trump", PERSON), ("Comey", PERSON)],
        "May",
        ("ResignationOrDismissal", "fired", {("Agent", "Trump"), ("Patient", "Comey")}, "May"),
        id="active",
    ),
    pytest.param(
        "Comey/NNP/nsubjpass/2 was=be/VBD/auxpass/2 fired=fire/VBN/ROOT/2 by/IN/agent/2 Trump/NNP/pobj/3 ././punct/2",
        [("Comey", PERSON), ("Trump", PERSON)],
        None,
        ("ResignationOrDismissal", "fired", {("Agent", "Trump"), ("Patient", "Comey")}, None),
        id="passive",
    ),
    pytest.param(
        "Flynn/NNP/nsubj/1 resigned=resign/VBD/ROOT/1 in/IN/prep/1 February/NNP/pobj/2 ././punct/1",
        [("Flynn", PERSON)],
        "February",
        ("ResignationOrDismissal", "resigned", {("Patient", "Flynn")}, "February"),
        id="subject alone",
    ),
    pytest.param(
        (
            "Kushner/NNP/nsubj/1 met=meet/VBD/ROOT/1 with/IN/prep/1 Kislyak/NNP/pobj/2 in/IN/prep/1 "
            "Moscow/NNP/pobj/4 ././punct/1"
        ),
        [("Kushner", PERSON), ("Kislyak", PERSON), ("Moscow", CITY)],
        None,
        ("Meeting", "met", {("Agent", "Kushner"), ("Recipient", "Kislyak"), ("Place", "Moscow")}, None),
        id="with, in",
    ),
    pytest.param(
        (
            "Trump/NNP/nsubj/3 and/CC/cc/0 Merkel/NNP/conj/0 met=meet/VBD/ROOT/3 in/IN/prep/3 Berlin/NNP/pobj/4 "
            "././punct/3"
        ),
        [("Trump", PERSON), ("Merkel", PERSON), ("Berlin", CITY)],
        None,
        ("Meeting", "met", {("Agent", "Trump"), ("Agent", "Merkel"), ("Place", "Berlin")}, None),
        id="two subjects",
    ),
    pytest.param(
        (
            "The/DT/det/1 FBI/NNP/poss/3 's/POS/case/1 investigation/NN/nsubj/6 into/IN/prep/3 Flynn/NNP/pobj/4 "
            "ended=end/VBD/ROOT/6 ././punct/6"
        ),
        [("FBI", BODY), ("Flynn", PERSON)],
        None,
        ("Investigation", "investigation", {("Agent", "FBI"), ("Patient", "Flynn")}, None),
        id="noun",
    ),
    pytest.param(
        (
            "Iran/NNP/nsubj/1 signed=sign/VBD/ROOT/1 an/DT/det/3 agreement/NN/dobj/1 with/IN/prep/3 "
            "France/NNP/pobj/4 ././punct/1"
        ),
        [("Iran", COUNTRY), ("France", COUNTRY)],
        None,
        ("Agreement", "agreement", {("Agent", "Iran"), ("Recipient", "France")}, None),
        id="noun with a light verb",
    ),
    pytest.param(
        "Iran/NNP/nsubj/1 released=release/VBD/ROOT/1 Rezaian/NNP/dobj/1 in/IN/prep/1 January/NNP/pobj/3 ././punct/1",
        [("Iran", COUNTRY), ("Rezaian", PERSON)],
        "January",
        ("CeasefireWithdrawalRelease", "released", {("Agent", "Iran"), ("Patient", "Rezaian")}, "January"),
        id="object of the right type",
    ),
]


@pytest.mark.parametrize(("rows", "names", "time", "expected"), HAND_PARSED)
def test_an_event_in_a_parsed_sentence(
    rows: str,
    names: list[tuple[str, str]],
    time: str | None,
    expected: tuple[str, str, set[tuple[str, str]], str | None],
) -> None:
    doc = parsed(rows)
    mentions = found(doc, *names)
    times = [(token.i, token.i + 1) for token in doc if token.text == time]
    surfaces = [doc[m.start : m.end].text for m in mentions]
    events = find_events(doc, mentions, times)
    assert expected in [
        (
            e.type,
            doc[e.trigger[0] : e.trigger[1]].text,
            {(role.value, surfaces[n]) for role, n in e.arguments},
            None if e.time is None else doc[times[e.time][0]].text,
        )
        for e in events
    ]


NO_EVENTS = [
    pytest.param(
        "Trump/NNP/nsubj/1 met=meet/VBD/ROOT/1 the/DT/det/3 standards=standard/NNS/dobj/1 ././punct/1",
        [("Trump", PERSON)],
        id="nobody to meet",
    ),
    pytest.param(
        (
            "Feinstein/NNP/nsubj/1 released=release/VBD/ROOT/1 a/DT/det/3 report/NN/dobj/1 on/IN/prep/1 "
            "Monday/NNP/pobj/4 ././punct/1"
        ),
        [("Feinstein", PERSON)],
        id="a report is not set free",
    ),
    pytest.param(
        "Flynn/NNP/nsubj/1 resigned=resign/VBD/ROOT/1 ././punct/1",
        [("Flynn", PERSON)],
        id="one participant and no time",
    ),
]


@pytest.mark.parametrize(("rows", "names"), NO_EVENTS)
def test_no_event_in_a_parsed_sentence(rows: str, names: list[tuple[str, str]]) -> None:
    doc = parsed(rows)
    times = [(token.i, token.i + 1) for token in doc if token.text == "Monday"]
    assert find_events(doc, found(doc, *names), times) == []


REALIS = [
    ("Donald Trump fired James Comey in May.", "ResignationOrDismissal", "Actual", "Asserted", "2017-05"),
    ("Donald Trump did not fire James Comey in May.", "ResignationOrDismissal", "Negated", "Denied", "2017-05"),
    ("Donald Trump may fire James Comey.", "ResignationOrDismissal", "Hypothetical", "Speculated", None),
    ("Donald Trump will meet Angela Merkel on Friday.", "Meeting", "Planned", "Asserted", "2017-06-30"),
    ("Jared Kushner reportedly met Sergey Kislyak in December.", "Meeting", "Actual", "Alleged", "2016-12"),
    ("Did Jared Kushner meet Sergey Kislyak in December?", "Meeting", "Hypothetical", "Questioned", "2016-12"),
    ("Neither Donald Trump nor Mike Pence met Sergey Kislyak.", "Meeting", "Negated", "Denied", None),
    ("Donald Trump went home and fired James Comey.", "ResignationOrDismissal", "Actual", "Asserted", None),
    ("Donald Trump was said to have fired James Comey.", "ResignationOrDismissal", "Actual", "Alleged", None),
    (
        "Had Donald Trump fired Jeff Sessions, nobody would have spoken.",
        "ResignationOrDismissal",
        "Hypothetical",
        "Speculated",
        None,
    ),
    (
        "There were reports that Donald Trump fired Steve Bannon.",
        "ResignationOrDismissal",
        "Actual",
        "Alleged",
        None,
    ),
    ("Jared Kushner met Sergey Kislyak on Tuesday morning.", "Meeting", "Actual", "Asserted", "2017-06-27TMO"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "type_", "expected"), [(text, type_, rest) for text, type_, *rest in REALIS])
def test_whether_and_when_it_took_place(extract: Extract, text: str, type_: str, expected: list[str | None]) -> None:
    (event,) = extract(text).events(type_)
    assert [event.realis, event.stance, event.time] == expected


NO_TIMES = [
    ("Theresa May flew to Paris. The plan was rejected by May on Monday.", ["2017-06-26"]),
    ("Theresa May flew to Paris in May.", ["2017-05"]),
    ("USA Today reported that Iran freed a banker.", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "values"), NO_TIMES)
def test_a_name_is_no_time(extract: Extract, text: str, values: list[str]) -> None:
    assert [time.value for time in extract(text).extraction.times] == values


@pytest.mark.model
def test_a_time_belongs_to_the_event_whose_clause_it_stands_in(extract: Extract) -> None:
    reading = extract("Donald Trump fired James Comey on May 9, and Jared Kushner met Sergey Kislyak in Moscow.")
    (meeting,) = reading.events("Meeting")
    assert meeting.time is None


@pytest.mark.model
def test_who_calls_for_it_does_not_do_it(extract: Extract) -> None:
    reading = extract("Donald Trump called on Russia to release Paul Whelan in May.")
    agents = {name for event in reading.events("CeasefireWithdrawalRelease") for _, name in event.arguments}
    assert "Donald Trump" not in agents


@pytest.mark.model
def test_a_false_report_is_not_the_writers_word(extract: Extract) -> None:
    (event,) = extract("Reports that Donald Trump fired Steve Bannon were false.").events()
    assert event.stance != "Asserted"


@pytest.mark.model
def test_to_be_named_in_a_suit_is_no_appointment(extract: Extract) -> None:
    assert extract("Trump University was named in the suit by Eric Schneiderman.").events("Appointment") == []
