from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.config import Config, read_config
from newsgraph.errors import ConfigError


def test_a_workspace_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path) == Config()


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "newsgraph.toml").write_text(
        'base = "https://graph.example.org/"\nlanguages = ["en", "de"]\n[columns]\ntext = "body"\n', encoding="utf-8"
    )
    config = read_config(tmp_path)
    assert config.base == "https://graph.example.org/"
    assert config.languages == ("en", "de")
    assert config.columns == {"text": "body"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("modle = 'x'", "did you mean 'model'"),
        ("zzz = 1", "known are"),
        ("base = 'not an iri'", "must be an IRI"),
        ("base = 'https://example.org'", "must be an IRI"),
        ("model = 3", "'model' must be"),
        ("languages = 'en'", "'languages' must be"),
        ("columns = ['text']", "'columns' must be"),
        ("model = ", "newsgraph.toml"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "newsgraph.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"newsgraph\.toml") as error:
        read_config(tmp_path)
    assert says in str(error.value)
