"""Dates and periods, resolved against the article's date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgraph.extract.times import find_times

# Tuesday, 27 June 2017, where a row says nothing else.
PUBLISHED = "2017-06-27"
SAME = "="  # the day the value names, begin and end

FULL_DATES = [
    ("The meeting took place on June 9, 2016.", PUBLISHED, "June 9, 2016", "2016-06-09", SAME, SAME),
    ("The meeting took place on June 9, 2016.", None, "June 9, 2016", "2016-06-09", SAME, SAME),
    ("He left on 9 June 2016.", PUBLISHED, "9 June 2016", "2016-06-09", SAME, SAME),
    ("He left on Sept. 3, 2015.", PUBLISHED, "Sept. 3, 2015", "2015-09-03", SAME, SAME),
    ("He left on Friday, June 9, 2017.", PUBLISHED, "Friday, June 9, 2017", "2017-06-09", SAME, SAME),
    ("He left on June 1st, 2017.", PUBLISHED, "June 1st, 2017", "2017-06-01", SAME, SAME),
    ("The file is dated 2017-05-30.", PUBLISHED, "2017-05-30", "2017-05-30", SAME, SAME),
    ("The file is dated 2017-05-30.", None, "2017-05-30", "2017-05-30", SAME, SAME),
    ("A leap day: Feb. 29, 2016.", PUBLISHED, "Feb. 29, 2016", "2016-02-29", SAME, SAME),
]
DAYS = [
    ("She resigned on June 9.", PUBLISHED, "June 9", "2017-06-09", SAME, SAME),
    ("She resigned on Dec. 20.", PUBLISHED, "Dec. 20", "2016-12-20", SAME, SAME),
    ("She resigned on July 4.", PUBLISHED, "July 4", "2017-07-04", SAME, SAME),
    ("She resigned on Jan. 2.", "2017-01-03", "Jan. 2", "2017-01-02", SAME, SAME),
    ("She resigned on Dec. 30.", "2017-01-03", "Dec. 30", "2016-12-30", SAME, SAME),
    ("She resigned on Feb. 29.", PUBLISHED, "Feb. 29", "2016-02-29", SAME, SAME),
    ("She resigned on Thursday, June 22.", PUBLISHED, "Thursday, June 22", "2017-06-22", SAME, SAME),
    ("She resigned on June 9.", None, "June 9", "XXXX-06-09", None, None),
    ("She left yesterday.", PUBLISHED, "yesterday", "2017-06-26", SAME, SAME),
    ("She left yesterday.", "2017-03-01", "yesterday", "2017-02-28", SAME, SAME),
    ("She left yesterday.", "2016-03-01", "yesterday", "2016-02-29", SAME, SAME),
    ("She leaves tomorrow.", "2016-12-31", "tomorrow", "2017-01-01", SAME, SAME),
    ("Today she left.", PUBLISHED, "Today", "2017-06-27", SAME, SAME),
    ("She left yesterday morning.", PUBLISHED, "yesterday morning", "2017-06-26TMO", "2017-06-26", "2017-06-26"),
    ("She leaves tonight.", PUBLISHED, "tonight", "2017-06-27TNI", "2017-06-27", "2017-06-27"),
    ("She left yesterday.", None, "yesterday", "PAST_REF", None, None),
    ("She leaves tomorrow.", None, "tomorrow", "FUTURE_REF", None, None),
]
WEEKDAYS = [
    ("She spoke on Monday.", PUBLISHED, "Monday", "2017-06-26", SAME, SAME),
    ("She spoke on Tuesday.", PUBLISHED, "Tuesday", "2017-06-27", SAME, SAME),
    ("She spoke on Wednesday.", PUBLISHED, "Wednesday", "2017-06-21", SAME, SAME),
    ("She spoke Tuesday morning.", PUBLISHED, "Tuesday morning", "2017-06-27TMO", "2017-06-27", "2017-06-27"),
    ("She spoke on Thursday.", "2016-03-02", "Thursday", "2016-02-25", SAME, SAME),
    ("She spoke last Tuesday.", PUBLISHED, "last Tuesday", "2017-06-20", SAME, SAME),
    ("Talks resume next Tuesday.", PUBLISHED, "next Tuesday", "2017-07-04", SAME, SAME),
    ("Talks resume next Friday.", PUBLISHED, "next Friday", "2017-06-30", SAME, SAME),
    ("She will speak on Friday.", PUBLISHED, "Friday", "2017-06-30", SAME, SAME),
    ("Rain fell. She will speak on Friday.", PUBLISHED, "Friday", "2017-06-30", SAME, SAME),
    ("She is expected to speak on Friday.", PUBLISHED, "Friday", "2017-06-30", SAME, SAME),
    ("She will win. He spoke on Friday.", PUBLISHED, "Friday", "2017-06-23", SAME, SAME),
    ("She will speak on Sunday.", "2016-02-26", "Sunday", "2016-02-28", SAME, SAME),
    ("She spoke on Monday.", None, "Monday", "XXXX-WXX-1", None, None),
    ("She spoke Monday night.", None, "Monday night", "XXXX-WXX-1TNI", None, None),
]
PERIODS = [
    ("Sales fell last week.", PUBLISHED, "last week", "2017-W25", "2017-06-19", "2017-06-25"),
    ("Sales fell last week.", "2016-01-05", "last week", "2015-W53", "2015-12-28", "2016-01-03"),
    ("Sales may fall next week.", PUBLISHED, "next week", "2017-W27", "2017-07-03", "2017-07-09"),
    ("Sales fell last month.", PUBLISHED, "last month", "2017-05", "2017-05-01", "2017-05-31"),
    ("Sales fell last month.", "2017-01-15", "last month", "2016-12", "2016-12-01", "2016-12-31"),
    ("Sales fall next month.", "2016-12-15", "next month", "2017-01", "2017-01-01", "2017-01-31"),
    ("Sales fell late last year.", PUBLISHED, "late last year", "2016", "2016-01-01", "2016-12-31"),
    ("Sales fell last year.", None, "last year", "PAST_REF", None, None),
    ("He was hired in June 2015.", PUBLISHED, "June 2015", "2015-06", "2015-06-01", "2015-06-30"),
    ("He was hired in February 2016.", PUBLISHED, "February 2016", "2016-02", "2016-02-01", "2016-02-29"),
    ("He was hired on 29 February 2017.", PUBLISHED, "February 2017", "2017-02", "2017-02-01", "2017-02-28"),
    ("He was hired in May.", PUBLISHED, "May", "2017-05", "2017-05-01", "2017-05-31"),
    ("He was hired in June.", PUBLISHED, "June", "2017-06", "2017-06-01", "2017-06-30"),
    ("He was hired in December.", PUBLISHED, "December", "2016-12", "2016-12-01", "2016-12-31"),
    ("The panel will hear him in July.", PUBLISHED, "July", "2017-07", "2017-07-01", "2017-07-31"),
    ("Rain fell. The panel will hear him in July.", PUBLISHED, "July", "2017-07", "2017-07-01", "2017-07-31"),
    ("He was hired last December.", PUBLISHED, "last December", "2016-12", "2016-12-01", "2016-12-31"),
    ("He was hired last June.", PUBLISHED, "last June", "2016-06", "2016-06-01", "2016-06-30"),
    ("He was hired in May.", None, "May", "XXXX-05", None, None),
    ("He was hired in 2009.", PUBLISHED, "2009", "2009", "2009-01-01", "2009-12-31"),
    ("He was hired in 2009.", None, "2009", "2009", "2009-01-01", "2009-12-31"),
    ("He left three days ago.", PUBLISHED, "three days ago", "2017-06-24", SAME, SAME),
    ("He left two weeks ago.", PUBLISHED, "two weeks ago", "2017-W24", "2017-06-12", "2017-06-18"),
    ("He left seven months ago.", PUBLISHED, "seven months ago", "2016-11", "2016-11-01", "2016-11-30"),
    ("He left 10 years ago.", PUBLISHED, "10 years ago", "2007", "2007-01-01", "2007-12-31"),
    ("He left a year ago.", PUBLISHED, "a year ago", "2016", "2016-01-01", "2016-12-31"),
    ("He left a year ago.", None, "a year ago", "PAST_REF", None, None),
    ("He left in the summer of 2016.", PUBLISHED, "the summer of 2016", "2016-SU", None, None),
    ("He left last fall.", PUBLISHED, "last fall", "2016-FA", None, None),
]


ROWS = [(text, published, tuple(rest)) for text, published, *rest in FULL_DATES + DAYS + WEEKDAYS + PERIODS]


@pytest.mark.parametrize(("text", "published", "expected"), ROWS)
def test_a_time_expression(text: str, published: str | None, expected: tuple[str | None, ...]) -> None:
    (found,) = find_times(text, date.fromisoformat(published) if published else None)
    begin, end = (day.isoformat() if day else None for day in (found.begin, found.end))
    surface = text[found.span.start : found.span.end]
    same = (SAME, SAME) if expected[2:] == (SAME, SAME) and begin == end == found.value else (begin, end)
    assert (surface, found.value, *same) == expected


NO_TIMES = [
    "The bill was due on Feb. 30, 2017.",
    "The bill was due on June 31.",
    "The bill was due on 2017-02-30.",
    "The bill was due on Feb. 29, 2017.",
    "Senators may vote on it.",
    "May the best man win.",
    "Theresa May spoke in London.",
    "May met Merkel in Berlin.",
    "In May's view the talks are dead.",
    "Thousands march on the square.",
    "The March on the square was loud.",
    "They paid 2,017 dollars for 2017 chairs.",
    "The spring broke and the fall was long.",
    "Page 2016 is missing.",
]


@pytest.mark.parametrize("published", [PUBLISHED, None])
@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_date(text: str, published: str | None) -> None:
    found = find_times(text, date.fromisoformat(published) if published else None)
    assert [text[t.span.start : t.span.end] for t in found] == []


def test_several_times_in_one_text() -> None:
    text = "On Monday she recalled the night of Nov. 8, 2016, and the vote in December."
    found = find_times(text, date.fromisoformat(PUBLISHED))
    assert [(text[t.span.start : t.span.end], t.value) for t in found] == [
        ("Monday", "2017-06-26"),
        ("Nov. 8, 2016", "2016-11-08"),
        ("December", "2016-12"),
    ]


PIECES = st.sampled_from(
    [
        *("next week", "last week", "next month", "last month", "next year", "last year", "this year", "tomorrow"),
        *("yesterday", "tonight", "next Tuesday", "last Friday", "will speak on Sunday", "Tuesday morning"),
        *("999 days ago", "999 weeks ago", "999 months ago", "999 years ago", "in December", "in January", "last May"),
        *("next March", "Feb. 29", "Feb. 30, 2017", "June 0", "0 June 2016", "June 9, 2016", "2016-13-01", "in 2099"),
        *("last winter", "winter of 1999", "next fall of 2016", "\n", ". "),
        *(
            "half an hour",
            "since 1990",
            "until 2 p.m. Friday",
            "from May to June",
            "a year earlier",
            "the quarter",
            "2 1/2",
        ),
        *(
            "0 p.m.",
            "24:61",
            "13/13/13",
            "June 9-3",
            "the '60s",
            "the 0th century",
            "a dozen decades ago",
            "before 1/1/1",
        ),
        *(
            "nineteen ninety-seven",
            "the fifth quarter",
            "1,000,000,000 years",
            "every other year",
            "the previous Friday",
        ),
        *("laſt month", "Frıday", "wee\u212as ago", "June ٣", "in ２０１７"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map(" ".join))
DATES = st.one_of(
    st.none(),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from([date.min, date.max, date.min + timedelta(days=3), date.max - timedelta(days=3)]),
)


@given(TEXTS, DATES)
@example("next week next month next year tomorrow next Tuesday", date.max)
@example("last week last month last year yesterday last Tuesday 999 days ago last May", date.min)
@example("laſt month, Frıday", date(2017, 6, 27))
@settings(max_examples=300, deadline=None)
def test_times_lie_in_the_text_and_apart(text: str, published: date | None) -> None:
    end = 0
    for found in find_times(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        if found.begin is not None and found.end is not None:
            assert found.begin <= found.end
