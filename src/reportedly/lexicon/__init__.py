"""Linguistic knowledge as data: ``lexicon/<language>/<name>.toml`` and ``lexicon/ontology/<name>.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import LexiconError


@cache
def load(name: str, language: str) -> dict[str, Any]:
    """One lexicon file as TOML gives it; the result is shared, so treat it as read-only.

    :param language: ``fr``, ``en`` or ``ontology``.
    :raises LexiconError: if there is no such file or it is not TOML.
    """
    path = files(__name__) / language / f"{name}.toml"
    if not path.is_file():
        raise LexiconError(f"no lexicon {language}/{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon {language}/{name}.toml: {error}") from error
