"""Which engine reads: as the user says, or as the work needs."""

from __future__ import annotations

import os
from importlib.util import find_spec

from newsgraph.engines.local import Local
from newsgraph.engines.reading import Engine, Here
from newsgraph.errors import ConfigError

ENGINES = ("local", "ray")
# Each process holds the model: about 600 MB.
MOST_WORKERS = 8
# Fewer articles than this for each process are read sooner without it.
WORTH_A_PROCESS = 64


def choose_engine(name: str, workers: int | None, articles: int) -> Engine:
    """The engine of this name for so many articles; ``workers`` is the number of processes, by default one a core.

    Raises:
        ConfigError: when there is no such engine, or what it needs is not installed.
    """
    if name == "local":
        count = workers or processes_worth(articles)
        return Local(count) if count > 1 else Here()
    if name == "ray":
        if find_spec("ray") is None:
            raise ConfigError("the engine ray needs Ray: pip install 'newsgraph[ray]'")
        from newsgraph.engines.cluster import Cluster  # noqa: PLC0415 - Ray is an extra

        return Cluster(workers)
    raise ConfigError(f"no engine is called {name!r}: there are {', '.join(ENGINES)}")


def processes_worth(articles: int) -> int:
    """Over how many processes of this machine so many articles are best spread."""
    return max(1, min(_cores(), MOST_WORKERS, articles // WORTH_A_PROCESS))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
