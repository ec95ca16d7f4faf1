"""The explorer in a real browser: what a journalist does, and what an article may not do."""

from __future__ import annotations

import base64
import csv
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from newsgraph.api import Newsgraph
from newsgraph.config import Config
from newsgraph.pipeline import build
from newsgraph.workspace import Workspace
from tests.conftest import ROOT
from tests.web.conftest import exploring

GEXF = ROOT / "tests" / "data" / "gexf" / "gexf.xsd"
JARED = "jared-kushner-4ed6fb46"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


def kept(page: Page) -> int:
    """How many ties the filters leave."""
    return int(page.locator(".kept").inner_text().split()[0])


def pixel_of(page: Page, colour: tuple[int, int, int]) -> tuple[float, float]:
    """A place on the page in the middle of all that is drawn in just this colour."""
    shot = base64.b64encode(page.locator(".stage").screenshot()).decode()
    found = page.evaluate(
        """async ([shot, [r, g, b]]) => {
            const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            const xs = [], ys = [];
            for (let at = 0; at < data.length; at += 4)
                if (data[at] === r && data[at + 1] === g && data[at + 2] === b) {
                    xs.push((at / 4) % image.width);
                    ys.push(Math.floor(at / 4 / image.width));
                }
            const mean = (all) => all.reduce((sum, each) => sum + each, 0) / all.length;
            return xs.length ? [mean(xs), mean(ys)] : null;
        }""",
        [shot, colour],
    )
    assert found, f"nothing is drawn in {colour}"
    box = page.locator(".stage").bounding_box()
    assert box
    return box["x"] + found[0], box["y"] + found[1]


def test_search_by_keyboard_leads_to_a_picture_and_a_card(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is tied to whom, and who says so")
    page.keyboard.press("/")
    page.keyboard.type("jared kush")
    expect(page.get_by_role("option").first).to_contain_text("Jared Kushner")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".portrait h2")).to_have_text("Jared Kushner")
    expect(page).to_have_title("Jared Kushner · newsgraph")
    assert JARED in page.url
    # a company is drawn in its colour; what is drawn can be chosen
    page.mouse.click(*pixel_of(page, (213, 94, 0)))
    expect(page.locator(".portrait h2")).to_have_text("Kushner Companies")
    page.go_back()
    expect(page.locator(".portrait h2")).to_have_text("Jared Kushner")


def test_a_tie_opens_to_its_sentences_and_these_to_the_article(page: Page, address: str) -> None:
    page.goto(f"{address}/#/e/{JARED}")
    page.get_by_role("button", name="List").click()
    told = page.get_by_role("row").all_inner_texts()
    assert ["Charles Kushner", "parent of", "Jared Kushner", "accepted"] in [row.split("\t")[:4] for row in told]
    row = page.get_by_role("row").filter(has_text="Ivanka Trump").filter(has_text="spouse of").first
    row.get_by_role("link", name="spouse of").click()
    first = page.locator(".evidence .claim").first
    expect(first.locator(".badge").first).to_have_text("asserted")
    sentence = first.locator("mark").inner_text()
    link = first.locator(".where a")
    headline = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    marked = "".join(page.locator("mark.sought").all_inner_texts())
    assert marked == sentence
    expect(page.locator("mark.sought").first).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".between h2")).to_contain_text("Ivanka Trump")
    page.go_back()
    expect(page.locator(".portrait h2")).to_have_text("Jared Kushner")


def test_filters_leave_fewer_ties_and_stand_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/#/e/{JARED}")
    expect(page.locator(".kept")).to_contain_text("ties")
    whole = kept(page)
    page.get_by_label("At least so many independent reports").fill("2")
    reported_twice = kept(page)
    assert 0 < reported_twice < whole
    page.reload()
    expect(page.locator(".kept")).to_contain_text("ties of")
    assert kept(page) == reported_twice
    page.get_by_role("button", name="Show all").click()
    assert kept(page) == whole
    page.get_by_text("Relations and events").click()
    page.get_by_role("checkbox", name=re.compile("Spouse of")).check()
    assert kept(page) == 1
    assert "relations=spouseOf" in page.url
    page.go_back()
    expect(page.locator(".kept")).to_contain_text(f"{whole} ties")
    page.go_forward()
    expect(page.locator(".kept")).to_contain_text("1 tie of")
    page.get_by_label("To", exact=True).fill("0")
    assert kept(page) == 1


def test_what_is_shown_can_be_saved(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/#/e/{JARED}")
    expect(page.locator(".kept")).to_contain_text("ties")
    saved = {}
    for form in ("GEXF", "CSV", "PNG"):
        page.locator(".menu").evaluate("menu => (menu.open = true)")
        with page.expect_download() as coming:
            page.get_by_role("button", name=f"as {form}").click()
        saved[form] = tmp_path / coming.value.suggested_filename
        coming.value.save_as(saved[form])
    schema = etree.XMLSchema(etree.parse(GEXF))
    schema.assertValid(etree.parse(saved["GEXF"]))
    network = nx.read_gexf(saved["GEXF"], version="1.3")
    rows = list(csv.DictReader(StringIO(saved["CSV"].read_text(encoding="utf-8"))))
    assert network.number_of_edges() == len(rows) >= kept(page)
    assert {"Jared Kushner", "Ivanka Trump"} <= {values["label"] for _, values in network.nodes(data=True)}
    assert {"source": "Donald Trump", "relation": "parent of", "target": "Ivanka Trump"}.items() <= next(
        row for row in rows if row["relation"] == "parent of" and row["target"] == "Ivanka Trump"
    ).items()
    assert saved["PNG"].read_bytes().startswith(b"\x89PNG")


def test_the_map_the_claims_the_connections_and_the_questions(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.get_by_role("heading", name="The best reported")).to_be_visible()
    whole = kept(page)
    page.get_by_role("link", name=re.compile("Jared Kushner, .*Ivanka Trump")).click()
    expect(page.locator(".kept")).not_to_contain_text(f"{whole} ties")
    assert "group=" in page.url
    assert 5 < kept(page) < whole
    page.get_by_role("link", name="all of them").click()
    expect(page.locator(".kept")).to_contain_text(f"{whole} ties")
    page.get_by_role("link", name="Claims", exact=True).click()
    page.get_by_role("combobox", name="Said about").fill("Jared Kushner")
    expect(page.get_by_role("option").first).to_contain_text("Jared Kushner")
    page.keyboard.press("Enter")
    expect(page.locator(".results h2")).to_contain_text("claims")
    page.get_by_label("Stance").select_option("Denied")
    expect(page.locator(".results .claim .badge").first).to_have_text("denied")
    page.get_by_role("link", name="Connections", exact=True).click()
    for name, end in (("From", "Jared Kushner"), ("To", "Vladimir Putin")):
        page.get_by_role("combobox", name=name).fill(end)
        expect(page.get_by_role("option").first).to_contain_text(end)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("one=" if name == "From" else "other="))
    expect(page.locator(".chain").first).to_contain_text("Vladimir Putin")
    expect(page.locator(".step .sentence").first).not_to_be_empty()
    page.get_by_role("link", name="Questions", exact=True).click()
    page.get_by_label("Question").select_option("related-people")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("cell", name="Jared Kushner").first).to_be_visible()


def test_sparql_of_ones_own_answers_or_tells_the_place_of_its_fault(page: Page, address: str) -> None:
    page.goto(f"{address}/#/queries")
    box = page.get_by_role("textbox", name="SPARQL")
    box.fill("SELECT ?e { ?e skos:prefLabel 'Jared Kushner'@en }")
    box.press("Control+Enter")
    page.get_by_role("link", name=f"e/{JARED}").click()
    expect(page.locator(".portrait h2")).to_have_text("Jared Kushner")
    page.go_back()
    page.get_by_role("textbox", name="SPARQL").fill("SELECT ?e {\n ?e skos:prefLabel 'x'@en")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert")).to_contain_text("line 2")
    page.faults.clear()  # type: ignore[attr-defined]  # the browser notes the answer 400


def test_a_decision_is_shown_before_it_is_kept(page: Page, sample_workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_workspace, tmp_path / "workspace")
    with exploring(tmp_path / "workspace") as address:
        page.goto(f"{address}/#/review")
        page.get_by_role("radio", name="same").first.check()
        page.get_by_label("Who decides").fill("ana")
        page.get_by_role("button", name="What would change by 1 decision").click()
        expect(page.locator(".effect")).to_contain_text("John Smith")
        with Workspace.open(tmp_path / "workspace") as workspace:
            assert workspace.decisions() == []
        page.get_by_role("button", name="Keep").click()
        expect(page.get_by_text("No pair is in doubt.")).to_be_visible()
        with Workspace.open(tmp_path / "workspace") as workspace:
            assert [decision.by for decision in workspace.decisions()] == ["ana"]


HOSTILE = """<p>Hostile</p>
Ana Costa, the chief executive of Acme <img src=x onerror="document.title='hit'"> Corp., met Paul Weiss in Lisbon.
"<script>document.title='hit'</script> I said no," Ana Costa said. Paul Weiss denied that he met Ana Costa.
"""


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    text = f"---\ntitle: \"<b onmouseover=alert(1)>Bold</b> <script>document.title='hit'</script>\"\nurl: 'javascript:alert(1)'\n---\n{HOSTILE}"
    (folder / "one.md").write_text(text, encoding="utf-8")
    (folder / "two.txt").write_text(HOSTILE, encoding="utf-8")
    with Workspace.open(folder / "ws", create=True) as workspace:
        build(workspace, [str(folder)], Config())
    return folder / "ws"


@pytest.fixture(scope="module")
def hostile(hostile_folder: Path) -> Iterator[str]:
    with exploring(hostile_folder) as address:
        yield address


def test_what_an_article_says_is_text_and_nothing_else(page: Page, hostile: str) -> None:
    articles = page.request.get(
        f"{hostile}/sparql", params={"query": "SELECT ?a { ?a a schema:NewsArticle }"}, headers={"Accept": "text/csv"}
    )
    for article in articles.text().split()[1:]:
        page.goto(f"{hostile}/#/a/{article.rsplit('/', 1)[-1]}")
        expect(page.locator(".text p").nth(1)).to_be_visible()
        assert page.locator("main img, main script, main b[onmouseover], a[href^=javascript]").count() == 0
        assert "hit" not in page.title().split()
    page.goto(f"{hostile}/#/claims")
    page.goto(f"{hostile}/#/map")
    expect(page.locator(".kept")).to_contain_text("tie")
    assert page.locator("img").count() == 0


def test_a_part_in_one_file_needs_no_server(page: Page, sample_workspace: Path, tmp_path: Path) -> None:
    Newsgraph(sample_workspace).export(tmp_path / "part.html", types=["Person"])
    page.goto((tmp_path / "part.html").as_uri())
    expect(page.locator(".kept")).to_contain_text("ties")
    assert page.locator(".choice summary", has_text="Kinds").count() == 0  # all are persons
    page.get_by_role("button", name="List").click()
    page.get_by_role("row").filter(has_text="Ivanka Trump").get_by_role("link", name="spouse of").click()
    expect(page.locator(".evidence .claim mark").first).to_contain_text("Ivanka")
    page.locator(".evidence .claim .where a").first.click()
    expect(page.get_by_text("The text of the article is not in this file.")).to_be_visible()
    page.goto(f"{(tmp_path / 'part.html').as_uri()}#/e/donald-trump-34721387")
    expect(page.locator(".portrait")).to_contain_text("President-elect")


def test_a_file_of_hostile_articles_is_text_too(page: Page, hostile_folder: Path, tmp_path: Path) -> None:
    Newsgraph(hostile_folder).export(tmp_path / "part.html")
    page.goto((tmp_path / "part.html").as_uri())
    expect(page.locator(".kept")).to_contain_text("tie")
    page.get_by_role("button", name="List").click()
    page.locator("tbody tr td:nth-child(2) a").first.click()
    expect(page.locator(".evidence .claim").first).to_be_visible()
    assert page.locator("img").count() == 0
    assert page.title().startswith("Map")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_can_be_read_by_everybody(page: Page, address: str, scheme: str) -> None:
    """The rules of axe-core, level AA of WCAG 2.1."""
    if not AXE.exists():
        pytest.skip("web/node_modules is not installed")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for path in ("", f"e/{JARED}", "map", "claims", "path", "queries/related-people?run=yes", "review"):
        page.goto(f"{address}/#/{path}")
        page.wait_for_load_state("networkidle")
        expect(page.locator("[aria-busy]")).to_have_count(0)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        rules = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
        faults = page.evaluate(f"async () => (await {rules}).violations")
        found += [(path, fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in faults]
    assert found == []
