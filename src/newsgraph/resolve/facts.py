"""The facts that this stage rests on: the TOML files beside this module, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_facts(file_name: str) -> dict[str, Any]:
    """A TOML file of this folder, parsed: «places.toml»."""
    text = resources.files("newsgraph.resolve").joinpath(file_name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def name_words(kind: str) -> frozenset[str]:
    """One list of ``common_names.toml``: «given», «family», «titles», «particles» …"""
    return frozenset(read_facts("common_names.toml")[kind])


@cache
def _walks() -> dict[str, str]:
    return {head: walk for walk, row in read_facts("posts.toml").items() for head in row["heads"]}


def walk_of_life(head: str) -> str:
    """Where a post is held: «clerk» -> «public», «coach» -> «sports»; an unknown one is a walk of its own."""
    return _walks().get(head, head)


def is_post(head: str) -> bool:
    """Whether it is known where such a post is held."""
    return head in _walks()


@cache
def body_words(kind: str) -> frozenset[str]:
    """One list of ``bodies.toml``: «local», «local_tails», «legal_forms», «common» …."""
    return frozenset(read_facts("bodies.toml")[kind])
