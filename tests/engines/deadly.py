"""Reading that ends its process: for ever where the text says «poison», once where it names a file to leave behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from newsgraph.engines.reading import Outcome
from newsgraph.errors import ConfigError
from newsgraph.model import Article, Extraction


def read(model: str, articles: Sequence[Article]) -> list[Outcome]:
    """An empty extraction of each article, if its text lets the process live."""
    if model == "missing":
        raise ConfigError("model 'missing': not installed")
    for article in articles:
        left = Path(article.text)
        if article.text == "poison" or (article.text.startswith("/") and not left.exists()):
            if article.text != "poison":
                left.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [Outcome(article, Extraction(article.id, model)) for article in articles]
