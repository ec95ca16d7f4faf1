from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import main
from newsgraph.version import __version__

pytestmark = pytest.mark.model


def newsgraph(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


def test_version() -> None:
    assert newsgraph("--version").output == f"newsgraph {__version__}\n"


def test_build_prints_one_json_object_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Roth spoke\n\nAna Roth, the chief of the EPA, spoke.\n", encoding="utf-8")
    result = newsgraph("-w", tmp_path / "ws", "build", tmp_path / "a.txt", "--json")
    assert result.exit_code == 0
    summary = json.loads(result.stdout)
    assert list(summary) == [
        "articles_new", "articles_changed", "articles_unchanged", "articles_skipped", "words", "mentions", "entities",
        "statements", "claims", "events", "quads", "seconds",
    ]  # fmt: skip
    assert summary["articles_new"] == 1
    assert result.stderr == ""


def test_build_tells_what_it_skipped_on_stderr(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = newsgraph("-w", tmp_path / "ws", "build", tmp_path / "empty.txt")
    assert result.exit_code == 0
    assert "empty.txt" in result.stderr
    assert "1 skipped" in result.stdout
    quiet = newsgraph("-q", "-w", tmp_path / "ws", "build", tmp_path / "empty.txt")
    assert quiet.stderr == ""


def test_build_reads_standard_input(tmp_path: Path) -> None:
    line = json.dumps({"text": "Ana Roth, the chief of the EPA, spoke in London on Monday to a full hall."})
    result = newsgraph("-w", tmp_path / "ws", "build", "-", "--json", given=line)
    assert json.loads(result.stdout)["articles_new"] == 1


def test_columns_are_named_by_option(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("head,body\nTitle,Ana Roth spoke in London.\n", encoding="utf-8")
    plain = newsgraph("-w", tmp_path / "ws", "build", tmp_path / "a.csv", "--json")
    assert json.loads(plain.stdout)["articles_new"] == 0
    named = newsgraph("-w", tmp_path / "ws", "build", tmp_path / "a.csv", "--column", "text=body", "--json")
    assert json.loads(named.stdout)["articles_new"] == 1


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["build", "nowhere.txt"], 1, "nowhere.txt"),
        (["build"], 2, "Missing argument"),
        (["build", "x.txt", "--column", "text"], 2, "FIELD=COLUMN"),
        (["frobnicate"], 2, "No such command"),
        (["query"], 1, "no workspace"),
        (["stats"], 1, "no workspace"),
        (["verify"], 1, "no workspace"),
    ],
)
def test_errors_are_one_line_with_the_right_status(
    tmp_path: Path, arguments: list[str], status: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if arguments == ["query"]:
        arguments = ["query", "ASK {}"]
    result = newsgraph("-w", "ws", *arguments)
    assert result.exit_code == status
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "ws").exists()


def test_query_formats(sample_workspace: Path) -> None:
    sparql = "SELECT ?name { ?p a schema:Person ; skos:prefLabel ?name } ORDER BY ?name LIMIT 3"
    table = newsgraph("-w", sample_workspace, "query", sparql)
    rows = list(
        csv.DictReader(io.StringIO(newsgraph("-w", sample_workspace, "query", sparql, "--format", "csv").stdout))
    )
    bindings = json.loads(newsgraph("-w", sample_workspace, "query", sparql, "--format", "json").stdout)
    assert len(rows) == len(bindings["results"]["bindings"]) == 3
    assert all(row["name"] in table.stdout for row in rows)
    construct = "CONSTRUCT { ?s ngr:relativeOf ?o } { ?s ngr:relativeOf ?o }"
    assert "ngr:relativeOf" in newsgraph("-w", sample_workspace, "query", construct, "--format", "ttl").stdout


def test_query_from_a_file_and_from_standard_input(sample_workspace: Path, tmp_path: Path) -> None:
    sparql = "ASK { ?p a schema:Person }"
    (tmp_path / "q.rq").write_text(sparql, encoding="utf-8")
    from_file = newsgraph("-w", sample_workspace, "query", "-f", tmp_path / "q.rq")
    from_stdin = newsgraph("-w", sample_workspace, "query", "-f", "-", given=sparql)
    assert from_file.exit_code == 0
    assert from_file.stdout == from_stdin.stdout != ""


def test_a_fault_in_a_query_is_told_with_its_place(sample_workspace: Path) -> None:
    result = newsgraph("-w", sample_workspace, "query", "SELECT ?x WHERE { ?x a }")
    assert result.exit_code == 1
    assert "line 1" in result.stderr


def test_named_queries_are_listed_and_asked(sample_workspace: Path) -> None:
    listing = newsgraph("query", "--list").stdout
    assert "who-denied-what" in listing
    denials = newsgraph("-w", sample_workspace, "query", "--named", "who-denied-what", "--format", "csv")
    assert len(denials.stdout.splitlines()) > 10
    unknown = newsgraph("-w", sample_workspace, "query", "--named", "who-denied")
    assert unknown.exit_code == 1
    assert "who-denied-what" in unknown.stderr


def test_show_gives_the_sentences_behind_a_person(sample_workspace: Path) -> None:
    shown = newsgraph("-w", sample_workspace, "show", "kushner")
    assert shown.exit_code == 0
    assert "Jared Kushner · Person" in shown.stdout
    assert "relative of" in shown.stdout
    card = json.loads(newsgraph("-w", sample_workspace, "show", "Jared Kushner", "--json").stdout)
    assert {"relativeOf", "spouseOf"} <= {tie["predicate"] for tie in card["ties"]}
    assert all(tie["evidence"] for tie in card["ties"])


def test_show_suggests_names_and_lists_namesakes(sample_workspace: Path) -> None:
    unknown = newsgraph("-w", sample_workspace, "show", "Jared Kushnar")
    assert unknown.exit_code == 1
    assert "Jared Kushner" in unknown.stderr
    namesakes = newsgraph("-w", sample_workspace, "show", "John Smith")
    assert namesakes.exit_code == 1
    assert "2 entities" in namesakes.stderr


def test_stats_count_and_list(sample_workspace: Path) -> None:
    counts = json.loads(newsgraph("-w", sample_workspace, "stats", "--json").stdout)
    assert counts["articles"] == 31
    assert len(newsgraph("-w", sample_workspace, "stats", "--articles").stdout.splitlines()) == 31
    assert "German" in newsgraph("-w", sample_workspace, "stats", "--skipped").stdout


def test_verify_proves_the_graph(sample_workspace: Path) -> None:
    result = newsgraph("-w", sample_workspace, "verify")
    assert result.exit_code == 0
    assert "all hold" in result.stdout


def test_export_writes_a_file_and_refuses_an_unknown_format(sample_workspace: Path, tmp_path: Path) -> None:
    result = newsgraph("-w", sample_workspace, "export", tmp_path / "g.gexf")
    assert result.exit_code == 0
    assert (tmp_path / "g.gexf").read_bytes().startswith(b"<?xml")
    unknown = newsgraph("-w", sample_workspace, "export", tmp_path / "g.xyz")
    assert unknown.exit_code == 1
    assert "gexf" in unknown.stderr


def test_remove_forgets_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Roth spoke\n\nAna Roth spoke in London.\n", encoding="utf-8")
    newsgraph("-w", tmp_path / "ws", "build", tmp_path / "a.txt")
    assert newsgraph("-w", tmp_path / "ws", "remove", tmp_path / "a.txt").stdout == "removed 1 article\n"
    assert json.loads(newsgraph("-w", tmp_path / "ws", "stats", "--json").stdout)["articles"] == 0
    again = newsgraph("-w", tmp_path / "ws", "remove", tmp_path / "a.txt")
    assert again.exit_code == 1
