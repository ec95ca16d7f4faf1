"""What the explorer's pages ask for: views of the graph, and people's decisions on who is who."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal

import msgspec

from newsgraph import identity
from newsgraph.config import read_config
from newsgraph.errors import QueryError
from newsgraph.graph.store import GraphStore
from newsgraph.identity import Author
from newsgraph.serve.protocol import RefusedError
from newsgraph.serve.workers import Answer
from newsgraph.views import Desk, show
from newsgraph.workspace import ArticleTexts, Workspace

JSON = "application/json"


class Verdict(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody decides of a pair, given by IRIs."""

    left: str
    right: str
    answer: Literal["same", "different"]


class Verdicts(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody decides, and why; it is kept only when ``keep`` says so, else it is tried out."""

    verdicts: list[Verdict]
    by: str
    reason: str = ""
    keep: bool = False


class Effect(msgspec.Struct):
    """What decisions change or have changed: entities that go, that come, that are others than before."""

    gone: tuple[identity.Shown, ...]
    new: tuple[identity.Shown, ...]
    changed: tuple[tuple[identity.Shown, identity.Shown], ...]
    kept: bool


class Explorer:
    """Answers («view», name, what is asked) and, where ``write`` allows it, («decide», JSON of ``Verdicts``)."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        self._folder, self._write = folder, write
        self._open: tuple[str, Desk, Workspace] | None = None

    def answer(self, task: tuple[Any, ...]) -> Answer:
        """The answer, as JSON."""
        if task[0] == "decide":
            return Answer(HTTPStatus.OK, JSON, msgspec.json.encode(self._decide(task[1])))
        _, name, asked = task
        if name == "rights":
            return Answer(HTTPStatus.OK, JSON, msgspec.json.encode({"write": self._write}))
        return Answer(HTTPStatus.OK, JSON, show(self._desk(), name, asked))

    def _desk(self) -> Desk:
        if self._open is None or self._open[1].store.state != self._open[0]:
            if self._open is not None:
                self._open[2].close()
            workspace = Workspace.open(self._folder)
            store = GraphStore.open(workspace.graph_folder, base=read_config(self._folder).base)
            self._open = store.state, Desk(store, ArticleTexts(workspace)), workspace
        return self._open[1]

    def _decide(self, body: bytes) -> Effect:
        if not self._write:
            raise RefusedError(HTTPStatus.FORBIDDEN, "decisions are not taken here: start `newsgraph serve --write`")
        try:
            given = msgspec.json.decode(body, type=Verdicts)
        except msgspec.MsgspecError as error:
            raise QueryError(f"no decisions: {error}") from error
        if not (given.verdicts and given.by.strip()):
            raise QueryError("decisions need at least one pair, and the name of who decides")
        store, config = self._desk().store, read_config(self._folder)
        author = Author(given.by.strip(), given.reason.strip())
        made = [
            identity.settle(store, each.left, each.right, same=each.answer == "same", author=author)
            for each in given.verdicts
        ]
        with Workspace.open(self._folder) as workspace:
            preview = identity.try_out(workspace, config, store, made)
            if given.keep:
                identity.keep(workspace, config, made, preview)
        return Effect(preview.gone, preview.new, preview.changed, given.keep)
