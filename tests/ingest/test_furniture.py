"""What is set aside, and what must never be."""

from __future__ import annotations

import time

import pytest

from newsgraph.ingest import find_authors, find_furniture, find_outlet
from newsgraph.ingest.furniture import story_of
from newsgraph.model import FurnitureReason as Reason
from tests.ingest.pages import PAGE, PARAGRAPHS, STORY, TEASERS

TITLE = "Harbour board closes the old ferry terminal"


def set_aside(text: str, title: str | None = None, outlet: str | None = None) -> list[tuple[str, Reason]]:
    return [(text[piece.span.start : piece.span.end], piece.reason) for piece in find_furniture(text, title, outlet)]


def story_lines(text: str, title: str | None = None) -> list[str]:
    story = story_of(text, find_furniture(text, title, None))
    return [" ".join(line.split()) for line in story.splitlines() if line.strip()]


def test_a_copied_page_is_its_headline_and_its_story() -> None:
    assert story_lines(PAGE, TITLE) == [TITLE, *PARAGRAPHS]


def test_a_copied_page_names_its_author_and_outlet() -> None:
    found = find_furniture(PAGE, TITLE, None)
    assert find_authors(PAGE, found) == ("Nora B. Finch",)
    assert find_outlet(PAGE, found) == "Tideline"


def test_reasons_on_a_copied_page() -> None:
    reasons = dict(set_aside(PAGE, TITLE))
    assert reasons[TITLE] is Reason.REPEATED_HEADLINE
    assert reasons["Source: Getty Images"] is Reason.PICTURE_CREDIT
    assert reasons["Anders Holt/AP"] is Reason.PICTURE_CREDIT
    assert reasons["How likely are you to make Tideline your go-to news source?"] is Reason.WIDGET
    assert reasons["Nora B. Finch"] is Reason.AUTHOR_BOX
    assert reasons["The ban begins in June."] is Reason.RELATED
    captions = [text for text, reason in reasons.items() if reason is Reason.CAPTION]
    assert captions == ["Engineer Paula Voss reportedly warned of the cracks in a letter to the board two years ago."]


FURNITURE = [
    ("Getty Images", Reason.PICTURE_CREDIT),
    ("AP Photo", Reason.PICTURE_CREDIT),
    ("Anders Holt/AP", Reason.PICTURE_CREDIT),
    ("Anders Holt/AFP/Getty Images", Reason.PICTURE_CREDIT),
    ("(AP Photo/Anders Holt)", Reason.PICTURE_CREDIT),
    ("Anders Holt via Getty", Reason.PICTURE_CREDIT),
    ("Photo by Anders Holt", Reason.PICTURE_CREDIT),
    ("Image credit: Anders Holt", Reason.PICTURE_CREDIT),
    ("Source: Harbour Board", Reason.PICTURE_CREDIT),
    ("Ferries wait at the quay on Monday. (AP Photo/Anders Holt)", Reason.CAPTION),
    ("Ferries wait at the quay on Monday. | Getty", Reason.CAPTION),
    ("Ferries wait at the quay, July 12, 2016. REUTERS/Anders Holt", Reason.CAPTION),
    ("Facebook Twitter Pinterest Ferries wait at the quay. Photograph: Anders Holt/Reuters", Reason.CAPTION),
    ("Image copyright Getty Images Image caption The ferry waits at the quay", Reason.CAPTION),
    ("Media playback is unsupported on your device Media caption A ferry waits", Reason.CAPTION),
    ("Image copyright EPA", Reason.CAPTION),
    ("Enlarge this image toggle caption Anders Holt/AP Anders Holt/AP", Reason.CAPTION),
    (
        "FILE - In this May 3, 2016 file photo, ferries wait at the quay. (AP Photo/Anders Holt, File)",
        Reason.CAPTION,
    ),
    ("Story Continued Below", Reason.WIDGET),
    (f"Where do you live? Afghanistan Albania Algeria {'Andorra' * 90}", Reason.WIDGET),
    ("Advertisement", Reason.WIDGET),
    ("ADVERTISEMENT:", Reason.WIDGET),
    ("Share This Story Tweet Share Pin Email", Reason.WIDGET),
    ("Click here for more from the harbour.", Reason.WIDGET),
    ("Follow Nora Finch on Twitter @norafinch", Reason.WIDGET),
    ("Read More", Reason.WIDGET),
    ("JUST WATCHED Ferries leave Replay More Videos ... MUST WATCH Ferries leave 01:29", Reason.WIDGET),
    ("Sign up for our newsletter to get news of the coast", Reason.NEWSLETTER),
    ("Get the stories you care about delivered to your inbox.", Reason.NEWSLETTER),
    ("**Want the tide report in your inbox every day? Sign up for the newsletter here.**", Reason.NEWSLETTER),
    ("Subscribe now to our Tideline edition for the full story.", Reason.NEWSLETTER),
    ("To view the full story, please subscribe to Tideline.", Reason.NEWSLETTER),
    ("If you’re seeing this message but you’re already a subscriber, you can log in.", Reason.NEWSLETTER),
    ("For the latest on the tide download the Tideline apps for all telephones.", Reason.NEWSLETTER),
    ("Sign up to get the best of the coast every week", Reason.NEWSLETTER),
    ("The Tide Newsletter", Reason.NEWSLETTER),
    ("Like this story? Share it with a friend!", Reason.WIDGET),
    ("This article is the copyrighted property of Tideline.", Reason.NOTICE),
    ("Written permission must be obtained before reprint.", Reason.NOTICE),
    ("This post contains affiliate links.", Reason.NOTICE),
    ("When you buy through links on our site, we may earn an affiliate commission.", Reason.NOTICE),
    ("Filed under Harbours", Reason.NOTICE),
    ("Category : Press Releases", Reason.NOTICE),
    ("SEE MORE: Drones banned over the beach", Reason.RELATED),
    ("Also on tideline.test Drones banned over the beach", Reason.RELATED),
    ("Read more: Drones banned over the beach", Reason.RELATED),
    ("RELATED: Drones banned over the beach", Reason.RELATED),
    ("SEE ALSO: Drones banned over the beach", Reason.RELATED),
    ("Watch: The terminal in ninety seconds", Reason.RELATED),
    ("Keeper retires after forty years on the rock Read more", Reason.RELATED),
    ("Copyright © 2019 The Tideline, LLC. Click here for reprint permission.", Reason.NOTICE),
    ("© 2019 Tideline. All rights reserved.", Reason.NOTICE),
    ("The Associated Press contributed to this report.", Reason.NOTICE),
    ("• Tom Adair and Ines Roy contributed to this report from Port Ellery.", Reason.NOTICE),
    ("(Reporting by Tom Adair; Editing by Ines Roy)", Reason.NOTICE),
    (
        "The opinions expressed by columnists are their own and do not represent the views of Tideline.",
        Reason.NOTICE,
    ),
    ("This article is more than 3 years old", Reason.NOTICE),
    ("By Nora Finch", Reason.BYLINE),
    ("By Nora Finch and Tom Adair, Reuters", Reason.BYLINE),
    ("Updated 5:24 PM ET, Tue May 30, 2017", Reason.BYLINE),
]


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_a_line_that_is_no_story(line: str, reason: Reason) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert set_aside(text) == [(line, reason)]


STORY_LINES = [
    "Source after source told the paper that the piers were safe.",
    "Source: two officials who have read the report told Tideline that the piers had been unsafe for years.",
    "By Tuesday evening the terminal was closed.",
    "By the time the board met, Marta Quill had read the report.",
    "Share prices of the ferry company fell by a tenth.",
    "Sign language interpreters signed up for the meeting by email.",
    "Correction: an earlier version of this article gave the wrong number of piers.",
    "Updated: the board now says that four piers are cracked.",
    "This story has been updated.",
    "MORE: Fourth pier is cracked, board says — Harbour Board (@harbourboard) July 8, 2016",
    "More ferries will leave from the market.",
    "Related costs are not in the report.",
    "Watch out for the swell, the harbour master said.",
    "Several factors contributed to this decline, the report says.",
    "Follow the money, said a fisherman.",
    "Getty Images sued the board over a photograph in 2014.",
    "Reporting by Tideline found that the board had known for years.",
    "The report said: read more than the summary.",
    "BY THE NUMBERS",
    "Marta Quill, who led the board for six years, is a lawyer.",
    "“I follow her on Twitter,” he said.",
    "The terminal, reported by the Associated Press and by Reuters to be closed, is open.",
    "Trump Tower",
    "Subscribers wanted the full story of the piers, she said.",
    "Also on Tuesday, the board met the union.",
    "The charges were filed under seal.",
    "Permission must come from the harbour master, the board said.",
    "The union wants to be informed of every vote.",
    "She said that readers signed up for no newsletter.",
    "Category 4 winds hit the quay.",
    "See more than one pier and you will worry, she said.",
    "Agents earn a commission on every berth, the report says, which is why no berth is ever empty for long.",
    "Advertisement rates at the quay rose.",
]


@pytest.mark.parametrize("line", STORY_LINES)
def test_a_line_that_is_story(line: str) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert set_aside(text) == []


def test_a_caption_stands_right_below_its_credit_when_the_credit_comes_first() -> None:
    text = f"{PARAGRAPHS[0]}\n\nAnders Holt/AP\nFerries wait at the quay\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert ("Ferries wait at the quay", Reason.CAPTION) in set_aside(text)


def test_where_no_blank_lines_part_the_paragraphs_neighbours_of_a_credit_stay() -> None:
    text = f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\nAnders Holt/AP\n{PARAGRAPHS[2]}"
    assert set_aside(text) == [("Anders Holt/AP", Reason.PICTURE_CREDIT)]


HEADINGS = [
    "MORE FROM",
    "More from Tideline",
    "Related stories",
    "You may also like",
    "Recommended",
    "Most popular",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_teasers_to_the_end(heading: str) -> None:
    assert story_lines(f"{STORY}\n\n{heading}\n\n{TEASERS}") == list(PARAGRAPHS)


def test_the_story_resumes_after_a_box_of_teasers() -> None:
    text = f"{PARAGRAPHS[0]}\n\nRelated stories\n\nKeeper retires\n\nDrones banned\n\n" + "\n\n".join(PARAGRAPHS[1:])
    assert story_lines(text) == list(PARAGRAPHS)


def test_a_headline_is_kept_once() -> None:
    text = f"“{TITLE}”\n\n{PARAGRAPHS[0]}\n\n{TITLE.upper()}\n\n{PARAGRAPHS[1]}"
    assert set_aside(text, TITLE) == [(TITLE.upper(), Reason.REPEATED_HEADLINE)]


BOXES = [
    ("Nora Finch is a reporter for Tideline.", ("Nora Finch",), "Tideline"),
    (
        "• Nora Finch is the harbour editor at The Gazette. Follow her on Twitter @nf",
        ("Nora Finch",),
        "Gazette",
    ),
    ("Nora Finch covers the coast.", ("Nora Finch",), None),
    ("Nora Finch, a former sailor, is the author of a book on tides.", ("Nora Finch",), None),
]


@pytest.mark.parametrize(("box", "authors", "outlet"), BOXES)
def test_an_author_box_below_the_story(box: str, authors: tuple[str, ...], outlet: str | None) -> None:
    text = f"{STORY}\n\n{box}"
    found = find_furniture(text, None, None)
    assert [(text[p.span.start : p.span.end], p.reason) for p in found] == [(box, Reason.AUTHOR_BOX)]
    assert find_authors(text, found) == authors
    assert find_outlet(text, found) == outlet


def test_a_person_of_the_story_is_not_its_author() -> None:
    assert set_aside(f"{STORY}\n\nMarta Quill is a former editor of the harbour paper.") == []


def test_a_line_that_brings_in_a_report_is_no_author_box() -> None:
    assert set_aside(f"{STORY}\n\nNora Finch reports from the quay:") == []


def test_a_known_author_is_not_taken_for_a_person_of_the_story() -> None:
    text = f"{STORY}\n\nMarta Quill is a former editor of the harbour paper."
    found = find_furniture(text, None, None, authors=("Marta Quill",))
    assert [piece.reason for piece in found] == [Reason.AUTHOR_BOX]


BYLINES = [
    ("By Nora Finch", ("Nora Finch",)),
    ("BY NORA FINCH", ("NORA FINCH",)),
    ("By Nora Finch and Tom Adair", ("Nora Finch", "Tom Adair")),
    ("By Nora Finch, Tom Adair and Ines Roy", ("Nora Finch", "Tom Adair", "Ines Roy")),
    ("By Nora B. Finch, Reuters", ("Nora B. Finch",)),
    ("By Nora Finch | Tideline", ("Nora Finch",)),
    ("By Associated Press", ()),
]


@pytest.mark.parametrize(("byline", "authors"), BYLINES)
def test_a_byline_names_the_authors(byline: str, authors: tuple[str, ...]) -> None:
    text = f"{TITLE}\n\n{byline}\n\n{STORY}"
    assert find_authors(text, find_furniture(text, TITLE, None)) == authors


INLINE = [
    ('poster="http://v.tideline.example/a.jpg?id=1" ', "The board met.", Reason.MARKUP),
    (
        "Photos: Ferries One leaves. Hide Caption 1 of 9 Photos: Ferries Two leave. Hide Caption 2 of 9",
        " It met.",
        Reason.WIDGET,
    ),
    ("A ferry leaves the quay. | AP Photo", " Board closes terminal", Reason.CAPTION),
]


@pytest.mark.parametrize(("junk", "rest", "reason"), INLINE)
def test_furniture_that_ran_into_a_paragraph(junk: str, rest: str, reason: Reason) -> None:
    text = f"{junk}{rest}\n\n{PARAGRAPHS[0]}"
    found = set_aside(text)
    assert {kind for _, kind in found} == {reason}
    assert story_lines(text) == [rest.strip(), PARAGRAPHS[0]]


def test_the_card_of_a_person_is_cut_out_of_the_sentence() -> None:
    text = "Marta Quill Marta Ann QuillBoard to vote on piers Keeper retires MORE's board met on Tuesday."
    assert set_aside(text) == [("Marta Ann QuillBoard to vote on piers Keeper retires MORE", Reason.RELATED)]


def test_the_card_of_a_person_may_stand_apart_from_its_headlines() -> None:
    text = "They met Marta Quill Marta Ann Quill Boards should vote on piers MORE (Harbour) on Tuesday."
    assert set_aside(text) == [("Marta Ann Quill Boards should vote on piers MORE", Reason.RELATED)]


def test_what_a_form_says_of_its_guards_is_no_story() -> None:
    form = (
        "Sign up today. This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply."
    )
    assert story_lines(f"{PARAGRAPHS[0]}\n\n{form}\n\n{PARAGRAPHS[1]}") == list(PARAGRAPHS[:2])


HOSTILE = [
    "Photo by " * 40_000,
    "A " * 200_000,
    "|" * 300_000,
    "MORE Aa Bb Cc " * 20_000,
    "Aa Bb Aa Bb " * 20_000 + "MORE",
    "reCAPTCHA " * 50_000,
    "By Aa Bb, " * 20_000,
    "Related\n\n" * 20_000,
    "x is the author of " * 20_000,
    "Aa/" * 100_000,
    "(" * 200_000,
    "Photos: " * 30_000 + "Hide Caption",
    "Share " * 100_000,
    "1" * 500_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].strip())
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    started = time.perf_counter()
    find_furniture(text, text[:100], None)
    assert time.perf_counter() - started < 10  # some hundredths of a second; minutes when a pattern runs away
