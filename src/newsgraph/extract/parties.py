"""Words beside a person's name that tell the party: «(R-Texas)», «Republican Sen.», «a Utah Democrat»."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.extract import titles
from newsgraph.extract.candidates import PLACES, Name
from newsgraph.extract.chains import Found
from newsgraph.extract.lexicons import STATES_FOR_SHORT, read_toml
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType
from newsgraph.territories import by_postal_code, get_territories

LONGEST_APPOSITION = 4
# «99 New York Avenue, *NE*» is no Nebraska.
NORTH_EAST = "NE"


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    data = read_toml("parties.toml")
    return data["letters"], data["adjectives"], frozenset(data["posts"]["names"])


@dataclass(frozen=True, slots=True)
class Membership:
    """A word in tokens that tells the party of the person named at ``person``; ``former``: of the past."""

    person: tuple[int, int]
    word: int
    party: str
    former: bool


def with_parties(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names with the words that tell somebody's party, each standing for the party."""
    words = {m.word: m.party for m in find_memberships(doc, names)}
    kept = [n for n in names if n.type is EntityType.PERSON or words.keys().isdisjoint(range(n.start, n.end))]
    parties = [Name(word, word + 1, EntityType.POLITICAL_PARTY, party=party) for word, party in words.items()]
    towns = {n.end for n in names if n.type in PLACES}
    kept = [replace(n, type=EntityType.REGION) if _is_state_behind(doc, n, words, towns) else n for n in kept]
    named = {i for n in kept for i in range(n.start, n.end)}
    states = [state for word in words if (state := _state_of(doc, word)) is not None and state.start not in named]
    return sorted([*kept, *parties, *states], key=lambda name: name.start)


def _state_of(doc: Doc, letter: int) -> Name | None:
    """«(R-*Mich.*)», «D-*New York*»."""
    start = letter + 2
    end = _end_of_state(doc, start) if start < len(doc) and doc[letter + 1].text in ("-", "–") else start
    return Name(start, end, EntityType.REGION) if end > start else None


def _end_of_state(doc: Doc, start: int) -> int:
    """Where the state ends whose name starts here; ``start``: it is none."""
    ends = range(start + 1, min(start + 3, len(doc)) + 1)
    return next((end for end in ends if surface(doc, start, end) in _states()), start)


@cache
def _states() -> frozenset[str]:
    """The states of the United States, in full and in short: «New York», «N.Y.», «NY», «Mich»."""
    named = {territory.name for territory in get_territories() if not territory.is_country}
    return frozenset({*named, *by_postal_code(), *STATES_FOR_SHORT, *(state.rstrip(".") for state in STATES_FOR_SHORT)})


def _is_state_behind(doc: Doc, name: Name, letters: Container[int], towns: Container[int]) -> bool:
    """«(D-*MD*)», «Lexington, *VA*»: no doctor, no veterans; ``towns`` are where names of places end."""
    is_of_party = name.start - 2 in letters and doc[name.start - 1].text in ("-", "–")
    is_of_town = name.start - 1 in towns and doc[name.start - 1].text == ","
    is_postal = name.text(doc) in by_postal_code().keys() - {NORTH_EAST}
    return (is_of_party and name.text(doc) in _states()) or (is_of_town and is_postal)


def find_memberships(doc: Doc, names: Sequence[Name | Found]) -> Iterator[Membership]:
    """Whose party the text tells by a word beside the name, in order."""
    named = {i for name in names for i in range(name.start, name.end)}
    for name in names:
        if name.type is not EntityType.PERSON:
            continue
        for word in (
            _letter(doc, name),
            _in_title(doc, name, named),
            _before(doc, name, named),
            _before_comma(doc, name, named),
            _apposed(doc, name, named),
        ):
            if word is not None:
                yield word
                break


def _letter(doc: Doc, name: Name | Found) -> Membership | None:
    """«Graham (R-S.C.)», «Graham, R-S.C.», «Webb (D)»."""
    at = name.end + 1
    if at + 1 >= len(doc) or doc[name.end].text not in ("(", ","):
        return None
    party = _lexicon()[0].get(doc[at].text)
    follows = {"(": ("-", "–", "—", ")", ",", "/"), ",": ("-", "–")}[doc[name.end].text]
    if party is None or doc[at + 1].text not in follows or _begins_name(doc, at):
        return None
    return Membership((name.start, name.end), at, party, former=False)


def _begins_name(doc: Doc, at: int) -> bool:
    """«…, D-Link revealed»: no state, and no county in commas or brackets, behind the letter."""
    behind = doc[at + 2 : at + 4]
    if doc[at + 1].text != "-" or not len(behind):
        return False
    is_state = behind[0].text.endswith(".") or _end_of_state(doc, at + 2) > at + 2
    return not is_state and behind[-1].text not in (",", ")", ".", ";")


def _in_title(doc: Doc, name: Name | Found, named: set[int]) -> Membership | None:
    """«[Republican] Sen. Mike Lee», «former [Democratic] presidential nominee Al Gore»."""
    if name.title is None:
        return None
    start, end = name.title
    post = titles.post_before(doc, end)
    if post is None or surface(doc, post, end).lower() not in _lexicon()[2]:
        return None
    for token in doc[start:end]:
        party = _lexicon()[1].get(token.text)
        if party is not None and token.i not in named and not _joined(doc, token):
            return Membership((name.start, name.end), token.i, party, titles.is_past(surface(doc, start, token.i)))
    return None


def _before(doc: Doc, name: Name | Found, named: set[int]) -> Membership | None:
    """«[Republican] Ted Cruz», «[Democrat] Hillary Clinton»; «the Republican Barack Obama» is somebody like him."""
    token = doc[name.start - 1]
    if not name.start or (token.i and doc[token.i - 1].lower_ in ("a", "the")):
        return None
    party = _lexicon()[1].get(token.text)
    last = doc[name.end - 1]
    if party is None or token.i in named or token.head != last or _joined(doc, token) or name.end - name.start == 1:
        return None
    modifies = last.dep_ in ("compound", "nmod", "poss") and last.head.i > last.i
    return None if modifies else Membership((name.start, name.end), token.i, party, former=False)


def _before_comma(doc: Doc, name: Name | Found, named: set[int]) -> Membership | None:
    """«the [Republican] nominee, Donald Trump»."""
    end = name.start - 1
    if end < 1 or doc[end].text != "," or doc[name.end - 1].dep_ != "appos" or doc[name.end - 1].head.i != end - 1:
        return None
    post = titles.post_before(doc, end)
    if post is None or surface(doc, post, end).lower() not in _lexicon()[2]:
        return None
    past = titles.is_past(surface(doc, doc[end - 1].left_edge.i, end))
    for token in doc[end - 1].children:
        party = _lexicon()[1].get(token.text)
        if token.i < end - 1 and party is not None and token.i not in named and not _joined(doc, token):
            return Membership((name.start, name.end), token.i, party, past)
    return None


def _apposed(doc: Doc, name: Name | Found, named: set[int]) -> Membership | None:
    """«Mike Lee, a Utah [Republican]», «Mike Lee, a [Democrat] from Utah», «Mike Lee, Utah [Republican]»."""
    if name.end >= len(doc) or doc[name.end].text not in (",", "(", "--", "—", "-"):
        return None
    former = False
    for token in doc[name.end + 1 : name.end + 2 + LONGEST_APPOSITION]:
        party = _lexicon()[1].get(token.text)
        if party is not None and token.i not in named:
            held = _is_whole_apposition(doc, token) and token.head.i in range(name.start, name.end)
            return Membership((name.start, name.end), token.i, party, former) if held else None
        former = former or titles.is_past(token.text)
        if token.tag_ not in ("DT", "NNP", "JJ", "NN", "HYPH"):
            return None
    return None


def _is_whole_apposition(doc: Doc, token: Token) -> bool:
    """A noun that stands for the person, not «the Republican whip»."""
    if token.tag_ not in ("NN", "NNP") or token.dep_ not in ("appos", "conj", "npadvmod", "nmod"):
        return False
    return token.i + 1 >= len(doc) or doc[token.i + 1].text in (",", ".", ")", "and", "who", "from", "of", "--", "—")


def _joined(doc: Doc, token: Token) -> bool:
    """«non-[Republican]», «[Republican]-backed»."""
    return bool(doc[token.i - 1].text == "-" or (token.i + 1 < len(doc) and doc[token.i + 1].text == "-"))
