"""Titles and roles beside a name: kept off the name, but kept."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.surface import surface
from newsgraph.posts import role_head

LONGEST_POST = 4
LONGEST_TITLE = 9
# Before several names: «Presidents Obama and Bush».
SHARED_POSTS = frozenset({"presidents", "senators", "governors"})
# Who bears the post only in part: a vice president is no president.
DEPUTIES = frozenset({"vice", "deputy", "assistant", "associate", "under"})
OF_HEADS = frozenset({"President", "Vice President", "Prime Minister"})


@cache
def posts() -> frozenset[str]:
    """Posts in lower case: «president», «attorney general»."""
    return frozenset(read_toml("titles.toml")["posts"])


@cache
def _post_words() -> frozenset[str]:
    return frozenset(word for post in posts() for word in post.split())


@cache
def _tokens_of_posts() -> frozenset[str]:
    return frozenset(token for post in posts() for token in (*post.split(), *_parted(post)))


@cache
def _last_tokens() -> frozenset[str]:
    return frozenset(token for title in posts() | kin() for token in (title.split()[-1], _parted(title)[-1]))


def _parted(title: str) -> list[str]:
    """As the tokenizer may part it: «vice-president» -> «vice», «-», «president», «sens.» -> «sens», «.»."""
    return title.replace("-", " - ").replace(".", " . ").split()


@cache
def kin() -> frozenset[str]:
    """Words of kinship in lower case: «son-in-law»."""
    return frozenset(read_toml("titles.toml")["kin"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("titles.toml")[key])


def is_honorific(text: str) -> bool:
    """«Mr.», «Dr.»."""
    return text in _words("honorifics")


def is_addressed(doc: Doc, start: int) -> bool:
    """Whether a form of address stands before a name: «Mr. Aden» is no town."""
    return start > 0 and is_honorific(doc[start - 1].text)


def is_behind_kin(doc: Doc, start: int) -> bool:
    """Whether a word of kin and a comma stand before a name: «his son, *Jordan*»."""
    return start > 1 and doc[start - 1].text == "," and doc[start - 2].lower_ in kin()


def kin_behind(doc: Doc, end: int) -> tuple[int, int] | None:
    """The word of kin behind a name: «and Mitch, her *brother*, is the mayor»."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("his", "her", "their"):
        return None
    return (end + 2, end + 3) if doc[end + 2].lower_ in kin() else None


def is_title_word(token: Token) -> bool:
    """Whether the word alone may be part of a title: «Sen.», «former», «son-in-law»."""
    word = token.lower_
    return (
        is_honorific(token.text)
        or word in _post_words()
        or word in kin()
        or word in _words("modifiers")
        or word in _words("past")
    )


def is_modifier(token: Token) -> bool:
    """«senior» adviser, «deputy» director: a word that belongs to the post after it."""
    return token.lower_ in _words("modifiers")


def is_not_yet(word: str) -> bool:
    """«the next president»: nobody is it yet."""
    return word.lower() in _words("not_yet")


def holds_post(word: str) -> bool:
    """Whether the last word of a title tells of a post: not «boss», «donor», «brother»."""
    return word.lower() not in _words("no_posts") | kin()


def can_be_left(word: str) -> bool:
    """Whether the last word of a title tells of a post that is over when it is left: not «lawyer»."""
    return word.lower() not in _words("callings")


def is_past(title: str) -> bool:
    """Whether a title says that the post was held before: «former FBI director»."""
    lower = title.lower()
    return any(word in _words("past") for word in (*lower.split(), *lower.replace("-", " ").split()))


def is_post(doc: Doc, start: int, end: int) -> bool:
    """Whether these tokens are a post: «Attorney General»."""
    return surface(doc, start, end).lower() in posts()


def is_inside_post(doc: Doc, start: int, end: int) -> bool:
    """Whether these tokens are some words of a longer post: «State» in «Secretary of State»."""
    beside = [i for i in (start - 1, end) if 0 <= i < len(doc)]
    if not any(doc[i].lower_ in _tokens_of_posts() for i in beside):
        return False
    return any(
        is_post(doc, first, last)
        for first in range(max(0, end - LONGEST_POST), start + 1)
        for last in range(end, min(first + LONGEST_POST, len(doc)) + 1)
        if last - first > end - start
    )


def post_before(doc: Doc, end: int) -> int | None:
    """The first token of the longest post or kin word that ends right before the token ``end``."""
    if not end or doc[end - 1].lower_ not in _last_tokens():
        return None
    for length in range(LONGEST_POST, 0, -1):
        start = end - length
        if start >= 0 and (is_post(doc, start, end) or surface(doc, start, end).lower() in kin()):
            return start
    return None


def title_before(doc: Doc, name_start: int, named: list[bool]) -> tuple[int, int] | None:
    """The tokens of the title that stands right before a name: «former FBI Director» James Comey.

    ``named`` tells for each token whether it is part of a name; names of bodies belong to the title.
    Honorifics are passed over: they are no post. «A President Clinton» would be one.
    """
    end = name_start
    while end > 0 and is_honorific(doc[end - 1].text):
        end -= 1
    start = post_before(doc, end)
    if start is None:
        return None
    sentence_start = doc[name_start].sent.start
    while start > max(sentence_start, end - LONGEST_TITLE):
        before = doc[start - 1]
        wider = post_before(doc, start)
        if wider is not None and doc[start - 1].lower_ in _words("ties"):
            break  # «Cruz ally Sen.»
        if wider is not None:
            start = wider
        elif named[before.i] and before.i and doc[before.i - 1].text == "-":
            break  # «pro-Russia Ukrainian President»
        elif (
            named[before.i]
            or before.lower_ in _words("modifiers")
            or _is_then(doc, start)
            or before.text == "-"
            or (before.lower_ == "and" and _is_post_before(doc, start - 1))
        ):
            start -= 1
        else:
            break
    while start < end and (doc[start].tag_ in ("HYPH", "POS", ",", "IN", "CC") or doc[start].text == "-"):
        start += 1
    is_wished = start > 0 and doc[start - 1].lower_ in ("a", "an") and surface(doc, start, end) in OF_HEADS
    return (start, end) if start < end and not is_wished and not _is_verb(doc, end - 1) else None


def shared_post(doc: Doc, start: int) -> str | None:
    """«president» before «Bush» in «Presidents Obama and Bush»."""
    if start < 2 or doc[start - 1].lower_ not in ("and", "&"):
        return None
    for token in reversed(doc[max(0, start - LONGEST_TITLE) : start]):
        if token.lower_ in SHARED_POSTS:
            return role_head(token.lower_)
        if not (token.tag_.startswith("NNP") or token.lower_ in (",", "and", "&")):
            return None
    return None


def _is_post_before(doc: Doc, end: int) -> bool:
    return post_before(doc, end) is not None and doc[end - 1].lower_ not in kin()


def _is_verb(doc: Doc, i: int) -> bool:
    """«worked to *coach* Trump»."""
    return bool(doc[i].tag_ == "VB" and doc[i - 1].lower_ == "to")


def without_part_of_word(doc: Doc, start: int, end: int) -> int:
    """Where a post begins that seems to begin inside a word: «two-term *governor*», «*co-chairman*».

    Not behind a dash that stands free: «Testimony today - *Director* of …».
    """
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_:
        return start
    if doc[start - 2].lower_ == "turned":
        return start  # «a general-turned-*historian*»
    if end - start == 1 or doc[start - 2].lower_ in _words("parts"):
        return start - 2
    return start + 1


def _is_then(doc: Doc, start: int) -> bool:
    """«then-candidate»: the hyphen and the word before it."""
    return doc[start - 1].text == "-" and start >= 2 and doc[start - 2].lower_ in _words("past")


def sex_of_address(doc: Doc, start: int) -> str | None:
    """``m`` or ``f`` by the form of address before a name; ``None`` behind «Mr. and Mrs.»: these are two."""
    if not is_addressed(doc, start):
        return None
    both = start > 2 and doc[start - 2].lower_ in ("and", "&") and is_honorific(doc[start - 3].text)
    return None if both else sex_of_title([doc[start - 1].text])


def sex_of_title(words: list[str]) -> str | None:
    """``m`` or ``f`` when a title says so: «Mr.», «spokeswoman»."""
    if any(word in _words("male") or word.lower() in _words("male") for word in words):
        return "m"
    if any(word in _words("female") or word.lower() in _words("female") for word in words):
        return "f"
    return None
