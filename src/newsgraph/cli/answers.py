"""``path``, ``timeline``, ``claims``, ``contradictions``, ``new``, ``first``, ``top``, ``communities``, ``diff``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from newsgraph import answers
from newsgraph.answers.paths import BY
from newsgraph.answers.ranking import MEASURES
from newsgraph.answers.told import Told
from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.cli.show import one_line, source_of
from newsgraph.cli.words import counted
from newsgraph.graph.selection import Selection
from newsgraph.workspace import ArticleTexts, Workspace

MOST_LINES = 20

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
limited = click.option(
    "--limit", type=click.IntRange(min=1), default=MOST_LINES, show_default=True, help="Show at most so many."
)
since_option = click.option("--since", default="", metavar="DATE", help="Only on this day or later.")
until_option = click.option("--until", default="", metavar="DATE", help="Only on this day or earlier.")


def _say(found: Sequence[Any], most: int, show: Callable[[Any], None], *, json_wanted: bool, nothing: str) -> None:
    """Print what was found: all of it as JSON, or the first on a terminal, and how much is left."""
    if json_wanted:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False))
        return
    if not found:
        click.echo(nothing, err=True)
    for each in found[:most]:
        show(each)
    if len(found) > most:
        click.echo(f"\n{len(found) - most} more with --limit {len(found)}")


def _told_line(told: Told) -> str:
    reports = f"{counted(told.articles, 'article')}, {told.reports} independent"
    former = ", formerly" if told.former else ""
    return f"{told.what} ({told.standing}{former}; {reports})"


def _evidence(told: Told) -> None:
    click.echo(f"    «{one_line(told.sentence)}» {source_of(told.place)}")


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--by", type=click.Choice(BY), default=BY[0], show_default=True, help="Fewest steps, or most reports.")
@click.option("--count", type=click.IntRange(min=1), default=3, show_default=True, help="At most so many paths.")
@click.option("--via-type", "via_types", multiple=True, metavar="TYPE", help="Only over entities of this type.")
@click.option("--no-cooccurrence", is_flag=True, help="Only over what is told, not over names in one article.")
@as_json
@click.pass_obj
def path(
    settings: Settings,
    start: str,
    end: str,
    by: str,
    count: int,
    via_types: tuple[str, ...],
    *,
    no_cooccurrence: bool,
    as_json: bool,
) -> None:
    """Show how A and B are connected: paths that share nobody, each step with its sentence."""
    found = answers.find_paths(
        open_store(settings), start, end, by=by, count=count, via_types=via_types, cooccurrence=not no_cooccurrence
    )
    _say(found, count, _show_path, json_wanted=as_json, nothing=f"nothing connects {start} and {end}")


def _show_path(found: answers.Path) -> None:
    names = [found.steps[0].source, *(step.target for step in found.steps)]
    click.echo(f"\n{' — '.join(names)}")
    for step in found.steps:
        for told in step.told:
            click.echo(f"  {_told_line(told)}")
            _evidence(told)
        if not step.told:
            click.echo(f"  {step.source} and {step.target} are named together in {step.together} independent stories")
            for place in step.places:
                click.echo(f"    {source_of(place)}")


@click.command()
@click.argument("name")
@since_option
@until_option
@limited
@as_json
@click.pass_obj
def timeline(settings: Settings, name: str, since: str, until: str, limit: int, *, as_json: bool) -> None:
    """Show what is told of NAME in the order of its days."""
    found = answers.read_timeline(open_store(settings), name, since=since, until=until)
    _say(found, limit, _show_moment, json_wanted=as_json, nothing=f"nothing is told of {name} then")


def _show_moment(moment: answers.Moment) -> None:
    click.echo(f"\n{moment.day or 'undated'} {moment.dated}: {_told_line(moment.told)}")
    _evidence(moment.told)


@click.command()
@click.option("--source", metavar="NAME", help="Who says it: a person, a body, an outlet.")
@click.option("--about", metavar="NAME", help="Of whom or what.")
@click.option("--stance", metavar="STANCE", help="Asserted, denied, alleged, promised, demanded …")
@since_option
@until_option
@limited
@as_json
@click.pass_obj
def claims(
    settings: Settings,
    source: str | None,
    about: str | None,
    stance: str | None,
    since: str,
    until: str,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Show who says what: claims of a source, about somebody, in a stance; newest first."""
    found = answers.find_claims(
        open_store(settings), source=source, about=about, stance=stance, since=since, until=until
    )
    _say(found, limit, _show_claim, json_wanted=as_json, nothing="no such claim")


def _show_claim(claim: answers.Claim) -> None:
    sure = "" if claim.certainty == "Certain" else f", {claim.certainty.lower()}"
    click.echo(f"\n{claim.source or 'nobody named'} ({claim.stance.lower()}{sure}): {one_line(claim.said)}")
    click.echo(f"    «{one_line(claim.sentence)}» {source_of(claim.place)}")


@click.command()
@click.option("--about", metavar="NAME", help="Only what is told of this person, body or place.")
@limited
@as_json
@click.pass_obj
def contradictions(settings: Settings, about: str | None, limit: int, *, as_json: bool) -> None:
    """Show what is both asserted and denied, with the sentences of both sides."""
    found = answers.find_contradictions(open_store(settings), about)
    _say(found, limit, _show_contradiction, json_wanted=as_json, nothing="nothing is both asserted and denied")


def _show_contradiction(found: answers.Contradiction) -> None:
    click.echo(f"\n{_told_line(found.told)}")
    for side, said in (("asserted", found.asserted), ("denied", found.denied)):
        click.echo(f"  {side} in {counted(len(said), 'claim')}:")
        for claim in said[:3]:
            click.echo(f"    {claim.source or 'nobody named'}: «{one_line(claim.sentence)}» {source_of(claim.place)}")


@click.command()
@click.option("--since", required=True, metavar="DATE", help="First reported on this day or later.")
@click.option("--about", metavar="NAME", help="Only what is told of this person, body or place.")
@limited
@as_json
@click.pass_obj
def new(settings: Settings, since: str, about: str | None, limit: int, *, as_json: bool) -> None:
    """Show what was not reported before a day, the best reported first."""
    found = answers.find_new(open_store(settings), since, about=about)
    _say(found, limit, _show_told, json_wanted=as_json, nothing=f"nothing is new since {since}")


def _show_told(told: Told) -> None:
    click.echo(f"\n{told.first} {_told_line(told)}")
    _evidence(told)


@click.command()
@click.argument("name")
@limited
@as_json
@click.pass_obj
def first(settings: Settings, name: str, limit: int, *, as_json: bool) -> None:
    """Show which article mentioned NAME first, and the first of each other outlet."""
    store = open_store(settings)
    with Workspace.open(settings.folder) as workspace:
        found = answers.find_first_mentions(store, name, ArticleTexts(workspace))
    _say(found, limit, _show_mention, json_wanted=as_json, nothing=f"no article with a day mentions {name}")


def _show_mention(found: answers.FirstMention) -> None:
    click.echo(f"\n{found.place.date} {found.place.outlet}: {found.place.headline}")
    click.echo(f"    «{one_line(found.sentence)}»")


def _selected(function: Callable[..., None]) -> Callable[..., None]:
    """The options that choose a part of the network."""
    options: Iterable[Callable[[Callable[..., None]], Callable[..., None]]] = (
        click.option("--type", "types", multiple=True, metavar="TYPE", help="Only entities of this type."),
        click.option("--since", metavar="DATE", help="Only ties last reported on this day or later."),
        click.option("--until", metavar="DATE", help="Only ties first reported on this day or earlier."),
    )
    for option in reversed(list(options)):
        function = option(function)
    return function


@click.command()
@click.option("--by", type=click.Choice(sorted(MEASURES)), default="degree", show_default=True, help="The measure.")
@_selected
@limited
@as_json
@click.pass_obj
def top(
    settings: Settings,
    by: str,
    types: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Show who stands out in the network, each with the best reported tie."""
    selection = Selection(types=frozenset(types), since=since, until=until)
    found = answers.rank(open_store(settings), selection, by=by, count=limit)
    _say(found, limit, _show_ranked, json_wanted=as_json, nothing="the network is empty")


def _show_ranked(found: answers.Ranked) -> None:
    about = f"{found.type}, tied to {found.degree}, {counted(found.articles, 'article')}"
    click.echo(f"\n{found.value:g}  {found.label} ({about})")
    click.echo(f"    {_tie(found.best)}")


def _tie(tie: answers.Tie) -> str:
    return f"{tie.source} — {tie.label} → {tie.target} ({tie.reports} independent): «{one_line(tie.sentence)}»"


@click.command()
@_selected
@limited
@as_json
@click.pass_obj
def communities(
    settings: Settings,
    types: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Show who belongs together: groups tied more to one another than to others."""
    selection = Selection(types=frozenset(types), since=since, until=until)
    found = answers.find_communities(open_store(settings), selection, count=limit)
    _say(found, limit, _show_community, json_wanted=as_json, nothing="the network is empty")


def _show_community(found: answers.Community) -> None:
    click.echo(f"\n{found.size} entities: {', '.join(found.members)}{' …' if found.size > len(found.members) else ''}")
    for tie in found.ties:
        click.echo(f"    {_tie(tie)}")


@click.command()
@click.argument("before", metavar="WORKSPACE_A", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("after", metavar="WORKSPACE_B", type=click.Path(path_type=Path, exists=True, file_okay=False))
@limited
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def diff(settings: Settings, before: Path, after: Path, limit: int, *, as_json: bool) -> None:
    """Show what differs between two graphs: what came, what went, what stands otherwise."""
    stores = (open_store(Settings(folder, settings.verbosity)) for folder in (before, after))
    changes = answers.find_changes(*stores)
    if as_json:
        click.echo(json.dumps(asdict(changes), ensure_ascii=False))
        return
    for sign, told in (("-", changes.gone), ("+", changes.new)):
        for each in told[:limit]:
            click.echo(f"{sign} {_told_line(each)}")
            _evidence(each)
    for was, now in changes.changed[:limit]:
        click.echo(
            f"~ {now.what}: {was.standing}, {was.reports} independent → {now.standing}, {now.reports} independent"
        )
        _evidence(now)
    for sign, entities in (("-", changes.entities_gone), ("+", changes.entities_new)):
        for entity in entities[:limit]:
            click.echo(f"{sign} {entity}")
    told_counts = f"{len(changes.gone)} gone, {len(changes.new)} new, {len(changes.changed)} changed"
    click.echo(
        f"\nstatements and events: {told_counts}; entities: {len(changes.entities_gone)} gone, "
        f"{len(changes.entities_new)} new"
    )
