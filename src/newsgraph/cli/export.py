"""``export``."""

from __future__ import annotations

from pathlib import Path

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.export import EXPORTERS
from newsgraph.export import export as export_graph


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(sorted(EXPORTERS)), help="Default: told by the suffix of OUT.")
@click.pass_obj
def export(settings: Settings, out: Path, form: str | None) -> None:
    """Write the graph to OUT: for Gephi (.gexf), NetworkX, spreadsheets (a folder of CSV), or as RDF."""
    report = export_graph(open_store(settings), out, format=form)
    if settings.verbosity >= 0:
        click.echo(str(report), err=True)
