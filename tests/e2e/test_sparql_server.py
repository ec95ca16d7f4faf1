"""A SPARQL server that is named in the settings holds the graph after each command that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import requests

from newsgraph.cli import main
from newsgraph.ids import DEFAULT_BASE
from newsgraph.workspace import Workspace
from tests.dumps import dump
from tests.loopback import no_network  # noqa: F401 - in force
from tests.sparql_servers import OXIGRAPH, oxigraph

pytestmark = [pytest.mark.model, pytest.mark.skipif(OXIGRAPH is None, reason="no oxigraph")]


def served(address: str) -> list[bytes]:
    answer = requests.get(address, headers={"Accept": "application/n-quads"}, timeout=30)
    note = f"<{DEFAULT_BASE}state> .".encode()
    return sorted(line for line in answer.content.splitlines() if not line.endswith(note))


def kept(folder: Path) -> list[bytes]:
    return dump(folder).splitlines()


def test_the_server_follows_the_workspace(sample_workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_workspace, folder := tmp_path / "ws")
    source = tmp_path / "note.txt"
    source.write_text("Maria Lindqvist met Jonas Lindqvist in Oslo on Monday.\n", encoding="utf-8")
    with oxigraph(tmp_path) as address:
        settings = f'[store]\ngraphs = "{address}"\n'
        (folder / "newsgraph.toml").write_text(settings, encoding="utf-8")
        for words in (["build", str(source)], ["build", str(source)], ["remove", str(source)]):
            main(["-w", str(folder), *words], standalone_mode=False)
            assert served(address) == kept(folder)
        with Workspace.open(folder) as workspace:
            workspace.remove_article(workspace.article_ids()[0])
        (folder / "newsgraph.toml").unlink()
        main(["-w", str(folder), "build", str(source)], standalone_mode=False)
        assert served(address) != kept(folder)
        main(["-w", str(folder), "build", str(source), "--store", address], standalone_mode=False)
        assert served(address) == kept(folder)
