"""For tests that serve and ask on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

import pytest
from waitress import create_server, wasyncore

from newsgraph.serve import Application, Workers

LOOPBACK = "127.0.0.1"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection to anything but this machine fails."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if not (isinstance(address, tuple) and address[0] in (LOOPBACK, "localhost")):
            raise AssertionError(f"a socket was opened: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)


@contextmanager
def serving(queries: Workers, views: Workers, own_names: Iterable[str] = ()) -> Iterator[str]:
    """Host and port of a server with these workers, while it runs; they are closed with it."""
    application = Application(queries, views, own_names=own_names)
    server = create_server(application, host=LOOPBACK, port=0, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"{LOOPBACK}:{server.effective_port}"
    finally:
        # by the thread that waits for these sockets: closed by another they are bad descriptors to it
        with suppress(OSError):  # it has ended by itself
            server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, ignore_all=True))
        thread.join(timeout=10)
        server.task_dispatcher.shutdown()
        queries.close()
        views.close()
        assert not thread.is_alive()
