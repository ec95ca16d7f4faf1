"""Takes the pictures of the explorer, while `newsgraph serve` runs at the address that is given."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
KUSHNER, KISLYAK = "jared-kushner-4ed6fb46", "sergey-kislyak-7e980425"
PICTURES = {
    "explorer-tie.png": ("light", f"e/{KUSHNER}?with={KUSHNER}~{KISLYAK}"),
    "explorer-map.png": ("dark", "map"),
}


def main(address: str) -> None:
    """Each view in a window of its own, when all that it draws is there."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, (scheme, path) in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 760}, color_scheme=scheme)
            page.goto(f"{address}/#/{path}")
            page.wait_for_selector(".kept:has-text('ties')")
            page.wait_for_timeout(1000)
            page.screenshot(path=HERE / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
