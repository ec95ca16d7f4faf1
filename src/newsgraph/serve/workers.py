"""Requests answered in processes of their own, which are ended when one takes too long.

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
from typing import Protocol

from newsgraph.errors import NewsgraphError, NotFoundError, QueryError
from newsgraph.serve.protocol import RefusedError

_CONTEXT = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may take in seconds, how large it may be in bytes, how many are made at a time."""

    seconds: float = 30.0
    answer_bytes: int = 256 * 1024 * 1024
    workers: int = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes over the wire."""

    status: HTTPStatus
    media_type: str
    body: bytes


class Responder(Protocol):
    """What answers in a worker: it is sent there once, and opens there what it needs."""

    def answer(self, task: tuple[object, ...]) -> Answer:
        """The answer to one request."""


class Workers:
    """Processes that each have a responder. ``close`` ends them."""

    def __init__(self, responder: Responder, limits: Limits) -> None:
        self.limits = limits
        self._responder = responder
        # who answered last is asked first: it still has at hand what it read
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._closed = threading.Event()
        for _ in range(limits.workers):
            self._idle.put(self._start())

    def ask(self, *task: object) -> Answer:
        """The answer to what goes to the responder.

        Raises:
            RefusedError: when all workers are busy, the answer takes too long, or is too large.
        """
        seconds = self.limits.seconds
        try:
            worker = self._idle.get(timeout=seconds)
        except queue.Empty:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "too many queries at a time: try again") from None
        try:
            answer = worker.ask(task, seconds)
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
        return _Worker(self._responder)

    def _put_back(self, worker: _Worker) -> None:
        if self._closed.is_set():
            worker.end()
        else:
            self._idle.put(worker)


class _Worker:
    def __init__(self, responder: Responder) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, responder), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, task: tuple[object, ...], seconds: float) -> Answer:
        self._pipe.send(task)
        if not self._pipe.poll(seconds):
            raise TimeoutError
        answer: Answer = self._pipe.recv()
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, responder: Responder) -> None:
    """Answer what comes through the pipe until the other end is gone."""
    while True:
        try:
            task = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            answer = responder.answer(task)
        except RefusedError as error:
            answer = refusal(error.status, str(error))
        except NotFoundError as error:
            answer = refusal(HTTPStatus.NOT_FOUND, str(error))
        except QueryError as error:
            answer = refusal(HTTPStatus.BAD_REQUEST, str(error))
        except NewsgraphError as error:
            answer = refusal(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        pipe.send(answer)


def refusal(status: HTTPStatus, reason: str) -> Answer:
    """An answer that says in one line what is wrong."""
    return Answer(status, "text/plain", f"{reason}\n".encode("utf-8", "replace"))
