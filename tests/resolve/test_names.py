"""Names in one spelling: of people, bodies, places, posts, outlets."""

from __future__ import annotations

import pytest

from newsgraph.kb import open_kb
from newsgraph.posts import role_head
from newsgraph.resolve.alone import position_key
from newsgraph.resolve.facts import walk_of_life
from newsgraph.resolve.given_names import may_be_one
from newsgraph.resolve.keys import dominates
from newsgraph.resolve.known import Known
from newsgraph.resolve.outlets import outlet_key, outlet_name
from newsgraph.resolve.people import PersonName, may_be_same, parse_person, strip_titles
from newsgraph.resolve.places import choose_reading, country_named, place_key
from newsgraph.spelling import initials, is_acronym, plain_key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("President Donald J. Trump", PersonName("trump", "donald", ("j",), "", "trump")),
        ("Donald Trump, Jr.", PersonName("trump", "donald", (), "jr", "trump")),
        ("George H.W. Bush", PersonName("bush", "george", ("h", "w"), "", "bush")),
        ("George H. W. Bush", PersonName("bush", "george", ("h", "w"), "", "bush")),
        ("J.D. Vance", PersonName("vance", "j", ("d",), "", "vance")),
        ("Mr. Trump", PersonName("trump", tail="trump")),
        ("Trump Jr.", PersonName("trump", suffix="jr", tail="trump")),
        ("de Blasio", PersonName("blasio", tail="de blasio")),
        ("Ursula von der Leyen", PersonName("leyen", "ursula", (), "", "von der leyen")),
        ("Van Jones", PersonName("jones", "van", (), "", "jones")),
        ("Bashar al-Assad", PersonName("assad", "bashar", (), "", "assad")),
        ("Xi Jinping", PersonName("xi", "jinping", tail="xi", family_first=True)),
        ("Moon Jae-in", PersonName("moon", "jaein", tail="moon", family_first=True)),
        ("Kim Jong Un", PersonName("kim", "jongun", tail="kim", family_first=True)),
        ("Kim Davis", PersonName("davis", "kim", (), "", "davis")),
        ("Kim Kardashian West", PersonName("west", "kim", ("kardashian",), "", "west")),
        ("Pope Francis", PersonName("francis", "pope francis", tail="francis")),
        ("Hillary Clinton’s", PersonName("clinton", "hillary", (), "", "clinton")),
    ],
)
def test_parts_of_a_persons_name(name: str, expected: PersonName) -> None:
    assert parse_person(name) == expected


@pytest.mark.parametrize(
    ("name", "short", "full"),
    [
        ("George H.W. Bush", "george bush", "george h w bush"),
        ("Debbie Wasserman Schultz", "debbie wasserman schultz", "debbie wasserman schultz"),
        ("Chris Van Hollen", "chris van hollen", "chris van hollen"),
        ("Xi Jinping", "xi jinping", "xi jinping"),
        ("King Abdullah II", "king abdullah ii", "king abdullah ii"),
        ("Trump", "trump", "trump"),
    ],
)
def test_keys_of_a_persons_name(name: str, short: str, full: str) -> None:
    assert (parse_person(name).short_key, parse_person(name).full_key) == (short, full)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("James Comey", "James B. Comey", True),
        ("James Comey", "Jim Comey", True),
        ("James Comey", "J. Comey", True),
        ("J. Edgar Hoover", "John Edgar Hoover", True),
        ("Franklin D. Roosevelt", "Franklin Delano Roosevelt", True),
        ("John F. Kennedy", "John N. Kennedy", False),
        ("George W. Bush", "George H.W. Bush", False),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Eric Trump", "Ivanka Trump", False),
        ("M.J. Lee", "Mike Lee", False),
        ("James Comey", "James Clapper", False),
        ("P. Francis", "Pope Francis", False),
    ],
)
def test_full_names_that_may_be_one_persons(left: str, right: str, *, expected: bool) -> None:
    assert may_be_same(parse_person(left), parse_person(right)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("mike", "michael", True),
        ("bill", "william", True),
        ("jeff", "jefferson", True),
        ("rudy", "rudolph", True),
        ("steve", "stephen", True),
        ("bill", "robert", False),
        ("nancy", "ann", False),
        ("micah", "michael", False),
        ("john", "jonathan", False),
        ("mary", "marilyn", False),
        ("louis", "louise", False),
        ("fred", "frederick", True),
        ("rick", "frederick", True),
        ("fred", "rick", False),
    ],
)
def test_given_names_that_may_be_one(left: str, right: str, *, expected: bool) -> None:
    assert may_be_one(left, right) is expected
    assert may_be_one(right, left) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Coca-Cola Co.'s", "coca cola co"),
        ("Coca‑Cola Co", "coca cola co"),
        ("  Peña\n Nieto ", "pena nieto"),
        ("U.S.", "us"),
        ("AT&T", "at and t"),
        ("World Food Programme", "world food program"),
        ("Yahoo!", "yahoo"),
        ("ESPN+", "espn plus"),
        ("The The", "the"),
        ("!!!", "!!!"),
    ],
)
def test_plain_spelling(name: str, expected: str) -> None:
    assert plain_key(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Dow Chemical Co.", "dow chemical"),
        ("Tiffany & Co.", "tiffany"),
        ("Amazon.com Inc.", "amazon"),
        ("Deutsche Bank AG", "deutsche bank"),
        ("News Corp.", "news corp"),
        ("U.S. Steel Corp.", "us steel"),
        ("Limited Brands", "limited brands"),
        ("Trump Organization LLC", "trump organization"),
        ("Mandarin Spa", "mandarin spa"),
        ("National Association of Realtors", "national association of realtors"),
        ("US Department of Defense", "department of defense"),
        ("F.B.I.", "federal bureau of investigation"),
        ("Company", "company"),
    ],
)
def test_keys_of_bodies(name: str, expected: str) -> None:
    assert Known(open_kb()).key_of_body(name) == expected


@pytest.mark.parametrize("name", ["Who", "ice", "Ap", "American Justice Department", "US Islamic State", "Bank"])
def test_names_that_are_no_known_body(name: str) -> None:
    assert Known(open_kb()).body(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "us"),
        ("America", "us"),
        ("the United States", "us"),
        ("UK", "gb"),
        ("Great Britain", "gb"),
        ("Russian Federation", "ru"),
        ("DPRK", "kp"),
        ("Burma", "mm"),
        ("Bosnia", "ba"),
        ("S. Korea", "kr"),
        ("Turkey", "tr"),
        ("us", None),
        ("American", None),
        ("Georgia", None),
        ("England", None),
        ("Korea", None),
    ],
)
def test_countries(name: str, code: str | None) -> None:
    country = country_named(name, as_place=True)
    assert (country.code if country else None) == code


def test_a_company_of_a_countrys_name_is_no_country() -> None:
    assert country_named("Jordan", as_place=True) is not None
    assert country_named("Jordan", as_place=False) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Washington, D.C.", "washington dc"),
        ("D.C.", "washington dc"),
        ("NYC", "new york city"),
        ("Granite State", "new hampshire"),
        ("St. Louis", "saint louis"),
        ("La.", "louisiana"),
        ("LA", "los angeles"),
        ("Va.", "virginia"),
    ],
)
def test_keys_of_places(name: str, expected: str) -> None:
    assert place_key(name) == expected


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ({"seattle", "oregon"}, "washington state"),
        ({"white house"}, "washington dc"),
        ({"white house", "seattle"}, None),
        (set(), None),
    ],
)
def test_readings_of_washington(company: set[str], expected: str | None) -> None:
    reading = choose_reading("washington", company)
    assert (reading.key if reading else None) == expected


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("former Harlow County clerk", "clerk"),
        ("president of the bank", "president"),
        ("Sen.", "senator"),
        ("CEO", "executive"),
        ("chief executive", "executive"),
        ("spokeswoman for the White House", "spokesman"),
        ("", ""),
    ],
)
def test_the_head_of_a_post(phrase: str, head: str) -> None:
    assert role_head(phrase) == head


def test_walks_of_life() -> None:
    assert walk_of_life("clerk") == walk_of_life("candidate") != walk_of_life("coach")
    assert walk_of_life("beekeeper") == "beekeeper"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CNN (Web News)", "CNN"),
        ("New York Times - News", "New York Times"),
        ("Fox Online News", "Fox Online News"),
        ("The Observer (New York)", "The Observer"),
        ("Guest Writer - Right", "Guest Writer - Right"),
    ],
)
def test_outlet_names(name: str, expected: str) -> None:
    assert outlet_name(name) == expected
    assert outlet_key(name, Known(open_kb())).text


@pytest.mark.parametrize(
    ("name", "expected"), [("former Sen.", "senator"), ("the Acting Director", "director"), ("ex", "ex")]
)
def test_positions(name: str, expected: str) -> None:
    assert position_key(name) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [({"a": 10, "b": 1}, "a"), ({"a": 9, "b": 1}, None), ({"a": 2}, None), ({"a": 3}, "a"), ({}, None)],
)
def test_dominance(counts: dict[str, int], expected: str | None) -> None:
    assert dominates(counts) == expected


def test_acronyms() -> None:
    assert all(is_acronym(name) for name in ("EPA", "U.N.", "AT&T", "F.B.I."))
    assert not any(is_acronym(name) for name in ("Epa", "A", "EPA chief", "Nato"))
    assert initials("Centers for Disease Control and Prevention") == "CDCP"


def test_titles_are_no_part_of_a_name() -> None:
    assert strip_titles("Former President George W. Bush's") == "George W. Bush"
    assert strip_titles("General") == "General"
