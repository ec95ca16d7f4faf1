"""SPARQL servers to send the graph to, each started on this machine with an empty data set."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.loopback import LOOPBACK

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
VIRTUOSO = shutil.which("virtuoso-t")
_VIRTUOSO_SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = {host}:{own}
NumberOfBuffers = 5000
[HTTPServer]
ServerPort = {host}:{port}
"""
PATIENCE = 60


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of the graphs of an Oxigraph server, while it runs."""
    port = _free_port()
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "oxigraph"), "--bind", f"{LOOPBACK}:{port}"]
    with _running(command, folder, port):
        yield f"http://{LOOPBACK}:{port}/store"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of the graphs of a Virtuoso server, with its first user and password, while it runs."""
    port, own = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO_SETTINGS.format(host=LOOPBACK, own=own, port=port), encoding="ascii")
    with _running([str(VIRTUOSO), "+foreground", "+configfile", "virtuoso.ini"], folder, port):
        yield f"http://dba:dba@{LOOPBACK}:{port}/sparql-graph-crud-auth"


def _free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield
    finally:
        server.kill()
        server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
