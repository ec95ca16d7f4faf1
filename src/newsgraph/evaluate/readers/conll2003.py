"""CoNLL-2003 columns (Tjong Kim Sang and De Meulder 2003): a token a line, the IOB1 tag last; a line a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldMention
from newsgraph.evaluate.readers.detokenize import RunningText

Row = tuple[str, str]


def read_conll2003(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file; each sentence becomes a paragraph."""
    for number, sentences in enumerate(_articles(path)):
        running = RunningText()
        tags: list[str] = []
        for sentence in sentences:
            running.add_break("\n\n")
            running.add_sentence([token for token, _ in sentence])
            tags.extend(tag for _, tag in sentence)
            tags[-len(sentence)] = tags[-len(sentence)].replace("I-", "B-")
        yield GoldArticle(id=f"{path.name}-{number}", text=running.text, mentions=tuple(_mentions(running.spans, tags)))


def _articles(path: Path) -> Iterator[list[list[Row]]]:
    article: list[list[Row]] = []
    sentence: list[Row] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.split()
            if columns and columns[0] != "-DOCSTART-":
                sentence.append((columns[0], columns[-1]))
                continue
            if sentence:
                article.append(sentence)
                sentence = []
            if columns and article:
                yield article
                article = []
    if sentence:
        article.append(sentence)
    if article:
        yield article


def _mentions(spans: list[tuple[int, int]], tags: list[str]) -> Iterator[GoldMention]:
    """IOB1: a name begins where the type changes, or with «B-»."""
    start: int | None = None
    kind = ""
    for number, tag in enumerate([*tags, "O"]):
        goes_on = start is not None and tag == f"I-{kind}"
        if start is not None and not goes_on:
            yield GoldMention(start, spans[number - 1][1], type=kind, form="name")
            start = None
        if tag != "O" and not goes_on:
            start, kind = spans[number][0], tag[2:]
