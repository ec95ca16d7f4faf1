from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from newsgraph import pipeline as pipeline_module
from newsgraph.config import Config
from newsgraph.errors import ConfigError, NotFoundError, SourceError
from newsgraph.extract import pipeline as extraction
from newsgraph.graph.results import rows_of
from newsgraph.graph.store import GraphStore
from newsgraph.graph.verify import verify
from newsgraph.kb import open_kb
from newsgraph.model import Article, Extraction, Skipped
from newsgraph.pipeline import Summary, build, evidence_rules, remove
from newsgraph.resolve import unpack
from newsgraph.workspace import ArticleTexts, Workspace
from tests.build import article as build_article
from tests.dumps import dump

pytestmark = pytest.mark.model

STORIES = {
    "a.txt": "Ana Roth named chief\n\nAna Roth, the chief executive of Deutsche Bank, met Boris Johnson in London on Tuesday.\n",
    "b.txt": "Bank denies report\n\nDeutsche Bank denied the report on Monday. Ana Roth said the bank had met nobody.\n",
    "c.txt": "Husband speaks\n\nPaul Roth, the husband of Ana Roth, works for CNN. He said Mrs. Roth would resign.\n",
}


def write(folder: Path, stories: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *sources: Path | str) -> Summary:
    with Workspace.open(folder, create=True) as workspace:
        return build(workspace, [str(source) for source in sources], Config())


def test_a_second_build_finds_all_unchanged_and_leaves_the_same_bytes(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    first = run(tmp_path / "ws", articles)
    before = dump(tmp_path / "ws")
    second = run(tmp_path / "ws", articles)
    assert (first.articles_new, first.articles_unchanged) == (3, 0)
    assert (second.articles_new, second.articles_changed, second.articles_unchanged) == (0, 0, 3)
    assert (second.words, second.quads) == (0, first.quads)
    assert dump(tmp_path / "ws") == before


def test_two_builds_from_nothing_give_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    paths = sorted(articles.iterdir())
    run(tmp_path / "one", articles)
    for seed in range(3):
        random.Random(seed).shuffle(paths)
        run(tmp_path / f"ws{seed}", *paths)
        assert dump(tmp_path / f"ws{seed}") == dump(tmp_path / "one")


def test_articles_that_come_one_by_one_give_the_graph_of_one_build(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "one", articles)
    for path in sorted(articles.iterdir(), reverse=True):
        run(tmp_path / "many", path)
    assert dump(tmp_path / "many") == dump(tmp_path / "one")


def test_a_changed_file_replaces_its_article(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "ws", articles)
    changed = STORIES | {"b.txt": "Bank silent\n\nThe bank said nothing on Monday, and Angela Merkel did not ask.\n"}
    write(articles, changed)
    summary = run(tmp_path / "ws", articles)
    assert (summary.articles_new, summary.articles_changed, summary.articles_unchanged) == (0, 1, 2)
    run(tmp_path / "fresh", write(tmp_path / "in2", changed))
    # The fresh build reads from another folder; where a file lay is no part of the graph.
    assert dump(tmp_path / "ws") == dump(tmp_path / "fresh")


def test_removing_an_article_leaves_the_graph_that_never_had_it(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "ws", articles)
    with Workspace.open(tmp_path / "ws") as workspace:
        assert remove(workspace, [str(articles / "c.txt")], Config()) == 1
    (articles / "c.txt").unlink()
    run(tmp_path / "fresh", articles)
    assert dump(tmp_path / "ws") == dump(tmp_path / "fresh")


def test_of_articles_to_remove_all_must_be_there(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "ws", articles)
    with Workspace.open(tmp_path / "ws") as workspace:
        with pytest.raises(NotFoundError):
            remove(workspace, [str(articles / "c.txt"), "no such article"], Config())
        assert len(workspace.article_ids()) == 3


def test_one_url_in_two_files_is_one_article_and_the_first_path_wins(tmp_path: Path) -> None:
    record = {"text": STORIES["a.txt"], "url": "https://x.example/1", "title": "A"}
    other = record | {"text": STORIES["b.txt"]}
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (folder / "2.jsonl").write_text(json.dumps(other), encoding="utf-8")
    forth = run(tmp_path / "forth", folder / "1.jsonl", folder / "2.jsonl")
    back = run(tmp_path / "back", folder / "2.jsonl", folder / "1.jsonl")
    assert forth.articles_new == 1
    assert forth.articles_skipped == 1
    assert back.quads == forth.quads
    assert dump(tmp_path / "forth") == dump(tmp_path / "back")


def test_batches_are_bounded_in_articles_and_in_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline_module, "BATCH", 3)
    monkeypatch.setattr(pipeline_module, "BATCH_CHARACTERS", 10)
    lengths = [12, 4, 6, 1, 1, 1, 1, 1]
    batches = pipeline_module._batches(
        build_article("x" * length, outlet=str(place)) for place, length in enumerate(lengths)
    )
    assert [[len(each.text) for each in batch] for batch in batches] == [[12], [4, 6], [1, 1, 1], [1, 1]]


def test_a_run_that_is_cut_short_is_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "whole", articles)
    monkeypatch.setattr(pipeline_module, "BATCH", 1)

    def stop(stage: str, done: int, total: int | None) -> None:
        if stage == "extracting" and done == 2:
            raise KeyboardInterrupt

    with Workspace.open(tmp_path / "cut", create=True) as workspace:
        with pytest.raises(KeyboardInterrupt):
            build(workspace, [str(articles)], Config(), progress=stop)
        assert len(list(workspace.extractions())) == 2
    summary = run(tmp_path / "cut", articles)
    assert summary.articles_unchanged == 3
    assert dump(tmp_path / "cut") == dump(tmp_path / "whole")


def test_a_store_deleted_by_hand_is_made_again(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    run(tmp_path / "ws", articles)
    before = dump(tmp_path / "ws")
    (tmp_path / "ws" / "graph" / "current").unlink()
    run(tmp_path / "ws", articles)
    assert dump(tmp_path / "ws") == before


def test_an_article_that_breaks_a_rule_is_skipped_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = write(tmp_path / "in", STORIES)
    whole = extraction._extraction

    def fail_on_b(loaded: object, article: Article, doc: object) -> Extraction:
        if "denies" in article.text:
            raise ZeroDivisionError("broken")
        return whole(loaded, article, doc)  # type: ignore[arg-type]

    monkeypatch.setattr(extraction, "_extraction", fail_on_b)
    skipped: list[Skipped] = []
    with Workspace.open(tmp_path / "ws", create=True) as workspace:
        summary = build(workspace, [str(articles)], Config(), on_skip=skipped.append)
    assert summary.articles_skipped == 1
    assert [s.stage for s in skipped] == ["extract"]
    assert "ZeroDivisionError: broken" in skipped[0].reason
    assert summary.entities > 0


def test_bad_files_are_skipped_with_their_reason(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    (articles / "empty.txt").write_text("", encoding="utf-8")
    (articles / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (articles / "latin.txt").write_bytes("Größe und Güte".encode("latin-1"))
    (articles / "broken.jsonl").write_text('{"text": "x"\n{"title": "no text"}\n', encoding="utf-8")
    skipped: list[Skipped] = []
    with Workspace.open(tmp_path / "ws", create=True) as workspace:
        summary = build(workspace, [str(articles)], Config(), on_skip=skipped.append)
    assert summary.articles_new == 3
    assert summary.articles_skipped == len(skipped) == 5
    assert all(item.reason for item in skipped)
    assert run(tmp_path / "ws", articles).articles_skipped == 5


def test_a_source_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        run(tmp_path / "ws", tmp_path / "nowhere")


def test_a_model_that_is_not_installed_stops_the_run(tmp_path: Path) -> None:
    articles = write(tmp_path / "in", STORIES)
    with (
        Workspace.open(tmp_path / "ws", create=True) as workspace,
        pytest.raises(ConfigError, match="no_such_model"),
    ):
        build(workspace, [str(articles)], Config(model="no_such_model"))


def test_the_evidence_of_an_article_is_kept_with_its_day(tmp_path: Path) -> None:
    story = "---\ntitle: Talks\ndate: 2017-03-06\nurl: https://gazette.example/\n---\nAna Roth met Jonas Lindqvist.\n"
    run(tmp_path / "ws", write(tmp_path / "in", {"a.txt": story}))
    with Workspace.open(tmp_path / "ws") as workspace:
        ((_, kept),) = workspace.evidence(evidence_rules(open_kb()))
    assert kept is not None
    assert unpack(kept).outline.day == date(2017, 3, 6)
    assert {record.name for record in unpack(kept).records} == {"Ana Roth", "Jonas Lindqvist"}


def test_the_graph_of_the_sample_corpus_verifies(sample_workspace: Path) -> None:
    with Workspace.open(sample_workspace) as workspace:
        report = verify(GraphStore.open(workspace.graph_folder), ArticleTexts(workspace))
    assert report.violations == ()
    assert report.articles == 31


def test_a_country_spoken_of_by_its_adjective_alone_is_the_same_country(tmp_path: Path) -> None:
    stories = {
        "a.txt": "One\n\nRussian officials met Angela Merkel on Tuesday.\n",
        "b.txt": "Two\n\nAngela Merkel left Russia on Monday.\n",
    }
    run(tmp_path / "ws", write(tmp_path / "in", stories))
    countries = rows_of(
        GraphStore.open(tmp_path / "ws" / "graph").query("SELECT ?name { ?c a ng:Country ; skos:prefLabel ?name }")
    )
    assert countries == [{"name": "Russia"}]
