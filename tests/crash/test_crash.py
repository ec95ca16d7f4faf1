"""Kill -9 at random moments: forty times here, hundreds of times by hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from newsgraph.graph.store import GraphStore
from tests.crash.journey import Place, look

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_nothing_is_lost_and_nothing_half_there() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.crash", "--kills", "40"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-4000:]
    assert "40 kills survived" in run.stdout


def test_a_command_that_is_killed_with_its_processes_is_carried_on(tmp_path: Path, sample_workspace: Path) -> None:
    command = [sys.executable, "-m", "newsgraph", "-w", str(tmp_path / "workspace"), "build", "sample_corpus"]
    for seconds in (1.5, 5.0):
        run = subprocess.Popen(
            [*command, "--workers", "2"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert run.returncode == -signal.SIGKILL
    subprocess.run([*command, "--workers", "2"], cwd=ROOT, check=True, capture_output=True)
    assert look(Place(tmp_path))[1] == look(Place(sample_workspace.parent))[1]
    assert len(GraphStore.open(tmp_path / "workspace" / "graph")) > 0


def test_a_command_that_is_interrupted_ends_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsgraph", "-w", str(tmp_path / "workspace"), "build", "sample_corpus"]
    run = subprocess.Popen(
        [*command, "--workers", "2"],
        cwd=ROOT,
        start_new_session=True,
        # as in a shell in the foreground: what ignores interrupts hands that down to its children
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(4)
    os.killpg(run.pid, signal.SIGINT)
    started = time.monotonic()
    _, said = run.communicate(timeout=20)
    assert run.returncode not in (0, None)
    assert time.monotonic() - started < 3
    assert b"Traceback" not in said
