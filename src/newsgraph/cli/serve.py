"""``serve``."""

from __future__ import annotations

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.config import read_config
from newsgraph.errors import NewsgraphError

MOST_THREADS = 8


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8017, show_default=True, help="0: any that is free.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds a query may take.",
)
@click.option("--workers", type=click.IntRange(min=1), default=2, show_default=True, help="Queries answered at a time.")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin ask, or of all with «*».")
@click.pass_obj
def serve(settings: Settings, host: str, port: int, timeout: float, workers: int, cors: str | None) -> None:
    """Answer SPARQL queries over HTTP, at /sparql, for reading only."""
    # a server's modules take time to import
    from waitress import create_server  # noqa: PLC0415

    from newsgraph.serve import Application, Limits, Workers  # noqa: PLC0415

    path = open_store(settings).path
    pool = Workers(path, read_config(settings.folder).base, Limits(seconds=timeout, workers=workers))
    try:
        server = create_server(Application(pool, origin=cors), host=host, port=port, threads=MOST_THREADS, ident=None)
    except OSError as error:
        pool.close()
        raise NewsgraphError(f"{host}:{port}: cannot listen there: {error.strerror or error}") from error
    if settings.verbosity >= 0:
        click.echo(f"http://{host}:{server.effective_port}/sparql answers; Ctrl-C ends it", err=True)
    try:
        server.run()
    finally:
        pool.close()
