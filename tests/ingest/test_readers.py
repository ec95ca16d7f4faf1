"""One contract for all readers, and what each format holds of its own."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph import ids
from newsgraph.ingest import READERS, ReadOptions, SourceFile, holds_many, read_file
from newsgraph.model import Article, Furniture, FurnitureReason, Skipped
from tests.ingest.pages import GERMAN, HTML, PARAGRAPHS, STORY

TITLE = "Harbour board closes the old ferry terminal"
RECORD = {
    "title": TITLE,
    "text": STORY,
    "url": "https://tideline.example/2017/terminal",
    "date": "2017-05-30",
    "source": "Tideline",
    "authors": "Nora B. Finch",
}
FRONT = (
    f'---\ntitle: "{TITLE}"\ndate: May 30, 2017\nsource: Tideline\nauthor: Nora B. Finch\n'
    "url: https://tideline.example/2017/terminal\n---\n\n"
)


def table(delimiter: str, *records: dict[str, str]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(RECORD), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return buffer.getvalue()


def warc(*pages: tuple[str, bytes, str]) -> bytes:
    """A web archive of pages: address, body, content type."""
    records = []
    for url, body, kind in pages:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2017-06-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(records):08}-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


PAGE_URL = "https://tideline.example/2017/terminal"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tideline</title><item><title>{TITLE}</title><link>{PAGE_URL}</link>
<pubDate>Tue, 30 May 2017 18:00:00 GMT</pubDate><dc:creator>Nora B. Finch</dc:creator>
<description>A teaser.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tideline</title><entry>
<title>{TITLE}</title><link href="{PAGE_URL}"/><published>2017-05-30T18:00:00Z</published>
<author><name>Nora B. Finch</name></author><content type="html"><![CDATA[{BODY}]]></content></entry></feed>"""
TEXT = FRONT + STORY
FIXTURES: dict[str, str] = {
    ".txt": TEXT,
    ".text": TEXT,
    ".txt.gz": TEXT,
    ".md": TEXT,
    ".markdown": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": json.dumps(RECORD),
    ".jsonl.gz": json.dumps(RECORD),
    ".ndjson": json.dumps(RECORD),
    ".ndjson.gz": json.dumps(RECORD),
    ".json": json.dumps([RECORD]),
    ".csv": table(",", RECORD),
    ".csv.gz": table(",", RECORD),
    ".tsv": table("\t", RECORD),
    ".tsv.gz": table("\t", RECORD),
    ".warc": warc((PAGE_URL, HTML.encode(), "text/html; charset=utf-8")).decode(),
    ".warc.gz": warc((PAGE_URL, HTML.encode(), "text/html; charset=utf-8")).decode(),
    ".rss": RSS,
    ".atom": ATOM,
    ".xml": RSS,
}


def read(content: str | bytes, name: str, **options: object) -> list[Article | Skipped]:
    data = content.encode() if isinstance(content, str) else content
    if name.endswith(".gz"):
        data = gzip.compress(data)
    return list(read_file(SourceFile(name, name, data), ReadOptions(**options)))  # type: ignore[arg-type]


def read_article(content: str | bytes, name: str, **options: object) -> Article:
    (article,) = read(content, name, **options)
    assert isinstance(article, Article), article
    return article


def reasons(content: str | bytes, name: str, **options: object) -> list[tuple[str, str]]:
    return [(item.where, item.reason) for item in read(content, name, **options) if isinstance(item, Skipped)]


def test_every_reader_has_a_fixture() -> None:
    assert FIXTURES.keys() == READERS.keys()


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_reads_the_same_article(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / ("story" + suffix)
    data = FIXTURES[suffix].encode()
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    (article,) = read_file(SourceFile(path, "in/story" + suffix), ReadOptions())
    assert isinstance(article, Article)
    assert article.id == ids.mint_article("https://tideline.example/2017/terminal", "")
    assert (article.title, article.date, article.outlet) == (TITLE, "2017-05-30", "Tideline")
    assert article.authors == ("Nora B. Finch",)
    assert article.language == "en"
    assert article.location.startswith("in/story" + suffix)
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert article.sketch


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_skips_what_is_empty_binary_or_damaged(suffix: str) -> None:
    for data in (b"", b"\0\1\2" * 50, b"\xff" * 40 + STORY.encode()):
        found = read(data, "bad" + suffix)
        assert found
        assert all(isinstance(item, Skipped) and item.reason and item.stage == "ingest" for item in found)
    if suffix.endswith(".gz"):
        file = SourceFile("x", "bad" + suffix, gzip.compress(FIXTURES[suffix].encode())[:-20])
        *_, last = read_file(file, ReadOptions())
        assert isinstance(last, Skipped)
        assert "gzip" in last.reason


@pytest.mark.parametrize("suffix", READERS)
def test_files_of_many_articles_are_told_apart(suffix: str) -> None:
    many = suffix.startswith((".json", ".ndjson", ".csv", ".tsv", ".warc", ".rss", ".atom", ".xml"))
    assert holds_many(SourceFile("x" + suffix, "x" + suffix, b"")) is many


# Plain text and Markdown


def test_front_matter_is_set_aside_and_stays_in_the_text() -> None:
    article = read_article(TEXT, "a.txt")
    assert article.text == TEXT
    front = article.furniture[0]
    assert front.reason is FurnitureReason.FRONT_MATTER
    assert article.text[front.span.start : front.span.end] == FRONT.rstrip("\n")


AUTHOR_BLOCKS = [
    "authors: Nora Finch, Tom Adair",
    "authors: [Nora Finch, 'Tom Adair']",
    "authors:\n  - Nora Finch\n  - Tom Adair",
]


@pytest.mark.parametrize("block", AUTHOR_BLOCKS)
def test_front_matter_lists_authors(block: str) -> None:
    assert read_article(f"---\n{block}\n---\n{STORY}", "a.md").authors == ("Nora Finch", "Tom Adair")


@pytest.mark.parametrize("start", ["---\n", "---\nThe board met.\n---\n", "--- a: b\n---\n"])
def test_a_rule_is_no_front_matter(start: str) -> None:
    article = read_article(start + STORY, "a.txt")
    assert all(piece.reason is not FurnitureReason.FRONT_MATTER for piece in article.furniture)


TITLES = [
    (f"{TITLE}\n\n{STORY}", TITLE),
    (f"\n\n  {TITLE}?  \n\n{STORY}", TITLE + "?"),
    (STORY, None),
    (f"The board met.\n\n{STORY}", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_first_line_that_is_a_headline(text: str, title: str | None) -> None:
    assert read_article(text, "a.txt").title == title


def test_markdown_reads_as_prose() -> None:
    text = (
        f"# {TITLE}\n\n![the quay](quay.jpg)\n\n> **{PARAGRAPHS[0]}**\n\n"
        "- See [the report](https://b.example/(1)) of _Paula Voss_.\n\n"
        "```python\nprint('no story')\n```\n<!-- a note -->\n" + STORY
    )
    article = read_article(text, "a.md")
    assert article.title == TITLE
    left = list(article.text)
    for piece in article.furniture:
        left[piece.span.start : piece.span.end] = " " * (piece.span.end - piece.span.start)
    prose = " ".join("".join(left).split())
    expected = f"{TITLE} {PARAGRAPHS[0]} See the report of Paula Voss . {STORY}"
    assert prose == " ".join(expected.split())


DATES = [
    ("2017-05-30-a.txt", STORY, None, "2017-05-30"),
    ("2017-05-30-a.txt", "---\ndate: 2016-01-02\n---\n" + STORY, "2015-01-01", "2016-01-02"),
    ("a.txt", STORY, "2015-01-01", "2015-01-01"),
    ("a.txt", f"{TITLE}\n\nPublished May 30, 2017\n\n{STORY}", None, "2017-05-30"),
    ("a.txt", STORY, None, None),
]


@pytest.mark.parametrize(("name", "text", "option", "date"), DATES)
def test_where_a_date_comes_from(name: str, text: str, option: str | None, date: str | None) -> None:
    assert read_article(text, name, date=option).date == date


def test_the_outlet_of_the_options_is_for_articles_that_name_none() -> None:
    assert read_article(STORY, "a.txt", outlet="Gazette").outlet == "Gazette"
    assert read_article(TEXT, "a.txt", outlet="Gazette").outlet == "Tideline"


def test_an_id_comes_from_the_address_else_from_the_text() -> None:
    assert read_article(STORY, "a.txt").id == ids.mint_article(None, STORY)
    noisy = TEXT.replace("/terminal", "/terminal?utm_medium=mail#top")
    assert read_article(noisy, "a.txt").id == read_article(TEXT, "b.txt").id


# Encodings and sizes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    assert read_article(STORY.encode(encoding), "a.txt").text == STORY
    line = json.dumps(RECORD).encode(encoding)
    assert read_article(line, "a.jsonl").text == STORY


BAD_FILES: list[tuple[str, bytes, dict[str, object], str]] = [
    ("a.txt", b"", {}, "empty"),
    ("a.txt", b" \n\t\n", {}, "empty"),
    ("a.txt", b"abc\0def", {}, "binary: a NUL at byte 3"),
    ("a.txt", b"%PDF-1.4 \xff", {}, "binary: a PDF"),
    ("a.txt", "naïve".encode("latin-1") + STORY.encode(), {}, "not UTF-8 at byte 2"),
    ("a.txt", b"x" * 101, {"max_bytes": 100}, "more than 100 bytes"),
    ("a.txt", b"short\n" + b"x" * 60, {"max_record": 50}, "a line of 60 characters, more than 50"),
    ("a.html", b"<html><body></body></html>", {}, "no article found on the page"),
    ("a.html", b"<<<>>> <p", {}, "no article found on the page"),
    ("a.txt", GERMAN.encode(), {}, "written in German (de), not in en"),
    ("a.txt", b"Advertisement\n\nGetty Images\n", {}, "no story: the page holds nothing but furniture"),
    ("a.json", b'{"text": ', {}, "not JSON: Expecting value in line 1"),
    ("a.csv", b"title,body\nx,y\n", {}, "no column 'text' for the text; the columns are title, body"),
]


def test_results_of_matches_are_in_english() -> None:
    text = (
        "ATHLETICS - HARLOW RESULTS. Leading results in the Harlow meeting: 100 metres 1. Ana Petrov (U.S.) 10.82 seconds "
        "2. Ida Lund (Jamaica) 11.04 3. Mona Orr (Nigeria) 11.07. 200 metres 1. Eva Pike (Nigeria) 22.07 2. Una Cork "
        "(Jamaica) 22.10. 400 metres 1. Lea Gull (Nigeria) 49.48. Javelin 1. Ona Vane (Nigeria) 64.30 2. Ola Moss 63.42."
    )
    assert not reasons(text.encode(), "a.txt")


@pytest.mark.parametrize(("name", "data", "options", "reason"), BAD_FILES)
def test_why_a_file_is_skipped(name: str, data: bytes, options: dict[str, object], reason: str) -> None:
    assert reasons(data, name, **options) == [(name, reason)]


def test_another_language_is_read_when_asked_for() -> None:
    assert read_article(GERMAN, "a.txt", languages=frozenset({"de", "en"})).language == "de"


def test_a_few_words_count_as_english() -> None:
    assert read_article("Ivanov beats Petrov", "a.txt").language == "en"


def test_a_page_in_the_encoding_that_it_names() -> None:
    page = HTML.replace("utf-8", "iso-8859-1").replace("old ferry", "old « ferry » – é")
    article = read_article(page.encode("windows-1252"), "a.html")
    assert "old « ferry » – é" in article.text


# Records


def test_a_bad_record_costs_only_itself() -> None:
    lines = [
        json.dumps(RECORD | {"url": "https://tideline.example/1"}).encode(),
        b'{"text": "cut off',
        b"",
        b"\xff\xfe\xfd",
        b"[1, 2]",
        json.dumps({"title": "no text"}).encode(),
        b'{"text": "' + b"x" * 9000 + b'"}',
        b"[" * 5000,
        json.dumps(RECORD | {"url": "https://tideline.example/2"}).encode(),
    ]
    found = read(b"\n".join(lines), "a.jsonl", max_record=8000)
    assert [(item.where, item.reason.split(":")[0]) for item in found if isinstance(item, Skipped)] == [
        ("a.jsonl:2", "not JSON"),
        ("a.jsonl:4", "not UTF-8 at byte 0"),
        ("a.jsonl:5", "not an object with names and values"),
        ("a.jsonl:6", "no text under 'text'"),
        ("a.jsonl:7", "a line of more than 8,000 characters"),
        ("a.jsonl:8", "not JSON"),
    ]
    assert [item.location for item in found if isinstance(item, Article)] == ["a.jsonl:1", "a.jsonl:9"]


def test_an_endless_line_is_passed_over() -> None:
    line = json.dumps(RECORD).encode()
    found = read(line + b"\n" + b"x" * 200_000 + b"\n" + line.replace(b"terminal", b"quay"), "a.jsonl", max_record=4000)
    assert [type(item) for item in found] == [Article, Skipped, Article]


def test_the_same_article_twice_in_one_file() -> None:
    other = RECORD | {"url": "https://tideline.example/other"}
    content = "\n".join(json.dumps(record) for record in (RECORD, other, RECORD))
    assert reasons(content, "a.jsonl") == [("a.jsonl:3", "same URL as a.jsonl:1")]


AUTHORS: list[tuple[object, tuple[str, ...]]] = [
    ("Nora Finch, Tom Adair", ("Nora Finch", "Tom Adair")),
    (["Nora Finch", "Tom Adair"], ("Nora Finch", "Tom Adair")),
    ([{"name": "Nora Finch"}, {"name": "Tom Adair"}], ("Nora Finch", "Tom Adair")),
    (None, ()),
    (7.5, ()),
]


@pytest.mark.parametrize(("value", "authors"), AUTHORS)
def test_authors_of_a_record(value: object, authors: tuple[str, ...]) -> None:
    assert read_article(json.dumps(RECORD | {"authors": value}), "a.jsonl").authors == authors


def test_columns_of_the_user() -> None:
    record = {"kopf": TITLE, "body": STORY, "medium": {"name": "Tideline"}}
    columns = {"title": "kopf", "text": "body", "outlet": "medium"}
    article = read_article(json.dumps(record), "a.jsonl", columns=columns)
    assert (article.title, article.text, article.outlet) == (TITLE, STORY, "Tideline")


def test_half_a_character_in_json_does_not_survive() -> None:
    article = read_article('{"text": "\\ud83d ' + PARAGRAPHS[0].replace('"', "") + '"}', "a.jsonl")
    assert article.text.startswith("\ufffd The harbour")
    article.text.encode()


def test_json_lists_under_a_key() -> None:
    content = json.dumps({"articles": [RECORD, {"text": ""}]})
    first, second = read(content, "a.json")
    assert isinstance(first, Article)
    assert second == Skipped("a.json#2", "ingest", "no text under 'text'")


def test_csv_records_of_several_lines_are_placed_by_their_first() -> None:
    records = [RECORD | {"url": f"https://tideline.example/{number}"} for number in range(2)]
    found = read(table(",", *records), "a.csv")
    assert [item.location for item in found if isinstance(item, Article)] == ["a.csv:2", "a.csv:9"]
    assert [item.text for item in found if isinstance(item, Article)] == [STORY, STORY]


def test_csv_with_an_open_quote_loses_only_that_record() -> None:
    content = f'title,text\nBad,"never closed\nGood,{PARAGRAPHS[0].replace(",", "")}\n'
    found = read(content, "a.csv")
    assert found[0] == Skipped("a.csv:2", "ingest", "not CSV: a quotation mark that opens here is never closed")
    assert isinstance(found[1], Article)
    assert found[1].location == "a.csv:3"


def test_csv_with_bad_bytes_and_wrong_fields() -> None:
    good = PARAGRAPHS[0].replace(",", "").encode()
    found = read(b"title,text\n\xff\xff," + good + b"\na,b,c\nx," + good + b"\n", "a.csv")
    assert [item.reason for item in found if isinstance(item, Skipped)] == [
        "not UTF-8 at byte 0",
        "a record of 3 fields under 2 column names",
    ]
    assert isinstance(found[-1], Article)


def test_csv_with_semicolons() -> None:
    assert read_article(table(";", RECORD), "a.csv").text == STORY


def test_csv_with_a_field_beyond_the_limit() -> None:
    content = f'title,text\nBad,"{"x " * 5000}"\nGood,"{PARAGRAPHS[0]}"\n'
    found = read(content, "a.csv", max_record=1000)
    assert [type(item) for item in found] == [Skipped, Article]


# Standard input

STDIN: list[tuple[str, bool, Callable[[str], bool]]] = [
    (json.dumps(RECORD), True, lambda location: location == "-:1"),
    (HTML, False, lambda location: location == "-"),
    (STORY, False, lambda location: location == "-"),
    ("{not json} " + STORY, False, lambda location: location == "-"),
]


@pytest.mark.parametrize(("content", "many", "placed"), STDIN)
def test_standard_input_is_told_by_its_start(content: str, many: object, placed: Callable[[str], bool]) -> None:
    file = SourceFile("-", "-", content.encode())
    assert holds_many(file) is many
    (article,) = read_file(file, ReadOptions())
    assert isinstance(article, Article)
    assert placed(article.location)


def test_articles_hold_their_furniture_and_sketch() -> None:
    text = f"{TITLE}\n\n{STORY}\n\nAdvertisement\n"
    article = read_article(text, "a.txt")
    assert [piece.reason for piece in article.furniture] == [FurnitureReason.WIDGET]
    assert all(isinstance(piece, Furniture) for piece in article.furniture)
    assert len(article.sketch) == 65


# Web archives and feeds


def test_a_web_archive_counts_what_is_no_page_and_reads_on() -> None:
    latin = HTML.replace("Marta Quill", "Marta Quéll").encode("windows-1252")
    data = warc(
        ("https://tideline.example/a.png", b"\x89PNG", "image/png"),
        ("https://tideline.example/empty", b"<html></html>", "text/html"),
        (PAGE_URL, latin, "text/html; charset=windows-1252"),
    )
    page, empty, others = sorted(read(data, "crawl.warc"), key=lambda found: found.__class__.__name__ + str(found))
    assert isinstance(page, Article)
    assert "Marta Quéll" in page.text
    assert isinstance(empty, Skipped)
    assert isinstance(others, Skipped)
    assert {others.reason, empty.reason} == {
        "1 records that are no HTML page, or were not found",
        "no article found on the page",
    }


def test_a_page_in_an_archive_that_is_too_long_is_skipped() -> None:
    data = warc((PAGE_URL, HTML.encode(), "text/html"))
    assert reasons(data, "crawl.warc", max_bytes=1000) == [(f"crawl.warc#{PAGE_URL}", "more than 1,000 bytes")]


def test_an_entry_without_text_and_xml_that_is_no_feed() -> None:
    feed = RSS.replace("</channel>", "<item><title>Only a headline</title></item></channel>")
    assert reasons(feed, "a.rss") == [("a.rss#2", "no text in this entry")]
    assert reasons("<books><book/></books>", "a.xml") == [("a.xml", "XML, but no feed (RSS, Atom)")]


def test_scripts_of_a_feed_are_no_text() -> None:
    article = read_article(RSS.replace("<p>", "<script>alert(1)</script><p>", 1), "a.rss")
    assert "alert" not in article.text


@pytest.mark.parametrize("name", ["a.xml", "a.html"])
def test_entities_from_outside_are_never_followed(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOPSECRET", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
    content = RSS if name == "a.xml" else HTML
    hostile = content.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{entity}').replace(
        "voted", "&leak; voted", 1
    )
    hostile = hostile if name == "a.xml" else entity + hostile
    assert not [item for item in read(hostile, name) if isinstance(item, Article) and "TOPSECRET" in item.text]


def test_a_billion_laughs_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "{"ha" * 100}">{laughs}]>' + RSS.split("?>", 1)[1]
    found = read(bomb.replace("voted", "&l11; voted", 1), "a.rss")
    assert all(len(item.text) < 100_000 for item in found if isinstance(item, Article))


def test_a_small_archive_of_a_gigantic_file_is_not_unpacked() -> None:
    ((_, reason),) = reasons(b" " * 60_000_000, "bomb.txt.gz")
    assert reason == "more than 50,000,000 bytes"
