"""Web pages whose main text people marked: the whole of it (AEB), or some passages that tell (trafilatura)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from newsgraph.evaluate.gold import GoldError

T = TypeVar("T")

WHOLE_TEXTS = "ground-truth.json"
_PASSAGES = "evaldata*.json"


class WholeText(msgspec.Struct, frozen=True):
    """A page and all of its main text."""

    page: Path
    text: str


class Passages(msgspec.Struct, frozen=True):
    """A page, passages of its main text, and passages that stand around it."""

    page: Path
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


class _Body(msgspec.Struct, frozen=True):
    text: str = msgspec.field(name="articleBody", default="")


class _Segments(msgspec.Struct, frozen=True):
    file: str
    wanted: tuple[str, ...] = msgspec.field(name="with", default=())
    unwanted: tuple[str, ...] = msgspec.field(name="without", default=())


def holds_whole_texts(folder: Path) -> bool:
    """Whether the folder is laid out as the article extraction benchmark is, with whole texts.

    Raises:
        GoldError: when it holds marked pages of no known kind.
    """
    if (folder / WHOLE_TEXTS).is_file():
        return True
    if any(folder.glob(_PASSAGES)):
        return False
    raise GoldError(f"{folder}: neither {WHOLE_TEXTS} nor {_PASSAGES} is in it; no marked web pages")


def read_whole_texts(folder: Path) -> Iterator[WholeText]:
    """The pages of the article extraction benchmark, in the order of their names.

    Raises:
        GoldError: when the file of texts cannot be read.
    """
    bodies = _decode(folder / WHOLE_TEXTS, dict[str, _Body])
    for name, body in sorted(bodies.items()):
        yield WholeText(folder / "html" / f"{name}.html.gz", body.text)


def read_passages(folder: Path) -> Iterator[Passages]:
    """The pages of trafilatura's own evaluation, in the order of their addresses; those not there are left out.

    Raises:
        GoldError: when the file of passages cannot be read.
    """
    marked = _decode(min(folder.glob(_PASSAGES)), dict[str, _Segments])
    for _, segments in sorted(marked.items()):
        places = [folder / "cache" / segments.file, folder / "eval" / segments.file]
        page = next((place for place in places if place.is_file()), None)
        if page:
            yield Passages(page, segments.wanted, segments.unwanted)


def _decode(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: no marked web pages: {error}") from error
