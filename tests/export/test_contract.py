"""What every exporter must do, whatever it writes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph import export as package
from newsgraph.errors import ExportError
from newsgraph.export import EXPORTERS, ExportReport, Selection, Written, export, format_of
from newsgraph.graph.store import GraphStore
from newsgraph.views.files import FRONT, read_files
from tests.export.readers import READERS, WHOLE, WITH_ARTICLES

every_format = pytest.mark.parametrize("name", sorted(EXPORTERS))
NETWORKS = sorted(EXPORTERS.keys() - WHOLE)


@pytest.fixture(autouse=True)
def without_the_explorer(request: pytest.FixtureRequest) -> None:
    """Pages are made from the explorer's files, which npm builds."""
    name = request.node.callspec.params.get("name") if hasattr(request.node, "callspec") else None
    if name == "html" and f"/{FRONT}" not in read_files() and not os.environ.get("CI"):
        pytest.skip("the explorer, which npm builds, is missing")


def contents(out: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file in a folder."""
    if out.is_dir():
        return {file.name: file.read_bytes() for file in sorted(out.iterdir())}
    return {"": out.read_bytes()}


def counted(report: ExportReport) -> Written:
    """What a report counts."""
    return Written(nodes=report.nodes, edges=report.edges, quads=report.quads, annotations=report.annotations)


def test_every_exporter_has_a_reader() -> None:
    assert READERS.keys() == EXPORTERS.keys()


@every_format
def test_another_reader_finds_as_much_as_was_written(name: str, store: GraphStore, tmp_path: Path) -> None:
    report = export(store, tmp_path / f"out.{name}")
    assert (report.path, report.format) == (tmp_path / f"out.{name}", name)
    assert READERS[name](report.path) == counted(report)
    if name in WHOLE:
        assert (report.quads or report.annotations or 0) > 25
    elif name not in WITH_ARTICLES:
        assert (report.nodes, report.edges) == (4, 5)


@every_format
def test_nasty_texts_are_written_readable(name: str, nasty: GraphStore, tmp_path: Path) -> None:
    report = export(nasty, tmp_path / f"out.{name}")
    assert READERS[name](report.path) == counted(report)
    texts = {} if name == "parquet" else contents(report.path)
    for data in texts.values():
        data.decode("utf-8")
        assert b"\x00" not in data


@every_format
def test_an_empty_graph_is_a_valid_file(name: str, tmp_path: Path) -> None:
    empty = GraphStore.open(tmp_path / "graph", read_only=False)
    empty.replace_all([])
    report = export(empty, tmp_path / f"out.{name}")
    assert READERS[name](report.path) == counted(report)
    assert not any((report.nodes, report.edges, report.quads, report.annotations))


@every_format
def test_the_same_graph_gives_the_same_bytes(name: str, store: GraphStore, tmp_path: Path) -> None:
    first = contents(export(store, tmp_path / f"one.{name}").path)
    assert contents(export(store, tmp_path / f"two.{name}").path) == first
    assert contents(export(store, tmp_path / f"one.{name}").path) == first  # over itself


SCRIPT = """
import sys
from pathlib import Path
from newsgraph.export import EXPORTERS, export
from tests.graph.corpus import corpus
folder = Path(sys.argv[1])
store = corpus().store(folder / "graph")
for name in EXPORTERS:
    export(store, folder / f"out.{name}")
"""


def test_the_bytes_do_not_hang_on_the_process(tmp_path: Path) -> None:
    digests = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        subprocess.run([sys.executable, "-c", SCRIPT, str(folder)], check=True, env=environment)
        digests.append(
            {
                (name, part): hashlib.sha256(data).hexdigest()
                for name in EXPORTERS
                for part, data in contents(folder / f"out.{name}").items()
            }
        )
    assert digests[0] == digests[1]


class FailedError(Exception):
    """Something that goes wrong in the middle."""


@pytest.mark.parametrize("error", [FailedError, KeyboardInterrupt, ExportError])
@every_format
def test_a_failed_run_leaves_the_old_file(
    name: str, error: type[BaseException], store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / f"out.{name}"
    export(store, out)
    before, beside = contents(out), sorted(tmp_path.iterdir())
    whole = EXPORTERS[name]

    def half(graph: GraphStore, path: Path, selection: Selection) -> Written:
        whole(graph, path, selection)
        raise error("in the middle")

    monkeypatch.setitem(EXPORTERS, name, half)
    for target in (out, tmp_path / f"new.{name}"):
        with pytest.raises(error):
            export(store, target)
    assert contents(out) == before
    assert sorted(tmp_path.iterdir()) == beside


@every_format
def test_a_disk_that_refuses_is_one_plain_error(
    name: str, store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(graph: GraphStore, path: Path, selection: Selection) -> Written:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(EXPORTERS, name, full)
    with pytest.raises(ExportError, match=r"cannot be written: No space left"):
        export(store, tmp_path / f"out.{name}")


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_what_holds_the_whole_graph_is_never_cut(name: str, store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="filters apply to"):
        export(store, tmp_path / f"out.{name}", types=["Person"])
    assert not (tmp_path / f"out.{name}").exists()


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_are_filtered(name: str, store: GraphStore, tmp_path: Path) -> None:
    report = export(store, tmp_path / f"out.{name}", types=["Person"])
    assert READERS[name](report.path) == counted(report)
    if name in WITH_ARTICLES:
        whole = export(store, tmp_path / f"whole.{name}")
        assert (report.nodes or 0) < (whole.nodes or 0)
        assert (report.edges or 0) < (whole.edges or 0)
    else:
        assert (report.nodes, report.edges) == (2, 1)


@pytest.mark.parametrize(
    ("out", "format_", "expected"),
    [
        ("a.gexf", None, "gexf"),
        ("a.GraphML", None, "graphml"),
        ("a.ttl", None, "ttl"),
        ("a.nt", None, "nt"),
        ("a.nq", None, "nq"),
        ("a.trig", None, "trig"),
        ("a.jsonld", None, "jsonld"),
        ("a.rdf", None, "rdf"),
        ("a.xml", None, "rdf"),
        ("a.json", None, "json"),
        ("a.ttl12", None, "ttl12"),
        ("a.annotations", None, "annotations"),
        ("a.Annotations.jsonl", None, "annotations"),
        ("a.csv", None, "csv"),
        ("tables/", None, "csv"),
        ("tables.parquet", None, "parquet"),
        ("tables.parquet/", None, "parquet"),
        ("tables.gexf/", None, "csv"),
        ("graph.neo4j", None, "neo4j"),
        ("a.ftm", None, "ftm"),
        ("a.ftm.json", None, "ftm"),
        (".", None, "csv"),
        ("a.txt", "gexf", "gexf"),
        (Path("a.json"), "jsonld", "jsonld"),
    ],
)
def test_the_suffix_says_the_format(out: Path | str, format_: str | None, expected: str) -> None:
    assert format_of(out, format_) == expected


@pytest.mark.parametrize(
    ("out", "format_"),
    [
        ("a.docx", None),
        ("a", None),
        ("a.gexf.gz", None),
        ("a.gexf", "docx"),
        ("a.jsonl", None),
        (".annotations.jsonl", None),
        ("", "GEXF"),
        (".gexf", None),
    ],
)
def test_an_unknown_format_is_refused_with_all_there_are(out: str, format_: str | None) -> None:
    with pytest.raises(ExportError) as caught:
        format_of(f"nowhere/{out}", format_)
    assert all(name in str(caught.value) for name in EXPORTERS)


def test_a_report_reads_as_a_line() -> None:
    assert str(ExportReport(Path("a.gexf"), "gexf", nodes=0, edges=3)) == "a.gexf: 0 nodes, 3 edges"
    assert str(ExportReport(Path("a.nq"), "nq", quads=7)) == "a.nq: 7 quads"
    assert str(ExportReport(Path("a.jsonl"), "annotations", annotations=7)) == "a.jsonl: 7 annotations"


def test_a_folder_keeps_what_else_is_in_it(store: GraphStore, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    (out / "nodes.csv").write_text("old")
    assert export(store, out).format == "csv"
    assert sorted(contents(out)) == ["claims.csv", "edges.csv", "nodes.csv", "notes.txt"]
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "nodes.csv").read_text() != "old"


def test_a_link_stays_a_link(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "real.nt").write_text("old")
    (tmp_path / "link.nt").symlink_to(tmp_path / "real.nt")
    export(store, tmp_path / "link.nt")
    assert (tmp_path / "link.nt").is_symlink()
    assert (tmp_path / "real.nt").read_text() != "old"


def test_what_a_killed_run_left_does_not_matter(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / ".out.csv.partial").mkdir()
    (tmp_path / ".out.csv.partial" / "nodes.csv").write_text("half")
    (tmp_path / ".out.nt.partial").write_text("half")
    export(store, tmp_path / "out.csv")
    export(store, tmp_path / "out.nt")
    assert not list(tmp_path.glob(".*"))


def test_wrong_places_are_refused_before_anything_is_written(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "folder.gexf").mkdir()
    (tmp_path / "file.csv").write_text("mine")
    for out, format_ in (("folder.gexf", "gexf"), ("file.csv", None), ("missing/out.gexf", None)):
        with pytest.raises(ExportError, match=out):
            export(store, tmp_path / out, format=format_)
    assert (tmp_path / "file.csv").read_text() == "mine"


def test_the_public_names_are_sorted() -> None:
    assert sorted(package.__all__, key=str.swapcase) == sorted(set(package.__all__), key=str.swapcase)
