"""Runs notebooks without Jupyter; `python -m tests.e2e.notebooks` writes what they print now into them."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from pathlib import Path
from typing import Any

from tests.e2e.test_docs import ROOT, Reader

NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))


def read_notebook(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def stored(cell: dict[str, Any]) -> str:
    """The text that the notebook shows below a cell."""
    return "".join(line for output in cell["outputs"] for line in output["text"])


def run_cells(path: Path, folder: Path) -> list[str]:
    """What each code cell prints, run in order, as one program, in a folder with the demo's workspace."""
    reader, printed = Reader(folder), []
    with contextlib.chdir(reader.folder):
        for number, cell in enumerate(code_cells(read_notebook(path)), start=1):
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile("".join(cell["source"]), f"{path.name}, code cell {number}", "exec"), reader.names)
            printed.append(out.getvalue())
    return printed


def main() -> None:
    for path in NOTEBOOKS:
        notebook = read_notebook(path)
        with tempfile.TemporaryDirectory() as folder:
            printed = run_cells(path, Path(folder))
        for cell, text in zip(code_cells(notebook), printed, strict=True):
            output = {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}
            cell["outputs"] = [output] if text else []
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(printed)} code cells run")


if __name__ == "__main__":
    main()
