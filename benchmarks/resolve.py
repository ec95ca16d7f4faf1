"""What it costs to find out who is who in all articles of a workspace.

    python benchmarks/resolve.py WORKSPACE

Prints one JSON object: mentions, chains, entities, seconds, seconds of the processor, the peak of memory (resident,
MB), and the seconds that a million mentions would take at this rate.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from pathlib import Path
from time import perf_counter, process_time

from newsgraph.config import read_config
from newsgraph.pipeline import resolve_workspace
from newsgraph.workspace import Workspace

MILLION = 1_000_000
KILOBYTES = 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    folder = parser.parse_args().workspace
    with Workspace.open(folder) as workspace:
        started, worked = perf_counter(), process_time()
        resolution = resolve_workspace(workspace, read_config(folder), workspace.decisions())
        seconds, processor = perf_counter() - started, process_time() - worked
        mentions = sum(len(extraction.mentions) for extraction in workspace.extractions())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (KILOBYTES if sys.platform == "linux" else KILOBYTES**2)
    found = {
        "mentions": mentions,
        "chains": len(resolution.by_chain),
        "entities": len(resolution.entities),
        "seconds": round(seconds, 2),
        "processor_seconds": round(processor, 2),
        "peak_mb": round(peak),
        "seconds_a_million_mentions": round(seconds * MILLION / max(1, mentions), 1),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
