"""No socket is opened by anything that was not asked to: every command runs with the interpreter watching."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
WATCHED = """
import sys
opened = []
def watch(event, arguments):
    # urllib3, which comes with a library, tries on import whether this machine knows IPv6: nothing leaves it
    if event == "socket.bind" and arguments[1] == ("::1", 0):
        return
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        opened.append((event, arguments[1:]))
sys.addaudithook(watch)
from newsgraph.cli import main
for words in {commands}:
    main(words, standalone_mode=False)
if opened:
    sys.exit(f"opened: {{opened}}")
"""


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    workspace, out = ["-w", str(tmp_path / "workspace")], tmp_path / "out"
    commands = [
        ["build", "sample_corpus/capitol-dispatch", "--workers", "2"],
        ["stats"],
        ["verify"],
        ["query", "--named", "related-people"],
        ["query", "SELECT * { ?s ?p ?o } LIMIT 3"],
        ["top"],
        ["kb", "info"],
        *(["export", f"{out}.{suffix}"] for suffix in ("gexf", "graphml", "ttl", "nq", "html", "ftm.json")),
    ]
    script = WATCHED.format(commands=[workspace + words for words in commands])
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    assert len(list(tmp_path.glob("out.*"))) == 6
