"""What points at a time from today is one, whatever word follows it."""

from __future__ import annotations

import pytest

import reportedly


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "This week the army left Oslo.", ["This week"]),
        ("en", "In Oslo this month police arrested ten people.", ["this month"]),
        ("en", "The year group met.", []),
        ("fr", "Cette semaine l'armée a quitté Oslo.", ["Cette semaine"]),
    ],
)
def test_this_week_is_a_time_before_any_word(language: str, text: str, found: list[str]) -> None:
    times = reportedly.times(text, language=language, published="2031-03-05")
    assert [one.span.text for one in times] == found
