"""Who is who inside one article: short forms, pronouns and «the president» tied to their antecedent when sure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.bearers import Bearer
from newsgraph.extract.candidates import ORGANIZATIONS, Name
from newsgraph.extract.common_nouns import NAMELESS
from newsgraph.extract.lexicons import country_names, given_names
from newsgraph.extract.people import People
from newsgraph.extract.short_names import LAST_WORDS, may_shorten
from newsgraph.extract.surface import all_lower, all_words, surface
from newsgraph.model import EntityType, MentionForm

# Chains of people are numbered from 0, others from here: an article that named so many would be no article.
FIRST_OTHER = 1_000_000
# «the president» is a main figure of the article, not somebody's in passing.
MAIN_FIGURES = 2
HEADS_OF_STATE = frozenset({"president", "prime minister", "chancellor", "king", "queen", "premier", "pope"})
# What short forms stand for by themselves, whatever a joke makes of the letters: CNN, the GOP.
NAMES_OF_THEIR_OWN = frozenset({EntityType.NEWS_OUTLET, EntityType.POLITICAL_PARTY})
# Chamber -> words that speak of the other one.
OF_OTHER_CHAMBER = {
    "Senate": frozenset({"House", "Rep.", "Reps.", "Congressman", "Congresswoman"}),
    "House": frozenset({"Senate", "Sen.", "Sens.", "Senator"}),
}
# What is oftener the university than a town where an article has named that.
UNIVERSITIES = frozenset({"Columbia", "Cornell", "Georgetown", "Princeton", "Stanford"})
KINDS_OF_TOWN = frozenset({EntityType.CITY, EntityType.PLACE})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention in tokens, and the number of the chain it belongs to; ``named`` is the type of its name, if another."""

    start: int
    end: int
    type: EntityType
    form: MentionForm
    chain: int
    title: tuple[int, int] | None = None
    named: EntityType | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of what has a name, in order; each chain's fullest name; «m» or «f» for people where it is known."""

    found: list[Found]
    names: dict[int, str]
    sexes: dict[int, str | None]


def find_chains(doc: Doc, names: Sequence[Name]) -> Named:
    """The names of an article and «the president», with their chains."""
    people = People(doc, names)
    found: list[Found] = []
    keys: dict[tuple[str, str], int] = {}
    aliases = _acronyms(doc, names) | _short_forms(doc, names) | _papers(doc, names) | _committees(doc, names)
    for name in names:
        if name.type is EntityType.PERSON:
            chain = people.chain(name)
        else:
            chain = keys.setdefault(_key(doc, name, aliases), FIRST_OTHER + len(keys))
        if chain is not None:
            form = MentionForm.NAME if name.country is None and name.party is None else MentionForm.NOMINAL
            type_, named = (EntityType.SPORTS_TEAM, name.type) if name.is_team else (name.type, None)
            found.append(Found(name.start, name.end, type_, form, chain, name.title, named))
    found.extend(_nominals(doc, found))
    found.sort(key=lambda f: f.start)
    countries = {chain: key[1] for key, chain in keys.items() if key[0] == "country"}
    parties = {keys["organization", name.party]: name.party for name in names if name.party is not None}
    chain_names = parties | _chain_names(doc, found, countries)
    shared = {chain: name for chain, name in people.named_with_others().items() if chain in chain_names}
    return Named(found, chain_names | shared, _sexes(doc, found, people.bearers))


def _key(doc: Doc, name: Name, aliases: dict[str, str]) -> tuple[str, str]:
    text = name.text(doc)
    if name.is_team:
        return "organization", text.lower()
    if name.country is not None:
        return "country", name.country
    if name.type is EntityType.COUNTRY:
        return "country", country_names().get(text, text)
    if name.party is not None:
        return "organization", name.party
    is_body = name.type in ORGANIZATIONS or (text in UNIVERSITIES and text in aliases)
    text = aliases.get(text, text)
    family = "organization" if is_body else name.type.value
    return family, text.lower() if text.isupper() and len(text) > 5 else text


def _acronyms(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """«Environmental Protection Agency (EPA)»: the short form -> the long one; not «Growth Project (GOP)»."""
    found = {}
    for long, short in pairwise(names):
        between = surface(doc, long.end, short.start).strip()
        if short.type in NAMES_OF_THEIR_OWN:
            continue
        text, full = short.text(doc), long.text(doc)
        initials = "".join(word[0] for word in full.replace("-", " ").split() if word[0].isupper())
        if between == "(" and text.isupper() and text.replace(".", "") == initials and len(initials) > 1:
            found[text] = full
    return found


def _short_forms(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """«Dow» after «Dow Chemical», when one longer name alone begins with the word."""
    people = {doc[name.end - 1].text for name in names if name.type is EntityType.PERSON}
    longer: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    single: dict[str, int] = {}
    for name in names:
        text = name.text(doc)
        is_campus = text in UNIVERSITIES and name.type in KINDS_OF_TOWN and surface(doc, name.end, name.end + 1) != ","
        if name.type in ORGANIZATIONS or is_campus:
            if name.end - name.start > 1:
                longer[doc[name.start].text].add(text)
                first.setdefault(text, name.start)
            else:
                single.setdefault(text, name.start)
    return {
        word: next(iter(longer[word]))
        for word, start in single.items()
        if len(longer.get(word, ())) == 1
        and first[next(iter(longer[word]))] < start
        and not word.isupper()
        and may_shorten(word, next(iter(longer[word])), people)
    }


def _papers(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """«The Times» behind «New York Times», where no other outlet of the article is called so."""
    outlets = [name for name in names if name.type is EntityType.NEWS_OUTLET]
    whole: dict[str, set[str]] = defaultdict(set)
    for name in outlets:
        if name.end - name.start > 1 and doc[name.start].text != "The":
            whole[doc[name.end - 1].text].add(name.text(doc))
    short = {name.text(doc) for name in outlets} & {f"{the}{word}" for the in ("", "The ") for word in LAST_WORDS}
    found = ((text, whole[text.removeprefix("The ")]) for text in sorted(short))
    return {text: next(iter(longer)) for text, longer in found if len(longer) == 1}


def _committees(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """«Judiciary Committee» where the article has the Senate's in full, and not the House's."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for name in names:
        if name.type in ORGANIZATIONS and doc[name.end - 1].text == "Committee":
            starts[name.text(doc)].append(name.start)
    whole = {text: [f"{house} {text}" for house in OF_OTHER_CHAMBER if f"{house} {text}" in starts] for text in starts}
    found = {text: longer[0] for text, longer in whole.items() if len(longer) == 1}
    found = {text: longer for text, longer in found.items() if starts[longer][0] < starts[text][0]}
    return {text: longer for text, longer in found.items() if not is_of_other_chamber(doc, starts[text], longer)}


def is_of_other_chamber(doc: Doc, starts: Sequence[int], committee: str) -> bool:
    """«Sen. Ana Lund, a member of the *Judiciary Committee*»: not of the House's; ``starts`` are where it stands."""
    others = OF_OTHER_CHAMBER.get(committee.split(maxsplit=1)[0], frozenset())
    return bool(others) and any(token.text in others for start in starts for token in doc[start].sent)


def _sexes(doc: Doc, found: Sequence[Found], bearers: list[Bearer]) -> dict[int, str | None]:
    sexes: dict[int, str | None] = {b.chain: b.sex for b in bearers}
    for mention in found:
        if mention.type is not EntityType.PERSON or mention.form is not MentionForm.NAME:
            continue
        sex = titles.sex_of_title([doc[mention.start - 1].text]) if mention.start > 0 else None
        if sex is not None:
            sexes[mention.chain] = sex
        elif mention.end - mention.start == 1:
            sexes.setdefault(mention.chain, given_names().get(doc[mention.start].text))
    return sexes


def quoted_tokens(doc: Doc) -> list[bool]:
    """For each token, whether it stands between quotation marks; a paragraph's end closes a quotation."""
    inside = False
    flags = []
    for word in all_words(doc):
        if "\n" in word:
            inside = False
        elif word in ('"', "``", "''"):
            flags.append(True)
            inside = not inside
            continue
        flags.append(inside)
    return flags


def _nominals(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """«the president», when one person alone in this article bears that very title."""
    holders: dict[str, set[int]] = defaultdict(set)
    for mention in found:
        if mention.title is not None:
            holders[surface(doc, *mention.title).lower()].add(mention.chain)
    named = {i for mention in found for i in range(mention.start, mention.end)}
    named |= {i for mention in found if mention.title is not None for i in range(*mention.title)}
    mentioned = Counter(mention.chain for mention in found if mention.type is EntityType.PERSON)
    main = {chain for chain, _ in sorted(mentioned.items(), key=lambda item: (-item[1], item[0]))[:MAIN_FIGURES]}
    nominals = []
    for the in (i for i, word in enumerate(all_lower(doc)) if word == "the" and i + 2 <= len(doc)):
        for length in (3, 2, 1):
            end = the + 1 + length
            text = surface(doc, the + 1, end).lower()
            is_telling = text.rpartition(" ")[2] not in NAMELESS
            if is_telling and len(holders.get(text, ())) == 1 and end < len(doc) and _ends_phrase(doc, end, named):
                chain = next(iter(holders[text]))
                if text in HEADS_OF_STATE and chain not in main:
                    break
                nominals.append(Found(the + 1, end, EntityType.PERSON, MentionForm.NOMINAL, chain))
                break
    return nominals


def _ends_phrase(doc: Doc, end: int, named: set[int]) -> bool:
    following, last = doc[end], doc[end - 1]
    is_office = following.tag_ == "POS" and end + 1 < len(doc) and doc[end + 1].lower_ in ("office", "offices")
    return (
        not is_office  # «the U.S. Attorney's office»: the body, not its head
        and end not in named
        and end - 1 not in named
        and following.lower_ not in ("of", "for", "at", "-")
        and not (last.dep_ in ("compound", "amod", "nmod") and last.head.i >= end)
        and not any(child.dep_ == "appos" for child in last.children)
    )


def _chain_names(doc: Doc, found: Sequence[Found], countries: dict[int, str]) -> dict[int, str]:
    """The fullest name of each chain; the name we show for a country."""
    surfaces: dict[int, Counter[str]] = defaultdict(Counter)
    for mention in found:
        if mention.form is MentionForm.NAME:
            surfaces[mention.chain][surface(doc, mention.start, mention.end)] += 1
    names = {
        chain: min(counts, key=lambda text: (-len(text.split()), -counts[text], -len(text), text))
        for chain, counts in surfaces.items()
    }
    return names | countries
