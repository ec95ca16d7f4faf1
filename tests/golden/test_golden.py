from __future__ import annotations

import pytest

from tests.golden import FOLDER, golden_views


@pytest.mark.model
def test_extractions_are_those_of_the_golden_files() -> None:
    """What changed shows as a diff; `make golden` takes it over once it was read and found better."""
    expected = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.json"))}
    found = dict(golden_views())
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text == expected[name], f"{name} differs; `make golden` rewrites it"
