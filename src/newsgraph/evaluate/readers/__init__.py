"""One reader a format: from a file or folder as its makers publish it to the neutral form.

The format is told by looking: what lies in a folder, how a file begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgraph.evaluate.gold import GoldArticle, GoldError, read_gold
from newsgraph.evaluate.readers import looks
from newsgraph.evaluate.readers.basil import read_basil
from newsgraph.evaluate.readers.casie import read_casie, read_casie_article
from newsgraph.evaluate.readers.conll04 import read_conll04
from newsgraph.evaluate.readers.conll2003 import read_conll2003
from newsgraph.evaluate.readers.dwie import read_dwie
from newsgraph.evaluate.readers.ecbplus import DEV_TOPICS, read_ecbplus
from newsgraph.evaluate.readers.gum import read_gum, read_ontogum
from newsgraph.evaluate.readers.knowledgenet import read_knowledgenet
from newsgraph.evaluate.readers.linking import read_linking
from newsgraph.evaluate.readers.litbank import read_litbank
from newsgraph.evaluate.readers.polnear import read_polnear
from newsgraph.evaluate.readers.timeml import read_timeml

# Told the path and the task: some data answers different tasks from different files.
Reader = Callable[[Path, str], Iterator[GoldArticle]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is told, and how it is read."""

    fits: Callable[[Path], bool]
    read: Reader


def _read_gum_folder(folder: Path, task: str) -> Iterator[GoldArticle]:
    """Coreference: the news with OntoGUM's chains; else all documents but the masked ones, with all mentions."""
    if task == "coref":
        chains = next(folder.glob("coref/**/GUM_news_*.conll")).parent
        for path in sorted((folder / "dep").glob("GUM_news_*.conllu")):
            brackets = chains / f"{path.stem}.conll"
            if brackets.exists():
                yield read_ontogum(path, brackets)
        return
    for path in sorted((folder / "dep").glob("*.conllu")):
        if "_reddit_" not in path.name:
            yield read_gum(path)


def _read_ecbplus_folder(folder: Path, _: str) -> Iterator[GoldArticle]:
    there = {path.name for path in (folder / "ECB+").iterdir() if path.is_dir()}
    return read_ecbplus(folder, (there & DEV_TOPICS) or there)


def _each(suffix: str, read: Callable[[Path], GoldArticle]) -> Reader:
    """A reader of a file, or of all such files of a folder and those under it."""

    def read_all(path: Path, _: str) -> Iterator[GoldArticle]:
        paths = sorted(path.rglob(f"*{suffix}")) if path.is_dir() else [path]
        return (read(file) for file in paths)

    return read_all


def _alone(read: Callable[[Path], Iterator[GoldArticle]]) -> Reader:
    return lambda path, _: read(path)


def _dwie_file(path: Path) -> Path:
    return path if path.is_file() else next(iter(sorted(path.glob("dwie*.jsonl"))))


# The first that fits is taken.
FORMATS: dict[str, Format] = {
    "gum": Format(looks.is_gum, _read_gum_folder),
    "ecbplus": Format(looks.is_ecbplus, _read_ecbplus_folder),
    "polnear": Format(looks.is_polnear, _alone(read_polnear)),
    "basil": Format(looks.is_basil, _alone(read_basil)),
    "casie": Format(looks.is_casie, _alone(lambda path: read_casie(looks.casie_folder(path)))),
    "casie file": Format(looks.is_casie_file, _each(".json", read_casie_article)),
    "timeml": Format(looks.is_timeml, _alone(read_timeml)),
    "gum file": Format(looks.is_conllu, _each(".conllu", read_gum)),
    "litbank": Format(looks.is_brackets, _each(".conll", read_litbank)),
    "dwie": Format(looks.is_dwie, _alone(lambda path: read_dwie(_dwie_file(path)))),
    "linking": Format(looks.is_linking, _alone(read_linking)),
    "knowledgenet": Format(looks.is_knowledgenet, _alone(read_knowledgenet)),
    "neutral": Format(looks.is_neutral, _alone(read_gold)),
    "conll04": Format(looks.is_conll04, _alone(read_conll04)),
    "conll2003": Format(looks.is_conll2003, _alone(read_conll2003)),
}


def read_data(path: Path, task: str) -> Iterator[GoldArticle]:
    """The articles of a file or folder in any format that is known.

    Raises:
        GoldError: when it is not there, or in none of them.
    """
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    for form in FORMATS.values():
        if form.fits(path):
            return form.read(path, task)
    raise GoldError(f"{path}: in none of the formats known ({', '.join(FORMATS)}); see docs/evaluate.md")
