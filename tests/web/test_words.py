"""The page's words are in step, and all that templates say is there."""

from __future__ import annotations

import re
import string
from importlib.resources import files

import pytest

from reportedly.web.words import LANGUAGES, labels

TEMPLATES = sorted(
    (each for each in (files("reportedly.web") / "templates").iterdir() if each.name.endswith(".html")),
    key=lambda each: each.name,
)
_SAID = re.compile(r"\bw\('(\w+)', '(\w+)'\s*[,)]")


def places(pattern: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_both_languages_say_the_same_things() -> None:
    one, other = (labels(language).tables for language in LANGUAGES)
    assert {name: set(table) for name, table in one.items()} == {
        name: set(table) for name, table in other.items()
    }
    for name, table in one.items():
        for key, pattern in table.items():
            assert places(pattern) == places(other[name][key]), (name, key)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.name)
def test_all_that_templates_say_is_there(template: object) -> None:
    tables = labels("en").tables
    for table, key in _SAID.findall(template.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
        assert key in tables[table], (table, key)


def test_every_status_and_type_has_words() -> None:
    from typing import get_args

    from reportedly.model import EventType, Status

    for language in LANGUAGES:
        tables = labels(language).tables
        assert set(get_args(Status)) <= set(tables["status"])
        assert set(get_args(EventType)) <= set(tables["types"])
