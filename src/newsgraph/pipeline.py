"""Joins the stages: build and remove. Nothing is computed here that a stage could compute."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.config import Config
from newsgraph.cycles import no_search_for_cycles
from newsgraph.engines import choose_engine
from newsgraph.extract.version import extractor_name
from newsgraph.graph.mapping import LAYOUT, Corpus
from newsgraph.graph.renewal import noted_counts, write_graph
from newsgraph.graph.store import GraphStore
from newsgraph.graph.tally import Tally
from newsgraph.ingest import (
    Printed,
    ReadOptions,
    SourceFile,
    credited_agency,
    find_files,
    group_copies,
    holds_many,
    read_file,
    runs_of,
)
from newsgraph.kb import KnowledgeBase, workspace_kb
from newsgraph.model import Article, Decision, Resolution, Skipped
from newsgraph.resolve import IDENTITY_RULES, Bench, Gathered, Known, gather, pack, resolve_gathered, unpack
from newsgraph.version import __version__
from newsgraph.workspace import ArticleTexts, Workspace, content_hash

if TYPE_CHECKING:
    from newsgraph.graph.server import SparqlServer

# Articles whose extractions are committed together: little is lost when a run is cut short.
BATCH = 16
# Characters that are read together, unless one article has more: what a process holds depends on them.
BATCH_CHARACTERS = 100_000
TALLY = "tally.sqlite"

# Told of the work as it goes on: the stage, how much is done, how much there is (None: not known yet).
Progress = Callable[[str, int, int | None], None]


def no_progress(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, and what the graph now holds; ``words`` are those of the articles extracted in this run."""

    articles_new: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    articles_skipped: int = 0
    words: int = 0
    mentions: int = 0
    entities: int = 0
    statements: int = 0
    claims: int = 0
    events: int = 0
    quads: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """Where articles are read: the engine, and how many processes (``None``: as the articles and cores need)."""

    engine: str = "local"
    workers: int | None = None


@dataclass(slots=True)
class _Tally:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def build(
    workspace: Workspace,
    sources: Sequence[str],
    config: Config,
    *,
    options: ReadOptions | None = None,
    spread: Spread = Spread(),
    progress: Progress = no_progress,
    on_skip: Callable[[Skipped], None] = lambda _: None,
) -> Summary:
    """Bring the graph up to date with some sources; only what is new or changed is read and extracted.

    Raises:
        SourceError: when a source does not exist.
        ConfigError: when the model or the engine is not installed, or the address of the server is none.
        WorkspaceError: when another run is writing, or the disk refuses.
    """
    started = time.monotonic()
    check_server(config)
    options = options or ReadOptions(columns=config.columns, languages=frozenset(config.languages))
    tally = _Tally()
    with workspace.writing():
        _ingest_all(workspace, sources, options, tally, progress)
        words = _extract(workspace, config, tally, spread, progress)
        for skipped in tally.skipped:
            on_skip(skipped)
        counts = refresh_graph(workspace, config, progress)
    return Summary(
        articles_new=tally.new,
        articles_changed=tally.changed,
        articles_unchanged=tally.unchanged,
        articles_skipped=len(tally.skipped),
        words=words,
        mentions=counts["mentions"],
        entities=counts["entities"],
        statements=counts["statements"],
        claims=counts["claims"],
        events=counts["events"],
        quads=counts["quads"],
        seconds=round(time.monotonic() - started, 2),
    )


def check_server(config: Config) -> None:
    """Tell a wrong address before articles are read for it.

    Raises:
        ConfigError: when the settings name a server by what is no address.
    """
    if config.store:
        _server(config).close()


def remove(workspace: Workspace, names: Sequence[str], config: Config, *, progress: Progress = no_progress) -> int:
    """Forget some articles, named by id, URL or path; the graph is then the one that never had them.

    Raises:
        NotFoundError: when one is not there; none is removed then.
        WorkspaceError: when another run is writing, or the disk refuses.
    """
    ids = [workspace.find_article(name) for name in names]
    with workspace.writing():
        with workspace.transaction():
            for article_id in ids:
                workspace.remove_article(article_id)
        refresh_graph(workspace, config, progress)
    return len(set(ids))


def _ingest_all(
    workspace: Workspace, sources: Sequence[str], options: ReadOptions, tally: _Tally, progress: Progress
) -> None:
    for file in find_files(sources):
        if isinstance(file, Skipped):
            tally.skipped.append(file)
            with workspace.transaction():
                workspace.close_file(file.where, "", [file])
        else:
            _ingest(workspace, file, options, tally)
        progress("reading", tally.new + tally.changed + tally.unchanged, None)


def _ingest(workspace: Workspace, file: SourceFile, options: ReadOptions, tally: _Tally) -> None:
    try:
        fingerprint = f"{file.fingerprint()} {_options_key(options)}"
    except OSError as error:
        tally.skipped.append(Skipped(file.location, "ingest", f"cannot be read: {error.strerror or error}"))
        return
    if workspace.fingerprint(file.location) == fingerprint:
        tally.unchanged += len(workspace.article_ids(file.location))
        tally.skipped += workspace.skipped(file.location)
        return
    skipped: list[Skipped] = []
    with workspace.transaction():
        seen: set[str] = set()
        former = set(workspace.article_ids(file.location))
        replaces = not holds_many(file)
        for article in read_file(file, options):
            if isinstance(article, Skipped):
                skipped.append(article)
                continue
            seen.add(article.id)
            _keep(workspace, article, file, tally, skipped, replaces=bool(replaces and former - {article.id}))
        if replaces:
            for article_id in former - seen:
                workspace.remove_article(article_id)
        workspace.close_file(file.location, fingerprint, skipped)
    tally.skipped += skipped


def _keep(
    workspace: Workspace,
    article: Article,
    file: SourceFile,
    tally: _Tally,
    skipped: list[Skipped],
    *,
    replaces: bool,
) -> None:
    """Keep an article if it is new or changed; of two files with one article the first by path is kept."""
    state = workspace.article_state(article.id)
    if state is None:
        if replaces:
            tally.changed += 1
        else:
            tally.new += 1
        workspace.put_article(article, file.location)
        return
    kept_file, kept_location, kept_hash = state
    elsewhere = kept_file != file.location
    first = not elsewhere or article.location < kept_location or not Path(kept_file).exists()
    if kept_hash == content_hash(article):
        tally.unchanged += 1
    elif first:
        tally.changed += 1
    else:
        skipped.append(Skipped(article.location, "ingest", f"other text of the same article as {kept_location}"))
    if first:
        workspace.put_article(article, file.location)


def _options_key(options: ReadOptions) -> str:
    shown = (
        sorted(options.columns.items()),
        options.outlet,
        options.date,
        sorted(options.languages or ()),
        __version__,
    )
    return repr(shown)


def _extract(workspace: Workspace, config: Config, tally: _Tally, spread: Spread, progress: Progress) -> int:
    """Read what is new or changed; the number of words read."""
    extractor = extractor_name(config.model)
    pending = workspace.pending(extractor)
    words = done = 0
    if pending:
        progress("extracting", 0, len(pending))
        engine = choose_engine(spread.engine, spread.workers, len(pending))
        batches = _batches(workspace.article(article_id) for article_id in pending)
        for outcomes in engine.read(config.model, batches):
            with workspace.transaction():
                for outcome in outcomes:
                    if isinstance(outcome.result, Skipped):
                        workspace.put_unread(outcome.article, extractor, outcome.result.reason)
                    else:
                        workspace.put_extraction(outcome.result, outcome.article)
                        words += outcome.result.words
            done += len(outcomes)
            progress("extracting", done, len(pending))
    tally.skipped += workspace.unread()
    return words


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """What is read together: neither many articles nor much text."""
    batch: list[Article] = []
    characters = 0
    for article in articles:
        if batch and (len(batch) == BATCH or characters + len(article.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(article)
        characters += len(article.text)
    if batch:
        yield batch


@no_search_for_cycles()
def resolve_workspace(workspace: Workspace, config: Config, decisions: Iterable[Decision]) -> Resolution:
    """Who is who in all articles, under these decisions.

    Raises:
        KbError: when the knowledge base of the settings cannot be read.
    """
    outlets: set[str] = set()
    authors: set[tuple[str, str]] = set()
    days: dict[str, str] = {}
    for article in workspace.articles():
        outlets.update([article.outlet] if article.outlet else [])
        authors.update((author, article.outlet or "") for author in article.authors)
        if article.date:
            days[article.id] = article.date
    bench, known = Bench.of(decisions), Known(workspace_kb(workspace.folder, config))
    gathered = _gathered(workspace, bench, known, days)
    return resolve_gathered(gathered, bench, known, outlets=outlets, authors=authors)


def _gathered(workspace: Workspace, bench: Bench, known: Known, days: Mapping[str, str]) -> Iterator[Gathered]:
    """The evidence of each article: as it is kept, but for those that decisions concern."""
    for article_id, kept in workspace.evidence(evidence_rules(known.kb)):
        if kept is None or bench.concerns(article_id):
            yield gather(bench.take(workspace.extraction(article_id)), known, days.get(article_id, ""))
        else:
            yield unpack(kept)


def evidence_rules(kb: KnowledgeBase) -> str:
    """Under which rules, and by which knowledge, evidence is gathered."""
    return f"{IDENTITY_RULES} {kb.version}"


def _keep_evidence(workspace: Workspace, kb: KnowledgeBase) -> None:
    """Gather what was not gathered yet, so that it need not be again."""
    rules, known = evidence_rules(kb), Known(kb)
    with workspace.transaction():
        for article_id in workspace.ungathered(rules):
            gathered = gather(workspace.extraction(article_id), known, workspace.article(article_id).date or "")
            workspace.put_evidence(article_id, rules, pack(gathered))


def _origins(workspace: Workspace) -> dict[str, str]:
    """The origin of each article: the same for all copies of one story."""
    sketches: dict[str, tuple[int, ...]] = {}
    printed: dict[str, Printed] = {}
    for article in workspace.articles():
        sketches[article.id] = article.sketch
        day = date.fromisoformat(article.date[:10]) if article.date else None
        printed[article.id] = Printed(article.outlet, day, credited_agency(article.text, article.outlet))

    def runs(article_id: str) -> frozenset[str]:
        article = workspace.article(article_id)
        return runs_of(article.text, article.furniture)

    return group_copies(sketches, printed, runs)


@no_search_for_cycles()
def refresh_graph(
    workspace: Workspace, config: Config, progress: Progress = no_progress, resolution: Resolution | None = None
) -> dict[str, int]:
    """Derive entities and the store anew if what they rest on has changed; the counts of what the graph holds.

    ``resolution`` is who is who in the workspace as it is now, where that was found out already.
    """
    kb = workspace_kb(workspace.folder, config)
    state = workspace.state(__version__, LAYOUT, IDENTITY_RULES, config.base, kb.version)
    store = GraphStore.open(workspace.graph_folder, read_only=False, base=config.base)
    workspace.graph_folder.mkdir(exist_ok=True)
    with closing(Tally(workspace.graph_folder / TALLY)) as tally:
        before, change = store.state, None
        if before != state or not noted_counts(tally):
            if resolution is None or resolution.kb_version != kb.version:
                progress("resolving", 0, None)
                _keep_evidence(workspace, kb)
                resolution = resolve_workspace(workspace, config, workspace.decisions())
            text = ArticleTexts(workspace).__getitem__
            origins = _origins(workspace)
            corpus = Corpus(workspace.article, workspace.extraction, text, resolution, origins, config.base)
            progress("writing the graph", 0, None)
            change = write_graph(store, tally, corpus, workspace.footprints(), state)
        if config.store:
            # Only who has a server pays for what speaks to it.
            from newsgraph.graph.sending import send_graph  # noqa: PLC0415

            progress("sending the graph", 0, None)
            with closing(_server(config)) as server:
                send_graph(store, server, before, change)
        return noted_counts(tally)


def _server(config: Config) -> SparqlServer:
    from newsgraph.graph.server import open_server  # noqa: PLC0415

    return open_server(config.store, config.base)
