"""What stands on a page and is no part of its story, found line by line and set aside with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgraph.ingest import bylines, pictures
from newsgraph.ingest.calls import classify_call
from newsgraph.ingest.lines import Line, compare_key, mask, settle, split_lines
from newsgraph.ingest.related import find_related
from newsgraph.model import Furniture, FurnitureReason, Span

_POSTER = re.compile(r"poster=\"[^\"\s]{1,600}\"(?: ?/?>)?")
# A player or a button that ran into the paragraph.
_INLINE_WIDGET = re.compile(
    r"JUST WATCHED .{5,200}? Replay More Videos ?(?:\.{3}|…)? MUST WATCH(?: .{5,200}? \d\d:\d\d)?"
    r"|(?:CORRECTION|Correction): Corrected by: [\w .’'-]{3,40} @ \d\d/\d\d/\d{4}(?: \d\d:\d\d [AP]M)?"
    r"|^.{0,400}\bprotected by reCAPTCHA and .{0,60}\bTerms of Service apply\."
    r"|Story Continued Below|Photos: .{0,700}?Hide Caption \d+ of \d+|#related#"
)
_INLINE_MARKS = ("MUST WATCH", "Corrected by:", "Story Continued", "Hide Caption", "#related#", "reCAPTCHA")
# «Ana Ruiz Ana Maria RuizSenate to vote on bill House splits over tax MORE»: a person's card with headlines,
# as printed after a first mention. The full name ends in the surname and runs into the next word.
_CARD = re.compile(r"\b([A-Z][\w’'-]{1,30}) ((?:[(\"“]?[A-Z][\w.’'\"”)-]{0,30} ){1,5}\1)(?=[A-Z‘'\"“\d])")
# «Ana Ruiz Ana Maria Ruiz Senate to vote …»: parted from it, where the whole name is said again.
_CARD_APART = re.compile(
    r"\b([A-Z][\w’'-]{1,30}) ([A-Z][\w’'-]{1,30}) (\1 (?:[A-Z][\w.’'-]{0,30} ){0,3}\2)(?= [A-Z‘'\"“\d])"
)
_CARD_END = re.compile(r"\bMORE\b")
_CARD_LENGTH = 600
# Bylines and times of publication stand among the first lines, author boxes among the last.
_HEAD = 12
_BOX_HEAD = 4
_TAIL = 5
_BOX_WORDS = 90
_CAPTION_WORDS = 60
# A shorter headline («Opinion») may well be said again.
_HEADLINE_LENGTH = 12


def find_furniture(
    text: str, title: str | None, outlet: str | None, *, authors: Sequence[str] = ()
) -> tuple[Furniture, ...]:
    """The spans of a page that are no part of its story, in order and without overlap.

    What is not plainly furniture stays: a picture credit left in the story costs less than a lost paragraph.
    """
    lines = split_lines(text)
    reasons: dict[int, FurnitureReason] = {}
    _mark_headlines(lines, title, reasons)
    _mark_calls(lines, reasons)
    _mark_pictures(lines, reasons)
    for number in find_related(lines, reasons.keys()):
        reasons.setdefault(number, FurnitureReason.RELATED)
    _mark_bylines(lines, reasons, outlet, authors)
    _mark_boxes(lines, reasons, authors)
    pieces = [Furniture(lines[number].span, reason) for number, reason in reasons.items()]
    for number, line in enumerate(lines):
        if number not in reasons:
            pieces.extend(_find_inline(text, line))
    return settle(pieces)


def story_of(text: str, furniture: Sequence[Furniture]) -> str:
    """The text with its furniture as blanks: same length, same offsets."""
    return mask(text, furniture)


def _mark_headlines(lines: Sequence[Line], title: str | None, reasons: dict[int, FurnitureReason]) -> None:
    """The headline is read once; where it is printed again it is set aside."""
    headline = compare_key(title or "")
    if len(headline) < _HEADLINE_LENGTH:
        return
    places = [number for number, line in enumerate(lines) if compare_key(line.text) == headline]
    for number in places[1:]:
        reasons[number] = FurnitureReason.REPEATED_HEADLINE


def _mark_calls(lines: Sequence[Line], reasons: dict[int, FurnitureReason]) -> None:
    for number, line in enumerate(lines):
        reason = None if number in reasons else classify_call(line)
        if reason is FurnitureReason.NOTICE and bylines.box_name(line, authors=(), elsewhere=""):
            reason = FurnitureReason.AUTHOR_BOX
        if reason:
            reasons[number] = reason


def _mark_pictures(lines: Sequence[Line], reasons: dict[int, FurnitureReason]) -> None:
    """Credits, then the captions that stand right above or below one."""
    # Only where blank lines part the paragraphs does «no blank line between» mean «belongs together».
    spaced = sum(line.gap for line in lines) * 2 > len(lines)
    for number, line in enumerate(lines):
        if number in reasons:
            continue
        if pictures.is_open_label(line):
            reasons[number] = FurnitureReason.PICTURE_CREDIT
            following = lines[number + 1] if number + 1 < len(lines) else None
            if following and not following.gap and pictures.is_credit_name(following):
                reasons[number + 1] = FurnitureReason.PICTURE_CREDIT
        elif pictures.is_credit(line):
            reasons[number] = FurnitureReason.PICTURE_CREDIT
        elif pictures.is_caption(line):
            reasons[number] = FurnitureReason.CAPTION
    if spaced:
        _mark_captions(lines, reasons)


def _mark_captions(lines: Sequence[Line], reasons: dict[int, FurnitureReason]) -> None:
    """The line above a credit in the same block of lines; or the one below, when the block begins with the
    credit.
    """
    credited = [number for number, reason in reasons.items() if reason is FurnitureReason.PICTURE_CREDIT]
    for number in sorted(credited):
        above, below = number - 1, number + 1
        if not lines[number].gap and number > 0:
            if above not in reasons and above > 0 and lines[above].gap and lines[above].words <= _CAPTION_WORDS:
                reasons[above] = FurnitureReason.CAPTION
        elif below < len(lines) and below not in reasons and not lines[below].gap:
            alone = below + 1 >= len(lines) or lines[below + 1].gap
            if alone and lines[below].words <= _CAPTION_WORDS:
                reasons[below] = FurnitureReason.CAPTION


def _mark_bylines(
    lines: Sequence[Line], reasons: dict[int, FurnitureReason], outlet: str | None, authors: Sequence[str]
) -> None:
    outlets = {compare_key(outlet)} if outlet else set()
    names = {compare_key(author) for author in authors}
    story = [number for number in range(len(lines)) if number not in reasons]
    ends = set(story[:_HEAD]) | set(story[-_TAIL:])
    for number in story:
        line = lines[number]
        key = compare_key(line.text)
        if key in names or bylines.is_byline(line) or (number in ends and bylines.is_moment(line)):
            reasons[number] = FurnitureReason.BYLINE
        elif key in outlets:
            reasons[number] = FurnitureReason.BYLINE
            if (
                number > 0
                and number - 1 in ends
                and number - 1 not in reasons
                and bylines.name_alone(lines[number - 1])
            ):
                reasons[number - 1] = FurnitureReason.BYLINE


def _mark_boxes(lines: Sequence[Line], reasons: dict[int, FurnitureReason], authors: Sequence[str]) -> None:
    """Author boxes: among the last lines of the story, going up, or among the first."""
    story = [number for number in range(len(lines)) if number not in reasons]
    for number in reversed(story[-_TAIL:]):
        name = _box_name(lines, number, story, authors)
        below = reasons.get(number + 1) is FurnitureReason.AUTHOR_BOX
        alone = bylines.name_alone(lines[number]) if below else None
        if name or (alone and lines[number + 1].text.lstrip("•*–— ").startswith(alone)):
            reasons[number] = FurnitureReason.AUTHOR_BOX
        else:
            break
    for number in story[:_BOX_HEAD]:
        if number not in reasons and len(story) > _TAIL and _box_name(lines, number, story, authors):
            reasons[number] = FurnitureReason.AUTHOR_BOX


def _box_name(lines: Sequence[Line], number: int, story: Sequence[int], authors: Sequence[str]) -> str | None:
    line = lines[number]
    if line.words > _BOX_WORDS:
        return None
    name_above = bylines.name_alone(lines[number - 1]) if number else None
    others = " ".join(
        lines[other].text for other in story if other != number and not (name_above and other == number - 1)
    )
    return bylines.box_name(line, authors=authors, elsewhere=others)


def _find_inline(text: str, line: Line) -> Iterator[Furniture]:
    """Furniture that ran into a paragraph of the story."""
    raw = text[line.start : line.end]
    poster = _POSTER.match(raw)
    if poster:
        yield Furniture(Span(line.start, line.start + poster.end()), FurnitureReason.MARKUP)
    caption = pictures.CAPTION_HEAD.match(raw, poster.end() if poster else 0) if "|" in raw[:520] else None
    if caption:
        yield Furniture(Span(line.start + caption.start(), line.start + caption.end()), FurnitureReason.CAPTION)
    if any(mark in raw for mark in _INLINE_MARKS):
        for found in _INLINE_WIDGET.finditer(raw):
            yield Furniture(Span(line.start + found.start(), line.start + found.end()), FurnitureReason.WIDGET)
    if "MORE" in raw:
        yield from _find_cards(raw, line.start)


def _find_cards(raw: str, offset: int) -> Iterator[Furniture]:
    done = 0
    for end in _CARD_END.finditer(raw):
        window = max(done, end.start() - _CARD_LENGTH)
        starts = [card.start(2) for card in _CARD.finditer(raw, window, end.start())]
        starts = starts or [card.start(3) for card in _CARD_APART.finditer(raw, window, end.start())]
        if starts:
            yield Furniture(Span(offset + starts[-1], offset + end.end()), FurnitureReason.RELATED)
        done = end.end()
