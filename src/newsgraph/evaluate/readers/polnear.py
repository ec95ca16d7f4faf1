"""PolNeAR (Newell et al. 2018): brat files with attributions, each of a source, a cue and a content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldQuote, Offsets

ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
DATE = re.compile(r"_(\d{4}-\d\d-\d\d)_")


def read_polnear(folder: Path) -> Iterator[GoldArticle]:
    """The articles of a part (``data/dev``), one annotator's reading of each: the first by name."""
    seen: set[str] = set()
    for marked in sorted((folder / "attributions").glob("*.ann")):
        name = ANNOTATOR.sub("", marked.stem)
        if name in seen:
            continue
        seen.add(name)
        text = _text_of(folder / "text", marked.stem, name)
        date = DATE.search(name)
        yield GoldArticle(id=name, text=text, date=date[1] if date else None, quotes=tuple(_quotes(marked, text)))


def _text_of(folder: Path, stem: str, name: str) -> str:
    path = next(path for path in (folder / f"{name}.txt", folder / f"{stem}.txt") if path.exists())
    with path.open(encoding="utf-8", newline="") as stream:  # offsets count «\r» too
        return stream.read()


def _quotes(marked: Path, text: str) -> Iterator[GoldQuote]:
    spans: dict[str, Offsets] = {}
    roles: list[dict[str, list[str]]] = []
    for line in marked.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T") and "\t" in rest:
            numbers = [int(n) for n in re.findall(r"\d+", rest.split("\t")[0].split(" ", 1)[1])]
            spans[key] = _trimmed(text, min(numbers), max(numbers))
        elif key.startswith("E"):
            role: dict[str, list[str]] = defaultdict(list)
            for part in rest.split():
                label, _, target = part.partition(":")
                role[label.rstrip("0123456789")].append(target)
            roles.append(role)
    for role in roles:
        whole = {label: _hull([spans[key] for key in keys if key in spans]) for label, keys in role.items()}
        content = whole.get("Content")
        if content is not None:
            yield GoldQuote(content, source=whole.get("Source"), cue=whole.get("Cue"))


def _hull(spans: list[Offsets]) -> Offsets | None:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def _trimmed(text: str, start: int, end: int) -> Offsets:
    """Without white space at the edges."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
