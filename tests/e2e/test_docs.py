"""The documents tell the truth: their commands run, what they show occurs, their queries have answers.

How blocks of a document are read::

    ```console          «$ command» is run, and what stands below it must be what is printed
    ```sparql           is asked of the sample corpus, and must have an answer
    ```python           is run; the blocks of one document share their names
    ```output           is what the sparql or python block before it prints
    ```… file=NAME      is written to a file of that name, for what comes after
    ```turtle           must be Turtle, with the known prefixes

«…» stands for any text in a line, and alone in a line for any number of lines. Each document is run from top
to bottom in a folder of its own, which holds the sample corpus and the workspace that `make demo` makes of it.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import rdflib
from docs import refresh

from newsgraph.graph.vocabulary import PREFIXES
from newsgraph.version import __version__

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if path.name not in {"README.md", "cli.md"}
)
DEMO_WORKSPACE = "demo-workspace"
# What `make demo` runs; shown outputs of `make demo` are compared with theirs.
DEMO = (
    f"newsgraph --workspace {DEMO_WORKSPACE} build sample_corpus",
    f"newsgraph --workspace {DEMO_WORKSPACE} query --named related-people",
    f"newsgraph --workspace {DEMO_WORKSPACE} export demo.gexf",
)
# These change the machine or call the tests themselves: they are recognised, not run.
NOT_RUN = re.compile(
    r"make (?P<target>[a-z]+)|pip install \.|pipx install \.|python3? -m venv \.venv|\. \.venv/bin/activate"
    r"|python -m docs\.refresh|pytest(?: \S+)*|git (?:config|add|commit)\b.*"
)


@dataclass(frozen=True)
class Block:
    """A fenced block: where it stands, its language, the file it is to be written to, its text and its output."""

    where: str
    language: str
    file: str | None
    text: str
    output: str | None


@dataclass(frozen=True)
class Command:
    """A command of a console block, and what is shown below it; ``None``: nothing is shown."""

    line: str
    shown: str | None


def read_blocks(document: Path) -> list[Block]:
    """The fenced blocks of a document, in order."""
    blocks: list[Block] = []
    lines = iter(enumerate(document.read_text(encoding="utf-8").splitlines(), start=1))
    for number, line in lines:
        if not line.startswith("```"):
            continue
        info, held = line.removeprefix("```").split(), []
        for _, inner in lines:
            if inner == "```":
                break
            held.append(inner)
        else:
            raise AssertionError(f"{document.name}:{number}: a block that is not closed")
        language, text = info[0] if info else "", "\n".join(held) + "\n"
        if language == "output":
            last = blocks.pop()
            blocks.append(Block(last.where, last.language, last.file, last.text, text))
            continue
        file = next((word.removeprefix("file=") for word in info if word.startswith("file=")), None)
        blocks.append(Block(f"{document.name}:{number}", language, file, text, None))
    return blocks


def read_commands(text: str) -> list[Command]:
    """The commands of a console block; a line that ends in a backslash goes on in the next."""
    commands: list[Command] = []
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        length = next(n for n, line in enumerate(lines, start=1) if not line.endswith("\\"))
        shown = "\n".join(lines[length:])
        commands.append(Command("\n".join(lines[:length]), shown if shown.strip() else None))
    return commands


def _lines(text: str) -> str:
    """The lines that hold something, with runs of blanks and of rules as one."""
    squeezed = (re.sub(r"─+", "─", " ".join(line.split())) for line in text.splitlines())
    return "".join(line + "\n" for line in squeezed if line)


def occurs(shown: str, printed: str) -> bool:
    """Whether a text is what was printed, with «…» for what is left out."""
    pattern = ""
    for line in _lines(shown).splitlines():
        if line == "…":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            # at the end of a line what is left out may begin within a word, or after one
            pattern += r"[^\n]*?".join(re.escape(part.strip()) for part in line.split("…")) + r"\n"
    return re.fullmatch(pattern, _lines(printed)) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a b", "a   b\n", True),
        ("a b", "a c", False),
        ("a", "a\nb", False),
        ("a\n…", "a\nb\nc", True),
        ("…\nc", "a\nb\nc", True),
        ("a\n…\nb", "a\nb", True),
        ("a\nc", "a\nb\nc", False),
        ("one … three", "one two three", True),
        ("one … three", "one\nthree", False),
        ("a ───", "a ─────", True),
    ],
)
def test_shown_output_is_compared(shown: str, printed: str, *, expected: bool) -> None:
    assert occurs(shown, printed) is expected


def run(command: str, folder: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command in a folder, with this Python's programs first in the path; both outputs come as one."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSGRAPH", "COLUMNS"))}
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**kept, "PATH": path, "PYTHONUTF8": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@cache
def sample_folder() -> Path:
    """A folder with the sample corpus and the demo's workspace, made once a session through the command line."""
    folder = Path(tempfile.mkdtemp(prefix="newsgraph-documents-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(ROOT / "sample_corpus", folder / "sample_corpus")
    shutil.copytree(ROOT / "examples", folder / "examples")
    done = run(DEMO[0], folder)
    assert done.returncode == 0, done.stdout
    return folder


class Reader:
    """Does what a document says, from top to bottom, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "reader"
        shutil.copytree(sample_folder(), self.folder)
        self.environment: dict[str, str] = {}
        self.names: dict[str, object] = {"__name__": "__main__"}

    def follow(self, block: Block) -> None:
        """Does what one block says."""
        if block.file:
            path = self.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language in {"console", "sh"}:
            for command in read_commands(block.text):
                self.run(command, block.where)
        elif block.language == "sparql":
            self.ask(block)
        elif block.language == "python":
            self.execute(block)
        elif block.language == "turtle":
            prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
            assert len(rdflib.Graph().parse(data=prefixes + block.text, format="turtle")), block.where
        else:
            assert block.language in {"", "text"}, f"{block.where}: nobody knows what to do with {block.language!r}"

    def run(self, command: Command, where: str) -> None:
        """Runs a command; one that is shown with an error has to fail with it."""
        if setting := re.fullmatch(r"export (\w+)=(\S+)", command.line):
            self.environment[setting[1]] = setting[2]
            return
        lines = [command.line]
        if recognised := NOT_RUN.fullmatch(command.line):
            check_recognised(recognised, where)
            if command.line != "make demo":
                return
            shutil.rmtree(self.folder / DEMO_WORKSPACE)  # a newcomer has none yet
            lines = list(DEMO)
        done = [run(line, self.folder, self.environment) for line in lines]
        printed = "".join(each.stdout for each in done)
        fails = "Error:" in (command.shown or "")
        codes = [each.returncode for each in done]
        assert any(codes) is fails, f"{where}: {command.line}: exit {codes}\n{printed}"
        if command.shown is not None:
            assert occurs(command.shown, printed), f"{where}: {command.line} printed\n{printed}"

    def ask(self, block: Block) -> None:
        """Asks a query; it has to have an answer."""
        (self.folder / "asked.rq").write_text(block.text, encoding="utf-8")
        done = run(f"newsgraph -w {DEMO_WORKSPACE} query -f asked.rq", self.folder)
        assert done.returncode == 0, f"{block.where}: {done.stdout}"
        assert done.stdout.strip() not in {"", "no rows"}, f"{block.where}: no answer"
        if block.output is not None:
            assert occurs(block.output, done.stdout), f"{block.where} printed\n{done.stdout}"

    def execute(self, block: Block) -> None:
        """Runs Python in the folder."""
        printed = io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(printed):
            exec(compile(block.text, block.where, "exec"), self.names)
        if block.output is not None:
            assert occurs(block.output, printed.getvalue()), f"{block.where} printed\n{printed.getvalue()}"


def check_recognised(command: re.Match[str], where: str) -> None:
    """A command that is not run must at least exist."""
    target = command.groupdict().get("target")
    if target:
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{where}: the Makefile has no {target}"


def follow(document: Path, folder: Path) -> None:
    """Does all that a document says."""
    reader = Reader(folder)
    for block in read_blocks(document):
        reader.follow(block)


# rdflib warns of its own use of its own attribute
ignore_rdflib = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")


def check_links(document: Path) -> None:
    """Links to files of the project lead somewhere."""
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("https://", "http://", "#")):
            path = document.parent / target.split("#")[0]
            assert path.exists(), f"{document.name}: {target} leads nowhere"


@ignore_rdflib
@pytest.mark.model
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document_tells_the_truth(document: Path, tmp_path: Path) -> None:
    follow(document, tmp_path)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    check_links(document)


@pytest.mark.parametrize("name", sorted(refresh.GENERATED))
def test_generated_pages_are_current(name: str) -> None:
    """Compared without their line breaks: where a help text is folded is click's business."""
    kept = (ROOT / name).read_text(encoding="utf-8")
    assert kept.split() == refresh.GENERATED[name]().split(), "run `python -m docs.refresh`"


def test_demo_is_what_the_makefile_runs() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(DEMO)", DEMO_WORKSPACE)
    for command in DEMO:
        assert command in recipe


def test_architecture_names_the_layers_as_they_are() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(each["layers"] for each in contracts["contracts"] if each["type"] == "layers")
    written = " > ".join(layers).replace("newsgraph.", "")
    assert written in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_architecture_names_files_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    source = ROOT / "src" / "newsgraph"
    folders = [path.name for path in source.iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    assert [name for name in folders if f"`{name}/`" not in text] == []
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|ttl|md))`", text)
    assert named
    missing = [name for name in named if not any((base / name).exists() for base in (ROOT, source))]
    assert missing == []


def test_changelog_and_citation_name_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'version: "{__version__}"' in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_glossary_has_a_word_for_every_value_of_the_model() -> None:
    """A kind of furniture, a stance, a standing … that a user can meet is explained."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    assert [word for word in refresh.words_of_the_model() if word.lower() not in glossary] == []
