"""All kinds of times by their values; days and months have their tables in test_times.py."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.time_numbers import count_of
from newsgraph.extract.times import READERS, find_times
from tests.extract.reading import Extract

PUBLISHED = date(2017, 6, 27)  # a Tuesday
PATTERNS: list[dict[str, Any]] = read_toml("times.toml")["pattern"]
EXAMPLES = [(text, value) for pattern in PATTERNS for text, value in pattern["examples"]]


def readings(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[t.span.start : t.span.end], t.value) for t in find_times(text, published)]


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    return [
        (time.begin and time.begin.isoformat(), time.end and time.end.isoformat())
        for time in find_times(text, published)
    ]


@pytest.mark.parametrize(("text", "value"), EXAMPLES)
def test_the_examples_of_the_forms(text: str, value: str) -> None:
    (expected,) = re.findall(r"\[(.*)\]", text)
    assert (expected, value) in readings(re.sub(r"[\[\]]", "", text))


def test_every_reader_has_a_form_and_every_form_a_reader() -> None:
    assert {pattern["read"] for pattern in PATTERNS} == set(READERS)


DATES = [
    ("The first quarter was weak, but the quarter beat that of a year ago.", ["2017-Q1", "2017-Q1", "2016-Q1"]),
    ("Profit rose in the quarter ended Sept. 30.", ["2016-Q3", "2016-09-30"]),
    ("It lost money in the year-ago period.", ["2016-Q1"]),
    ("It expects to be profitable by the fourth quarter of this year.", ["2017-Q4"]),
    ("It will open in the fourth quarter.", ["2017-Q4"]),
    ("The last quarter of the film bored the critics in the fifth quarter.", ["2017-Q1"]),
    ("He led the firm in the late 1980s and the '90s.", ["198", "199"]),
    ("A temple of the 12th century was found.", ["11"]),
    ("The law of nineteen sixty-four is old.", ["1964"]),
    ("It was cold last winter and this spring.", ["2016-WI", "2017-SP"]),
    ("They wed in 2009 and parted the following year.", ["2009", "2010"]),
    ("He left a month ago and came back three weeks ago.", ["2017-05", "2017-W23"]),
    ("He quit in 2012. Two years later he was back.", ["2012", "2014"]),
    ("They met over the weekend.", ["2017-W25-WE"]),
    ("They will meet this weekend.", ["2017-W26-WE"]),
    ("The deal closes by year-end.", ["2017-12-31"]),
    ("Shops were shut on Christmas Day.", ["2016-12-25"]),
    ("It is forecast for the end of next month.", ["2017-07"]),
]
CLOCKS = [
    ("Polls will open at 7 a.m. on Friday.", ["2017-06-30T07:00"]),
    ("Polls close at 8:30 p.m. EST.", ["2017-06-27T20:30"]),
    ("She spoke at noon Monday and at midnight Sunday.", ["2017-06-26T12:00", "2017-06-25T24:00"]),
    ("The storm struck last night and raged this morning.", ["2017-06-26TNI", "2017-06-27TMO"]),
    ("Rain fell overnight.", ["2017-06-27TNI"]),
    ("Call 12:75 or 30 p.m. if you can.", []),
]
LENGTHS = [
    ("She served for two years and six months.", ["P2Y", "P6M"]),
    ("She spoke for 2 1/2 hours.", ["PT2H30M"]),
    ("She spoke for half an hour.", ["PT30M"]),
    ("She spoke for a minute and a half.", ["PT1M30S"]),
    ("They argued for weeks.", ["PXW"]),
    ("They argued for several days.", ["PXD"]),
    ("Over the next few months prices will rise.", ["PXM"]),
    ("It is the worst drought in almost a hundred years.", ["P100Y"]),
    ("A 30-day truce began.", ["P30D"]),
    ("He was gone for more than a decade.", ["P10Y"]),
    ("He was gone for a fortnight or two days.", ["P2W", "P2D"]),
    ("Ms. Roe, 52 years old, has a three-year-old son.", []),
    ("It imports three-quarters of its food.", []),
    ("Wait a second.", []),
]
SETS = [
    ("He runs every day.", ["P1D"]),
    ("The panel meets each Thursday.", ["XXXX-WXX-4"]),
    ("The club plays Tuesday nights.", ["XXXX-WXX-2TNI"]),
    ("The fee is paid annually.", ["XXXX"]),
    ("He is back every May.", ["XXXX-05"]),
    ("He visits every other week.", ["P2W"]),
    ("It pays a quarterly dividend.", []),
]
REFERENCES = [
    ("She is now in charge.", ["PRESENT_REF"]),
    ("She recently quit and will soon be back.", ["PAST_REF", "FUTURE_REF"]),
    ("In the past, they lost; in the future, they hope to win.", ["PAST_REF", "FUTURE_REF"]),
    ("Reply as soon as possible.", ["FUTURE_REF"]),
    ("As soon as she spoke, future growth was in doubt.", []),
]


@pytest.mark.parametrize(("text", "values"), DATES + CLOCKS + LENGTHS + SETS + REFERENCES)
def test_the_values_of_a_text(text: str, values: list[str]) -> None:
    assert [value for _, value in readings(text)] == values


TENSES = [
    ("The court ruled on Friday.", "2017-06-23"),
    ("The court will rule on Friday.", "2017-06-30"),
    ("The court is to rule on Friday.", "2017-06-30"),
    ("The court is scheduled to rule on Friday.", "2017-06-30"),
    ("On Friday, the court will rule.", "2017-06-30"),
    ("The court declined to rule on Friday.", "2017-06-23"),
    ("Mr. X. will, by then, rule. It was closed on Friday.", "2017-06-23"),
    ("The court gave them until Friday.", "2017-06-23"),
    ("They must reply by Friday.", "2017-06-30"),
    ("They agreed to buy it in September.", "2017-09"),
    ("They bought it in September.", "2016-09"),
    ("The dividend is payable Jan. 2.", "2018-01-02"),
]


@pytest.mark.parametrize(("text", "value"), TENSES)
def test_the_tense_of_the_clause_tells_the_direction(text: str, value: str) -> None:
    assert [v for _, v in readings(text)] == [value]


BOUNDS = [
    ("He has led it since 2015.", [("2015-01-01", None)]),
    ("He stays until Friday, June 30.", [(None, "2017-06-30")]),
    ("He left before June 9.", [(None, "2017-06-08")]),
    ("He led it from May to June.", [("2017-05-01", "2017-06-30")] * 2),
    ("He led it between 1990 and 1995.", [("1990-01-01", "1995-12-31")] * 2),
    ("He led it from 1990 - 1995.", [("1990-01-01", "1995-12-31")] * 2),
    ("He came from Rome in 1990 and 1995.", [("1990-01-01", "1990-12-31"), ("1995-01-01", "1995-12-31")]),
    ("He led it from 1995 to 1990.", [("1995-01-01", "1995-12-31"), ("1990-01-01", "1990-12-31")]),
    ("The fair is on June 9-11.", [("2017-06-09", "2017-06-11")]),
    ("He led it in the 1990s.", [("1990-01-01", "1999-12-31")]),
    ("He led it for two years, in the past, every day, in the summer of 2016.", [(None, None)] * 4),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_the_days_that_a_time_covers(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert days(text) == expected


UNDATED = [
    ("Sales fell in the third quarter.", ["XXXX-Q3"]),
    ("Sales fell in the quarter.", ["XXXX-QX"]),
    ("He left two weeks ago and is back two years later.", ["PAST_REF", "FUTURE_REF"]),
    ("Come at 4 p.m. or 9 a.m. Monday.", ["XXXX-XX-XXT16:00", "XXXX-WXX-1T09:00"]),
    ("He left in May last year, in the first half, over the weekend.", ["XXXX-05", "XXXX-H1", "XXXX-WXX-WE"]),
    ("He served two years in the 1990s.", ["P2Y", "199"]),
]


@pytest.mark.parametrize(("text", "values"), UNDATED)
def test_an_article_without_a_date(text: str, values: list[str]) -> None:
    assert [value for _, value in readings(text, None)] == values


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty four", 24),
        ("two hundred", 200),
        ("a hundred", 100),
        ("a couple of", 2),
        ("a dozen", 12),
        ("1,000", 1000),
        ("a", 1),
        ("a few", None),
        ("two to three", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert count_of(words.split()) == number


@pytest.mark.parametrize("piece", ["two ", "the past ", "Nov . 2 , ", "about a year or so ", "1 1/2 - ", "\n \n", "1,"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    find_times(piece * 20_000, PUBLISHED)


@pytest.mark.model
def test_a_length_or_a_repetition_dates_no_event(extract: Extract) -> None:
    met = extract("Donald Trump met Vladimir Putin on Friday. Angela Merkel met Emmanuel Macron for two hours.")
    times = {time.id: time.value for time in met.extraction.times}
    assert [times.get(event.time_id or "") for event in met.extraction.events] == ["2017-06-23", None]
