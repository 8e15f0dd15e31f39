"""Settings from a file: pipelines by language, refused with the file's name when they are wrong."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from reportedly.cli.config import pipelines


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return tmp_path


def test_no_file_no_settings() -> None:
    assert pipelines() == {}


def test_the_working_folder_comes_before_the_users_own(elsewhere: Path) -> None:
    own = elsewhere / "home" / "reportedly" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[pipelines]\nfr = "own"\n')
    assert pipelines() == {"fr": "own"}
    (elsewhere / "reportedly.toml").write_text('[pipelines]\nfr = "here"\n')
    assert pipelines() == {"fr": "here"}


@pytest.mark.parametrize("text", ["pipelines = 3", "[pipelines]\nfr = 3", "[pipelines"])
def test_wrong_settings_name_the_file(elsewhere: Path, text: str) -> None:
    (elsewhere / "reportedly.toml").write_text(text)
    with pytest.raises(click.ClickException, match=r"reportedly\.toml"):
        pipelines()
