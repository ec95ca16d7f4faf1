"""The explorer's own tests, and its types."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("script", ["check", "test"])
def test_of_the_sources(script: str) -> None:
    npm = shutil.which("npm")
    if npm is None or not (ROOT / "web" / "node_modules").is_dir():
        pytest.skip("npm, or what it installs, is missing")
    done = subprocess.run([npm, "run", script], cwd=ROOT / "web", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
