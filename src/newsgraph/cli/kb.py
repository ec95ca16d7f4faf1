"""``kb``: the knowledge base of known people, bodies and places."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from newsgraph.cli.main import Settings
from newsgraph.cli.words import counted
from newsgraph.config import read_config
from newsgraph.kb import KnowledgeBase, open_kb, workspace_kb
from newsgraph.kb.build import Recipe, build_kb
from newsgraph.kb.sources.wikidata import SITELINKS


@click.group()
def kb() -> None:
    """Build, describe and ask the knowledge base: what is known before an article is read."""


@kb.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--watch",
    "watched",
    multiple=True,
    metavar="FILE",
    help="A list of your own, as a table or as FollowTheMoney lines; its names go before all others.",
)
@click.option("--no-seed", is_flag=True, help="Leave out what comes with newsgraph.")
@click.option(
    "--sitelinks",
    type=click.IntRange(min=0),
    default=SITELINKS,
    show_default=True,
    help="Of a Wikidata dump take what so many Wikipedias write about.",
)
def build(out: Path, sources: tuple[str, ...], watched: tuple[str, ...], *, no_seed: bool, sitelinks: int) -> None:
    """Write a knowledge base to the file OUT.

    SOURCE is a Wikidata dump (.json, .json.gz, .json.bz2), a table (.csv, .tsv) with a column «name»,
    FollowTheMoney entities (.jsonl), or the word geonames. Then put «kb = "OUT"» in newsgraph.toml.
    """
    count = build_kb(out, Recipe(sources, watched, with_seed=not no_seed, sitelinks=sitelinks))
    click.echo(f"wrote {counted(count, 'known entity').replace('entitys', 'entities')} to {out}", err=True)


@kb.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def info(settings: Settings, file: Path | None, *, as_json: bool) -> None:
    """Describe the knowledge base in FILE, or the one that the workspace uses."""
    meta = dict(_open(settings, file).meta)
    click.echo(json.dumps(meta) if as_json else "\n".join(f"{key}: {value}" for key, value in meta.items()))


@kb.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def find(settings: Settings, name: str, *, as_json: bool) -> None:
    """List what the workspace's knowledge base has under NAME."""
    for entry in _open(settings, None).named(name):
        if as_json:
            click.echo(json.dumps(asdict(entry), ensure_ascii=False))
        else:
            parts = (entry.name, entry.type.value, entry.about, entry.country, entry.wikidata, entry.id)
            click.echo(" · ".join(filter(None, parts)))


def _open(settings: Settings, file: Path | None) -> KnowledgeBase:
    if file is not None:
        return open_kb(str(file))
    return workspace_kb(settings.folder, read_config(settings.folder))
