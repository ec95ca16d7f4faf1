"""Countries and the states of the United States, by code: facts that more than one stage needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Territory:
    """A country (``ru``) or a state of the United States (``us-oh``), with its short and its full name."""

    code: str
    name: str
    full_name: str
    is_historical: bool

    @property
    def is_country(self) -> bool:
        """Whether it is a country, and no state of one."""
        return "-" not in self.code


@cache
def get_territories() -> tuple[Territory, ...]:
    """All of them, by code."""
    lines = resources.files(__package__).joinpath("territories.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple(Territory(row[0], row[1], row[2], row[3:] == ["historical"]) for row in rows)


@cache
def by_postal_code() -> dict[str, Territory]:
    """The states of the United States by their two letters: «OH»."""
    return {t.code.removeprefix("us-").upper(): t for t in get_territories() if t.code.startswith("us-")}
