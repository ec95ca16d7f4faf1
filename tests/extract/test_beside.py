"""Relations by the words right before and after a name, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.reading import Extract

pytestmark = pytest.mark.model

# The sentence, and a relation that it states: subject, predicate, object, whether it is over.
STATED = [
    ("Italy's prime minister at the time, Ugo Bini, flew to Oslo.", "Ugo Bini", "headOfGovernmentOf", "Italy", True),
    ("The order was signed by then-US President George Bush.", "George Bush", "headOfStateOf", "United States", True),
    ("Presidents Dilma Lund of Brazil and Igor Lind of Russia met.", "Igor Lind", "headOfStateOf", "Russia", False),
    ("Commerzbank's star analyst Olga Lund disagreed.", "Olga Lund", "employedBy", "Commerzbank", False),
    ("CNN analysts Olga Lund and Peter Becker disagreed.", "Peter Becker", "employedBy", "CNN", False),
    ("Peter Becker, of the ruling Labour Party, disagreed.", "Peter Becker", "memberOfParty", "Labour Party", False),
    (
        "Peter Becker from the Brookings Institution disagreed.",
        "Peter Becker",
        "memberOf",
        "Brookings Institution",
        False,
    ),
    (
        "The rest will follow, Peter Becker, with the Brookings Institution, said.",
        "Peter Becker",
        "memberOf",
        "Brookings Institution",
        False,
    ),
    ("A reporter saw Poland's Olga Lund in Oslo.", "Olga Lund", "citizenOf", "Poland", False),
    ("Jonas Lind, a former Kenyan soldier, lives in Oslo.", "Jonas Lind", "citizenOf", "Kenya", False),
    ("The Fraunhofer Institute (FI) in Munich closed a lab.", "Fraunhofer Institute", "basedIn", "Munich", False),
    ("He left the Seoul-based Hyundai Motor in May.", "Hyundai Motor", "basedIn", "Seoul", False),
    ("She saw the Louvre Museum in Paris, France.", "Louvre Museum", "locatedIn", "France", False),
    ("He works for Denmark's Maersk.", "Maersk", "basedIn", "Denmark", False),
    ("He was born in Niigata, in northern Japan.", "Niigata", "locatedIn", "Japan", False),
    ("Ousted Brazilian President Dilma Lund spoke.", "Dilma Lund", "headOfStateOf", "Brazil", True),
    ("Outgoing Brazilian President Dilma Lund spoke.", "Dilma Lund", "headOfStateOf", "Brazil", False),
    ("ABC's Olga Lund disagreed.", "Olga Lund", "employedBy", "ABC", False),
    ("The EU's European Commission denied the report.", "European Commission", "partOf", "EU", False),
]


@pytest.mark.parametrize(("text", "subject", "predicate", "target", "former"), STATED)
def test_a_relation_beside_a_name(
    extract: Extract,
    text: str,
    subject: str,
    predicate: str,
    target: str,
    former: bool,  # noqa: FBT001
) -> None:
    found = {(r.subject, r.object, r.former) for r in extract(text).relations(predicate)}
    assert (subject, target, former) in found


# What looks like such a phrase and states nothing of the kind.
UNSTATED = [
    ("Talks between Congress and President Donald Trump failed.", "headOf"),
    (
        "Gov. Mike Pence of Indiana and Gov. Scott Walker of Wisconsin met.",
        "headOfGovernmentOf",
        "Scott Walker",
        "Indiana",
    ),
    (
        "They met Martin Lund, former Virginia Senator Jim Webb and Vermont Senator Bernie Sanders.",
        "officialOf",
        "Martin Lund",
    ),
    ("He saw Ana Petrov, Treasury Secretary pick Jonas Lind and others.", "ministerOf", "Ana Petrov"),
    ("Ana Petrov, a donor and the founder of Boeing, spoke.", "funds"),
    ("Dean Bond, director of CIA public affairs, disagreed.", "headOf"),
    ("Ana Petrov, the White House director of intergovernmental affairs, disagreed.", "headOf"),
    ("She was an aide to Donald Trump, and afterwards head of the Hudson Institute.", "headOf"),
    ("Labour opponent Naz Shah disagreed.", "opposes"),
    ("The party's liberal Elizabeth Lund wing disagreed.", "memberOfParty"),
    ("CNN banned Peter Becker from the BBC.", "employedBy"),
    ("German-born author Olga Lund disagreed.", "citizenOf"),
    ("Olga Lund, a critic of Polish authors, disagreed.", "citizenOf"),
    ("He wants to build a new Trump Tower in Moscow.", "locatedIn"),
    ("He praised Harvard University, Germany and France.", "basedIn"),
    ("America's Boeing order grew.", "basedIn"),
    ("Boeing in China closed a plant.", "basedIn"),
    ("They shot down an Iranian Airbus over the sea.", "basedIn"),
    ("The Russian-backed Hezbollah fired rockets.", "basedIn"),
    ("The Security Council in New York met.", "basedIn"),
    ("Ohio's Republican Party met.", "basedIn"),
    ("ABC political director Rick Klein disagreed.", "headOf"),
    ("Radio host Rush Limbaugh disagreed.", "employedBy"),
    ("Syria's Assad Visits Moscow", "locatedIn"),
    (
        "Jared Kushner, Mr. Trump's adviser and the husband of his daughter Ivanka, spoke.",
        "advisorTo",
        "Jared Kushner",
        "Ivanka",
    ),
    ("Kushner and White House senior adviser Steve Bannon met.", "advisorTo", "Kushner"),
    ("Donor Sheldon Adelson, Trump's boss, spoke.", "holdsPosition"),
]


@pytest.mark.parametrize("row", UNSTATED)
def test_no_relation_beside_a_name(extract: Extract, row: tuple[str, ...]) -> None:
    text, predicate, *ends = row
    found = [r for r in extract(text).triples(predicate) if set(ends) <= {r[0], r[2]}]
    assert found == []
