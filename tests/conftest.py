"""What every test shares: no network, one spaCy pipeline for the whole run, one graph of the sample corpus."""

from __future__ import annotations

import functools
import socket
from pathlib import Path

import pytest

from newsgraph.config import Config
from newsgraph.extract import pipeline as extraction
from newsgraph.pipeline import build
from newsgraph.workspace import Workspace

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection fails."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"a socket was opened: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True, scope="session")
def one_model() -> None:
    """Loading the spaCy pipeline takes seconds: once is enough."""
    extraction.load_pipeline = functools.cache(extraction.load_pipeline)


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace with the graph of the sample corpus."""
    folder = tmp_path_factory.mktemp("sample") / "workspace"
    with Workspace.open(folder, create=True) as workspace:
        build(workspace, [str(ROOT / "sample_corpus")], Config())
    return folder
