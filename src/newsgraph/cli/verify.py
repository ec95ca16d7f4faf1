"""``verify``."""

from __future__ import annotations

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.errors import NewsgraphError
from newsgraph.graph.verify import verify as verify_graph
from newsgraph.workspace import ArticleTexts, Workspace


@click.command()
@click.pass_obj
def verify(settings: Settings) -> None:
    """Prove the graph: every span equals its quote, the SHACL shapes hold, the counts agree."""
    with Workspace.open(settings.folder) as workspace:
        report = verify_graph(open_store(settings), ArticleTexts(workspace))
    for violation in report.violations:
        click.echo(violation)
    if not report.holds:
        raise NewsgraphError(f"{len(report.violations)} violations in {report.articles} articles")
    click.echo(f"{report.articles} articles, {report.spans} spans, {report.quads} quads: all hold")
