"""Ray: the cluster that ``RAY_ADDRESS`` names, or else one on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read by Ray as it is imported

import ray
from ray.exceptions import WorkerCrashedError

from newsgraph.engines.reading import IN_STORE, Outcome, Read, put_aside, read_batch
from newsgraph.model import Article


class Cluster:
    """Reads in the processes of a Ray cluster; ``workers`` is how many, where this starts one itself.

    ``read`` is what each does with a batch.
    """

    def __init__(self, workers: int | None, read: Read = read_batch) -> None:
        self._workers = workers
        self._read_batch = read

    def read(self, model: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        """As every engine does; what a killed worker was reading is read again, then one article by one."""
        own = not ray.is_initialized()
        if own:
            here = None if "RAY_ADDRESS" in os.environ else self._workers
            ray.init(num_cpus=here, include_dashboard=False, log_to_driver=False)
        try:
            yield from self._read(model, batches)
        finally:
            if own:
                ray.shutdown()

    def _read(self, model: str, batches: Iterable[Sequence[Article]]) -> Iterator[list[Outcome]]:
        read = ray.remote(max_retries=1)(self._read_batch)
        most = IN_STORE * max(
            1,
            int(ray.cluster_resources().get("CPU", 1)),  # type: ignore[no-untyped-call]
        )
        waiting = iter(batches)
        under_way: dict[ray.ObjectRef[list[Outcome]], Sequence[Article]] = {}
        while True:
            for batch in islice(waiting, most - len(under_way)):
                under_way[read.remote(model, batch)] = batch
            if not under_way:
                return
            (ready,), _ = ray.wait(list(under_way), num_returns=1)
            batch = under_way.pop(ready)
            try:
                yield ray.get(ready)
            except WorkerCrashedError:
                if len(batch) == 1:
                    yield [put_aside(batch[0])]
                else:
                    under_way |= {read.remote(model, [article]): [article] for article in batch}
