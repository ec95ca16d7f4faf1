"""How quick the explorer is in a browser: python benchmarks/explorer.py ADDRESS, while `newsgraph serve` runs there.

For some of the best reported entities the milliseconds from the click on their name to their picture (median, worst);
for maps of several sizes the milliseconds until they are drawn, the frames a second while the picture is dragged, and
the memory of the page (MB of JavaScript). Without a graphics card the processor draws, and frames are few. Prints one
JSON object.
"""

from __future__ import annotations

import json
import shutil
import sys
from statistics import median

from playwright.sync_api import Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
SIZES = (400, 2_000, 20_000)
MOST_ENTITIES = 10
DRAG_MS = 3_000

# from the click until the frame after the one in which the status told how many ties are shown
CLICK = """async (link) => {
    const start = performance.now();
    link.click();
    while (!document.querySelector(".kept")?.textContent.includes("of")) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""
FRAMES = """async (milliseconds) => {
    const start = performance.now();
    let frames = 0;
    while (performance.now() - start < milliseconds) {
        await new Promise(requestAnimationFrame);
        frames += 1;
    }
    return (1000 * frames) / (performance.now() - start);
}"""


def main(address: str) -> None:
    """Measures in one browser, each view in a window of its own."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector(".cards a")
        names = page.locator(".cards a")
        pictures = []
        for number in range(min(MOST_ENTITIES, names.count())):
            page.goto(f"{address}/#/")
            pictures.append(names.nth(number).evaluate(CLICK))
        maps = {
            size: measured_map(browser.new_page(viewport={"width": 1440, "height": 900}), address, size)
            for size in SIZES
        }
        browser.close()
    first = {"entities": len(pictures), "median ms": round(median(pictures)), "worst ms": round(max(pictures))}
    print(json.dumps({"first picture": first, "maps": maps}, indent=2))


def measured_map(page: Page, address: str, size: int) -> dict[str, float | str]:
    """What the map of so many entities costs; its places are found beforehand."""
    page.request.get(f"{address}/api/map?most={size}", timeout=300_000)
    page.goto(address)
    page.wait_for_selector(".cards a")
    page.evaluate("size => { const link = document.querySelector('nav a'); link.href = `#/map?most=${size}`; }", size)
    drawn = page.locator("nav a").first.evaluate(CLICK)
    box = page.locator(".stage").bounding_box()
    if box is None:
        raise RuntimeError("the map is not drawn")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(f"window.counting = ({FRAMES})({DRAG_MS})")
    for step in range(DRAG_MS // 50):
        page.mouse.move(x + 3 * (step % 40), y + 2 * (step % 40))
        page.wait_for_timeout(40)
    frames = page.evaluate("window.counting")
    page.mouse.up()
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    shown, ties = page.locator(".note").inner_text(), page.locator(".kept").inner_text()
    page.close()
    return {
        "shown": f"{shown}; {ties}",
        "drawn ms": round(drawn),
        "frames a second": round(frames, 1),
        "MB": round(heap),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
