"""Pages as publishers build them, and the story that is left of them."""

from __future__ import annotations

import time

import pytest

from newsgraph.ingest import ReadOptions, SourceFile, read_file
from newsgraph.model import Article
from tests.ingest.pages import PARAGRAPHS, STORY

FIRST, SECOND, THIRD, FOURTH = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEADLINE = "<h1>Harbour board closes the old ferry terminal</h1>"


def lines(body: str) -> list[str]:
    page = f"<!DOCTYPE html><html><head><title>Harbour board closes the old ferry terminal</title></head><body>{body}</body></html>"
    (article,) = read_file(SourceFile("-", "a.html", page.encode()), ReadOptions())
    assert isinstance(article, Article)
    return [line.strip("|- ") for line in article.text.splitlines() if line.strip("|- ")]


def test_bodies_that_an_advertisement_cut_apart_are_one_story() -> None:
    body = '<div class="article__body">{}{}</div>'
    page = (
        f"<article>{body.format(FIRST, SECOND)}<div class='ad'>Buy a boat</div>{body.format(THIRD, FOURTH)}</article>"
    )
    assert lines(page) == list(PARAGRAPHS)


def test_another_story_inside_or_beside_the_article_is_none_of_it() -> None:
    inner = "<article><h2>Council bans drones</h2><p>The ban begins in June, the council said on Monday evening.</p></article>"
    page = f"<article>{HEADLINE}{FIRST}{SECOND}{THIRD}{FOURTH}{inner}</article>{inner}"
    assert [line for line in lines(page) if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not any("ban" in line for line in lines(page) if line not in PARAGRAPHS)


def test_the_card_of_a_name_is_cut_out_of_the_sentence() -> None:
    card = (
        '<span class="person"><a href="/quill">Marta Quill</a><span class="rollover-block"><b>Marta Ann Quill</b>'
        '<a href="/piers">Board to vote on piers</a></span></span>'
    )
    page = f"<article>{FIRST}{SECOND.replace('Marta Quill', card)}{THIRD}{FOURTH}</article>"
    assert lines(page) == list(PARAGRAPHS)


def test_lists_of_links_and_their_headings_are_left_out() -> None:
    links = "<h3>Related</h3><ul><li><a href='/a'>Keeper retires after forty years</a></li><li><a href='/b'>Drones banned</a></li></ul>"
    page = f"<article>{FIRST}{SECOND}{links}{THIRD}{FOURTH}</article>"
    assert lines(page) == list(PARAGRAPHS)


def test_a_list_of_what_was_decided_is_story() -> None:
    items = (
        "<ul><li>The terminal closes in June.</li><li>Ferries leave from the <a href='/market'>market</a>.</li></ul>"
    )
    page = f"<article>{FIRST}{SECOND}{items}{THIRD}{FOURTH}</article>"
    assert lines(page) == [
        *PARAGRAPHS[:2],
        "The terminal closes in June.",
        "Ferries leave from the market.",
        *PARAGRAPHS[2:],
    ]


def test_a_link_around_a_heading_is_a_teaser() -> None:
    teaser = (
        "<div><a href='/a'><h3>Keeper retires after forty years</h3><p>He says he will miss the gulls.</p></a></div>"
    )
    assert lines(f"<article>{FIRST}{SECOND}{THIRD}{FOURTH}{teaser}</article>") == list(PARAGRAPHS)


def test_a_tweet_is_story() -> None:
    tweet = (
        '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The piers are safe. '
        '<a href="https://t.example/1">t.example/1</a></p>Marta Quill (@quill) '
        '<a href="https://t.example/2">May 30, 2017</a></blockquote></div>'
    )
    found = " ".join(lines(f"<article>{FIRST}{SECOND}{tweet}{THIRD}{FOURTH}</article>"))
    assert "The piers are safe." in found
    assert "Marta Quill (@quill)" in found


def test_a_table_for_the_layout_is_paragraphs() -> None:
    page = f"<table><tr><td>{FIRST}{SECOND}</td></tr><tr><td>{THIRD}{FOURTH}</td></tr></table>"
    assert lines(page) == list(PARAGRAPHS)


def test_text_parted_by_empty_lines_only_is_paragraphs() -> None:
    page = f"<div class='article-content'>{'<br><br>'.join(PARAGRAPHS)}</div>"
    assert lines(page) == list(PARAGRAPHS)


def test_text_beside_paragraphs_is_kept_in_its_place() -> None:
    page = f"<article>{FIRST}{PARAGRAPHS[1].replace('painful', '<b>painful</b>')}{THIRD}{FOURTH}</article>"
    assert lines(page) == list(PARAGRAPHS)


def test_a_story_that_is_printed_only_without_scripts_is_found() -> None:
    assert lines(f"<div class='post-content'><noscript>{FIRST}{SECOND}{THIRD}{FOURTH}</noscript></div>") == list(
        PARAGRAPHS
    )


HOSTILE = [
    "<article>" * 200 + STORY,
    "<table><tr><td>" * 150 + STORY,
    "<blockquote><div>" * 120 + STORY,
    f"<article>{HEADLINE}" + FIRST * 3000 + "</article>",
    "<div>a b c d e f g h i<br>" * 120,
    "<div>" + "words and words " * 20_000 + "<br>" * 20_000 + "</div>",
]


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: body[:16])
def test_a_hostile_page_ends_soon(body: str) -> None:
    started = time.perf_counter()
    list(read_file(SourceFile("-", "a.html", f"<html><body>{body}</body></html>".encode()), ReadOptions()))
    assert time.perf_counter() - started < 60
