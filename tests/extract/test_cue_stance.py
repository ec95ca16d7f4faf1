"""What a cue makes of what is reported with it: every stance, with the words that look alike and are none."""

from __future__ import annotations

import pytest

from newsgraph.extract.cue_stance import stance_of_cue
from newsgraph.extract.pipeline import Pipeline
from tests.extract.reading import Extract

# The sentence, its cue as a reader would mark it, and the stance and certainty; ``None``: nothing was said.
CUES = [
    # Asserted
    ("Ana Cole said the mill is closed.", "said", "Asserted Certain"),
    ("Ana Cole has said in an interview that the mill is closed.", "has said in an interview", "Asserted Certain"),
    ("Ana Cole pointed out that the mill is closed.", "pointed out", "Asserted Certain"),
    ("According to Ana Cole, the mill is closed.", "According to", "Asserted Certain"),
    ("The mill, according to Ana Cole, is closed.", "according to", "Asserted Certain"),
    ("Ana Cole made it clear that the mill is closed.", "made it clear", "Asserted Certain"),
    ("Inspectors have also discovered that the mill is closed.", "have also discovered", "Asserted Certain"),
    ("Ana Cole criticized the mayor.", "criticized", "Asserted Certain"),
    ("Ana Cole supports the ban.", "supports", "Asserted Certain"),
    ("Ana Cole told reporters that the mill is closed.", "told", "Asserted Certain"),
    ("Ana Cole wrote on Twitter that the mill is closed.", "wrote on Twitter", "Asserted Certain"),
    ("Ana Cole took to Twitter to announce that the mill is closed.", "announce", "Asserted Certain"),
    ("Ana Cole was the first to say that the mill is closed.", "say", "Asserted Certain"),
    ("Ana Cole went on to say that the mill is closed.", "went on to say", "Asserted Certain"),
    ("Ana Cole is confident that the mill will stay.", "is confident", "Asserted Certain"),
    ("Ana Cole has no doubt that the mill is closed.", "has no doubt", "Asserted Certain"),
    ("Ana Cole does not doubt that the mill is closed.", "does not doubt", "Asserted Certain"),
    ("Ana Cole not only said the mill is closed, she wept.", "said", "Asserted Certain"),
    ("Ana Cole would later say that the mill is closed.", "would later say", "Asserted Certain"),
    ("Ana Cole will say on Monday that the mill is closed.", "will say", "Asserted Certain"),
    ("Ana Cole could not resist saying that the mill is closed.", "saying", "Asserted Certain"),
    ("Ana Cole tried to argue that the mill is closed.", "tried to argue", "Asserted Certain"),
    ("Ana Cole : the mill is closed.", ":", "Asserted Certain"),
    # Not said
    ("Ana Cole did not say that the mill is closed.", "did not say", None),
    ("Ana Cole declined to comment.", "declined to comment", None),
    ("Ana Cole declined to comment.", "declined", None),
    ("Ana Cole declined to say whether the mill is closed.", "declined to say", None),
    ("Ana Cole may say that the mill is closed.", "may say", None),
    ("Ana Cole would not say whether the mill is closed.", "would not say", None),
    ("Ana Cole left without saying that the mill is closed.", "saying", None),
    ("Ana Cole stopped short of saying that the mill is closed.", "saying", None),
    ("Ana Cole avoided saying that the mill is closed.", "saying", None),
    ("If Ana Cole says that the mill is closed, prices will rise.", "says", None),
    ("Ana Cole plans to say that the mill is closed.", "say", None),
    ("Ana Cole has yet to say that the mill is closed.", "has yet to say", None),
    ("Nobody said that the mill is closed.", "said", None),
    ("Did Ana Cole say that the mill is closed?", "say", None),
    ("Ana Cole never said that the mill is closed.", "never said", None),
    ("Ana Cole needs a chance to say that the mill is closed.", "say", None),
    # Retracted
    ("An earlier version of this article incorrectly said that Ana Cole is the mayor.", "said", "Retracted Certain"),
    ("The headline wrongly stated that Ana Cole is the mayor.", "stated", "Retracted Certain"),
    # Confirmed
    ("Ana Cole confirmed that the mill is closed.", "confirmed", "Confirmed Certain"),
    ("Ana Cole acknowledged that the mill is closed.", "acknowledged", "Confirmed Certain"),
    ("Ana Cole has admitted that the mill is closed.", "has admitted", "Confirmed Certain"),
    ("Ana Cole was forced to admit that the mill is closed.", "was forced to admit", "Confirmed Certain"),
    ("Ana Cole could not confirm that the mill is closed.", "could not confirm", None),
    ("Ana Cole refused to confirm the report.", "refused to confirm", None),
    ("Ana Cole neither confirmed nor denied the report.", "confirmed", None),
    ("Ana Cole neither confirmed nor denied the report.", "denied", None),
    ("Ana Cole did not confirm or deny the report.", "deny", None),
    ("Ana Cole seemed to confirm the report.", "seemed to confirm", "Confirmed Probable"),
    # Denied
    ("Ana Cole denied that the mill is closed.", "denied", "Denied Certain"),
    ("Aides have denied that the mill is closed.", "have denied", "Denied Certain"),
    ("Ana Cole continued to deny that the mill is closed.", "continued to deny", "Denied Certain"),
    ("Ana Cole dismissed the report as a lie.", "dismissed", "Denied Certain"),
    ("Ana Cole pushed back against the claim that the mill is closed.", "pushed back", "Denied Certain"),
    ("Ana Cole took issue with the report.", "took issue", "Denied Certain"),
    ("Ana Cole ruled out a sale of the mill.", "ruled out", "Denied Certain"),
    ("His denial that the mill is closed was brief.", "denial", "Denied Certain"),
    ("Ana Cole issued a denial that the mill is closed.", "issued a denial", "Denied Certain"),
    ("Ana Cole does not believe that the mill is closed.", "does not believe", "Denied Probable"),
    ("Ana Cole refused to believe that the mill is closed.", "refused to believe", "Denied Probable"),
    ("Ana Cole does not accept that the mill is closed.", "does not accept", "Denied Certain"),
    ("Ana Cole pleaded not guilty to the charges.", "pleaded not guilty", "Denied Certain"),
    ("Ana Cole refused to sign the bill.", "refused", None),
    ("Ana Cole does not support the ban.", "does not support", None),
    ("Ana Cole refused to release the letter.", "refused", None),
    ("There is no more denying that the mill is closed.", "is no more denying", None),
    ("There is no denying that the mill is closed.", "is no denying", None),
    ("It may sound like she is denying that the mill is closed.", "may sound like", None),
    ("Ana Cole is not planning to close the mill.", "is not planning", None),
    ("Ana Cole failed to think it through.", "failed to think", None),
    ("Ana Cole never thought that the mill would close.", "never thought", None),
    ("Ana Cole did not expect that the mill would close.", "did not expect", None),
    ("Ana Cole does not expect that the mill will close.", "does not expect", "Questioned Possible"),
    ("The debunked story of the mill was long.", "debunked", None),
    ("Ana Cole cannot believe that the mill is closed.", "cannot believe", None),
    ("To dismiss the report that the mill is closed is easy.", "dismiss", None),
    ("Ana Cole brushed off accusations that the mill is closed.", "brushed off accusations", "Denied Certain"),
    ("Ana Cole faced accusations that the mill is closed.", "faced accusations", None),
    ("Nobody believes that the mill is closed.", "believes", None),
    ("No one believes that the mill is closed.", "believes", None),
    ("You do not think of the mill as closed.", "do not think of", None),
    ("Do not expect that the mill will close.", "Do not expect", None),
    ("The mill is not expected to close.", "is not expected", None),
    ("Ana Cole refused to answer.", "refused", None),
    ("Ana Cole did not deny that the mill is closed.", "did not deny", None),
    ("Ana Cole did not dispute that the mill is closed.", "did not dispute", None),
    ("Ana Cole did not rule out a sale of the mill.", "did not rule out", "Speculated Possible"),
    # Alleged
    ("Ana Cole claimed that the mill is closed.", "claimed", "Alleged Probable"),
    ("Ana Cole alleges that the mill is closed.", "alleges", "Alleged Probable"),
    ("Ana Cole accused the mayor of closing the mill.", "accused", "Alleged Probable"),
    ("The mayor was accused by Ana Cole of closing the mill.", "was accused", "Alleged Probable"),
    ("His claim that the mill is closed is not new.", "claim that", "Alleged Probable"),
    ("Ana Cole made the claim that the mill is closed.", "made the claim", "Alleged Probable"),
    ("Ana Cole reportedly said that the mill is closed.", "said", "Alleged Probable"),
    ("Ana Cole falsely said that the mill is closed.", "said", "Alleged Probable"),
    ("Ana Cole allegedly told a friend that the mill is closed.", "allegedly told", "Alleged Probable"),
    ("Ana Cole is said to have admitted that the mill is closed.", "admitted", "Alleged Probable"),
    ("Ana Cole spread rumors that the mill is closed.", "spread rumors", "Alleged Probable"),
    ("Ana Cole did not claim that the mill is closed.", "did not claim", None),
    # Speculated
    ("Ana Cole thinks that the mill will close.", "thinks", "Speculated Probable"),
    ("Ana Cole suggested that the mill had closed.", "suggested", "Speculated Probable"),
    ("Ana Cole speculated that the mill had closed.", "speculated", "Speculated Possible"),
    ("Ana Cole hopes that the mill will stay.", "hopes", "Speculated Possible"),
    ("Ana Cole is worried that the mill will close.", "is worried", "Speculated Possible"),
    ("Ana Cole raised the possibility that the mill will close.", "raised the possibility", "Speculated Possible"),
    ("Her fear that the mill will close grew.", "fear that", "Speculated Possible"),
    ("Ana Cole may believe that the mill is closed.", "may believe", "Speculated Possible"),
    ("Ana Cole did not suggest that the mill had closed.", "did not suggest", None),
    ("Ana Cole should consider that the mill is closed.", "should consider", None),
    ("Ana Cole seemed tired.", "seemed", None),
    ("Expect that the mill will close.", "Expect", None),
    # Questioned
    ("Ana Cole wondered whether the mill is closed.", "wondered", "Questioned Possible"),
    ("Ana Cole questioned whether the mill is closed.", "questioned", "Questioned Possible"),
    ("Ana Cole asked whether the mill is closed.", "asked", "Questioned Possible"),
    ("Ana Cole doubts that the mill is closed.", "doubts", "Questioned Possible"),
    ("Ana Cole cast doubt on the report.", "cast doubt", "Questioned Possible"),
    ("Ana Cole expressed doubt that the mill is closed.", "expressed doubt", "Questioned Possible"),
    ("Ana Cole is not sure that the mill is closed.", "is not sure", "Questioned Possible"),
    ("Ana Cole did not know whether the mill is closed.", "did not know", "Questioned Possible"),
    ("Ana Cole is skeptical that the mill is closed.", "is skeptical", "Questioned Possible"),
    ('Ana Cole asked, "Did the mayor close the mill?"', "asked", "Questioned Possible"),
    ("Ana Cole wanted to know whether the mill is closed.", "wanted to know", "Questioned Possible"),
    ("Ana Cole did not ask whether the mill is closed.", "did not ask", None),
    # Promised
    ("Ana Cole promised to close the mill.", "promised", "Promised Certain"),
    ("Ana Cole vowed that the mill would stay.", "vowed", "Promised Certain"),
    ("Ana Cole has pledged to close the mill.", "has pledged", "Promised Certain"),
    ("Ana Cole agreed to testify.", "agreed", "Promised Certain"),
    ("Her pledge to close the mill was new.", "pledge to", "Promised Certain"),
    ("Ana Cole threatened to close the mill.", "threatened", "Promised Certain"),
    ("Ana Cole did not promise to close the mill.", "did not promise", None),
    ("Ana Cole has to promise to close the mill.", "promise", None),
    ("Ana Cole had to admit that the mill is closed.", "admit", "Confirmed Certain"),
    ("Ana Cole decided to close the mill.", "decided", "Promised Certain"),
    ("Ana Cole decided that the mill is closed.", "decided", "Asserted Certain"),
    ("Ana Cole agreed that the mill is closed.", "agreed", "Asserted Certain"),
    ("Ana Cole wants to close the mill.", "wants", "Promised Probable"),
    ("The sale promises to be expensive.", "promises", None),
    ("Ana Cole reaffirmed her pledge to close the mill.", "reaffirmed her pledge", "Promised Certain"),
    ("Ana Cole wants to thank the mayor.", "wants", None),
    # Demanded
    ("The panel can recommend that the mill be closed.", "can recommend", None),
    ("Ana Cole wants the mayor to close the mill.", "wants", "Demanded Certain"),
    ("Ana Cole demanded that the mill be closed.", "demanded", "Demanded Certain"),
    ("Ana Cole urged the mayor to close the mill.", "urged", "Demanded Certain"),
    ("Ana Cole called on the mayor to close the mill.", "called on", "Demanded Certain"),
    ("Ana Cole called for a ban.", "called for", "Demanded Certain"),
    ("Ana Cole asked the mayor to close the mill.", "asked", "Demanded Certain"),
    ("Ana Cole told the mayor to close the mill.", "told", "Demanded Certain"),
    ("Her demand that the mill be closed was new.", "demand that", "Demanded Certain"),
    ("Ana Cole has been called a liar by friends for her words.", "has been called", "Asserted Certain"),
    ("Ana Cole called the mayor a liar.", "called", "Asserted Certain"),
    ("Ana Cole did not demand that the mill be closed.", "did not demand", None),
    # Retracted
    ("Ana Cole retracted the claim.", "retracted", "Retracted Certain"),
    ("Ana Cole withdrew the claim.", "withdrew", "Retracted Certain"),
    ("Ana Cole walked back the claim.", "walked back", "Retracted Certain"),
    ("Ana Cole walked her remarks back.", "walked her remarks back", "Retracted Certain"),
    ("Ana Cole took back the remark.", "took back", "Retracted Certain"),
    ("Ana Cole refused to retract the claim.", "refused to retract", None),
    ("Ana Cole did not walk back the claim.", "did not walk back", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue", "expected"), CUES)
def test_a_cue_gives_a_stance(pipeline: Pipeline, text: str, cue: str, expected: str | None) -> None:
    doc = pipeline.nlp(text)
    start = text.index(cue)
    span = doc.char_span(start, start + len(cue))
    assert span is not None
    verdict = stance_of_cue(doc, (span.start, span.end))
    assert (None if verdict is None else " ".join(verdict)) == expected


# The sentence, its only quote's source, cue, content and stance.
QUOTES = [
    pytest.param(
        "Jared Kushner's claim that the mill is closed is new.", "Jared Kushner", "claim", "the mill is closed", "Alleged",
        marks=pytest.mark.xfail(reason="the reader takes «is new» into the content"),
    ),
    ("Jared Kushner repeated his pledge to close the mill.", "Jared Kushner", "repeated his pledge", "to close the mill", "Promised"),
    ("Jared Kushner issued a denial that the mill is closed.", "Jared Kushner", "issued a denial", "the mill is closed", "Denied"),
    (
        "Jared Kushner accused Adam Schiff of closing the mill.",
        "Jared Kushner", "accused", "Adam Schiff of closing the mill", "Alleged",
    ),
    ("Adam Schiff was accused by Jared Kushner of closing the mill.", "Jared Kushner", "accused", "closing the mill", "Alleged"),
    ("Jared Kushner called on Congress to close the mill.", "Jared Kushner", "called on", "Congress to close the mill", "Demanded"),
    ("Jared Kushner urged Congress to close the mill.", "Jared Kushner", "urged", "Congress to close the mill", "Demanded"),
    ("Jared Kushner called for a ban on mills.", "Jared Kushner", "called for", "a ban on mills", "Demanded"),
    ("Jared Kushner walked back his claim that the mill is closed.", "Jared Kushner", "walked back his", "the mill is closed", "Retracted"),
    (
        "Jared Kushner repeated his denial of any involvement in the sale.",
        "Jared Kushner", "repeated his denial of", "any involvement in the sale", "Denied",
    ),
    ("The sale, Jared Kushner said, was a hoax.", "Jared Kushner", "said", "The sale, Jared Kushner said, was a hoax", "Asserted"),
    (
        "It was a sale that Jared Kushner said would close the mill.",
        "Jared Kushner", "said", "a sale that Jared Kushner said would close the mill", "Asserted",
    ),
    ("Jared Kushner claimed credit for the sale.", "Jared Kushner", "claimed", "credit for the sale", "Alleged"),
    ("Jared Kushner suggested closing the mill.", "Jared Kushner", "suggested", "closing the mill", "Demanded"),
    ("CNN's Jared Kushner debunked the story.", "Jared Kushner", "debunked", "the story", "Denied"),
    ("Jared Kushner denied any involvement in the sale.", "Jared Kushner", "denied", "any involvement in the sale", "Denied"),
    ("Jared Kushner dismissed the sale as a hoax.", "Jared Kushner", "dismissed", "the sale as a hoax", "Asserted"),
    ("Jared Kushner dismissed the report as a hoax.", "Jared Kushner", "dismissed", "the report as a hoax", "Denied"),
    ("Jared Kushner denied having met Adam Schiff.", "Jared Kushner", "denied", "having met Adam Schiff", "Denied"),
    ("Jared Kushner denied meeting Adam Schiff.", "Jared Kushner", "denied", "meeting Adam Schiff", "Denied"),
    ("Jared Kushner refuted the story that the mill is closed.", "Jared Kushner", "refuted", "the story that the mill is closed", "Denied"),
    ("Jared Kushner said he will close the mill.", "Jared Kushner", "said", "he will close the mill", "Promised"),
    ('"I will close the mill on Monday," Jared Kushner said.', "Jared Kushner", "said", "I will close the mill on Monday,", "Promised"),
    ("Jared Kushner said Adam Schiff will close the mill.", "Jared Kushner", "said", "Adam Schiff will close the mill", "Asserted"),
    ("Jared Kushner said the mill may close.", "Jared Kushner", "said", "the mill may close", "Speculated"),
    ("Jared Kushner said the figures could have been exaggerated.", "Jared Kushner", "said", "the figures could have been exaggerated", "Speculated"),
    ("Jared Kushner said the mill will probably close.", "Jared Kushner", "said", "the mill will probably close", "Speculated"),
    ("Jared Kushner said Congress must close the mill.", "Jared Kushner", "said", "Congress must close the mill", "Demanded"),
    ("Jared Kushner was quoted as saying that the mill is closed.", "Jared Kushner", "was quoted as saying", "the mill is closed", "Asserted"),
    ("Jared Kushner said he'd closed the mill.", "Jared Kushner", "said", "he'd closed the mill", "Asserted"),
    ("Jared Kushner said they will close the mill.", "Jared Kushner", "said", "they will close the mill", "Asserted"),
    ("Jared Kushner called the rule on mills unfair.", "Jared Kushner", "called", "the rule on mills unfair", "Asserted"),
    ("Jared Kushner was surprised that the mill should close.", "Jared Kushner", "was surprised", "the mill should close", "Asserted"),
    ("Jared Kushner said he did not close the mill.", "Jared Kushner", "said", "he did not close the mill", "Asserted"),
    ('Jared Kushner asked, "Who would ever close the mill?"', "Jared Kushner", "asked", "Who would ever close the mill?", "Questioned"),
    (
        "The mill is closed for good now. — Jared Kushner (@jkushner) May 3, 2017",
        "Jared Kushner", "@jkushner", "The mill is closed for good now", "Asserted",
    ),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "cue", "content", "stance"), QUOTES)
def test_a_quote_has_its_stance(extract: Extract, text: str, source: str, cue: str, content: str, stance: str) -> None:
    quotes = [(q.source, q.cue, q.content, q.stance) for q in extract(text).quotes()]
    assert quotes == [(source, cue, content, stance)]


NO_QUOTES = [
    "Jared Kushner denied America the vote.",
    "It was a power that Jared Kushner denied the mill.",
    "They cannot agree on how to close the mill.",
    "Jared Kushner did not agree to meet the mayor.",
    "Some do not think very highly of Jared Kushner.",
    "Most people do not know that the mill exists.",
    "Jared Kushner admitted large numbers of workers.",
    "Jared Kushner acknowledged no such plan.",
    "They disagree over where the mill stands.",
    "They disagree about what the mill should be for.",
    "Members of Congress disagree over the mill.",
    "It became known that Jared Kushner closed the mill.",
    "It is known that the mill is closed.",
    "They disagree on which mills are closed.",
    "Many think of the mill as closed.",
    "Jared Kushner did not know the mayor.",
    "Jared Kushner questioned many officials about the mill.",
    "Jared Kushner dismissed him to close the mill.",
    "The plan is intended to close the mill.",
    "The talks were described as short.",
    "It is a strategy rejected by Jared Kushner.",
    "It was a request denied by Jared Kushner.",
    'Jared Kushner disagreed. "The mill is closed."',
    "Jared Kushner denied farmers the option of closing the mill.",
    "Farmers are denied their rights by Jared Kushner.",
    "Jared Kushner rejected the plan to close the mill.",
    "Jared Kushner dismissed the class.",
    "Jared Kushner rescinded the rule that mills must close.",
    "Jared Kushner withdrew from the deal that Congress made.",
    "The mill is expected to close.",
    "This shows that the mill is closed.",
    "Jared Kushner shrugged off the criticism from Congress.",
    "The mill is closed for good; Jared Kushner responded by leaving.",
    "The mill is closed for good - Jared Kushner spoke out against it.",
    "Jared Kushner neither confirmed nor denied the report.",
    "Jared Kushner left without confirming that the mill is closed.",
    "Jared Kushner wants to say that the mill is closed.",
    'The "fake" report about the mill was long.',
    'Jared Kushner\'s "good friend" owns the mill.',
    "It is unclear whether the mill is closed.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", NO_QUOTES)
def test_nothing_was_said(extract: Extract, text: str) -> None:
    assert extract(text).quotes() == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        '"Jared Kushner closed the mill and sold it all," he said.',
        "Jared Kushner met the mayor. He said that Jared Kushner closed the mill.",
    ],
)
def test_he_is_nobody_whom_his_own_words_name(extract: Extract, text: str) -> None:
    assert [q.source for q in extract(text).quotes()] in ([], [None])


@pytest.mark.model
def test_each_of_several_speakers_says_it(extract: Extract) -> None:
    reading = extract("Jared Kushner, Sean Spicer and Adam Schiff said that the mill is closed.")
    assert sorted(q.source or "" for q in reading.quotes()) == ["Adam Schiff", "Jared Kushner", "Sean Spicer"]
    assert len({q.id for q in reading.extraction.quotes}) == 3


@pytest.mark.model
def test_what_is_denied_to_have_been_said_is_not_held(extract: Extract) -> None:
    reading = extract("Sean Spicer denied that Jared Kushner said the mill is closed.")
    assert [(q.source, q.stance) for q in reading.quotes()] == [("Sean Spicer", "Denied"), ("Jared Kushner", "Alleged")]


# Who claims that Time Warner owns CNN, and how.
CLAIMS = [
    ("Adam Schiff said Time Warner may own CNN.", "Adam Schiff", "Speculated"),
    ("Adam Schiff confirmed that Time Warner owns CNN.", "Adam Schiff", "Confirmed"),
    ("Adam Schiff denied the claim that Time Warner owns CNN.", "Adam Schiff", "Denied"),
    ("Adam Schiff retracted the claim that Time Warner owns CNN.", "Adam Schiff", "Retracted"),
    ("Adam Schiff wondered whether Time Warner owns CNN.", "Adam Schiff", "Questioned"),
    ("Adam Schiff does not believe that Time Warner owns CNN.", "Adam Schiff", "Denied"),
    ("Adam Schiff suggested that Time Warner owns CNN.", "Adam Schiff", "Speculated"),
    ("There is no evidence that Time Warner owns CNN.", None, "Denied"),
    ("None of them thought that Time Warner owns CNN.", None, "Denied"),
    ("It is unclear whether Time Warner owns CNN.", None, "Questioned"),
    ("If Time Warner owns CNN, the panel will meet.", None, "Speculated"),
    ("Time Warner allegedly owns CNN.", None, "Alleged"),
    ('Time Warner "owns" CNN.', None, "Alleged"),
    ("Officials claimed that Time Warner owns CNN, CNBC's sources said.", "Officials", "Alleged"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "said_by", "stance"), CLAIMS)
def test_who_claims_an_ownership(extract: Extract, text: str, said_by: str | None, stance: str) -> None:
    (relation,) = extract(text).relations("owns")
    assert (relation.said_by, relation.stance) == (said_by, stance)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Jared Kushner was told that the mill is closed.",
        "Jared Kushner was asked whether the mill is closed.",
        "Adam Schiff was accused of closing the mill.",
    ],
)
def test_who_is_told_or_accused_does_not_say_it(extract: Extract, text: str) -> None:
    assert [q.source for q in extract(text).quotes()] in ([], [None])
