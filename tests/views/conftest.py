from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsgraph.graph.store import GraphStore
from newsgraph.views import Desk, show
from newsgraph.workspace import ArticleTexts, Workspace


@pytest.fixture(scope="session")
def desk(sample_workspace: Path) -> Iterator[Desk]:
    with Workspace.open(sample_workspace) as workspace:
        yield Desk(GraphStore.open(workspace.graph_folder), ArticleTexts(workspace))


@pytest.fixture
def view(desk: Desk) -> Callable[..., Any]:
    """What a view shows, as a page reads it."""

    def shown(name: str, /, **asked: str) -> Any:
        return json.loads(show(desk, name, asked))

    return shown
