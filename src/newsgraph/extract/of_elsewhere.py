"""Bodies and laws of one name that others have too: «Iran's *Navy*», «the state *Senate*», Indiana's own *RFRA*."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import POSSESSIVE
from newsgraph.extract.lexicons import country_names, demonym_countries, us_states
from newsgraph.extract.surface import surface

# Every state has its own.
OF_STATES = frozenset(
    {
        "Capitol", "Department of Agriculture", "Department of Education", "Department of Labor",
        "Department of Transportation", "Freedom of Information Act", "House", "House of Representatives",
        "Senate", "Supreme Court",
    }
)  # fmt: skip
OF_SOME_STATE = "state "
CHAMBERS = ("Senate ", "House ")
# Of the federation, and of states that have passed their own: «Indiana's passage of its own *RFRA*».
LAWS_OF_STATES = frozenset({"Religious Freedom Restoration Act", "RFRA"})
OF_LEGISLATURES = frozenset(
    {"capitol", "senator", "sen.", "representative", "rep.", "lawmakers", "legislators", "legislature", "senators"}
)
# Every country has its own.
OF_A_COUNTRY = frozenset(
    {
        "Air Force", "Army", "Cabinet", "Coast Guard", "Congress", "Constitution", "House of Representatives",
        "Joint Chiefs of Staff", "Justice Department", "Marines", "Marine Corps",
        "National Guard", "National Security Council", "Navy", "Security Council", "Senate", "Supreme Court",
        "Treasury",
    }
)  # fmt: skip
UNITED_STATES = "United States"


def is_of_elsewhere(doc: Doc, start: int, text: str) -> bool:
    """Whether the name that begins at the token, not the document's first, is that of a state or another country."""
    is_of_some_state = text.startswith(OF_SOME_STATE) or (doc[start - 1].text == "state" and text in OF_STATES)
    return is_of_some_state or _is_of_a_state(text, doc[start]) or _is_of_another_country(doc, start, text)


def _is_of_a_state(text: str, first: Token) -> bool:
    """«State Senator Ana Lund, who chairs the *Senate Budget Committee*»."""
    if text in LAWS_OF_STATES:
        return any(word.text in us_states() for word in first.sent)
    is_chamber = text in OF_STATES or text.endswith("ommittee")
    return is_chamber and any(
        left.lower_ == "state" and right.lower_ in OF_LEGISLATURES for left, right in pairwise(first.sent)
    )


def _is_of_another_country(doc: Doc, start: int, text: str) -> bool:
    """«Iran's *Navy*», «the Brazilian *Congress*», «Ohio's *Capitol*»."""
    if text not in OF_A_COUNTRY and text not in OF_STATES:
        return False
    if doc[start - 1].lower_ in POSSESSIVE:
        owners = [surface(doc, first, start - 1) for first in range(max(0, start - 3), start - 1)]
        is_abroad = any(country_names().get(owner, UNITED_STATES) != UNITED_STATES for owner in owners)
        is_of_state = "state" in owners or not us_states().isdisjoint([*owners, *map(str.title, owners)])
        return is_abroad or (text in OF_STATES and is_of_state)
    return demonym_countries().get(doc[start - 1].text, UNITED_STATES) != UNITED_STATES
