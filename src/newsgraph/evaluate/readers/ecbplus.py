"""ECB+ (Cybulska and Vossen 2014): events and participants with chains across the documents of a topic."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldEvent, GoldMention
from newsgraph.evaluate.readers.detokenize import RunningText

DEV_TOPICS = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
EVENTS = ("ACTION", "NEG_ACTION")
REVIEWED = "ECBplus_coreference_sentences.csv"


def read_ecbplus(folder: Path, topics: Collection[str] = DEV_TOPICS) -> Iterator[GoldArticle]:
    """The articles of some topics; what lies outside the reviewed sentences counts as not annotated.

    ``topic`` is «1-ecb» or «1-ecbplus»: the two halves of a topic tell of different events of one kind, and identity
    is decided within the topic («1»).
    """
    reviewed = _reviewed(folder / REVIEWED)
    for topic in sorted(topics, key=int):
        for path in sorted((folder / "ECB+" / topic).glob("*.xml")):
            sentences = reviewed.get(path.stem)
            if sentences:
                yield _article(path, topic, sentences)


def _reviewed(path: Path) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            found[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return found


def _article(path: Path, topic: str, reviewed: set[int]) -> GoldArticle:
    root = etree.parse(str(path)).getroot()
    sentences: dict[int, list[etree._Element]] = defaultdict(list)
    for token in root.iter("token"):
        sentences[int(token.get("sentence"))].append(token)
    running = RunningText()
    spans: dict[str, tuple[int, int]] = {}
    annotated = []
    for number, tokens in sorted(sentences.items()):
        running.add_break()
        first = len(running.spans)
        running.add_sentence([token.text or "" for token in tokens])
        spans.update(zip((token.get("t_id") for token in tokens), running.spans[first:], strict=True))
        if number in reviewed:
            annotated.append((running.spans[first][0], running.spans[-1][1]))
    mentions, events, entities = [], [], {}
    chains = _chains(root, path.stem)
    for markable in root.find("Markables"):
        anchors = [spans[anchor.get("t_id")] for anchor in markable.iter("token_anchor")]
        if not anchors:
            continue
        start, end = min(s for s, _ in anchors), max(e for _, e in anchors)
        entity = chains.get(markable.get("m_id"), f"{path.stem}-{markable.get('m_id')}")
        entities[entity] = GoldEntity(type=markable.tag)
        if markable.tag.startswith(EVENTS):
            events.append(GoldEvent(start, end, type=markable.tag, entity=entity))
        else:
            mentions.append(GoldMention(start, end, type=markable.tag, entity=entity))
    return GoldArticle(
        id=path.stem,
        text=running.text,
        topic=topic,
        mentions=tuple(mentions),
        events=tuple(events),
        entities=entities,
        annotated=tuple(annotated),
    )


def _chains(root: etree._Element, stem: str) -> dict[str, str]:
    """Mention -> chain; chains across documents share the ``note`` of their relations."""
    chains = {}
    for relation in root.find("Relations"):
        name = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else f"{stem}-{relation.get('r_id')}"
        for source in relation.iter("source"):
            chains[source.get("m_id")] = name
    return chains
