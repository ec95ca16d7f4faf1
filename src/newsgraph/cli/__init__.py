"""The command line. Commands are thin: read arguments, call the library, print."""

from newsgraph.cli.main import main

__all__ = ["main"]
