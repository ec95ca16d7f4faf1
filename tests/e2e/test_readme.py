"""The README keeps its promises, and its first screen is what a newcomer needs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.e2e.test_docs import ROOT, check_links, follow, read_blocks, read_commands

README = ROOT / "README.md"
# So many lines fit on a first screen, and a little more.
FIRST_SCREEN = 45


@pytest.mark.model
def test_readme_tells_the_truth(tmp_path: Path) -> None:
    follow(README, tmp_path)


def test_links_lead_somewhere() -> None:
    check_links(README)


def test_first_two_commands_are_all_that_a_newcomer_needs() -> None:
    commands = [
        (block, command.line)
        for block in read_blocks(README)
        if block.language == "console"
        for command in read_commands(block.text)
    ]
    assert [line for _, line in commands[:2]] == ["make demo", "make test"]
    assert int(commands[1][0].where.split(":")[1]) <= FIRST_SCREEN


def test_first_screen_names_the_pythons_that_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    start = "\n".join(README.read_text(encoding="utf-8").splitlines()[:FIRST_SCREEN])
    declared = [each.rsplit(" ", 1)[1] for each in project["classifiers"] if "Python :: 3." in each]
    assert declared
    assert [version for version in declared if version not in start] == []
    assert "make" in start


def test_every_page_of_the_documents_is_linked() -> None:
    text = README.read_text(encoding="utf-8")
    pages = [path.relative_to(ROOT).as_posix() for kind in ("*.md", "*.ipynb") for path in (ROOT / "docs").glob(kind)]
    assert [page for page in pages if f"]({page})" not in text] == []
