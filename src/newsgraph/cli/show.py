"""``show`` and ``stats``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.cli.words import counted
from newsgraph.graph.card import Card, Place, read_card
from newsgraph.graph.relation_types import RELATIONS
from newsgraph.workspace import Workspace

MOST_LINES = 15


@click.command()
@click.argument("name")
@click.option("--all", "everything", is_flag=True, help=f"Show all, not only the first {MOST_LINES} of each kind.")
@click.option("--why", is_flag=True, help="Show why its mentions are held to be one, and what else may be it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def show(settings: Settings, name: str, *, everything: bool, why: bool, as_json: bool) -> None:
    """Show what the graph knows about NAME, each line with its sentence."""
    card = read_card(open_store(settings), name)
    if as_json:
        click.echo(json.dumps(asdict(card), ensure_ascii=False))
        return
    _print_head(card)
    most = None if everything else MOST_LINES
    if why:
        _print_why(card, most)
    else:
        _print_card(card, most)


def _print_head(card: Card) -> None:
    click.echo(f"{card.name} · {card.type} · {counted(card.articles, 'article')}, {counted(card.mentions, 'mention')}")
    if card.aliases:
        click.echo(f"also: {', '.join(card.aliases)}")
    for known in card.candidates:
        if known.chosen:
            click.echo(" · ".join(filter(None, [known.about, known.wikidata])))
    click.echo(card.iri)


def _print_why(card: Card, most: int | None) -> None:
    if not card.names:
        click.echo("\nall its mentions bear one name, or stand in one chain with it in their article")
    for one in card.names[:most]:
        click.echo(f"\n«{one.name}» in {counted(one.articles, 'article')}: {one.reason} ({one.score:.0%} sure)")
    if card.others:
        click.echo("\nmay also be:")
    for other in card.others[:most]:
        click.echo(f"  {other.name} · {counted(other.articles, 'article')} · {other.reason} ({other.score:.0%} likely)")
        click.echo(f"    {other.iri}")
    if card.candidates:
        click.echo("\nknown things of this name:")
    for known in card.candidates:
        held = ", held to be this one" if known.chosen else ""
        about = f", {known.about}" if known.about else ""
        click.echo(f"  {known.name}{about} ({known.score:.0%} likely{held}) · {known.entry}")
    if card.candidates and not any(known.chosen for known in card.candidates):
        click.echo("  none of them is likely enough")
    _print_left(most, card.names, card.others)


def _print_left(most: int | None, *lists: Sequence[object]) -> None:
    left = sum(max(0, len(lines) - most) for lines in lists) if most is not None else 0
    if left:
        click.echo(f"\n{left} more with --all")


def _print_card(card: Card, most: int | None) -> None:
    for tie in card.ties[:most]:
        relation = RELATIONS[tie.predicate].label
        reports = f"{counted(tie.articles, 'article')}, {tie.origins} independent"
        former = ", formerly" if tie.former else ""
        click.echo(f"\n{tie.subject} — {relation} → {tie.object} ({tie.standing}{former}; {reports})")
        click.echo(f"    «{one_line(tie.evidence)}» {source_of(tie.place)}")
    if card.said:
        click.echo("\nsays:")
    for said in card.said[:most]:
        click.echo(f"  {said.stance.lower()}: «{one_line(said.content)}» {source_of(said.place)}")
    _print_left(most, card.ties, card.said)


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


def source_of(place: Place) -> str:
    """«(The Gazette, 2017-06-01, Headline)»."""
    return f"({', '.join(part for part in (place.outlet, place.date, place.headline) if part)})"


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--skipped", is_flag=True, help="List what was skipped, with the reasons.")
@click.option("--articles", is_flag=True, help="List the articles: id, date, outlet, path, title.")
@click.pass_obj
def stats(settings: Settings, *, as_json: bool, skipped: bool, articles: bool) -> None:
    """Count what the graph holds."""
    with Workspace.open(settings.folder) as workspace:
        if skipped:
            for item in workspace.skipped():
                click.echo(f"{item.where}\t{item.reason}")
        elif articles:
            for article in workspace.articles():
                click.echo(
                    "\t".join(
                        [
                            article.id,
                            article.date or "",
                            article.outlet or "",
                            article.location,
                            article.title or "",
                        ]
                    )
                )
        else:
            counts = open_store(settings).counts()
            click.echo(json.dumps(counts) if as_json else "\n".join(f"{n:>10} {name}" for name, n in counts.items()))
