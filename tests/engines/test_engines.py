"""Every engine reads all articles once, whatever happens to its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsgraph.engines import choose_engine
from newsgraph.engines.local import Local
from newsgraph.engines.reading import Engine, Here, Outcome
from newsgraph.errors import ConfigError
from newsgraph.model import Article, Skipped
from tests import build
from tests.engines import deadly


def _cluster() -> Engine:
    pytest.importorskip("ray", reason="Ray is not installed")
    from newsgraph.engines.cluster import Cluster

    return Cluster(2, read=deadly.read)


ENGINES: dict[str, Callable[[], Engine]] = {"local": lambda: Local(2, read=deadly.read), "ray": _cluster}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


def _batches(*texts: str, size: int = 3) -> Iterator[list[Article]]:
    articles = [build.article(text) for text in texts]
    return iter([articles[start : start + size] for start in range(0, len(articles), size)])


def _results(outcomes: Iterator[list[Outcome]]) -> dict[str, str]:
    """Text -> what came of it; a text that came twice is an error."""
    found: dict[str, str] = {}
    for batch in outcomes:
        for outcome in batch:
            assert outcome.article.text not in found
            found[outcome.article.text] = outcome.result.reason if isinstance(outcome.result, Skipped) else "read"
    return found


def test_all_is_read_once(engine: Engine) -> None:
    texts = [f"text {number}" for number in range(40)]
    assert _results(engine.read("model", _batches(*texts))) == dict.fromkeys(texts, "read")


def test_a_process_that_dies_loses_nothing(engine: Engine, tmp_path: Path) -> None:
    # So many that the second is not yet given out when the first death is noticed, also on a busy machine.
    texts = [f"text {number}" for number in range(200)]
    once = [str(tmp_path / "left"), str(tmp_path / "behind")]
    results = _results(engine.read("model", _batches(*texts[:7], once[0], *texts[7:], once[1])))
    assert results == dict.fromkeys([*texts, *once], "read")


def test_what_ends_two_processes_is_put_aside(engine: Engine) -> None:
    texts = [f"text {number}" for number in range(20)]
    results = _results(engine.read("model", _batches(*texts[:10], "poison", *texts[10:])))
    assert "twice" in results.pop("poison")
    assert results == dict.fromkeys(texts, "read")


def test_a_model_that_is_missing_stops_the_run(engine: Engine) -> None:
    with pytest.raises(ConfigError, match="not installed"):
        _results(engine.read("missing", _batches("text")))


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = 0

    def batches() -> Iterator[list[Article]]:
        nonlocal taken
        for batch in _batches(*map(str, range(60)), size=1):
            taken += 1
            yield batch

    outcomes = Local(2, read=deadly.read).read("model", batches())
    next(outcomes)
    assert taken < 10
    assert sum(map(len, outcomes)) == 59


def test_few_articles_are_read_here() -> None:
    assert isinstance(choose_engine("local", None, 10), Here)
    assert isinstance(choose_engine("local", 1, 10_000), Here)
    assert isinstance(choose_engine("local", 2, 10), Local)


def test_an_engine_that_is_not_known() -> None:
    with pytest.raises(ConfigError, match="local, ray"):
        choose_engine("steam", None, 1)


_WAITING = """
import sys
from newsgraph.engines.local import processes
import time, os
if __name__ == "__main__":
    pool = processes(2)
    print(*[pool.submit(os.getpid).result() for _ in range(2)], flush=True)
    time.sleep(60)
"""


def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "waiting.py"
    script.write_text(_WAITING, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(number) for number in parent.stdout.readline().split()]
    assert children
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 10
    while any(_lives(child) for child in children):
        assert time.monotonic() < deadline, "a process outlived its parent"
        time.sleep(0.05)


def _lives(number: int) -> bool:
    try:
        os.kill(number, signal.SIG_DFL)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
