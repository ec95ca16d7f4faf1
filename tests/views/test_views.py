"""What the explorer's pages are given, against the graph and the articles of the sample corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from newsgraph.answers import find_claims
from newsgraph.errors import NotFoundError, QueryError
from newsgraph.graph.network import network
from newsgraph.graph.store import GraphStore
from newsgraph.views import VIEWS, Desk, show
from newsgraph.views.atlas import Atlas, read_atlas

View = Callable[..., Any]
JARED, IVANKA = "Jared Kushner", "Ivanka Trump"


def test_the_atlas_ties_whom_the_network_ties(desk: Desk) -> None:
    found = network(desk.store, positions=True, anonymous=True)
    tied = {frozenset((one, other)) for one, other in found.edges()}
    atlas = desk.atlas
    drawn = {frozenset((atlas.nodes[edge.one].iri, atlas.nodes[edge.other].iri)) for edge in atlas.edges}
    assert tied <= drawn
    # beside them only events that are merely denied
    for edge in atlas.edges:
        if frozenset((atlas.nodes[edge.one].iri, atlas.nodes[edge.other].iri)) not in tied:
            assert {told.standing for told in edge.told} == {"Denied"}
    for _, _, statement, values in found.edges(keys=True, data=True):
        if values["kind"] == "extracted":
            told = next(told for edge in atlas.edges for told in edge.told if told.iri == statement)
            assert len({voice.origin for voice in told.voices}) == values["origins"]
            assert min(voice.day for voice in told.voices if voice.day) == values["first"]


def test_the_atlas_is_kept_until_the_graph_is_another(desk: Desk, tmp_path: Path) -> None:
    kept = desk.store.path / "atlas"
    kept.unlink(missing_ok=True)
    assert Desk(desk.store, desk.texts).atlas
    stamp, found = msgspec.msgpack.decode(kept.read_bytes(), type=tuple[str, Atlas])
    assert found == read_atlas(desk.store)
    marked = msgspec.structs.replace(found, outlets=["kept"])
    before = kept.read_bytes()
    try:
        kept.write_bytes(msgspec.msgpack.encode((stamp, marked)))
        assert Desk(desk.store, desk.texts).atlas.outlets == ["kept"]
        kept.write_bytes(msgspec.msgpack.encode((f"{stamp}x", marked)))
        assert Desk(desk.store, desk.texts).atlas == found
        kept.write_bytes(b"damaged")
        assert Desk(desk.store, desk.texts).atlas == found
    finally:
        kept.write_bytes(before)


def test_around_shows_the_best_tied_and_says_how_many_it_does_not(view: View) -> None:
    whole, part = view("around", entity=JARED), view("around", entity=JARED, most="2")
    assert whole["left"] == 0
    assert part["shapes"][0]["label"] == JARED
    assert part["shapes"] == whole["shapes"][:3]
    assert part["left"] == len(whole["shapes"]) - 3
    reports = [
        len({voice[3] for told in line["told"] for voice in told[6]}) for line in whole["lines"] if line["one"] == 0
    ]
    assert reports == sorted(reports, reverse=True)
    ends = {end for line in part["lines"] for end in (line["one"], line["other"])}
    assert ends <= {0, 1, 2}


def test_evidence_stands_in_the_article_with_what_is_around_it(view: View, desk: Desk) -> None:
    found = view("between", one=JARED, other=IVANKA)
    assert (
        found[0]["told"]["what"] == f"{IVANKA} spouse of {JARED}"
        or found[0]["told"]["what"] == f"{JARED} spouse of {IVANKA}"
    )
    assert len(found[0]["claims"]) >= found[0]["told"]["reports"] > 1
    for each in found[0]["claims"]:
        claim = each["claim"]
        text = desk.texts[claim["article"].rsplit("/", 1)[-1]]
        assert text[claim["begin"] : claim["end"]] == claim["sentence"]
        assert each["before"] + claim["sentence"] + each["after"] in text
        assert claim["begin"] <= claim["cue_begin"] < claim["cue_end"] <= claim["end"]


def test_an_article_has_its_mentions_claims_and_copies(view: View, desk: Desk) -> None:
    counted = 0
    for article_id in desk.texts:
        page = view("article", article=f"{desk.store.base}a/{article_id}")
        assert page["text"] == desk.texts[article_id]
        assert all(0 <= mark["begin"] < mark["end"] <= len(page["text"]) for mark in page["marks"])
        assert [claim["begin"] for claim in page["claims"]] == sorted(claim["begin"] for claim in page["claims"])
        for copy in page["copies"]:
            back = view("article", article=copy["article"])["copies"]
            assert page["iri"] in {each["article"] for each in back}
            counted += 1
    assert counted > 0
    with pytest.raises(NotFoundError, match="no article has this IRI"):
        view("article", article=f"{desk.store.base}a/none")


def test_a_portrait_tells_posts_by_their_days(view: View) -> None:
    portrait = view("entity", entity="Donald Trump")
    posts = [post["name"] for post in portrait["posts"]]
    assert {"President-elect", "President"} <= set(posts)
    days = [post["told"]["first"] for post in portrait["posts"]]
    assert days == sorted(days)
    assert portrait["identity"]["aliases"]


def test_suggestions_begin_with_the_exact_name(view: View) -> None:
    labels = [shape["label"] for shape in view("suggest", text="kush")]
    assert labels[0] == JARED
    assert {"Kushner Companies", "Charles Kushner"} <= set(labels)
    assert [shape["label"] for shape in view("suggest", text="Charles KUSHNER")] == ["Charles Kushner"]
    assert view("suggest", text="char kush")[0]["label"] == "Charles Kushner"
    assert view("suggest", text="ushner") == []
    with pytest.raises(QueryError, match="'text' is missing"):
        view("suggest", text="")


def test_lists_are_cut_and_say_how_long_they_are(view: View, desk: Desk) -> None:
    claims = find_claims(desk.store, about=JARED)
    cut = view("claims", about=JARED, most="3")
    assert ([item["iri"] for item in cut["items"]], cut["total"]) == ([claim.iri for claim in claims[:3]], None)
    assert view("claims", about=JARED)["total"] == len(claims)
    timeline = view("timeline", entity=JARED)
    days = [moment["day"] for moment in timeline["items"] if moment["day"]]
    assert days == sorted(days, reverse=True)


def test_every_view_answers_or_says_what_is_missing(view: View, desk: Desk) -> None:
    needed = {"text": "kush", "entity": JARED, "one": JARED, "other": IVANKA, "about": JARED, "name": "related-people"}
    needed["article"] = f"{desk.store.base}a/{next(iter(desk.texts))}"
    for name in VIEWS:
        assert view(name, **needed) is not None
    assert view("answer", name="related-people", **{"p.name": JARED})["results"]["bindings"]
    for name, asked, error in [
        ("nothing", {}, "no view 'nothing'"),
        ("around", {"entity": "Nobody Atall"}, "no entity of this name"),
        ("around", {"entity": f"{desk.store.base}e/none"}, "no entity has this IRI"),
        ("around", {"entity": JARED, "most": "many"}, "is no number"),
        ("answer", {"name": "who-denied-what", "p.colour": "red"}, "no parameter 'colour'"),
    ]:
        with pytest.raises((NotFoundError, QueryError), match=error):
            show(desk, name, asked)


def test_a_graph_in_a_folder_that_cannot_be_written_is_shown_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **values: object) -> None:
        raise PermissionError("read-only")

    (desk.store.path / "atlas").unlink(missing_ok=True)
    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    assert Desk(GraphStore.open(desk.store.path), desk.texts).atlas == desk.atlas
