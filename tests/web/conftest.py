"""A browser, and a server with the sample corpus for it. CI must have a browser; elsewhere its tests are left out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from newsgraph.serve import Explorer, Limits, Queries, Workers
from newsgraph.views.files import FRONT, read_files
from tests.loopback import LOOPBACK, no_network, serving

__all__ = ["no_network"]

BASE = "https://newsgraph.example/"
# drawn by the processor: a machine for tests has no graphics
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    built = f"/{FRONT}" in read_files()
    if found is None or not built:
        missing = "chromium" if found is None else "the explorer, which npm builds,"
        if os.environ.get("CI"):
            pytest.fail(f"{missing} is missing: .ci/run installs it")
        pytest.skip(f"{missing} is missing")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def exploring(folder: Path) -> Iterator[str]:
    """The address of a server of a workspace that takes decisions, while it runs."""
    limits = Limits(seconds=60, workers=1)
    queries = Workers(Queries(folder / "graph", BASE), limits)
    with serving(queries, Workers(Explorer(folder, write=True), limits)) as host:
        yield f"http://{host}"


@pytest.fixture(scope="session")
def address(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browsed") / "workspace"
    shutil.copytree(sample_workspace, folder)
    with exploring(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window; any error in it, and any request to elsewhere, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: None if is_own(request.url) else faults.append(f"asked {request.url}"))
    page.faults = faults  # type: ignore[attr-defined]
    yield page
    context.close()
    assert faults == []


def is_own(url: str) -> bool:
    return url.startswith((f"http://{LOOPBACK}:", "blob:", "data:", "file:"))
