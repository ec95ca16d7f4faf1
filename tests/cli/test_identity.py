"""Identity by people, on the command line."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import main
from tests.conftest import ROOT


def run(workspace: Path, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["-w", str(workspace), *arguments], input=typed)


def rows(workspace: Path, query: str) -> list[dict[str, dict[str, str]]]:
    found = json.loads(run(workspace, "query", query, "--format", "json").stdout)
    return list(found["results"]["bindings"])


def names(workspace: Path) -> list[str]:
    return [row["name"]["value"] for row in rows(workspace, "SELECT ?name { ?e skos:prefLabel ?name } ORDER BY ?name")]


def dump(workspace: Path) -> str:
    return "\n".join(
        sorted(run(workspace, "query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "nt").stdout.split("\n"))
    )


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "ws"
    shutil.copytree(sample_workspace, copy)
    return copy


def test_a_merge_shows_what_changes_and_is_undone_without_a_trace(workspace: Path) -> None:
    before = dump(workspace)
    merged = run(workspace, "merge", "Michael Flynn", "James Comey", "--by", "ana", "--why", "a trial", typed="y\n")
    assert merged.exit_code == 0
    assert "- James Comey" in merged.stderr
    assert "then 10 articles" in merged.stderr
    assert "James Comey" not in names(workspace)
    (replaced,) = rows(workspace, "SELECT ?gone { ?gone dcterms:isReplacedBy ?now . ?now skos:prefLabel ?name }")
    assert run(workspace, "show", replaced["gone"]["value"]).stdout.startswith("Michael Flynn")
    assert "ana says so" in run(workspace, "show", "Michael Flynn", "--why").stdout
    decision = run(workspace, "decisions").stdout
    assert "(ana, " in decision
    assert "a trial" in decision
    assert run(workspace, "undo", decision.split()[0], "--yes").exit_code == 0
    assert dump(workspace) == before


def test_nothing_is_kept_of_what_is_not_confirmed(workspace: Path) -> None:
    before = dump(workspace)
    assert run(workspace, "merge", "Michael Flynn", "James Comey", typed="n\n").exit_code == 1
    assert run(workspace, "decisions").stdout == ""
    assert dump(workspace) == before


def test_contradictions_are_refused_with_both_named(workspace: Path) -> None:
    run(workspace, "merge", "Michael Flynn", "James Comey", "--yes", "--by", "ana")
    first = run(workspace, "decisions").stdout.split()[0]
    run(workspace, "undo", first, "--yes")
    article = rows(workspace, 'SELECT ?a { GRAPH ?a { ?m ng:refersTo ?e } ?e skos:prefLabel "James Comey"@en } LIMIT 1')
    split = run(workspace, "split", "James Comey", article[0]["a"]["value"].rsplit("/", 1)[-1], "--yes", "--by", "bo")
    assert split.exit_code == 0, split.output
    apart = split.stdout.split()[0]
    both = [row["e"]["value"] for row in rows(workspace, 'SELECT ?e { ?e skos:prefLabel "James Comey"@en }')]
    refused = run(workspace, "merge", *both, "--yes", "--by", "ana")
    assert refused.exit_code == 1
    assert "contradicts" in refused.stderr
    assert apart in refused.stderr
    assert "(ana, " in refused.stderr


def test_decisions_live_through_removal_and_another_build(workspace: Path, tmp_path: Path) -> None:
    run(workspace, "merge", "Michael Flynn", "James Comey", "--yes")
    merged = dump(workspace)
    flynn = ROOT / "sample_corpus" / "capitol-dispatch" / "2017-02-14-flynn-resigns.txt"
    run(workspace, "remove", str(flynn))
    assert dump(workspace) != merged
    (tmp_path / "capitol-dispatch").mkdir()
    shutil.copy(flynn, tmp_path / "capitol-dispatch")
    run(workspace, "build", str(tmp_path / "capitol-dispatch"))
    assert dump(workspace) == merged


def test_decisions_are_shared(workspace: Path, sample_workspace: Path, tmp_path: Path) -> None:
    run(workspace, "rename", "Michael Flynn", "General Flynn", "--yes")
    run(workspace, "retype", "General Flynn", "company", "--yes")
    exported, other = tmp_path / "decisions.jsonl", tmp_path / "other"
    run(workspace, "decisions", "--export", str(exported))
    shutil.copytree(sample_workspace, other)
    assert run(other, "decisions", "--import", str(exported), "--yes").exit_code == 0
    assert dump(other) == dump(workspace)
    assert "General Flynn · Company" in run(other, "show", "Michael Flynn").stdout
    again = run(other, "decisions", "--import", str(exported), "--yes")
    assert "0 decisions new, 2 here already" in again.stderr
    exported.write_text(exported.read_text().replace("General Flynn", "Colonel Flynn"))
    assert "was changed after it was made" in run(other, "decisions", "--import", str(exported)).stderr


def test_pairs_in_doubt_are_reviewed_at_a_terminal_and_in_a_spreadsheet(workspace: Path, tmp_path: Path) -> None:
    shown = run(workspace, "review", typed="n\nq\n")
    assert "1 of " in shown.stdout
    assert "«" in shown.stdout
    assert "nothing decided" in shown.stderr
    sheet = tmp_path / "pairs.csv"
    run(workspace, "review", "--csv", str(sheet))
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        pairs = list(csv.DictReader(stream))
    (smiths,) = [pair for pair in pairs if pair["left"] == pair["right"] == "John Smith"]
    smiths["decision"] = "same"
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(smiths))
        writer.writeheader()
        writer.writerows(pairs)
    assert names(workspace).count("John Smith") == 2
    assert run(workspace, "review", "--read", str(sheet), "--yes").exit_code == 0
    assert names(workspace).count("John Smith") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["merge", "Michael Flynn", "Nobody Known"], "no entity of this name"),
        (["merge", "Michael Flynn", "Michael Flynn"], "one entity already"),
        (["split", "Michael Flynn", "0000#char=1,2"], "no mention of Michael Flynn"),
        (["undo", "nothing"], "no decision of this id"),
        (["merge", "Michael Flynn", "https://newsgraph.example/e/nothing"], "nothing to hold on to"),
    ],
)
def test_errors_are_one_line(sample_workspace: Path, arguments: list[str], told: str) -> None:
    result = run(sample_workspace, *arguments, "--yes")
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_show_why_gives_a_reason_for_each_name(sample_workspace: Path) -> None:
    why = run(sample_workspace, "show", "Donald Trump", "--why").stdout
    assert "«Donald Trump» in" in why
    assert "so named" in why
    assert "«Trump» in" in why
