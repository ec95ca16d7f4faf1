"""Writes what is derived here. Run from the project's folder:

python -m tests.gold                     passages.jsonl from passages.txt
python -m tests.gold floors              raises the floors to what is reached now, where the data is there
python -m tests.gold floors --lower WHY  moves them down too, and writes the reason beside each that fell
"""

from __future__ import annotations

import argparse
from typing import Any

from newsgraph.evaluate.gold import write_gold
from tests.gold import FOLDER, all_gold
from tests.gold.floors import Floor, measure, moved, read_floors, score_of, write_floors


def move_floors(reason: str | None) -> None:
    """Measure everything that is there and move the floors."""
    measured: dict[object, dict[str, Any] | None] = {}
    floors: list[Floor] = []
    for floor in read_floors():
        if floor.run not in measured:
            measured[floor.run] = measure(floor)
        scores = measured[floor.run]
        new = floor if scores is None else moved(floor, score_of(scores, floor.score), reason=reason)
        now = "not there" if scores is None else f"{score_of(scores, floor.score):.4f}"
        print(
            f"{floor.task:10} {floor.data:45} {floor.score:26} {now:>9}  floor {floor.floor:.2f} -> {new.floor:.2f}",
            flush=True,
        )
        floors.append(new)
    write_floors(floors)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.gold")
    parser.add_argument("what", nargs="?", choices=["passages", "floors"], default="passages")
    parser.add_argument("--lower", metavar="WHY", help="lower floors that are not reached any more, for this reason")
    arguments = parser.parse_args()
    if arguments.what == "floors":
        move_floors(arguments.lower)
    else:
        write_gold(all_gold(), FOLDER / "passages.jsonl")
