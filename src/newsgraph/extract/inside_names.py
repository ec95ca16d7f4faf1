"""Names that the reader saw inside longer ones: «University of *Toronto*», «*Roe* v. Wade»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.extract.candidates import NAME_TAGS, Name
from newsgraph.model import EntityType

# «… of» before a name, and what the whole then is.
OF_NAMES = {
    **dict.fromkeys(("University", "College", "Institute", "Museum"), EntityType.ORGANIZATION),
    **dict.fromkeys(("Diocese", "Archdiocese"), EntityType.ORGANIZATION),
    **dict.fromkeys(("Battle", "Siege"), EntityType.EVENT),
    **dict.fromkeys(("Gulf", "Strait", "Bay", "Isle"), EntityType.PLACE),
}
PARTNERS = frozenset({"LLP", "L.L.P.", "LLC", "L.L.C.", "PLLC", "P.C.", "LP", "Inc.", "Inc", "Ltd.", "Ltd"})
# So many words may stand between a name and the legal form: «Boies Schiller Flexner L.L.P.».
MOST_PARTNERS = 4
VERSUS = frozenset({"v.", "v"})


def with_longer(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, those that are part of a longer one given way to it; in order, as they came."""
    starting = {name.start: name for name in names}
    taken = {i for name in names for i in range(name.start, name.end)}
    taken -= {name.start for name in names if name.end - name.start == 1 and name.text(doc) in OF_NAMES}
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue  # taken in by the longer name before it
        longer = (
            _unfinished(doc, name) or _case(doc, name, starting) or _of(doc, name, taken) or _partners(doc, name, taken)
        )
        if longer is not None and found and found[-1].start == longer.start:
            found.pop()  # the «Gulf» of the Gulf of Aden
        found.append(longer or name)
    return found


def _unfinished(doc: Doc, name: Name) -> Name | None:
    """«U.S. Office of» the Special Counsel."""
    if doc[name.end - 1].lower_ != "of" or name.end - name.start == 1:
        return None
    end = first = name.end + (name.end < len(doc) and doc[name.end].lower_ == "the")
    while end < len(doc) and doc[end].tag_ in NAME_TAGS:
        end += 1
    return replace(name, end=end if end > first else name.end - 1)


def _case(doc: Doc, name: Name, starting: dict[int, Name]) -> Name | None:
    if name.end + 1 >= len(doc) or doc[name.end].text not in VERSUS:
        return None
    other = starting.get(name.end + 1)
    return None if other is None else Name(name.start, other.end, EntityType.LAW)


def _of(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    start = name.start - 2
    if start < 0 or doc[start + 1].text != "of" or start in taken or doc[start].text not in OF_NAMES:
        return None
    return Name(start, name.end, OF_NAMES[doc[start].text])


def _partners(doc: Doc, name: Name, taken: set[int]) -> Name | None:
    """The firm that begins with a person's name."""
    if name.type is not EntityType.PERSON:
        return None
    if doc[name.end - 1].text in PARTNERS:
        return Name(name.start, name.end, EntityType.COMPANY)
    for end in range(name.end, min(len(doc), name.end + MOST_PARTNERS)):
        if doc[end].text in PARTNERS:
            return Name(name.start, end + 1, EntityType.COMPANY)
        if end in taken or not (doc[end].tag_ in NAME_TAGS or doc[end].text in ("&", ",")):
            return None
    return None
