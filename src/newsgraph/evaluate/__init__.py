"""Measures newsgraph on data made by others: one neutral form of gold data, readers into it, metrics."""

from __future__ import annotations

from pathlib import Path

from newsgraph.evaluate.clean import measure_clean
from newsgraph.evaluate.coref import measure_coref
from newsgraph.evaluate.crossdoc import WHAT, measure_crossdoc
from newsgraph.evaluate.events import measure_events
from newsgraph.evaluate.gold import GoldError
from newsgraph.evaluate.link import measure_link
from newsgraph.evaluate.ner import measure_ner
from newsgraph.evaluate.quotes import measure_quotes
from newsgraph.evaluate.relations import measure_relations
from newsgraph.evaluate.run import Options, Task, on_articles, on_pages
from newsgraph.evaluate.scores import Scores, with_main
from newsgraph.evaluate.time import measure_time
from newsgraph.kb import open_kb

TASKS: dict[str, Task] = {
    "ner": on_articles("ner", lambda readings, _: measure_ner(readings)),
    "coref": on_articles("coref", lambda readings, o: measure_coref(readings, gold_mentions=o.gold_mentions)),
    "crossdoc": on_articles(
        "crossdoc", lambda readings, o: measure_crossdoc(readings, what=o.what, gold_mentions=o.gold_mentions)
    ),
    "link": on_articles("link", lambda readings, o: measure_link(readings, kb=open_kb(o.kb))),
    "relations": on_articles("relations", lambda readings, _: measure_relations(readings)),
    "quotes": on_articles("quotes", lambda readings, _: measure_quotes(readings)),
    "events": on_articles("events", lambda readings, _: measure_events(readings)),
    "time": on_articles(
        "time", lambda readings, _: with_main(measure_time((r.gold, r.extraction.times) for r in readings), "value")
    ),
    "clean": on_pages(measure_clean),
}

__all__ = ["TASKS", "WHAT", "GoldError", "Options", "evaluate"]


def evaluate(task: str, data: str | Path, options: Options | None = None) -> Scores:
    """Measure newsgraph at a task on some data; what comes back is one JSON object.

    Raises:
        GoldError: when there is no such task, or the data is in no form that is known.
    """
    if task not in TASKS:
        raise GoldError(f"no task {task!r}: there are {', '.join(TASKS)}")
    return {"task": task, "data": str(data), **TASKS[task](Path(data), options or Options())}
