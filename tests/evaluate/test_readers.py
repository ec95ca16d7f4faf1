"""Each format, in the smallest file that shows it; all sentences are made up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.evaluate.gold import (
    GoldArticle,
    GoldEntity,
    GoldError,
    GoldEvent,
    GoldMention,
    GoldQuote,
    GoldRelation,
    GoldTime,
    read_gold,
    write_gold,
)
from newsgraph.evaluate.readers import FORMATS, read_data
from newsgraph.evaluate.readers.detokenize import RunningText

NEUTRAL = GoldArticle(
    id="a",
    text="Ana Roth said on Monday that Acme would close.",
    title="Acme to close",
    date="2024-03-05",
    topic="1",
    mentions=(GoldMention(0, 8, type="Person", form="name", entity="E1"), GoldMention(29, 33)),
    entities={"E1": GoldEntity(type="Person", wikidata="Q1"), "E2": GoldEntity()},
    relations=(GoldRelation("E1", "headOf", "E2"),),
    quotes=(GoldQuote((29, 45), (0, 8), (9, 13)), GoldQuote((29, 45))),
    times=(GoldTime(17, 23, type="DATE", value="2024-03-04"),),
    events=(GoldEvent(40, 45, type="Closing", entity="V1"),),
    annotated=((0, 46),),
)


def lines(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def make_neutral(folder: Path) -> Path:
    path = folder / "mine.jsonl"
    write_gold([NEUTRAL], path)
    return path


def make_conll2003(folder: Path) -> Path:
    path = folder / "eng.test"
    rows = ["-DOCSTART- -X- O O", "", "Ana NNP I-NP I-PER", "Roth NNP I-NP I-PER", "Acme NNP I-NP B-ORG", "( ( O O"]
    rows += ["Lund NNP I-NP I-LOC", ") ) O O", "", "Bolt NNP I-NP I-ORG", ". . O O", ""]
    path.write_text(lines(*rows), encoding="utf-8")
    return path


def make_gum(folder: Path) -> Path:
    (folder / "dep").mkdir()
    (folder / "coref" / "ontogum" / "conll").mkdir(parents=True)
    rows = [
        "# meta::dateCreated = 2020-01-02",
        "# newpar",
        "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-1-sgl)",
        "2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
        "",
        "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)",
        "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_",
        "",
    ]
    (folder / "dep" / "GUM_news_yard.conllu").write_text(lines(*rows), encoding="utf-8")
    brackets = ["# begin document GUM_news_yard", "0\tAna\t(1)", "1\tspoke\t_", "2\t.\t_", "0\tShe\t(1)", "1\tleft\t_"]
    (folder / "coref" / "ontogum" / "conll" / "GUM_news_yard.conll").write_text(lines(*brackets), encoding="utf-8")
    return folder


def make_litbank(folder: Path) -> Path:
    path = folder / "yard_brat.conll"
    cells = ["(0", "0)", "_", "(0)", "_"]
    rows = [
        f"yard\t0\t{n}\t{word}{8 * chr(9)}{cells[n]}" for n, word in enumerate(["Ana", "Roth", "lost", "her", "hat"])
    ]
    path.write_text(lines("#begin document (yard); part 0", *rows, "", "#end document"), encoding="utf-8")
    return path


def make_ecbplus(folder: Path) -> Path:
    (folder / "ECB+" / "1").mkdir(parents=True)
    (folder / "ECBplus_coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n1,1ecb,1\n", encoding="utf-8"
    )
    words = [("0", "Old"), ("0", "news"), ("1", "Ana"), ("1", "left")]
    tokens = "".join(f'<token t_id="{n}" sentence="{s}" number="0">{w}</token>' for n, (s, w) in enumerate(words, 1))
    marked = '<HUMAN_PART_PER m_id="10"><token_anchor t_id="3"/></HUMAN_PART_PER>'
    marked += '<ACTION_OCCURRENCE m_id="11"><token_anchor t_id="4"/></ACTION_OCCURRENCE>'
    tied = '<CROSS_DOC_COREF r_id="1" note="HUM1"><source m_id="10"/><target m_id="99"/></CROSS_DOC_COREF>'
    xml = f"<Document>{tokens}<Markables>{marked}</Markables><Relations>{tied}</Relations></Document>"
    (folder / "ECB+" / "1" / "1_1ecb.xml").write_text(xml, encoding="utf-8")
    return folder


def make_dwie(folder: Path) -> Path:
    path = folder / "dwie_some.jsonl"
    record = {
        "id": "DW_1",
        "tokens": ["Yard", "sold", "\n", "Ana", "Roth", "runs", "Acme."],
        "entities": [
            {"mentions": [{"start": 3, "end": 5, "text": "Ana Roth"}], "type": "person", "tags": []},
            {"mentions": [{"start": 6, "end": 7, "text": "Acme"}], "type": "organization", "tags": []},
        ],
        "relations": [{"h": 0, "t": 1, "r": "head_of"}],
        "iptc": [],
    }
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def make_conll04(folder: Path) -> Path:
    path = folder / "some.txt"
    rows = ["#doc 7", "0\tAna\tB-Peop\t['Work_For']\t[2]", "1\tleads\tO\t['N']\t[1]", "2\tAcme\tB-Org\t['N']\t[2]"]
    path.write_text(lines(*rows), encoding="utf-8")
    return path


def make_knowledgenet(folder: Path) -> Path:
    path = folder / "some.jsonl"
    fact = {"property": "CEO", "subjectStart": 10, "subjectEnd": 14, "objectStart": 0, "objectEnd": 3}
    fact |= {"subjectUri": "Q9", "objectUri": None}
    record = {"fold": 1, "documentId": "3", "text": "Ana leads Acme.", "facts": [fact]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def make_linking(folder: Path) -> Path:
    path = folder / "some.jsonl"
    labels = [
        {"id": 0, "span": [0, 3], "entity_id": "Q5", "name": "Ana"},
        {"id": 1, "span": [15, 18], "entity_id": "Q5", "name": "Ana", "coref": True},
        {"id": 2, "span": [19, 24], "entity_id": "<NIL>", "name": "Unknown", "coref": True},
    ]
    record = {"id": 4, "title": "", "text": "Ana spoke. Of  her plans.", "evaluation_span": [0, 25], "labels": labels}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def make_polnear(folder: Path) -> Path:
    (folder / "attributions").mkdir()
    (folder / "text").mkdir()
    name = "gazette_2016-09-01_yard"
    with (folder / "text" / f"{name}.txt").open("w", encoding="utf-8", newline="") as stream:
        stream.write("First.\r\nAna said it was over.\r\n")
    rows = [
        "T1\tSource 8 11\tAna",
        "T2\tCue 12 16\tsaid",
        "T3\tContent 17 28\tit was over",
        "E1\tSource:T1 Cue:T2 Content:T3",
    ]
    for annotator in ("1a2b", "3c4d"):
        (folder / "attributions" / f"{name}_{annotator}.ann").write_text(lines(*rows), encoding="utf-8")
    return folder


def make_basil(folder: Path) -> Path:
    for part in ("articles", "annotations"):
        (folder / part / "2016").mkdir(parents=True)
    article = {"title": "Yard", "date": "2016-09-01", "body-paragraphs": [["Ana spoke.", "“It is over.”"]]}
    phrases = [{"txt": "“It is over.”", "quote": "yes", "start": 0, "end": 13, "speaker": "Ana"}]
    (folder / "articles" / "2016" / "x_1.json").write_text(json.dumps(article), encoding="utf-8")
    marked = json.dumps({"phrase-level-annotations": phrases})
    (folder / "annotations" / "2016" / "x_1_ann.json").write_text(marked, encoding="utf-8")
    return folder


def make_casie(folder: Path) -> Path:
    (folder / "annotation").mkdir()
    events = [{"subtype": "Phishing", "nugget": {"startOffset": 9, "endOffset": 16, "text": "phished"}}]
    record = {"content": "Somebody phished Acme.", "cyberevent": {"hopper": [{"index": "h1", "events": events}]}}
    (folder / "annotation" / "1.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def make_casie_file(folder: Path) -> Path:
    return make_casie(folder) / "annotation" / "1.json"


def make_timeml(folder: Path) -> Path:
    path = folder / "some.tml"
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-05">today</TIMEX3></DCT>'
    marked = '<TIMEX3 tid="t1" type="DATE" value="2024-03-04">Monday</TIMEX3>'
    path.write_text(f"<TimeML>{created}<TEXT>Ana left on {marked}.</TEXT></TimeML>", encoding="utf-8")
    (folder / "._some.tml").write_bytes(b"\x00\x05")
    return folder


def make_conllu(folder: Path) -> Path:
    return make_gum(folder) / "dep" / "GUM_news_yard.conllu"


# What each file holds, as surfaces.
FILES: dict[str, tuple[Callable[[Path], Path], str, dict[str, list[str]]]] = {
    "neutral": (make_neutral, "ner", {"mentions": ["Ana Roth", "Acme"], "events": ["close"], "times": ["Monday"]}),
    "conll2003": (make_conll2003, "ner", {"mentions": ["Ana Roth", "Acme", "Lund", "Bolt"]}),
    "gum": (make_gum, "coref", {"mentions": ["Ana", "She"]}),
    "gum file": (make_conllu, "ner", {"mentions": ["Ana", "She"]}),
    "litbank": (make_litbank, "coref", {"mentions": ["Ana Roth", "her"]}),
    "ecbplus": (make_ecbplus, "crossdoc", {"mentions": ["Ana"], "events": ["left"]}),
    "dwie": (make_dwie, "relations", {"mentions": ["Ana Roth", "Acme"], "relations": ["head_of"]}),
    "conll04": (make_conll04, "relations", {"mentions": ["Ana", "Acme"], "relations": ["Work_For"]}),
    "knowledgenet": (make_knowledgenet, "relations", {"mentions": ["Ana", "Acme"], "relations": ["CEO"]}),
    "linking": (make_linking, "link", {"mentions": ["Ana", "her", "plans"]}),
    "polnear": (make_polnear, "quotes", {"quotes": ["Ana|said|it was over"]}),
    "basil": (make_basil, "quotes", {"quotes": ["||“It is over.”"]}),
    "casie": (make_casie, "events", {"events": ["phished"]}),
    "casie file": (make_casie_file, "events", {"events": ["phished"]}),
    "timeml": (make_timeml, "time", {"times": ["Monday"]}),
}


def test_every_format_is_shown_here() -> None:
    assert set(FILES) == set(FORMATS)


@pytest.mark.parametrize("name", FILES)
def test_a_format_is_told_by_looking_and_read(name: str, tmp_path: Path) -> None:
    make, task, holds = FILES[name]
    path = make(tmp_path)
    assert next(form for form, how in FORMATS.items() if how.fits(path)) == name
    (article,) = read_data(path, task)
    for part, surfaces in holds.items():
        assert [surface(article, part, each) for each in getattr(article, part)][: len(surfaces)] == surfaces


def surface(article: GoldArticle, part: str, each: object) -> str:
    text = article.text
    if isinstance(each, GoldRelation):
        return each.predicate
    if isinstance(each, GoldQuote):
        return "|".join(text[slice(*span)] if span else "" for span in (each.source, each.cue, each.content))
    assert isinstance(each, GoldMention | GoldEvent | GoldTime)
    return text[each.start : each.end]


def test_the_neutral_form_comes_back_as_it_was(tmp_path: Path) -> None:
    assert list(read_gold(make_neutral(tmp_path))) == [NEUTRAL]


def test_a_fault_in_a_line_is_told_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n\n{"id": "b"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.jsonl:3"):
        list(read_gold(path))


@pytest.mark.parametrize("content", ["", "Some text.\n", '{"a": 1}\n', "{}", "\x00"])
def test_what_is_in_no_format_is_told_in_one_line(content: str, tmp_path: Path) -> None:
    path = tmp_path / "some.file"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="none of the formats"):
        read_data(path, "ner")


def test_what_is_not_there_or_binary_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "nowhere", tmp_path / "bytes", tmp_path):
        with pytest.raises(GoldError):
            read_data(path, "ner")


def test_ecbplus_knows_what_was_looked_at(tmp_path: Path) -> None:
    (article,) = read_data(make_ecbplus(tmp_path), "crossdoc")
    assert [article.text[slice(*span)] for span in article.annotated or ()] == ["Ana left"]
    assert article.mentions[0].entity == "HUM1"
    assert article.topic == "1"


def test_linking_knows_forms_and_what_is_unknown(tmp_path: Path) -> None:
    (article,) = read_data(make_linking(tmp_path), "link")
    assert [mention.form for mention in article.mentions] == ["name", "pronoun", "nominal"]
    assert article.entities == {"Q5": GoldEntity(wikidata="Q5"), "4-2": GoldEntity()}


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Ana 's yard ( in Lund ) closed .", "Ana's yard (in Lund) closed."),
        ('" It is over , " she said .', '"It is over," she said.'),
        ("the brothers ' house", "the brothers' house"),
        ("It costs $ 5 .", "It costs $5."),
    ],
)
def test_running_text_is_as_printed(tokens: str, text: str) -> None:
    running = RunningText()
    running.add_sentence(tokens.split())
    assert running.text == text
    assert [text[slice(*span)] for span in running.spans] == tokens.split()


FAULTS = [
    ('"mentions": [{"start": 0, "end": 99}]', "mention 0 to 99 is no span of a text of 12 characters"),
    ('"times": [{"start": 5, "end": 2}]', "time 5 to 2 is no span"),
    ('"quotes": [{"content": [3, 3]}]', "content 3 to 3 is no span"),
    ('"relations": [{"subject": "E1", "predicate": "owns", "object": "E2"}]', "a relation of 'E1'"),
    ('"date": "yesterday"', "the date 'yesterday' is not ISO"),
    ('"mentions": [{"start": 0, "end": 6, "form": "noun"}]', "'noun'"),
    ('"mention": []', "`mention`"),
]


@pytest.mark.parametrize(("field", "told"), FAULTS)
def test_a_fault_in_the_neutral_form_is_told_with_its_line(field: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(f'{{"id": "a", "text": "Nobody came."}}\n{{"id": "b", "text": "Nobody came.", {field}}}\n')
    with pytest.raises(GoldError, match=f":2: .*{re.escape(told)}"):
        list(read_gold(path))
