"""``serve``."""

from __future__ import annotations

from ipaddress import ip_address

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.query import open_store
from newsgraph.config import read_config
from newsgraph.errors import NewsgraphError

MOST_THREADS = 8
# A view may have to read the whole graph first, and a decision to find out anew who is who.
SECONDS_OF_VIEWS = 900.0


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
@click.option("--write", is_flag=True, help="Let the explorer's pages take decisions on who is who.")
@click.pass_obj
def serve(
    settings: Settings, host: str, port: int, timeout: float, workers: int, cors: str | None, *, write: bool
) -> None:
    """Show the graph in a browser, and answer SPARQL queries at /sparql."""
    # a server's modules take time to import
    from waitress import create_server  # noqa: PLC0415

    from newsgraph.serve import Application, Explorer, Limits, Queries, Workers  # noqa: PLC0415

    path = open_store(settings).path
    queries = Workers(
        Queries(path, read_config(settings.folder).base),
        Limits(seconds=timeout, workers=workers),
    )
    views = Workers(Explorer(settings.folder, write=write), Limits(seconds=SECONDS_OF_VIEWS))
    if settings.verbosity >= 0:
        click.echo("reading the graph …", err=True)
    views.ask("view", "corpus", {})
    application = Application(queries, views, origin=cors, own_names=(host,) if _is_loopback(host) else None)
    try:
        server = create_server(application, host=host, port=port, threads=MOST_THREADS, ident=None)
    except OSError as error:
        queries.close()
        views.close()
        raise NewsgraphError(f"{host}:{port}: cannot listen there: {error.strerror or error}") from error
    if settings.verbosity >= 0:
        address = f"http://{host}:{server.effective_port}"
        click.echo(f"{address} shows the graph, {address}/sparql answers queries; Ctrl-C ends it", err=True)
    try:
        server.run()
    finally:
        queries.close()
        views.close()


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
