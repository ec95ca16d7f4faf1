"""A page's elements, put in order before its main text is looked for.

Publishers cut one story into several bodies around advertisements, wrap tweets and paragraphs in what looks like
navigation, and hide cards with other headlines inside sentences. What is repaired here goes by how pages are built,
never by whose they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

# What publishers call the box that holds a story.
_BODY = re.compile(r"(?:article|story|post|entry)[-_]*(?:body|content)", re.IGNORECASE)
# Boxes that open when the reader points at a name.
_CARD = re.compile(
    r"(?:^|[ _-])(?:rollover|hover|popover|popup|tooltip)[_-]?(?:block|box|card|content|text|body)(?=[ _-]|$)",
    re.IGNORECASE,
)
# A story under an article that has so many words in paragraphs of its own is another story.
_OWN_STORY = 80
# A cell with so many words is no figure in a table: the table is there for the layout.
_PROSE_CELL = 40
# A longer link is a page that somebody wrapped whole.
_TEASER = 80
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
# Fewer words beside the paragraphs of a box are a label.
_LOOSE = 8
_INLINE = frozenset([
    "a", "abbr", "acronym", "b", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    etree.Comment, etree.ProcessingInstruction,
])  # fmt: skip
# Lists with so much of their text inside links lead elsewhere.
_LINKED = 0.95


def tidy(page: HtmlElement) -> None:
    """Put the elements of a page in order, in place."""
    _drop_cards(page)
    _drop_other_stories(page)
    _join_bodies(page)
    _drop_link_lists(page)
    _drop_teasers(page)
    _open_layout_tables(page)
    _wrap_loose_text(page)
    _bare_quotations(page)
    _unlink(page)


def show_hidden(page: HtmlElement) -> None:
    """Let through what is printed only where scripts do not run, in place."""
    for element in page.iter("noscript"):
        element.tag = "div"


def _drop_cards(page: HtmlElement) -> None:
    """«Ana Ruiz [Ana Maria Ruiz: Senate to vote on bill, House splits over tax] said …»: the card goes."""
    for element in page.xpath("//p//*[@class] | //li//*[@class]"):
        if _CARD.search(element.get("class")):
            _drop(element)


def _drop_other_stories(page: HtmlElement) -> None:
    """Comments and further stories: each an ``article`` beside or inside that of the story."""
    story = next((element for element in page.iter("article") if _is_story(element)), None)
    kept = {story, *story.iterancestors("article")} if story is not None else set()
    for element in page.xpath("//article"):
        outer = next(element.iterancestors("article"), None)
        inside = outer is not None and _own_words(outer) >= _OWN_STORY
        if element not in kept and (story is not None or inside):
            _drop(element)


def _is_story(article: HtmlElement) -> bool:
    """Whether the page's headline and a story stand in it, and in none inside it."""
    headline = any(next(element.iterancestors("article"), None) is article for element in article.iter("h1"))
    return headline and _own_words(article) >= _OWN_STORY


def _own_words(article: HtmlElement) -> int:
    """Words in the paragraphs of an article that are not in one of those inside it."""
    paragraphs = (element for element in article.iter("p") if next(element.iterancestors("article"), None) is article)
    return sum(map(_count_words, paragraphs))


def _join_bodies(page: HtmlElement) -> None:
    """A story that advertisements cut into several boxes of one class becomes one box again."""
    for article in page.iter("article", "main"):
        if len(article.xpath(".//h1")) > 1:
            continue
        for first, *others in _bodies(article):
            for other in others:
                if first not in other.iterancestors():
                    first.append(other)


def _bodies(article: HtmlElement) -> Iterator[list[HtmlElement]]:
    boxes: dict[str, list[HtmlElement]] = defaultdict(list)
    for box in article.iter("div", "section"):
        name = box.get("class", "")
        if _BODY.search(name) and len(box.findall("p")) > 1:
            boxes[name].append(box)
    yield from (same for same in boxes.values() if len(same) > 1)


def _drop_link_lists(page: HtmlElement) -> None:
    """Lists of nothing but links, with their headings: navigation, contents, other stories."""
    for element in page.xpath("//ul | //ol"):
        linked = sum(_count_characters(link) for link in element.iter("a"))
        if len(element.findall("li")) > 1 and linked >= _LINKED * _count_characters(element) > 0:
            heading = element.getprevious()
            if heading is not None and heading.tag in _HEADINGS:
                _drop(heading)
            _drop(element)


def _drop_teasers(page: HtmlElement) -> None:
    """A link around a heading or a paragraph is the teaser of another page."""
    for link in page.xpath("//a[.//h2 or .//h3 or .//h4 or .//p]"):
        if _count_words(link) <= _TEASER:
            _drop(link)


def _open_layout_tables(page: HtmlElement) -> None:
    """Tables that hold whole paragraphs become boxes, from the innermost outwards."""
    for table in reversed(list(page.iter("table"))):
        parts = [
            part
            for part in table.iter("tbody", "thead", "tfoot", "tr", "td", "th")
            if next(part.iterancestors("table"), None) is table
        ]
        if any(part.tag in {"td", "th"} and _count_words(part) >= _PROSE_CELL for part in parts):
            for part in (table, *parts):
                part.tag = "div"


def _wrap_loose_text(page: HtmlElement) -> None:
    """Text that stands in a box beside its paragraphs, or is broken by empty lines only, becomes paragraphs."""
    for box in list(page.iter("div", "section", "article", "main", "td", "center")):
        loose = " ".join([box.text or "", *(child.tail or "" for child in box)])
        if len(loose.split()) >= _LOOSE:
            _wrap(box)


def _wrap(box: HtmlElement) -> None:
    paragraph = box.makeelement("p")
    paragraph.text, box.text = box.text, None
    made = [paragraph]
    breaks = 0
    for child in list(box):
        tail, child.tail = child.tail, None
        box.remove(child)
        breaks = breaks + 1 if child.tag == "br" else 0
        if _is_block(child) or breaks > 1:
            paragraph = box.makeelement("p")
            paragraph.text = tail
            made += [paragraph] if child.tag == "br" else [child, paragraph]
        else:
            paragraph.append(child)
            child.tail = tail
        if tail and tail.strip():
            breaks = 0
    box.extend(element for element in made if element.tag != "p" or len(element) or (element.text or "").strip())


def _is_block(element: HtmlElement) -> bool:
    return any(part.tag not in _INLINE for part in element.iter())


def _bare_quotations(page: HtmlElement) -> None:
    """A box that holds nothing but a quotation (a tweet, say) is part of the story, whatever its class says."""
    for quotation in page.iter("blockquote"):
        length = _count_characters(quotation)
        quotation.attrib.pop("class", None)
        for box in quotation.iterancestors("div", "section", "figure", "p", "span"):
            if _count_characters(box) > length:
                break
            box.tag = "div"
            for name in ("class", "id"):
                box.attrib.pop(name, None)


def _unlink(page: HtmlElement) -> None:
    """A quotation or a section's heading is text even where it is a link: tweets, names of products."""
    for link in page.xpath("//blockquote//a | //h2//a | //h3//a | //h4//a"):
        link.drop_tag()


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _count_words(element: HtmlElement) -> int:
    return len(element.text_content().split())


def _count_characters(element: HtmlElement) -> int:
    return sum(map(len, element.text_content().split()))
