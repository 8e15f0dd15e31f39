"""Days with names."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.lexicon import load
from reportedly.pipes.times.holidays import easter, holiday


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2018, (4, 1)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2024, 12, 25)),
        ("easter+39", date(2024, 5, 9)),
        ("easter-2", date(2024, 3, 29)),
        ("11-4#4", date(2024, 11, 28)),
        ("11-4#4+1", date(2024, 11, 29)),
        ("5-1#-1", date(2024, 5, 27)),
    ],
)
def test_rules(rule: str, day: date) -> None:
    assert holiday(rule, 2024) == day


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_of_the_lexicon_names_a_day(language: str) -> None:
    assert all(holiday(rule, 2023) for rule in load("times", language)["holiday"].values())
