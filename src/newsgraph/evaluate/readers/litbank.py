"""LitBank (Bamman et al. 2020) coreference in CoNLL-2012 columns: fiction, with things mentioned once too."""

from __future__ import annotations

from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldEntity, GoldMention
from newsgraph.evaluate.readers.coref_brackets import read_brackets
from newsgraph.evaluate.readers.detokenize import RunningText

TOKEN = 3  # the column of the word


def read_litbank(path: Path) -> GoldArticle:
    """The passage of a file, all of it one paragraph."""
    running = RunningText()
    sentence: list[str] = []
    cells: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) > TOKEN:
            sentence.append(columns[TOKEN])
            cells.append(columns[-1])
        elif sentence:
            running.add_break(" ")
            running.add_sentence(sentence)
            sentence = []
    mentions = [
        GoldMention(running.spans[first][0], running.spans[last][1], entity=f"{path.stem}-{name}")
        for name, first, last in read_brackets(cells)
    ]
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    entities = {mention.entity: GoldEntity() for mention in ordered if mention.entity}
    return GoldArticle(path.stem, running.text, mentions=ordered, entities=entities)
