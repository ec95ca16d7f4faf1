"""Processes of this machine. One that dies loses nothing; an article that ends two is put aside."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process

from newsgraph.engines.reading import IN_STORE, Outcome, Read, put_aside, read_batch
from newsgraph.model import Article

Waiting = dict["Future[list[Outcome]]", Sequence[Article]]


class Local:
    """So many processes read at a time; ``read`` is what each does with a batch."""

    def __init__(self, workers: int, read: Read = read_batch) -> None:
        self._workers = workers
        self._read_batch = read

    def read(self, model: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        """As every engine does; what was being read when a process died is read again, one article by one."""
        waiting = iter(batches)
        is_left = True
        while is_left:
            suspects: list[Article] = []
            with processes(self._workers) as pool:
                try:
                    yield from self._read(pool, model, waiting, suspects)
                finally:
                    pool.shutdown(cancel_futures=True)
            is_left = bool(suspects)
            yield from self._read_alone(model, suspects)

    def _read(
        self, pool: ProcessPoolExecutor, model: str, batches: Iterator[Sequence[Article]], suspects: list[Article]
    ) -> Iterator[list[Outcome]]:
        """Read until all is done or a process dies; what was under way then is added to ``suspects``."""
        under_way: Waiting = {}
        try:
            while True:
                for batch in islice(batches, IN_STORE * self._workers - len(under_way)):
                    under_way[self._submitted(pool, model, batch)] = batch
                if not under_way:
                    return
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    outcomes = future.result()
                    del under_way[future]
                    yield outcomes
        except BrokenProcessPool:
            suspects += [article for batch in under_way.values() for article in batch]

    def _submitted(self, pool: ProcessPoolExecutor, model: str, batch: Sequence[Article]) -> Future[list[Outcome]]:
        """The reading of a batch, which has failed already where the pool is broken."""
        try:
            return pool.submit(self._read_batch, model, batch)
        except BrokenProcessPool as error:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(error)
            return failed

    def _read_alone(self, model: str, articles: Iterable[Article]) -> Iterator[list[Outcome]]:
        """One article after the other, so that it is sure which one ends its process."""
        waiting = list(articles)[::-1]
        while waiting:
            with processes(1) as pool:
                while waiting:
                    article = waiting.pop()
                    try:
                        yield pool.submit(self._read_batch, model, [article]).result()
                    except BrokenProcessPool:
                        yield [put_aside(article)]
                        break


def processes(workers: int) -> ProcessPoolExecutor:
    """So many processes of this machine, that start from nothing and end with this one."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A process ends at once when it is interrupted, or its parent was killed, instead of waiting for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
