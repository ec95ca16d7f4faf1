"""Pictures on the page: who took them («Andrew Harnik/AP») and what stands under them.

Every function takes one line and says what it is.
"""

from __future__ import annotations

import re

from newsgraph.ingest.lines import NAME, Line

# Agencies and archives that picture credits name beside the photographer.
_AGENCY = (
    r"(?:AP(?: Photos?| Images?| File| via)?|A\.P\.|(?:The )?Associated Press|Reuters|REUTERS|AFP|EPA"
    r"|Getty(?: Images)?|GETTY(?: IMAGES)?|European Pressphoto Agency|Agence France-Presse"
    r"|Bloomberg(?: News)?"
    r"|Xinhua|UPI|TASS|Sputnik|Press Association|PA(?: Wire| Images)?|Shutterstock(?:\.com)?|iStock(?:photo)?"
    r"|Thinkstock|Rex(?: Features| USA)?|REX|Corbis|ZUMA(?: Press| Wire)?|CQ[- ]Roll Call|Roll Call|NurPhoto"
    r"|Anadolu(?: Agency)?|WireImage|FilmMagic|Sipa(?: USA| Press)?|MCT|TNS|Tribune News Service|Polaris"
    r"|Redux"
    r"|Magnum(?: Photos)?|Alamy|Flickr|Wikimedia(?: Commons)?|Creative Commons|Zuma Press|Landov|EFE|dpa|DPA"
    r"|USA TODAY(?: Sports| NETWORK)?|The New York Times|The Washington Post|The Washington Times|POLITICO"
    r"|NPR|File"
    r"|Staff|Handout|Pool|Barcroft(?: Media)?|SIPA|NBC(?: News)?|CNN|Twitter|Facebook|Instagram|YouTube)"
)
_CHAIN = rf"{_AGENCY}(?: ?(?:/|via|for|,) ?{_AGENCY}){{0,3}}"
_BY = rf"{NAME}(?: ?(?:/|\||,| for| via| -|–|—) ?{_CHAIN}| ?/ ?{NAME})"
# An agency that may stand alone on its line; «Facebook» and «CNN» alone may be headings.
_ALONE = (
    r"(?:AP(?: Photos?| Images?)?|Reuters|REUTERS|AFP|Getty(?: Images)?|GETTY(?: IMAGES)?"
    r"|Shutterstock(?:\.com)?|iStock"
    r"|Thinkstock|The Associated Press|Associated Press|Wikimedia Commons|Handout|File photo|Screengrab"
    r"|Screenshot"
    r"|C-SPAN YouTube|YouTube|C-SPAN)"
)
_LABEL = (
    r"(?i:(?:Photo|Picture|Image|Photograph|Photographer|Photography|Illustration|Photo illustration|Graphic"
    r"|Video still)s?"
    r"(?: credits?| source| courtesy(?: of)?| by| via)?|Credits?|Source|Courtesy(?: of)?)"
)
_CREDITS = re.compile(
    rf"[(\[]?(?:{_BY}|{_ALONE}(?: ?/ ?{_AGENCY}){{0,3}}|{_AGENCY} ?/ ?(?:{NAME}|{_CHAIN})"
    rf"|{_AGENCY}/\w[\w. ]{{1,40}}"
    rf"|{_ALONE} ?(?:Photo )?(?:by|via) ?.{{2,60}}|.{{2,60}} (?:via|/) ?(?:Getty(?: Images)?|AP|Reuters"
    rf"|AFP))[)\]]?\.?"
)
_LABELLED = re.compile(rf"[(\[]?(?:{_LABEL} ?[:|] ?(\S.{{0,100}})|{_LABEL}:|{_LABEL}(?<=by) {NAME}.{{0,60}})[)\]]?")
_LABEL_ONLY = re.compile(rf"{_LABEL} ?:")
_NPR = re.compile(
    r"(?:Enlarge this image ?)?toggle caption (.{1,400})|Enlarge this image(.{0,400})|Hide caption(.{0,900})"
)
_PINTEREST = re.compile(r"(?:Facebook Twitter Pinterest|Photograph: |Play Video|View image of) ?\S.{5,600}")
_BBC = re.compile(r"(?:Image (?:copyright|caption|source)|Media (?:caption|playback is (?:un)?supported)) \S.{0,600}")
# What a caption ends with.
_TAIL = re.compile(
    rf"(?:[(\[](?:{_CHAIN}|Photo|Image|Credit|Photograph|Pool|Screenshot)[ /:,|][^()\[\]]{{2,80}}[)\]]"
    rf"|[(\[]{_BY}[)\]]"
    rf"|\| ?{_CHAIN}(?: ?/ ?{NAME})?|REUTERS/{NAME}|(?:Photograph|Photo|Image|Credit"
    rf"|Photo credit): ?[^.:]{{2,80}}|Photos? by {NAME}.{{0,40}}"
    rf"|{NAME} ?/ ?{_AGENCY}(?: ?/ ?{_AGENCY}){{0,3}}|\| {NAME} ?/ ?{_CHAIN}|[.!?”\"] ?\| {NAME})[.]?$"
)
# The same at the head of a line that then goes on with the story: «… at a rally. | AP Photo Senators agree on
# …».
CAPTION_HEAD = re.compile(
    rf"[^|\r\n]{{5,500}}\| ?(?:{NAME} ?/ ?)?(?:AP Photo|AP|Getty(?: Images)?|Reuters|POLITICO)(?=\s)"
)
_FILE_PHOTO = re.compile(
    r"(?:FILE|File) ?(?:[-–—:]|PHOTO|photo).{10,500}|(?:In this|This) .{3,60}(?:file )?(?:photo|image"
    r"|frame grab)\b.{10,500}"
)
# A caption is a sentence or two; a longer paragraph that ends in a credit has swallowed the story.
_CAPTION_WORDS = 80
# «Source: Pew Research Center» is a credit, «Source: two officials told us that …» is not.
_CREDIT_WORDS = 12
_CREDIT_LENGTH = 160


def is_credit(line: Line) -> bool:
    """Whether all of the line says where a picture is from: «Source: Getty Images», «(AP Photo/Ana Ruiz)»."""
    if line.words > _CREDIT_WORDS or len(line.text) > _CREDIT_LENGTH or line.text.startswith(("By ", "BY ")):
        return False
    if _CREDITS.fullmatch(line.text):
        return True
    found = _LABELLED.fullmatch(line.text)
    return bool(found) and not (line.ends_sentence and line.words > _CREDIT_WORDS // 2)


def is_open_label(line: Line) -> bool:
    """Whether it is a label whose credit stands on the next line: «Source:»."""
    return bool(_LABEL_ONLY.fullmatch(line.text))


def is_credit_name(line: Line) -> bool:
    """Whether the line can be what an open label names: short, and no sentence."""
    return line.words <= _CREDIT_WORDS and len(line.text) <= _CREDIT_LENGTH and not line.ends_sentence


def is_caption(line: Line) -> bool:
    """Whether the line is a caption by its own marks: it ends in a credit, or names its picture."""
    if line.words > _CAPTION_WORDS:
        return False
    if any(marked.fullmatch(line.text) for marked in (_NPR, _PINTEREST, _BBC)):
        return True
    if line.text.startswith(("FILE", "File", "In this", "This")) and _FILE_PHOTO.fullmatch(line.text):
        return _names_picture(line.text)
    return bool(_TAIL.search(line.text[-140:]))


def _names_picture(text: str) -> bool:
    return bool(re.search(r"\b(?:file )?(?:photo|photograph|image|frame grab|FILE PHOTO)\b", text[:160]))
