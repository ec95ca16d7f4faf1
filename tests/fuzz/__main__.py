"""``python -m tests.fuzz --seconds 3600``: bytes that grow towards code not yet reached, through every reader and the cleaner.

It needs ``pip install atheris`` (libFuzzer for Python), which the other tests do without. It begins with the sample corpus,
keeps what it finds worth keeping in ``--work``, and stops with the bytes that broke a promise: no reader raises, every
article is clean text in UTF-8, and its furniture stands in order inside it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsgraph.ingest", "newsgraph.spelling"]):
    from newsgraph.ingest import READERS, ReadOptions, SourceFile, read_file, sketch
    from newsgraph.ingest.furniture import story_of
    from newsgraph.model import Article
    from tests.ingest.promises import assert_in_order

SAMPLES = Path(__file__).parents[2] / "sample_corpus"
SUFFIXES = sorted(READERS)
LARGEST = 20_000
ANY_LANGUAGE = ReadOptions(languages=None)


def check(data: bytes) -> None:
    """Read the bytes as the kind of file that the first of them stands for, and hold the articles to what is promised."""
    if not data:
        return
    suffix = SUFFIXES[data[0] % len(SUFFIXES)]
    for article in read_file(SourceFile("-", f"file{suffix}", data[1:]), ANY_LANGUAGE):
        if not isinstance(article, Article):
            continue
        assert_in_order(article.text, article.furniture)
        assert len(story_of(article.text, article.furniture)) == len(article.text)
        for value in (article.text, article.title, article.url, article.outlet, article.location, *article.authors):
            (value or "").encode()
        assert "\0" not in article.text
        sketch(article.text, article.furniture)


def seed(folder: Path) -> None:
    """The articles of the sample corpus, each behind the byte that stands for its kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(SAMPLES.rglob("*")):
        suffix = "".join(path.suffixes) if "".join(path.suffixes) in READERS else path.suffix
        if path.is_file() and suffix in READERS:
            name = "-".join(path.relative_to(SAMPLES).parts)
            (folder / name).write_bytes(bytes([SUFFIXES.index(suffix)]) + path.read_bytes()[:LARGEST])


def main() -> None:
    """Fuzz for some time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--work", type=Path, default=Path(".fuzz"))
    arguments = parser.parse_args()
    seeds, found = arguments.work / "seeds", arguments.work / "found"
    found.mkdir(parents=True, exist_ok=True)
    seed(seeds)
    limits = [f"-max_total_time={arguments.seconds}", f"-max_len={LARGEST}", "-timeout=20", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={arguments.work}/", str(found), str(seeds)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
