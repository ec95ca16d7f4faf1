"""A part of the network as one HTML file, for sharing: the explorer with all that it can be asked, without a server."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import networkx as nx

from newsgraph.errors import ExportError
from newsgraph.export.contract import Written
from newsgraph.graph.anchors import local_id
from newsgraph.graph.selection import Selection, select_network
from newsgraph.graph.store import GraphStore
from newsgraph.model import EntityType
from newsgraph.views.atlas import Atlas
from newsgraph.views.desk import Desk
from newsgraph.views.evidence import Quoting, read_evidence, read_page
from newsgraph.views.files import read_files
from newsgraph.views.picture import Picture, draw_map
from newsgraph.views.portrait import read_portrait
from newsgraph.views.register import describe

# More than a browser can hold at ease, with all their sentences.
MOST_ENTITIES = 2_000


def export_html(store: GraphStore, out: Path, selection: Selection) -> Written:
    """Writes what is selected as a page that stands alone; of the articles it holds only the sentences of claims.

    Raises:
        ExportError: when the explorer is not in this installation, or too much is selected.
    """
    files = read_files()
    if "/app.js" not in files:
        raise ExportError("the explorer is not in this installation: install newsgraph where npm is, or from a wheel")
    network = select_network(store, selection)
    if len(network) > MOST_ENTITIES:
        raise ExportError(
            f"{len(network)} entities are too many for one page, which holds {MOST_ENTITIES}: "
            "choose some by --type, --standing, --since, --until or --min-reports"
        )
    atlas = _part(Desk(store, {}).atlas, network)
    picture = draw_map(atlas, len(network))
    answers = dict(_answers(store, atlas, picture))
    out.write_text(_page(files, answers), encoding="utf-8")
    return Written(nodes=network.number_of_nodes(), edges=network.number_of_edges())


def _part(whole: Atlas, network: nx.MultiDiGraph) -> Atlas:
    """The atlas of a part of the network: its entities, with what it has of each tie, and their posts."""
    ties = {(frozenset(ends), predicate) for *ends, predicate in network.edges(data="predicate")}
    kept = [
        number for number, node in enumerate(whole.nodes) if node.iri in network or node.type == EntityType.POSITION
    ]
    place = {number: at for at, number in enumerate(kept)}
    edges = []
    for edge in whole.edges:
        if edge.one in place and edge.other in place:
            ends = frozenset((whole.nodes[edge.one].iri, whole.nodes[edge.other].iri))
            told = tuple(each for each in edge.told if each.name == "holdsPosition" or (ends, each.name) in ties)
            if told:
                edges.append(msgspec.structs.replace(edge, one=place[edge.one], other=place[edge.other], told=told))
    return msgspec.structs.replace(whole, nodes=[whole.nodes[number] for number in kept], edges=edges)


def _answers(store: GraphStore, atlas: Atlas, picture: Picture) -> Iterator[tuple[str, Any]]:
    """The answers to all that the page can ask, by the names under which it looks for them."""
    yield "corpus", describe(store.base, atlas)
    yield "map", picture
    quoting = Quoting(store, None)
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for line in picture.lines:
        one, other = sorted((picture.shapes[line.one].iri, picture.shapes[line.other].iri))
        found = read_evidence(store, quoting, [told.iri for told in line.told])
        for quoted in chain.from_iterable(evidence.claims for evidence in found):
            claims[quoted.claim.article].add(quoted.claim.iri)
        yield f"between one={one} other={other}", found
    for shape in picture.shapes:
        yield f"entity entity={shape.iri}", read_portrait(store, atlas, atlas.number_of[shape.iri])
    for article in sorted(claims):
        page = read_page(store, {local_id(article): ""}, article)
        shown = tuple(claim for claim in page.claims if claim.iri in claims[article])
        yield f"article article={article}", replace(page, marks=(), claims=shown, copies=())


def _page(files: dict[str, tuple[str, bytes]], answers: dict[str, Any]) -> str:
    style = files["/style.css"][1].decode()
    script = files["/app.js"][1].decode().replace("</script", "<\\/script")
    # a text in the answers must not end the element that they stand in
    data = msgspec.json.encode(answers).decode().replace("<", "\\u003c")
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>newsgraph</title>\n'
        f"<style>{style}</style>\n<body>\n"
        f'<script type="application/json" id="answers">{data}</script>\n<script>{script}</script>\n</body>\n</html>\n'
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
