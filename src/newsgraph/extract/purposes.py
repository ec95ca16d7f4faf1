"""Bodies called after what they are for, of which the reader often sees one end."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsgraph.extract.candidates import NAME_TAGS
from newsgraph.extract.lexicons import country_names, us_states

TOWARDS = frozenset({"for", "against", "to"})
ARTICLES = frozenset({"a", "an", "the"})

CALLED_FOR = frozenset(
    {"Center", "Centre", "Centers", "Institute", "Council", "Coalition", "Society", "Alliance", "Court", "Tribunal"}
)
# «*Republicans* for Immigration Reform»: who is for it.
PARTISANS = frozenset(
    {
        "Americans", "Catholics", "Christians", "Citizens", "Conservatives", "Democrats", "Doctors", "Evangelicals",
        "Families", "Farmers", "Jews", "Latinos", "Lawyers", "Moms", "Mothers", "Muslims", "Parents", "Physicians",
        "Republicans", "Scientists", "Students", "Teachers", "Veterans", "Women", "Workers",
    }
)  # fmt: skip
# Bodies of a whole country or of the world, whose name goes on: «National Organization *for Victim Assistance*».
FIRST_WORDS = frozenset({"National", "American", "International", "Global"})
WHOLE_BODIES = frozenset({"Association", "Organization", "Federation", "Academy", "Conference", "League", "Union"})
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def with_purpose(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """«Unity & Security For *America*», «Center for *a New Accord*», «*Center for a* New Accord»."""
    return _from_body(doc, start), _to_purpose(doc, start, end)


def _from_body(doc: Doc, start: int) -> int:
    towards = start - 2 if start > 1 and doc[start - 1].lower_ in ARTICLES else start - 1
    if towards < 1 or doc[towards].text != "for":
        return start
    is_cause = doc[start].text not in country_names() and doc[start].text not in us_states()
    is_body = doc[towards - 1].text in CALLED_FOR or (is_cause and doc[towards - 1].text in PARTISANS)
    return towards - 1 if is_body else start


def _to_purpose(doc: Doc, start: int, end: int) -> int:
    behind = end
    is_whole = end - start == 2 and doc[start].text in FIRST_WORDS and doc[end - 1].text in WHOLE_BODIES | CALLED_FOR
    following = doc[end].text if end < len(doc) else ""
    if following in (("for", "of", "on") if is_whole else ("for",) if doc[end - 1].text in CALLED_FOR else ()):
        behind += 1
    elif doc[end - 1].lower_ not in TOWARDS:
        return end
    if behind < len(doc) and doc[behind].lower_ in ARTICLES:
        behind += 1
    while behind < len(doc) and _goes_on(doc[behind]):
        behind += 1
        joined = behind + 1 < len(doc) and doc[behind].lower_ in ("of", "and") and _goes_on(doc[behind + 1])
        end, behind = behind, behind + joined
    return end


def _goes_on(token: Token) -> bool:
    is_capital = token.tag_ in NAME_TAGS or (token.tag_ == "JJ" and token.text.istitle())
    return is_capital and token.text not in DAYS
