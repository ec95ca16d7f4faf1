"""Lines that talk to the reader about the page: widgets, newsletter calls, notices, pointers to other
stories.

Corrections and «Updated:» notes are part of the story and are left alone.
"""

from __future__ import annotations

import re

from newsgraph.ingest.lines import Line
from newsgraph.model import FurnitureReason


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# The words of a row of buttons: «Share Tweet Post Email», «x Share This Story».
_BUTTONS = frozenset([
    "share", "save", "tweet", "print", "email", "e-mail", "post", "pin", "it", "embed", "reprints", "copy",
    "link", "facebook", "twitter", "pinterest", "whatsapp", "linkedin", "reddit", "google", "google+",
    "sms", "messenger", "flipboard", "this", "article", "story", "page", "via", "on", "or", "x", "comment",
    "comments", "with", "friends", "close",
])  # fmt: skip
_BUTTON_STARTS = frozenset(
    ["share", "tweet", "print", "email", "e-mail", "facebook", "x", "comment", "comments", "embed", "pin"]
)
_WIDGETS = _any(
    r"story continue[sd] below(?: advertisement)?",
    r"article continues (?:after|below).{0,40}",
    r"(?:skip |paid )?advertisement:?|advertising|ad",
    r"continue reading(?: below| the main story)?",
    r"(?:view|show|hide|see all) comments.{0,20}|leave a comment.{0,40}",
    r"(?:discuss: )?join (?:the|a) (?:civil )?(?:conversation|discussion)\b.{0,80}",
    r"read or share this story:? ?\S*",
    r"share this (?:article|story|post|page|with)\b.{0,80}",
    r"have (?:a tip|your say|something to say)\b.{0,120}",
    r"how likely are you to (?:make|recommend|share)\b.{1,80}\?",
    r"was this (?:article|story|page) helpful\?.{0,40}",
    r"(?:did|do) you like this (?:article|story)\b.{0,40}|what do you think\?.{0,20}",
    r"take (?:our|the) (?:quiz|poll|survey)\b.{0,80}|vote in our poll\b.{0,40}",
    r"(?:tell us|let us know)\b.{0,40}\bcomments?\b.{0,40}",
    r"(?:please )?click here\b.{0,160}|for more,? click here\.?|tap here\b.{1,80}",
    r"please (?:enable|turn on) (?:java|cookies)\b.{0,120}",
    r"(?:you can |please )?follow [@\w.,’' -]{2,60} on (?:twitter|facebook|instagram|social media)\b.{0,240}",
    r"follow on twitter\b.{0,80}|follow [\w.’' -]{0,50}[,:]? ?@\w+.{0,60}|follow cnn opinion\b.{0,80}",
    r"(?:on )?twitter:? ?@\w+\.?|facebook:? ?https?:\S+",
    r"(?:and )?(?:join|like|find) us on (?:twitter|facebook)\b.{0,80}|like this page on facebook\b.{0,40}",
    r"(?:subscribe|watch us) on youtube:?.{0,40}",
    r"play|pause|mute|replay|loading ?(?:\.{3}|…)?|more videos(?: \.{3})?|must watch|watch live|watch now",
    r"read more ?(?:\.{3}|…|»)?|show more|see more|view all|back to top|full screen|autoplay|toggle caption",
    r"hide caption(?: \d+ of \d+)?|(?:photos?|image|slide) \d+ (?:of|/) \d+"
    r"|photos:.{0,80}hide caption(?: \d+ of \d+)?",
    r"just watched .{5,200} must watch .{5,250}",
    r"(?:do you )?(?:like|enjoy(?:ed)?) this (?:story|article|post)\? ?.{0,60}",
    r"listen to .{3,60} live (?:at|on|from|every|weekdays)\b.{0,120}",
)
_NEWSLETTERS = _any(
    r"(?:to .{3,80}, )?(?:please )?(?:sign up|subscribe)\b.{0,160}\b(?:newsletters?|e-?mails?|inbox|alerts"
    r"|briefings?|updates)\b.{0,160}",
    r"sign up (?:for|to) (?:the |our )?[\w’' ]{0,40}(?:daily|weekly|podcast|dispatch)\b.{0,40}",
    r"(?:sign up|subscribe)(?: now| today| here)?[.!]?",
    r"(?:manage|our|daily|free|e-?mail|join our) newsletters?\b.{0,60}",
    r"get .{3,120}(?:delivered (?:to|in|straight)|in your (?:inbox|e-?mail)).{0,160}",
    r"subscribe\b.{0,80}\bfull (?:story|article)\b.{0,40}|first-time subscribers\b.{0,160}",
    r"to (?:view|read|see|get) .{0,40}\bfull (?:story|article)\b.{0,20}\b(?:subscribe|sign up|log ?in)\b.{0,120}",
    r"if you[’']re (?:seeing|reading) this\b.{0,80}\bsubscriber\b.{0,160}",
    r"never miss .{3,100} by signing up\b.{0,160}|sign up to (?:get|receive) .{3,160}",
    r"start your day with .{3,240}\bnewsletter\b.{0,60}|(?:[\w’'-]+ ){1,4}newsletter",
    r".{0,60}\bsign up\b.{3,80}\b(?:newsletter|inbox)\b.{0,80}",
    r"get .{3,80} (?:delivered )?through your letterbox\b.{0,160}",
    r"(?:do you )?want to be (?:kept )?informed (?:of|about)\b.{3,160}\?.{0,80}",
    r"get .{3,80} by e-?mail\b.{0,160}|(?:want more\?)? ?.{0,80}\bsend you push notifications.{0,60}|want more\?",
    r"enter your e-?mail\b.{0,120}|by (?:signing up|subscribing),? you\b.{0,160}",
    r"want (?:more|smart).{3,140}newsletter\b.{0,80}",
    r"want .{3,140}\b(?:inbox|newsletter)\b.{0,80}\bsign up\b.{0,60}",
    r"(?:you can |to )read (?:more|diverse)\b.{0,200}\b(?:newsletter|opinion front page)\b.{0,160}",
    r"(?:for .{3,80}?,? )?download (?:our|the) .{0,60}\bapps?\b.{0,100}",
    r"support (?:our|independent|quality) journalism\b.{0,120}",
)
_NOTICES = _any(
    r"(?:©|\(c\)|(?:© )?copyright(?: ©| \(c\))?) ?(?:\d{4}|by |the )[^!?]{0,240}",
    r"this material may not be (?:published|reproduced|rewritten).{0,200}",
    r"contributing: .{3,240}|[(\[](?:\w+ )?(?:reporting|writing|editing"
    r"|compiled) (?:for \w+ )?by .{3,300}[)\]]",
    r"(?:additional (?:reporting|research)|edited|compiled) by .{3,240}",
    r"(?:reporting|writing) by .{3,160}; ?(?:\w+ )?(?:reporting|writing|editing) by .{3,120}",
    r"this (?:report|story|article) (?:contains (?:material|reporting)|(?:is"
    r"|was) based (?:in part )?on wire)\b.{0,120}",
    r"this (?:article|story|column|post|piece|essay|op-ed)(?: has)?(?: was)?(?: also)? ?(?:originally "
    r"|first |previously )"
    r"(?:appeared|published|ran|posted)\b.{0,160}",
    r"(?:[(\[]?editor[’']s note: )?the (?:following|above) (?:column|article|op-ed|commentary"
    r"|post)\b.{3,160}",
    r"this article is more than \d+ (?:years?|months?) old|this is a rush transcript\b.{0,160}",
    r"analysis(?:/opinion)?:?|opinion:?|commentary:?|editorial:?",
    r"send (?:tips|comments|feedback)\b.{0,120}|terms of (?:use|service)\b.{0,80}|privacy policy\b.{0,40}",
    r"this (?:article|story|content|report) is (?:the )?(?:copyright(?:ed)?|(?:intellectual )?property)\b.{0,200}",
    r"(?:prior |written )*permission must be (?:obtained|sought|given)\b.{0,200}",
    r"this (?:post|article|page|site)(?: may)? contains? (?:references to products|(?:affiliate )?links)\b.{0,400}",
    r"(?:note: ?)?(?:we are |all )?(?:temporarily )?(?:moderating|moderated) (?:all )?comments\b.{0,200}",
    r"note: ?we are .{0,40}\bmoderating\b.{0,40}\bcomments\b.{0,200}",
    r"(?:filed under|posted in):? .{2,80}|(?:tags?|categor(?:y|ies)) ?: ?.{2,240}",
    r"submit your (?:letter|story|photo)s?\b.{0,120}",
    r"reach .{2,60} (?:at|on) (?:twitter|facebook|https?:).{0,160}",
    r"to (?:respond to this|submit a (?:letter|comment))\b.{0,240}",
)
# The rest is known by words inside the line; looking for the word first keeps paragraphs cheap.
_NOTICES_BY_WORD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("all rights reserved", _any(r".{0,240}all rights reserved\.?.{0,120}")),
    ("with permission", _any(r".{0,160}(?:reprinted|used|republished) with permission\.?.{0,60}")),
    ("contributed", _any(
        r".{2,240}\bcontributed (?:\w+ )?(?:to|for) this (?:report|article|story|piece|post)"
        r"(?: from [\w ,.]{2,40})?[.)\]]{0,2}"
    )),
    ("contributed report", _any(r".{2,160} contributed reporting(?: (?:from|to) .{2,60})?\.?")),
    ("contributing:", _any(r".{3,80} reported from .{2,80}\. contributing: .{3,240}")),
    ("expressed", _any(
        r".{0,400}\b(?:opinions?|views) expressed\b.{0,240}"
        r"\b(?:own|his|hers|authors?|writers?|columnists?|solely|represent|reflect)\b.{0,160}"
    )),
    ("editorial opinions are", _any(r".{0,40}editorial opinions are decided by\b.{0,280}")),
    ("board of contributors", _any(r".{0,160}board of contributors\b.{0,280}")),
    ("letters@", _any(r".{0,240}letters@.{0,80}")),
    ("can be reached", _any(r"[^.]{2,60} (?:can|may) be (?:reached|contacted) (?:at|via|on)\b.{0,120}")),
    ("commission", _any(
        r"[^.]{0,160}\bwe (?:\w+ ){0,2}(?:earn|receive|get) (?:(?:an?|some|small|affiliate) ){0,3}commission\b.{0,200}"
    )),
    ("@", _any(r"(?:contact|e-?mail|reach) .{2,60} at\b.{0,60}@.{0,80}")),
)  # fmt: skip
_POINTERS = re.compile(
    r"[(\[*►▶>»→+• ]{0,4}(?:read (?:more|also|next|this)|also read|read"
    r"|see more|related(?: (?:stor(?:y|ies)|articles?|videos?|coverage|content|links?|news))?|see also|also see"
    r"|watch(?: now| live| video| this| here)?|watch the (?:video|clip)(?: above| below)?|more(?: from| on"
    r"| here)?"
    r"|photos|slideshow|photo gallery|gallery|video|listen|don[’']t miss|recommended|icymi"
    r"|in case you missed it"
    r"|must[- ]read|must[- ]watch|just watched|further reading|more stories|our picks|view gallery)"
    r" ?[:|»] ?\S.{2,240}",
    re.IGNORECASE,
)
_BRACKETED = _any(r"[(\[](?:read more|related|see also|also see|watch|more)\b[:,]? .{3,200}[)\]]")
# «Senate votes on the bill Read more»: a headline of another story and its button.
_READ_MORE_TAIL = re.compile(r".{10,240}[^.!,;: ] (?:Read more|Read More|READ MORE)")
_RECOMMENDED = re.compile(r"(?:Recommended|Related|RELATED|RECOMMENDED)(?: for you)? [\"'“‘]?[A-Z0-9].{8,200}")
_FIND_MORE = _any(
    r"also on \w+\.[a-z]{2,6}\b.{5,200}",
    r"read more .{2,60} coverage\b.{0,60}",
    r".{5,240} listen ?[·•] ?\d+:\d\d(?: \d+:\d\d)?",
    r"(?:find|for) more (?:on|information|about|from|news|stories)\b[^.]{0,80}",
    r"view (?:more|all) .{2,80}",
)
_POINTER_WORDS = 30
# A form's list of all countries ran into the text.
_CHOICE_OF_COUNTRY = "Afghanistan Albania Algeria"
# No other such line is longer; what is longer is not looked at.
_LONGEST = 620


def classify_call(line: Line) -> FurnitureReason | None:
    """What the line is, when all of it talks to the reader about the page; ``None``: it is story."""
    if _CHOICE_OF_COUNTRY in line.text:
        return FurnitureReason.WIDGET
    if len(line.text) > _LONGEST:
        return None
    text = line.text.strip("*•⦁–—- ") or line.text
    inner = text.strip("()[]")
    if _WIDGETS.fullmatch(inner) or _is_row_of_buttons(inner):
        return FurnitureReason.WIDGET
    if _NEWSLETTERS.fullmatch(inner):
        return FurnitureReason.NEWSLETTER
    if _NOTICES.fullmatch(text) or _is_notice(text):
        return FurnitureReason.NOTICE
    return FurnitureReason.RELATED if _is_pointer(line) else None


def _is_row_of_buttons(text: str) -> bool:
    labels = (_label(word) for word in text.split())
    words = (word for word in labels if word and not word.replace(",", "").replace(".", "").removesuffix("k").isdigit())
    return next(words, None) in _BUTTON_STARTS and _BUTTONS.issuperset(words)


def _label(word: str) -> str:
    return word.strip("|·•/&,:()").lower()


def _is_notice(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered and bool(pattern.fullmatch(text)) for word, pattern in _NOTICES_BY_WORD)


def _is_pointer(line: Line) -> bool:
    # A tweet may begin with «MORE:», and a gallery may have run into a paragraph.
    if line.words > _POINTER_WORDS or "(@" in line.text or "Hide Caption" in line.text:
        return False
    if _POINTERS.fullmatch(line.text) or _BRACKETED.fullmatch(line.text) or _READ_MORE_TAIL.fullmatch(line.text):
        return True
    if _FIND_MORE.fullmatch(line.text):
        return True
    return not line.ends_sentence and bool(_RECOMMENDED.fullmatch(line.text))
