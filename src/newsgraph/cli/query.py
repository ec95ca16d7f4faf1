"""``query``."""

from __future__ import annotations

import shutil
import sys
from typing import TextIO

import click

from newsgraph.cli.main import Settings
from newsgraph.config import read_config
from newsgraph.graph.limits import ask_within
from newsgraph.graph.queries import named_queries, run_named
from newsgraph.graph.results import FORMATS, first_rows, write_results
from newsgraph.graph.store import GraphStore
from newsgraph.workspace import Workspace


def open_store(settings: Settings) -> GraphStore:
    """The store of the workspace, for reading."""
    with Workspace.open(settings.folder) as workspace:
        return GraphStore.open(workspace.graph_folder, base=read_config(settings.folder).base)


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"{pair!r} is not of the form NAME=VALUE", param_hint="--param")
        values[name] = value
    return values


def _list_queries() -> None:
    for name, query in named_queries().items():
        click.echo(f"{name}: {query.title}. {query.description}")
        for parameter in query.parameters:
            needed = "needed" if parameter.default is None else "may be left out"
            click.echo(f"    --param {parameter.name}=…  {parameter.meaning} ({needed})")


@click.command()
@click.argument("sparql", required=False)
@click.option(
    "-f",
    "--file",
    "file",
    type=click.File("r", encoding="utf-8"),
    help="Read the query from a file, or - for standard input.",
)
@click.option("--named", metavar="NAME", help="Ask a named query; --list shows them.")
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A value for a named query.")
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--limit", type=click.IntRange(min=0), help="Print at most so many rows.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Give up after so many seconds."
)
@click.pass_obj
def query(
    settings: Settings,
    sparql: str | None,
    file: TextIO | None,
    named: str | None,
    parameters: tuple[str, ...],
    form: str,
    limit: int | None,
    timeout: float | None,
    *,
    listing: bool,
) -> None:
    """Ask the graph a SPARQL query; known prefixes need no declaring."""
    if listing:
        _list_queries()
        return
    if sum(given is not None for given in (sparql, file, named)) != 1:
        raise click.UsageError("give one of: a query, --file, --named")
    store = open_store(settings)
    values = _parameters(parameters) if named is not None else None
    text = named or (file.read() if file is not None else str(sparql))
    if timeout is not None:
        result = ask_within(timeout, store.path, store.base, text, values)
    else:
        result = store.query(text) if values is None else run_named(store, text, values)
    write_results(first_rows(result, limit), form, sys.stdout, prefixes=store.prefixes, width=_width())


def _width() -> int | None:
    """The terminal's width; none in a pipe, where nothing should be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
