from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import main

pytestmark = pytest.mark.model

CALLS = {
    "path": ["Ivanka Trump", "Sergey Gorkov"],
    "timeline": ["Jared Kushner"],
    "claims": ["--source", "White House"],
    "new": ["--since", "2017-07-01"],
    "first": ["Jared Kushner"],
    "top": [],
    "communities": [],
}


def ask(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-w", str(workspace), *arguments])


@pytest.mark.parametrize("command", sorted(CALLS))
def test_every_answer_has_a_sentence_and_a_json_twin(command: str, sample_workspace: Path) -> None:
    shown = ask(sample_workspace, command, *CALLS[command])
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "«" in shown.stdout
    found = json.loads(ask(sample_workspace, command, *CALLS[command], "--json").stdout)
    assert found
    assert '"sentence"' in json.dumps(found)


def test_what_is_not_there_is_told_on_stderr(sample_workspace: Path) -> None:
    shown = ask(sample_workspace, "contradictions")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "nothing is both asserted and denied\n")
    assert json.loads(ask(sample_workspace, "contradictions", "--json").stdout) == []


def test_limits_tell_what_is_left(sample_workspace: Path) -> None:
    assert "14 more with --limit" in ask(sample_workspace, "timeline", "Jared Kushner", "--limit", "3").stdout


def test_a_graph_does_not_differ_from_itself(sample_workspace: Path) -> None:
    same = ask(sample_workspace, "diff", str(sample_workspace), str(sample_workspace))
    assert same.stdout.strip() == ("statements and events: 0 gone, 0 new, 0 changed; entities: 0 gone, 0 new")
    assert json.loads(ask(sample_workspace, "diff", str(sample_workspace), str(sample_workspace), "--json").stdout)


def test_queries_have_limits_of_rows_and_time(sample_workspace: Path) -> None:
    rows = ask(
        sample_workspace, "query", "--named", "who-met-whom", "--limit", "2", "--format", "csv", "--timeout", "60"
    )
    assert len(rows.stdout.splitlines()) == 3
    patterns = " . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(4))
    late = ask(sample_workspace, "query", f"SELECT (COUNT(*) AS ?n) {{ {patterns} }}", "--timeout", "0.5")
    assert (late.exit_code, late.stderr) == (1, "Error: the query took longer than 0.5 seconds\n")
    faulty = ask(sample_workspace, "query", "SELECT", "--timeout", "60")
    assert faulty.stderr.startswith("Error: the query has a fault at line 1")


def test_wrong_asking_is_one_line(sample_workspace: Path) -> None:
    for arguments in (["claims"], ["timeline", "Jared Kushnar"], ["new", "--since", "May"]):
        wrong = ask(sample_workspace, *arguments)
        assert wrong.exit_code == 1
        assert wrong.stderr.startswith("Error: ")
        assert wrong.stderr.count("\n") == 1
