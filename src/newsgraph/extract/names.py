"""Names in an article: where they stand, what they are, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.bodies import body_or_name
from newsgraph.extract.candidates import (
    NAME_TAGS,
    TOWNS_AND_STATES,
    Name,
    by_last_word,
    demonyms,
    first_and_last,
    is_inside_other,
    known,
    tagged,
    titles_of_works,
    type_by_last_word,
    without_overlaps,
)
from newsgraph.extract.completed_names import complete
from newsgraph.extract.cut_names import with_rests
from newsgraph.extract.inside_names import with_longer
from newsgraph.extract.lexicons import given_names, known_names, read_toml, us_states
from newsgraph.extract.no_names import PARTIES, is_something_else
from newsgraph.extract.overlooked import ARABIC_ARTICLES, MONTHS, with_overlooked
from newsgraph.extract.pairs import part_pairs
from newsgraph.extract.purposes import DAYS, TOWARDS, with_purpose
from newsgraph.extract.run_together import without_neighbors
from newsgraph.extract.same_types import same_type_throughout
from newsgraph.extract.surface import all_words, surface
from newsgraph.extract.whole_people import after_title, can_be_person, whole_person
from newsgraph.model import EntityType

PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION})
# «April», «May» are given names, «August» is a film.
MAY_BE_MONTHS = frozenset({EntityType.PERSON, EntityType.WORK, EntityType.EVENT})
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY})
MAY_BE_TITLES = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})
# Words of buttons and rubrics that run into the text.
SHOUTS = frozenset({"CLOSE", "WATCH", "VIDEO", "PHOTOS", "MORE", "READ", "EXCLUSIVE", "BREAKING", "UPDATE", "UPDATED"})
# Acronyms that are common nouns: «his own PAC».
COMMON_ACRONYMS = frozenset(
    {"PAC", "PACs", "NGO", "NGOs", "CEO", "LLC", "SWAT", "Swat", "H.J.Res", "S.J.Res", "H.Res", "S.Res", "S.B.", "H.B."}
)
LOCAL = frozenset({"state", "county", "local", "city", "district", "statewide"})
BY_FIRST_WORD = {
    **dict.fromkeys(
        ("Department", "Ministry", "Office", "Bureau", "Board", "House", "Committee", "Court"),
        EntityType.GOVERNMENT_BODY,
    ),
    **dict.fromkeys(("University", "College", "Institute", "Bank"), EntityType.ORGANIZATION),
}

# «Celinda *Lake*», «Todd *Park*»: the reader knows them from Crystal Lake and Lincoln Park.
FAMILIES_TOO = frozenset({"Church", "Lake", "Park"})
# Who holds one of these serves the party of the state before its name; a «Washington GOP strategist» does not.
POSTS_OF_PARTIES = frozenset(
    {"chair", "chairman", "chairwoman", "spokesman", "spokesperson", "spokeswoman", "strategist"}
)
UNLIKE_THE_CAPITAL = frozenset({"Georgia", "New York"})
# «the Dallas *Fed*» is nobody.
BY_LAST_WORD = {"Fed": EntityType.GOVERNMENT_BODY}


def find_names(doc: Doc, matcher: PhraseMatcher) -> list[Name]:
    """All names of a parsed article, in order, none overlapping: «Jared Kushner», «EPA», «Trump Tower»."""
    known_beforehand = [*demonyms(doc), *known(doc, matcher)]
    names = without_overlaps(
        [
            *titles_of_works(doc),
            *(name for name in known_beforehand if not is_inside_other(doc, name)),
            *tagged(doc),
            *first_and_last(doc),
            *by_last_word(doc),
        ]
    )
    names = with_longer(doc, names)
    names = [whole for name in names if (whole := _whole(doc, name)) is not None and not _is_none(doc, whole)]
    names = without_overlaps(names)
    names = without_overlaps([complete(doc, name) or name for name in with_overlooked(doc, names)])
    names = same_type_throughout(doc, names)
    names = [n for n in names if n.type is not EntityType.PERSON or can_be_person(doc, n.start, n.end)]
    names = [body for name in names if (body := body_or_name(doc, name)) is not None]
    names = with_rests(doc, part_pairs(doc, without_neighbors(doc, without_overlaps(names))))
    names = [name for name in names if not is_something_else(doc, name.start, name.end)]
    bodies = _named(doc, [name for name in names if name.type is not EntityType.PERSON])
    return [_with_title(doc, name, bodies) for name in names]


def _is_none(doc: Doc, name: Name) -> bool:
    """«State» in «Secretary of State»: a word of the post; «neo-*Nazis*», «*March*», «(D-*Vt*)» are none."""
    text = name.text(doc)
    is_month = text in MONTHS and name.type not in MAY_BE_MONTHS
    if is_month or not any(map(str.isalpha, text)) or text in ("St.", "St") or text.endswith("$"):  # «US$117»
        return True
    is_word = name.type in MAY_BE_TITLES and name.end - name.start == 1 and not text.isupper()
    if (name.type in PLACES or is_word) and _is_quoted_alone(doc, name):
        return True
    before = all_words(doc)[max(0, name.start - 2) : name.start]
    is_state = name.type is EntityType.PERSON and before[-1:] == ["-"] and before[0] in PARTIES
    is_negated = [word.lower() for word in before] in (["non", "-"], ["neo", "-"])
    if is_negated or is_state or is_something_else(doc, name.start, name.end):
        return True
    is_post = " " in text and titles.is_post(doc, name.start, name.end)  # «Rear Adm.»
    return (is_post or titles.is_inside_post(doc, name.start, name.end)) and text not in known_names()


def _is_quoted_alone(doc: Doc, name: Name) -> bool:
    """«the song “*Glasgow*,” which …», «told Fox News’ “*Hannity*”»: a title, mostly."""
    end = name.end + (name.end < len(doc) and doc[name.end].text in (",", "."))
    return name.start > 0 and end < len(doc) and bool(doc[name.start - 1].is_quote and doc[end].is_quote)


def _named(doc: Doc, names: list[Name]) -> list[bool]:
    named = [False] * len(doc)
    for name in names:
        named[name.start : name.end] = [True] * (name.end - name.start)
    return named


def _with_title(doc: Doc, name: Name, named: list[bool]) -> Name:
    if name.type is not EntityType.PERSON:
        return name
    title = titles.title_before(doc, name.start, named)
    is_bare = name.end - name.start == 1
    return replace(name, title=title or (titles.kin_behind(doc, name.end) if is_bare else None))


def _whole(doc: Doc, name: Name) -> Name | None:
    """The name with its suffix and given name, without titles; ``None`` when it cannot be one."""
    start, end, type_ = name.start, name.end, name.type
    if name.country is not None:
        return name
    start, end = _without_marks(doc, start, end)
    if doc[start].text.rstrip(".") in ("Mr", "Mrs", "Ms", "Dr") and end - start > 1:
        type_ = EntityType.PERSON
    if type_ in BODIES | {EntityType.PLACE} and doc[end - 1].text not in type_by_last_word():
        first = after_title(doc, start, end)
        start, type_ = first, EntityType.PERSON if first > start else type_
    if type_ is not EntityType.PERSON:
        start, end = with_purpose(doc, start, end)
        end = _without_post(doc, start, end)
    if type_ in (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP, EntityType.PERSON):
        type_ = _likely_type(doc, start, end, type_)
    if type_ is EntityType.PERSON:
        return whole_person(doc, start, end)
    if type_ is EntityType.POLITICAL_PARTY:
        return _whole_party(doc, start, end)
    text, last = surface(doc, start, end), doc[end - 1]
    if type_ is EntityType.GROUP and last.tag_ not in ("NNPS", "NNS") and text not in known_names():
        return None  # «a Republican», «Muslim»: an adjective or one person, no people
    if type_ in BODIES and (_is_cut(last) or (end - start == 1 and _is_common_word(last))):
        return None  # «the Program», «National»
    return Name(start, end, type_)


def _is_cut(last: Token) -> bool:
    """«Office of *Former*» President Bill Clinton, «Center *for*»: the name goes on, where cannot be told."""
    return titles.is_past(last.text) or last.lower_ in TOWARDS


def _without_marks(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """«pro[-Clinton] super PAC», «PBS[-]», «NBC News[/]», and the heading that runs in before a wider space."""
    gap = next((i for i in range(end - 1, start, -1) if doc[i].is_space), None)
    start = start if gap is None else gap + 1
    if doc[start].text == "-" and end - start > 1 and doc[start - 1].lower_ not in ARABIC_ARTICLES:
        start += 1 + (end - start > 2)  # «(R[-Texas])»
    while start + 1 < end and doc[end - 1].text in ("-", "/", "’", "'", "in", "at", "from", "by"):
        end -= 1
    if end - start > 2 and surface(doc, end - 2, end) == "of the":
        end -= 2  # «Board of Regents *of the* University …»
    return start, end


def _is_common_word(token: Token) -> bool:
    """A capitalised word that names nothing by itself."""
    if token.text in SHOUTS or token.text in COMMON_ACRONYMS or token.text in DAYS:
        return True
    if token.text in known_names() or token.text.isupper():
        return False
    return (
        token.text in type_by_last_word()
        or titles.is_title_word(token)
        or token.lower_ in read_toml("titles.toml")["common_words"]
    )


def _without_post(doc: Doc, start: int, end: int) -> int:
    """«RNC Communications» Director: the last words belong to the post that follows."""
    for taken in (1, 2):
        last = end - taken
        if last > start and doc[last - 1].lower_ != "of" and any(titles.is_post(doc, last, end + i) for i in (1, 2)):
            return last
    return end


def _whole_party(doc: Doc, start: int, end: int) -> Name | None:
    """«Rockingham County GOP», «Republican Party of the Virgin Islands»: not the party of the whole country."""
    if start and doc[start - 1].lower_ in LOCAL:
        return None  # «the state GOP»: which, the text tells elsewhere or not at all
    if end < len(doc) and doc[end].lower_ in POSTS_OF_PARTIES:
        return Name(_start_of_state(doc, start), end, EntityType.POLITICAL_PARTY)  # «*Iowa* GOP chairman»
    if end < len(doc) and doc[end].lower_ in titles.posts():
        return Name(start, end, EntityType.POLITICAL_PARTY)  # «Iowa [GOP] Sen. Ana Lund»: a senator from Iowa
    while start > 0 and doc[start - 1].tag_ in NAME_TAGS and doc[start - 1].head.i >= start:
        if titles.is_honorific(doc[start - 1].text) or titles.post_before(doc, start) is not None:
            break
        start -= 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end].head.i in range(start, end):
        last = next((child for child in doc[end].children if child.dep_ == "pobj" and child.tag_ in NAME_TAGS), None)
        if last is not None:
            end = last.i + 1
    return Name(start, end, EntityType.POLITICAL_PARTY)


def _start_of_state(doc: Doc, party: int) -> int:
    """Where the state begins that stands right before a party: «*North Dakota* GOP»; ``party``: none does."""
    starts = (party - 2, party - 1)
    return next((i for i in starts if i >= 0 and surface(doc, i, party) in us_states() | UNLIKE_THE_CAPITAL), party)


def _likely_type(doc: Doc, start: int, end: int, type_: EntityType) -> EntityType:
    """What the words of a name say against the tagger: «Trump Tower» is a building, «Loretta Lynch» a person."""
    text, first, length = surface(doc, start, end), doc[start].text, end - start
    known = known_names().get(text)
    addressed = type_ is EntityType.PERSON and titles.is_addressed(doc, start)
    if known in TOWNS_AND_STATES and (addressed or type_ is EntityType.ORGANIZATION):
        return type_
    if known is not None:
        return known
    body = known_names().get(surface(doc, end - 2, end)) if length > 2 else None
    if body is EntityType.GOVERNMENT_BODY or " Court for " in text:
        return EntityType.GOVERNMENT_BODY  # «the Bush White House»
    last = doc[end - 1].text
    is_family = length == 1 or (last in FAMILIES_TOO and type_ is EntityType.PERSON)
    by_last = None if is_family else type_by_last_word().get(last) or BY_LAST_WORD.get(last)
    by_first = BY_FIRST_WORD.get(first) if length > 2 else None
    if by_last is not None or by_first is not None:
        return by_last or by_first or type_
    if first in given_names() and type_ is not EntityType.PERSON:
        alone = length == 1 and type_ is EntityType.ORGANIZATION
        if alone or (length in (2, 3) and all(word.tag_ == "NNP" for word in doc[start:end])):
            return EntityType.PERSON
    return type_
