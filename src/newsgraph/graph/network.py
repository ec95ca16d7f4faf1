"""The network of entities: who is tied to whom, as a NetworkX graph.

Nodes are entities, keyed by their IRI:

==============  =========  ================================================================================
``label``       str        the name that is shown
``type``        str        the most specific kind: «Person», «NewsOutlet»
``aliases``     list[str]  its other names
``mentions``    int        how many mentions refer to it
``articles``    int        how many articles mention it
``positions``   list[str]  the posts that it is said to hold now; persons only
==============  =========  ================================================================================

Edges are statements, keyed by their IRI (``kind`` "extracted"), pairs of participants in events, keyed by type
and pair (``kind`` "derived"), and on request pairs that the same articles name (``kind`` "co-occurring"):

==============  =========  ================================================================================
``predicate``   str        the relation, «relativeOf», the event type, «Meeting», or «mentionedWith»
``label``       str        the same for a reader: «relative of», «meeting»
``kind``        str        «extracted», «derived» or «co-occurring»
``symmetric``   bool       whether the direction of the edge says nothing
``weight``      int        in how many independent reports
``origins``     int        the same
``articles``    int        in how many articles
``confidence``  float      from 0 to 1, how sure we are that it is said
``standing``    str        «Accepted», «Contested», «Denied», «Reported» or «Alleged»
``former``      bool       whether it is said to be past
``first``       str        day of the first report, ISO; absent when no report is dated
``last``        str        day of the last report, ISO; absent when no report is dated
``evidence``    str        the sentence that shows it best
==============  =========  ================================================================================

Co-occurring edges claim nothing: they have no ``confidence``, ``standing``, ``former`` and ``evidence``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from newsgraph.graph.event_types import EVENT_TYPES
from newsgraph.graph.participants import Pair, participant_pairs
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.together import Together, named_together
from newsgraph.graph.vocabulary import NG, NGR

MENTIONED_WITH = "mentionedWith"

_ENTITIES = """
SELECT ?entity ?label ?class ?mentions ?articles {
    ?entity skos:prefLabel ?label ; a ?class ; ng:mentionCount ?mentions ; ng:articleCount ?articles
}"""
_TIED = _ENTITIES.replace("{", "{ { SELECT DISTINCT ?entity { ?about ng:involves ?entity } }", 1)

_ALIASES = "SELECT ?entity ?alias { ?entity skos:altLabel ?alias } ORDER BY ?alias"

_STATEMENTS = """
SELECT ?statement ?subject ?predicate ?object ?standing ?confidence ?articles ?origins ?former
       ?evidence ?first ?last {
    ?statement a ng:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
        ng:standing ?standing ; ng:confidence ?confidence ; ng:articleCount ?articles ;
        ng:originCount ?origins ; ng:former ?former ; ng:evidence ?evidence
    OPTIONAL { ?statement ng:firstReported ?first ; ng:lastReported ?last }
}"""


# half of all statements say who holds which post, and are no ties unless posts are wanted
_TIES = _STATEMENTS.replace("OPTIONAL", "FILTER(?predicate != ngr:holdsPosition)\n    OPTIONAL", 1)

_POSTS = """
SELECT DISTINCT ?person ?post {
    ?statement rdf:predicate ngr:holdsPosition ; ng:former false ; ng:standing ?standing ;
        rdf:subject ?person ; rdf:object/skos:prefLabel ?post
    FILTER(?standing IN (ng:Accepted, ng:Reported))
}"""


@dataclass(slots=True)
class _Node:
    label: str
    type: str
    mentions: int
    articles: int
    aliases: list[str]
    positions: list[str]


def network(
    store: GraphStore,
    *,
    derived: bool = True,
    positions: bool = False,
    anonymous: bool = False,
    isolated: bool = False,
    cooccurrence: bool = False,
) -> nx.MultiDiGraph:
    """The network of entities, with the attributes that this module's docstring lists.

    Args:
        store: the graph.
        derived: also tie those who took part in an event together: who met, accused, sued whom.
        positions: also make posts («deputy minister») nodes.
        anonymous: also make sources without a name («officials») nodes.
        isolated: also keep entities that nothing is tied to.
        cooccurrence: also tie persons, organisations and places that two or more independent stories name together.
    """
    nodes = _nodes(store, _ENTITIES if isolated or cooccurrence else _TIED)
    left_out = {"Position"} if not positions else set()
    left_out |= {"AnonymousSource"} if not anonymous else set()
    kept = {iri for iri, node in nodes.items() if node.type not in left_out}
    edges = list(_statement_edges(store, _STATEMENTS if positions else _TIES))
    if derived:
        edges += [_pair_edge(pair) for pair in participant_pairs(store)]
    if cooccurrence:
        edges += [_together_edge(pair) for pair in named_together(store)]
    edges = [edge for edge in edges if edge[0] in kept and edge[1] in kept]
    tied = {end for edge in edges for end in edge[:2]}
    graph = nx.MultiDiGraph()
    for iri in sorted(kept if isolated else tied):
        node = nodes[iri]
        attributes: dict[str, object] = {"label": node.label, "type": node.type, "aliases": node.aliases}
        attributes |= {"mentions": node.mentions, "articles": node.articles, "positions": node.positions}
        graph.add_node(iri, **attributes)
    for source, target, key, values in sorted(edges, key=lambda edge: edge[:3]):
        graph.add_edge(source, target, key=key, **values)
    return graph


def collapsed(network: nx.MultiDiGraph) -> nx.Graph:
    """The network with one undirected edge a pair, in place of all parallel ones.

    ==================  =========  ==========================================================================
    ``weight``          int        in how many independent reports all ties of the pair together
    ``predicates``      list[str]  what ties the pair, the best reported first
    ``label``           str        the best reported tie, for a reader
    ``best_weight``     int        in how many independent reports that stands
    ``source target``   str        its ends, in its direction
    ``evidence``        str        the sentence that shows it best
    ==================  =========  ==========================================================================
    """
    simple = nx.Graph()
    simple.add_nodes_from(network.nodes(data=True))
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: (-edge[3]["weight"], *edge[:3]))
    for source, target, _, values in edges:
        if simple.has_edge(source, target):
            tie = simple.edges[source, target]
            tie["weight"] += values["weight"]
            tie["predicates"].append(values["predicate"])
        else:
            simple.add_edge(
                source,
                target,
                weight=values["weight"],
                predicates=[values["predicate"]],
                label=values["label"],
                best_weight=values["weight"],
                source=source,
                target=target,
                evidence=values.get("evidence", ""),
            )
    return simple


Edge = tuple[str, str, str, dict[str, object]]


def _nodes(store: GraphStore, query: str) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    for row in rows_of(store.query(query)):
        narrow = row["class"].startswith(NG.iri)
        kind = row["class"].removeprefix(NG.iri).rsplit("/", 1)[-1]
        if row["entity"] not in nodes:
            nodes[row["entity"]] = _Node(row["label"], kind, int(row["mentions"]), int(row["articles"]), [], [])
        elif narrow:
            nodes[row["entity"]].type = kind
    for row in rows_of(store.query(_ALIASES)):
        if row["entity"] in nodes:
            nodes[row["entity"]].aliases.append(row["alias"])
    for person, post in sorted((row["person"], row["post"]) for row in rows_of(store.query(_POSTS))):
        if person in nodes:
            nodes[person].positions.append(post)
    return nodes


def _statement_edges(store: GraphStore, query: str) -> Iterator[Edge]:
    for row in rows_of(store.query(query)):
        name = row["predicate"].removeprefix(NGR.iri)
        attributes: dict[str, object] = {
            "predicate": name,
            "label": RELATIONS[name].label,
            "kind": "extracted",
            "symmetric": RELATIONS[name].symmetric,
            "weight": int(row["origins"]),
            "origins": int(row["origins"]),
            "articles": int(row["articles"]),
            "confidence": float(row["confidence"]),
            "standing": row["standing"].removeprefix(NG.iri),
            "former": row["former"] == "true",
            "evidence": row["evidence"],
        }
        attributes |= {day: row[day] for day in ("first", "last") if day in row}
        yield row["subject"], row["object"], row["statement"], attributes


def _pair_edge(pair: Pair) -> Edge:
    attributes: dict[str, object] = {
        "predicate": pair.type,
        "label": EVENT_TYPES[pair.type],
        "kind": "derived",
        "symmetric": pair.symmetric,
        "weight": len(pair.origins),
        "origins": len(pair.origins),
        "articles": len(pair.articles),
        "confidence": pair.confidence,
        "standing": pair.standing.value,
        "former": False,
        "evidence": pair.evidence,
    }
    if pair.days:
        attributes |= {"first": min(pair.days), "last": max(pair.days)}
    return pair.source, pair.target, pair.key, attributes


def _together_edge(pair: Together) -> Edge:
    attributes: dict[str, object] = {
        "predicate": MENTIONED_WITH,
        "label": "mentioned with",
        "kind": "co-occurring",
        "symmetric": True,
        "weight": pair.stories,
        "origins": pair.stories,
        "articles": pair.articles,
    }
    if pair.first:
        attributes |= {"first": pair.first, "last": pair.last}
    return pair.source, pair.target, f"{MENTIONED_WITH} {pair.source} {pair.target}", attributes
