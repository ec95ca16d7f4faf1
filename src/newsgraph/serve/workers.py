"""Queries answered in processes of their own, which are ended when a query takes too long.

The store's engine cannot be interrupted; a process can.
"""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from newsgraph.errors import NewsgraphError, QueryError
from newsgraph.graph.store import GraphStore
from newsgraph.serve.description import describe
from newsgraph.serve.protocol import RESULTS, TRIPLES, Asked, RefusedError, choose_format

_CONTEXT = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may take in seconds, how large its answer may be in bytes, how many are answered at a time."""

    seconds: float = 30.0
    answer_bytes: int = 256 * 1024 * 1024
    workers: int = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes over the wire."""

    status: HTTPStatus
    media_type: str
    body: bytes


class Workers:
    """Processes that each have the graph open. ``close`` ends them."""

    def __init__(self, graph: Path, base: str, limits: Limits) -> None:
        self.limits = limits
        self._graph, self._base = graph, base
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._closed = threading.Event()
        for _ in range(limits.workers):
            self._idle.put(self._start())

    def ask(self, asked: Asked | None, accept: str, endpoint: str) -> Answer:
        """The answer to a query, or for ``None`` the description of the service at this address.

        Raises:
            RefusedError: when all workers are busy, the query takes too long, or its answer is too large.
        """
        seconds = self.limits.seconds
        try:
            worker = self._idle.get(timeout=seconds)
        except queue.Empty:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "too many queries at a time: try again") from None
        try:
            answer = worker.ask((asked, accept, endpoint), seconds)
        except (EOFError, OSError, TimeoutError) as error:
            worker.end()
            worker = self._start()
            late = isinstance(error, TimeoutError)
            reason = f"the query took longer than {seconds:g} seconds" if late else "the query ended its process"
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, reason) from error
        finally:
            self._put_back(worker)
        if len(answer.body) > self.limits.answer_bytes:
            raise RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "the answer is too large: narrow the query")
        return answer

    def close(self) -> None:
        """End all workers."""
        self._closed.set()
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().end()

    def _start(self) -> _Worker:
        return _Worker(self._graph, self._base)

    def _put_back(self, worker: _Worker) -> None:
        if self._closed.is_set():
            worker.end()
        else:
            self._idle.put(worker)


class _Worker:
    def __init__(self, graph: Path, base: str) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, graph, base), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, task: tuple[Asked | None, str, str], seconds: float) -> Answer:
        self._pipe.send(task)
        if not self._pipe.poll(seconds):
            raise TimeoutError
        answer: Answer = self._pipe.recv()
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, graph: Path, base: str) -> None:
    """Answer what comes through the pipe, from the graph as it is then, until the other end is gone."""
    store, state = None, ""
    while True:
        try:
            asked, accept, endpoint = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            if store is None or store.state != state:
                store = GraphStore.open(graph, base=base)
                state = store.state
            answer = _answer(store, asked, accept, endpoint)
        except RefusedError as error:
            answer = refusal(error.status, str(error))
        except QueryError as error:
            answer = refusal(HTTPStatus.BAD_REQUEST, str(error))
        except NewsgraphError as error:
            answer = refusal(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        pipe.send(answer)


def _answer(store: GraphStore, asked: Asked | None, accept: str, endpoint: str) -> Answer:
    if asked is None:
        form = choose_format(accept, TRIPLES)
        return Answer(HTTPStatus.OK, form.media_type, describe(store, endpoint, form))

    media_type, body = store.serialized(
        asked.query,
        lambda: choose_format(accept, RESULTS),
        lambda: choose_format(accept, TRIPLES),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )
    return Answer(HTTPStatus.OK, media_type, body)


def refusal(status: HTTPStatus, reason: str) -> Answer:
    """An answer that says in one line what is wrong."""
    return Answer(status, "text/plain", f"{reason}\n".encode("utf-8", "replace"))
