"""``review``: the pairs in doubt, at a terminal or in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import click

from newsgraph import identity
from newsgraph.cli.identity import decide, decision_options
from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.cli.words import counted
from newsgraph.graph.doubts import Pair, read_doubts, read_sentences
from newsgraph.graph.store import GraphStore
from newsgraph.identity import Author
from newsgraph.model import Decision
from newsgraph.workspace import ArticleTexts, Workspace

COLUMNS = (
    "decision", "left", "right", "left_articles", "right_articles", "likely", "why",
    "left_sentence", "right_sentence", "left_iri", "right_iri",
)  # fmt: skip
ANSWERS = {"s": "same", "d": "different", "n": "skip", "q": "quit"}


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="The most pairs to show.")
@click.option(
    "--csv",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the pairs to a spreadsheet, with a column «decision» to fill in: same, different, or nothing.",
)
@click.option(
    "--read",
    "source",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the decisions from such a spreadsheet.",
)
@decision_options
@click.pass_obj
def review(
    settings: Settings, limit: int, out: Path | None, source: Path | None, by: str, reason: str, *, yes: bool
) -> None:
    """Decide about pairs of entities that may be one, those first on which most hangs."""
    store, author = open_store(settings), Author(by, reason)
    with Workspace.open(settings.folder) as workspace:
        texts = ArticleTexts(workspace)
        if source is not None:
            made = list(_read_answers(store, source, author))
        elif out is not None:
            _write_pairs(store, texts, out, limit)
            return
        else:
            made = _ask(store, texts, limit, author)
    if made:
        decide(settings, made, yes=yes)
    else:
        click.echo("nothing decided", err=True)


def _ask(store: GraphStore, texts: ArticleTexts, limit: int, author: Author) -> list[Decision]:
    pairs = read_doubts(store)[:limit]
    made: list[Decision] = []
    for number, pair in enumerate(pairs, 1):
        click.echo(f"\n{number} of {len(pairs)} · {pair.reason} · likely: {pair.score:.0%}")
        for one in (pair.left, pair.right):
            click.echo(f"  {one.name} · {counted(one.articles, 'article')}")
            for sentence in read_sentences(store, one.iri, texts):
                click.echo(f"      «{sentence}»")
        try:
            answer = click.prompt("same, different, next, quit", type=click.Choice(list(ANSWERS)), default="n")
        except click.Abort:
            answer = "q"
        if ANSWERS[answer] == "quit":
            break
        made += _decision(store, pair.left.iri, pair.right.iri, ANSWERS[answer], author)
    return made


def _decision(store: GraphStore, left: str, right: str, answer: str, author: Author) -> Iterator[Decision]:
    if answer in ("same", "different"):
        yield identity.settle(store, left, right, same=answer == "same", author=author)


def _write_pairs(store: GraphStore, texts: ArticleTexts, out: Path, limit: int) -> None:
    pairs = read_doubts(store)[:limit]
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(_row(store, texts, pair) for pair in pairs)
    click.echo(f"wrote {counted(len(pairs), 'pair')} to {out}: fill in «decision», then review --read {out}", err=True)


def _row(store: GraphStore, texts: ArticleTexts, pair: Pair) -> tuple[str, ...]:
    sides = pair.left, pair.right
    sentences = (" / ".join(read_sentences(store, one.iri, texts)) for one in sides)
    return (
        "",
        *(one.name for one in sides),
        *(str(one.articles) for one in sides),
        f"{pair.score:g}",
        pair.reason,
        *sentences,
        *(one.iri for one in sides),
    )


def _read_answers(store: GraphStore, source: Path, author: Author) -> Iterator[Decision]:
    with source.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        missing = {"decision", "left_iri", "right_iri"} - set(rows.fieldnames or ())
        if missing:
            raise identity.DecisionError(f"{source}: no column {', '.join(sorted(missing))}: write it with --csv")
        for number, row in enumerate(rows, 2):
            answer = (row["decision"] or "").strip().lower()
            if answer not in ("same", "different", "skip", ""):
                raise identity.DecisionError(
                    f"{source}, line {number}: the decision is {answer!r}; it must be same, different or empty"
                )
            yield from _decision(store, row["left_iri"], row["right_iri"], answer, author)
