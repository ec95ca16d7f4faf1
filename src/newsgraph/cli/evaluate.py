"""``evaluate``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newsgraph.cli.main import Settings
from newsgraph.config import read_config
from newsgraph.evaluate import TASKS, WHAT, Options
from newsgraph.evaluate import evaluate as evaluate_task


@click.command()
@click.argument("task", type=click.Choice(list(TASKS)), metavar="TASK")
@click.option("--data", type=click.Path(path_type=Path), required=True, help="A file or folder of gold data.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N documents.")
@click.option("--gold-mentions", is_flag=True, help="Over the mentions of the gold data (coref, crossdoc).")
@click.option("--what", type=click.Choice(WHAT), default="entities", show_default=True, help="What crossdoc is about.")
@click.option("--model", help="The spaCy pipeline to read with: a package's name or a path.")
@click.option("--kb", type=click.Path(exists=True, dir_okay=False), help="The knowledge base to link to (link).")
@click.pass_obj
def evaluate(
    settings: Settings,
    task: str,
    data: Path,
    limit: int | None,
    what: str,
    model: str | None,
    kb: str | None,
    *,
    gold_mentions: bool,
) -> None:
    """Measure how well newsgraph does a TASK on data made by others, and print one JSON object.

    TASK is ner, coref, crossdoc, link, relations, quotes, events, time or clean.

    Articles are read from their raw text, as yours are. The formats are told by looking; docs/evaluate.md lists
    them and says what each figure means. All scores are fractions from 0 to 1.
    """
    model = model or read_config(settings.folder).model
    scores = evaluate_task(task, data, Options(limit, gold_mentions, what, model, kb or ""))
    click.echo(json.dumps(scores, ensure_ascii=False))
