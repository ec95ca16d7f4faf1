"""How the formats are told apart: what lies in a folder, how a file begins."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

LINES = 40
CONLL2003_COLUMNS = 4
CONLL04_COLUMNS = 5


def is_gum(path: Path) -> bool:
    """GUM: a folder with ``dep`` and ``coref``."""
    return _holds(path, "dep/*.conllu") and (path / "coref").is_dir()


def is_ecbplus(path: Path) -> bool:
    """ECB+: a folder with ``ECB+`` and the list of reviewed sentences."""
    return (path / "ECB+").is_dir()


def is_polnear(path: Path) -> bool:
    """PolNeAR: a folder with ``attributions`` and ``text``."""
    return _holds(path, "attributions/*.ann") and (path / "text").is_dir()


def is_basil(path: Path) -> bool:
    """BASIL: a folder with ``articles`` and ``annotations``."""
    return (path / "articles").is_dir() and _holds(path, "annotations/**/*_ann.json")


def is_casie(path: Path) -> bool:
    """CASIE: its folder, or the one of its annotations."""
    return path.is_dir() and any(map(is_casie_file, islice(sorted(casie_folder(path).glob("*.json")), 1)))


def casie_folder(path: Path) -> Path:
    """Where CASIE's annotations lie."""
    return path / "annotation" if (path / "annotation").is_dir() else path


def is_casie_file(path: Path) -> bool:
    """A file of CASIE: an object with ``content`` and ``cyberevent``."""
    return path.suffix == ".json" and {"content", "cyberevent"} <= _keys(_text(path))


def is_timeml(path: Path) -> bool:
    """TimeML: a file, or a folder that holds some at any depth."""
    return path.suffix == ".tml" or _holds(path, "**/*.tml")


def is_conllu(path: Path) -> bool:
    """CoNLL-U: a file, or a folder of such."""
    return path.suffix == ".conllu" or _holds(path, "*.conllu")


def is_brackets(path: Path) -> bool:
    """CoNLL-2012 columns: a file, or a folder that holds some at any depth."""
    if path.is_dir():
        return any(map(is_brackets, islice(sorted(path.rglob("*.conll")), 1)))
    return _first_line(path).startswith("#begin document")


def is_dwie(path: Path) -> bool:
    """DWIE: JSON lines with ``tokens`` and ``iptc``, or the folder of that file."""
    if path.is_dir():
        return any(map(is_dwie, islice(sorted(path.glob("dwie*.jsonl")), 1)))
    return {"tokens", "entities", "relations"} <= _keys(_first_line(path))


def is_linking(path: Path) -> bool:
    """ELEVANT: JSON lines with ``labels``."""
    return {"text", "labels"} <= _keys(_first_line(path))


def is_knowledgenet(path: Path) -> bool:
    """KnowledgeNet: JSON lines with ``facts``."""
    return {"documentId", "facts"} <= _keys(_first_line(path))


def is_neutral(path: Path) -> bool:
    """The neutral form: JSON lines with ``id`` and ``text``."""
    return {"id", "text"} <= _keys(_first_line(path))


def is_conll04(path: Path) -> bool:
    """CoNLL04 in columns: «#doc» before each sentence, then rows of five."""
    lines = _lines(path)
    return bool(lines) and lines[0].startswith("#doc") and len(lines[1:]) > 0 and _columns(lines[1]) >= CONLL04_COLUMNS


def is_conll2003(path: Path) -> bool:
    """CoNLL-2003 columns: four, the last one a tag."""
    rows = [line.split() for line in _lines(path) if line.strip()]
    return bool(rows) and all(
        len(row) == CONLL2003_COLUMNS and (row[-1] == "O" or row[-1][:2] in ("I-", "B-")) for row in rows
    )


def _holds(folder: Path, pattern: str) -> bool:
    return folder.is_dir() and next(folder.glob(pattern), None) is not None


def _lines(path: Path) -> list[str]:
    """The first lines; none of a folder, or of a file that is no text."""
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8") as lines:
            return list(islice(lines, LINES))
    except UnicodeDecodeError:
        return []


def _first_line(path: Path) -> str:
    return next((line for line in _lines(path) if line.strip()), "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        return ""


def _columns(line: str) -> int:
    return len(line.split("\t"))


def _keys(text: str) -> set[str]:
    """The names in a JSON object; none when it is not one."""
    try:
        record = json.loads(text)
    except ValueError:
        return set()
    return set(record) if isinstance(record, dict) else set()
