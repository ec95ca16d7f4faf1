"""TimeML (Pustejovsky et al. 2003), as TempEval-3 hands it out: TIMEX3 elements inside the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from newsgraph.evaluate.gold import GoldArticle, GoldError, GoldTime


def read_timeml(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file, or of all «.tml» files under a folder; the document's own date is no time to find."""
    paths = sorted(path.rglob("*.tml")) if path.is_dir() else [path]
    yield from (_article(file) for file in paths if not file.name.startswith("._"))


def _article(path: Path) -> GoldArticle:
    try:
        root = etree.parse(str(path)).getroot()
    except etree.XMLSyntaxError as error:
        raise GoldError(f"{path}: not TimeML: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise GoldError(f"{path}: not TimeML: no TEXT element")
    created = root.find("DCT/TIMEX3")
    pieces: list[str] = []
    times = tuple(_times(body, pieces))
    return GoldArticle(
        id=path.stem, text="".join(pieces), date=None if created is None else created.get("value")[:10], times=times
    )


def _times(element: etree._Element, pieces: list[str]) -> Iterator[GoldTime]:
    """Collects the element's text in ``pieces`` and yields the times inside it, in the order of their ends."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _times(child, pieces)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and end > start:
        yield GoldTime(start, end, type=element.get("type"), value=element.get("value"))
