"""The user's settings: ``reportedly.toml`` in the working folder, else ``config.toml`` in the user's own folder."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import click


def pipelines() -> dict[str, str]:
    """The table ``[pipelines]``: by language, the spaCy pipeline to use instead of the bundled one.

    :raises click.ClickException: naming the file, if it is not TOML or the table is not one of names.
    """
    path, settings = _settings()
    table = settings.get("pipelines", {})
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        raise click.ClickException(f'{path}: [pipelines] should hold lines such as fr = "fr_core_news_lg"')
    return table


def setting(key: str) -> str | None:
    """A setting that names a file, such as ``ontology`` or ``ledger``, seen from the settings' folder.

    :raises click.ClickException: naming the file, if it is not TOML or the setting is not a name.
    """
    path, settings = _settings()
    name = settings.get(key)
    if name is None or path is None:
        return None
    if not isinstance(name, str):
        raise click.ClickException(f"{path}: {key} should be a file's name in quotes")
    return str(path.parent / name)


def ontology() -> str | None:
    """The file of a user's own ontology, if the settings name one."""
    return setting("ontology")


def _settings() -> tuple[Path | None, dict[str, Any]]:
    """The file of settings, and what it says."""
    path = config_file()
    if path is None:
        return None, {}
    try:
        return path, tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path}: {error}") from error


def config_file() -> Path | None:
    """The first of the places for settings that has some."""
    places = (Path("reportedly.toml"), Path(click.get_app_dir("reportedly")) / "config.toml")
    return next((path for path in places if path.is_file()), None)
