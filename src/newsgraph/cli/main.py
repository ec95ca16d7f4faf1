"""The ``newsgraph`` command and what its sub-commands share."""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from newsgraph.errors import NewsgraphError
from newsgraph.version import __version__

# Command -> the module that holds it; loaded only when called, so that each command pays for its own imports.
COMMANDS = {
    "build": "newsgraph.cli.build",
    "remove": "newsgraph.cli.build",
    "query": "newsgraph.cli.query",
    "export": "newsgraph.cli.export",
    "show": "newsgraph.cli.show",
    "path": "newsgraph.cli.answers",
    "timeline": "newsgraph.cli.answers",
    "claims": "newsgraph.cli.answers",
    "contradictions": "newsgraph.cli.answers",
    "new": "newsgraph.cli.answers",
    "first": "newsgraph.cli.answers",
    "top": "newsgraph.cli.answers",
    "communities": "newsgraph.cli.answers",
    "diff": "newsgraph.cli.answers",
    "stats": "newsgraph.cli.show",
    "review": "newsgraph.cli.review",
    "merge": "newsgraph.cli.identity",
    "split": "newsgraph.cli.identity",
    "rename": "newsgraph.cli.identity",
    "retype": "newsgraph.cli.identity",
    "undo": "newsgraph.cli.identity",
    "decisions": "newsgraph.cli.identity",
    "kb": "newsgraph.cli.kb",
    "serve": "newsgraph.cli.serve",
    "verify": "newsgraph.cli.verify",
    "evaluate": "newsgraph.cli.evaluate",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands before the command: the workspace's folder, and how much to say."""

    folder: Path
    verbosity: int


class NewsgraphGroup(click.Group):
    """Loads a command when it is called; a known error is one line and exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except NewsgraphError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever reads what is printed has heard enough: click ends quietly
            raise click.ClickException(
                f"{error.filename or 'the system refuses'}: {error.strerror or error}"
            ) from error


@click.group(cls=NewsgraphGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    default="newsgraph-workspace",
    envvar="NEWSGRAPH_WORKSPACE",
    show_default=True,
    help="The folder that holds articles and graph.",
)
@click.option("-v", "--verbose", count=True, help="Say more.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.version_option(__version__, prog_name="newsgraph", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, workspace: Path, verbose: int, *, quiet: bool) -> None:
    """Build a knowledge graph out of news articles, ask it, and take it away."""
    # Libraries' notes on single pages are not for the user; what is skipped is told with its reason.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    ctx.obj = Settings(workspace, -1 if quiet else verbose)
