"""Who said what: on sentences parsed by hand, then on text."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsgraph.extract.chains import quoted_tokens
from newsgraph.extract.quotes import find_quotes
from newsgraph.extract.sources import Sources
from tests.extract.docs import found, parsed
from tests.extract.reading import Extract

PERSON, OUTLET = "Person", "NewsOutlet"
NOBODY: tuple[tuple[str, str], ...] = ()

# The sentence, its names, and the quote: source, cue, content, stance, kind.
HAND_PARSED = [
    (
        (
            "Spicer/NNP/nsubj/1 said=say/VBD/ROOT/1 that/IN/mark/4 Kushner/NNP/nsubj/4 met=meet/VBD/ccomp/1 "
            "bankers=banker/NNS/dobj/4 ././punct/1"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [("Spicer", "said", "Kushner met bankers", "Asserted", "indirect")],
    ),
    (
        (
            "The/DT/det/1 talks=talk/NNS/nsubj/2 failed=fail/VBD/ccomp/5 ,/,/punct/5 CNN/NNP/nsubj/5 "
            "reported=report/VBD/ROOT/5 Tuesday/NNP/npadvmod/5 ././punct/5"
        ),
        [("CNN", OUTLET)],
        [("CNN", "reported", "The talks failed", "Asserted", "indirect")],
    ),
    (
        (
            "The/DT/det/1 talks=talk/NNS/nsubj/7 ,/,/punct/4 Spicer/NNP/nsubj/4 said=say/VBD/parataxis/7 ,/,/punct/4 "
            "have/VBP/aux/7 failed=fail/VBN/ROOT/7 for/IN/prep/7 good/JJ/pcomp/8 ././punct/7"
        ),
        [("Spicer", PERSON)],
        [("Spicer", "said", "have failed for good", "Asserted", "indirect")],
    ),
    (
        (
            "The/DT/det/1 talks=talk/NNS/nsubj/2 failed=fail/VBD/ROOT/2 ,/,/punct/2 Spicer/NNP/nsubj/5 "
            "said=say/VBD/parataxis/2 ././punct/2"
        ),
        [("Spicer", PERSON)],
        [("Spicer", "said", "The talks failed", "Asserted", "indirect")],
    ),
    (
        "Kushner/NNP/nsubj/1 lied=lie/VBD/ccomp/3 ,/,/punct/3 said=say/VBD/ROOT/3 Spicer/NNP/nsubj/3 ././punct/3",
        [("Kushner", PERSON), ("Spicer", PERSON)],
        [("Spicer", "said", "Kushner lied", "Asserted", "indirect")],
    ),
    (
        (
            "According=accord/VBG/prep/8 to/IN/prep/0 CNN/NNP/pobj/1 ,/,/punct/8 the/DT/det/5 talks=talk/NNS/nsubj/8 "
            "with/IN/prep/5 Iran/NNP/pobj/6 failed=fail/VBD/ROOT/8 ././punct/8"
        ),
        [("CNN", OUTLET), ("Iran", "Country")],
        [("CNN", "According to", "the talks with Iran failed", "Asserted", "indirect")],
    ),
    (
        "Spicer/NNP/nsubj/1 denied=deny/VBD/ROOT/1 the/DT/det/3 report/NN/dobj/1 ././punct/1",
        [("Spicer", PERSON)],
        [("Spicer", "denied", "the report", "Denied", "indirect")],
    ),
    (
        "Manafort/NNP/nsubj/1 denied=deny/VBD/ROOT/1 meeting=meet/VBG/xcomp/1 Kislyak/NNP/dobj/2 ././punct/1",
        [("Manafort", PERSON), ("Kislyak", PERSON)],
        [("Manafort", "denied", "meeting Kislyak", "Denied", "indirect")],
    ),
    (
        "Spicer/NNP/nsubj/1 vowed=vow/VBD/ROOT/1 to/TO/aux/3 fight/VB/xcomp/1 the/DT/det/5 plan/NN/dobj/3 ././punct/1",
        [("Spicer", PERSON)],
        [("Spicer", "vowed", "to fight the plan", "Promised", "indirect")],
    ),
    (
        (
            "Two/CD/nummod/1 officials=official/NNS/nsubj/2 said=say/VBD/ROOT/2 Kushner/NNP/nsubj/4 "
            "lied=lie/VBD/ccomp/2 ././punct/2"
        ),
        [("Kushner", PERSON)],
        [("Two officials", "said", "Kushner lied", "Asserted", "indirect")],
    ),
    (
        (
            "Spicer/NNP/nsubj/2 reportedly/RB/advmod/2 said=say/VBD/ROOT/2 Kushner/NNP/nsubj/4 lied=lie/VBD/ccomp/2 "
            "././punct/2"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [("Spicer", "said", "Kushner lied", "Alleged", "indirect")],
    ),
    (
        (
            "CNN/NNP/nsubj/1 reported=report/VBD/ROOT/1 that/IN/mark/4 officials=official/NNS/nsubj/4 "
            "said=say/VBD/ccomp/1 Kushner/NNP/nsubj/6 lied=lie/VBD/ccomp/4 ././punct/1"
        ),
        [("CNN", OUTLET), ("Kushner", PERSON)],
        [
            ("CNN", "reported", "officials said Kushner lied", "Asserted", "indirect"),
            ("officials", "said", "Kushner lied", "Asserted", "indirect"),
        ],
    ),
    (
        (
            "\"/``/punct/8 We/PRP/nsubj/2 read/VBP/ccomp/8 every/DT/det/4 page/NN/dobj/2 ,/,/punct/8 \"/''/punct/8 "
            "Spicer/NNP/nsubj/8 said=say/VBD/ROOT/8 ././punct/8"
        ),
        [("Spicer", PERSON)],
        [("Spicer", "said", "We read every page,", "Asserted", "direct")],
    ),
    # Nothing was said.
    (
        (
            "Spicer/NNP/nsubj/1 declined=decline/VBD/ROOT/1 to/TO/aux/3 say/VB/xcomp/1 whether/IN/mark/6 "
            "Kushner/NNP/nsubj/6 lied=lie/VBD/ccomp/3 ././punct/1"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [],
    ),
    (
        (
            "Spicer/NNP/nsubj/3 did=do/VBD/aux/3 not/RB/neg/3 say/VB/ROOT/3 that/IN/mark/6 Kushner/NNP/nsubj/6 "
            "lied=lie/VBD/ccomp/3 ././punct/3"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [],
    ),
    (
        (
            "Spicer/NNP/nsubj/2 may/MD/aux/2 say/VB/ROOT/2 that/IN/mark/5 Kushner/NNP/nsubj/5 lied=lie/VBD/ccomp/2 "
            "././punct/2"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [],
    ),
    (
        (
            "Spicer/NNP/nsubj/1 waited=wait/VBD/ROOT/1 to/TO/aux/3 say/VB/xcomp/1 that/IN/mark/6 Kushner/NNP/nsubj/6 "
            "lied=lie/VBD/ccomp/3 ././punct/1"
        ),
        [("Spicer", PERSON), ("Kushner", PERSON)],
        [],
    ),
    # One denies a report, not a house.
    (
        "Spicer/NNP/nsubj/1 denied=deny/VBD/ROOT/1 the/DT/det/3 house/NN/dobj/1 ././punct/1",
        [("Spicer", PERSON)],
        [],
    ),
]


def words(doc: Doc, tokens: tuple[int, int]) -> str:
    return str(doc[tokens[0] : tokens[1]].text)


@pytest.mark.parametrize(("rows", "names", "expected"), HAND_PARSED)
def test_a_report_in_a_parsed_sentence(
    rows: str, names: list[tuple[str, str]], expected: list[tuple[str, str, str, str, str]]
) -> None:
    doc = parsed(rows)
    sources = Sources(doc, found(doc, *names))
    quotes = find_quotes(doc, sources, quoted_tokens(doc))
    mentions = {n: words(doc, (m.start, m.end)) for n, m in enumerate(sources.found)}
    assert [
        (
            mentions[q.source] if q.source is not None else None,
            words(doc, q.cue),
            words(doc, q.content),
            q.stance,
            q.kind,
        )
        for q in quotes
    ] == expected


QUOTES = [
    (
        '"We never met anyone from that bank," Jared Kushner said on Monday.',
        ("Jared Kushner", "said", "We never met anyone from that bank,", "Asserted", "direct"),
    ),
    (
        "“We never met anyone from that bank,” Jared Kushner said on Monday.",
        ("Jared Kushner", "said", "We never met anyone from that bank,", "Asserted", "direct"),
    ),
    (
        "Jared Kushner said that he had met the banker once.",
        ("Jared Kushner", "said", "he had met the banker once", "Asserted", "indirect"),
    ),
    (
        'Jared Kushner said the meeting was "short and of no use to anybody at all."',
        ("Jared Kushner", "said", 'the meeting was "short and of no use to anybody at all.', "Asserted", "mixed"),
    ),
    (
        'Donald Trump tweeted: "The story about the bank is made up and very unfair."',
        ("Donald Trump", "tweeted:", "The story about the bank is made up and very unfair.", "Asserted", "direct"),
    ),
    (
        "According to CNN, the panel will hear Michael Flynn in July.",
        ("CNN", "According to", "the panel will hear Michael Flynn in July", "Asserted", "indirect"),
    ),
    (
        "The panel will hear Michael Flynn in July, according to the Washington Post.",
        ("Washington Post", "according to", "The panel will hear Michael Flynn in July", "Asserted", "indirect"),
    ),
    (
        "White House spokesman Sean Spicer denied the report.",
        ("Sean Spicer", "denied", "the report", "Denied", "indirect"),
    ),
    (
        "Sean Spicer denied that Jared Kushner met the banker.",
        ("Sean Spicer", "denied", "Jared Kushner met the banker", "Denied", "indirect"),
    ),
    (
        "An unnamed White House spokesperson denied the report.",
        ("unnamed White House spokesperson", "denied", "the report", "Denied", "indirect"),
    ),
    (
        "Two senior officials said the FBI had opened an inquiry.",
        ("Two senior officials", "said", "the FBI had opened an inquiry", "Asserted", "indirect"),
    ),
    ("Adam Schiff confirmed the report.", ("Adam Schiff", "confirmed", "the report", "Confirmed", "indirect")),
    ("CNN retracted the story.", ("CNN", "retracted", "the story", "Retracted", "indirect")),
    (
        "Adam Schiff claimed that Time Warner owns CNN.",
        ("Adam Schiff", "claimed", "Time Warner owns CNN", "Alleged", "indirect"),
    ),
    (
        "Adam Schiff asked whether Time Warner owns CNN.",
        ("Adam Schiff", "asked", "whether Time Warner owns CNN", "Questioned", "indirect"),
    ),
    (
        "Adam Schiff insisted that Time Warner owns CNN.",
        ("Adam Schiff", "insisted", "Time Warner owns CNN", "Asserted", "indirect"),
    ),
    pytest.param(
        "Jared Kushner, who said that he had met the banker, left.",
        ("Jared Kushner", "said", "he had met the banker", "Asserted", "indirect"),
        marks=pytest.mark.xfail(reason="the reader takes «left» into the content"),
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_a_quote(extract: Extract, text: str, expected: tuple[str, str, str, str, str]) -> None:
    assert [tuple(quote) for quote in extract(text).quotes()] == [expected]


NO_QUOTES = [
    'The so-called "travel ban" was blocked in Hawaii.',
    "Jared Kushner declined to comment.",
    "Sean Spicer declined to say whether Jared Kushner met the banker.",
    "Sean Spicer did not say that Jared Kushner met the banker.",
    "Sean Spicer refused to confirm the report.",
    "If Sean Spicer says that the talks failed, markets will fall.",
    "Jared Kushner found a coin.",
    "Jared Kushner continued his efforts to meet the banker.",
    "Sean Spicer is eager to say that the talks failed.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", NO_QUOTES)
def test_no_quote(extract: Extract, text: str) -> None:
    assert extract(text).quotes() == []


@pytest.mark.model
def test_a_report_within_a_report_has_it_as_its_parent(extract: Extract) -> None:
    reading = extract("CNN reported on Tuesday that two officials said the FBI was investigating Jared Kushner.")
    assert [(q.source, q.cue) for q in reading.quotes()] == [("CNN", "reported"), ("two officials", "said")]
    assert reading.parents() == {"said": "reported"}


@pytest.mark.model
def test_an_unnamed_source_is_kept_as_one(extract: Extract) -> None:
    reading = extract("Two senior officials said the FBI had opened an inquiry. Two senior officials left.")
    sources = [c for c in reading.extraction.chains if c.type == "AnonymousSource"]
    assert [(c.name, len(c.mention_ids)) for c in sources] == [("Two senior officials", 1)]


@pytest.mark.model
def test_a_quotation_goes_on_in_its_paragraph(extract: Extract) -> None:
    reading = extract('"I read every page of it," Sean Spicer said. "Nobody asked me to change a word."')
    assert [(q.source, q.content) for q in reading.quotes()] == [
        ("Sean Spicer", "I read every page of it,"),
        ("Sean Spicer", "Nobody asked me to change a word."),
    ]


@pytest.mark.model
def test_a_quotation_goes_on_behind_a_title(extract: Extract) -> None:
    reading = extract('"We cannot wait," Sean Spicer said on CBS\'s "Face the Nation." "We have locked the door."')
    assert [(q.source, q.content) for q in reading.quotes()] == [
        ("Sean Spicer", "We cannot wait,"),
        ("Sean Spicer", "We have locked the door."),
    ]


@pytest.mark.model
def test_the_next_paragraph_goes_on(extract: Extract) -> None:
    reading = extract('"I read every page of it," Sean Spicer said.\n\n"Nobody asked me to change a word."')
    assert [(q.source, q.content) for q in reading.quotes()] == [
        ("Sean Spicer", "I read every page of it,"),
        ("Sean Spicer", "Nobody asked me to change a word."),
    ]


CLAIMS = [
    ("CNN reported that Jared Kushner is the son-in-law of Donald Trump.", "relativeOf", "CNN", "Asserted"),
    (
        '"Jared Kushner is the son-in-law of Donald Trump and everybody knows it," Adam Schiff said.',
        "relativeOf",
        "Adam Schiff",
        "Asserted",
    ),
    ("Adam Schiff denied that Time Warner owns CNN.", "owns", "Adam Schiff", "Denied"),
    ("Adam Schiff claimed that Time Warner owns CNN.", "owns", "Adam Schiff", "Alleged"),
    ("Adam Schiff said that Time Warner does not own CNN.", "owns", "Adam Schiff", "Denied"),
    ("Adam Schiff denied that Time Warner does not own CNN.", "owns", "Adam Schiff", "Asserted"),
    ("Adam Schiff asked whether Time Warner owns CNN.", "owns", "Adam Schiff", "Questioned"),
    ("Time Warner reportedly owns CNN.", "owns", None, "Alleged"),
    ("Time Warner owns CNN.", "owns", None, "Asserted"),
    (
        '"Jared Kushner, the son-in-law of Donald Trump, must testify," Adam Schiff said.',
        "relativeOf",
        "Adam Schiff",
        "Asserted",
    ),
    # The writer's own words, in reported speech too.
    (
        "Adam Schiff said that Jared Kushner, the son-in-law of Donald Trump, must testify.",
        "relativeOf",
        None,
        "Asserted",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "predicate", "said_by", "stance"), CLAIMS)
def test_who_claims_a_relation(extract: Extract, text: str, predicate: str, said_by: str | None, stance: str) -> None:
    (relation,) = extract(text).relations(predicate)
    assert (relation.said_by, relation.stance) == (said_by, stance)


@pytest.mark.model
def test_who_tells_an_event(extract: Extract) -> None:
    reading = extract("Sean Spicer denied that Jared Kushner met Sergey Kislyak in Moscow.")
    (event,) = reading.events("Meeting")
    assert event.stance == "Denied"


@pytest.mark.model
def test_only_what_has_a_question_mark_is_asked(extract: Extract) -> None:
    reading = extract('"Why Ohio?" Sean Spicer asked reporters. "Because it is a state that everybody knows."')
    assert [(q.source, q.stance) for q in reading.quotes()] == [
        ("Sean Spicer", "Questioned"),
        ("Sean Spicer", "Asserted"),
    ]


@pytest.mark.model
def test_what_one_seeks_to_do_is_not_said(extract: Extract) -> None:
    assert extract("Several Senate Democrats sought to connect Republican senators to Donald Trump.").quotes() == []
