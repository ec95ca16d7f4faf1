"""For tests that serve and ask on this machine."""

from __future__ import annotations

import socket

import pytest

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
