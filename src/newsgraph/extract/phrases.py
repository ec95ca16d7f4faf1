"""Noun phrases beside a name, word by word: «[Italy's former finance minister] Ana Petrov»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.mentions import Mentions, is_party_word
from newsgraph.extract.relation_patterns import Pattern, lexicon
from newsgraph.model import EntityType, MentionForm

LONGEST_PHRASE = 8
LONGEST_ROLE = 3
ARTICLES = frozenset({"the", "a", "an"})
NOUN_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS"})
INNER_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "RB"}
CLOSING = frozenset({",", ".", ")", ";", ":", "—", "--"})
HEADS = ("head", "ceo", "minister")
# «the Senate Republican leader» leads the Republicans there, a «deputy director» not even those.
LOWER = titles.DEPUTIES | {"wing"}
SIDES = frozenset({"majority", "minority", "republican", "democratic", "gop", "opposition"})
FIELDS_OF_DIRECTORS = frozenset(
    {"legal", "political", "regional", "medical", "creative", "technical", "digital", "legislative", "financial",
     "artistic", "musical", "athletic", "clinical", "editorial", "scientific", "educational", "environmental"}
)  # fmt: skip
# The ties of a role that stands between a body and a name: «Labour opponent Ana Petrov» does not oppose Labour.
OF_ROLES = frozenset(
    {
        "headOf",
        "ceoOf",
        "headOfStateOf",
        "headOfGovernmentOf",
        "ministerOf",
        "officialOf",
        "boardMemberOf",
        "employedBy",
    }
    | {"memberOf", "memberOfParty", "spokespersonFor", "founderOf", "playsFor", "coaches", "citizenOf", "basedIn"}
)
# Words that change nothing of a role.
PLAIN = frozenset(
    {
        "new",
        "current",
        "longtime",
        "acting",
        "interim",
        "veteran",
        "supreme",
        "-",
        "ousted",
        "exiled",
        "embattled",
        "young",
    }
)
# «the IG Metall [union]», «the Green [party]»: what the name before is.
BODY_NOUNS = frozenset(
    {"party", "union", "group", "movement", "network", "organization", "organisation", "association", "foundation"}
    | {"institute", "newspaper", "magazine", "daily", "weekly", "agency", "company", "club", "team", "bank", "think"}
    | {"tank", "ngo", "charity", "website", "channel", "broadcaster", "station", "alliance", "coalition", "federation"}
    | {"militia", "faction", "firm"}
)

# The patterns of a role; the flag tells that the complement is the subject.
Roles = tuple[tuple[Pattern, bool], ...]


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The words ``start`` to ``end`` that stand between an owner and what follows; ``possessive``: «Italy[’s] …»."""

    owner: int
    start: int
    end: int
    possessive: bool


class Names:
    """Who or what is named at which token; countries by their adjectives too."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._at = {
            token: number
            for number, mention in enumerate(mentions.found)
            if _is_named(mentions, number)
            for token in range(mention.start, mention.end)
        }

    def at(self, token: int) -> int | None:
        """The name that covers the token."""
        return self._at.get(token)

    def starting(self, token: int) -> int | None:
        """The name that begins at the token."""
        number = self._at.get(token)
        return number if number is not None and self.mentions.found[number].start == token else None

    def ending(self, token: int) -> int | None:
        """The name whose last token this is."""
        number = self._at.get(token)
        return number if number is not None and self.mentions.found[number].end == token + 1 else None

    def people(self) -> Iterator[int]:
        """The people named, in order."""
        for number, mention in enumerate(self.mentions.found):
            if mention.type is EntityType.PERSON and mention.form is MentionForm.NAME:
                yield number

    def is_body(self, number: int) -> bool:
        """Whether it is an organisation of some kind, by its name."""
        return self.mentions.type(number) in ORGANIZATIONS


def _is_named(mentions: Mentions, number: int) -> bool:
    mention = mentions.found[number]
    if is_party_word(mention):
        return False
    adjective = mention.type is EntityType.COUNTRY and mention.form is MentionForm.NOMINAL
    return mention.form is MentionForm.NAME or (adjective and mentions.text(number)[0].isupper())


def lead_in(doc: Doc, end: int, names: Names) -> LeadIn | None:
    """What leads up to the token ``end``: the nearest name before it, and the words between."""
    start = end
    joined = False  # by «and» to another role
    while start > max(0, end - LONGEST_PHRASE) and not (start < end and doc[start].is_sent_start):
        before = doc[start - 1]
        owner = names.ending(before.i)
        if owner is not None:
            return _led(doc, LeadIn(owner, start, end, possessive=False), names, joined=joined)
        if before.tag_ == "POS":
            owner = names.ending(start - 2) if start >= 2 else None
            return None if owner is None else _led(doc, LeadIn(owner, start, end, possessive=True), names, joined=False)
        if before.lower_ == "and" and start >= 2 and doc[start - 2].tag_ in ("NN", "NNP"):
            role = role_before(doc, start, end)
            if names.at(start - 2) is not None or role is None or role[0] > start + 1:
                return (
                    None  # «Congress and President Ana Petrov», «their Senate leader and backing President Ana Petrov»
                )
            joined = True
        elif names.at(before.i) is not None or before.tag_ not in INNER_TAGS:
            return None
        start -= 1
    return None


def _led(doc: Doc, lead: LeadIn, names: Names, *, joined: bool) -> LeadIn | None:
    """«the German author and journalist Ana Petrov» may be two; «German-born», «pro-Russia» say something else."""
    start = names.mentions.found[lead.owner].start
    before = doc[start - 1] if start else None
    if joined and before is not None and (before.lower_ in ARTICLES or before.tag_ == "PRP$"):
        return None
    hyphen = before is not None and before.text in ("-", "–")
    if hyphen and not (start >= 2 and titles.is_past(doc[start - 2].text)):
        return None
    after = names.mentions.found[lead.owner].end
    return None if not lead.possessive and doc[after].text in ("-", "–") else lead


def role_before(doc: Doc, start: int, end: int, *, plural: bool = False) -> tuple[int, Roles] | None:
    """The longest role that ends right before ``end``, and where it begins: «political scientist», «coach»."""
    roles = lexicon().roles
    if end <= start or doc[end - 1].tag_ not in (
        ("NNS", "NNPS", "VBZ") if plural else ("NN", "NNP", "JJ", "VB", "VBP")
    ):
        return None
    for length in range(min(LONGEST_ROLE, end - start), 0, -1):
        words = doc[end - length : end]
        text = words.text.lower()
        if plural:
            lemma = words[-1].lemma_.lower()
            text = words[:-1].text_with_ws.lower() + (lemma.removesuffix("s") if lemma == words[-1].lower_ else lemma)
        if text in roles:
            return end - length, roles[text]
    return None


def is_noun_of(token: Token) -> bool:
    """A noun that narrows the role after it: «[station] chief»; not «[union] leader», «[former] leader»."""
    return (
        token.tag_ in NOUN_TAGS
        and token.lower_ not in BODY_NOUNS
        and not titles.is_modifier(token)
        and not titles.is_past(token.text)
    )


def is_in_passing(name: Token) -> bool:
    """«Like *Cruz*, Obama's mother was …», «Ana Lund, secretary under *Bush*, a board member of …»: not he."""
    preposition = name.head
    is_under = preposition.lower_ == "under" and preposition.head.dep_ == "appos"
    return name.dep_ == "pobj" and (is_under or preposition.lower_ in ("like", "unlike"))


def is_only_near(name: Token, noun: Token) -> bool:
    """Whether a noun that the parse ties to a name says nothing of it.

    Not «ahead of Clinton, the GOP *nominee* spent Tuesday», which begins a clause of its own.
    """
    begins_clause = noun.i + 1 < len(noun.doc) and noun.nbor(1).tag_ in ("MD", "VBD", "VBZ")
    return is_in_passing(name) or (noun.dep_ == "appos" and begins_clause)


def is_bare(doc: Doc, start: int, end: int) -> bool:
    """«Libya's longtime leader»; not «Libya's rebel leader», «U.S. intelligence director»."""
    return all(token.lower_ in PLAIN or titles.is_past(token.text) for token in doc[start:end])


def is_narrowed(doc: Doc, start: int, end: int) -> bool:
    """«CIA [station] chief», «German [parliamentary] president»: of a part only."""
    return any(
        is_noun_of(token) or (token.tag_ == "JJ" and not titles.is_modifier(token) and not titles.is_past(token.text))
        for token in doc[start:end]
    )


def is_of_field(doc: Doc, role: int) -> bool:
    """«*legal* director», «*research* director»: head of a part only."""
    if role == 0 or doc[role].lower_ != "director":
        return False
    word = doc[role - 1]
    return word.lower_ in FIELDS_OF_DIRECTORS or (
        word.tag_ == "NN" and word.dep_ == "compound" and not titles.is_past(word.text)
    )


def of_at(noun: Token, place: int) -> Token | None:
    """The «of» that hangs on a noun and stands right there; ``None``: none does."""
    return next((child for child in noun.children if child.lower_ == "of" and child.i == place), None)


def joined_roles(noun: Token) -> list[Token]:
    """«son-in-law and *adviser* of …»; not «*a* donor and *the* founder of …», who is no donor of it."""
    return [role for role in noun.conjuncts if role.pos_ == "NOUN" and _articles(role) <= _articles(noun)]


def _articles(noun: Token) -> set[str]:
    return {child.lower_ for child in noun.children if child.dep_ == "det"}
