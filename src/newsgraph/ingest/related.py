"""Blocks of teasers for other stories: «MORE FROM», «Related stories», «You may also like»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsgraph.ingest.lines import Line, compare_key

_HEADINGS = re.compile(
    r"more from(?: .{1,40})?:?|more on (?:this|the) (?:story|topic|subject)s?:?|more on [\w ]{2,30}:"
    r"|more (?:[\w’'-]+ ){1,3}(?:stories|news|coverage|articles|headlines):?"
    r"|more (?:stories|news|coverage|articles|headlines|reading)(?: (?:from|on|like this|about) .{0,40})?:?"
    r"|(?:related|recommended)(?: (?:stories|articles|content|links|coverage|topics|videos?|reading|for you"
    r"|posts|news))?:?"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}"
    r"|most (?:popular|read|viewed|shared|commented|watched|emailed)(?: .{1,30})?:?"
    r"|(?:now )?trending(?: now| stories| news| today)?:?|what to read next:?|read (?:this )?next:?"
    r"|up next:?|read more:"
    r"|(?:from |around )+the web:?|(?:sponsored|promoted|partner) (?:content|links|stories):?|paid content:?"
    r"|top stories:?|latest (?:news|stories|headlines):?|popular (?:stories|now|articles|posts|on .{1,30}):?"
    r"|don[’']t miss:?|also on [^.]{1,40}|our picks:? ?.{0,40}|editor[s’']{1,2} picks:?|see also:?"
    r"|in case you missed it:?"
    r"|elsewhere on [^.]{1,40}:?|other (?:stories|news):?|recent (?:stories|posts|articles):?",
    re.IGNORECASE,
)
# «MORE SPORTS»: in capitals only; «More rain» may be a sentence.
_SHOUTED = re.compile(r"MORE(?: [A-Z]+){1,4}:?")
_HEADING_LENGTH = 60
# The story resumes where this many sentences' paragraphs follow on one another, of this many words in all.
# Chosen so that teasers, a headline and one sentence by turns and printed twice, do not end a block; not
# measured.
_RESUME_LINES = 3
_RESUME_WORDS = 75


def find_related(lines: Sequence[Line], known: AbstractSet[int]) -> set[int]:
    """Numbers of the lines that are teaser blocks, each with its heading.

    ``known`` are lines already set aside: they neither open a block nor end one.
    """
    counts = Counter(compare_key(line.text) for line in lines)
    found: set[int] = set()
    position = 0
    while position < len(lines):
        heading = lines[position]
        if position in known or len(heading.text) > _HEADING_LENGTH or not _opens(heading.text):
            position += 1
            continue
        end = position + 1
        while end < len(lines) and not _resumes(lines, end, known, counts):
            end += 1
        found.update(range(position, end))
        position = end
    return found


def _opens(line: str) -> bool:
    return bool(_HEADINGS.fullmatch(line) or _SHOUTED.fullmatch(line))


def _resumes(lines: Sequence[Line], start: int, known: AbstractSet[int], counts: Counter[str]) -> bool:
    """Whether the story goes on at this line: three whole paragraphs that are printed only once."""
    taken = words = 0
    for number in range(start, len(lines)):
        if number in known and number > start:
            continue
        line = lines[number]
        if number in known or not line.ends_sentence or counts[compare_key(line.text)] > 1:
            return False
        taken += 1
        words += line.words
        if taken >= _RESUME_LINES and words >= _RESUME_WORDS:
            return True
        if taken >= 2 * _RESUME_LINES:
            return False
    return False
