"""Places that play: «Belgium beat Turkey 2-1», «Chicago's four errors» speak of teams, not of a country and a city."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from newsgraph.extract.candidates import Name
from newsgraph.extract.lexicons import AMBIGUOUS_COUNTRIES, country_names, known_names, read_toml
from newsgraph.extract.names import PLACES
from newsgraph.extract.surface import all_lower
from newsgraph.model import EntityType

# An article is on sport when so many different words are of sport, in this share of its words (numbers left out), and
# one or more of them say nothing else; fewer do where they are dense, as in lists of results.
WORDS_OF_SPORT, SHARE = 4, 0.025
FEW_WORDS, DENSE = 3, 0.04
# Where something is: «in Belgium», «from Chicago», and who comes from there: «Filip Lund (Belgium)»; of what is no
# country the club is meant, as in «Filip Lund (Kerston)».
OF_PLACES = frozenset({"in", "at", "near", "from", "around", "across", "outside", "throughout", "into", "(", "-"})
PLAYERS = (
    ["quarterback"], ["linebacker"], ["cornerback"], ["shortstop"], ["goalkeeper"], ["midfielder"],
    ["wide", "receiver"], ["running", "back"], ["tight", "end"], ["defensive", "end"],
)  # fmt: skip
# Where so many countries play, others do.
MANY = 5
OTHER_NATIONS = AMBIGUOUS_COUNTRIES | {"England", "Northern Ireland", "Scotland", "Wales"}
GOVERNED = ("for", "to", "of", "with", "by", "between")
_SCORE = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _words(table: str, row: str) -> frozenset[str]:
    return frozenset(read_toml("teams.toml")[table][row])


def with_teams(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names of an article, those of places as teams where they play."""
    with_players = [name for name in names if _may_be_team(doc, name) and _is_before_player(doc, name.end)]
    if not _is_on_sport(doc):
        return [_as_team(name) if name in with_players else name for name in names]
    placed = _Placed(doc, names)
    possible = {name for name in names if _may_be_team(doc, name) and not placed.is_where(name)}
    playing = {*with_players, *(name for name in possible if placed.plays(name))}
    playing |= {other for name in playing if (other := placed.beside_and(name)) in possible}
    if len({_bare(doc, name) for name in playing if placed.is_country(name)}) >= MANY:
        playing |= {name for name in possible if placed.is_country(name)}
    told = {_bare(doc, name) for name in playing}
    teams = {name for name in possible if _bare(doc, name) in told}.union(with_players)
    return [_as_team(name) if name in teams else name for name in names]


def _is_before_player(doc: Doc, end: int) -> bool:
    """«*New England* wide receiver Brandon Lund», whatever the article is on."""
    words = [word.lower_ for word in doc[end : end + 2]]
    return words[:1] in PLAYERS or words in PLAYERS


def _as_team(name: Name) -> Name:
    is_body = name.type is EntityType.ORGANIZATION
    return replace(name, type=EntityType.SPORTS_TEAM) if is_body else replace(name, is_team=True)


def _is_on_sport(doc: Doc) -> bool:
    of_sport = _words("sport", "words")
    found = [word for word in map(_singular, all_lower(doc)) if word in of_sport]
    if _words("sport", "surely").isdisjoint(found):
        return False
    words_in_all, different = sum(token.is_alpha for token in doc), len(set(found))
    is_told = different >= WORDS_OF_SPORT and len(found) >= SHARE * words_in_all
    return is_told or (different >= FEW_WORDS and len(found) >= DENSE * words_in_all)


def _singular(word: str) -> str:
    """«goals» -> «goal», but «innings»."""
    return word if word in _words("sport", "words") else word.removesuffix("s")


def _may_be_team(doc: Doc, name: Name) -> bool:
    """A place; or a body, but for those that are known: the players of the NFL are no team."""
    if name.type is EntityType.ORGANIZATION:
        return known_names().get(name.text(doc)) is not EntityType.ORGANIZATION
    return name.type in PLACES and name.country is None


def _bare(doc: Doc, name: Name) -> str:
    return name.text(doc).lower().removeprefix("the ")


class _Placed:
    """The names of an article by where they begin and end."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._doc = doc
        self._by_start = {name.start: name for name in names}
        self._by_end = {name.end: name for name in names}

    def _word(self, at: int) -> str:
        return str(self._doc[at].lower_) if 0 <= at < len(self._doc) else ""

    def _before(self, name: Name) -> int:
        """Where the word before the name is: before «the Netherlands»."""
        return name.start - 1 - (self._word(name.start - 1) == "the")

    def is_where(self, name: Name) -> bool:
        """«in Belgium», «ESCHEN, Liechtenstein», «(Belgium)», «Filip Lund of Belgium», «a Chicago native»."""
        if self._is_dateline(name) or self._word(name.end) in _words("place", "has"):
            return True
        at = self._before(name)
        before = self._word(at)
        if before == "(" and not self.is_country(name):
            return False
        is_listed = before == "-" and (at == 0 or "\n" in self._word(at - 1))
        if before in OF_PLACES and not is_listed:
            return not (before == "-" and self._is_score(name.end)) and self._doc[at].text != "AT"
        is_in_it = (before == "," and self._is_in(name, self._by_end.get(name.start - 1))) or (
            before == "of" and at in self._by_end
        )
        is_towards = before == "to" and not self._is_governed(at)
        holds = self._word(name.end) == "," and self._is_in(name, self._by_start.get(name.end + 1))
        return is_in_it or is_towards or holds

    def _is_in(self, name: Name, other: Name | None) -> bool:
        """«ESCHEN, Liechtenstein»; «Belgium, Turkey and Italy» is a list."""
        return other is not None and not (self.is_country(name) and self.is_country(other))

    def _is_dateline(self, name: Name) -> bool:
        """«PARIS 1996-08-30», «PARIS (AP) —», «PARIS —»."""
        follows = self._word(name.end)
        is_apart = follows in ("(", "—", "–", "--") and not self._is_score(name.end)
        return _YEAR.match(follows) is not None or (is_apart and name.text(self._doc).isupper())

    def plays(self, name: Name) -> bool:
        """Whether what stands beside the name, which does not tell where something is, says that it is a team."""
        at = self._before(name)
        before, after = self._word(at), self._word(name.end)
        return (
            (before, after) == ("(", ")")
            or after in _words("team", "does")
            or before in _words("team", "suffers")
            or (before in GOVERNED and self._is_governed(at))
            or self._does(name)
            or self._has(name)
            or self._is_score(name.end)
        )

    def is_country(self, name: Name) -> bool:
        """Whether it has a national team."""
        return name.type is EntityType.COUNTRY or name.text(self._doc) in country_names().keys() | OTHER_NATIONS

    def beside_and(self, name: Name) -> Name | None:
        """«*Armenia* and Portugal drew», «against Russia and *Italy*»."""
        other = self._by_end.get(name.start - 1) if self._word(name.start - 1) == "and" else None
        if other is None and self._word(name.end) == "and":
            other = self._by_start.get(name.end + 1)
        return other

    def _is_governed(self, preposition: int) -> bool:
        """«lost 3-2 *to* …», «captain *of* …»."""
        head = self._doc[preposition].head
        return not _words("team", self._word(preposition)).isdisjoint((head.lemma_.lower(), head.lower_))

    def _does(self, name: Name) -> bool:
        """«Belgium, who were …, won»."""
        last = self._doc[name.end - 1]
        return last.dep_ == "nsubj" and last.head.lower_ in _words("team", "does")

    def _has(self, name: Name) -> bool:
        """«the England scrum-half», «Chicago's four errors»."""
        last = self._doc[name.end - 1]
        is_owned = last.dep_ in ("compound", "poss", "nmod") and last.head.i >= name.end
        nouns = [self._doc[name.end]] if name.end < len(self._doc) else []
        return any(_singular(noun.lower_) in _words("team", "has") for noun in [*nouns, *[last.head] * is_owned])

    def _is_score(self, at: int) -> bool:
        """«Israel 2, Bulgaria 0», «Scotland - 20», «Pakistan 229-1», «SAN DIEGO 76 60»; not «Belgium 12 years ago»."""
        at += self._word(at) == "-"
        if self._is_number(at) and self._word(at + 1) == "-" and self._is_number(at + 2):
            at += 2
        follows = self._doc[at + 1].text if at + 1 < len(self._doc) else ""
        return self._is_number(at) and not (follows and (follows in "-%" or follows[0].islower()))

    def _is_number(self, at: int) -> bool:
        return _SCORE.fullmatch(self._word(at)) is not None
