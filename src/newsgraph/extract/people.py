"""The people of one article: who bears which name, and whom a bare name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.bearers import (
    NUMBERS,
    Bearer,
    bears_name_of_head,
    goes_by_family,
    goes_to_absent,
    is_family_of_head,
    is_outnumbered,
    is_regnal,
    may_mean_another,
    sexes_of_heads,
    was_another_just_named,
)
from newsgraph.extract.candidates import NAME_TAGS, ORGANIZATIONS, Name
from newsgraph.extract.lexicons import given_names
from newsgraph.extract.person_names import SON_OF, Parts, fuller_names, person_parts
from newsgraph.extract.surface import all_lower, all_words, surface
from newsgraph.model import EntityType
from newsgraph.posts import SPELLED_OUT

# Named in full at least so many times as often as his namesakes, he is meant by the bare family name.
DOMINANT = 2
# How far after a name, in words, «the president's daughter» is looked for.
APPOSITION = 7
# Words of one sentence, at most.
LONG_SENTENCE = 60
# «The elder Lindqvist»: one of two, and which is said elsewhere.
TOLD_APART = frozenset({"elder", "younger", "older"})
TOLD_BY_NUMBER = TOLD_APART | {"first", "second"}
SEVERAL_OF_KIN = frozenset(
    {"brothers", "children", "couple", "daughters", "parents", "siblings", "sisters", "sons", "twins"}
)
ONE_OF_KIN = SEVERAL_OF_KIN | {"brother", "sister"}
FIRMS = frozenset(
    {
        "Co.", "Companies", "Company", "Corp", "Corp.", "Firm", "Group", "Holdings", "Hotels", "Inc", "Inc.",
        "Industries", "International", "LLC", "LLP", "Motors", "PLLC",
    }
)  # fmt: skip


def _is_company(doc: Doc, name: Name) -> bool:
    """«Lindqvist International», «the Lindqvist Law Firm»."""
    is_firm = name.type is EntityType.COMPANY or (name.type in ORGANIZATIONS and doc[name.end - 1].text in FIRMS)
    return name.end - name.start > 1 and is_firm and not is_family_of_head(doc[name.start].text)


class People:
    """Who is called what in one article. ``chain`` numbers begin at 0."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._doc = doc
        people = [name for name in names if name.type is EntityType.PERSON]
        # «OBAMA» in a headline is spelled as in the text.
        self._spelled = {
            token.text.upper(): token.text for name in people for token in doc[name.start : name.end] if token.is_title
        }
        self._fuller = fuller_names(self._words(name) for name in people)
        self.bearers: list[Bearer] = []
        self._by_family: defaultdict[str, list[Bearer]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Bearer]] = defaultdict(list)
        # Chains of those who may go by a middle word too: «Leahy» in an article on Catherine *Leahy* Scott.
        self._by_middle: defaultdict[str, set[int]] = defaultdict(set)
        for name in people:
            self._add(name)
        self._alone: dict[tuple[str, str | None], int] = {}
        self._addressed: defaultdict[str, set[str]] = defaultdict(set)
        self._companies: defaultdict[str, list[int]] = defaultdict(list)
        for name in names:
            if _is_company(doc, name):
                self._companies[doc[name.start].text].append(name.start)
        kin = {word for before, word in zip(all_lower(doc), all_words(doc)[1:], strict=False) if before in titles.kin()}
        for bearer in self.bearers:  # «Ryan's older brother *Tobin*», who is Tobin Ryan elsewhere
            is_somebody = goes_by_family(bearer.name) or not bearer.posts <= titles.kin()
            bearer.is_relative = bearer.is_relative or (bearer.name.given in kin and not is_somebody)
        self._first_bare = self._note_bare_names(people)
        self._strangers = self._titled_strangers(people)

    def chain(self, name: Name) -> int | None:
        """The chain of a person's name; ``None`` when it is not sure who is meant."""
        parts = self._parts(name)
        if parts.is_full:
            possible = self._possible(parts)
            return possible[0].chain if len(possible) == 1 else None
        candidates = self._candidates(parts)
        if self._is_one_of_two(name) or self._may_be_company(name, candidates):
            return None
        if not candidates:
            by_middle = set() if self._by_given[parts.family] else self._by_middle[parts.family]
            return next(iter(by_middle)) if len(by_middle) == 1 else self._chain_of_bare_name(name)
        post = self._post(name)
        sex = titles.sex_of_address(self._doc, name.start)
        fitting = [c for c in candidates if sex is None or c.sex in (None, "either", sex)]
        if post is not None:
            fitting = [c for c in fitting if c.may_hold(post)]
        is_another = (
            not fitting
            or (post is None and self._meets_stranger(parts.family, name.start, candidates))
            or self._was_named_before(parts.family, candidates)
            or (goes_to_absent(parts.family, sex, fitting) and self._is_named_before(parts.family, fitting))
        )
        if is_another:
            return self._chain_of_bare_name(name)
        if len(fitting) == 1 < len(candidates):
            return fitting[0].chain  # «Mrs. Obama» beside both Obamas
        return self._meant(name, post, fitting)

    def named_with_others(self) -> dict[int, str]:
        """The full names, by chain, of those who have one only together with others: «*Ann* and Tagg *Romney*»."""
        return {b.chain: f"{b.name.given} {b.name.family}" for b in self.bearers if b.is_named_with_other}

    @property
    def count(self) -> int:
        """How many chains there are."""
        return len(self.bearers) + len(self._alone)

    def _words(self, name: Name) -> tuple[str, ...]:
        first, *rest = self._doc[name.start : name.end]
        spelled = (self._spelled.get(token.text, token.text) if token.is_upper else token.text for token in rest)
        if first.lower_ in SON_OF:
            return first.lower_, *spelled  # «Bin Laden» begins a sentence
        return self._spelled.get(first.text, first.text) if first.is_upper else first.text, *spelled

    def _parts(self, name: Name) -> Parts:
        words = self._words(name)
        return person_parts(self._fuller.get(words, words))

    def _is_one_of_two(self, name: Name) -> bool:
        """«The *elder* Lindqvist», «the *elder* Mr. Lindqvist», «the *first* Mr. Dahl», «the Lindqvist *twins*»."""
        start = name.start if name.title is None else name.title[0]
        start -= titles.is_addressed(self._doc, start)
        if name.end < len(self._doc) and self._doc[name.end].lower_ in ONE_OF_KIN:
            return True
        return start > 0 and self._doc[start - 1].lower_ in (TOLD_APART if name.title is None else TOLD_BY_NUMBER)

    def _may_be_company(self, name: Name, candidates: Sequence[Bearer]) -> bool:
        """«the Lindqvist Law Firm of Tom Lindqvist … *Lindqvist* gave»: named before him and as often."""
        is_bare = name.title is None and not titles.is_addressed(self._doc, name.start)
        companies = self._companies.get(self._doc[name.start].text, [])
        return (
            is_bare
            and bool(companies and candidates)
            and all(len(companies) >= candidate.times and companies[0] < candidate.first for candidate in candidates)
        )

    def _post(self, name: Name) -> str | None:
        if name.title is None:
            return titles.shared_post(self._doc, name.start)
        post = surface(self._doc, *name.title).lower()
        return SPELLED_OUT.get(post.removesuffix("."), post)

    def _possible(self, parts: Parts) -> list[Bearer]:
        """Whom a full name may mean: those called just so, before those of another form of the given name."""
        possible = [b for b in self._by_family[parts.family] if parts.may_be(b.name)]
        return [b for b in possible if b.name.given == parts.given] or possible

    def _stands_beside(self, bearer: Bearer, parts: Parts, name: Name) -> bool:
        """«James Carter, a grandson of former President Jimmy Carter»: two forms of a given name in one sentence."""
        if bearer.name.given == parts.given or name.start - bearer.last > LONG_SENTENCE:
            return False
        return not any(self._doc[i].is_sent_start for i in range(bearer.last + 1, name.start + 1))

    def _add(self, name: Name) -> None:
        parts = self._parts(name)
        if not parts.is_full:
            return
        self._add_given_before(parts, name)
        possible = self._possible(parts)
        if len(possible) > 1:
            return
        if possible and not self._stands_beside(possible[0], parts, name):
            bearer = possible[0]
            if parts.middle:
                bearer.name = Parts(bearer.name.given, parts.middle, parts.family, parts.suffix)
        else:
            bearer = self._make(parts, name)
        bearer.times += 1
        bearer.is_named_with_other = False
        bearer.last = name.start
        words = self._words(name)
        bearer.is_by_father = not SON_OF.isdisjoint(word.lower() for word in words)
        for middle in set(words[1:-1]) - {parts.family}:
            self._by_middle[middle].add(bearer.chain)
        is_head = goes_by_family(parts)
        bearer.is_somebodys |= self._is_kin_before(name) and not is_head
        is_kin = bearer.is_somebodys or (self._is_kin_behind(name) and not is_head)
        bearer.is_relative |= is_kin or bears_name_of_head(parts)
        post = self._post(name)
        if post is not None:
            bearer.posts.add(post)
            bearer.sex = titles.sex_of_title(post.split()) or bearer.sex

    def _make(self, parts: Parts, name: Name) -> Bearer:
        given = parts.given.title() if parts.given.isupper() else parts.given
        bearer = Bearer(len(self.bearers), parts, given_names().get(given), name.start)
        self.bearers.append(bearer)
        self._by_family[parts.family].append(bearer)
        self._by_given[parts.given].append(bearer)
        return bearer

    def _add_given_before(self, parts: Parts, name: Name) -> None:
        """«*Charles* and David Koch»: the family name is his too."""
        start = name.start
        if start < 2 or self._doc[start - 1].lower_ not in ("and", "&"):
            return
        given, before = self._doc[start - 2].text, self._doc[start - 3] if start > 2 else None
        is_given = given in given_names() or (given.istitle() and self._is_of_kin(start - 2))
        if not is_given or (before is not None and before.tag_ in NAME_TAGS):
            return
        other = replace(parts, given=given, middle="")
        possible = self._possible(other)
        if not possible:
            possible = [self._make(other, name)]
            possible[0].is_named_with_other = True
        possible[0].times += 1

    def _is_of_kin(self, start: int) -> bool:
        """«his parents, *Khizr* and Ghazala Khan»."""
        return any(token.lower_ in SEVERAL_OF_KIN for token in self._doc[max(0, start - 2) : start])

    def _is_kin_before(self, name: Name) -> bool:
        """«his daughter Ivanka Trump», «his daughter, Ivanka Trump», «first lady Melania Trump»."""
        doc, kin = self._doc, titles.kin()
        if name.title is not None and (doc[name.title[1] - 1].lower_ in kin or doc[name.title[1] - 1].lower_ == "lady"):
            return True
        return titles.is_behind_kin(doc, name.start)

    def _is_kin_behind(self, name: Name) -> bool:
        """«Ivanka Trump, the president's daughter»."""
        doc, kin = self._doc, titles.kin()
        if name.end >= len(doc) or doc[name.end].text != ",":
            return False
        for token in doc[name.end + 1 : name.end + APPOSITION]:
            if token.lower_ in kin:
                return True
            if token.is_punct:
                break
        return False

    def _candidates(self, parts: Parts) -> list[Bearer]:
        """Who may be meant by a bare name; «Trump» is not Trump Jr., but «Mueller» and «Mueller III» may be one."""
        family = [b for b in self._by_family[parts.family] if not (b.is_by_father or is_regnal(b.name))]
        same_suffix = [
            b for b in family if b.name.suffix == parts.suffix or {parts.suffix, b.name.suffix} <= {None, *NUMBERS}
        ]
        is_of_head = is_family_of_head(parts.family)
        if same_suffix and not all(b.is_somebodys for b in same_suffix) and (is_of_head or parts.suffix):
            return same_suffix  # else «Duncan Hunter Jr. and his wife Margaret Hunter»: Hunter is he
        if parts.suffix is None and not is_of_head:
            return family
        return [b for b in self._by_given[parts.family] if parts.suffix in (None, b.name.suffix)]

    def _is_called_by_given_name(self, name: Name) -> bool:
        """«Hasan» behind «Hasan Edmonds» and his cousin Jonas Edmonds, in an article on one Nidal Hasan."""
        return any(
            bearer.first < name.start and len(self._by_family[bearer.name.family]) > 1
            for bearer in self._by_given[self._parts(name).family]
        )

    def _note_bare_names(self, people: Sequence[Name]) -> dict[str, int]:
        """Where each family name stands alone first; where one alone of the family has been named yet it is his."""
        first: dict[str, int] = {}
        for name in people:
            parts = self._parts(name)
            if parts.is_full:
                continue
            first.setdefault(parts.family, name.start)
            if sex := titles.sex_of_address(self._doc, name.start):
                self._addressed[parts.family].add(sex)
            introduced = [bearer for bearer in self._by_family[parts.family] if bearer.first < name.start]
            if len(introduced) == 1:
                introduced[0].called += 1
        return first

    def _titled_strangers(self, people: Sequence[Name]) -> dict[str, int]:
        """Family name -> the first «President Trump» that none who is named in full can be."""
        strangers: dict[str, int] = {}
        for name in people:
            parts, post = self._parts(name), self._post(name)
            if parts.is_full or post is None or post.split()[-1] in titles.kin():
                continue
            if not any(bearer.may_hold(post) for bearer in self._candidates(parts)):
                strangers.setdefault(parts.family, name.start)
        return strangers

    def _was_named_before(self, family: str, candidates: Sequence[Bearer]) -> bool:
        """«Trump fought Cruz … his wife, Heidi Cruz»: whose relatives alone are named in full, and later."""
        if not all(candidate.is_somebodys or bears_name_of_head(candidate.name) for candidate in candidates):
            return False
        return self._is_named_before(family, candidates)

    def _is_named_before(self, family: str, candidates: Sequence[Bearer]) -> bool:
        return self._first_bare[family] < min(candidate.first for candidate in candidates)

    def _meets_stranger(self, family: str, start: int, candidates: Sequence[Bearer]) -> bool:
        """Whether the bare name goes on speaking of «President Trump», whom the article never names in full."""
        stranger = self._strangers.get(family)
        if stranger is None:
            return False
        return all(stranger < candidate.first or start < candidate.first for candidate in candidates)

    def _chain_of_bare_name(self, name: Name) -> int | None:
        """That of all who are called so; where «Mr. McCabe» and «Mrs. McCabe» are, «McCabe» is either."""
        family = self._parts(name).family
        addressed, heads = self._addressed[family], sexes_of_heads(family)
        are_two = len(addressed) > 1 or (len(heads) == 1 and not addressed <= heads)
        sex = titles.sex_of_address(self._doc, name.start) if are_two else None
        if are_two and sex is None:
            if len(heads) != 1:
                return None
            sex = next(iter(heads))  # «Mrs. Obama … Obama»
        return self._alone.setdefault((" ".join(self._words(name)), sex), len(self.bearers) + len(self._alone))

    def _only(self, name: Name, post: str | None, only: Bearer) -> int | None:
        """The only one whom a bare name may mean, if it does."""
        unsure = may_mean_another(only, name.start) or self._is_called_by_given_name(name)
        if unsure and post is None:
            return None
        only.last = max(only.last, name.start)
        return only.chain

    def _meant(self, name: Name, post: str | None, candidates: list[Bearer]) -> int | None:
        """Which of several namesakes the bare name means; ``None`` when it is not sure."""
        if len(candidates) == 1:
            return self._only(name, post, candidates[0])
        if post is not None:
            titled = [c for c in candidates if post in c.posts]
            if len(titled) == 1:
                return titled[0].chain
            if any(c.posts for c in candidates):
                return None  # «Capt. Khan» where the article speaks of several Khans, none called captain
        heads = [c for c in candidates if not c.is_relative] or candidates
        if (post is None and self._is_called_by_given_name(name)) or is_outnumbered(heads, candidates):
            return None
        earlier = [c for c in heads if c.first < name.start]
        for pool in (earlier, heads):
            ranked = sorted(pool, key=lambda c: (-c.uses, c.first))
            if len(ranked) == 1 or (len(ranked) > 1 and ranked[0].uses >= DOMINANT * ranked[1].uses):
                in_doubt = was_another_just_named(ranked[0], ranked[1:], name.start)
                return None if in_doubt else ranked[0].chain
        return None
