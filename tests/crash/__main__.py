"""``python -m tests.crash --kills 300``: kill a run at random moments, and see that nothing is lost and nothing half there.

Every step of a journey is taken in a process of its own, which is killed at a random moment, again and again. After each
kill the database is whole, what was committed is there, and the graph is that of the step before or of this one. After
the last kill the step is taken to its end, and leaves the bytes of a journey that nothing disturbed.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsgraph import pipeline
from newsgraph.model import Decision, Extraction
from newsgraph.workspace import Workspace, content_hash
from tests.crash.journey import Journey, Known, Place, exported, look, passes

T = TypeVar("T")
KILLS_A_STEP = 6


@dataclass(frozen=True)
class Course:
    """A journey that nothing disturbed: what extractions there are, what was decided, how long each step takes, its end."""

    extractions: dict[str, Extraction]
    decisions: list[Decision]
    seconds: list[float]
    graphs: list[str]
    files: list[list[str]]


def in_child(work: Callable[[], T]) -> T:
    """What work comes to in a process of its own: stores that were opened there stay there."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            result: object = work()
        except BaseException:  # noqa: BLE001 - the parent raises it
            result = AssertionError(traceback.format_exc())
        with os.fdopen(writer, "wb") as out:
            pickle.dump(result, out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        result = pickle.load(answer)
    os.waitpid(child, 0)
    if isinstance(result, AssertionError):
        raise result
    return result  # type: ignore[return-value]


def chart(folder: Path) -> Course:
    """The undisturbed journey: the first time with the model itself, then from what it gave, to take the time."""
    extractions, decisions = in_child(lambda: _explore(Journey(Place(folder / "first"), [])))
    seconds, graphs, files = in_child(lambda: _time(Journey(Place(folder / "timed"), decisions), extractions))
    return Course(extractions, decisions, seconds, graphs, files)


def _explore(journey: Journey) -> tuple[dict[str, Extraction], list[Decision]]:
    extractions: dict[str, Extraction] = {}
    for number, step in enumerate(journey.steps):
        journey.lay_out(number)
        step(pipeline.no_progress)
        with Workspace.open(journey.place.workspace) as workspace:
            for article in workspace.articles():
                extractions[content_hash(article)] = workspace.extraction(article.id)
    return extractions, journey.decisions


def _time(journey: Journey, extractions: dict[str, Extraction]) -> tuple[list[float], list[str], list[list[str]]]:
    _read_with(extractions)
    seconds, graphs, files = [], [], []
    for number, step in enumerate(journey.steps):
        journey.lay_out(number)
        started = time.perf_counter()
        step(pipeline.no_progress)
        seconds.append(time.perf_counter() - started)
        graphs.append(look(journey.place)[1])
        files.append(exported(journey.place))
    return seconds, graphs, files


def _read_with(extractions: dict[str, Extraction]) -> None:
    pipeline.choose_engine = lambda *_: Known(extractions)


def disturb(folder: Path, course: Course, chance: random.Random, kills: int) -> int:
    """A journey with so many kills at most; how many there were.

    Raises:
        AssertionError: when something is lost, half there, or other than in the undisturbed journey.
    """
    journey, killed = Journey(Place(folder), list(course.decisions)), 0
    for number in range(len(journey.steps)):
        journey.lay_out(number)
        for _ in range(min(chance.randint(0, KILLS_A_STEP), kills - killed)):
            done = _killed(journey, number, course, chance.uniform(0, course.seconds[number]))
            killed += 1
            _check(journey, number, course, done)
        in_child(lambda number=number: _walk(journey, number, course))
        _check(journey, number, course, 0, at_its_end=True)
    assert in_child(lambda: passes(journey.place)), "the graph does not verify"
    return killed


def _walk(journey: Journey, number: int, course: Course) -> None:
    _read_with(course.extractions)
    journey.steps[number](pipeline.no_progress)


def _killed(journey: Journey, number: int, course: Course, after: float) -> int:
    """Take a step and kill it after so many seconds; how many articles it had said it had extracted."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _read_with(course.extractions)

        def tell(stage: str, done: int, _: int | None) -> None:
            if stage == "extracting":
                os.write(writer, bytes([done]))

        with suppress(BaseException):
            journey.steps[number](tell)
        os._exit(0)
    os.close(writer)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as told:
        return max(told.read(), default=0)


def _check(journey: Journey, number: int, course: Course, done: int, *, at_its_end: bool = False) -> None:
    kept, graph = in_child(lambda: look(journey.place))
    assert kept >= done, f"step {number}: {done} articles were extracted, {kept} are there"
    before = course.graphs[number - 1] if number else ""
    allowed = [course.graphs[number]] if at_its_end else [before, course.graphs[number]]
    assert graph in allowed, f"step {number}: the graph is neither the former nor the new one"
    files = exported(journey.place)
    whole = [[new] if at_its_end else ["", new] for new in course.files[number]]
    assert all(file in may_be for file, may_be in zip(files, whole, strict=True)), (
        f"step {number}: a file is half there"
    )


def main() -> None:
    """Kill until it is enough; the first fault ends it."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    killed = journeys = 0
    with tempfile.TemporaryDirectory() as folder:
        course = chart(Path(folder))
        while killed < arguments.kills:
            journeys += 1
            killed += disturb(Path(folder) / f"journey{journeys}", course, chance, arguments.kills - killed)
            print(f"{killed} kills survived, {journeys} journeys with the bytes of an undisturbed one", flush=True)


if __name__ == "__main__":
    sys.exit(main())
