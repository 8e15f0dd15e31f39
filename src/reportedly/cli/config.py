"""The user's settings: ``reportedly.toml`` in the working folder, else ``config.toml`` in the user's own folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click


def pipelines() -> dict[str, str]:
    """The table ``[pipelines]``: by language, the spaCy pipeline to use instead of the bundled one.

    :raises click.ClickException: naming the file, if it is not TOML or the table is not one of names.
    """
    path = config_file()
    if path is None:
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("pipelines", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path}: {error}") from error
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        raise click.ClickException(f'{path}: [pipelines] should hold lines such as fr = "fr_core_news_lg"')
    return table


def config_file() -> Path | None:
    """The first of the places for settings that has some."""
    places = (Path("reportedly.toml"), Path(click.get_app_dir("reportedly")) / "config.toml")
    return next((path for path in places if path.is_file()), None)
