"""Names by which an article means something else, as what it says elsewhere tells: «withdrawing from *Paris*»."""

from __future__ import annotations

from spacy.tokens import Doc

from newsgraph.extract.surface import all_lower, whole_text

# Of an article that says one of these, the name means that.
IN_FULL = {
    "AP": ("Advanced Placement",),
    "Citizens United": (
        "Citizens United and", "Citizens United case", "Citizens United decision", "Citizens United era",
        "Citizens United ruling", "Citizens United v.", "down in Citizens United", "post-Citizens United",
        "decision in Citizens United", "overturn Citizens United", "overturning Citizens United",
        "decision known as Citizens United", "decision on Citizens United", "Citizens United, the Supreme Court",
        "Supreme Court's Citizens United", "Supreme Court’s Citizens United", "thanks to Citizens United",
    ),
    "Chevron": ("Chevron deference", "Chevron doctrine", "Chevron v."),
    "Clinton administration": (
        "a Clinton administration", "future Clinton administration", "hoped-for Clinton administration",
        "next Clinton administration", "possible Clinton administration", "potential Clinton administration",
        "prospective Hillary Clinton",
    ),
    "Dow": ("Dow Jones", "The Dow", "the Dow"),
    "Heller": ("Heller and McDonald", "Heller case", "Heller decision", "Heller ruling", "v. Heller"),
    "McDonald": ("Heller and McDonald", "McDonald v. City"),
    "Paris": ("Paris accord", "Paris Accord", "Paris agreement", "Paris Agreement", "Paris climate", "Paris deal"),
    "S&P": (
        "S&P closed", "S&P dropped", "S&P fell", "S&P gained", "S&P lost", "S&P rose", "S&P slid", "S&P slipped",
        "S&P/ASX", "S&P/Case-Shiller",
    ),
    "State of the Union": (
        "Watch State of the Union with", 'CNN\'s "State of the Union', "CNN’s “State of the Union",
        "Tapper's State of the Union", "Tapper’s State of the Union",
    ),
}  # fmt: skip
# «in *Paris*» is the city, whatever was signed there.
PARIS = "Paris"
STAYING = frozenset({"remain", "remaining", "stay", "staying"})
AT_A_PLACE = frozenset({"around", "in", "near", "of", "outside", "through", "to"})
COMMITTEES = frozenset({"DNC", "RNC"})
AT_A_CONVENTION = frozenset({"at", "during"})
ON_STAGE = frozenset(
    {
        "address", "addressed", "delegates", "keynote", "podium", "primetime", "remarks", "speak", "speaker",
        "speakers", "speaking", "speech", "speeches", "spoke", "stage",
    }
)  # fmt: skip
# «the *DNC*'s Tuesday agenda».
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "first", "second", "final", "opening"})


def is_meant_otherwise(doc: Doc, start: int, end: int, text: str) -> bool:
    """Whether the name, not the document's first word, is short for something else that the article speaks of."""
    if text in IN_FULL:
        return any(phrase in whole_text(doc) for phrase in IN_FULL[text]) and not _is_place(doc, start, text)
    return text in COMMITTEES and _is_convention(doc, start, end)


def _is_place(doc: Doc, start: int, text: str) -> bool:
    """«talks in *Paris*», but «whether to stay in *Paris*»."""
    stays, before = ["", "", *all_lower(doc)][start : start + 2]
    return text == PARIS and before in AT_A_PLACE and stays not in STAYING


def _is_convention(doc: Doc, start: int, end: int) -> bool:
    """«her speech at the *DNC*», no committee."""
    words = all_lower(doc)
    is_at = words[start - 1] == "the" and words[max(0, start - 2)] in AT_A_CONVENTION
    has_day = words[end : end + 1] in (["'s"], ["’s"]) and not DAYS.isdisjoint(words[end + 1 : end + 2])
    return has_day or (is_at and any(token.lower_ in ON_STAGE for token in doc[start].sent))
