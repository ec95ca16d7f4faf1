"""``verify``."""

from __future__ import annotations

import click

from newsgraph.cli.main import Settings
from newsgraph.config import read_config
from newsgraph.errors import NewsgraphError
from newsgraph.verification import verify_workspace


@click.command()
@click.option("--workers", type=click.IntRange(min=1), help="Processes that check articles (default: one a core).")
@click.pass_obj
def verify(settings: Settings, workers: int | None) -> None:
    """Prove the graph: every span equals its quote, the SHACL shapes hold, the counts agree."""
    report = verify_workspace(settings.folder, read_config(settings.folder).base, workers=workers)
    for violation in report.violations:
        click.echo(violation)
    if not report.holds:
        raise NewsgraphError(f"{len(report.violations)} violations in {report.articles} articles")
    click.echo(f"{report.articles} articles, {report.spans} spans, {report.quads} quads: all hold")
