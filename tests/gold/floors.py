"""Floors: what has been reached and must not be lost. They rise by themselves and fall only with a reason."""

from __future__ import annotations

import json
import math
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from newsgraph.evaluate import Options, evaluate

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"
OWN = "passages"
# Where the benchmarks lie: this variable, else this folder in the project.
VARIABLE = "NEWSGRAPH_BENCHMARKS"
BESIDE = FOLDER.parents[1] / ".benchmarks"
# A score wavers by the version of a library; less than this is no loss.
EPSILON = 0.005


@dataclass(frozen=True, slots=True)
class Floor:
    """A score that must be reached: at a task, on some data (the first ``limit`` documents).

    ``score`` is the way to it in what ``evaluate`` prints: «source overlap f1». ``reason`` says why it was lowered.
    """

    task: str
    data: str
    score: str
    floor: float
    limit: int | None = None
    gold_mentions: bool = False
    reason: str | None = None

    @property
    def run(self) -> tuple[str, str, int | None, bool]:
        """What has to be measured for it; several floors may rest on one measurement."""
        return self.task, self.data, self.limit, self.gold_mentions


def benchmarks() -> Path | None:
    """The folder of benchmarks; ``None`` when there is none."""
    folder = Path(os.environ.get(VARIABLE, BESIDE))
    return folder if folder.is_dir() else None


def path_of(data: str) -> Path | None:
    """Where the data lies; ``None`` when it is not there."""
    if data == OWN:
        return FOLDER / "passages.jsonl"
    folder = benchmarks()
    return folder / data if folder and (folder / data).exists() else None


def measure(floor: Floor) -> dict[str, Any] | None:
    """What ``evaluate`` says now; ``None`` when the data is not there."""
    path = path_of(floor.data)
    return path and evaluate(floor.task, path, Options(limit=floor.limit, gold_mentions=floor.gold_mentions))


def score_of(scores: dict[str, Any], way: str) -> float:
    """The number at the end of «source overlap f1»."""
    value: Any = scores
    for key in way.split():
        value = value[key]
    return float(value)


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """All floors."""
    return [Floor(**record) for record in json.loads(path.read_text(encoding="utf-8"))]


def write_floors(floors: list[Floor], path: Path = FLOORS) -> None:
    """One floor a line."""
    records = [{key: value for key, value in asdict(floor).items() if value not in (None, False)} for floor in floors]
    lines = ",\n".join(f"  {json.dumps(record, ensure_ascii=False)}" for record in records)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def moved(floor: Floor, measured: float, *, reason: str | None = None) -> Floor:
    """The floor at what is measured now, in hundredths: higher when it can be, lower only when a reason is given."""
    reached = math.floor(measured * 100 + 1e-9) / 100
    if reached > floor.floor:
        return replace(floor, floor=reached, reason=None)
    if reached < floor.floor and reason:
        return replace(floor, floor=reached, reason=reason)
    return floor
