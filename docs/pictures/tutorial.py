"""Takes the picture of the tutorial's graph, while `newsgraph serve` runs at the address that is given."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
JONAS, MARIA = "jonas-lindqvist-7367140c", "maria-lindqvist-3e9c907e"


def main(address: str) -> None:
    """The tie of the two, with its sentences."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
        page.goto(f"{address}/#/e/{JONAS}?with={JONAS}~{MARIA}")
        page.wait_for_selector(".kept:has-text('ties')")
        page.get_by_role("button", name="Farther").click()
        page.wait_for_timeout(1500)
        page.screenshot(path=HERE / "tutorial.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
