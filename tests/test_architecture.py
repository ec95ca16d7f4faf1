from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "newsgraph"
LONGEST_MODULE = 400
NAMES_THAT_SAY_NOTHING = {"utils.py", "helpers.py", "common.py", "misc.py"}


def test_modules_are_small_and_named_after_what_they_know() -> None:
    modules = list(SOURCE.rglob("*.py"))
    assert modules
    too_long = [m.name for m in modules if len(m.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE]
    assert too_long == []
    assert [m.name for m in modules if m.name in NAMES_THAT_SAY_NOTHING] == []


def test_every_module_of_the_package_has_its_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    layered = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    own = {f"newsgraph.{path.stem}" for path in SOURCE.glob("*.py") if not path.stem.startswith("__")}
    own |= {f"newsgraph.{path.name}" for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert own == layered


@pytest.mark.parametrize("command", [["query", "--help"], ["--help"], ["--version"], ["export", "--help"]])
def test_commands_that_read_nothing_load_no_spacy(command: list[str]) -> None:
    code = f"""
import sys
from click.testing import CliRunner
from newsgraph.cli import main
result = CliRunner().invoke(main, {command!r})
assert result.exit_code == 0, result.output
print([name for name in ("spacy", "torch") if name in sys.modules])
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
