"""Names in an article: where they stand, what they are, and what stands beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import (
    NAME_TAGS,
    Name,
    demonyms,
    first_and_last,
    known,
    tagged,
    titles_of_works,
    type_by_last_word,
    without_overlaps,
)
from newsgraph.extract.lexicons import (
    demonym_countries,
    given_names,
    known_names,
    read_toml,
)
from newsgraph.model import EntityType

PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION})
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
PARTICLES = frozenset(
    {
        "de",
        "del",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "la",
        "le",
        "da",
        "di",
        "du",
        "dos",
        "y",
        "-",
        "’",
        "'",
        ".",
    }
)
MAX_PERSON_TOKENS = 6
NO_NAME_TAGS = ("VB", "RB", "PRP", "WP", "WDT", "WRB")
# Words that begin the names of bodies and are none alone.
COMMON_WORDS = frozenset(
    {
        "program",
        "labor",
        "government",
        "nation",
        "democracy",
        "freedom",
        "street",
        "city",
        "town",
        "internet",
        "news",
        "tv",
    }
)
# Words of buttons and rubrics that run into the text.
SHOUTS = frozenset({"CLOSE", "WATCH", "VIDEO", "PHOTOS", "MORE", "READ", "EXCLUSIVE", "BREAKING", "UPDATE", "UPDATED"})
LOCAL = frozenset({"state", "county", "local", "city", "district", "statewide"})
BY_FIRST_WORD = {
    **dict.fromkeys(
        ("Department", "Ministry", "Office", "Bureau", "Board", "House", "Committee", "Court"),
        EntityType.GOVERNMENT_BODY,
    ),
    **dict.fromkeys(("University", "College", "Institute", "Bank"), EntityType.ORGANIZATION),
}


def find_names(doc: Doc, matcher: PhraseMatcher) -> list[Name]:
    """All names of a parsed article, in order, none overlapping: «Jared Kushner», «EPA», «Trump Tower»."""
    names = without_overlaps(
        [*titles_of_works(doc), *demonyms(doc), *known(doc, matcher), *tagged(doc), *first_and_last(doc)]
    )
    names = [whole for name in names if (whole := _whole(doc, name)) is not None and not _is_of_post(doc, whole)]
    names = without_overlaps(names)
    names = _same_type_throughout(doc, _recovered(doc, names))
    names = [body for name in names if (body := _body_or_name(doc, name)) is not None]
    names = without_overlaps(names)
    bodies = _named(doc, [name for name in names if name.type is not EntityType.PERSON])
    return [_with_title(doc, name, bodies) for name in names]


def _is_of_post(doc: Doc, name: Name) -> bool:
    """«State» in «Secretary of State»: a word of the post, no body."""
    return titles.is_inside_post(doc, name.start, name.end) and name.text(doc) not in known_names()


def _named(doc: Doc, names: list[Name]) -> list[bool]:
    named = [False] * len(doc)
    for name in names:
        named[name.start : name.end] = [True] * (name.end - name.start)
    return named


def _with_title(doc: Doc, name: Name, named: list[bool]) -> Name:
    if name.type is not EntityType.PERSON:
        return name
    return replace(name, title=titles.title_before(doc, name.start, named))


def _whole(doc: Doc, name: Name) -> Name | None:
    """The name with its suffix and given name, without titles; ``None`` when it cannot be one."""
    start, end, type_ = name.start, name.end, name.type
    if name.country is not None:
        return name
    if type_ is not EntityType.PERSON:
        end = _without_post(doc, start, end)
    if type_ in (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP, EntityType.PERSON):
        type_ = _likely_type(doc, start, end, type_)
    if type_ is EntityType.PERSON:
        return _whole_person(doc, start, end)
    if type_ is EntityType.POLITICAL_PARTY:
        return _whole_party(doc, start, end)
    text, last = doc[start:end].text, doc[end - 1]
    if type_ is EntityType.GROUP and last.tag_ not in ("NNPS", "NNS") and text not in known_names():
        return None  # «a Republican», «Muslim»: an adjective or one person, no people
    body = type_ in (EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY)
    if body and (titles.is_past(last.text) or (end - start == 1 and _is_common_word(last))):
        return None  # «Office of Former» President Bill Clinton, «the Program», «National»
    return Name(start, end, type_)


def _whole_person(doc: Doc, start: int, end: int) -> Name | None:
    while start < end - 1 and (
        titles.is_honorific(doc[start].text) or doc[start].lower_ in titles.posts() or doc[start].lower_ in titles.kin()
    ):
        start += 1
    while start > 0 and _is_given_name_of(doc[start - 1], doc[start], alone=end - start == 1):
        start -= 1
    end = _with_suffix(doc, end)
    return Name(start, end, EntityType.PERSON) if _can_be_person(doc, start, end) else None


def _is_given_name_of(token: Token, following: Token, *, alone: bool) -> bool:
    """«Woody» before «Johnson»: a name by its tag that hangs on the next word, and neither title nor body."""
    return bool(
        token.tag_ == "NNP"
        and token.dep_ == "compound"
        and token.head.i >= following.i
        and token.text[0].isupper()
        and token.is_alpha
        and (
            token.text in given_names()
            or (alone and not token.is_sent_start and not token.text.isupper() and token.ent_type_ in ("", "PERSON"))
        )
        and not titles.is_title_word(token)
        and token.text not in known_names()
        and token.text not in demonym_countries()
    )


def _is_common_word(token: Token) -> bool:
    """A capitalised word that names nothing by itself."""
    if token.text in SHOUTS:
        return True
    if token.text in known_names() or token.text.isupper():
        return False
    return token.text in type_by_last_word() or titles.is_title_word(token) or token.lower_ in COMMON_WORDS


def _without_post(doc: Doc, start: int, end: int) -> int:
    """«RNC Communications» Director: the last words belong to the post that follows."""
    for taken in (1, 2):
        if end - taken > start and any(titles.is_post(doc, end - taken, end + more) for more in (1, 2)):
            return end - taken
    return end


def _whole_party(doc: Doc, start: int, end: int) -> Name | None:
    """«Rockingham County GOP», «Republican Party of the Virgin Islands»: not the party of the whole country."""
    if start and doc[start - 1].lower_ in LOCAL:
        return None  # «the state GOP»: which, the text tells elsewhere or not at all
    while start > 0 and doc[start - 1].tag_ in NAME_TAGS and doc[start - 1].head.i >= start:
        if titles.is_honorific(doc[start - 1].text) or titles.post_before(doc, start) is not None:
            break
        start -= 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end].head.i in range(start, end):
        last = next((child for child in doc[end].children if child.dep_ == "pobj" and child.tag_ in NAME_TAGS), None)
        if last is not None:
            end = last.i + 1
    return Name(start, end, EntityType.POLITICAL_PARTY)


def _with_suffix(doc: Doc, end: int) -> int:
    if end < len(doc) and doc[end].text in SUFFIXES:
        return end + 1
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in SUFFIXES:
        return end + 2
    return end


def _can_be_person(doc: Doc, start: int, end: int) -> bool:
    tokens = doc[start:end]
    if not 0 < len(tokens) <= MAX_PERSON_TOKENS:
        return False
    for token in tokens:
        capital = token.text[0].isupper() and not any(c.isdigit() for c in token.text)
        if not capital and token.lower_ not in PARTICLES and token.text != ",":
            return False
    if len(tokens) == 1:
        token = tokens[0]
        return (
            token.tag_ in NAME_TAGS | {"NN"}
            and len(token.text) > 1
            and not token.text.endswith(".")
            and token.lower_ not in titles.posts()
        )
    if any(token.tag_.startswith(NO_NAME_TAGS) for token in tokens):
        return False  # «Donald Trump Might Be»: a headline's capitals
    return any(token.tag_ in NAME_TAGS for token in tokens)


def _likely_type(doc: Doc, start: int, end: int, type_: EntityType) -> EntityType:
    """What the words of a name say against the tagger: «Trump Tower» is a building, «Loretta Lynch» a person."""
    text, first, length = doc[start:end].text, doc[start].text, end - start
    known = known_names().get(text)
    if known is not None:
        return known
    by_last = type_by_last_word().get(doc[end - 1].text) if length > 1 else None
    by_first = BY_FIRST_WORD.get(first) if length > 2 else None
    if by_last is not None or by_first is not None:
        return by_last or by_first or type_
    if first in given_names() and type_ is not EntityType.PERSON:
        alone = length == 1 and type_ is EntityType.ORGANIZATION
        if alone or (length in (2, 3) and all(word.tag_ == "NNP" for word in doc[start:end])):
            return EntityType.PERSON
    return type_


def _recovered(doc: Doc, names: list[Name]) -> list[Name]:
    """Later occurrences, which the tagger overlooked, of names that it saw: same words, names by their tags."""
    named = _named(doc, names)
    by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    types: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    families: set[str] = set()
    for name in names:
        if name.country is not None:
            continue
        words = tuple(token.text for token in doc[name.start : name.end])
        types[words][name.type] += 1
        by_first[words[0]].add(words)
        if name.type is EntityType.PERSON and 1 < len(words) <= MAX_PERSON_TOKENS:
            family = _family_name(words)
            families.add(family)
            types[family,][EntityType.PERSON] += 1
            by_first[family].add((family,))
    found = list(names)
    for token in doc:
        if named[token.i] or token.text not in by_first or not (token.tag_ in NAME_TAGS or token.text in families):
            continue
        if token.ent_type_ == "DATE" and token.i and doc[token.i - 1].lower_ in ("in", "since", "until", "during"):
            continue  # «in May», of an article on Theresa May
        for words in sorted(by_first[token.text], key=lambda w: (-len(w), w)):
            end = token.i + len(words)
            fits = end <= len(doc) and all(doc[token.i + i].text == word for i, word in enumerate(words))
            if fits and not any(named[token.i : end]) and not _inside_longer_name(doc, token.i, end):
                found.append(Name(token.i, end, types[words].most_common(1)[0][0]))
                named[token.i : end] = [True] * len(words)
                break
    return sorted(found, key=lambda n: n.start)


def _family_name(words: tuple[str, ...]) -> str:
    rest = [word for word in words if word not in SUFFIXES and word != ","]
    return rest[-1] if rest else words[-1]


def _inside_longer_name(doc: Doc, start: int, end: int) -> bool:
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and before.tag_ in NAME_TAGS and before.head.i >= start and before.dep_ == "compound":
        return not (titles.is_honorific(before.text) or before.lower_ in titles.posts())
    return (
        after is not None and after.tag_ in NAME_TAGS and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end
    )


def _same_type_throughout(doc: Doc, names: list[Name]) -> list[Name]:
    """One article, one type for one string; a family name is its bearer's wherever it stands alone."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    families = set()
    for name in names:
        if name.country is None:
            votes[name.text(doc)][name.type] += 1
        words = tuple(token.text for token in doc[name.start : name.end])
        if name.type is EntityType.PERSON and len(words) > 1:
            families.add(_family_name(words))
    settled = []
    for name in names:
        text = name.text(doc)
        if name.country is not None or text in known_names():
            settled.append(name)
        elif text in families:
            settled.append(replace(name, type=EntityType.PERSON))
        else:
            ranked = sorted(votes[text].items(), key=lambda item: (-item[1], item[0]))
            settled.append(replace(name, type=ranked[0][0]))
    return [name for name in settled if name.type is not EntityType.PERSON or _can_be_person(doc, name.start, name.end)]


def _body_or_name(doc: Doc, name: Name) -> Name | None:
    """«Trump campaign» is a body; «the Trump panel» names no person; «Trump adviser» does."""
    if name.type is not EntityType.PERSON or name.end >= len(doc):
        return name
    last, following = doc[name.end - 1], doc[name.end]
    if following.tag_ == "HYPH" and name.end + 1 < len(doc) and not doc[name.end].whitespace_ and not last.whitespace_:
        return None  # «Trump-era», «Clinton-backed»
    modifies = last.dep_ in ("compound", "nmod", "amod") and last.head.i >= name.end and last.head.sent == last.sent
    if not modifies and not (following.tag_ in ("NN", "NNS") and following.dep_ in ("compound", "nmod")):
        return name
    if following.tag_ == "CC" and last.head.tag_ == "NNP" and last.head.text not in type_by_last_word():
        return name  # «Trump and Angela Merkel» misread; not «the Trump and Clinton campaigns»
    if titles.is_honorific(following.text) or _leads_to_person(doc, name):
        return name
    return _body(doc, name)


def _leads_to_person(doc: Doc, name: Name) -> bool:
    """«Trump son-in-law Jared Kushner», «Clinton spokesman»: the name is still the person."""
    i = name.end
    sent_end = doc[name.start].sent.end
    while i < sent_end and i < name.end + 4:
        if titles.post_before(doc, i + 1) is not None or doc[i].lower_ in (
            "supporters",
            "aides",
            "advisers",
            "allies",
            "lawyers",
            "associates",
            "relatives",
            "surrogates",
            "supporter",
        ):
            return True
        if doc[i].tag_ not in ("NN", "NNP", "JJ", "HYPH"):
            return False
        i += 1
    return False


def _body(doc: Doc, name: Name) -> Name | None:
    bodies = read_toml("titles.toml")["bodies"]
    for type_, words in bodies.items():
        for word in sorted(words, key=len, reverse=True):
            end = name.end + len(word.split())
            if doc[name.end : end].text.lower() == word.lower():
                # «the Trump campaign chairman» speaks of the campaign; «the Trump campaign bus» of a bus
                return Name(name.start, end, EntityType(type_))
    following = doc[name.end]
    if following.tag_ in NAME_TAGS:
        end = name.end
        while end < len(doc) and doc[end].tag_ in NAME_TAGS and doc[end - 1].head.i >= end:
            end += 1
        if doc[end - 1].text in type_by_last_word():
            return Name(name.start, end, type_by_last_word()[doc[end - 1].text])
    return None
