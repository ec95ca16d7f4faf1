"""Builds the explorer from ``web/`` into the package, where npm is there; without it newsgraph works all the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ExplorerHook(BuildHookInterface[Any]):
    """Runs before a wheel, an editable install or a source archive is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # the hook's signature
        """Make ``views/static``; where that cannot be, say so and go on."""
        root = Path(self.root)
        sources, built = root / "web", root / "src/newsgraph/views/static/index.html"
        npm = shutil.which("npm")
        try:
            if npm is None:
                raise FileNotFoundError("there is no npm")
            for command in ((npm, "ci", "--silent", "--no-audit", "--no-fund"), (npm, "run", "--silent", "build")):
                subprocess.run(command, cwd=sources, check=True, capture_output=True, text=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError) as error:
            if not built.exists():
                said = getattr(error, "stderr", "") or str(error)
                self.app.display_warning(f"the explorer is not built, `newsgraph serve` has no pages: {said.strip()}")
