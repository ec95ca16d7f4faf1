"""What the reader sees as said, cut and judged by the parse: on sentences parsed by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsgraph.extract.chains import quoted_tokens
from newsgraph.extract.quotes import find_quotes
from newsgraph.extract.reader.attributions import Attribution
from newsgraph.extract.sources import Sources
from tests.extract.docs import VOCAB, found, parsed

Range = tuple[int, int]
DENIED_TO_NBC = (
    "Cole/NNP/nsubj/1 denied=deny/VBD/ROOT/1 to/IN/prep/1 NBC/NNP/pobj/2 that/IN/mark/6 she/PRP/nsubj/6 "
    "lied=lie/VBD/ccomp/1 ././punct/1"
)
FLEW = (
    "Cole/NNP/nsubj/1 called=call/VBD/ROOT/1 it/PRP/nsubj/3 false/JJ/oprd/1 and/CC/cc/1 flew=fly/VBD/conj/1 "
    "home/RB/advmod/5 ././punct/1"
)
PETITION = (
    "Cole/NNP/nsubj/1 denied=deny/VBD/ROOT/1 a/DT/det/3 petition/NN/dobj/1 that/WDT/dobj/6 groups=group/NNS/nsubj/6 "
    "filed=file/VBD/relcl/3 ././punct/1"
)
DISMISSED = (
    "Cole/NNP/nsubj/1 dismissed=dismiss/VBD/ROOT/1 her/PRP$/poss/3 lawyer/NN/dobj/1 ,/,/punct/3 Ruiz/NNP/appos/3 "
    "././punct/1"
)
DISMISSED_REPORT = "Cole/NNP/nsubj/1 dismissed=dismiss/VBD/ROOT/1 the/DT/det/3 story/NN/dobj/1 ././punct/1"

THANKED = "Cole/NNP/nsubj/1 thanked=thank/VBD/ROOT/1 the/DT/det/3 agents=agent/NNS/dobj/1 ././punct/1"
CALLED = "Cole/NNP/nsubj/1 called=call/VBD/ROOT/1 it/PRP/nsubj/4 a/DT/det/4 hoax/NN/oprd/1 ././punct/1"

# The sentence, its people, the reader's cue and content, and what is left: the content, and whether it was said.
CUT: list[tuple[str, list[str], Range, Range, str, bool]] = [
    (DENIED_TO_NBC, ["Cole"], (1, 2), (3, 7), "she lied", True),
    (FLEW, ["Cole"], (1, 2), (2, 7), "it false", True),
    (PETITION, ["Cole"], (1, 3), (4, 7), "petition that groups filed", False),
    (DISMISSED, ["Cole", "Ruiz"], (1, 2), (2, 6), "her lawyer, Ruiz", False),
    (THANKED, ["Cole"], (1, 2), (2, 4), "the agents", False),
    (CALLED, ["Cole"], (1, 2), (2, 5), "it a hoax", True),
    (DISMISSED_REPORT, ["Cole"], (1, 2), (2, 4), "the story", True),
]


@pytest.mark.parametrize(("rows", "people", "cue", "content", "left", "said"), CUT)
def test_a_content_is_cut_to_what_is_said(
    rows: str, people: list[str], cue: Range, content: Range, left: str, *, said: bool
) -> None:
    doc = parsed(rows)
    sources = Sources(doc, found(doc, *((name, "Person") for name in people)))
    (quote,) = find_quotes(doc, sources, quoted_tokens(doc), [Attribution(cue, (0, 1), content, 0.9)])
    assert (doc[quote.content[0] : quote.content[1]].text, quote.said) == (left, said)


def test_where_it_was_said_is_not_said() -> None:
    doc = parsed(
        "``/``/punct/8 Nobody/NN/nsubj/2 knows=know/VBZ/ccomp/7 the/DT/det/4 cost/NN/dobj/2 ,/,/punct/7 ''/''/punct/7 "
        "said=say/VBD/ROOT/7 Cole/NNP/nsubj/7 at/IN/prep/7 a/DT/det/12 news/NN/compound/12 conference/NN/pobj/9 "
        "././punct/7"
    )
    sources = Sources(doc, found(doc, ("Cole", "Person")))
    told = [Attribution((7, 11), (8, 9), content, 0.9) for content in ((1, 5), (11, 13))]
    quotes = find_quotes(doc, sources, quoted_tokens(doc), told)
    assert [doc[quote.content[0] : quote.content[1]].text for quote in quotes] == ["Nobody knows the cost,"]


def test_a_content_ends_with_no_conjunction() -> None:
    doc = parsed(
        "It/PRP/nsubj/1 failed=fail/VBD/ROOT/1 ,/,/punct/1 as/IN/mark/5 Cole/NNP/nsubj/5 claims=claim/VBZ/advcl/1 "
        "././punct/1"
    )
    sources = Sources(doc, found(doc, ("Cole", "Person")))
    (quote,) = find_quotes(doc, sources, quoted_tokens(doc), [Attribution((5, 6), (4, 5), (0, 4), 0.9)])
    assert doc[quote.content[0] : quote.content[1]].text == "It failed"


def test_a_content_ends_with_its_paragraph() -> None:
    words = ["Cole", "denies", "it", "all", "\n\n", "PORT", "ELLERY"]
    deps, heads = ["nsubj", "ROOT", "dobj", "advmod", "", "compound", "ROOT"], [1, 1, 1, 2, 3, 6, 6]
    tags, pos = (
        ["NNP", "VBZ", "PRP", "RB", "_SP", "NNP", "NNP"],
        ["PROPN", "VERB", "PRON", "ADV", "SPACE", "PROPN", "PROPN"],
    )
    lemmas = ["Cole", "deny", "it", "all", "\n\n", "PORT", "ELLERY"]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas)
    sources = Sources(doc, found(doc, ("Cole", "Person")))
    (quote,) = find_quotes(doc, sources, quoted_tokens(doc), [Attribution((1, 2), (0, 1), (2, 7), 0.9)])
    assert doc[quote.content[0] : quote.content[1]].text == "it all"
