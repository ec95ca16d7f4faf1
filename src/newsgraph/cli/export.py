"""``export``."""

from __future__ import annotations

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.export import EXPORTERS
from newsgraph.export import export as export_graph


@click.command()
@click.argument("out", type=click.Path())
@click.option("--format", "form", type=click.Choice(sorted(EXPORTERS)), help="Default: told by the suffix of OUT.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only entities of this type, such as Person.")
@click.option("--standing", "standings", multiple=True, metavar="STANDING", help="Only ties that stand so: Accepted, …")
@click.option("--since", metavar="DATE", help="Only ties last reported on this day or later.")
@click.option("--until", metavar="DATE", help="Only ties first reported on this day or earlier.")
@click.option("--min-reports", type=click.IntRange(min=1), default=1, help="Only ties in so many independent reports.")
@click.option("--no-derived", is_flag=True, help="Leave out the ties of those who took part in one event.")
@click.option("--cooccurrence", is_flag=True, help="Also tie those whom two or more independent stories name together.")
@click.option("--dynamic", is_flag=True, help="With a timeline, for Gephi: when each tie was reported. Only GEXF.")
@click.option("--no-layout", is_flag=True, help="Leave out where nodes lie: quicker for large networks.")
@click.pass_obj
def export(
    settings: Settings,
    out: str,
    form: str | None,
    types: tuple[str, ...],
    standings: tuple[str, ...],
    since: str | None,
    until: str | None,
    min_reports: int,
    *,
    no_derived: bool,
    cooccurrence: bool,
    dynamic: bool,
    no_layout: bool,
) -> None:
    """Write the graph to OUT: for Gephi (.gexf), NetworkX, spreadsheets (a folder of CSV), databases, or as RDF."""
    report = export_graph(
        open_store(settings),
        out,
        format=form,
        derived=not no_derived,
        cooccurrence=cooccurrence,
        types=types,
        standings=standings,
        since=since,
        until=until,
        minimum_weight=min_reports,
        layout=not no_layout,
        dynamic=dynamic,
    )
    if settings.verbosity >= 0:
        click.echo(str(report), err=True)
