"""Who may have said it: named mentions, and sources that the text names by their role only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import ORGANIZATIONS
from newsgraph.extract.chains import Found
from newsgraph.extract.lexicons import read_toml
from newsgraph.model import EntityType, MentionForm

# In words; what goes on longer is more than a description.
LONGEST_DESCRIPTION = 10


@cache
def cue_words(section: str, key: str) -> frozenset[str]:
    """A word list of cues.toml."""
    return frozenset(read_toml("cues.toml")[section][key])


class Sources:
    """The mentions of an article, to which sources named by role only are added as they are found."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self.doc = doc
        self.found = list(found)
        self._at = {i: n for n, mention in enumerate(self.found) for i in range(mention.start, mention.end)}
        self._titles = {i for mention in self.found if mention.title is not None for i in range(*mention.title)}
        self._next_chain = max((m.chain for m in found), default=0) + 1

    def at(self, token: Token) -> int | None:
        """The mention that a subject names: itself, its apposition, or a source named by role."""
        direct = self._at.get(token.i)
        if direct is not None and self.found[direct].type not in (EntityType.LAW, EntityType.EVENT):
            return direct
        for child in token.children:
            if (
                child.dep_ == "appos"
                and child.i in self._at
                and self.found[self._at[child.i]].type is EntityType.PERSON
            ):
                return self._at[child.i]
        if token.lower_ in cue_words("sources", "anonymous"):
            return self._add_anonymous(token)
        return None

    def is_person(self, token: Token) -> bool:
        """Whether a noun, or what is set beside it, names a person: «his *successor*, Ana Cole»."""
        beside = [token, *(child for child in token.children if child.dep_ == "appos")]
        numbers = [self._at[word.i] for word in beside if word.i in self._at]
        return any(self.found[number].type is EntityType.PERSON for number in numbers)

    def is_name(self, words: tuple[int, int]) -> bool:
        """Whether words are a mention of somebody or something, with its article or title, and nothing more."""
        start, end = words
        root = self.doc[start:end].root
        number = self._at.get(root.i)
        return number is not None and all(
            self._at.get(i) == number or i in self._titles or self.doc[i].pos_ == "DET" for i in range(start, end)
        )

    def is_same(self, source: int | None, token: Token) -> bool:
        """Whether a word means the source: a mention of its chain, or a pronoun that is tied to nobody else."""
        number = self._at.get(token.i)
        if number is None and token.lower_ == "it":
            return source is not None and self.found[source].type in ORGANIZATIONS
        if number is None:
            several = source is None or self.found[source].type is not EntityType.PERSON
            return token.lower_ in ("he", "she", "i", "we") or (token.lower_ == "they" and several)
        return source is not None and self.found[number].chain == self.found[source].chain

    def differ(self, one: Token, other: Token) -> bool:
        """Whether two words mean somebody each, and not the same."""
        numbers = self._at.get(one.i), self._at.get(other.i)
        return None not in numbers and len({self.found[n].chain for n in numbers if n is not None}) == 2

    def speaks_in(self, source: int | None, content: tuple[int, int]) -> bool:
        """Whether a source may have said it: whom a content names, the «he» who says it does not mean."""
        if source is None or self.found[source].form is not MentionForm.PRONOUN:
            return True
        chain, (start, end) = self.found[source].chain, content
        return all(m.chain != chain or m.form is MentionForm.PRONOUN for m in self.found if start <= m.start < end)

    def joined(self, source: int | None, besides: tuple[int, int]) -> list[int]:
        """Those who are named beside a source: «Smith and *Jones* said»; not what stands in the content."""
        if source is None:
            return []
        mention = self.found[source]
        head = self.doc[mention.start : mention.end].root
        others = [self.at(token) for token in _conjuncts(head) if not besides[0] <= token.i < besides[1]]
        return [other for other in dict.fromkeys(others) if other is not None and other != source]

    def _add_anonymous(self, token: Token) -> int | None:
        """«An unnamed White House spokesperson»: the phrase up to its noun, without the article."""
        start = token.i
        for child in token.lefts:
            if child.dep_ in ("det", "predet", "cc", "punct"):
                continue
            start = min(start, child.left_edge.i)
        while start < token.i and self.doc[start].dep_ in ("det", "predet", "punct", "case"):
            start += 1
        if any(child.dep_ == "det" and child.lower_ in ("no", "any", "every") for child in token.lefts):
            return None
        if token.i in self._at or token.i in self._titles:
            return None
        end = self._described_to(token)
        if token.lower_ in cue_words("sources", "bare") and start == token.i and end == token.i + 1:
            return None
        number = len(self.found)
        self.found.append(Found(start, end, EntityType.ANONYMOUS_SOURCE, MentionForm.NOMINAL, self._next_chain))
        self._next_chain += 1
        self._at.setdefault(token.i, number)
        return number

    def _described_to(self, token: Token) -> int:
        """«people familiar with the matter»: up to the verb or comma after the words that tell who they are."""
        alone: int = token.i + 1
        if alone >= len(self.doc) or self.doc[alone].lower_ not in cue_words("sources", "described_by"):
            return alone
        for i in range(alone, min(alone + LONGEST_DESCRIPTION, len(self.doc))):
            if self.doc[i].is_punct or self.doc[i].is_space or self.doc[i].pos_ in ("VERB", "AUX"):
                return i
        return alone


def _conjuncts(head: Token) -> list[Token]:
    """«Smith, *Cole* and *Jones*»: the words joined to this one by «and», in their order."""
    joined, word = [], head
    while True:
        following = next((child for child in word.children if child.dep_ == "conj"), None)
        if following is None:
            break
        joined.append(following)
        word = following
    links = {child.lower_ for token in (head, *joined) for child in token.children if child.dep_ == "cc"}
    return joined if links == {"and"} else []


def owner_of(head: Token) -> Token:
    """«CNN's report»: CNN says it."""
    if head.lower_ in cue_words("sources", "texts"):
        for child in head.children:
            if child.dep_ in ("poss", "compound") and child.ent_type_ in ("ORG", "PERSON"):
                return child
    return head
