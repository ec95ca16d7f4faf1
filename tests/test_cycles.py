from __future__ import annotations

import gc

import pytest

from newsgraph.cycles import no_search_for_cycles


def test_the_search_goes_on_afterwards() -> None:
    with pytest.raises(ValueError, match="inside"), no_search_for_cycles():  # noqa: PT012  # what stands inside counts
        assert not gc.isenabled()
        raise ValueError("inside")
    assert gc.isenabled()


def test_who_does_without_it_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    enabled: list[bool] = []
    monkeypatch.setattr(gc, "enable", lambda: enabled.append(True))
    monkeypatch.setattr(gc, "disable", lambda: None)
    with no_search_for_cycles():
        pass
    assert not enabled
