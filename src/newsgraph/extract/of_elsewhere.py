"""Bodies and laws of one name that others have too: «Iran's *Navy*», «the state *Senate*», Indiana's own *RFRA*."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import POSSESSIVE
from newsgraph.extract.lexicons import country_names, demonym_countries, us_states
from newsgraph.extract.surface import all_words, surface, whole_text

# Every state has its own.
OF_STATES = frozenset(
    {
        "Capitol", "Department of Agriculture", "Department of Education", "Department of Justice",
        "Department of Labor", "Department of State", "Department of Transportation",
        "Freedom of Information Act", "House", "House of Representatives", "Senate", "Supreme Court",
    }
)  # fmt: skip
OF_SOME_STATE = "state "
CHAMBERS = ("Senate ", "House ")
# Of the federation, and of states that have passed their own: «Indiana's passage of its own *RFRA*».
LAWS_OF_STATES = frozenset({"Religious Freedom Restoration Act", "RFRA"})
CHAMBERS_ALONE = frozenset(
    {"Capitol", "House", "House Democrats", "House Republicans", "Senate", "Senate Democrats", "Senate Republicans"}
)
LEGISLATURES = frozenset({"Assembly", "House", "Legislature", "Senate", "lawmakers", "legislators", "legislature"})
OF_CONGRESS = ("Congress", "congressional", "Capitol Hill", "U.S. House", "U.S. Senate", "US House", "US Senate")
OF_LEGISLATURES = frozenset(
    {"capitol", "senator", "sen.", "representative", "rep.", "lawmakers", "legislators", "legislature", "senators"}
)
# Every country has its own.
OF_A_COUNTRY = frozenset(
    {
        "Air Force", "Army", "Cabinet", "Civil War", "Coast Guard", "Congress", "Constitution",
        "House of Representatives",
        "Joint Chiefs of Staff", "Justice Department", "Marines", "Marine Corps",
        "National Guard", "National Security Council", "Navy", "Security Council", "Senate", "Supreme Court",
        "Treasury",
    }
)  # fmt: skip
UNITED_STATES = "United States"


def is_of_elsewhere(doc: Doc, start: int, text: str) -> bool:
    """Whether the name that begins at the token, not the document's first, is that of a state or another country."""
    is_of_some_state = text.startswith(OF_SOME_STATE) or (
        doc[start - 1].lower_ == "state" and (text in OF_STATES or text.startswith(CHAMBERS))
    )
    return is_of_some_state or _is_of_a_state(text, doc[start]) or _is_of_another_country(doc, start, text)


def _is_of_a_state(text: str, first: Token) -> bool:
    """«State Senator Ana Lund, who chairs the *Senate Budget Committee*»."""
    if text in LAWS_OF_STATES:
        return any(word.text in us_states() for word in first.sent)
    is_chamber = text in OF_STATES or text.endswith("ommittee")
    is_in_sentence = is_chamber and any(
        left.lower_ == "state" and right.lower_ in OF_LEGISLATURES for left, right in pairwise(first.sent)
    )
    return is_in_sentence or (text in CHAMBERS_ALONE and _is_all_of_a_state(first.doc))


def _is_all_of_a_state(doc: Doc) -> bool:
    """Whether the article speaks of a state's chamber, and nowhere of Congress."""
    words = all_words(doc)
    of_state = any(
        word in LEGISLATURES and (words[i - 1] in us_states() or surface(doc, i - 2, i) in us_states())
        for i, word in enumerate(words)
        if i > 1
    )
    return of_state and not any(phrase in whole_text(doc) for phrase in OF_CONGRESS)


def _is_of_another_country(doc: Doc, start: int, text: str) -> bool:
    """«Iran's *Navy*», «the Brazilian *Congress*», «Ohio's *Capitol*»."""
    if text not in OF_A_COUNTRY and text not in OF_STATES:
        return False
    if surface(doc, max(0, start - 3), start) == "Office of the":
        start -= 3
    if doc[start - 1].lower_ in POSSESSIVE:
        owners = [surface(doc, first, start - 1) for first in range(max(0, start - 3), start - 1)]
        is_abroad = any(country_names().get(owner, UNITED_STATES) != UNITED_STATES for owner in owners)
        is_of_state = "state" in owners or not (us_states() | {"Georgia"}).isdisjoint(
            [*owners, *map(str.title, owners)]
        )
        return is_abroad or (text in OF_STATES and is_of_state)
    return demonym_countries().get(doc[start - 1].text, UNITED_STATES) != UNITED_STATES
