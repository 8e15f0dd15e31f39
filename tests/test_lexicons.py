"""The lexicons are tidy: sorted, without duplicates, in step between the languages."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportedly

ROOT = Path(reportedly.__file__).parent / "lexicon"
FILES = sorted(ROOT.glob("*/*.toml"))


def order(text: str) -> tuple[str, str]:
    """Alphabetical order: accents and case count only between words that are otherwise alike."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return bare, text


def lists(node: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of strings in a file, and where it stands."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield from lists(child, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        if node and all(isinstance(each, str) for each in node):
            yield path, node
        for number, child in enumerate(node):
            if isinstance(child, dict):
                yield from lists(child, f"{path}[{number}]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_lists_are_sorted_without_duplicates(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    repeated = {where: sorted({w for w in words if words.count(w) > 1}) for where, words in lists(table)}
    assert {where: words for where, words in repeated.items() if words} == {}
    unsorted = [where for where, words in lists(table) if words != sorted(words, key=order)]
    assert unsorted == []


@pytest.mark.parametrize("name", sorted({path.name for path in FILES if path.parent.name in ("fr", "en")}))
def test_languages_are_in_step(name: str) -> None:
    french, english = (
        tomllib.loads((ROOT / language / name).read_text("utf-8")) for language in ("fr", "en")
    )
    assert set(french) == set(english)
