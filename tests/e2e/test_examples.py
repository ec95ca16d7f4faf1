"""The examples run on the sample corpus, are short, and need nothing but the public library."""

from __future__ import annotations

import ast
import csv
from pathlib import Path

import pytest

from tests.e2e.test_docs import DEMO_WORKSPACE, ROOT, Reader, run

EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
LONGEST = 17  # fifteen lines, one for the linter and one for the docstring


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.model
def test_build_and_show(reader: Reader) -> None:
    article = reader.folder / "articles" / "yard.txt"
    article.parent.mkdir()
    article.write_text(
        "Maria Lindqvist is the minister of fisheries. Jonas Lindqvist, the chief executive of Norrvik Shipping, "
        "said on Wednesday that the yard in the old harbour would stay open for another year.\n",
        encoding="utf-8",
    )
    done = run("python examples/build_and_show.py mine articles 'Jonas Lindqvist'", reader.folder)
    assert done.returncode == 0, done.stdout
    assert "1 new articles" in done.stdout
    assert "«Jonas Lindqvist, the chief executive of Norrvik Shipping," in done.stdout


@pytest.mark.model
def test_path_between(reader: Reader) -> None:
    done = run(
        f"python examples/path_between.py {DEMO_WORKSPACE} 'Jamie Gorelick' 'Ivanka Trump'",
        reader.folder,
    )
    assert done.returncode == 0, done.stdout
    ties = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert ties == ["Jamie Gorelick – Jared Kushner: represents", "Jared Kushner – Ivanka Trump: spouse of"]
    assert done.stdout.count("«") == len(ties)


@pytest.mark.model
def test_denials_to_csv(reader: Reader) -> None:
    done = run(f"python examples/denials_to_csv.py {DEMO_WORKSPACE}", reader.folder)
    assert done.returncode == 0, done.stdout
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert any(row["who"] == "Dmitry Peskov" and "compromising files" in row["denied"] for row in rows)
    assert all(row["sentence"] for row in rows)


@pytest.mark.model
@pytest.mark.parametrize(
    "command",
    [
        f"path_between.py {DEMO_WORKSPACE} 'Jamie Gorelick' Nobody",
        "path_between.py nowhere 'Jamie Gorelick' 'Ivanka Trump'",
        "denials_to_csv.py nowhere",
        "build_and_show.py mine nowhere 'Jonas Lindqvist'",
    ],
)
def test_what_is_not_there_is_told_in_one_line(command: str, reader: Reader) -> None:
    done = run(f"python examples/{command}", reader.folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_example_is_short_and_public(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    imported = {
        name.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert [name for name in imported if name.startswith("newsgraph.")] == []


def test_every_example_is_run() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert len(EXAMPLES) == 3
    assert [path.name for path in EXAMPLES if f"examples/{path.name} " not in source] == []
