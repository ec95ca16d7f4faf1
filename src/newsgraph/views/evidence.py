"""What ties two entities, with every claim of it in its place; and an article with all that was found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from newsgraph.answers.claims import Claim, ClaimReader
from newsgraph.answers.lookup import facts, value_of
from newsgraph.answers.told import Told, read_told
from newsgraph.errors import NotFoundError
from newsgraph.graph.anchors import local_id
from newsgraph.graph.card import Place
from newsgraph.graph.store import GraphStore
from newsgraph.graph.vocabulary import NG, SCHEMA, SKOS
from newsgraph.views.atlas import Atlas

# So far around a sentence its article is shown, in code points.
REACH = 220
# So many statements and events of a pair are shown, those in the most independent reports.
MOST_TOLD = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim in its place: the text before and after it, the story that it is a copy of, and whether it denies."""

    claim: Claim
    before: str
    after: str
    origin: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement or event with its claims, by their days."""

    told: Told
    claims: tuple[Quoted, ...]


class Quoting:
    """Claims shown in their places; ``texts`` gives the text of an article by its id, ``None``: nothing is around."""

    def __init__(self, store: GraphStore, texts: Mapping[str, str] | None) -> None:
        self._store, self._texts, self._reader = store, texts, ClaimReader(store)

    def evidence(self, told: Told) -> Evidence:
        """All that is claimed of a statement or event."""
        return Evidence(told, tuple(self.quoted(claim, denies=denies) for claim, denies in self._reader.of(told.iri)))

    def quoted(self, claim: Claim, *, denies: bool) -> Quoted:
        """One claim with what stands around it."""
        text = "" if self._texts is None else self._texts[local_id(claim.article)]
        before, after = text[max(0, claim.begin - REACH) : claim.begin], text[claim.end : claim.end + REACH]
        origin = value_of(self._store, NamedNode(claim.article), NG.originGroup)
        return Quoted(claim, before.rpartition("\n")[2], after.partition("\n")[0], origin, denies)


def evidence_between(
    store: GraphStore, texts: Mapping[str, str], atlas: Atlas, one: int, other: int
) -> tuple[Evidence, ...]:
    """What is told between two entities, which are given by their numbers, the best reported first."""
    edges = [edge for edge in atlas.ties_of.get(one, ()) if other in (edge.one, edge.other)]
    return read_evidence(store, Quoting(store, texts), [told.iri for edge in edges for told in edge.told][:MOST_TOLD])


def read_evidence(store: GraphStore, quoting: Quoting, iris: Sequence[str]) -> tuple[Evidence, ...]:
    """The statements and events of these IRIs with their claims."""
    return tuple(quoting.evidence(told) for told in read_told(store, iris).values())


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: its code points, and whom it refers to."""

    begin: int
    end: int
    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that tells the same story in the same words."""

    article: str
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its mentions and claims in the order of its text, and its copies."""

    iri: str
    place: Place
    url: str
    text: str
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]


def read_page(store: GraphStore, texts: Mapping[str, str], iri: str) -> Page:
    """An article by its IRI.

    Raises:
        NotFoundError: when there is none.
    """
    article = NamedNode(iri)
    if local_id(iri) not in texts or not value_of(store, article, NG.originGroup):
        raise NotFoundError(f"{iri}: no article has this IRI")
    reader = ClaimReader(store)
    return Page(
        iri=iri,
        place=reader.place(iri),
        url=value_of(store, article, SCHEMA.url),
        text=texts[local_id(iri)],
        marks=tuple(sorted(_marks(store, article), key=lambda mark: (mark.begin, -mark.end, mark.iri))),
        claims=tuple(reader.within(iri)),
        copies=tuple(_copies(store, reader, article)),
    )


def _marks(store: GraphStore, article: NamedNode) -> list[Mark]:
    found = []
    for fact in facts(store, predicate=NG.refersTo, graph=article):
        # «…#char=12,17»
        begin, end = map(int, fact.subject.value.rpartition("=")[2].split(","))
        found.append(Mark(begin, end, fact.value, value_of(store, NamedNode(fact.value), SKOS.prefLabel)))
    return found


def _copies(store: GraphStore, reader: ClaimReader, article: NamedNode) -> list[Copy]:
    origin = NamedNode(value_of(store, article, NG.originGroup))
    others = {fact.subject.value for fact in facts(store, predicate=NG.originGroup, value=origin)} - {article.value}
    copies = [Copy(iri, reader.place(iri)) for iri in others]
    return sorted(copies, key=lambda copy: (copy.place.date, copy.article))
