"""Where names may stand: known ones, the tagger's, countries by their adjective, given and family names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from newsgraph.extract import titles
from newsgraph.extract.lexicons import demonym_countries, given_names, known_names, read_toml
from newsgraph.extract.surface import all_words, surface
from newsgraph.model import KINDS_OF_ORGANIZATION, KINDS_OF_PLACE, EntityType

# The tagger's works and products are wrong more often than right on news: they come from the gazetteer only.
TAGGER_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.FACILITY,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.LAW,
}
SEATED = frozenset({"based", "born", "headquartered"})
FAMILY = frozenset({"family", "camp", "campaign", "administration"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
# «Spanish-language television», «a German translation»: what such a word names a language with, and no country.
OF_LANGUAGES = frozenset(
    {
        "accent", "accents", "alphabet", "class", "classes", "dialect", "dialects", "dictionary", "grammar",
        "interpreter", "interpreters", "language", "languages", "lesson", "lessons", "speaker", "speakers",
        "subtitle", "subtitles", "surname", "surnames", "translation", "translations", "translator",
        "translators", "word", "words",
    }
)  # fmt: skip
# A team goes by the name of its town, and a man by that of a town («Mr. Aden»).
TOWNS_AND_STATES = frozenset({EntityType.CITY, EntityType.REGION})
# What the reader marks as some other name is one of these, if its last word says so.
OTHER_NAMES = frozenset({EntityType.EVENT, EntityType.LAW, EntityType.WORK, EntityType.PRODUCT})

# Words of an outlet that may stand before what it shows.
LONGEST_OUTLET = 3
LONGEST_WORK = 10  # words
# So many words before «on», somebody speaks: what follows in quotation marks is a show.
WITHIN = 8

NAME_TAGS = frozenset({"NNP", "NNPS"})
PLACES = KINDS_OF_PLACE | {EntityType.PLACE}
ORGANIZATIONS = KINDS_OF_ORGANIZATION | {EntityType.ORGANIZATION}
POSSESSIVE = frozenset({"'s", "’s"})
SMALL_WORDS = frozenset({"DT", "PRP", "PRP$", "IN", "TO", "CC", "WP", "EX"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens ``start`` to ``end``, its type, its title's tokens, the country or party it stands for.

    ``is_team``: a place's name that stands for a team of the place.
    """

    start: int
    end: int
    type: EntityType
    title: tuple[int, int] | None = None
    country: str | None = None
    party: str | None = None
    is_team: bool = False

    def text(self, doc: Doc) -> str:
        """The surface."""
        return surface(doc, self.start, self.end)

    def words(self, doc: Doc) -> tuple[str, ...]:
        """The text of each token."""
        return tuple(all_words(doc)[self.start : self.end])


def end_of_words(doc: Doc, start: int) -> int:
    """Behind the last of the words from ``start`` on that are tagged as names."""
    return next((i for i in range(start, len(doc)) if doc[i].tag_ not in NAME_TAGS), len(doc))


def known_name_matcher(nlp: Language) -> PhraseMatcher:
    """A matcher for the names whose type is known beforehand; rule names are entity types."""
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    by_type: dict[str, list[Doc]] = defaultdict(list)
    for name, type_ in known_names().items():
        by_type[type_.value].append(nlp.make_doc(name))
    for type_name, docs in by_type.items():
        matcher.add(type_name, docs)
    return matcher


def without_overlaps(names: list[Name]) -> list[Name]:
    """The longer name wins; of equal ones the first given."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def known(doc: Doc, matcher: PhraseMatcher) -> list[Name]:
    """Names of the gazetteer, but not where a given name before them makes them somebody's."""
    found = []
    for span in matcher(doc, as_spans=True):
        before = doc[span.start - 1] if span.start else None
        alone = span.end - span.start == 1
        if alone and before is not None and before.text in given_names() and before.tag_ in NAME_TAGS:
            continue  # «Peter Guardian» is a man
        if span[-1].text in POSSESSIVE and _is_somebodys(span):
            continue  # «McDonald's cameo», of Michael McDonald
        if span[-1].text == "Sunday" and span.end < len(doc) and doc[span.end].lower_ in PARTS_OF_DAY:
            continue  # «told Fox News Sunday night»
        if EntityType(span.label_) in TOWNS_AND_STATES and all(token.ent_type_ == "ORG" for token in span):
            continue  # «Leeds beat Arsenal»
        addressed = EntityType(span.label_) in TOWNS_AND_STATES and titles.is_addressed(doc, span.start)
        addressed = addressed or (alone and titles.is_behind_kin(doc, span.start))
        found.append(Name(span.start, span.end, EntityType.PERSON if addressed else EntityType(span.label_)))
    return found


def _is_somebodys(owned: Span) -> bool:
    owner = owned[-2].text
    return any(left.text in given_names() and right.text == owner for left, right in pairwise(owned.doc))


def tagged(doc: Doc) -> list[Name]:
    """What the reader took for names, trimmed."""
    found = []
    for entity in map(_before_hyphen, doc.ents):
        type_ = TAGGER_TYPES.get(entity.label_) or _other_type(entity)
        if type_ is None:
            continue
        trimmed = _trimmed(entity)
        if trimmed is None:
            continue
        found.append(Name(trimmed.start, trimmed.end, type_))
    return found


def _before_hyphen(entity: Span) -> Span:
    """«New York» of «New York-based»."""
    if len(entity) > 2 and entity[-1].lower_ in SEATED and entity[-2].text == "-":
        return Span(entity.doc, entity.start, entity.end - 2, label="GPE")
    return entity


def is_inside_other(doc: Doc, name: Name) -> bool:
    """«U.S.» in «U.S. Open»: part of what the reader takes for the name of something else."""
    if doc[name.start].ent_type_ != "MISC":
        return False
    goes_on = name.end < len(doc) and doc[name.end].ent_iob_ == "I"
    return bool(goes_on or doc[name.start].ent_iob_ == "I")


def _other_type(entity: Span) -> EntityType | None:
    """What some other name is: «New Deal *Act*», «the *Kushner* family», or nothing that we know."""
    following = entity.doc[entity.end].lower_ if entity.end < len(entity.doc) else ""
    if len(entity) == 1 and following in FAMILY:
        return EntityType.PERSON
    type_ = type_by_last_word().get(entity[-1].text) if len(entity) > 1 else None
    return type_ if type_ in OTHER_NAMES else None


def _trimmed(entity: Span) -> Span | None:
    """Without «the», «'s», «and», quotation marks and white space at the edges."""
    doc, start, end = entity.doc, entity.start, entity.end
    while start < end and (doc[start].is_space or doc[start].is_quote or doc[start].text in ("the", "a", "an", "'s")):
        start += 1
    while start < end and (
        doc[end - 1].is_space
        or doc[end - 1].is_quote
        or doc[end - 1].tag_ == "POS"
        or doc[end - 1].text in (",", "and")
    ):
        end -= 1
    inner = doc[start:end]
    if not len(inner) or any(token.is_space and "\n" in token.text for token in inner):
        return None
    if not any(character.isupper() for token in inner for character in token.text):
        return None
    if all(token.tag_ in SMALL_WORDS for token in inner):
        return None  # «He», «The»
    return inner


@cache
def _first_words_of_demonyms() -> frozenset[str]:
    return frozenset(demonym.split()[0] for demonym in demonym_countries())


def demonyms(doc: Doc) -> list[Name]:
    """«Russian officials»: the country, spoken of by its adjective; «Russians»: the people; «Russian lessons»: none."""
    found = []
    countries, first_words = demonym_countries(), _first_words_of_demonyms()
    for i, word in enumerate(all_words(doc)):
        if word not in first_words:
            continue
        token, pair = doc[i], surface(doc, i, i + 2)
        length = 2 if pair != token.text and pair in countries else 1
        text = pair if length == 2 else token.text
        if text not in countries or (token.i and f"{doc[token.i - 1].text} {token.text}" in countries):
            continue
        last = doc[token.i + length - 1]
        if (
            last.dep_ in ("amod", "compound", "nmod")
            and last.head.i > last.i
            and last.head.tag_ in ("NN", "NNS", "NNP")
            and last.head.lower_ not in OF_LANGUAGES
        ):
            found.append(Name(token.i, token.i + length, EntityType.COUNTRY, country=countries[text]))
    return found


def first_and_last(doc: Doc) -> Iterator[Name]:
    """«Ivanka Trump», overlooked by the tagger: a given name and the proper noun that it hangs on."""
    for token in doc:
        if token.dep_ != "compound" or token.tag_ != "NNP" or token.text not in given_names():
            continue
        last = token.head
        if 0 < last.i - token.i <= 2:
            words = doc[token.i : last.i + 1]
            if (
                all(word.tag_ == "NNP" and word.text[0].isupper() for word in words)
                and last.text not in type_by_last_word()
            ):
                yield Name(token.i, last.i + 1, EntityType.PERSON)


def titles_of_works(doc: Doc) -> Iterator[Name]:
    """«the novel "[Low Tide]"», «the author of "[Low Tide]"»: title-cased words between quotation marks."""
    for token in (doc[i] for i, word in enumerate(all_words(doc)) if i and word == '"'):
        is_adjective = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "JJ"
        if _speaks_of_work(doc, token.i - 1) or (not is_adjective and _is_of_outlet(doc, token.i - 1)):
            least = 1
        elif _speaks_of_show(doc, token.i - 1):
            least = 2
        else:
            continue
        end = next(
            (i for i in range(token.i + 1, min(token.i + 2 + LONGEST_WORK, len(doc))) if doc[i].text == '"'), None
        )
        if end is None:
            continue
        last = end - 1 if doc[end - 1].text in (",", ".") else end
        title = doc[token.i + 1 : last]
        if len(title) >= least and all(_is_title_cased(word) for word in title) and title[0].text[0].isupper():
            yield Name(title.start, title.end, EntityType.WORK)


def _speaks_of_work(doc: Doc, before: int) -> bool:
    words = _works()
    if doc[before].text in (",", ":") and before:
        before -= 1
    if doc[before].lower_ in words["works"]:
        return True
    return doc[before].lower_ == "of" and before > 0 and doc[before - 1].lower_ in words["makers"]


def _is_of_outlet(doc: Doc, before: int) -> bool:
    """«on CNN's "[Low Tide]"», «Fox News' "[Lindqvist]"»."""
    if doc[before].tag_ != "POS" and doc[before].text != "'":
        return False
    names = (surface(doc, start, before) for start in range(max(0, before - LONGEST_OUTLET), before))
    return any(known_names().get(name) is EntityType.NEWS_OUTLET for name in names)


def _speaks_of_show(doc: Doc, before: int) -> bool:
    """«told Jonas Lindqvist on "[Low Tide with Jonas Lindqvist]"»."""
    told = _works()["told"]
    return doc[before].lower_ == "on" and any(word.lower_ in told for word in doc[max(0, before - WITHIN) : before])


def _is_title_cased(word: Token) -> bool:
    return bool(word.text[0].isupper() or word.text[0].isdigit() or word.is_punct or word.is_stop or word.tag_ == "POS")


@cache
def _works() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_toml("titles.toml")["works"].items()}


def by_last_word(doc: Doc) -> Iterator[Name]:
    """«the Clean Air *Act*», «the Iowa Senate *Election*»: capitalised words before the one that says what it is."""
    by_last_word = type_by_last_word()
    for last, word in enumerate(all_words(doc)):
        type_ = by_last_word.get(word)
        if type_ not in OTHER_NAMES:
            continue
        start = last
        while start > 0 and doc[start - 1].tag_ in NAME_TAGS and doc[start - 1].text[0].isupper():
            start -= 1
        if start < last:
            yield Name(start, last + 1, type_)


@cache
def type_by_last_word() -> dict[str, EntityType]:
    """«Tower» -> Facility: what a name is whose last word this is."""
    heads = read_toml("titles.toml")["heads"]
    return {word: EntityType(type_) for type_, words in heads.items() for word in words}
