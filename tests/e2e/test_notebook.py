"""Notebooks tell the truth: their cells run, and print what is stored below them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.notebooks import NOTEBOOKS, code_cells, read_notebook, run_cells, stored
from tests.e2e.test_docs import occurs

# What one can still read, review as a diff, and send.
MOST_BYTES = 50_000


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_cells_print_what_is_stored(path: Path, tmp_path: Path) -> None:
    shown = [stored(cell) for cell in code_cells(read_notebook(path))]
    for number, (text, printed) in enumerate(zip(shown, run_cells(path, tmp_path), strict=True), start=1):
        assert occurs(text, printed), f"code cell {number} printed\n{printed}\nrun `python -m tests.e2e.notebooks`"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_of_format_4_5(path: Path) -> None:
    notebook = read_notebook(path)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    names = [cell["id"] for cell in notebook["cells"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[\w-]{1,64}", name) for name in names)
    for number, cell in enumerate(code_cells(notebook), start=1):
        assert cell["execution_count"] == number
        assert all(output["output_type"] == "stream" for output in cell["outputs"])
    assert path.stat().st_size <= MOST_BYTES


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["notebook.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = "".join("".join(cell["source"]) for cell in read_notebook(path)["cells"] if cell["cell_type"] == "markdown")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not target.startswith("https://")]
    assert [target for target in targets if not (path.parent / target.split("#")[0]).exists()] == []
