"""What the system refuses is told in one line, and the next run carries on."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.dumps import dump

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
ARTICLES = "sample_corpus/capitol-dispatch"
KILOBYTE = 1024


def build(folder: Path, *words: str, largest_file: int = resource.RLIM_INFINITY, **environment: str) -> str:
    """What a build of some articles writes to standard error; no file may grow beyond so many bytes."""
    run = subprocess.run(
        [sys.executable, "-m", "newsgraph", "-q", "-w", str(folder), "build", ARTICLES, *words],
        cwd=ROOT,
        env=os.environ | environment,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest_file, resource.RLIM_INFINITY)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == bool(run.stderr), run.stderr
    return run.stderr


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("undisturbed") / "ws"
    assert build(folder) == ""
    return dump(folder)


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_lost(tmp_path: Path, undisturbed: bytes) -> None:
    for kilobytes in (1, 100, 1000, 4000):
        told = build(tmp_path / "ws", largest_file=kilobytes * KILOBYTE)
        assert told.startswith("Error: "), told
        assert told.count("\n") == 1, told
    assert build(tmp_path / "ws") == ""
    assert dump(tmp_path / "ws") == undisturbed


@pytest.mark.parametrize(("seed", "workers"), [("1", "1"), ("2", "2")])
def test_neither_hash_seeds_nor_processes_leave_a_trace(
    tmp_path: Path, undisturbed: bytes, seed: str, workers: str
) -> None:
    assert build(tmp_path / "ws", "--workers", workers, PYTHONHASHSEED=seed) == ""
    assert dump(tmp_path / "ws") == undisturbed
