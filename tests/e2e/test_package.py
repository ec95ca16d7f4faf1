"""What is built for others holds all that a run needs."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from newsgraph.version import __version__

ROOT = Path(__file__).parents[2]
NEEDED_AT_RUN_TIME = [
    "newsgraph/py.typed",
    "newsgraph/territories.tsv",
    "newsgraph/extract/relations.toml",
    "newsgraph/extract/events.toml",
    "newsgraph/extract/gazetteer.toml",
    "newsgraph/extract/given_names.tsv",
    "newsgraph/extract/reader/weights/reader.onnx",
    "newsgraph/extract/reader/weights/small.npz",
    "newsgraph/extract/reader/weights/tokenizer.json",
    "newsgraph/evaluate/mapping.toml",
    "newsgraph/kb/seed/people.tsv",
    "newsgraph/kb/seed/bodies.tsv",
    "newsgraph/kb/wikidata_classes.toml",
    "newsgraph/graph/queries/who-denied-what.rq",
    "newsgraph/ontologies/newsgraph.ttl",
    "newsgraph/ontologies/shapes.ttl",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_data(built: Path) -> None:
    with zipfile.ZipFile(built / f"newsgraph-{__version__}-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())
    assert [name for name in NEEDED_AT_RUN_TIME if name not in names] == []
    assert not any("benchmarks" in name or name.startswith("tests/") for name in names)


def test_the_source_archive_holds_what_its_tests_need(built: Path) -> None:
    with tarfile.open(built / f"newsgraph-{__version__}.tar.gz") as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"Makefile", "README.md", "LICENSE", "sample_corpus/LICENSE", "ontologies/newsgraph.ttl"} <= names
    assert any(name.startswith("tests/") for name in names)
