"""Bodies that go by a person's name: «the Trump campaign», «the Clinton Foundation»."""

from __future__ import annotations

from spacy.tokens import Doc

from newsgraph.extract import titles
from newsgraph.extract.candidates import NAME_TAGS, Name, type_by_last_word
from newsgraph.extract.lexicons import read_toml
from newsgraph.extract.surface import surface
from newsgraph.model import EntityType

COMPANIONS = frozenset(
    {
        "supporters", "supporter", "aides", "advisers", "allies", "lawyers", "associates", "relatives", "surrogates",
    }
)  # fmt: skip


def body_or_name(doc: Doc, name: Name) -> Name | None:
    """«Trump campaign» is a body; «the Trump panel» names no person; «Trump adviser» does."""
    if name.end >= len(doc):
        return name
    if name.type is not EntityType.PERSON:
        return (_listed_body(doc, name) if name.type is EntityType.ORGANIZATION else None) or name
    return _of_person(doc, name)


def _of_person(doc: Doc, name: Name) -> Name | None:
    last, following = doc[name.end - 1], doc[name.end]
    if (
        (following.tag_ == "HYPH" or following.text == "–")
        and name.end + 1 < len(doc)
        and not doc[name.end].whitespace_
        and not last.whitespace_
    ):
        return None  # «Trump-era», «Clinton-backed», «Manchin–Toomey»
    modifies = last.dep_ in ("compound", "nmod", "amod") and last.head.i >= name.end and last.head.sent == last.sent
    if not modifies and not (following.tag_ in ("NN", "NNS") and following.dep_ in ("compound", "nmod")):
        return name
    if following.tag_ == "CC" and last.head.tag_ == "NNP" and last.head.text not in type_by_last_word():
        return name  # «Trump and Angela Merkel» misread; not «the Trump and Clinton campaigns»
    if titles.is_honorific(following.text) or _leads_to_person(doc, name):
        return name
    body = _body(doc, name)
    if body is not None or (following.tag_ in ("NN", "NNS", "JJ") and name.end - name.start == 1):
        return body
    return name  # what else seems to follow is the parser's guess: «Petr Korda (Spain)», «S. Waugh b Fleming»


def _leads_to_person(doc: Doc, name: Name) -> bool:
    """«Trump son-in-law Jared Kushner», «Clinton spokesman»: the name is still the person."""
    i = name.end
    sent_end = doc[name.start].sent.end
    while i < sent_end and i < name.end + 4:
        if titles.post_before(doc, i + 1) is not None or doc[i].lower_ in COMPANIONS:
            return True
        if doc[i].tag_ not in ("NN", "NNP", "JJ", "HYPH"):
            return False
        i += 1
    return False


def _listed_body(doc: Doc, name: Name) -> Name | None:
    """«the Trump *campaign*»."""
    bodies = read_toml("titles.toml")["bodies"]
    for type_, words in bodies.items():
        for word in sorted(words, key=len, reverse=True):
            end = name.end + len(word.split())
            if surface(doc, name.end, end).lower() == word.lower():
                # «the Trump campaign chairman» speaks of the campaign; «the Trump campaign bus» of a bus
                return Name(name.start, end, EntityType(type_))
    return None


def _body(doc: Doc, name: Name) -> Name | None:
    listed = _listed_body(doc, name)
    if listed is not None:
        return listed
    if doc[name.end].tag_ in NAME_TAGS:
        end = name.end
        while end < len(doc) and doc[end].tag_ in NAME_TAGS and doc[end - 1].head.i >= end:
            end += 1
        if doc[end - 1].text in type_by_last_word():
            return Name(name.start, end, type_by_last_word()[doc[end - 1].text])
    return None
