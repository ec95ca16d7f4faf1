"""Where somebody was mentioned first, in each outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from newsgraph.answers.lookup import facts
from newsgraph.graph.anchors import local_id
from newsgraph.graph.card import OF_ARTICLE, Place, place_of
from newsgraph.graph.find import find_entity
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, NIF

_ARTICLES = f"""
SELECT ?article ?headline ?outlet ?date $name {{
    ?article schema:mentions $name ; schema:datePublished ?day .{OF_ARTICLE}
}} ORDER BY ?date ?article"""
# So far around a mention its sentence is looked for, in code points.
REACH = 300
_BREAK = re.compile(r"[.!?]['”’\")]*\s+(?=[A-Z“\"‘'])|\n")


@dataclass(frozen=True, slots=True)
class FirstMention:
    """The first article of an outlet that mentions an entity: the words, their code points, and the sentence."""

    surface: str
    article: str
    begin: int
    end: int
    sentence: str
    place: Place


def find_first_mentions(store: GraphStore, name: str, texts: Mapping[str, str]) -> list[FirstMention]:
    """The first mention in each outlet, by name where there is one, the earliest first.

    Articles without a day do not count. ``texts`` gives the text of an article by its id.

    Raises:
        NotFoundError: when the name means no entity, or several.
    """
    entity = NamedNode(find_entity(store, name))
    first: dict[str, dict[str, str]] = {}
    for row in rows_of(store.query(_ARTICLES, substitutions={"name": entity})):
        first.setdefault(row.get("outlet", ""), row)
    found = []
    for row in first.values():
        text = texts[local_id(row["article"])]
        begin, end = _first_place(store, entity, NamedNode(row["article"]))
        sentence = sentence_around(text, begin, end)
        found.append(FirstMention(text[begin:end], row["article"], begin, end, sentence, place_of(row)))
    return found


def _first_place(store: GraphStore, entity: NamedNode, article: NamedNode) -> tuple[int, int]:
    """Where an article names it first; where it does not name it, where it first speaks of it."""
    places = []
    for mention in facts(store, predicate=NG.refersTo, value=entity, graph=article):
        values = {fact.predicate: fact.value for fact in facts(store, mention.subject, graph=article)}
        span = int(values[NIF.beginIndex]), int(values[NIF.endIndex])
        places.append((values[NG.form] != NG.Name.value, *span))
    return min(places)[1:]


def sentence_around(text: str, begin: int, end: int) -> str:
    """The sentence that holds a span, on one line; cut where it reaches too far."""
    start = max(0, begin - REACH)
    # one more than before the mention: its first letter tells where a sentence begins
    before = [found.end() for found in _BREAK.finditer(text, start, begin + 1) if found.end() <= begin]
    after = _BREAK.search(text, end, min(len(text), end + REACH))
    stop = min(len(text), end + REACH) if after is None else after.start() + 1
    return " ".join(text[before[-1] if before else start : stop].split())
