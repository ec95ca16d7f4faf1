"""The knowledge base: its sources, what is found in it, and what identity makes of it."""

from __future__ import annotations

import bz2
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgraph.cli import main
from newsgraph.kb import Entry, KbError, KnowledgeBase
from newsgraph.kb.build import Recipe, build_kb
from newsgraph.kb.seed import read_seed
from newsgraph.kb.sources.wikidata import read_wikidata
from newsgraph.model import EntityType
from newsgraph.resolve import resolve
from tests.resolve.corpus import entity_names, org, place, told, who


def item(
    number: str, label: str, classes: list[str], *, links: int, aliases: tuple[str, ...] = ()
) -> dict[str, object]:
    """An entity as a dump of Wikidata has it."""
    claims: dict[str, list[object]] = {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": each}}}, "rank": "normal"} for each in classes],
        "P1082": [{"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}],
    }
    if "Q515" in classes:
        value = {"latitude": 53.55, "longitude": 9.99, "globe": "earth"}
        claims["P625"] = [{"mainsnak": {"datavalue": {"value": value}}, "rank": "preferred"}]
    return {
        "id": number,
        "type": "item",
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "descriptions": {"en": {"language": "en", "value": f"about {label}"}},
        "sitelinks": {f"w{n}": {"title": label} for n in range(links)},
        "claims": claims,
    }


DUMP = [
    item("Q1", "Wendy Fairweather", ["Q5"], links=40, aliases=("Wendy Holloway",)),
    item("Q2", "Port Fairweather", ["Q515"], links=12),
    item("Q3", "Little Known", ["Q5"], links=2),
    item("Q4", "a thing of no class that counts", ["Q7777777"], links=90),
    {"id": "P31", "type": "property", "labels": {}, "aliases": [], "descriptions": [], "claims": [], "sitelinks": []},
]


def write_dump(path: Path, opener: Callable[..., object] = open) -> Path:
    lines = ["[", *(f"{json.dumps(each)}," for each in DUMP[:-1]), json.dumps(DUMP[-1]), "]"]
    with opener(path, "wt", encoding="utf-8") as stream:  # type: ignore[attr-defined]
        stream.write("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize(("name", "opener"), [("d.json", open), ("d.json.gz", gzip.open), ("d.json.bz2", bz2.open)])
def test_a_wikidata_dump_is_read_as_a_stream(tmp_path: Path, name: str, opener: Callable[..., object]) -> None:
    entries = list(read_wikidata(write_dump(tmp_path / name, opener)))
    assert [(e.id, e.name, e.type) for e in entries] == [
        ("Q1", "Wendy Fairweather", EntityType.PERSON),
        ("Q2", "Port Fairweather", EntityType.CITY),
    ]
    assert entries[0].aliases == ("Wendy Holloway",)
    assert (entries[1].latitude, entries[1].longitude) == (53.55, 9.99)
    assert entries[0].wikidata == "Q1"


def test_a_dump_cut_short_is_told(tmp_path: Path) -> None:
    whole = write_dump(tmp_path / "d.json.gz", gzip.open)
    whole.write_bytes(whole.read_bytes()[:-20])
    with pytest.raises(KbError, match="cannot be read to its end"):
        list(read_wikidata(whole))


def test_one_file_out_of_many_sources(tmp_path: Path) -> None:
    watch = tmp_path / "mine.csv"
    watch.write_text(
        "Name,Type,Aliases,Country\nWendy Fairweather,person,W. Holloway | The Falcon,gb\n", encoding="utf-8"
    )
    ftm = tmp_path / "list.jsonl"
    company = {"id": "c1", "schema": "Company", "properties": {"name": ["Acme Ltd"], "alias": ["Acme"]}}
    payment = {"id": "p1", "schema": "Payment", "properties": {}}
    ftm.write_text(f"{json.dumps(company)}\n{json.dumps(payment)}\n", encoding="utf-8")
    out = tmp_path / "kb.sqlite"
    sources = (str(write_dump(tmp_path / "d.json")), str(ftm))
    assert build_kb(out, Recipe(sources, (str(watch),), with_seed=False)) == 4
    kb = KnowledgeBase.open(out)
    assert [e.id.partition("-")[0] for e in kb.named("wendy fairweather")] == ["mine:wendy", "Q1"]
    assert [e.id for e in kb.named("Acme")] == ["list:c1"]
    assert [e.name for e in kb.named("The Falcon")] == ["Wendy Fairweather"]
    assert kb.meta["entries"] == "4"
    again = tmp_path / "again.sqlite"
    build_kb(again, Recipe(sources[::-1], (str(watch),), with_seed=False))
    assert KnowledgeBase.open(again).version == kb.version


@pytest.mark.parametrize(
    ("name", "text", "told_so"),
    [
        ("a.csv", "title\nX\n", "no column «name»"),
        ("a.csv", "name,type\nX,Persn\n", "a.csv:2: no type 'Persn' (did you mean Person?)"),
        ("a.tsv", "name\tweight\nX\tmuch\n", "'much' is no number"),
        ("a.jsonl", "{}\n", "a.jsonl:1: no FollowTheMoney entity"),
        ("a.json", "[\n{]\n", "a.json:2: no entity of Wikidata"),
        ("a.xlsx", "", "not known by its suffix"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, name: str, text: str, told_so: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "kb.sqlite"
    with pytest.raises(KbError) as caught:
        build_kb(out, Recipe((str(tmp_path / name),), with_seed=False))
    assert told_so in str(caught.value)
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_short_forms_count_in_capitals_only() -> None:
    kb = KnowledgeBase.of([Entry("x", "World Health Organization", EntityType.INTERNATIONAL_ORGANIZATION, ("WHO",))])
    assert [e.id for e in kb.named("W.H.O.")] == ["x"]
    assert kb.named("Who") == ()


def test_the_seed_is_several_thousand_things_with_unique_ids() -> None:
    entries = list(read_seed())
    assert len(entries) > 9000
    assert len({entry.id for entry in entries}) == len(entries)
    numbers = [entry.wikidata for entry in entries if entry.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", number) for number in numbers)
    assert len(set(numbers)) == len(numbers) > 1000


def test_what_is_often_in_the_news_has_its_number_in_wikidata() -> None:
    told_of = [who("Barack Obama"), org("NATO"), place("London", type="City"), org("Reuters", type="NewsOutlet")]
    found = resolve([told("a", *told_of)]).candidates
    assert {c.wikidata for c in found if c.chosen} == {"Q76", "Q7184", "Q84", "Q130879"}


def test_a_bare_new_york_is_shown_as_the_state_but_not_linked_to_it() -> None:
    found = resolve([told("a", place("New York", type="Place"), place("United States", type="Country"))]).candidates
    assert [(c.wikidata, c.chosen) for c in found if c.name == "New York"] == [("Q1384", False)]


FAIRWEATHER = Entry("mine:1", "Wendy Fairweather", EntityType.PERSON, ("Wendy Holloway",), watched=True)
RIVAL = Entry("x:2", "Wendy Holloway", EntityType.PERSON, weight=1000.0)


def test_other_spellings_of_a_known_name_are_one() -> None:
    articles = [told("a", who("Sergei Lavrov")), told("b", who("Sergey Lavrov"))]
    assert len(resolve(articles).entities) == 1


def test_a_watch_list_goes_before_all_else() -> None:
    articles = [told("a", who("Wendy Holloway")), told("b", who("Wendy Fairweather"))]
    assert len(resolve(articles, kb=KnowledgeBase.of([FAIRWEATHER, RIVAL])).entities) == 1
    assert len(resolve(articles, kb=KnowledgeBase.of([RIVAL])).entities) == 2


def test_an_alias_says_nothing_where_another_bears_the_name() -> None:
    known = [Entry("x:1", "Wendy Fairweather", EntityType.PERSON, ("Wendy Holloway",), weight=1000.0)]
    articles = [told("a", who("Wendy Holloway")), told("b", who("Wendy Fairweather"))]
    assert len(resolve(articles, kb=KnowledgeBase.of(known)).entities) == 1
    other = Entry("x:2", "Wendy Holloway", EntityType.PERSON)
    assert len(resolve(articles, kb=KnowledgeBase.of([*known, other])).entities) == 2


def test_namesakes_are_linked_by_their_posts_or_not_at_all() -> None:
    def chosen(*articles: object) -> list[str]:
        found = resolve(articles).candidates  # type: ignore[arg-type]
        return [candidate.about for candidate in found if candidate.chosen]

    told_of_a_director = told("a", who("Mike Rogers", title="NSA Director"))
    assert chosen(told_of_a_director) == ["admiral, director of the National Security Agency (2014–2018)"]
    assert chosen(told("a", who("Mike Rogers"))) == []
    assert chosen(told("a", who("Wendy Fairweather"))) == []


def test_a_country_is_linked_with_its_number() -> None:
    (russia,) = [c for c in resolve([told("a", place("Russia", type="Country"))]).candidates if c.chosen]
    assert (russia.name, russia.wikidata) == ("Russia", "Q159")
    states = [told("a", place("Georgia", type="Region"), place("Atlanta", type="City"))]
    assert [c.wikidata for c in resolve(states).candidates if c.chosen and c.name == "Georgia"] == []


def test_a_name_taken_for_a_person_is_the_known_body() -> None:
    articles = [told("a", who("Republican National Committee")), told("b", org("RNC"))]
    assert entity_names(resolve(articles)) == ["Republican National Committee"]


def test_the_command_line(tmp_path: Path) -> None:
    watch, out = tmp_path / "mine.tsv", tmp_path / "ws" / "kb.sqlite"
    watch.write_text("name\ttype\nThe Falcon Works\tcompany\n", encoding="utf-8")
    out.parent.mkdir()

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["-w", str(out.parent), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    run("kb", "build", str(out), "--watch", str(watch))
    (out.parent / "newsgraph.toml").write_text('kb = "kb.sqlite"\n', encoding="utf-8")
    assert f"version: {KnowledgeBase.open(out).version}" in run("kb", "info")
    assert "The Falcon Works · Company" in run("kb", "find", "falcon works")


def test_no_knowledge_base_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-w", str(tmp_path), "kb", "info", str(tmp_path / "none.sqlite")])
    assert result.exit_code == 1
    assert "newsgraph kb build" in result.stderr
