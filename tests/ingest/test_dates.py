"""Dates, addresses and names as publishers print them."""

from __future__ import annotations

import pytest

from newsgraph.errors import ConfigError
from newsgraph.ingest import ReadOptions
from newsgraph.ingest.bylines import split_names
from newsgraph.ingest.dates import date_of_file_name, date_of_text, read_date
from newsgraph.ingest.urls import normal_url

DATES = [
    ("2017-05-30", "2017-05-30"),
    ("2017-05-30T23:30:00-04:00", "2017-05-30"),
    ("2017-05-30 23:30:00", "2017-05-30"),
    ("20170530", "2017-05-30"),
    ("May 30, 2017", "2017-05-30"),
    ("Tuesday, May 30, 2017 at 5:24 PM", "2017-05-30"),
    ("30 May 2017", "2017-05-30"),
    ("Tue, 30 May 2017 09:00:00 GMT", "2017-05-30"),
    ("5/30/2017", "2017-05-30"),
    ("30/5/2017", "2017-05-30"),
    ("30.05.2017", "2017-05-30"),
    ("5/6/2017", None),
    ("5/5/2017", "2017-05-05"),
    ("May 2017", None),
    ("May 30", None),
    ("2017", None),
    ("2017-02-30", None),
    ("yesterday", None),
    ("two days ago", None),
    ("Tuesday", None),
    ("", None),
    ("30 mai 2017", None),
]


@pytest.mark.parametrize(("printed", "iso"), DATES)
def test_dates(printed: str, iso: str | None) -> None:
    assert read_date(printed) == iso


STATED = [
    ("Title\n\nPublished May 30, 2017\n\nStory.", "2017-05-30"),
    ("Title\n\nTuesday, May 30, 2017\n\nStory.", "2017-05-30"),
    ("PORT ELLERY, May 30, 2017 (Wire) — The board met.", "2017-05-30"),
    ("Title\n\nThe board met on May 30, 2017, and again in June.", None),
    ("PORT ELLERY — The board met.", None),
]


@pytest.mark.parametrize(("text", "iso"), STATED)
def test_dates_that_a_page_states(text: str, iso: str | None) -> None:
    assert date_of_text(text) == iso


@pytest.mark.parametrize(("name", "iso"), [("2017-05-30-ferry.txt", "2017-05-30"), ("ferry-2017-05-30.txt", None)])
def test_dates_of_file_names(name: str, iso: str | None) -> None:
    assert date_of_file_name(name) == iso


ADDRESSES = [
    (" https://Tideline.example/a?utm_source=x&id=7&UTM_medium=y#top ", "https://tideline.example/a?id=7"),
    ("https://tideline.example/A?b=%20c", "https://tideline.example/A?b=%20c"),
    ("www.tideline.example/a", "www.tideline.example/a"),
    ("n/a", None),
    ("", None),
    (None, None),
    ("http://[", None),
]


@pytest.mark.parametrize(("printed", "url"), ADDRESSES)
def test_addresses(printed: str | None, url: str | None) -> None:
    assert normal_url(printed) == url


NAMES = [
    ("Nora Finch, Tom Adair and Ines Roy", ("Nora Finch", "Tom Adair", "Ines Roy")),
    ("By Nora Finch", ("Nora Finch",)),
    ("Nora Finch; Tom Adair", ("Nora Finch", "Tom Adair")),
    ("Finch, Nora", ("Nora Finch",)),
    ("Alexandra Sanders", ("Alexandra Sanders",)),
    ("Nora Finch, nora@tideline.example", ("Nora Finch",)),
    ("Tom Adair, Jr.", ("Tom Adair, Jr.",)),
    ("", ()),
]


@pytest.mark.parametrize(("printed", "names"), NAMES)
def test_names(printed: str, names: tuple[str, ...]) -> None:
    assert split_names(printed) == names


@pytest.mark.parametrize("options", [{"columns": {"titel": "x"}}, {"date": "May 30"}])
def test_options_that_cannot_be_meant(options: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        ReadOptions(**options)  # type: ignore[arg-type]
