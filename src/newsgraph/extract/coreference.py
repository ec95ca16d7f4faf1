"""Which noun phrases of an article speak of one thing: what the reader ties, held to what the names allow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, ORGANIZATIONS, PLACES
from newsgraph.extract.chains import HEADS_OF_STATE, Found, Named, is_of_other_chamber
from newsgraph.extract.common_nouns import is_post_of_another, may_be_called
from newsgraph.extract.pronouns import (
    NOBODY,
    OBJECTS,
    PRONOUN_SEX,
    SUBJECTS,
    find_sole_antecedents,
    governs,
    is_anybody,
    is_empty,
    is_somebody,
    is_stressed,
    is_titled,
    others_beside,
    rivals_of,
    subject_of_object,
    subject_of_owner,
    subject_of_self,
    subjects_above,
)
from newsgraph.extract.reader.agreement import KnownName
from newsgraph.extract.reader.component import Reading
from newsgraph.extract.reader.references import Reference, find_references
from newsgraph.extract.short_names import may_shorten
from newsgraph.extract.surface import all_words, surface
from newsgraph.model import EntityType, MentionForm

# A phrase takes part in the graph under its antecedent's name only from these probabilities on: a noun; «it», «they»;
# «he» and «she», where not tied to the only one who can be meant: to the one whom the article names most, to anybody
# else. (Of 350 that were read, a third of the last were wrong below .97.)
SURE_NOUN, SURE_NEUTER, SURE_MAIN, SURE_OTHERWISE = 0.8, 0.6, 0.75, 0.97
# Pronouns that take part in the graph; «who» and «which» are tied by syntax.
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SELVES = frozenset({"himself", "herself", "itself", "themselves"})
TIED_PRONOUNS = frozenset({*PRONOUN_SEX, *NEUTER, *PLURAL})
# They may be one person or many, named or not.
NEITHER = (EntityType.GROUP, EntityType.ANONYMOUS_SOURCE)
# «the administration» is a president's, not the Energy Information Administration.
ADMINISTRATION = "administration"
VICE = "vice"
# A party of a state is not that of the country.
SHORTENED = ORGANIZATIONS - {EntityType.POLITICAL_PARTY}
# What a phrase of some kind can mean; a country acts like a body.
CAN_MEAN = {
    "person": frozenset({EntityType.PERSON, EntityType.GROUP}),
    "organization": ORGANIZATIONS | PLACES | {EntityType.GROUP},
    "place": ORGANIZATIONS | PLACES,
}


@dataclass(frozen=True, slots=True)
class Ties:
    """All mentions with their chains, each chain's fullest name, and the phrases that speak of one thing, named or not.

    The phrases are ranges of tokens.
    """

    found: list[Found]
    names: dict[int, str]
    coreferences: list[tuple[tuple[int, int], ...]]


def find_phrases(doc: Doc, reading: Reading, quoted: Sequence[bool], named: Named) -> list[Reference]:
    """The phrases of an article that refer to something, in the order of their heads."""
    names = {
        i: KnownName(mention.chain, mention.type is EntityType.PERSON, named.sexes.get(mention.chain))
        for mention in named.found
        if mention.type not in NEITHER
        for i in range(mention.start, mention.end)
    }
    tokens, texts = reading.words.tokens, all_words(doc)
    references = find_references(
        reading.marks,
        [texts[i] for i in tokens],
        [doc[i].tag_ for i in tokens],
        list(accumulate(bool(doc[i].is_sent_start) for i in tokens)),
        [quoted[i] for i in tokens],
        {word: names[i] for word, i in enumerate(tokens) if i in names},
    )
    return [_in_tokens(reading, reference) for reference in references]


def _in_tokens(reading: Reading, reference: Reference) -> Reference:
    start, end = reading.tokens((reference.start, reference.end))
    return replace(reference, start=start, end=end, head=reading.words.tokens[reference.head])


def tie(doc: Doc, named: Named, phrases: Sequence[Reference], quoted: Sequence[bool]) -> Ties:
    """Tie phrases to names and to one another; the chains of names stay as they are, but for short forms of a body."""
    things = _Things(doc, named, phrases, quoted)
    for number, phrase in enumerate(phrases):
        if phrase.antecedent is not None:
            things.tie(number, phrase.antecedent)
    merged = [replace(mention, chain=things.chain_now(mention.chain)) for mention in named.found]
    tied = sorted([*merged, *things.mentions()], key=lambda m: (m.start, m.end))
    return Ties(tied, things.fullest(named.names), things.coreferences())


class _Things:
    """What the phrases speak of: sets of phrases, each with the chain of its name if it has one."""

    def __init__(self, doc: Doc, named: Named, phrases: Sequence[Reference], quoted: Sequence[bool]) -> None:
        found = named.found
        self._doc = doc
        self._phrases = phrases
        self._sexes = named.sexes
        self._quoted = quoted
        self._sole = find_sole_antecedents(doc, found, named.sexes, quoted)
        self._number_at = {phrase.head: number for number, phrase in enumerate(phrases)}
        self._parent = list(range(len(phrases)))
        self._types: dict[int, EntityType] = {}
        self._names: dict[int, set[str]] = defaultdict(set)
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._titles: dict[int, set[str]] = defaultdict(set)
        self._merged: dict[int, int] = {}
        mention_at = {i: mention for mention in found for i in range(mention.start, mention.end)}
        self._chain_at = {i: mention.chain for i, mention in mention_at.items()}
        for mention in found:
            self._types.setdefault(mention.chain, mention.type)
            name = surface(doc, mention.start, mention.end)
            self._names[mention.chain].add(name)
            self._starts[name].append(mention.start)
            if mention.title is not None:
                self._titles[mention.chain].add(surface(doc, *mention.title).lower())
        self._people = {doc[m.end - 1].text for m in found if m.type is EntityType.PERSON}
        self._main_figure = _main_figure(found)
        self._own = [_chain_of(phrase, mention_at.get(phrase.head)) for phrase in phrases]
        self._chain: dict[int, int | None] = dict(enumerate(self._own))
        self._members = [[number] for number in range(len(phrases))]
        first: dict[int, int] = {}
        for number, chain in enumerate(self._own):
            if chain is not None:
                self._join(first.setdefault(chain, number), number)

    def tie(self, number: int, antecedent: int) -> None:
        """Put the phrase to its antecedent's, if names, sex and kind allow."""
        left, right = self._root(number), self._root(antecedent)
        if left == right:
            return
        one, other = self._chain[left], self._chain[right]
        if one is not None and other is not None:
            if not self._is_short_form(one, other):
                return
            self._merged[max(one, other)] = min(one, other)
        elif not self._can_join(left, right):
            return
        self._join(left, right)

    def chain_now(self, chain: int) -> int:
        """The chain that a chain of names became part of."""
        while chain in self._merged:
            chain = self._merged[chain]
        return chain

    def fullest(self, names: Mapping[int, str]) -> dict[int, str]:
        """Each chain's name, «Fox News» where the article called it «Fox» before."""
        found = dict(names)
        for chain in sorted(self._merged, reverse=True):
            into = self._merged[chain]
            found[into] = max(found[into], found[chain], key=lambda name: len(name.split()))
        return found

    def mentions(self) -> list[Found]:
        """The pronouns and common nouns that surely mean somebody or something with a name."""
        found = []
        sure: dict[int, bool] = {}
        for number, phrase in enumerate(self._phrases):
            chain = self._chain[self._root(number)]
            sure[number] = self._own[number] is not None or self._is_sure(number, phrase, sure)
            if chain is not None and self._own[number] is None and sure[number]:
                mention = self._mention(phrase, self.chain_now(chain))
                if mention is not None:
                    found.append(mention)
        return found

    def _is_sure(self, number: int, phrase: Reference, sure: Mapping[int, bool]) -> bool:
        """Whether it means its antecedent, and so on back to a name or, for «he», to somebody of that sex for sure."""
        back, chain = phrase.antecedent, self._chain[self._root(number)]
        if back is None or chain is None or self._root(back) != self._root(number):
            return False
        word = self._doc[phrase.head]
        if word.lower_ in TIED_PRONOUNS and self._is_barred(number, word, chain):
            return False
        if word.lower_ in PLURAL:
            return (
                not self._is_joined_before(back, word)
                and self._types[chain] is EntityType.GROUP
                and phrase.probability >= SURE_NEUTER
            )
        if word.lower_ in NEUTER:
            return phrase.probability >= SURE_NEUTER and self._is_subject_above(word, chain)
        if word.lower_ in PRONOUN_SEX:
            return self._is_surely_meant(phrase, back, chain, is_sure_before=sure[back])
        is_called = phrase.probability >= SURE_NOUN and sure[back] and self._may_be_called(word.lower_, chain)
        return is_called and not self._is_beside(number, word, chain)

    def _is_surely_meant(self, phrase: Reference, back: int, chain: int, *, is_sure_before: bool) -> bool:
        """Whether «he» or «she» is somebody: the only one, the main figure, or nearly surely anybody."""
        sole, before = self._sole.get(phrase.head), self._doc[self._phrases[back].head]
        by_noun = before.tag_ in ("NN", "NNS")  # whom names alone do not show
        if sole is not None and not by_noun:
            return sole == chain and (is_sure_before or self._doc[phrase.head].dep_ not in OBJECTS)
        if sole == NOBODY and not is_sure_before:
            return False
        is_main = chain == self._main_figure
        enough = SURE_NEUTER if sole == chain else SURE_MAIN if is_main else SURE_OTHERWISE
        return phrase.probability >= enough and (is_sure_before or is_main or sole == chain)

    def _may_be_called(self, noun: str, chain: int) -> bool:
        if noun == ADMINISTRATION:
            return any(name.endswith(noun) for name in self._names[chain])
        posts = self._titles[chain]
        is_less = noun in HEADS_OF_STATE and posts and all(noun not in post or VICE in post for post in posts)
        is_others = noun not in HEADS_OF_STATE and is_post_of_another(noun, chain, self._titles)
        is_of_other_sex = {self._sexes.get(chain), titles.sex_of_title([noun])} == {"m", "f"}
        return not (is_less or is_others or is_of_other_sex) and may_be_called(self._types[chain], noun)

    def _is_joined_before(self, back: int, word: Token) -> bool:
        """«Danes, Swedes and others … *their* governments»: all of them."""
        joined = self._doc[self._phrases[back].head].conjuncts
        return any(other.i < word.i and not other.is_ancestor(word) for other in joined)

    def _is_barred(self, number: int, word: Token, chain: int) -> bool:
        """Whether the sentence says that it is another, whoever is likely."""
        return (
            is_empty(word)
            or is_anybody(word)
            or any(self._chain_at.get(other.i) == chain for other in others_beside(word, self._quoted))
            or any(self._is_rival(other, word, chain) for other in rivals_of(word, self._quoted))
            or self._is_another_self(number, word, chain)
            or self._is_of_another(word, chain)
            or self._is_of_joined(word, chain)
            or self._is_own_subject(number, word)
            or self._is_named_below(word, chain)
        )

    def _is_rival(self, other: Token, word: Token, chain: int) -> bool:
        own, sex = self._chain_at.get(other.i, chain), PRONOUN_SEX.get(word.lower_)
        is_person = sex is not None and self._types[own] is EntityType.PERSON
        return is_person and own != chain and self._sexes.get(own) in (None, "either", sex)

    def _is_another_self(self, number: int, word: Token, chain: int) -> bool:
        """«the man who shot *himself*»."""
        if word.lower_ not in SELVES or is_stressed(word):
            return False
        subject = subject_of_self(word)
        return subject is not None and not (self._is_same(number, subject) or self._chain_at.get(subject.i) == chain)

    def _is_of_another(self, word: Token, chain: int) -> bool:
        """«*Captain Lund* gave *his* life»: not another's, unless he is named in between."""
        subject = subject_of_owner(word)
        if subject is None or word.lower_ not in PRONOUN_SEX:
            return False
        owner = self._chain_at.get(subject.i)
        if owner is None:
            return is_titled(subject)
        is_person = self._types[owner] is EntityType.PERSON
        can_be_meant = self._sexes.get(owner) in (None, "either", PRONOUN_SEX[word.lower_])
        between = {self._chain_at.get(i) for i in range(subject.i, word.i)}
        is_called_so = any(subject.text in name.split() for name in self._names[chain])
        return is_person and can_be_meant and chain not in between and not is_called_so

    def _is_own_subject(self, number: int, word: Token) -> bool:
        """«He does not know *him*»: two people."""
        subject = subject_of_object(word)
        if subject is None or (subject.i not in self._chain_at and subject.lower_ not in PRONOUN_SEX):
            return False
        return self._is_same(number, subject)

    def _is_same(self, number: int, head: Token) -> bool:
        """Whether the phrase with this head speaks of what the numbered one does."""
        other = self._number_at.get(head.i)
        return other is not None and self._root(other) == self._root(number)

    def _is_named_below(self, word: Token, chain: int) -> bool:
        """«*He* urged her to fire Lund»: not Lund."""
        below = range(word.i + 1, word.head.right_edge.i + 1) if word.dep_ in SUBJECTS else ()
        return any(self._chain_at.get(i) == chain and governs(word.head, self._doc[i]) for i in below)

    def _is_of_joined(self, word: Token, chain: int) -> bool:
        """«Norrvik praised Acme and *its* founder»: Acme's; «the cleric and *his* supporters»."""
        noun = word.head
        if word.dep_ != "poss" or noun.dep_ != "conj" or noun.head.pos_ not in ("NOUN", "PROPN"):
            return False
        is_owner = word.lower_ in NEUTER or is_somebody(noun.head)
        is_owned = any(child.dep_ == "poss" for child in noun.head.children)
        between = {self._chain_at.get(i) for i in range(noun.head.i, word.i)}
        return is_owner and not is_owned and chain not in between

    def _is_beside(self, number: int, word: Token, chain: int) -> bool:
        """«his *university* and Ohio University», «Lund and her *sister*», «Dahl, the *mayor*»: two."""
        others = (*word.conjuncts, *(child for child in word.children if child.dep_ == "poss"))
        is_apposed = word.dep_ == "appos" and word.head.pos_ == "PROPN" and self._chain_at.get(word.head.i) != chain
        return is_apposed or any(self._chain_at.get(o.i) == chain or self._is_same(number, o) for o in others)

    def _is_subject_above(self, word: Token, chain: int) -> bool:
        """«*Norrvik* has doubled its fleet», «*Norrvik* said it had …»: a subject that governs the clause."""
        return any(self._chain_at.get(subject.i) == chain for subject in subjects_above(word))

    def coreferences(self) -> list[tuple[tuple[int, int], ...]]:
        """The sets of two phrases or more."""
        sets: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for number, phrase in enumerate(self._phrases):
            sets[self._root(number)].add((phrase.start, phrase.end))
        return sorted(tuple(sorted(phrases)) for phrases in sets.values() if len(phrases) > 1)

    def _mention(self, phrase: Reference, chain: int) -> Found | None:
        token = self._doc[phrase.head]
        type_ = self._types[chain]
        if token.lower_ in TIED_PRONOUNS:
            return Found(token.i, token.i + 1, type_, MentionForm.PRONOUN, chain)
        # «his *son-in-law*», «the mayor's *aide*»: whose it is is somebody else.
        owners = [i for i in range(phrase.start, phrase.head) if self._doc[i].tag_ in ("PRP$", "POS")]
        start = max(owners, default=phrase.start - 1) + 1
        is_named = any(i in self._chain_at or self._doc[i].tag_ in NAME_TAGS for i in range(start, phrase.head))
        are_several = type_ is EntityType.PERSON and token.tag_ == "NNS"  # «the senators»
        is_noun = token.tag_.startswith("NN") and token.tag_ not in NAME_TAGS and token.i not in self._chain_at
        if not is_noun or is_named or are_several:
            return None
        return Found(start, phrase.head + 1, type_, MentionForm.NOMINAL, chain)

    def _can_join(self, left: int, right: int) -> bool:
        """Whether the phrases of what has no name yet can mean what has one."""
        one, other = self._chain[left], self._chain[right]
        if one is not None:
            return self._all_can_mean(right, one)
        return other is None or self._all_can_mean(left, other)

    def _all_can_mean(self, root: int, chain: int) -> bool:
        return all(self._can_mean(self._phrases[number], chain) for number in self._members[root])

    def _can_mean(self, phrase: Reference, chain: int) -> bool:
        word, type_ = self._doc[phrase.head].lower_, self._types[chain]
        sex = PRONOUN_SEX.get(word)
        if sex is not None:
            return type_ is EntityType.PERSON and self._sexes.get(chain) in (None, "either", sex)
        if word in ("it", "its", "itself"):
            return type_ is not EntityType.PERSON
        allowed = CAN_MEAN.get(phrase.type)
        return type_ in allowed if allowed is not None else type_ is not EntityType.PERSON

    def _is_short_form(self, one: int, other: int) -> bool:
        """«the Port Authority» and «the Port Authority of Ellery»; never two people or places."""
        if not {self._types[one], self._types[other]} <= SHORTENED:
            return False
        pairs = [pair for a in self._names[one] for b in self._names[other] for pair in ((a, b), (b, a))]
        return any(self._shortens(short, long) and not self._may_mean_another(short, long) for short, long in pairs)

    def _shortens(self, short: str, long: str) -> bool:
        is_short = may_shorten(short, long, self._people)
        return is_short and not is_of_other_chamber(self._doc, self._starts[short], long)

    def _may_mean_another(self, short: str, long: str) -> bool:
        """«European Bank» beside the European Investment Bank and that for Reconstruction and Development."""
        bodies = {name for chain, type_ in self._types.items() if type_ in SHORTENED for name in self._names[chain]}
        others = (other for other in bodies - {short, long} if self._shortens(short, other))
        return not all(self._shortens(other, long) or self._shortens(long, other) for other in others)

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def _join(self, left: int, right: int) -> None:
        left, right = sorted((self._root(left), self._root(right)))
        if left == right:
            return
        self._parent[right] = left
        self._members[left] += self._members[right]
        if self._chain[left] is None:
            self._chain[left] = self._chain[right]


def _main_figure(found: Sequence[Found]) -> int | None:
    """The person whom the article names oftener than anybody else."""
    people = (m.chain for m in found if m.type is EntityType.PERSON and m.form is MentionForm.NAME)
    most = Counter(people).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _chain_of(phrase: Reference, mention: Found | None) -> int | None:
    """The chain of the name that the phrase is built on; a part of a name («Norrvik» Shipping) is another thing."""
    if mention is None or mention.start < phrase.start or phrase.end < mention.end:
        return None
    return mention.chain
