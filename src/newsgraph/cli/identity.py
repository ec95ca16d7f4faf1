"""``merge``, ``split``, ``rename``, ``retype``, ``undo`` and ``decisions``: identity, by people."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from newsgraph import identity
from newsgraph.cli.main import Settings
from newsgraph.cli.progress import shown_progress
from newsgraph.cli.query import open_store
from newsgraph.cli.words import counted
from newsgraph.config import read_config
from newsgraph.graph.anchors import is_mention
from newsgraph.identity import Author, Preview, Shown
from newsgraph.model import Act, Decision, EntityType
from newsgraph.resolve import standing_decisions
from newsgraph.workspace import Workspace

MOST_SHOWN = 20
P = ParamSpec("P")
T = TypeVar("T")


def own_name() -> str:
    """The name of who sits at the terminal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def decision_options(command: Callable[P, T]) -> Callable[P, T]:
    """The options of every command that decides: who, why, and without asking."""
    for option in (
        click.option("--yes", is_flag=True, help="Do not ask."),
        click.option("--why", "reason", default="", metavar="TEXT", help="The reason, kept with the decision."),
        click.option("--by", default=own_name, metavar="NAME", help="Who decides (default: your user name)."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@decision_options
@click.pass_obj
def merge(settings: Settings, left: str, right: str, by: str, reason: str, *, yes: bool) -> None:
    """Make A and B one entity, from now on; names or IRIs."""
    decide(settings, [identity.merge(open_store(settings), left, right, Author(by, reason))], yes=yes)


@click.command()
@click.argument("name", metavar="A")
@click.argument("chosen", nargs=-1, required=True, metavar="ARTICLE|MENTION...")
@decision_options
@click.pass_obj
def split(settings: Settings, name: str, chosen: tuple[str, ...], by: str, reason: str, *, yes: bool) -> None:
    """Put what A is in some articles, or some mentions of it, apart as another entity.

    An ARTICLE is named by id, URL or path, a MENTION by its IRI or by «article#char=12,17».
    """
    with Workspace.open(settings.folder) as workspace:
        articles = [workspace.find_article(each) for each in chosen if not is_mention(each)]
    mentions = [each for each in chosen if is_mention(each)]
    made = identity.split(open_store(settings), name, Author(by, reason), articles=articles, mentions=mentions)
    decide(settings, [made], yes=yes)


@click.command()
@click.argument("name", metavar="A")
@click.argument("new_name", metavar="NAME")
@decision_options
@click.pass_obj
def rename(settings: Settings, name: str, new_name: str, by: str, reason: str, *, yes: bool) -> None:
    """Show A under another NAME; its IRI stays, and it can be found by the old one."""
    decide(settings, [identity.rename(open_store(settings), name, new_name, Author(by, reason))], yes=yes)


@click.command()
@click.argument("name", metavar="A")
@click.argument("type_", metavar="TYPE", type=click.Choice([kind.value for kind in EntityType], case_sensitive=False))
@decision_options
@click.pass_obj
def retype(settings: Settings, name: str, type_: str, by: str, reason: str, *, yes: bool) -> None:
    """Say what A is: Person, Company, City …."""
    decide(settings, [identity.retype(open_store(settings), name, EntityType(type_), Author(by, reason))], yes=yes)


@click.command()
@click.argument("decision", metavar="DECISION")
@decision_options
@click.pass_obj
def undo(settings: Settings, decision: str, by: str, reason: str, *, yes: bool) -> None:
    """Take a DECISION back, by its id in `newsgraph decisions`; undoing an «undo» brings it back."""
    with Workspace.open(settings.folder) as workspace:
        made = identity.undo(workspace.decisions(), decision, Author(by, reason))
    decide(settings, [made], yes=yes)


@click.command()
@click.option("--export", "out", type=click.Path(path_type=Path, dir_okay=False), help="Write all to a file.")
@click.option(
    "--import",
    "source",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take over those of a file that another workspace exported.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one decision a line.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def decisions(settings: Settings, out: Path | None, source: Path | None, *, as_json: bool, yes: bool) -> None:
    """List what people decided about identity: who, when, what and why; share it with --export and --import."""
    with Workspace.open(settings.folder) as workspace:
        kept = workspace.decisions()
    if source is not None:
        known = {decision.id for decision in kept}
        new = [decision for decision in identity.read_decisions(source) if decision.id not in known]
        click.echo(f"{counted(len(new), 'decision')} new, {len(known)} here already", err=True)
        if new:
            decide(settings, new, yes=yes)
    elif out is not None:
        out.write_text(identity.write_decisions(kept), encoding="utf-8")
        click.echo(f"wrote {counted(len(kept), 'decision')} to {out}", err=True)
    elif as_json:
        click.echo(identity.write_decisions(kept), nl=False)
    else:
        standing = {decision.id for decision in standing_decisions(kept)}
        for decision in kept:
            why = f" · {decision.reason}" if decision.reason else ""
            undone = "" if decision.id in standing or decision.act is Act.UNDO else " · undone"
            click.echo(f"{identity.in_words(decision)}{why}{undone}")


def decide(settings: Settings, made: Sequence[Decision], *, yes: bool) -> None:
    """Show what decisions would change, ask, and keep them."""
    config = read_config(settings.folder)
    with Workspace.open(settings.folder) as workspace, shown_progress(settings) as progress:
        preview = identity.try_out(workspace, config, open_store(settings), made)
        if settings.verbosity >= 0:
            _print_preview(preview)
        if not yes:
            click.confirm("Do it?", abort=True, err=True)
        identity.keep(workspace, config, made, preview, progress)
    for decision in made:
        click.echo(identity.in_words(decision))


def _print_preview(preview: Preview) -> None:
    lines = [
        *(f"- {_in_words(entity)}" for entity in preview.gone),
        *(f"+ {_in_words(entity)}" for entity in preview.new),
        *(f"~ {_in_words(before)}: {_difference(before, after)}" for before, after in preview.changed),
    ]
    for line in lines[:MOST_SHOWN] or ["nothing changes"]:
        click.echo(line, err=True)
    if len(lines) > MOST_SHOWN:
        click.echo(f"… and {len(lines) - MOST_SHOWN} more", err=True)


def _in_words(entity: Shown) -> str:
    return f"{entity.name} · {entity.type} · {counted(entity.articles, 'article')} · {entity.id}"


def _difference(before: Shown, after: Shown) -> str:
    """«12 articles, then 14 articles; now called Acme Inc.»."""
    changes = []
    if before.articles != after.articles:
        changes.append(f"then {counted(after.articles, 'article')}")
    if before.name != after.name:
        changes.append(f"then called {after.name}")
    if before.type != after.type:
        changes.append(f"then of type {after.type}")
    return ", ".join(changes)
