"""``build`` and ``remove``."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.progress import shown_progress
from newsgraph.cli.words import counted
from newsgraph.config import Config, read_config
from newsgraph.engines import ENGINES
from newsgraph.ingest import ReadOptions, check_sources
from newsgraph.model import Skipped
from newsgraph.pipeline import Spread, Summary, check_server
from newsgraph.pipeline import build as build_graph
from newsgraph.pipeline import remove as remove_articles
from newsgraph.workspace import Workspace

MOST_SKIPPED_SHOWN = 20


def _read_options(config: Config, columns: tuple[str, ...], outlet: str | None, date: str | None) -> ReadOptions:
    named = dict(config.columns)
    for column in columns:
        field, equals, name = column.partition("=")
        if not (field and equals and name):
            raise click.BadParameter(
                f"{column!r} is not of the form FIELD=COLUMN, such as text=body", param_hint="--column"
            )
        named[field] = name
    return ReadOptions(columns=named, outlet=outlet, date=date, languages=frozenset(config.languages))


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="The column of CSV or JSON lines that holds title, text, url, date, outlet, authors or language.",
)
@click.option("--outlet", help="Who published articles that do not say so.")
@click.option("--date", help="The day (YYYY-MM-DD) of articles that carry none.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Read articles in this language only (default: en).",
)
@click.option("--model", help="The spaCy pipeline to read with: a package's name or a path.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read articles (default: one a core).")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="Where they run.")
@click.option("--store", metavar="URL", envvar="NEWSGRAPH_STORE", help="A SPARQL server that keeps the graph too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def build(
    settings: Settings,
    sources: tuple[str, ...],
    columns: tuple[str, ...],
    outlet: str | None,
    date: str | None,
    languages: tuple[str, ...],
    model: str | None,
    workers: int | None,
    engine: str,
    store: str | None,
    *,
    as_json: bool,
) -> None:
    """Read articles and bring the graph up to date with them.

    SOURCE is a file, a folder, a glob, an address, or - for standard input: plain text, Markdown, HTML, JSON lines,
    CSV, web archives or feeds.
    Only what is new or changed is read; what cannot be read is skipped, with its reason.
    """
    config = read_config(settings.folder)
    config = replace(config, model=model or config.model, languages=languages or config.languages)
    if store:
        config = replace(config, store={"graphs": store})
    options = _read_options(config, columns, outlet, date)
    check_server(config)  # these two before a workspace is made for nothing
    check_sources(sources)
    skipped: list[Skipped] = []
    with Workspace.open(settings.folder, create=True) as workspace, shown_progress(settings) as progress:
        summary = build_graph(
            workspace,
            sources,
            config,
            options=options,
            spread=Spread(engine, workers),
            progress=progress,
            on_skip=skipped.append,
        )
    _tell_skipped(skipped, settings)
    click.echo(json.dumps(asdict(summary)) if as_json else _in_words(summary))


def _tell_skipped(skipped: list[Skipped], settings: Settings) -> None:
    if settings.verbosity < 0:
        return
    shown = skipped if settings.verbosity > 0 else skipped[:MOST_SKIPPED_SHOWN]
    for item in shown:
        click.echo(f"skipped {item.where}: {item.reason}", err=True)
    if len(shown) < len(skipped):
        click.echo(f"skipped {len(skipped) - len(shown)} more; `newsgraph stats --skipped` lists all", err=True)


def _in_words(summary: Summary) -> str:
    return (
        f"articles: {summary.articles_new} new, {summary.articles_changed} changed, "
        f"{summary.articles_unchanged} unchanged, {summary.articles_skipped} skipped\n"
        f"graph: {summary.entities} entities, {summary.statements} statements, {summary.events} events, "
        f"{summary.claims} claims, {summary.mentions} mentions, {summary.quads} quads\n"
        f"{summary.seconds} seconds"
    )


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.pass_obj
def remove(settings: Settings, articles: tuple[str, ...]) -> None:
    """Forget articles, named by id, URL or path; the graph is then the one that never had them."""
    with Workspace.open(settings.folder) as workspace, shown_progress(settings) as progress:
        count = remove_articles(workspace, articles, read_config(settings.folder), progress=progress)
    click.echo(f"removed {counted(count, 'article')}")
